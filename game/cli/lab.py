"""``backtest``, ``robustness`` and ``theory``: the rules under inspection."""

import sys
from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from game.cli.paper import print_document
from game.cli.places import theory_named, theory_of
from game.talk import Status, printed
from game.theories.names import SHIPPED

if TYPE_CHECKING:
    from game.lab.backtest import Backtest
    from game.lab.robustness import Progress
    from game.record.model import Case


def backtest(asked: Namespace) -> int:
    """Every case of the record under a theory, or under all of them."""
    from game.lab.backtest import Backtest
    from game.lab.coders import agreement
    from game.lab.rivals import Comparison, comparison_document
    from game.lab.told import backtest_document
    from game.record.library import coding_of
    from game.scenario.shelf import shipped_common

    cases = _cases(asked)
    if asked.compare:
        names = [*SHIPPED, *([asked.theory] if asked.theory and asked.theory not in SHIPPED else [])]
        compared = Comparison.of([theory_named(name) for name in names], cases)
        if asked.json:
            printed(compared.as_plain())
            return Status.DONE
        return print_document(comparison_document(compared), "theories-compared", asked)
    test = Backtest.of(theory_of(asked), cases)
    second = agreement(test.theory, cases, coding_of(asked.coder)) if asked.coder else None
    if asked.json:
        printed(as_plain(test))
        return Status.DONE
    return print_document(backtest_document(test, shipped_common()[0], second), f"backtest-{test.theory.id}", asked)


def _cases(asked: Namespace) -> "tuple[Case, ...]":
    """The cases that are asked for; else those that come with the game."""
    from game.record.library import by_year, cases_of, shipped_cases

    files: list[Path] = asked.cases or []
    return by_year(case for path in files for case in cases_of(path)) if files else shipped_cases()


def as_plain(test: "Backtest") -> dict[str, object]:
    """The results as ``backtest --json`` prints them (RULES.md 7)."""
    from game.lab.backtest import FINER

    rows = [
        {
            "id": row.case.id,
            "expected": row.expected,
            "got": row.got.reception,
            "right": row.right,
            "also": {what: row.finer(what) for what in FINER if row.finer(what) is not None},
        }
        for row in test.rows
    ]
    share = test.share()
    return {"theory": test.theory.id, "cases": rows, "right": share.right, "total": share.total}


# --- robustness ----------------------------------------------------------------------------------------------

CELLS = 24
"""The width of the progress bar."""


def robustness(asked: Namespace) -> int:
    """How firm the results are."""
    from game.lab import firmness
    from game.lab.robustness import robustness as found_of

    found = found_of(theory_of(asked), _cases(asked), asked.samples, asked.seed, _bar())
    if asked.json:
        printed(firmness.as_plain(found))
        return Status.DONE
    return print_document(firmness.robustness_document(found), f"robustness-{found.theory.id}", asked)


def _bar() -> "Progress | None":
    """A bar on stderr, where somebody looks at it; nothing where stderr is a file or a pipe."""
    if not sys.stderr.isatty():
        return None

    def show(done: int, of: int) -> None:
        full = CELLS * done // of
        end = "\r\x1b[K" if done == of else ""
        print(f"\r[{'#' * full}{'.' * (CELLS - full)}] {done} of {of} draws{end}", end="", file=sys.stderr, flush=True)

    return show

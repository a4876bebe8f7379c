"""``backtest``, ``robustness`` and ``theory``: the rules under inspection."""

import sys
from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from game.cli.paper import print_document
from game.cli.places import citing, theory_named, theory_of, theory_path
from game.cli.talk import EXISTS, NOT_COPIED, Refused, Status, printed, report, written
from game.reading.diagnostics import Diagnostic, Place, Unreadable
from game.theories.names import DEFAULT, SHIPPED

if TYPE_CHECKING:
    from game.backtest.robustness import Progress
    from game.backtest.scored import Backtest
    from game.reading.places import Value
    from game.record.model import Case
    from game.rules.theory import Theory


def backtest(asked: Namespace) -> int:
    """Every case of the record under a theory, or under all of them."""
    from game.backtest.coders import agreement
    from game.backtest.rivals import Comparison, comparison_document
    from game.backtest.scored import Backtest
    from game.backtest.told import backtest_document
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
    """The results as ``backtest --json`` prints them (docs/json.md)."""
    from game.backtest.scored import FINER

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
    from game.backtest import firmness
    from game.backtest.robustness import robustness as found_of

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


# --- theory --------------------------------------------------------------------------------------------------


def theory(asked: Namespace) -> int:
    """Argue with the model."""
    return {"new": _new, "diff": _diff, "check": _check}[asked.task](asked)


def _new(asked: Namespace) -> int:
    """A copy of a theory, to change a line of it."""
    from game.printing.putting import put

    path: Path = asked.file
    text = _copy(theory_path(asked.theory or DEFAULT), path)
    try:
        put(path, text.encode(), over=asked.force)
    except FileExistsError:
        raise Refused(EXISTS.format(path=path)) from None
    written(path)
    return Status.DONE


def _copy(source: Path, target: Path) -> str:
    """The text of the copy. Raises Refused if it would not say the same, Unreadable for faults of the source."""
    from shlex import quote

    from game.backtest.argument import diff
    from game.reading.characters import clean
    from game.theories.copy import HEAD, copy_of, name_for
    from game.theories.load import parse, read_theory

    original = read_theory(source, citing())
    head = HEAD.format(title=clean(original.title), version=clean(original.version), file=quote(clean(str(target))))
    name = name_for(target.stem, original.id)
    text = copy_of(source.read_text(encoding="utf-8-sig"), name, head)
    try:
        differs = bool(diff(original, parse(text)))
    except Unreadable:
        differs = True
    if differs:
        raise Refused(NOT_COPIED.format(path=source))
    return text


def _diff(asked: Namespace) -> int:
    """Where two theories differ, and which cases turn."""
    from game.backtest.argument import Argument, told

    first, second = (asked.first, asked.second) if asked.second else (DEFAULT, asked.first)
    argument = Argument.of(theory_named(first), theory_named(second), _cases(asked))
    if asked.json:
        printed(argument.as_plain())
    else:
        print(*told(argument), sep="\n")
    return Status.DONE


def _check(asked: Namespace) -> int:
    """What is wrong in a theory file; if it is sound, how it does on the cases. Warnings alone are nothing wrong."""
    from game.backtest.argument import standing
    from game.backtest.scored import Backtest
    from game.cli.lists import UNREADABLE, plain_fault
    from game.theories.load import check_theory, shipped

    path = theory_path(asked.file)
    checked, root, found = check_theory(path, citing())
    tests = [Backtest.of(one, _cases(asked)) for one in (checked, shipped())] if checked else []
    if checked and root:
        found += _doubts(checked, root, path, _cases(asked))
    if asked.json:
        printed({"faults": list(map(plain_fault, found)), "result": as_plain(tests[0]) if tests else None})
    else:
        report(found)
        print(*([standing(*tests)] if tests else []), sep="", end="\n" if tests else "")
    if any(fault.code in UNREADABLE for fault in found):
        return Status.USAGE
    return Status.DONE if checked else Status.FOUND


def _doubts(checked: "Theory", root: "Value", path: Path, cases: "tuple[Case, ...]") -> list[Diagnostic]:
    """Warnings of rules, each at its place in the file; at the file alone for a rule that it takes over."""
    from game.backtest.doubts import doubts
    from game.theories.read import spots_of

    spots, whole = spots_of(root), Place(str(path))
    return [
        Diagnostic(spots.get(doubt.spot, whole), "warning", doubt.code, doubt.sentence)
        for doubt in doubts(checked, cases)
    ]

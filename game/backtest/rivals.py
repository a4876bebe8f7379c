"""Several theories held against the same cases, side by side."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from game.backtest.scored import FINER, Backtest, Row, Share
from game.backtest.told import FINER_WORDS, RIGHT, WRONG
from game.printing.document import Block, Document, Heading, Paragraph, Shaded, Table
from game.record.model import Case
from game.rules.theory import Theory

AFTER = ("then", "lasted")
SHORT = {"then": "the follow-up", "lasted": "what lasted"}
"""Where the theories part most: what Washington does then, and what still holds after a change of administration."""


class Comparison(NamedTuple):
    """The same cases under several theories, in the order of the first."""

    tests: tuple[Backtest, ...]

    @classmethod
    def of(cls, theories: Iterable[Theory], cases: Sequence[Case]) -> "Comparison":
        """Hold each theory against the cases."""
        return cls(tuple(Backtest.of(theory, cases) for theory in theories))

    def rows(self) -> list[tuple[Row, ...]]:
        """Each case once, with its row under every theory."""
        return list(zip(*(test.rows for test in self.tests), strict=True))

    def as_plain(self) -> dict[str, object]:
        """The comparison as ``backtest --compare --json`` prints it."""
        totals = {
            test.theory.id: {
                "right": test.share().right,
                "total": test.share().total,
                **{what: list(test.finer(what)) for what in FINER},
            }
            for test in self.tests
        }
        cases = [
            {
                "id": row[0].case.id,
                "expected": row[0].expected,
                "got": {test.theory.id: r.got.reception for test, r in zip(self.tests, row, strict=True)},
            }
            for row in self.rows()
        ]
        return {"theories": totals, "cases": cases}


def comparison_document(compared: Comparison) -> Document:
    """Totals, then every case on which the theories part."""
    tests = compared.tests
    blocks: list[Block] = [
        Paragraph(
            "Each theory is given what the act or offer was and what it found, and never what came of it. A rival is "
            "told in its best version, from what the papers say of it.",
            size="small",
        ),
        Table(
            ("", *(_short(test) for test in tests)),
            _totals(tests),
            title="Right, of those that the record tells",
            caption="; ".join(f"{what}: {FINER_WORDS[what]}" for what in FINER),
        ),
        Paragraph(verdict(tests)),
        Heading("Where they part", 2),
        Table(
            ("case", "record", *(_short(test) for test in tests)),
            tuple(
                (row[0].case.id, row[0].expected, *(_cell(r) for r in row))
                for row in compared.rows()
                if len({r.got.reception for r in row}) > 1
            ),
        ),
        Paragraph(f"Shaded: {RIGHT} or {WRONG}, with a star for {RIGHT}.", size="small"),
    ]
    return Document(
        title="Four readings of the same cases" if len(tests) == 4 else "The theories on the same cases",
        blocks=tuple(blocks),
        running_head="Two Capitals · Theories compared",
        footer="Two Capitals · " + ", ".join(f"{test.theory.id} {test.theory.version}" for test in tests),
    )


def _short(test: Backtest) -> str:
    return test.theory.id


def _cell(row: Row) -> Shaded:
    return Shaded(f"{row.got.reception}{' *' if row.right else ''}", "good" if row.right else "bad")


def _totals(tests: Sequence[Backtest]) -> tuple[tuple[str, ...], ...]:
    kinds = ("act", "incident", "joint", "prospect")
    by_kind = [
        (f"  {kind}", *(str(share) for share in shares))
        for kind in kinds
        if (shares := [test.share(lambda case, k=kind: case.kind == k) for test in tests])[0].total  # type: ignore[misc]
    ]
    finer = [
        (what, *(str(share) for share in shares))
        for what in FINER
        if any((shares := [test.finer(what) for test in tests])[i].total for i in range(len(tests)))
    ]
    return (("reception", *(str(test.share()) for test in tests)), *by_kind, *finer)


def verdict(tests: Sequence[Backtest]) -> str:
    """The plain sentence: whether a rival does as well as the first theory, on what."""
    mine, *others = tests
    return shortly(mine, others)


def shortly(mine: Backtest, others: Sequence[Backtest]) -> str:
    """Which other theories do as well or better, and on what; or that none does."""
    said = [sentence for other in others if (sentence := _as_well(mine, other))]
    if not said:
        return "No other theory does as well on reception, on what Washington did then, or on what lasted."
    return f"As well or better: {'; '.join(said)}."


def named(mine: Backtest, others: Sequence[Backtest]) -> str:
    """Which other theories do as well or better, each with on what; nothing if none does."""
    found = [(other.theory.title.lower(), [name for name, _, _ in _no_worse(mine, other)]) for other in others]
    said = [f"{title} on {' and '.join(on)}" for title, on in found if on]
    return f"As well or better: {'; '.join(said)}." if said else ""


def _as_well(mine: Backtest, other: Backtest) -> str:
    """On what another theory does as well; nothing if on nothing."""
    found = [f"on {name} ({its}, here {own.right})" for name, own, its in _no_worse(mine, other)]
    return f"{other.theory.title.lower()} {', '.join(found)}" if found else ""


def _no_worse(mine: Backtest, other: Backtest) -> list[tuple[str, Share, Share]]:
    """On what another theory does no worse: the name of it, the first theory's share, and its own."""
    counts: list[tuple[str, Share, Share]] = [("reception", mine.share(), other.share())]
    counts += [(SHORT[what], mine.finer(what), other.finer(what)) for what in AFTER]
    return [
        (name, own, its) for name, own, its in counts if its.total and its.right * own.total >= own.right * its.total
    ]

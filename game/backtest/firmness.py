"""The robustness report as a document, and its findings in one honest sentence."""

from collections.abc import Iterator, Sequence

from game.backtest.robustness import MISCODED, LeftOut, Moved, Robustness, Spread
from game.backtest.told import percent
from game.debrief.wording import joined
from game.printing.document import Block, Bullets, Document, Heading, Paragraph, Shaded, Table, Text, bold
from game.rules.numbers import signed, with_minus

BAR = 30
"""How many characters a whole bar of the chart has."""


def robustness_document(found: Robustness) -> Document:
    """Shares kept, a chart of them, knife-edge numbers, dropped rules, and what was learnt without a group."""
    blocks = (
        Paragraph((bold(sentence(found)),)),
        *_draws(found),
        *_singles(found),
        *_dropped(found),
        *_left_out("source", found.sources),
        *_left_out("decade", found.decades),
    )
    return Document(
        title=f"How firm the results are: {found.theory.title}",
        running_head="Two Capitals · Robustness",
        footer=f"Two Capitals · theory: {found.theory.id}, version {found.theory.version}",
        blocks=blocks,
    )


MEANS = {
    "start": "where the reply starts",
    "threshold: relation": "when a relation counts as working",
    "threshold: reason": "when interest counts as a reason",
    "threshold: counts": "what counts as a condition in place",
}
"""Numbers in words; a step is called by its rule."""
MOST_EDGES = 3


def sentence(found: Robustness) -> str:
    """The findings in words, for the rules card and the debrief."""
    names = list(dict.fromkeys(moved.name for moved in found.knife_edges))[:MOST_EDGES]
    edges = (
        f"Most hangs on {joined([MEANS.get(name, name) for name in names])}." if names else "No number decides many."
    )
    return (
        f"Right in {percent(found.test.share())} coded cases. With every number moved by one at random "
        f"{_of_hundred(found.numbers.kept)} of the results stay, with one mark in {round(1 / MISCODED)} miscoded "
        f"{_of_hundred(found.marks.kept)}. {edges}"
    )


def in_short(found: Robustness) -> str:
    """The findings as the rules card has room for them."""
    share = found.test.share()
    return (
        f"{share} coded cases come out right; {_of_hundred(found.numbers.kept)} of the results stay if every number "
        f"moves by one, {_of_hundred(found.marks.kept)} if one mark in {round(1 / MISCODED)} is wrong."
    )


def _of_hundred(share: float) -> str:
    return f"{round(100 * share)} %"


def _draws(found: Robustness) -> Iterator[Block]:
    yield Heading("Moved at random", 2)
    rows = (
        ("every number by −1, 0 or +1", found.numbers),
        (f"one mark in {round(1 / MISCODED)} miscoded", found.marks),
    )
    yield Table(
        ("draws", "what", "kept", "right", "nine in ten between"),
        tuple((str(s.draws), what, _of_hundred(s.kept), _of_hundred(s.right), _between(s)) for what, s in rows),
    )
    base = found.test.share()
    bars = [("as coded", base.right / base.total), *((what, spread.right) for what, spread in rows)]
    yield Table(("share right", "", ""), tuple((what, bar(share), _of_hundred(share)) for what, share in bars))


def _between(spread: Spread) -> str:
    return f"{_of_hundred(spread.low)} and {_of_hundred(spread.high)}"


def bar(share: float) -> str:
    """A share as a bar of text."""
    full = round(share * BAR)
    return "█" * full + "░" * (BAR - full)


def _singles(found: Robustness) -> Iterator[Block]:
    yield Heading("One number by one", 2)
    yield _moved_table(found, found.singles)
    edges = ", ".join(f"{moved.name} {with_minus(moved.change)}" for moved in found.knife_edges)
    yield Paragraph(f"Knife edges (three cases or more are lost): {edges or 'none'}.")


def _dropped(found: Robustness) -> Iterator[Block]:
    yield Heading("One rule left out", 2)
    yield _moved_table(found, found.dropped)


def _moved_table(found: Robustness, moved: Sequence[Moved]) -> Table:
    base = found.test.share().right
    rows = tuple((m.name, with_minus(m.change), _right(m, base), str(len(m.turned))) for m in moved)
    return Table(("number or rule", "change", "right", "turned"), rows)


def _right(moved: Moved, base: int) -> Shaded:
    by = moved.right - base
    said = f"{moved.right} ({signed(by)})" if by else str(moved.right)
    return Shaded(said, "bad" if by < 0 else "good" if by else "none")


def _left_out(what: str, groups: Sequence[LeftOut]) -> Iterator[Block]:
    yield Heading(f"One {what} left out", 2)
    yield Paragraph("Acts and incidents alone. Numbers are learnt from the rest, and tried on what was left out.")
    rows: tuple[tuple[Text, ...], ...] = tuple(
        (group.name, str(group.inside), str(group.learnt), str(group.protest)) for group in groups
    )
    yield Table(("left out", "numbers of the file", "learnt from the rest", "always protest"), rows)
    learnt, protest = (sum(getattr(group, key).right for group in groups) for key in ("learnt", "protest"))
    word = "better than" if learnt > protest else "no better than"
    yield Bullets(
        (f"Learnt without the group: {learnt} right; always protest: {protest}. That is {word} always protest.",)
    )


def as_plain(found: Robustness) -> dict[str, object]:
    """The findings as ``robustness --json`` prints them."""
    share = found.test.share()

    def moved(lines: Sequence[Moved]) -> list[dict[str, object]]:
        return [{**line._asdict(), "turned": list(line.turned)} for line in lines]

    def groups(lines: Sequence[LeftOut]) -> list[dict[str, object]]:
        return [
            {"left_out": line.name, **{key: list(getattr(line, key)) for key in ("inside", "learnt", "protest")}}
            for line in lines
        ]

    return {
        "theory": found.theory.id,
        "right": share.right,
        "total": share.total,
        "numbers": found.numbers._asdict(),
        "marks": found.marks._asdict(),
        "one_by_one": moved(found.singles),
        "dropped": moved(found.dropped),
        "knife_edges": [f"{line.name} {line.change}" for line in found.knife_edges],
        "sources": groups(found.sources),
        "decades": groups(found.decades),
        "sentence": sentence(found),
    }

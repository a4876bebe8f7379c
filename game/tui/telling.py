"""What happened, laid out for a screen: heads, prose, the sum, and every number before and after."""

from collections.abc import Iterator

from game.debrief.wording import bound_by, value
from game.play.course import Course
from game.printing.document import Block, Lines, Note, Paragraph, Run, Table, Text
from game.rules.words import CONDITIONS
from game.sitting.passage import Change, Head, Told
from game.sitting.signs import marked, squares
from game.sitting.sums import KEY, OURS, sum_of
from game.sitting.symbols import SIGNS


def telling(told: Told, course: Course) -> Iterator[Block]:
    """One story in blocks."""
    first, *answers = told.heads
    yield Lines((_head(first), *(_head(answer, f"{SIGNS.arrow} ") for answer in answers)))
    if told.event:
        yield Paragraph((told.event.text, Run(f" ({told.event.cite})" if told.event.cite else "", "italic")))
    if told.outcomes:
        yield Paragraph(" ".join(told.outcomes))
    yield from (Note("ours", override.text, override.cite) for override in told.overrides)
    if told.judgement:
        yield sum_of(told.judgement, course.scenario.common)
    if told.changes:
        yield Table(("what changes", "", "because"), tuple(map(_changed, told.changes)))
    if told.unknown:
        yield Paragraph(told.unknown, "small")
    for entry in told.entered:
        yield Paragraph((Run(f"Entered on the ledger: {entry.title}", "bold"), f". It {bound_by(entry)}."))
    yield from (Paragraph(note) for note in told.notes)


def _head(head: Head, before: str = "") -> Text:
    """Who did what, and in a word how it was meant or taken."""
    return (Run(f"{before}{head.text}", "bold"), f"   {marked(head.word)}" if head.word else "")


def in_signs(what: str, number: int) -> str:
    """A number of a trace with its sign or word: squares for a condition."""
    return squares(number) if what.partition(".")[2] in CONDITIONS else value(what, number)


def _changed(change: Change) -> tuple[str, ...]:
    """A number before and after, with the reasons."""
    numbers = (change.steps[0].before, *(line.after for line in change.steps))
    steps = f" {SIGNS.arrow} ".join(in_signs(change.what, number) for number in numbers)
    return change.name, steps, "; ".join(dict.fromkeys(line.why for line in change.steps))


__all__ = ["KEY", "OURS", "in_signs", "telling"]

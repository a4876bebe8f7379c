"""What happened, laid out for a screen: heads, prose, the sum, and every number before and after."""

from collections.abc import Iterator

from game.debrief.citing import references
from game.debrief.wording import bound_by, value
from game.play.course import Course
from game.printing.document import Block, Lines, Note, Paragraph, Run, Sum, SumLine, Table, Text
from game.rules.trace import Line
from game.rules.words import CONDITIONS
from game.sitting.passage import Change, Head, Judgement, Told, is_our_reading, level_of
from game.sitting.signs import marked, squares
from game.sitting.symbols import SIGNS

TITLES = {"due": "The reply that is due", "reception": "How the offer is received"}
OURS = "*"
KEY = "* our reading, not the paper's words"


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
        yield _sum(told.judgement, course)
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


# --- the sum -------------------------------------------------------------------------------------------------


def _sum(judgement: Judgement, course: Course) -> Sum:
    """A line a step. The work that most lines cite stands in the head, and its pages alone in the lines."""
    cites = [_cite(line, judgement, course) for line in judgement.lines]
    works = [work for work, _ in cites if work]
    work = max(works, key=works.count, default="")
    made = [
        _summand(line, judgement, place if cited == work else f"{cited}, {place}".rstrip(", "))
        for line, (cited, place) in zip(judgement.lines, cites, strict=True)
    ]
    if judgement.what == "due":
        made[0] = SumLine(made[0].why, "start", level_of(judgement.lines[0]), made[0].cite, made[0].mark)
    key = KEY if any(line.mark for line in made) else ""
    head = ("why", "step" if judgement.what == "due" else "", "level", work)
    return Sum(TITLES[judgement.what], tuple(made), tuple(_totals(judgement)), key, head)


def _cite(line: Line, judgement: Judgement, course: Course) -> tuple[str, str]:
    """The work and the place to be named: none for a step that did not count, nor for our own number."""
    if line.cite == ("ours",) or not (line.holds or judgement.what == "reception"):
        return "", ""
    first, *_ = references(line.cite, course.scenario.common)
    return first.work, first.place


def _summand(line: Line, judgement: Judgement, cite: str) -> SumLine:
    unmoved = "0" if judgement.what == "due" else "passed"
    step, level = (f"{line.step:+d}", level_of(line)) if line.step else (unmoved, "")
    return SumLine(line.why, step, level, cite, OURS if cite and is_our_reading(line) else "")


def _totals(judgement: Judgement) -> Iterator[SumLine]:
    """What the rules come to, and beside it what was chosen, with its price at home."""
    ladder, chosen, due = judgement.ladder, judgement.chosen, judgement.what == "due"
    yield SumLine("due" if due else "by the rules", "", f"{judgement.result} {ladder[judgement.result]}")
    if chosen is not None and chosen.reception is not None:
        costs = f"standing {judgement.price:+d}" if judgement.price else "costs nothing" if due else ""
        level = f"{ladder.index(chosen.reception)} {chosen.reception}"
        yield SumLine("chosen", "", level, costs)


__all__ = ["KEY", "OURS", "in_signs", "telling"]

"""What happened between two choices, as blocks: who did what, how it was taken, the sum, what changed.

It arranges the record that the game keeps; every number and reason in it comes from a line of a trace.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from game.play.course import Course
from game.play.happened import Happened
from game.play.report import cited
from game.printing.document import Block, Cell, Lines, Note, Paragraph, Run, Sum, SumLine, Table, Text
from game.rules.moves import Act, Pressure, Trouble
from game.rules.trace import Line
from game.rules.words import OFFER_RECEPTIONS, RECEPTIONS
from game.scenario.model import Common, Decision, Event, Option
from game.sitting import wording
from game.sitting.knowledge import is_known, known_lines
from game.sitting.signs import marked, squares
from game.sitting.symbols import SIGNS

REPLY = "The reply that is due"
RECEIVED = "How the offer is received"
OURS = "*"
KEY = "* our reading, not the paper's words"
LADDERS = frozenset({"due", "reception"})
SQUARED = frozenset({"interest", "coordination", "institution", "capacity"})


@dataclass(slots=True)
class Story:
    """A move or event and what answered it, as far as it lies in one passage."""

    first: Happened
    answers: list[Happened] = field(default_factory=list)

    @property
    def all(self) -> list[Happened]:
        """The move and its answers, in order."""
        return [self.first, *self.answers]

    @property
    def reception(self) -> str | None:
        """How it was received, if that is known."""
        return next((h.reception for h in reversed(self.all) if h.reception), None)

    @property
    def lines(self) -> tuple[Line, ...]:
        """Every line of it."""
        return tuple(line for h in self.all for line in h.lines)


def stories(happened: Sequence[Happened], course: Course, viewer: str) -> list[Story]:
    """What a capital may know of, each move with its answers."""
    told: list[Story] = []
    for one in happened:
        if not is_known(one, course, viewer):
            continue
        subject = next(
            (s for s in reversed(told) if one.answers and one.answers in (s.first.item, s.first.answers)), None
        )
        if subject and one.kind in ("reply", "answer", "follow"):
            subject.answers.append(one)
        else:
            told.append(Story(one))
    return told


# --- one story -----------------------------------------------------------------------------------------------


def told(story: Story, course: Course, viewer: str) -> Iterator[Block]:
    """One story in blocks: its heads in a few lines, the prose, the sum, the changes."""
    if story.first.item == "close" and not any(changes(story.lines, course, viewer)):
        return
    heads = [_head(headline(story.first, course), story.first.how or "")]
    heads += [_head(f"{SIGNS.arrow} {headline(answer, course)}", answer.how or "") for answer in story.answers]
    yield Lines(tuple(heads))
    yield from prose(story, course)
    yield from the_sum(story, course, viewer)
    yield from changes(story.lines, course, viewer)
    yield from flagged(story, course)


def headline(one: Happened, course: Course) -> str:
    """Who did what, in one line."""
    if one.item == "close":
        return f"Round {one.round} closes"
    item = item_of(one, course)
    if isinstance(item, Event):
        return event_name(item)
    option = option_of(one, course)
    what = option.label if option else f"{wording.spoken(one.how or one.kind)} (nobody is asked: by the rules)"
    return f"{wording.CAPITAL[one.by]}: {what}" if one.by in wording.CAPITAL else what


def event_name(event: Event) -> str:
    """What kind of thing an event is, for its heading."""
    when = f", {wording.date(event.date)}" if event.date else ""
    match event.move:
        case Trouble(cause=cause):
            return f"Trouble at home: {cause}{when}"
        case Pressure(audience=audience):
            return f"Pressure at home: {audience}{when}"
        case Act():
            return f"Something nobody chose{when}"
        case None:
            return f"A secret comes out{when}"
    kind = type(event.move).__name__.lower()
    return {
        "leak": "The work comes out",
        "omission": "A promise is not kept",
        "develop": "Meanwhile",
        "administration": "A new administration",
    }[kind] + when


def _head(text: str, how: str) -> Text:
    """Who did what, and in a word how it was meant."""
    sign = marked(how)
    return (Run(text, "bold"), f"   {sign}" if how and sign not in text else "")


def prose(story: Story, course: Course) -> Iterator[Block]:
    """The words of the case for what came, and of an event."""
    item = item_of(story.first, course)
    if isinstance(item, Event) and item.text:
        cite = cited(course, item.cite)
        yield Paragraph((item.text, Run(f" ({cite})" if cite else "", "italic")))
    options = [option for one in story.all if (option := option_of(one, course))]
    texts = [option.outcome.get(story.reception or "", "").strip() for option in options]
    if any(texts):
        yield Paragraph(" ".join(filter(None, texts)))
    for option in options:
        if option.override:
            word, reason, cites = option.override
            yield Note(
                "ours",
                f"The author of the case sets this reception against the rules: {word}. {reason}",
                cited(course, cites),
            )


def the_sum(story: Story, course: Course, viewer: str) -> Iterator[Block]:
    """What the rules made of the move: of an act the sum of the reply due, of an offer what it had to pass."""
    lines = _judgement(story, viewer)
    if not lines:
        return
    yield sum_of(lines, tuple(_totals(story, lines, _ladder(lines))), course.scenario.common)


def _ladder(lines: Sequence[Line]) -> tuple[str, ...]:
    return RECEPTIONS if lines[0].what == "due" else OFFER_RECEPTIONS


def sum_of(lines: Sequence[Line], totals: tuple[SumLine, ...], common: Common) -> Sum:
    """The sum of the lines that judge a move, with what it comes to."""
    ladder, work = _ladder(lines), _most_cited(lines, common)
    rows = [_summand(line, ladder, common, work) for line in lines]
    if ladder is RECEPTIONS:
        rows = [rows[0]._replace(step="start", level=_level(lines[0], ladder)), *rows[1:]]
    title, step = (REPLY, "step") if ladder is RECEPTIONS else (RECEIVED, "")
    made = tuple(SumLine(*row) for row in rows)
    key = KEY if any(row.mark for row in rows) else ""
    return Sum(title, made, totals, key, ("why", step, "level", work))


def _judgement(story: Story, viewer: str) -> tuple[Line, ...]:
    """The lines that judge the move; the last judgement, if an answer added to an offer."""
    for one in reversed(story.all):
        lines = known_lines(one.lines, viewer).lines
        if found := tuple(line for line in lines if line.what in LADDERS and line.rule != "answer"):
            return found
    return ()


def _most_cited(lines: Sequence[Line], common: Common) -> str:
    """The work that most lines cite: it stands in the head, and its pages alone in the lines."""
    works = [_cite(line, common).partition(", ")[0] for line in lines if _sourced(line)]
    return max(works, key=works.count, default="")


def _sourced(line: Line) -> bool:
    """Is a source to be named? Not for a step that did not count, nor for our own."""
    return line.cite != ("ours",) and (line.holds or line.what == "reception")


def _cite(line: Line, common: Common) -> str:
    return common.citation(line.cite[0])


class Row(NamedTuple):
    """One line of a sum before it is set."""

    why: str
    step: str
    level: str
    cite: str
    mark: str


def _summand(line: Line, ladder: Sequence[str], common: Common, work: str) -> Row:
    unmoved = "0" if ladder is RECEPTIONS else "passed"
    cite = _cite(line, common).removeprefix(f"{work}, ") if _sourced(line) else ""
    level = _level(line, ladder) if line.step else ""
    return Row(
        line.why, f"{line.step:+d}" if line.step else unmoved, level, cite, OURS if cite and not line.stated else ""
    )


def _level(line: Line, ladder: Sequence[str]) -> str:
    """The level reached; beyond the ladder's end only its number."""
    return f"{line.after} {ladder[line.after]}" if 0 <= line.after < len(ladder) else str(line.after)


def _totals(story: Story, lines: Sequence[Line], ladder: Sequence[str]) -> Iterator[SumLine]:
    """Due, and beside it what was chosen, with its price at home."""
    yield due_line(lines)
    chosen = next((h for h in story.all if h.kind in ("reply", "answer") and h.reception), None)
    if chosen is None or chosen.reception not in ladder:
        return
    price = sum(line.step for line in chosen.lines if line.what == "standing")
    costs = "" if ladder is OFFER_RECEPTIONS else f"standing {price:+d}" if price else "costs nothing"
    word = "by the rules" if chosen.by_rules else "chosen"
    yield SumLine(word, "", f"{ladder.index(chosen.reception)} {chosen.reception}", costs)


def due_line(lines: Sequence[Line]) -> SumLine:
    """What the sum comes to, cut at the ends of the ladder."""
    ladder = _ladder(lines)
    due = min(max(lines[-1].after, 0), len(ladder) - 1)
    return SumLine("due" if ladder is RECEPTIONS else "by the rules", "", f"{due} {ladder[due]}")


# --- what changed --------------------------------------------------------------------------------------------


def changes(lines: Sequence[Line], course: Course, viewer: str) -> Iterator[Block]:
    """Each number that changed, before and after, with the reasons."""
    known = known_lines(lines, viewer)
    rows: list[tuple[Cell, ...]] = []
    for what, steps in _by_meter(known.lines):
        values = [value_of(what, steps[0].before), *(value_of(what, line.after) for line in steps)]
        why = "; ".join(dict.fromkeys(line.why for line in steps))
        rows.append((wording.counted(what, course.scenario), f" {SIGNS.arrow} ".join(values), why))
    if rows:
        yield Table(("what changes", "", "because"), tuple(rows))
    if known.hidden:
        count = "one line is" if known.hidden == 1 else f"{known.hidden} lines are"
        yield Paragraph(f"{count} not known to you yet", "small")


def _by_meter(lines: Sequence[Line]) -> Iterator[tuple[str, list[Line]]]:
    found: dict[str, list[Line]] = {}
    for line in lines:
        if line.step and line.what not in LADDERS and line.what not in wording.MARKS_OF_A_ROUND:
            found.setdefault(line.what, []).append(line)
    yield from found.items()


def value_of(what: str, number: int) -> str:
    """A number with its sign and word: squares for a condition."""
    if what.partition(".")[2] in SQUARED:
        return squares(number)
    return wording.value(what, number)


def flagged(story: Story, course: Course) -> Iterator[Block]:
    """What was signed, and what the paper calls it."""
    flags = {flag for h in story.all for flag in h.flags}
    for line in story.lines:
        if line.what.startswith("ledger.") and line.step > 0:
            entry = course.scenario.agreements[line.what.removeprefix("ledger.")]
            bound = wording.listed((wording.spoken(w) for w in sorted(entry.binds)), "nothing")
            yield Paragraph((Run("Entered on the ledger: ", "bold"), Run(entry.title, "bold"), f". It binds: {bound}."))
    if "strangulation" in flags:
        yield Paragraph(
            "It binds Washington over an open wound: what the paper calls a strangulation agreement.", "small"
        )
    if "congress" in flags:
        yield Paragraph("Congress takes the file: a verdict that nobody in the administration chose.")


def item_of(one: Happened, course: Course) -> Decision | Event | None:
    """The decision or event that something happened at."""
    if one.item == "close":
        return None
    return course.scenario.play[course.scenario.index(one.item)]


def option_of(one: Happened, course: Course) -> Option | None:
    """The option that was taken, if one was."""
    item = item_of(one, course)
    return item.option(one.option) if isinstance(item, Decision) and one.option else None

"""What happened between two choices, in sentences: who did what, how it was taken, the sum, what changed.

Every number and reason comes from a line of a trace. A line that a capital may not see yet is counted, not shown.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from game.play.course import Course
from game.play.happened import Happened
from game.play.report import cited
from game.rules.moves import Act, Pressure, Trouble
from game.rules.trace import Line
from game.rules.words import GRIEVANCES, OFFER_RECEPTIONS, RECEPTIONS
from game.scenario.model import Decision, Event, Option
from game.sitting.knowledge import is_known, known_lines
from game.sitting.wording import CAPITAL, MARKS_OF_A_ROUND, counted, date, listed, spoken, value

LADDERS = {"due": RECEPTIONS, "reception": OFFER_RECEPTIONS}
"""What a sum counts, and the words of its levels."""
ANSWERS = ("reply", "answer", "follow")
OF_EVENTS = {
    "leak": "The work comes out",
    "omission": "A promise is not kept",
    "develop": "Meanwhile",
    "administration": "A new administration",
}


@dataclass(slots=True)
class Story:
    """A move or event, and what answered it in the same passage."""

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
        if is_known(one, course, viewer):
            subject = _subject(one, told)
            if subject:
                subject.answers.append(one)
            else:
                told.append(Story(one))
    return told


def _subject(one: Happened, told: Sequence[Story]) -> Story | None:
    """The story of the move that something answers."""
    if one.kind not in ANSWERS or not one.answers:
        return None
    return next((s for s in reversed(told) if one.answers in (s.first.item, s.first.answers)), None)


# --- one story -----------------------------------------------------------------------------------------------


def told(story: Story, course: Course, viewer: str) -> Iterator[str]:
    """One story, sentence by sentence; nothing of a round's close that changed nothing."""
    changed = list(changes(story.lines, course, viewer))
    if story.first.item == "close" and not changed:
        return
    yield from (headline(one, course) for one in story.all)
    yield from prose(story, course)
    yield from the_sum(story, course, viewer)
    yield from changed
    yield from flagged(story, course)


def headline(one: Happened, course: Course) -> str:
    """Who did what, and how it was taken or meant, in one sentence."""
    if one.item == "close":
        return f"Round {one.round} closes."
    item = item_of(one, course)
    if isinstance(item, Event) and one.kind not in ANSWERS:
        return f"{event_name(item)}."
    option = option_of(one, course)
    what = option.label if option else "nobody is asked: by the rules"
    word = one.how or one.reception or ""
    return f"{CAPITAL[one.by]}: {what}." + (f" {spoken(word).upper()}." if word else "")


def event_name(event: Event) -> str:
    """What kind of thing an event is."""
    when = f", {date(event.date)}" if event.date else ""
    match event.move:
        case Trouble(cause=cause):
            return f"Trouble at home: {cause}{when}"
        case Pressure(audience=audience):
            return f"Pressure at home: {audience}{when}"
        case Act():
            return f"Something nobody chose{when}"
        case None:
            return f"A secret comes out{when}"
    return OF_EVENTS[type(event.move).__name__.lower()] + when


def prose(story: Story, course: Course) -> Iterator[str]:
    """The words of the case for an event and for what came; and where its author sets a reception himself."""
    item = item_of(story.first, course)
    if isinstance(item, Event) and item.text:
        yield f"{item.text}{_cites(course, item.cite)}"
    for option in (option for one in story.all if (option := option_of(one, course))):
        yield option.outcome.get(story.reception or "", "").strip()
        if option.override:
            word, reason, cites = option.override
            said = f"The author of the case sets this reception against the rules: {word}. {reason}"
            yield f"{said}{_cites(course, cites)}"


def _cites(course: Course, cites: Sequence[str]) -> str:
    return f" ({cited(course, cites)})" if cites else ""


def sourced(line: Line, course: Course) -> str:
    """Who says so, and whether it is our reading."""
    ours = "" if line.stated or line.cite == ("ours",) else "; our reading"
    return f" ({cited(course, line.cite)}{ours})"


# --- the sum -------------------------------------------------------------------------------------------------


def the_sum(story: Story, course: Course, viewer: str) -> Iterator[str]:
    """The addition on the ladder, a step a sentence: what is due, and beside it what was chosen."""
    lines = [line for line in known_lines(story.lines, viewer).lines if line.what in LADDERS]
    rules = [line for line in lines if line.rule != "answer"]
    if not rules:
        return
    due = rules[0].what == "due"
    yield "The reply that is due, step by step:" if due else "How the offer is received, rule by rule:"
    for number, line in enumerate(rules):
        said = _step(line, first=not number) if due or line.step else line.why
        yield f"- {said}{sourced(line, course) if line.holds else ''}"
    yield from _totals(story, rules[-1])


def _step(line: Line, *, first: bool) -> str:
    if first:
        return f"starts at {level_of(line)}: {line.why}"
    if line.step:
        return f"{line.step:+d}, so {level_of(line)}: {line.why}"
    return f"no change: {line.why}"


def level_of(line: Line) -> str:
    """The level that a line of a sum leads to, with its word; beyond the ladder's end only its number."""
    ladder = LADDERS[line.what]
    return f"{line.after} {ladder[line.after]}" if 0 <= line.after < len(ladder) else str(line.after)


def _totals(story: Story, last: Line) -> Iterator[str]:
    """What is due by the rules, and what was chosen at which price."""
    ladder = LADDERS[last.what]
    due = min(max(last.after, 0), len(ladder) - 1)
    said = f"By the rules: {due} {ladder[due]}."
    chosen = next((h for h in story.all if h.kind in ANSWERS[:2] and h.reception in ladder), None)
    if chosen is None or chosen.reception is None:
        yield said
        return
    price = next((line.step for line in chosen.lines if line.rule == "off-due"), 0)
    costs = f", standing {price:+d}" if price else ", which costs nothing" if ladder is RECEPTIONS else ""
    word = "Left to the rules" if chosen.by_rules else "Chosen"
    yield f"{said} {word}: {ladder.index(chosen.reception)} {chosen.reception}{costs}."


# --- what changed --------------------------------------------------------------------------------------------


def changes(lines: Sequence[Line], course: Course, viewer: str) -> Iterator[str]:
    """Each number that changed, before and after, with the reasons; a sentence a number."""
    known = known_lines(lines, viewer)
    by_meter: dict[str, list[Line]] = {}
    for line in known.lines:
        if line.step and line.what not in LADDERS and line.what not in MARKS_OF_A_ROUND:
            by_meter.setdefault(line.what, []).append(line)
    for what, steps in by_meter.items():
        first, verb = (f"from {value(what, steps[0].before)} ", "to") if not is_grievance(what) else ("", "is")
        ways = (f"{verb} {value(what, line.after)}: {line.why}{sourced(line, course)}" for line in steps)
        yield f"{named(what, course)} {first}{'; then '.join(ways)}."
    if known.hidden:
        yield f"{known.hidden} more {'line is' if known.hidden == 1 else 'lines are'} not known to you yet."


def is_grievance(what: str) -> bool:
    """Does a line count a grievance? It is open or answered, and before it was laid it was neither."""
    return what.partition(".")[2] in GRIEVANCES


def named(what: str, course: Course) -> str:
    """What a line counts, as a sentence begins with it."""
    words = counted(what, course.scenario)
    return f"Grievance {words}" if is_grievance(what) else words[:1].upper() + words[1:]


def flagged(story: Story, course: Course) -> Iterator[str]:
    """What was signed, and what the paper calls it."""
    flags = {flag for h in story.all for flag in h.flags}
    for line in story.lines:
        if line.what.startswith("ledger.") and line.step > 0:
            entry = course.scenario.agreements[line.what.removeprefix("ledger.")]
            binds = listed(map(spoken, sorted(entry.binds)), "nothing")
            yield f"Entered on the ledger: {entry.title}. It binds: {binds}."
    if "strangulation" in flags:
        yield "It binds Washington over an open wound: what the paper calls a strangulation agreement."
    if "congress" in flags:
        yield "Congress takes the file: a verdict that nobody in the administration chose."


# --- where it happened ---------------------------------------------------------------------------------------


def item_of(one: Happened, course: Course) -> Decision | Event | None:
    """The decision or event that something happened at."""
    return None if one.item == "close" else course.scenario.play[course.scenario.index(one.item)]


def option_of(one: Happened, course: Course) -> Option | None:
    """The option that was taken, if one was."""
    item = item_of(one, course)
    return item.option(one.option) if isinstance(item, Decision) and one.option else None

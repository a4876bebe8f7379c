"""What happened between two choices, as one capital may know it: who did what, how it was taken, the sum, what changed.

Every number and reason in it comes from a line of a trace. It is data and words: each face lays it out in its own way.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from game.debrief.wording import FLAGS, LADDERS, NAMES, OF_A_ROUND, counted, event_name, spoken
from game.play.course import Course
from game.play.game import BOTH, Chose, Game
from game.play.happened import Happened
from game.rules.moves import Entry
from game.rules.trace import Line
from game.scenario.citations import citation
from game.scenario.model import Cites, Decision, Event, Option
from game.sitting.knowledge import is_known, known_lines
from game.sitting.session import News

ANSWERS = ("reply", "answer", "follow")
CONGRESS = FLAGS["congress"]
OURS = "ours"


@dataclass(slots=True)
class Story:
    """A move, an event or a close, and what answered it in the same passage."""

    first: Happened
    answers: list[Happened] = field(default_factory=list)
    judged: Happened | None = None
    """The move that ``first`` answers, where that move was told earlier: what the rules make of it is told now."""

    @property
    def all(self) -> list[Happened]:
        """The move and its answers, in order."""
        return [self.first, *self.answers]

    @property
    def reception(self) -> str | None:
        """How it was received, if that is known."""
        return next((h.reception for h in reversed(self.all) if h.reception), None)

    @property
    def waits(self) -> bool:
        """Does its move still wait for a reply or an answer?"""
        return self.first.due is not None and self.first.reception is None and not self.answers

    @property
    def lines(self) -> tuple[Line, ...]:
        """Every line of it."""
        return tuple(line for h in self.all for line in h.lines)


def stories(happened: Sequence[Happened], course: Course, viewer: str, log: Sequence[Happened] = ()) -> list[Story]:
    """What a capital may know of, each move with its answers; ``log`` is where to find a move told earlier."""
    told: list[Story] = []
    for one in happened:
        if is_known(one, course, viewer):
            subject = _subject(one, told)
            if subject:
                subject.answers.append(one)
            else:
                told.append(Story(one, judged=_judged(one, log)))
    return told


def _judged(one: Happened, log: Sequence[Happened]) -> Happened | None:
    """The act or offer that a reply or an answer decides."""
    return next((h for h in log if h.item == one.answers), None) if one.kind in ANSWERS[:2] else None


def _subject(one: Happened, told: Sequence[Story]) -> Story | None:
    """The story of the move that something answers."""
    if one.kind not in ANSWERS or not one.answers:
        return None
    return next((s for s in reversed(told) if one.answers in (s.first.item, s.first.answers)), None)


# --- one story, told -----------------------------------------------------------------------------------------


class Head(NamedTuple):
    """Who did what, without a full stop; and in a word how it was meant or taken, if there is one."""

    text: str
    word: str


class Sourced(NamedTuple):
    """A sentence, and who says so; "" where nobody needs to."""

    text: str
    cite: str


class Judgement(NamedTuple):
    """What the rules made of a move: of an act the sum of the reply due, of an offer what it had to pass."""

    what: str
    """``due`` or ``reception``."""
    lines: tuple[Line, ...]
    chosen: Happened | None
    """The reply or the answer that somebody chose, if there was one; what the rules do is the result itself."""

    @property
    def ladder(self) -> Sequence[str]:
        """The words of the levels."""
        return LADDERS[self.what]

    @property
    def result(self) -> int:
        """The level that the rules come to."""
        return min(max(self.lines[-1].after, 0), len(self.ladder) - 1)

    @property
    def price(self) -> int:
        """What a reply costs in standing, as a change; answers have no price."""
        lines = self.chosen.lines if self.chosen and self.what == "due" else ()
        return sum(line.step for line in lines if line.what == "standing")


class Change(NamedTuple):
    """A number that changed, and each line that changed it."""

    what: str
    name: str
    steps: tuple[Line, ...]


class Told(NamedTuple):
    """A story with all that a capital may know of it."""

    heads: tuple[Head, ...]
    event: Sourced | None
    """The words of the case for an event."""
    outcomes: tuple[str, ...]
    """The words of the case for what came."""
    overrides: tuple[Sourced, ...]
    judgement: Judgement | None
    changes: tuple[Change, ...]
    unknown: str
    """That there are lines which are not known to the capital; "" if there are none."""
    entered: tuple[Entry, ...]
    notes: tuple[str, ...]
    """What the flags mean."""


def told(game: Game, news: News, viewer: str) -> list[Told]:
    """What a capital may know of what is new; nothing of a round's close that changed nothing.

    The sum of a move is told when it has been answered: the question comes before the arithmetic. So before the first
    question there is none at all; who wants it earlier asks why.
    """
    course = game.course
    every = [
        (story, _told(story, course, viewer, summed=news.own is not None and not story.waits))
        for story in stories(news.happened, course, viewer, game.log)
    ]
    return [made for story, made in every if story.first.item != "close" or made.changes or made.unknown]


def opening(game: Game, news: News, viewer: str) -> tuple[str, ...]:
    """What came before a capital's first choice, if a line before the question says it all; else nothing.

    Where a round has passed there is more to say: what its close changed, and why nobody was asked in it.
    """
    found = told(game, news, viewer)
    passed = any(happened.item == "close" for happened in news.happened)
    if news.own or passed or any(len(one.heads) > 1 or one.event or one.outcomes or one.entered for one in found):
        return ()
    return tuple(one.heads[0].text for one in found)


def _told(story: Story, course: Course, viewer: str, *, summed: bool) -> Told:
    options = [option for one in story.all if (option := option_of(one, course))]
    return Told(
        tuple(headline(one, course) for one in story.all),
        _event(story, course),
        tuple(filter(None, (option.outcome.get(story.reception or "", "").strip() for option in options))),
        tuple(_overridden(option.override, course) for option in options if option.override),
        judgement(story, viewer) if summed else None,
        tuple(_changes(known_lines(story.lines, viewer).lines, course)),
        unknown(known_lines(story.lines, viewer).hidden),
        tuple(_entered(story, course)),
        tuple(_notes(story)),
    )


def headline(one: Happened, course: Course) -> Head:
    """Who did what, and how it was meant or taken."""
    if one.item == "close":
        return Head(f"Round {one.round} closes{f': {CONGRESS}' if 'congress' in one.flags else ''}", "")
    item = item_of(one, course)
    if isinstance(item, Event) and one.kind not in ANSWERS:
        return Head(event_name(item), "")
    option = option_of(one, course)
    if option is None:
        return Head(f"{NAMES[one.by]}, by the rules", one.how or one.reception or "")
    return Head(f"{NAMES[one.by]}: {option.label.rstrip('.')}", one.how or one.reception or "")


def _event(story: Story, course: Course) -> Sourced | None:
    item = item_of(story.first, course)
    return Sourced(item.text, _cited(item.cite, course)) if isinstance(item, Event) and item.text else None


def _overridden(override: tuple[str, str, Cites], course: Course) -> Sourced:
    word, reason, cites = override
    said = f"The author of the case sets this reception against the rules: {word}. {reason}"
    return Sourced(said, _cited(cites, course))


def _cited(cites: Cites, course: Course) -> str:
    return citation(cites, course.scenario.common) if cites else ""


def judgement(story: Story, viewer: str) -> Judgement | None:
    """What the rules made of the move; the last judgement, if an answer added to an offer."""
    for one in reversed([*filter(None, [story.judged]), *story.all]):
        known = known_lines(one.lines, viewer).lines
        if lines := tuple(line for line in known if line.what in LADDERS and line.rule != "answer"):
            ladder = LADDERS[lines[0].what]
            chosen = (h for h in story.all if h.kind in ANSWERS[:2] and not h.by_rules and h.reception in ladder)
            return Judgement(lines[0].what, lines, next(chosen, None))
    return None


def level_of(line: Line) -> str:
    """The level that a line of a sum leads to, with its word; beyond the ladder's end only its number."""
    ladder = LADDERS[line.what]
    return f"{line.after} {ladder[line.after]}" if 0 <= line.after < len(ladder) else str(line.after)


def _changes(lines: Sequence[Line], course: Course) -> Iterator[Change]:
    by_meter: dict[str, list[Line]] = {}
    for line in lines:
        if line.step and line.what not in LADDERS and line.what not in OF_A_ROUND:
            by_meter.setdefault(line.what, []).append(line)
    for what, steps in by_meter.items():
        yield Change(what, counted(what, course.scenario), tuple(steps))


def unknown(hidden: int) -> str:
    """That so many lines are not known yet; "" if there are none."""
    if not hidden:
        return ""
    return f"{'One line is' if hidden == 1 else f'{hidden} lines are'} not known to you before the debrief."


def _entered(story: Story, course: Course) -> Iterator[Entry]:
    for line in story.lines:
        if line.what.startswith("ledger.") and line.step > 0:
            yield course.scenario.agreements[line.what.removeprefix("ledger.")]


def _notes(story: Story) -> Iterator[str]:
    flags = {flag for h in story.all for flag in h.flags}
    if "strangulation" in flags:
        yield f"It binds Washington over an open wound: {FLAGS['strangulation']}."
    if "congress" in flags:
        yield f"{CONGRESS}: a verdict that nobody in the administration chose."


# --- the lines in full ---------------------------------------------------------------------------------------


class InFull(NamedTuple):
    """A story with every rule that was asked for it, also those that changed nothing."""

    heads: tuple[Head, ...]
    lines: tuple[Line, ...]
    unknown: str


def in_full(happened: Sequence[Happened], course: Course, viewer: str) -> list[InFull]:
    """Every rule that was asked, as far as a capital may know, move by move."""
    found = []
    for story in stories(happened, course, viewer):
        known = known_lines(story.lines, viewer)
        heads = tuple(headline(one, course) for one in story.all)
        lines = tuple(line for line in known.lines if line.what not in OF_A_ROUND)
        found.append(InFull(heads, lines, unknown(known.hidden)))
    return found


def is_our_reading(line: Line) -> bool:
    """Does a line rest on a passage that does not say it in so many words?"""
    return not line.stated and line.cite != (OURS,)


# --- where it happened ---------------------------------------------------------------------------------------


def item_of(one: Happened, course: Course) -> Decision | Event | None:
    """The decision or event that something happened at."""
    return None if one.item == "close" else course.scenario.play[course.scenario.index(one.item)]


def option_of(one: Happened, course: Course) -> Option | None:
    """The option that was taken, if one was."""
    item = item_of(one, course)
    return item.option(one.option) if isinstance(item, Decision) and one.option else None


# --- the game so far -----------------------------------------------------------------------------------------


def rounds(game: Game, viewer: str) -> list[tuple[int, list[Story]]]:
    """What a capital may know of a game so far, round by round; of the closes only those that turned it."""
    by_round: dict[int, list[Story]] = {}
    for story in stories(game.log, game.course, viewer):
        if story.first.item != "close" or "congress" in story.first.flags:
            by_round.setdefault(story.first.round, []).append(story)
    return sorted(by_round.items())


def reasons(game: Game) -> list[tuple[str, str]]:
    """The player's own decisions with the reasons given; none where the other capital's player could read them."""
    own = [turn.chose for turn in game.own_turns() if isinstance(turn.chose, Chose)]
    if game.role == BOTH:
        return []
    return [(_title(chose.decision, game.course), chose.reason) for chose in own if chose.reason]


def _title(decision_id: str, course: Course) -> str:
    decision = course.scenario.decision(decision_id)
    return decision.title if decision else spoken(decision_id)

"""A game: a course, who plays whom, and the list of what was done. Everything else is recomputed from that list.

Going back is an entry like any other, so nothing that was tried is lost. Games are frozen: each step gives a new one.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from random import Random
from typing import NamedTuple, Protocol

from game.play.course import Course, Happened
from game.play.position import Position
from game.rules.moves import Act, Offer, Reply
from game.rules.words import CAPITALS, CONDITIONS, FOLLOW_UPS, MARKED, OFFER_RECEPTIONS, RECEPTIONS
from game.scenario.model import Decision, Event, Option

BOTH = "both"
"""The role of two people at one keyboard."""
PERSON = "person"
DRAWN = "drawn"
"""An opponent drawn with the seed and not shown before the debrief."""
CAN_BE_DRAWN = ("history", "due", "hard-liner", "accommodator")


class Prediction(NamedTuple):
    """What a player expected of a move before seeing what came: a word, and what it would hang on."""

    expects: str
    because: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Chose:
    """An option was chosen. ``reception`` is what the move met, as far as it was known when the next entry came."""

    decision: str
    by: str
    option: str
    predicted: Prediction | None = None
    reason: str = ""
    reception: str | None = None


@dataclass(frozen=True, slots=True)
class Drew:
    """Chance spoke: did the work of that event leak?"""

    event: str
    leaked: bool


@dataclass(frozen=True, slots=True)
class WentBack:
    """The player went back to a decision of its own; everything from it on is undone."""

    to: str


@dataclass(frozen=True, slots=True)
class HandedOver:
    """The keyboard passed to the other capital."""

    to: str


Entry = Chose | Drew | WentBack | HandedOver


class Turn(NamedTuple):
    """One choice and everything that happened because of it, up to the next choice or draw of chance."""

    chose: Chose | Drew
    before: Position
    after: Position
    happened: tuple[Happened, ...]


class Chooser(Protocol):
    """Whoever plays a capital that no person plays: the index of the option it takes."""

    def __call__(self, course: Course, position: Position, /) -> int:
        """Choose at the decision that waits."""
        ...


class NotPossible(ValueError):
    """A choice that cannot be made there; the message is for people. ``choices`` are the ids that can."""

    def __init__(self, message: str, choices: Sequence[str] = ()) -> None:
        """Keep the message and what could have been chosen."""
        super().__init__(message)
        self.choices = tuple(choices)


@dataclass(frozen=True, eq=False)
class Game:
    """One game. ``role`` is a capital or ``both``; ``opponent`` a disposition, ``drawn`` or ``person``."""

    course: Course
    role: str
    opponent: str = "history"
    seed: int = 0
    player: str = ""
    entries: tuple[Entry, ...] = ()
    learned: bool = field(default=True)
    """Predictions are asked for; an instructor may switch them off."""

    # --- where it stands -------------------------------------------------------------------------------------

    @cached_property
    def turns(self) -> tuple[Turn, ...]:
        """The turns that stand, in order; those undone are not among them. Raises NotPossible if one cannot be."""
        return tuple(self._replayed(standing(self.entries)))

    @cached_property
    def opening(self) -> tuple[Position, tuple[Happened, ...]]:
        """The first position, and what happened before anybody chose."""
        log: list[Happened] = []
        return self.course.start(log), tuple(log)

    @property
    def position(self) -> Position:
        """Where it stands now."""
        return self.turns[-1].after if self.turns else self.opening[0]

    @property
    def log(self) -> tuple[Happened, ...]:
        """Everything that happened, in order."""
        return self.opening[1] + tuple(h for turn in self.turns for h in turn.happened)

    @property
    def waiting(self) -> Decision | Event | None:
        """What waits: a decision, chance, or nothing at the end."""
        return self.course.waiting(self.position)

    @property
    def over(self) -> bool:
        """Is it at its end?"""
        return self.waiting is None

    @property
    def disposition(self) -> str:
        """The opponent, with the one that was drawn named."""
        if self.opponent != DRAWN:
            return self.opponent
        return Random(f"{self.seed}:opponent").choice(CAN_BE_DRAWN)

    def is_person(self, capital: str) -> bool:
        """Does a person play this capital?"""
        return self.role in (capital, BOTH)

    @property
    def decision(self) -> Decision | None:
        """The decision that waits for a person, or None."""
        item = self.waiting
        return item if isinstance(item, Decision) and self.is_person(item.by) else None

    @property
    def options(self) -> tuple[Option, ...]:
        """What can be chosen now."""
        return self.course.options(self.position)

    def own_turns(self) -> tuple[Turn, ...]:
        """The turns that a person took."""
        return tuple(t for t in self.turns if isinstance(t.chose, Chose) and self.is_person(t.chose.by))

    def undone(self) -> tuple[Chose, ...]:
        """Choices of a person that were taken back, in the order in which they were made."""
        kept = {id(e) for e in standing(self.entries)}
        return tuple(e for e in self.entries if isinstance(e, Chose) and self.is_person(e.by) and id(e) not in kept)

    # --- doing something -------------------------------------------------------------------------------------

    def choose(self, option: str, predicted: Prediction | None = None, reason: str = "") -> "Game":
        """The game after an option is chosen at the decision that waits. Raises NotPossible if it cannot be."""
        item = self.waiting
        if not isinstance(item, Decision):
            raise NotPossible("nothing waits to be decided")
        ids = [o.id for o in self.options]
        if option not in ids:
            raise NotPossible(f"{option!r} cannot be chosen at {item.id}", ids)
        return self.after(Chose(item.id, item.by, option, predicted, reason))

    def run_on(self, chooser: Chooser | None = None) -> "Game":
        """The game played on by chance and by whoever is no person, until a person must choose or it is over."""
        game = self
        while (item := game.waiting) is not None and game.decision is None:
            if isinstance(item, Event):
                game = game.after(Drew(item.id, game.draws(item)))
            else:
                assert chooser is not None
                option = item.options[chooser(game.course, game.position)]
                game = game.after(Chose(item.id, item.by, option.id))
        return game

    def draws(self, event: Event) -> bool:
        """What chance says of an event: drawn from the seed and the event's id, so going back does not redraw it."""
        n, m = event.odds or (0, 1)
        return Random(f"{self.seed}:{event.id}").random() < n / m

    @property
    def can_go_back(self) -> bool:
        """Is there a choice of one's own to go back to? Never across a hand-over."""
        return self.role != BOTH and bool(self.own_turns())

    def back(self) -> "Game":
        """The game gone back to one's last decision; recorded. Raises NotPossible if there is none."""
        if not self.can_go_back:
            raise NotPossible("there is nothing to go back to")
        last = self.own_turns()[-1].chose
        assert isinstance(last, Chose)
        return replace(self, entries=(*self.entries, WentBack(last.decision)))

    def back_to(self, decision: str) -> "Game":
        """A new game that has come as far as a decision and no further: where a what-if begins."""
        kept: list[Entry] = []
        for turn in self.turns:
            if isinstance(turn.chose, Chose) and turn.chose.decision == decision:
                return replace(self, entries=tuple(kept))
            kept.append(turn.chose)
        raise NotPossible(f"{decision!r} was not met in this game")

    def hand_over(self, to: str) -> "Game":
        """The game with the keyboard passed on."""
        return replace(self, entries=(*self.entries, HandedOver(to)))

    # --- recomputing -----------------------------------------------------------------------------------------

    def after(self, entry: Entry) -> "Game":
        """The game with one entry more. Raises NotPossible if what it says cannot be done here."""
        game = replace(self, entries=(*self.entries, entry))
        if isinstance(entry, Chose | Drew):  # the turns before it need not be played again
            game.__dict__["turns"] = (*self.turns, self._turn(self.position, entry))
        return game

    def _replayed(self, entries: Sequence[Chose | Drew]) -> Iterator[Turn]:
        position = self.opening[0]
        for entry in entries:
            turn = self._turn(position, entry)
            position = turn.after
            yield turn

    def _turn(self, position: Position, entry: Chose | Drew) -> Turn:
        item, log = self.course.waiting(position), list[Happened]()
        name = entry.event if isinstance(entry, Drew) else entry.decision
        if item is None or item.id != name:
            raise NotPossible(
                f"{name!r} does not come up there" + (f"; {item.id!r} does" if item else ": the game is over")
            )
        if isinstance(entry, Drew):
            return Turn(entry, position, self.course.chance(position, entry.leaked, log), tuple(log))
        options = self.course.options(position)
        option = next((o for o in options if o.id == entry.option), None)
        if option is None:
            raise NotPossible(f"{entry.option!r} cannot be chosen at {item.id}", [o.id for o in options])
        return Turn(entry, position, self.course.choose(position, option, log), tuple(log))


def standing(entries: Sequence[Entry]) -> list[Chose | Drew]:
    """The choices and draws that stand after every going back."""
    kept: list[Chose | Drew] = []
    for entry in entries:
        if isinstance(entry, WentBack):
            at = max(
                (i for i, e in enumerate(kept) if isinstance(e, Chose) and e.decision == entry.to),
                default=len(kept),
            )
            del kept[at:]
        elif isinstance(entry, Chose | Drew):
            kept.append(entry)
    return kept


# --- predictions ---------------------------------------------------------------------------------------------


class Asked(NamedTuple):
    """What a player is asked to predict of a move: the question, its answers, and what it may hang on."""

    question: str
    answers: tuple[str, ...]
    because: tuple[str, ...] = ()


ACT_CAUSES = (*MARKED, "breach", "no warning", "old grievance", "working relation")
OFFER_CAUSES = (*CONDITIONS, "accusation", "open wound", "shut field")


def asked(option: Option) -> Asked | None:
    """What is to be predicted when this option is chosen; None where only a reason is asked for."""
    move = option.move
    if isinstance(move, Act):
        return Asked("How will Mexico City take it?", RECEPTIONS, ACT_CAUSES)
    if isinstance(move, Offer):
        return Asked("How will the offer be received?", OFFER_RECEPTIONS, OFFER_CAUSES)
    if isinstance(move, Reply) and move.level > 0:
        return Asked("What will Washington do then?", FOLLOW_UPS)
    return None


def came(turn: Turn, log: Sequence[Happened]) -> str | None:
    """What the prediction of a turn is held against: the reception of its move, or Washington's follow-up."""
    if not isinstance(turn.chose, Chose) or not turn.happened:
        return None
    own = next((h for h in turn.happened if h.item == turn.chose.decision), None)
    if own is None:
        return None
    if own.kind in ("act", "offer"):
        return own.reception or _answering(own, log, ("reply", "answer"))
    if own.kind == "reply":
        return _answering(own, log, ("follow",), subject=own.answers)
    return None


def _answering(
    own: Happened, log: Sequence[Happened], kinds: tuple[str, ...], subject: str | None = None
) -> str | None:
    """The word with which a move was answered."""
    target = subject or own.item
    found = next((h for h in log if h.answers == target and h.kind in kinds), None)
    return found.how if found else None


def reception_of(item: str, log: Sequence[Happened]) -> str | None:
    """The reception that the act or offer of a decision, or an incident, met."""
    for happened in log:
        if happened.item == item and happened.reception and happened.kind in ("act", "offer"):
            return happened.reception
        if happened.answers == item and happened.kind in ("reply", "answer"):
            return happened.reception
    return None


__all__ = [
    "BOTH",
    "CAPITALS",
    "DRAWN",
    "PERSON",
    "Asked",
    "Chooser",
    "Chose",
    "Drew",
    "Entry",
    "Game",
    "HandedOver",
    "NotPossible",
    "Prediction",
    "Turn",
    "WentBack",
    "asked",
    "came",
    "reception_of",
    "standing",
]

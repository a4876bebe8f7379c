"""An author's last choices made again on a changed text: what each met then, and what it meets now."""

from collections.abc import Iterator
from typing import NamedTuple

from game.play.course import Course
from game.play.game import BOTH, Chose, Drew, Game, came
from game.play.opponents import Seat
from game.play.position import Position
from game.play.walk import ending_of
from game.scenario.model import Decision, Event


class Last(NamedTuple):
    """The choices of both capitals in a game, and what chance said; whether the game came to its end."""

    made: tuple[Chose | Drew, ...]
    over: bool = True


HISTORY = Last(())
"""No game yet: what really happened, as the text has it at the time."""


class Choice(NamedTuple):
    """One choice of a game: the decision and its title, the option, what it met, and what is odd about it."""

    decision: str
    title: str
    option: str
    met: str = ""
    odd: str = ""


class Replay(NamedTuple):
    """A game by its choices. ``ending`` is empty while it is not over; ``positions``: how things stood, by decision."""

    choices: tuple[Choice, ...]
    ending: str
    positions: dict[str, Position]


class Row(NamedTuple):
    """One choice, then and now."""

    decision: str
    title: str
    option: str
    then: str
    now: str
    odd: str = ""

    @property
    def differs(self) -> bool:
        """Is something no longer as it was?"""
        return bool(self.odd) or self.then != self.now


def replayed(course: Course, last: Last) -> Replay:
    """Make the same choices again. Where one cannot be made, what a person would plainly do is done, and said so."""
    return _Walk(course, last).replay()


def compared(then: Replay, now: Replay) -> tuple[Row, ...]:
    """The choices now, each beside what the same choice met then."""
    met = {choice.decision: choice.met for choice in then.choices if not choice.odd}
    return tuple(Row(c.decision, c.title, c.option, met.get(c.decision, c.met), c.met, c.odd) for c in now.choices)


class _Walk:
    """One way through a course, led by what was chosen before."""

    def __init__(self, course: Course, last: Last) -> None:
        self.course, self.last = course, last
        self.wanted = {one.decision: one.option for one in last.made if isinstance(one, Chose)}
        self.leaked = {one.event: one.leaked for one in last.made if isinstance(one, Drew)}
        self.game = Game(course, BOTH, "person")
        self.odd: dict[str, str] = {}

    def replay(self) -> Replay:
        while (item := self.game.waiting) is not None and not self._stops(item):
            if isinstance(item, Event):
                self.game = self.game.after(Drew(item.id, self.leaked.get(item.id, False)))
            else:
                self.game = self.game.choose(self._option(item))
        positions = {turn.chose.decision: turn.before for turn in self.game.turns if isinstance(turn.chose, Chose)}
        if isinstance(self.game.waiting, Decision):
            positions[self.game.waiting.id] = self.game.position
        ending = ending_of(self.course, self.game.position) if self.game.over else ""
        return Replay((*self._made(), *self._never_met()), ending, positions)

    def _stops(self, item: Decision | Event) -> bool:
        """A game that was left before its end goes as far as it went: to the last choice that still comes up."""
        if self.last.over:
            return False
        rest = {later.id for later in self.course.scenario.play[self.course.scenario.index(item.id) :]}
        return not rest & self.wanted.keys()

    def _option(self, decision: Decision) -> str:
        """What was chosen, if it can be; else what a person is taken to do, with a word on why."""
        open_ = [option.id for option in self.game.options]
        wanted = self.wanted.get(decision.id)
        if wanted in open_ and wanted is not None:
            return wanted
        seat = Seat(self.course, self.game.position)
        plain = decision.options[seat.plain()].id
        if wanted is not None:
            cannot = "cannot be chosen here now" if decision.option(wanted) else "is gone"
            self.odd[decision.id] = f"{wanted} {cannot}; {plain} taken"
        elif self.last.made:
            self.odd[decision.id] = f"did not come up then; {plain} taken"
        return plain

    def _made(self) -> Iterator[Choice]:
        for turn in self.game.turns:
            if isinstance(turn.chose, Chose):
                name, option = turn.chose.decision, turn.chose.option
                decision = self.course.scenario.decision(name)
                title = decision.title if decision else name
                yield Choice(name, title, option, came(turn, self.game.log) or "", self.odd.get(name, ""))

    def _never_met(self) -> Iterator[Choice]:
        """What was chosen where nothing is asked any more."""
        met = {turn.chose.decision for turn in self.game.turns if isinstance(turn.chose, Chose)}
        for name, option in self.wanted.items():
            if name not in met:
                decision = self.course.scenario.decision(name)
                odd = "the decision does not come up now" if decision else "the decision is gone"
                yield Choice(name, decision.title if decision else name, option, "", odd)


__all__ = ["HISTORY", "Choice", "Last", "Replay", "Row", "compared", "replayed"]

"""The course of a scenario under a theory: from one choice to the next.

A course is made once for a scenario and a theory. Its steps are pure: position and choice in, position out, and,
for whoever asks, the record of everything that happened in between. Inside a step one :class:`Going` is changed in
place from its first item to its last.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from game.play.gates import Gate
from game.play.happened import Happened, Log
from game.play.position import Going, Position, Table
from game.play.table import Dealings
from game.reading.diagnostics import Diagnostic, Place, Unreadable, quoted
from game.rules.moves import (
    Act,
    Administration,
    Answer,
    Consent,
    Develop,
    Follow,
    Happening,
    Keeps,
    Leak,
    Move,
    Objection,
    Offer,
    Omission,
    Pressure,
    Reply,
    Tell,
    Trouble,
    Turn,
    Wait,
)
from game.rules.resolve import Matter, Resolution, Rules, next_round
from game.rules.state import Field, Ground, Home, Setting
from game.rules.theory import Theory
from game.rules.trace import Line
from game.rules.words import CONDITIONS, NOBODY
from game.scenario.model import Decision, Event, Option, Scenario

JUDGED = "judged"
"""What lies on the table between two rounds: the round that closed."""


class Occasion(NamedTuple):
    """A phase of the theory, and what its rules must know."""

    phase: str
    matter: Matter
    flags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Course:
    """A scenario under a theory, ready to be played."""

    scenario: Scenario
    theory: Theory
    setting: Setting
    rules: Rules
    dealings: Dealings
    gates: tuple[Gate, ...]
    """For each item of the play when it comes, and which of its options can be chosen."""

    @classmethod
    def of(cls, scenario: Scenario, theory: Theory) -> "Course":
        """The course of a scenario under a theory. Raises Unreadable where the one begins beyond the other's limits."""
        if found := [*_beyond(scenario, theory)]:
            raise Unreadable(found)
        dealings = Dealings.of(scenario, theory)
        gates = tuple(Gate.of(item, dealings) for item in scenario.play)
        return cls(scenario, theory, dealings.setting, dealings.rules, dealings, gates)

    # --- where it starts, what may be done -------------------------------------------------------------------

    def start(self, log: Log | None = None) -> Position:
        """The first point at which something is chosen."""
        scenario, empty = self.scenario, (0,) * len(self.scenario.play)
        ground = Ground(tuple(Field(*levels) for levels in scenario.start_levels), scenario.ledger)
        home = Home(scenario.frustration, scenario.standing)
        going = Going.on(Position(0, scenario.play[0].round, ground, home, None, empty, empty), log)
        self._on(going, 0)
        return self._judged_on(going)

    def waiting(self, position: Position) -> Decision | Event | None:
        """The decision, or the event of chance, that waits; None at the end."""
        return self.scenario.play[position.at] if position.at < len(self.scenario.play) else None

    def options(self, position: Position) -> tuple[Option, ...]:
        """The options that can be chosen here, in the order of the file. Empty at chance and at the end."""
        item = self.waiting(position)
        return tuple(item.options[i] for i in self.choices(position)) if isinstance(item, Decision) else ()

    def choices(self, position: Position) -> tuple[int, ...]:
        """The indices of the options that can be chosen here."""
        return self.gates[position.at].open(position) if position.at < len(self.gates) else ()

    # --- choosing --------------------------------------------------------------------------------------------

    def choose(self, position: Position, option: Option, log: Log | None = None) -> Position:
        """The next point after an option is chosen here. Raises ValueError if it cannot be chosen."""
        item = self.waiting(position)
        names = [o.id for o in item.options] if isinstance(item, Decision) else []
        index = names.index(option.id) if option.id in names else -1
        if index not in self.choices(position):
            raise ValueError(option.id)
        return self.follow(position, index, log)

    def follow(self, position: Position, index: int, log: Log | None = None) -> Position:
        """As :meth:`choose`, by index and unchecked."""
        going = Going.on(position, log)
        self.take(going, index)
        return self._judged_on(going)

    def chance(self, position: Position, leaks: bool, log: Log | None = None) -> Position:
        """The next point after chance has spoken."""
        going = Going.on(position, log)
        self.draw(going, leaks)
        return self._judged_on(going)

    # --- one stretch of a step: to the next choice, or to the close of the round ------------------------------

    def take(self, going: Going, index: int) -> None:
        """Make the move of an option, and go on."""
        item = self.scenario.play[going.at]
        assert isinstance(item, Decision)
        going.unfresh()
        going.chosen[going.at] = index + 1
        option, dealings = item.options[index], self.dealings
        match option.move:
            case Act():
                dealings.lay_act(going, index)
            case Offer():
                dealings.lay_offer(going, index)
            case Reply() as move:
                dealings.reply(going, move, item)
            case Answer() as answer:
                dealings.answer(going, answer, item)
            case Follow(how=how):
                dealings.follow_up(going, how, item)
            case _:
                self._work(going, item, _occasion(option.move, item.by), option)
        self._on(going, going.at + 1)

    def draw(self, going: Going, leaks: bool) -> None:
        """Let chance speak, and go on."""
        event = self.scenario.play[going.at]
        assert isinstance(event, Event)
        if leaks:
            self._work(going, event, _happening(Leak(), self.setting.fields[0]))
        going.unfresh()
        self._on(going, going.at + 1)

    def judge(self, going: Going, full: bool, gone: bool) -> None:
        """Let the home fronts judge a closed round: is frustration full, is standing gone? Then begin the next."""
        ground, at, log, play = going.ground, going.at, going.log, self.scenario.play
        last = at == len(play)

        def work() -> Resolution:
            done = self.rules.judged(ground, last, full, gone)
            return done._replace(ground=next_round(done.ground))

        done = self.dealings.once(("judged", ground, last, full, gone), work)
        lines = going.settle(done, self.theory)
        going.table = None
        if log is not None:
            before = log.pop().lines if log and _closes(log[-1], going.round) else ()
            if before or lines:  # the record has the state in which the next round begins
                log.append(_close_of(going, before + lines)._replace(flags=done.flags))
        if not last:
            going.round = play[at].round
            self._on(going, at)

    # --- from one item to the next ---------------------------------------------------------------------------

    def _on(self, going: Going, first: int) -> None:
        """Pass over what has nothing to decide and let events happen; stop at a choice, and where a round closes."""
        play = self.scenario.play
        for at in range(first, len(play)):
            item = play[at]
            if item.round > going.round:
                self._close(going, at)
                return
            going.at = at
            if self._meet_event(going, item) if isinstance(item, Event) else self._meet_decision(going, item):
                return
        self._close(going, len(play))

    def _meet_decision(self, going: Going, item: Decision) -> bool:
        """Has this decision something to decide here? An opening comes to a clear table."""
        gate = self.gates[going.at]
        if not self._asks(item, going.table) or not gate.comes(going) or not gate.leads_on(going):
            return False
        if item.kind != "opening" or going.table is None:
            return True
        self.dealings.finish(going)
        return gate.leads_on(going)

    def _asks(self, item: Decision, table: Table | None) -> bool:
        """Does what lies on the table ask for a decision of this kind, or none?"""
        if item.kind == "opening":
            return True
        if table is None or table.kind != item.kind:
            return False
        return item.kind != "answer" or self.dealings.maker(table) != item.by

    def _meet_event(self, going: Going, item: Event) -> bool:
        """Let an event happen if it comes; stop at it if chance must speak."""
        if not self.gates[going.at].comes(going):
            return False
        if isinstance(item.move, Leak):
            return self._exposes(going)
        if not item.of or self.dealings.secret(item, going) >= 0:
            self.dealings.finish(going)
            self._happen(going, item)
            going.unfresh()
        return False

    def exposes(self, position: Position) -> bool:
        """Would a leak that comes here find something that can leak?"""
        return self._exposes(Going.on(position))

    def _exposes(self, going: Going) -> bool:
        """Is there something that can leak? An offer left to the rules is finished first if it would make a result."""
        if going.table is not None and going.table.kind == "answer":
            finished = going.aside()
            self.dealings.finish(finished)
            if self._exposed(finished.ground):
                self.dealings.finish(going)
        return self._exposed(going.ground)

    def _exposed(self, ground: Ground) -> bool:
        """Is the last thing that happened a result that no body shelters?"""
        return ground.fresh > 0 and not self.setting.has_body(ground.ledger, self.setting.fields[ground.fresh - 1])

    def _happen(self, going: Going, item: Event) -> None:
        """Let an event happen on a clear table."""
        move = item.move
        if item.of:
            self.dealings.lay_act(going, self.dealings.secret(item, going))
        elif isinstance(move, Act):
            self.dealings.lay_act(going, -1)
        else:
            assert move is not None
            self._work(going, item, _happening(move, self.setting.fields[0]))

    def _work(self, going: Going, item: Decision | Event, occasion: Occasion, option: Option | None = None) -> None:
        """Work a move or event that nobody answers."""
        ground, (phase, matter, flags) = going.ground, occasion
        key = (phase, item.id, option and option.id, ground)
        done = self.dealings.once(key, lambda: self.rules.simple(phase, matter, ground, flags))
        lines = going.settle(done, self.theory)
        if going.log is not None:
            by = item.by if isinstance(item, Decision) else NOBODY
            name = option.id if option else None
            going.log.append(Happened(item.id, by, name, item.round, phase, lines, flags, going.state))

    # --- from one round to the next --------------------------------------------------------------------------

    def _close(self, going: Going, at: int) -> None:
        """Close a round: what lies on the table is finished, and the round itself is laid there to be judged."""
        self.dealings.finish(going)
        ground, last = going.ground, at == len(self.scenario.play)
        done = self.dealings.once(("close", ground, last), lambda: self.rules.close(ground, last))
        lines = going.settle(done, self.theory)
        going.at, going.table = at, Table(JUDGED, at, -1)
        if going.log is not None and lines:
            going.log.append(_close_of(going, lines))

    def _judged_on(self, going: Going) -> Position:
        """Let the home fronts judge each round that closed, and go on to the next choice."""
        while going.table is not None and going.table.kind == JUDGED:
            full = going.home.reaches("frustration", self.theory.limits["frustration"])
            self.judge(going, full, not going.home.reaches("standing", 1))
        return going.stopped()


def _beyond(scenario: Scenario, theory: Theory) -> Iterator[Diagnostic]:
    """What of the start of a scenario lies beyond the limits of a theory, that knows no such state."""
    starts = [("frustration", "frustration", scenario.frustration), ("standing", "standing", scenario.standing)]
    for field, levels in zip(scenario.fields, scenario.start_levels, strict=True):
        starts += [("condition", f"{field}.{name}", level) for name, level in zip(CONDITIONS, levels, strict=True)]
    for limit, what, number in starts:
        most = theory.limits[limit]
        if number > most:
            message = f"{scenario.id} starts at {what} {number}, and under {quoted(theory.title)} that ends at {most}"
            yield Diagnostic(Place(scenario.path or scenario.id), "error", "beyond-limits", message, f"0 to {most}")


def _closes(happened: Happened, round_: int) -> bool:
    """Is this the record of the close of a round?"""
    return happened.item == "close" and happened.round == round_


def _close_of(going: Going, lines: tuple[Line, ...]) -> Happened:
    """The record of the close of a round."""
    return Happened("close", NOBODY, None, going.round, "close", lines, (), going.state)


@cache
def _occasion(move: Move, by: str) -> Occasion:
    """The occasion of a move that nobody answers."""
    match move:
        case Tell(field=where):
            return Occasion("tell", Matter(where, by=by))
        case Consent(field=where):
            return Occasion("consent", Matter(where, by=by))
        case Objection(field=where):
            return Occasion("objection", Matter(where, by=by))
        case Turn(field=where, to=level):
            return Occasion("turn", Matter(where, by=by, level=level or 0))
        case Keeps(entry=entry):
            return Occasion("keeps", Matter("", by=by, entry=entry))
        case Wait():
            return Occasion("wait", Matter("", by=by))
    raise TypeError(move)


@cache
def _happening(move: Happening, main: str) -> Occasion:
    """The occasion of an event."""
    match move:
        case Leak():
            return Occasion("leak", Matter(main), ("leaked",))
        case Omission(field=where):
            return Occasion("omission", Matter(where))
        case Develop():
            return Occasion("develop", Matter(main, given=move))
        case Trouble():
            return Occasion("trouble", Matter(main))
        case Pressure(change=change):
            return Occasion("pressure", Matter(main, change=change))
        case Administration(side=side):
            return Occasion("administration", Matter(main, by=side))
    raise TypeError(move)


__all__ = ["Course", "Happened", "Log", "Occasion"]

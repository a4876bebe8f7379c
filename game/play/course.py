"""The course of a scenario under a theory: from one choice to the next.

A course is made once for a scenario and a theory. Its steps are pure: position and choice in, position out, and,
for whoever asks, the record of everything that happened in between.
"""

from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from game.play.happened import Happened, Log
from game.play.position import Position, Table, holds
from game.play.table import OFFER_MARK, Dealings, marked, state_of
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
from game.rules.resolve import Matter, Rules, next_round
from game.rules.state import Field, Ground, Home, Setting
from game.rules.theory import Theory
from game.rules.trace import Line
from game.rules.words import NOBODY
from game.scenario.model import Decision, Event, Option, Scenario

JUDGED = "judged"
"""What lies on the table between two rounds: the round that closed."""
CONDITIONAL = (Reply, Follow, Keeps, Consent)
"""Moves that can be made only as things lie; any other can whenever its option is there."""


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
    unconditional: dict[str, tuple[int, ...]]
    """The indices of the options of decisions all of whose options can be chosen whenever they come up."""

    @classmethod
    def of(cls, scenario: Scenario, theory: Theory) -> "Course":
        """The course of a scenario under a theory."""
        dealings = Dealings.of(scenario, theory)
        unconditional = {
            d.id: tuple(range(len(d.options))) for d in scenario.decisions if not any(map(_conditional, d.options))
        }
        return cls(scenario, theory, dealings.setting, dealings.rules, dealings, unconditional)

    # --- where it starts, what may be done -------------------------------------------------------------------

    def start(self, log: Log | None = None) -> Position:
        """The first point at which something is chosen."""
        scenario, empty = self.scenario, (0,) * len(self.scenario.play)
        ground = Ground(tuple(Field(*levels) for levels in scenario.start_levels), scenario.ledger)
        home = Home(scenario.frustration, scenario.standing)
        first = Position(0, scenario.play[0].round, ground, home, None, empty, empty)
        return self._judged_on(self._on(first, log, 0), log)

    def waiting(self, position: Position) -> Decision | Event | None:
        """The decision, or the event of chance, that waits; None at the end."""
        return self.scenario.play[position.at] if position.at < len(self.scenario.play) else None

    def options(self, position: Position) -> tuple[Option, ...]:
        """The options that can be chosen here, in the order of the file. Empty at chance and at the end."""
        item = self.waiting(position)
        return tuple(item.options[i] for i in self._open(item, position)) if isinstance(item, Decision) else ()

    def choices(self, position: Position) -> tuple[int, ...]:
        """The indices of the options that can be chosen here."""
        item = self.waiting(position)
        return self._open(item, position) if isinstance(item, Decision) else ()

    def _open(self, item: Decision, position: Position) -> tuple[int, ...]:
        """The indices of the options of a decision that can be chosen."""
        if item.id in self.unconditional:
            return self.unconditional[item.id]
        return tuple(
            index
            for index, option in enumerate(item.options)
            if (option.when is None or holds(option.when, position, self.scenario))
            and (not isinstance(option.move, CONDITIONAL) or self._fits(option.move, position))
        )

    def _fits(self, move: Move, position: Position) -> bool:
        """Can this move be made as things lie?"""
        table, ground = position.table, position.ground
        match move:
            case Reply():
                return table is not None and self._reply_fits(move, table, ground)
            case Follow(how="someone-goes"):
                return table is not None and self.dealings.act_on(table).incident
            case Keeps(entry=entry):
                return entry in ground.ledger
            case Consent(field=where):  # telling opens consent
                return bool(ground.fields[self.setting.index(where)].told)
        return True

    def _reply_fits(self, move: Reply, table: Table, ground: Ground) -> bool:
        if ground.floor and move.level < table.due:
            return False
        return move.manner is None or self.dealings.act_on(table).verdict

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
        return self._judged_on(self.taken(position, index, log), log)

    def chance(self, position: Position, leaks: bool, log: Log | None = None) -> Position:
        """The next point after chance has spoken."""
        return self._judged_on(self.drawn(position, leaks, log), log)

    def taken(self, position: Position, index: int, log: Log | None = None) -> Position:
        """As :meth:`follow`, but only to the close of the round, where the home fronts judge."""
        at, item = position.at, self.scenario.play[position.at]
        assert isinstance(item, Decision)
        _, round_, ground, home, table, chosen, received = _unfresh(position)
        position = Position(at, round_, ground, home, table, marked(chosen, at, index + 1), received)
        return self._on(self._make(position, item, index, log), log, at + 1)

    def drawn(self, position: Position, leaks: bool, log: Log | None = None) -> Position:
        """As :meth:`chance`, but only to the close of the round."""
        event = self.scenario.play[position.at]
        assert isinstance(event, Event)
        if leaks:
            position = self._work(position, event, _happening(Leak(), self.setting.fields[0]), log)
        return self._on(_unfresh(position), log, position.at + 1)

    def _make(self, position: Position, item: Decision, index: int, log: Log | None) -> Position:
        """Make the move of an option."""
        option, dealings = item.options[index], self.dealings
        match option.move:
            case Act():
                return dealings.lay_act(position, index, log)
            case Offer():
                return dealings.lay_offer(position, index, log)
            case Reply() as move:
                return dealings.reply(position, move, log, item)
            case Answer() as answer:
                return dealings.answer(position, answer, log, item)
            case Follow(how=how):
                return dealings.follow_up(position, how, log, item)
        return self._work(position, item, _occasion(option.move, item.by), log, option)

    # --- from one item to the next ---------------------------------------------------------------------------

    def _on(self, position: Position, log: Log | None, at: int) -> Position:
        """Pass over what has nothing to decide and let events happen; stop at a choice, and where a round closes."""
        play = self.scenario.play
        while at < len(play):
            item = play[at]
            if item.round > position.round:
                return self._closed(position, log, at)
            if isinstance(item, Event):
                position, stops = self._meet_event(position, item, at, log)
            else:
                position, stops = self._meet_decision(position, item, log)
            if stops:
                return _moved(position, at)
            at += 1
        return self._closed(position, log, at)

    def _judged_on(self, position: Position, log: Log | None) -> Position:
        """Let the home fronts judge each round that closed, and go on to the next choice."""
        while position.table is not None and position.table.kind == JUDGED:
            full = position.home.reaches("frustration", self.theory.limits["frustration"])
            position = self.judged(position, full, not position.home.reaches("standing", 1), log)
        return position

    def _meet_decision(self, position: Position, item: Decision, log: Log | None) -> tuple[Position, bool]:
        """Has this decision something to decide here? An opening comes to a clear table."""
        if not self._asks(item, position.table) or not _comes(item, position, self.scenario):
            return position, False
        if not self._open(item, position):
            return position, False
        if item.kind != "opening" or position.table is None:
            return position, True
        position = self.dealings.finish(position, log)
        return position, bool(self._open(item, position))

    def _asks(self, item: Decision, table: Table | None) -> bool:
        """Does what lies on the table ask for a decision of this kind, or none?"""
        if item.kind == "opening":
            return True
        if table is None or table.kind != item.kind:
            return False
        return item.kind != "answer" or self.dealings.maker(table) != item.by

    def _meet_event(self, position: Position, item: Event, at: int, log: Log | None) -> tuple[Position, bool]:
        """Let an event happen if it comes; stop at it if chance must speak."""
        if not _comes(item, position, self.scenario):
            return position, False
        if isinstance(item.move, Leak):
            return self._exposes(position, log)
        if item.of and self.dealings.secret(item, position) < 0:
            return position, False
        position = _moved(self.dealings.finish(position, log), at)
        return _unfresh(self._happen(position, item, log)), False

    def _exposes(self, position: Position, log: Log | None) -> tuple[Position, bool]:
        """Is there something that can leak? An offer left to the rules is finished first if it would make a result."""
        table = position.table
        if table is not None and table.kind == "answer" and self._exposed(self.dealings.finish(position, None)):
            return self.dealings.finish(position, log), True
        return position, self._exposed(position)

    def _exposed(self, position: Position) -> bool:
        """Is the last thing that happened a result that no body shelters?"""
        fresh = position.ground.fresh
        return fresh > 0 and not self.setting.has_body(position.ground.ledger, self.setting.fields[fresh - 1])

    def _happen(self, position: Position, item: Event, log: Log | None) -> Position:
        """Let an event happen on a clear table."""
        move = item.move
        if item.of:
            return self.dealings.lay_act(position, self.dealings.secret(item, position), log)
        if isinstance(move, Act):
            return self.dealings.lay_act(position, -1, log)
        assert move is not None
        return self._work(position, item, _happening(move, self.setting.fields[0]), log)

    def _closed(self, position: Position, log: Log | None, at: int) -> Position:
        """Close a round: what lies on the table is finished, and the round itself is laid there to be judged."""
        position = self.dealings.finish(position, log)
        ground, last = position.ground, at == len(self.scenario.play)
        done = self.dealings.once(("close", ground, last), lambda: self.rules.close(ground, last))
        position, lines = self.dealings.settled(position, done, log)
        _, round_, ground, home, _, chosen, received = position
        position = Position(at, round_, ground, home, Table(JUDGED, at, -1), chosen, received)
        if log is not None and lines:
            log.append(_close_of(position, lines))
        return position

    def judged(self, position: Position, full: bool, gone: bool, log: Log | None = None) -> Position:
        """The home fronts judge a closed round: is frustration full, is standing gone? Then the next one begins."""
        ground, at, play = position.ground, position.at, self.scenario.play
        last = at == len(play)
        key = ("judged", ground, last, full, gone)
        done = self.dealings.once(key, lambda: self.rules.judged(ground, last, full, gone))
        position, lines = self.dealings.settled(position, done, log)
        _, round_, ground, home, _, chosen, received = position
        position = Position(at, round_, next_round(ground), home, None, chosen, received)
        if log is not None:
            before = log.pop().lines if log and _closes(log[-1], position.round) else ()
            if before or lines:  # the record has the state in which the next round begins
                log.append(_close_of(position, before + lines)._replace(flags=done.flags))
        return position if last else self._on(position._replace(round=play[at].round), log, at)

    def _work(
        self,
        position: Position,
        item: Decision | Event,
        occasion: Occasion,
        log: Log | None,
        option: Option | None = None,
    ) -> Position:
        """Work a move or event that nobody answers."""
        ground = position.ground
        key = (occasion.phase, item.id, option and option.id, ground)
        phase, matter, flags = occasion
        done = self.dealings.once(key, lambda: self.rules.simple(phase, matter, ground, flags))
        position, lines = self.dealings.settled(position, done, log)
        if log is not None:
            by = item.by if isinstance(item, Decision) else NOBODY
            name = option.id if option else None
            log.append(Happened(item.id, by, name, item.round, phase, lines, flags, state_of(position)))
        return position


def _closes(happened: Happened, round_: int) -> bool:
    """Is this the record of the close of a round?"""
    return happened.item == "close" and happened.round == round_


def _close_of(position: Position, lines: tuple[Line, ...]) -> Happened:
    """The record of the close of a round."""
    return Happened("close", NOBODY, None, position.round, "close", lines, (), state_of(position))


def _conditional(option: Option) -> bool:
    """Is there a question whether this option can be chosen?"""
    return option.when is not None or isinstance(option.move, CONDITIONAL)


def _moved(position: Position, at: int) -> Position:
    """The position at another item."""
    return Position(at, *position[1:])


def _comes(item: Decision | Event, position: Position, scenario: Scenario) -> bool:
    """Is an item not ruled out by its ``if``?"""
    return item.when is None or holds(item.when, position, scenario)


def _unfresh(position: Position) -> Position:
    """Something else has happened: the last result can no longer leak."""
    ground = position.ground
    return position._replace(ground=ground._replace(fresh=0)) if ground.fresh else position


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


__all__ = ["OFFER_MARK", "Course", "Happened", "Log", "Occasion"]

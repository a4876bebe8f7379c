"""Where a game stands, as frozen tuples; and the same while a step is under way, changed in place."""

from dataclasses import dataclass, replace
from typing import NamedTuple

from game.play.happened import Log
from game.rules.resolve import Resolution
from game.rules.state import Ground, Home, State
from game.rules.theory import Theory
from game.rules.trace import Line


class Table(NamedTuple):
    """What lies on the table: an act or incident that waits for ``reply`` or ``follow``, an offer for its ``answer``.

    ``item`` and ``option`` say which move it is (``option`` is -1 for an event); ``due`` is the reply due,
    ``level`` the reply given or the reception that the rules would give the offer.
    """

    kind: str
    item: int
    option: int
    due: int = 0
    level: int = 0


class Position(NamedTuple):
    """A point of a game at which somebody, or chance, must choose; or its end.

    ``at`` is the index of the item that waits in ``Scenario.play``, its length at the end. ``chosen`` and
    ``received`` hold, for each item, 1 + the option chosen and 1 + the reception that it met; 0 is nothing yet.
    """

    at: int
    round: int
    ground: Ground
    home: Home
    table: Table | None
    chosen: tuple[int, ...]
    received: tuple[int, ...]

    @property
    def state(self) -> State:
        """What the rules look at here."""
        return State(self.ground, self.home)


@dataclass(slots=True)
class Going:
    """As a :class:`Position`, but it goes on; with the record of what happens on the way, if anybody asks for it."""

    at: int
    round: int
    ground: Ground
    home: Home
    table: Table | None
    chosen: list[int] | dict[int, int]
    received: list[int] | dict[int, int]
    log: Log | None

    @classmethod
    def on(cls, position: Position, log: Log | None = None) -> "Going":
        """Go on from a position."""
        at, round_, ground, home, table, chosen, received = position
        return cls(at, round_, ground, home, table, list(chosen), list(received), log)

    def stopped(self) -> Position:
        """The position at which it has come to a stop."""
        return Position(
            self.at, self.round, self.ground, self.home, self.table, tuple(self.chosen), tuple(self.received)
        )

    def aside(self) -> "Going":
        """Another that goes on from here, to see what would come; nothing of it is recorded."""
        return replace(self, chosen=self.chosen.copy(), received=self.received.copy(), log=None)

    @property
    def state(self) -> State:
        """The state as it now is, for the record."""
        return State(self.ground, self.home.recorded)

    def settle(self, done: Resolution, theory: Theory) -> tuple[Line, ...]:
        """Work a resolution in; its lines, those at home only if somebody asks and the meters are known."""
        self.ground = done.ground
        if not done.home:
            return done.lines
        if self.log is not None and self.home.known:
            self.home, lines = done.traced(self.home, theory)
            return lines
        self.home = done.at_home(self.home, theory)
        return done.lines

    def unfresh(self) -> None:
        """Something else has happened: the last result can no longer leak."""
        if self.ground.fresh:
            self.ground = self.ground._replace(fresh=0)

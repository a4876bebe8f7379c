"""Games walked without any merging: every position a scenario can come to, and best play by plain recursion."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import NamedTuple

from game.play.course import Course
from game.play.graph import worth
from game.play.opponents import choose
from game.play.position import Position
from game.play.solve import BEST
from game.play.table import other
from game.rules.words import CAPITALS
from game.scenario.model import Event

LEAKS, QUIET = -1, -2
Worths = dict[str, float]
Taker = Callable[[Position], int]


class Step(NamedTuple):
    """A choice at a position and where it leads."""

    option: int
    to: Position


@dataclass
class Plain:
    """Every position of a course, none merged with another."""

    course: Course
    steps: dict[Position, tuple[Step, ...]] = field(default_factory=dict)

    @classmethod
    def of(cls, course: Course) -> "Plain":
        """Walk a course from its start."""
        plain, ahead = cls(course), [course.start()]
        while ahead:
            position = ahead.pop()
            if position not in plain.steps:
                plain.steps[position] = plain._steps(position)
                ahead += [step.to for step in plain.steps[position]]
        return plain

    def _steps(self, position: Position) -> tuple[Step, ...]:
        item = self.course.waiting(position)
        if item is None:
            return ()
        if isinstance(item, Event):
            return tuple(Step(said, self.course.chance(position, said == LEAKS)) for said in (LEAKS, QUIET))
        return tuple(Step(i, self.course.follow(position, i)) for i in self.course.choices(position))

    def by(self, position: Position) -> str:
        """Who chooses at a position."""
        item = self.course.waiting(position)
        return "" if item is None else "chance" if isinstance(item, Event) else item.by

    def odds(self, position: Position) -> tuple[int, int]:
        """The odds of a leak."""
        item = self.course.waiting(position)
        assert isinstance(item, Event)
        assert item.odds is not None
        return item.odds

    def games(self) -> int:
        """How many different games there are."""
        known: dict[Position, int] = {}

        def ways(position: Position) -> int:
            if position not in known:
                known[position] = sum(ways(step.to) for step in self.steps[position]) or 1
            return known[position]

        return ways(self.course.start())

    def best(self, capital: str, against: str) -> dict[Position, Worths]:
        """What positions are worth to both when a capital plays its best against one way of playing the other.

        All to which a game can come that the other plays so.
        """
        known: dict[Position, Worths] = {}
        fixed = {} if against == BEST else {other(capital): lambda at: choose(against, self.course, at)}

        def value(position: Position) -> Worths:
            if position not in known:
                known[position] = self._value(position, fixed, value)
            return known[position]

        value(self.course.start())
        return known

    def _value(self, position: Position, fixed: dict[str, Taker], value: Callable[[Position], Worths]) -> Worths:
        steps, by = self.steps[position], self.by(position)
        if not steps:
            return {capital: worth(self.course, position.state, capital) for capital in CAPITALS}
        if by in fixed:
            taken = fixed[by](position)
            return next(value(step.to) for step in steps if step.option == taken)
        ahead = [value(step.to) for step in steps]
        if by == "chance":
            n, m = self.odds(position)
            return {capital: (n * ahead[0][capital] + (m - n) * ahead[1][capital]) / m for capital in CAPITALS}
        return next(worths for worths in ahead if worths[by] >= max(w[by] for w in ahead) - 1e-9)

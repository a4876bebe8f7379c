"""Who sits where: whom one faces unless somebody says otherwise, and whoever plays a capital that no person plays."""

from dataclasses import dataclass, field

from game.play.course import Course
from game.play.game import BOTH, DRAWN, PERSON, Chooser, Game
from game.play.opponents import choose
from game.play.position import Position
from game.play.solve import BEST, Strategist
from game.play.table import other
from game.scenario.model import Scenario

HISTORY = "history"
FIRST = "first"
"""The level of a case that is made to be met first."""


def usual_opponent(scenario: Scenario, *, first_game: bool) -> str:
    """Whom one faces unless somebody says otherwise.

    What the case names; else what was really done in a first game, and in a case for a first one; else a disposition
    drawn with the seed.
    """
    if first_game or scenario.opponent != HISTORY or scenario.level == FIRST:
        return scenario.opponent
    return DRAWN


def seated(role: str, opponent: str) -> tuple[str, str]:
    """Role and opponent that fit each other: two persons play both capitals."""
    return (BOTH, PERSON) if BOTH in (role, opponent) or opponent == PERSON else (role, opponent)


@dataclass(slots=True)
class Disposition:
    """A disposition that looks at no future."""

    name: str

    def __call__(self, course: Course, position: Position) -> int:
        """The option it takes."""
        return choose(self.name, course, position)


@dataclass(slots=True)
class Opponents:
    """The choosers of one session; a strategist solves its scenario once under a theory and is kept."""

    strategists: dict[tuple[str, str, str], Strategist] = field(default_factory=dict)

    def of(self, game: Game) -> Chooser:
        """Whoever plays against the person of a game."""
        if game.disposition != BEST:
            return Disposition(game.disposition)
        capital, course = other(game.role), game.course
        key = (course.scenario.digest or course.scenario.id, course.theory.digest, capital)
        if key not in self.strategists:
            self.strategists[key] = Strategist(course, capital)
        return self.strategists[key]

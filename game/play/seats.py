"""Who plays a capital that no person plays: a disposition by name, ready to choose."""

from dataclasses import dataclass, field

from game.play.course import Course
from game.play.game import Chooser, Game
from game.play.opponents import choose
from game.play.position import Position
from game.play.solve import BEST, Strategist
from game.play.table import other


@dataclass(slots=True)
class Disposition:
    """A disposition that looks at no future."""

    name: str

    def __call__(self, course: Course, position: Position) -> int:
        """The option it takes."""
        return choose(self.name, course, position)


@dataclass(slots=True)
class Opponents:
    """The choosers of one session; a strategist solves its scenario once and is kept."""

    strategists: dict[tuple[str, str], Strategist] = field(default_factory=dict)

    def of(self, game: Game) -> Chooser:
        """Whoever plays against the person of a game."""
        if game.disposition != BEST:
            return Disposition(game.disposition)
        capital = other(game.role)
        key = (game.course.scenario.digest or game.course.scenario.id, capital)
        if key not in self.strategists:
            self.strategists[key] = Strategist(game.course, capital)
        return self.strategists[key]

"""One sitting at the terminal: the cases, the saves, and the game that is being played. It knows no screen.

Every answer is kept on disk before anything is drawn, so a closed terminal loses nothing but the line being typed.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from random import SystemRandom
from typing import NamedTuple, Protocol

from game.play.course import Course, Happened
from game.play.game import BOTH, DRAWN, PERSON, Chooser, Chose, Game, Prediction, Turn
from game.play.saves import NotKept, Opened, Record, Saved, Store
from game.rules.theory import Theory
from game.rules.words import CAPITALS
from game.scenario.model import Decision, Scenario

FIRST = "first"
"""The level of a case at which everything is shown at once."""


class Library(Protocol):
    """Where the cases come from."""

    def ids(self) -> list[str]:
        """The ids of all cases."""
        ...

    def get(self, name: str) -> Scenario:
        """A case by id. KeyError if there is none, Unreadable if its file has faults."""
        ...


class Wanted(NamedTuple):
    """What was asked for on the command line."""

    case: str | None = None
    role: str | None = None
    opponent: str | None = None
    seed: int | None = None
    player: str = ""
    predictions: bool = True


@dataclass(slots=True)
class Session:
    """The games of one sitting."""

    library: Library
    store: Store
    theory: Theory
    wanted: Wanted = field(default_factory=Wanted)
    game: Game | None = None
    record: Record | None = None
    choosers: dict[tuple[str, str], Chooser] = field(default_factory=dict)
    """Strategists by case and capital: solved once a sitting."""
    unkept: str = ""
    """Why the last answers could not be written, if they could not."""

    # --- the game that is played -----------------------------------------------------------------------------

    @property
    def playing(self) -> Game:
        """The game on the table. There must be one."""
        assert self.game is not None
        return self.game

    def begin(self, scenario: Scenario, role: str, opponent: str) -> None:
        """A new game, begun on disk at once."""
        wanted = self.wanted
        seed = wanted.seed if wanted.seed is not None else SystemRandom().randrange(1, 10_000)
        course = Course.of(scenario, self.theory)
        opponent = PERSON if role == BOTH else opponent
        game = Game(course, role, opponent, seed, wanted.player, learned=wanted.predictions)
        self.record = None
        self._now(game)

    def open(self, saved: Saved) -> tuple[str, ...]:
        """Go on with a kept game; what is to be said about it. Raises Unreadable."""
        opened: Opened = self.store.open(saved.path, self.library, self.theory)
        self.game, self.record = opened.game, opened.record
        return opened.notices

    def choose(self, option: str, predicted: Prediction | None, reason: str) -> None:
        """Choose an option at the decision that waits."""
        self._now(self.playing.choose(option, predicted, reason))

    def back(self) -> None:
        """Go back to one's last decision. Raises NotPossible if there is none."""
        self._now(self.playing.back())

    def hand_over(self, to: str) -> None:
        """The keyboard has passed to the other capital."""
        self._now(self.playing.hand_over(to))

    def run_on(self) -> None:
        """Let chance, and whoever no person plays, go on until a person must choose or it is over."""
        game = self.playing
        self._now(game.run_on(None if game.role == BOTH else self.chooser(game)))

    def chooser(self, game: Game) -> Chooser:
        """Whoever plays against the person."""
        disposition, capital = game.disposition, other(game.role)
        if disposition == "strategist":
            return self._strategist(game.course, capital)
        from game.play.opponents import choose

        return lambda course, position: choose(disposition, course, position)

    def _strategist(self, course: Course, capital: str) -> Chooser:
        from game.play.solve import Strategist

        key = (course.scenario.digest or course.scenario.id, capital)
        return self.choosers.setdefault(key, Strategist(course, capital))

    def _now(self, game: Game) -> None:
        self.game = game
        self.keep()

    def keep(self) -> None:
        """Write what is not written yet; what cannot be is kept in memory and tried again with the next."""
        try:
            if self.record is None:
                self.record = self.store.begin(self.playing, date.today().isoformat())
            self.record.keep(self.playing)
            self.unkept = ""
        except NotKept as error:
            self.unkept = str(error)

    # --- who is asked, and what is shown ---------------------------------------------------------------------

    @property
    def capital(self) -> str:
        """Whose screen it is: the capital that must choose, else the one that is played."""
        game = self.playing
        if game.decision is not None:
            return game.decision.by
        return game.role if game.role != BOTH else CAPITALS[0]

    @property
    def viewer(self) -> str:
        """Who looks, for what may be shown: a capital; everybody in a first game and after the end."""
        game = self.playing
        return BOTH if game.over or game.course.scenario.level == FIRST and game.role != BOTH else self.capital

    @property
    def must_hand_over(self) -> str | None:
        """The capital that the keyboard must pass to, if somebody else sits at it."""
        game, decision = self.playing, self.playing.decision
        if game.role != BOTH or decision is None:
            return None
        return decision.by if seated(game) not in (None, decision.by) else None

    def news(self, capital: str) -> "News":
        """What has happened since a capital last chose."""
        return news(self.playing, capital)


class News(NamedTuple):
    """What has happened since a capital last chose; the turn of that choice first, if there was one."""

    own: Turn | None
    turns: tuple[Turn, ...]
    opening: tuple[Happened, ...]
    """What happened before anybody chose, if the capital has not chosen yet."""

    @property
    def happened(self) -> tuple[Happened, ...]:
        """Everything, in order."""
        return self.opening + tuple(h for turn in self.turns for h in turn.happened)


def news(game: Game, capital: str) -> News:
    """What has happened since a capital last chose."""
    turns: Sequence[Turn] = game.turns
    last = max((i for i, t in enumerate(turns) if isinstance(t.chose, Chose) and t.chose.by == capital), default=None)
    if last is None:
        return News(None, tuple(turns), game.opening[1])
    return News(turns[last], tuple(turns[last:]), ())


def seated(game: Game) -> str | None:
    """Whoever sat at the keyboard last, by the entries of the game."""
    for entry in reversed(game.entries):
        if isinstance(entry, Chose):
            return entry.by
        if to := getattr(entry, "to", ""):
            return str(to) if to in CAPITALS else None
    return None


def other(capital: str) -> str:
    """The other capital."""
    return next(c for c in CAPITALS if c != capital)


def default_opponent(scenario: Scenario) -> str:
    """Whom one faces unless somebody changes it: history in a first game, else a disposition drawn by lot."""
    return scenario.opponent if scenario.level == FIRST or scenario.opponent != "history" else DRAWN


def decision_of(game: Game) -> Decision:
    """The decision that waits for a person. There must be one."""
    assert game.decision is not None
    return game.decision

"""One sitting at the terminal: the cases, the saves, and the game that is being played. It knows no screen.

Every answer is kept on disk before anything is drawn, so a closed terminal loses nothing but the line being typed.
"""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from random import SystemRandom
from typing import NamedTuple, Protocol

from game.play.course import Course
from game.play.game import BOTH, PERSON, Chooser, Chose, Game, Prediction, Turn
from game.play.happened import Happened
from game.play.seats import FIRST, Opponents
from game.reading.diagnostics import Unreadable
from game.rules.theory import Theory
from game.rules.words import CAPITALS
from game.saves.store import OWN_WORDS, NotKept, Record, Saved, Store, own_words_of
from game.scenario.model import Decision, Scenario


class Library(Protocol):
    """Where the cases come from."""

    def ids(self) -> list[str]:
        """The ids of all cases."""
        ...

    def get(self, name: str) -> Scenario:
        """A case by id. KeyError if there is none, Unreadable if its file has faults."""
        ...

    def pack_title(self, name: str) -> str:
        """The title of the pack that a case comes from, unless it comes with the game."""
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
    opponents: Opponents = field(default_factory=Opponents)
    """Whoever plays against persons; a strategist solves a case once a sitting."""
    what_if: Game | None = None
    """The finished game that a what-if branched off; a branch is not kept."""
    first: bool = False
    """It is a first game, which shows at once what a later one shows only in the debrief."""
    unkept: str = ""
    """Why the last answers could not be written, if they could not."""

    # --- the game that is played -----------------------------------------------------------------------------

    @property
    def rules(self) -> Theory:
        """The theory of the game on the table; without a game, the one that the sitting plays."""
        return self.game.course.theory if self.game is not None else self.theory

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
        self.take(Game(course, role, opponent, seed, wanted.player, learned=wanted.predictions))

    def take(self, game: Game) -> None:
        """Put a game on the table that stands anywhere; from here on it is kept as one that was begun here."""
        self.record, self.what_if = None, None
        self.first = game.course.scenario.level == FIRST or not self.played()
        self._now(game)

    def open(self, saved: Saved) -> tuple[str, ...]:
        """Go on with a kept game; what is to be said about it. Raises Unreadable."""
        opened = self.store.read(saved.path, self.library, self.theory)
        self.game, self.what_if = opened.game, None
        self.first = opened.game.course.scenario.level == FIRST or not self.played()
        try:
            self.record, self.unkept = self.store.go_on(saved.path, opened), ""
        except NotKept as error:
            self.record, self.unkept = None, str(error)
        return opened.notices

    def branch(self, decision: str) -> None:
        """A what-if: the finished game, come as far as a decision. Raises NotPossible."""
        original = self.what_if or self.playing
        self.game, self.what_if = original.back_to(decision), original

    def title(self, case: str) -> str:
        """The title of a case; its id where it cannot be read."""
        try:
            return self.library.get(case).title
        except (KeyError, Unreadable):
            return case

    def played(self) -> bool:
        """Has a game been finished here before?"""
        return any(saved.over for saved in self.store.list(self.library, self.theory))

    def finished(self) -> Game | None:
        """The finished game that a what-if would change: the one on the table, else the one finished last."""
        if self.what_if is not None:
            return self.what_if
        if self.game is not None and self.game.over:
            return self.game
        saved = next((s for s in self.store.list(self.library, self.theory) if s.over), None)
        if saved is None:
            return None
        self.open(saved)
        return self.game

    def as_before(self, option: str) -> None:
        """Take another option in a what-if, and let everything else go as it went in the finished game."""
        assert self.what_if is not None
        made = {t.chose.decision: t.chose.option for t in self.what_if.own_turns() if isinstance(t.chose, Chose)}
        self._now(self.playing.choose(option))
        self.run_on()
        while (game := self.playing).decision is not None:
            self._now(game.choose(_as_made(game, made.get(game.decision.id))))
            self.run_on()

    def end_what_if(self) -> None:
        """Back to the finished game."""
        if self.what_if is not None:
            self.game, self.what_if = self.what_if, None

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
        """Let chance, and whoever no person plays, go on until a person must choose or it is over.

        Raises TooLarge where a strategist would have to solve a case that is too large for it.
        """
        game = self.playing
        self._now(game.run_on(None if game.role == BOTH else self.chooser(game)))

    def withdraw(self) -> None:
        """Take the game off the table because its opponent cannot play; one that nobody has played is not kept."""
        untouched = not self.playing.own_turns()
        if self.record is not None and untouched and self.what_if is None:
            with suppress(OSError):  # then it stands among the games that go on, and says the same again
                self.store.delete(self.record.path)
        self.game, self.record, self.what_if = None, None, None

    def chooser(self, game: Game) -> Chooser:
        """Whoever plays against the person."""
        return self.opponents.of(game)

    def _now(self, game: Game) -> None:
        self.game = game
        self.keep()

    def keep(self) -> None:
        """Write what is not written yet; what cannot be is kept in memory and tried again with the next."""
        if self.what_if is not None:
            return
        try:
            if self.record is None:
                self.record = self.store.begin(self.playing, date.today().isoformat())
            self.record.keep(self.playing)
            self.unkept = ""
        except NotKept as error:
            self.unkept = str(error)

    # --- the student's own account ---------------------------------------------------------------------------

    @property
    def begun(self) -> str:
        """The date of play."""
        return self.record.header.begun if self.record else date.today().isoformat()

    def own_words(self) -> str:
        """What the student wrote about this game, if anything is kept."""
        return own_words_of(self.record.path) if self.record else ""

    def keep_own_words(self, text: str) -> str:
        """Keep what the student wrote, beside the game. Returns what is to be said about it, if anything."""
        path = self._words_path()
        if path is None or text == self.own_words():
            return ""
        try:
            path.write_text(text, encoding="utf-8")
        except OSError as error:
            return f"{path}: your own words could not be kept ({error.strerror or error})"
        return f"Your own words are kept: {path.name}"

    def _words_path(self) -> Path | None:
        return self.record.path.with_suffix(OWN_WORDS) if self.record else None

    # --- who is asked, and what is shown ---------------------------------------------------------------------

    @property
    def capital(self) -> str:
        """Whose screen it is: the capital that must choose, else the one that is played."""
        game = self.playing
        if game.decision is not None:
            return game.decision.by
        return game.role if game.role != BOTH else CAPITALS[0]

    @property
    def listener(self) -> str:
        """The capital that is told what has happened: after the end, the one whose player sits at the keyboard."""
        game = self.playing
        return (seated(game) or CAPITALS[0]) if game.over and game.role == BOTH else self.capital

    @property
    def viewer(self) -> str:
        """Who looks, for what may be shown: a capital; everybody in a first game and after the end."""
        game = self.playing
        return BOTH if game.over or (game.course.scenario.level == FIRST and game.role != BOTH) else self.capital

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


def _as_made(game: Game, made: str | None) -> str:
    """The option taken in the finished game if it can be taken here, else what a person is taken to do."""
    from game.play.opponents import Seat

    options = [option.id for option in game.options]
    if made in options and made is not None:
        return made
    seat = Seat(game.course, game.position)
    return seat.item.options[seat.plain()].id


def decision_of(game: Game) -> Decision:
    """The decision that waits for a person. There must be one."""
    assert game.decision is not None
    return game.decision

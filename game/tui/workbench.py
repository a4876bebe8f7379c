"""The workbench as a program: the text on one side, a game of it on the other, and back again."""

from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from textual.app import SystemCommand
from textual.screen import Screen
from textual.worker import Worker

from game.authoring.bench import Bench
from game.play.game import Game
from game.saves.store import Store
from game.scenario.model import Scenario
from game.sitting.session import Session
from game.tui import settings
from game.tui.app import TwoCapitals
from game.tui.flow import resumed
from game.tui.page import Page
from game.tui.screens.author import Author
from game.tui.themes import MEANING

if TYPE_CHECKING:
    from textual.document._history import EditHistory

QUITS = "ctrl+q leaves, and asks if something is unsaved."
"""Said at ctrl+c, by which many want to leave."""


class Alone:
    """A library of the one case that is being written."""

    def __init__(self, scenario: Scenario) -> None:
        """Offer a case."""
        self._scenario = scenario

    def ids(self) -> list[str]:
        """Its id."""
        return [self._scenario.id]

    def get(self, name: str) -> Scenario:
        """The case. Raises KeyError for any other."""
        if name != self._scenario.id:
            raise KeyError(name)
        return self._scenario

    def pack_title(self, name: str) -> str:
        """It belongs to no pack."""
        return ""


class Workbench(TwoCapitals):
    """A case is written. ``game`` is what shall be played when the program ends; None to leave."""

    def __init__(self, bench: Bench, theme: str = "", edits: "EditHistory | None" = None) -> None:
        """Lay out a text, with what can be undone in it."""
        super().__init__(_no_session, theme)
        self.bench, self.edits = bench, edits
        self.game: Game | None = None

    def get_default_screen(self) -> Page:
        """The workbench is the only screen; help and questions lie over it."""
        return Author(self.bench)

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """The screen that asked is told; nothing is played here."""

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:
        """The command palette: what can be done from anywhere."""
        yield SystemCommand("Help", "What this screen is for", lambda: self.show_help(screen))
        for name, meaning in MEANING.items():
            yield SystemCommand(f"Colours: {name}", meaning, lambda name=name: self.use_theme(name))
        yield SystemCommand("Quit", "Leave; asks if something is unsaved", self.action_quit)

    async def action_quit(self) -> None:
        """Leave, unless something would be lost by it."""
        author = self.screen_stack[0]
        assert isinstance(author, Author)
        author.quit()

    def action_help_quit(self) -> None:
        """Say how to leave, at ctrl+c where nothing is there to be copied."""
        self.tell(QUITS)

    def play(self, game: Game, edits: "EditHistory") -> None:
        """End, for a game to be played; the workbench comes back after it, and can undo what it could."""
        self.game, self.edits = game, edits
        self.exit(0)


class Beginning(Page):
    """Lies under a game that begins in its middle; it is never seen for long."""

    def __init__(self) -> None:
        """Nothing lies on it yet."""
        super().__init__()
        self._laid = False

    def on_mount(self) -> None:
        """Go to the decision that waits."""
        self.call_after_refresh(self._lay)

    def _lay(self) -> None:
        self._laid = True
        self.game_app.lay(resumed(self.session))

    def on_screen_resume(self) -> None:
        """Whatever lay over it was left: so is the game."""
        if self._laid:
            self.app.exit(0)


class Trial(TwoCapitals):
    """A game that its author plays from somewhere in its middle. To leave it is to go back to the text."""

    def get_default_screen(self) -> Page:
        """There is no home here."""
        return Beginning()

    def home(self) -> None:
        """Back to the text."""
        self.exit(0)


def _no_session() -> Session:
    raise AssertionError("nothing is played at the workbench")


def trial_of(game: Game, folder: Path, theme: str = "") -> Trial:
    """The usual screens, with a game on the table that is kept in a folder."""
    session = Session(Alone(game.course.scenario), Store(folder), game.course.theory)
    session.take(game)
    return Trial(lambda: session, theme)


def work(bench: Bench) -> int:
    """Write a case in this terminal, and play it as often as is wanted. Returns the exit status."""
    edits = None
    while True:
        app = Workbench(bench, settings.known().get("theme", ""), edits)
        status = _run(app)
        if app.game is None:
            return status
        edits = app.edits
        with TemporaryDirectory(prefix="two-capitals-") as folder:
            trial = trial_of(app.game, Path(folder), settings.known().get("theme", ""))
            _run(trial)
            bench.played(trial.session.playing)


def _run(app: TwoCapitals) -> int:
    status = app.run()
    if app.fault is not None:
        raise app.fault
    return app.return_code or status or 0

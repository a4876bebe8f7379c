"""Conducts a game over the screens: an answer goes to the session, and the next screen is shown."""

from typing import TYPE_CHECKING

from textual.worker import Worker, WorkerState

from game.play.game import Prediction
from game.play.solve import BEST, TooLarge
from game.reading.diagnostics import Unreadable
from game.saves.store import Saved
from game.tui.flow import following, resumed
from game.tui.page import Page

if TYPE_CHECKING:
    from game.tui.app import TwoCapitals

THINKING = "The other capital thinks it through; once a game this takes a moment."
KEPT = "The game is kept: Go on takes it up where it stands."
FINISHED = "The game is kept: it stands under Debriefs."
NOT_KEPT = "This what-if is not kept; the finished game is."
WENT_BACK = "Gone back one decision. The debrief will say so."


class Conduct:
    """One game on the screens of a program."""

    def __init__(self, app: "TwoCapitals") -> None:
        """Conduct the game of a program's session."""
        self.app, self.session = app, app.session
        self.thinking: Worker[None] | None = None

    def open(self, saved: Saved, *, instead: bool = False) -> None:
        """Go on with a kept game, or open its debrief; what is odd about it is said."""
        try:
            notices = self.session.open(saved)
        except Unreadable as error:
            self.app.tell(*(fault.message for fault in error.diagnostics))
            return
        self.app.tell(*notices)
        self.app.lay(resumed(self.session), instead=instead)

    def choose(self, option: str, predicted: Prediction | None, reason: str) -> None:
        """An option is chosen: kept at once, then everybody else goes on."""
        self.session.choose(option, predicted, reason)
        self.play_on()

    def play_on(self) -> None:
        """Let the others go on, and show what came of it. Exact best play is worked out beside the screen."""
        if self.session.playing.disposition == BEST:
            self.app.tell(THINKING)
            self.thinking = self.app.run_worker(self.session.run_on, thread=True, exclusive=True, exit_on_error=False)
        else:
            self.session.run_on()
            self.follow(told=False)

    def thought(self, event: Worker.StateChanged) -> None:
        """The other capital has thought it through, or cannot."""
        if event.worker is not self.thinking:
            return
        if event.state == WorkerState.SUCCESS:
            self.follow(told=False)
        elif isinstance(error := event.worker.error, TooLarge):
            self.session.withdraw()
            self.app.tell(f"{error}. Face another opponent.")
            self.app.home()
        elif error is not None:
            raise error

    def follow(self, *, told: bool = True) -> None:
        """Show what comes next; ``told`` is whether what has happened has been shown already."""
        self.app.tell(self.session.unkept)
        self.app.lay(following(self.session, told=told), instead=True)

    def hand_over(self, to: str) -> None:
        """The other capital has sat down."""
        self.session.hand_over(to)
        self.follow(told=False)

    def back(self) -> None:
        """Back one decision; it is recorded."""
        if self.session.playing.can_go_back:
            self.session.back()
            self.app.tell(WENT_BACK)
            self.follow()

    def leave(self) -> None:
        """Home; the game is kept."""
        over = self.session.playing.over
        kept = NOT_KEPT if self.session.what_if is not None else FINISHED if over else KEPT
        self.app.tell(self.session.unkept or kept)
        self.session.end_what_if()
        self.app.home()

    def branch(self, decision: str, option: str) -> None:
        """Change a decision of a finished game: with an option the rest goes as before, without one is played."""
        self.session.branch(decision)
        if not option:
            self.follow()
            return
        self.session.as_before(option)
        self.app.lay(self._compared(decision), instead=True)

    def _compared(self, decision: str) -> Page:
        from game.tui.screens.what_if import Compared

        assert self.session.what_if is not None
        return Compared(self.session.what_if, self.session.playing, decision)

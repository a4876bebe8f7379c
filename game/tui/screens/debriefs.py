"""Debriefs: the games that are kept, the finished ones first: to read, to print, to go on, to delete after asking."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from game.debrief import wording
from game.saves.store import Saved
from game.sitting.rival import begun_under
from game.sitting.signs import dotted
from game.tui.picking import Picking
from game.tui.widgets.choices import Choice, Choices
from game.tui.widgets.panel import Panel


class Debriefs(Picking):
    """A list of finished games."""

    HELP = """The games that are kept: first the finished ones, the one played last on top, then those that go on.
Enter opens the debrief, where s writes the sheet to print, or goes on with the game. Del (or Backspace) deletes a
game, after asking: y deletes it, Esc keeps it. The files lie in the folder of saves."""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "take", "open", key_display="Enter"),
        Binding("delete,backspace", "ask", "delete", key_display="Del"),
        Binding("y", "delete", "yes, delete it"),
    ]

    def __init__(self) -> None:
        """Look for games after the first paint."""
        super().__init__()
        self._games: list[Saved] = []
        self._asked: Saved | None = None

    def body(self) -> ComposeResult:
        """The list, and a question."""
        with Panel(id="text"):
            yield Choices()
        yield Static("", id="question", markup=False)

    def on_mount(self) -> None:
        """List the games."""
        self.say("Debriefs", "the games that are kept")
        self.choices.focus()
        self.watch(self.choices, "at", self._moved_on, init=False)
        self.call_after_refresh(self.look)

    def look(self) -> None:
        """List the games."""
        session = self.session
        self._games = sorted(session.store.list(session.library, session.theory), key=lambda saved: not saved.over)
        self._ask(None)
        self.choices.offer([self._choice(saved) for saved in self._games])

    def _choice(self, saved: Saved) -> Choice:
        header = saved.header
        title = self.session.title(header.scenario)
        line = saved.line if saved.over else f"goes on at: {saved.line}"
        under = begun_under(header.theory, self.session.theory)
        parts = [wording.day_of(header.begun), wording.NAMES[header.role], header.player, under, line]
        return Choice(title, dotted(*parts), apart=True)

    def _ask(self, saved: Saved | None) -> None:
        self._asked = saved
        text = f"Delete {saved.path.name}? y deletes it for good; Esc keeps it." if saved else ""
        if not self._games:
            text = "No game is kept."
        self.query_one("#question", Static).update(Content(text))
        self.refresh_bindings()

    # --- keys ------------------------------------------------------------------------------------------------

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Deleting is offered where there is a game, and the yes to it where it was asked for."""
        if action in ("delete", "ask"):
            return bool(self._games) and (self._asked is not None) == (action == "delete")
        return super().check_action(action, parameters)

    def action_ask(self) -> None:
        """Ask before deleting."""
        if self._games:
            self._ask(self._games[self.choices.at])

    def action_delete(self) -> None:
        """Delete what was asked about."""
        if self._asked is None:
            return
        try:
            self.session.store.delete(self._asked.path)
        except OSError as error:
            self.game_app.tell(f"It could not be deleted: {error.strerror or error}")
        self.look()

    def action_leave(self) -> None:
        """Keep the game that was asked about; or go back."""
        if self._asked:
            self._ask(None)
        else:
            super().action_leave()

    def _moved_on(self) -> None:
        """Whoever moves on has answered no."""
        if self._asked:
            self._ask(None)

    def on_choices_taken(self, message: Choices.Taken) -> None:
        """Open a debrief, or keep the game that was asked about."""
        if self._asked:
            self._ask(None)
        else:
            self.conduct.open(self._games[message.at], instead=True)

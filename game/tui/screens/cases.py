"""Cases: every case at hand, with its years, minutes, cell, and whether it was played before."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from game.reading.diagnostics import Unreadable
from game.rules.numbers import so_many
from game.sitting.cases import case_in_words
from game.sitting.signs import dotted
from game.tui.picking import Picking
from game.tui.widgets.choices import Choice, Choices
from game.tui.widgets.panel import Panel


class Cases(Picking):
    """A list of cases."""

    HELP = """All cases: years, minutes, level, the cell of the paper's figure in which the first move of
history falls, and how often you have finished it here. Enter shows the brief. An instructor's own cases stand
here too, if the game was started with --scenarios."""
    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "take", "brief", key_display="Enter")]

    def body(self) -> ComposeResult:
        """The list."""
        with Panel(id="text"):
            yield Choices()

    def on_mount(self) -> None:
        """Read the cases after the first paint."""
        self.say("Cases", "")
        self.choices.focus()
        self.call_after_refresh(self.look)

    def look(self) -> None:
        """Offer every case."""
        session = self.session
        played = [s.header.scenario for s in session.store.list(session.library, session.theory) if s.over]
        self.choices.offer([self._choice(name, played.count(name)) for name in session.library.ids()])

    def _choice(self, name: str, played: int) -> Choice:
        try:
            scenario = self.session.library.get(name)
        except Unreadable as error:
            return Choice(name, f"cannot be read: {so_many(len(error.diagnostics), 'fault')}", apart=True)
        pack = self.session.library.pack_title(name)
        return Choice(scenario.title, dotted(*case_in_words(scenario, played), pack), apart=True)

    def on_choices_taken(self, message: Choices.Taken) -> None:
        """Show the brief of a case."""
        self.game_app.show_brief(self.session.library.ids()[message.at], instead=True)

"""Cases: every case at hand, with its years, minutes, cell, and whether it was played before."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from game.reading.diagnostics import Unreadable
from game.rules.numbers import so_many
from game.scenario.model import Scenario
from game.sitting.cases import case_in_words, explained
from game.sitting.signs import dotted
from game.tui.picking import Picking
from game.tui.widgets.choices import Choice, Choices
from game.tui.widgets.panel import Panel


class Cases(Picking):
    """A list of cases."""

    HELP = """All cases: years, minutes, level, what kind of move history begins with, and how often you have
finished it here. Enter shows the brief. An instructor's own cases stand here too, if the game was started with
--scenarios.

A case of level first shows everything that happens; in one of level standard you see what your capital could know, and
the rest in the debrief; one of level advanced has more to weigh. A move is operational if it solves a problem,
principled if it states a principle; unilateral if it is done alone, negotiated if it is offered to the other capital.
These two questions make the four cells of the first figure of the paper behind the game."""
    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "take", "brief", key_display="Enter")]

    def body(self) -> ComposeResult:
        """The list, and what the words beside the case under the cursor mean."""
        with Panel(id="text"):
            yield Choices()
        yield Static("", id="words-of-case", markup=False)

    def on_mount(self) -> None:
        """Read the cases after the first paint."""
        self.say("Cases", "")
        self.choices.focus()
        self.watch(self.choices, "at", self._explain, init=False)
        self.call_after_refresh(self.look)

    def look(self) -> None:
        """Offer every case."""
        session = self.session
        kept = session.store.list(session.library, session.theory)
        played = [saved.header.scenario for saved in kept if saved.over]
        begun = [saved.header.scenario for saved in kept if not saved.over]
        names = session.library.ids()
        self.choices.offer([self._choice(name, played.count(name), begun.count(name)) for name in names])
        self._explain()

    def _scenario(self, name: str) -> Scenario | None:
        try:
            return self.session.library.get(name)
        except Unreadable:
            return None

    def _choice(self, name: str, played: int, begun: int) -> Choice:
        try:
            scenario = self.session.library.get(name)
        except Unreadable as error:
            return Choice(name, f"cannot be read: {so_many(len(error.diagnostics), 'fault')}", apart=True)
        pack = self.session.library.pack_title(name)
        return Choice(scenario.title, dotted(*case_in_words(scenario, played, begun), pack), apart=True)

    def _explain(self) -> None:
        """Say what the words beside the case under the cursor mean."""
        names = self.session.library.ids()
        scenario = self._scenario(names[self.choices.at]) if names else None
        said = " ".join(explained(scenario)) if scenario else ""
        self.query_one("#words-of-case", Static).update(Content(said))

    def on_choices_taken(self, message: Choices.Taken) -> None:
        """Show the brief of a case."""
        self.game_app.show_brief(self.session.library.ids()[message.at], instead=True)

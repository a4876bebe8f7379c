"""A screen that is read: a sheet, and the keys to read on and to go back."""

from collections.abc import Iterable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from game.printing.document import Block
from game.tui.page import Page
from game.tui.widgets.panel import Panel
from game.tui.widgets.sheet import Sheet


class Reading(Page):
    """Shows blocks; Space reads on, Esc goes back."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space,pagedown", "read(1)", "read on", key_display="Space"),
        Binding("pageup,b", "read(-1)", "read back", show=False),
        Binding("down,j", "line(1)", "a line down", show=False),
        Binding("up,k", "line(-1)", "a line up", show=False),
        Binding("home", "end(-1)", "to the beginning", show=False),
        Binding("end", "end(1)", "to the end", show=False),
        Binding("escape,enter,q", "leave", "back", key_display="Esc"),
    ]

    def body(self) -> ComposeResult:
        """One sheet."""
        with Panel(id="text"):
            yield Sheet()

    def blocks(self) -> Iterable[Block]:
        """What is read."""
        return ()

    def on_mount(self) -> None:
        """Show it."""
        self.draw()

    def draw(self) -> None:
        """Show the blocks."""
        self.query_one("#text Sheet", Sheet).show(tuple(self.blocks()))

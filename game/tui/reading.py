"""A screen that is only read: a sheet, and the keys to read on and to go back."""

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
        Binding("escape,enter,q", "leave", "back", key_display="Esc"),
        Binding("space,pagedown", "read(1)", "read on", key_display="Space"),
        Binding("pageup,b", "read(-1)", "", show=False),
        Binding("down,j", "line(1)", "", show=False),
        Binding("up,k", "line(-1)", "", show=False),
        Binding("home", "end(-1)", "", show=False),
        Binding("end", "end(1)", "", show=False),
    ]

    def body(self) -> ComposeResult:
        """One sheet."""
        with Panel(id="text"):
            yield Sheet()

    def blocks(self) -> Iterable[Block]:
        """What is read."""
        return ()

    def on_mount(self) -> None:
        """Paint first; long texts are set after it."""
        self.call_after_refresh(self.draw)

    def draw(self) -> None:
        """Show the blocks."""
        self.query_one(Sheet).show(tuple(self.blocks()))

    def action_read(self, by: int) -> None:
        """Read on, or back."""
        self.query_one(Panel).page(by)

    def action_line(self, by: int) -> None:
        """Move the text by a line."""
        self.query_one(Panel).scroll_relative(y=by, animate=False)

    def action_end(self, by: int) -> None:
        """To the beginning or the end."""
        panel = self.query_one(Panel)
        panel.scroll_to(y=panel.max_scroll_y if by > 0 else 0, animate=False)

"""One line that a player types. What would speak to the terminal is left out as it comes in, pasted or typed."""

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widgets import Input

from game.reading.characters import clean


class Line(Input):
    """An input without a frame that takes harmless characters only."""

    DEFAULT_CSS = "Line { border: none; height: 1; padding: 0; }"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "submit", "done", key_display="Enter")]

    def replace(self, text: str, start: int, end: int) -> None:
        """Put text in place of a part of the line: everything typed or pasted comes by here."""
        super().replace(clean(text), start, end)

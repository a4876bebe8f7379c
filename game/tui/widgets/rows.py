"""A table from which one row is taken. Its columns are set to the width; the head stands still above it."""

from collections.abc import Sequence
from typing import NamedTuple

from textual import events
from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from game.sitting.symbols import SIGNS
from game.tui.setting import padded
from game.tui.widgets.choices import Choice, Choices

GAP = 2
MARK = 2
"""The cursor and a space."""


class Column(NamedTuple):
    """A column: its name, and how wide it is; the one of width 0 takes what is left."""

    name: str
    width: int = 0


class Rows(Choices):
    """Rows of cells, one under the cursor."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's word
        """No row yet."""
        super().__init__(id=id)
        self.columns: tuple[Column, ...] = ()
        self._cells: tuple[tuple[Content, ...], ...] = ()

    def fill(self, columns: Sequence[Column], rows: Sequence[Sequence[Content]], at: int = 0) -> None:
        """Show other rows."""
        self.columns, self._cells = tuple(columns), tuple(map(tuple, rows))
        self.offer([Choice("")] * len(self._cells), at)

    def line(self, cells: Sequence[Content], width: int) -> Content:
        """One line: every cell in its column, what is too long cut."""
        fixed = sum(column.width for column in self.columns) + GAP * (len(self.columns) - 1) + MARK
        widths = [column.width or max(width - fixed, 4) for column in self.columns]
        parts = [padded(cell.truncate(room, ellipsis=True), room) for cell, room in zip(cells, widths, strict=True)]
        return Content(" " * GAP).join(parts).rstrip()

    def _row(self, index: int, choice: Choice, width: int) -> list[Content]:
        line = self.line(self._cells[index], width)
        if index == self.at:
            return [(Content(f"{SIGNS.cursor} ") + line).stylize("bold $capital")]
        return [line.pad_left(MARK)]

    def on_key(self, event: events.Key) -> None:
        """Digits take nothing here: rows have no numbers."""
        event.prevent_default()


class RowsHead(Widget):
    """The names of the columns, as wide as the rows below."""

    DEFAULT_CSS = "RowsHead { width: 1fr; height: 2; padding: 0 1; }"

    def __init__(self, rows: Rows) -> None:
        """Stand above some rows."""
        super().__init__()
        self._of = rows

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """A line and a rule."""
        return 2

    def render(self) -> Content:
        """The names, and a rule."""
        width = self.content_size.width
        names = [Content.styled(column.name, "$quiet") for column in self._of.columns]
        rule = Content.styled(SIGNS.rule * width, "$line")
        return (self._of.line(names, width).pad_left(MARK) if names else Content("")) + Content("\n") + rule

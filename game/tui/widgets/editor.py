"""A text with numbered lines, in which faulty places are marked beside the number and underlined."""

import re
from collections.abc import Iterable
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from rich.text import Text
from textual.geometry import Offset
from textual.strip import Strip

from game.reading.diagnostics import Diagnostic
from game.tui.widgets.words import Words

WORD = re.compile(r"\S+")
MARKS = {"error": "!", "warning": "~"}
MARGIN = 2
"""The columns between a line's number and its text; the mark takes the first."""


class Editor(Words):
    """The text of a case."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"editor--error", "editor--warning"}

    def __init__(self, text: str, *, id: str | None = None) -> None:  # noqa: A002 - Textual's word
        """Show a text."""
        super().__init__(text, id=id, show_line_numbers=True, soft_wrap=True, tab_behavior="indent", compact=True)
        self.indent_width = 2
        self.cursor_blink = False
        self._faults: dict[int, list[tuple[int, str]]] = {}
        """By row: the column and the gravity of each fault."""

    def mark(self, faults: Iterable[Diagnostic]) -> None:
        """Mark these faults, and no others."""
        marked: dict[int, list[tuple[int, str]]] = {}
        for fault in faults:
            marked.setdefault(fault.place.line - 1, []).append((fault.place.column - 1, fault.severity))
        if marked != self._faults:
            self._faults = marked
            self.notify_style_update()
            self.refresh()

    def get_line(self, line_index: int) -> Text:
        """A line, the words at which its faults stand underlined."""
        line = super().get_line(line_index)
        for column, severity in self._faults.get(line_index, ()):
            word = WORD.search(line.plain, column)
            style = self.get_component_rich_style(f"editor--{severity}", partial=True)
            line.stylize(style, *(word.span() if word else (0, len(line.plain))))
        return line

    def render_line(self, y: int) -> Strip:
        """A line as it is painted, with its mark."""
        strip = super().render_line(y)
        at = Offset(0, y + self.scroll_offset.y)
        if not self._faults or at.y >= self.wrapped_document.height:
            return strip
        row, column = self.wrapped_document.offset_to_location(at)
        gravest = min((severity for _, severity in self._faults.get(row, ())), default="")
        if not gravest or column:
            return strip
        number = self.gutter_width - MARGIN
        ground = next((segment.style for segment in strip.crop(number, number + 1) if segment.style), Style())
        style = ground + self.get_component_rich_style(f"editor--{gravest}", partial=True)
        mark = Strip([Segment(MARKS[gravest], style)], 1)
        return Strip.join([strip.crop(0, number), mark, strip.crop(number + 1)])

    def go_to(self, line: int, column: int = 1) -> None:
        """Put the cursor at a place, counted from 1, and show what stands around it."""
        row = max(0, min(line - 1, self.document.line_count - 1))
        self.move_cursor((row, max(0, min(column - 1, len(self.document.get_line(row))))))
        self.scroll_cursor_visible(center=True)

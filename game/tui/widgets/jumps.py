"""A list to look over and to jump from: arrows move, Enter or a click takes; headings among it cannot be taken."""

from collections.abc import Sequence
from typing import ClassVar, NamedTuple

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from game.sitting.symbols import SIGNS
from game.tui.setting import hung

BELOW = 4
"""So many lines from the cursor on are kept in sight: what belongs to a thing stands under it."""


class Jump(NamedTuple):
    """One thing of the list: its text, whether it can be taken, and how many columns it stands in."""

    text: Content
    can_be_taken: bool = True
    indent: int = 0


class Jumps(Widget, can_focus=True):
    """Things one under the other, one of them under the cursor."""

    DEFAULT_CSS = "Jumps { width: 1fr; height: auto; }"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "step(-1)", show=False),
        Binding("down", "step(1)", show=False),
        Binding("pageup", "step(-8)", show=False),
        Binding("pagedown", "step(8)", show=False),
        Binding("home", "end(-1)", show=False),
        Binding("end", "end(1)", show=False),
        Binding("enter", "take", show=False),
    ]

    at: reactive[int] = reactive(0)

    class Taken(Message):
        """Something was taken from a list."""

        def __init__(self, jumps: "Jumps", at: int) -> None:
            """Say what, and from which list."""
            super().__init__()
            self.jumps, self.at = jumps, at

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's word
        """List nothing yet."""
        super().__init__(id=id)
        self._rows: tuple[Jump, ...] = ()

    def show(self, rows: Sequence[Jump]) -> None:
        """List other things; the cursor stays where it is, as near as can be."""
        self._rows = tuple(rows)
        self.can_focus = any(row.can_be_taken for row in rows)
        self.at = self._nearest(self.at)
        self.refresh(layout=True)

    def _nearest(self, at: int) -> int:
        """The first thing from a place on that can be taken, else the last before it."""
        takable = [n for n, row in enumerate(self._rows) if row.can_be_taken]
        return next((n for n in takable if n >= at), takable[-1] if takable else 0)

    # --- how it looks ----------------------------------------------------------------------------------------

    def _lines(self, width: int) -> tuple[list[Content], list[int]]:
        """Lines, and for each the index of its thing."""
        lines: list[Content] = []
        owners: list[int] = []
        for index, row in enumerate(self._rows):
            here = index == self.at and row.can_be_taken
            sign = f"{SIGNS.cursor if here else ' '} {' ' * row.indent}"
            own = hung(Content.styled(sign, "bold $capital" if self.has_focus else "$quiet"), row.text, width)
            lines += own
            owners += [index] * len(own)
        return lines, owners

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As high as its lines."""
        return len(self._lines(width)[0]) if width else 0

    def render(self) -> Content:
        """The lines at the width it has."""
        return Content("\n").join(self._lines(self.content_size.width)[0])

    def watch_at(self) -> None:
        """Keep the cursor in sight."""
        self.call_after_refresh(self.keep_in_sight)

    def keep_in_sight(self) -> None:
        """Scroll what holds the list to the cursor."""
        rows = [y for y, owner in enumerate(self._lines(self.content_size.width)[1]) if owner == self.at]
        parent = self.parent
        if rows and isinstance(parent, Widget):
            first = 0 if self.at == self._nearest(0) else rows[0]  # with the heading above the first
            region = Region(0, first, self.size.width, rows[-1] + BELOW - first)
            parent.scroll_to_region(region.translate(self.virtual_region.offset), animate=False)

    # --- how it is used --------------------------------------------------------------------------------------

    def action_step(self, by: int) -> None:
        """Move the cursor past what cannot be taken."""
        takable = [n for n, row in enumerate(self._rows) if row.can_be_taken]
        if takable:
            now = takable.index(self.at) if self.at in takable else 0
            self.at = takable[max(0, min(now + by, len(takable) - 1))]

    def action_end(self, by: int) -> None:
        """To the first or the last."""
        self.action_step(by * len(self._rows))

    def action_take(self) -> None:
        """Take what is under the cursor."""
        if self.at < len(self._rows) and self._rows[self.at].can_be_taken:
            self.post_message(self.Taken(self, self.at))

    def on_click(self, event: events.Click) -> None:
        """A click takes what it falls on."""
        owners = self._lines(self.content_size.width)[1]
        event.stop()
        if 0 <= event.y < len(owners) and self._rows[owners[event.y]].can_be_taken:
            self.at = owners[event.y]
            self.action_take()

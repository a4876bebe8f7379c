"""A list from which one thing is taken: by arrows and Enter, by its key, or by a click."""

from collections.abc import Sequence
from typing import NamedTuple

from rich.cells import cell_len
from textual import events
from textual.content import Content
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from game.sitting.symbols import SIGNS

SHORT = 20
"""Names no longer than this have their notes in a column."""
GAP = 3
LEAST = 8
"""So many columns a text has at least."""


class Choice(NamedTuple):
    """One thing that can be taken: its name, what stands beside it, and whether a line is left free above it."""

    label: str
    note: str = ""
    apart: bool = False
    key: str = ""
    """The key that takes it, where that is another than the digit of its place."""


class Choices(Widget, can_focus=True):
    """Numbered things, one of them under the cursor."""

    DEFAULT_CSS = "Choices { width: 1fr; height: auto; }"

    at: reactive[int] = reactive(0)

    class Taken(Message):
        """Something was taken."""

        def __init__(self, at: int) -> None:
            """Say what."""
            super().__init__()
            self.at = at

    def __init__(self, choices: Sequence[Choice] = (), *, id: str | None = None) -> None:  # noqa: A002 - Textual's word
        """Offer some things, or none yet."""
        super().__init__(id=id)
        self._choices = tuple(choices)
        self._set: dict[tuple[int, int, bool], list[Content]] = {}
        """The lines of each thing at a width, with the cursor on it or not: set once while the same is offered."""

    @property
    def choices(self) -> tuple[Choice, ...]:
        """What is offered."""
        return self._choices

    def offer(self, choices: Sequence[Choice], at: int = 0) -> None:
        """Offer other things."""
        self._choices = tuple(choices)
        self._set = {}
        self.at = max(min(at, len(self._choices) - 1), 0)
        self.refresh(layout=True)

    @property
    def _named(self) -> int:
        """The width of the names, where all are short enough for the notes to stand in a column."""
        longest = max((cell_len(choice.label) for choice in self._choices), default=0)
        return longest if longest <= SHORT else 0

    # --- how it looks ----------------------------------------------------------------------------------------

    def _lines(self, width: int) -> tuple[list[Content], list[int]]:
        """Lines, and for each line the index of its thing."""
        rows = [self._row_at(index, width) for index in range(len(self._choices))]
        return [line for row in rows for line in row], [index for index, row in enumerate(rows) for _ in row]

    def _row_at(self, index: int, width: int) -> list[Content]:
        key = index, width, index == self.at
        if key not in self._set:
            self._set[key] = self._row(index, self._choices[index], width)
        return self._set[key]

    def _row(self, index: int, choice: Choice, width: int) -> list[Content]:
        here = index == self.at
        style = "bold $capital" if here else ""
        mark = f" {SIGNS.cursor if here else ' '} {self._key(index) or ' '} "
        head = Content.styled(mark, style or "$quiet")
        label, note = Content.styled(choice.label, style), Content.styled(choice.note, "$quiet")
        if self._named and choice.note and not choice.apart:
            head += label + Content(" " * (self._named - cell_len(choice.label) + GAP))
            text = note
        else:
            text = Content("\n" if choice.apart else " " * GAP).join((label, note) if choice.note else (label,))
        lines = text.wrap(max(width - head.cell_length, LEAST))
        rows = [head + line if n == 0 else line.pad_left(head.cell_length) for n, line in enumerate(lines)]
        return [Content(""), *rows] if choice.apart else rows

    def _key(self, index: int) -> str:
        """The key that takes a thing; none for what stands past the ninth place and has none of its own."""
        return self._choices[index].key or (str(index + 1) if index < 9 else "")

    def height_at(self, width: int) -> int:
        """So many lines it takes at a width."""
        return len(self._lines(width)[0])

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As high as its lines."""
        return self.height_at(width) if width else 0

    def render(self) -> Content:
        """The lines at the width it has."""
        return Content("\n").join(self._lines(self.content_size.width)[0])

    # --- how it is used --------------------------------------------------------------------------------------

    def validate_at(self, at: int) -> int:
        """The cursor stays in the list."""
        return max(min(at, len(self._choices) - 1), 0)

    def watch_at(self) -> None:
        """Keep the cursor in sight."""
        if self._choices:
            self._keep_in_sight()

    def _keep_in_sight(self) -> None:
        owners = self._lines(self.content_size.width)[1]
        rows = [y for y, owner in enumerate(owners) if owner == self.at]
        if rows and self.is_mounted:
            region = Region(0, rows[0], self.size.width, len(rows))
            parent = self.parent
            if isinstance(parent, Widget) and parent.max_scroll_y > 0:
                parent.scroll_to_region(region.translate(self.virtual_region.offset), animate=False)

    def step(self, by: int) -> None:
        """Move the cursor; past an end it comes in at the other."""
        if self._choices:
            self.at = (self.at + by) % len(self._choices)

    def take(self, at: int | None = None) -> None:
        """Take what is under the cursor, or the thing at a place."""
        index = self.at if at is None else at
        if 0 <= index < len(self._choices):
            self.at = index
            self.post_message(self.Taken(index))

    def on_key(self, event: events.Key) -> None:
        """The key of a thing takes it; everything else is a key of the screen."""
        keys = [self._key(index) for index in range(len(self._choices))]
        if event.character and event.character in keys:
            event.stop()
            self.take(keys.index(event.character))

    def on_click(self, event: events.Click) -> None:
        """A click takes what it falls on."""
        owners = self._lines(self.content_size.width)[1]
        event.stop()
        if 0 <= event.y < len(owners):
            self.take(owners[event.y])

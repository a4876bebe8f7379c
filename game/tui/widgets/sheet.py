"""A sheet of blocks: text that is read and scrolled, set anew when the width changes."""

from collections.abc import Sequence

from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from game.printing.document import Block
from game.tui.setting import Set, set_blocks


class Sheet(Widget):
    """Shows blocks. It is as high as its lines."""

    DEFAULT_CSS = "Sheet { width: 1fr; height: auto; }"

    def __init__(self, blocks: Sequence[Block] = (), *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002 - Textual's word
        """Show some blocks, or none yet."""
        super().__init__(id=id, classes=classes)
        self._blocks = tuple(blocks)
        self._set: tuple[int, Set] = (0, [])

    @property
    def blocks(self) -> tuple[Block, ...]:
        """What is shown."""
        return self._blocks

    def show(self, blocks: Sequence[Block]) -> None:
        """Show something else."""
        self._blocks = tuple(blocks)
        self._set = (0, [])
        self.refresh(layout=True)

    def lines(self, width: int) -> Set:
        """The lines at a width."""
        if self._set[0] != width:
            self._set = (width, set_blocks(self._blocks, width))
        return self._set[1]

    def line_of(self, kind: type[Block]) -> int:
        """The line at which the first block of a kind begins, at the width it has; 0 if there is none."""
        at = next((n for n, block in enumerate(self._blocks) if isinstance(block, kind)), 0)
        return len(set_blocks(self._blocks[:at], self.content_size.width)) + 1 if at else 0

    def on_resize(self) -> None:
        """The keys depend on whether there is more than is seen."""
        self.call_after_refresh(self.screen.refresh_bindings)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As high as its lines."""
        return len(self.lines(width)) if width else 0

    def render(self) -> Content:
        """The lines at the width it has."""
        return Content("\n").join(self.lines(self.content_size.width))

"""The first line of a screen: what this is, and where one stands."""

from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from game.sitting.symbols import SIGNS


class Head(Widget):
    """Two texts at the ends of a line, with a rule below. The right one gives way: the title tells where one is."""

    DEFAULT_CSS = "Head { width: 1fr; height: 2; dock: top; padding: 0 1; }"

    def __init__(self, left: str = "", right: str = "", capital: str = "") -> None:
        """Show a title, a place, and the capital whose screen it is."""
        super().__init__()
        self.left, self.right, self.capital = left, right, capital

    def say(self, left: str, right: str, capital: str = "") -> None:
        """Show something else."""
        self.left, self.right, self.capital = left, right, capital
        self.refresh()

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """A line and a rule."""
        return 2

    def render(self) -> Content:
        """The line, and the rule."""
        width = self.content_size.width
        parts = [(part, "$quiet") for part in (self.right,) if part]
        if self.capital:
            parts += [(f" {SIGNS.bullet} " if self.right else "", "$quiet"), (self.capital.upper(), "bold $capital")]
        right = Content.assemble(*parts)
        left = Content.styled(self.left, "bold")
        if right.cell_length + left.cell_length + 2 > width and self.capital:
            right = Content.styled(self.capital.upper(), "bold $capital")
        elif right:
            right = right.truncate(max(width - left.cell_length - 2, 0), ellipsis=True)
        left = left.truncate(max(width - right.cell_length - 2, 0), ellipsis=True)
        gap = Content(" " * max(width - left.cell_length - right.cell_length, 0))
        return Content.assemble(left, gap, right, "\n", (SIGNS.rule * width, "$line"))

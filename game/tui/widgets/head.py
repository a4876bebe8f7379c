"""The first line of a screen: what this is, and where one stands."""

from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from game.sitting.symbols import SIGNS

LEAST = 10
"""With less room than this for an aside there is none."""


class Head(Widget):
    """Two texts at the ends of a line, with a rule below. The right one gives way: the title tells where one is.

    An aside of the title, such as the theory that is played, gives way to both.
    """

    DEFAULT_CSS = "Head { width: 1fr; height: 2; dock: top; padding: 0 1; }"

    def __init__(self, left: str = "", right: str = "", capital: str = "", aside: str = "") -> None:
        """Show a title, a place, the capital whose screen it is, and an aside of the title."""
        super().__init__()
        self.left, self.right, self.capital, self.aside = left, right, capital, aside

    def say(self, left: str, right: str, capital: str = "", aside: str = "") -> None:
        """Show something else."""
        self.left, self.right, self.capital, self.aside = left, right, capital, aside
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
        room = max(width - right.cell_length - 2, 0)
        left = left.truncate(room, ellipsis=True)
        if self.aside and room - left.cell_length >= LEAST:
            left = (left + Content.styled(f" {SIGNS.bullet} {self.aside}", "$quiet")).truncate(room, ellipsis=True)
        gap = Content(" " * max(width - left.cell_length - right.cell_length, 0))
        return Content.assemble(left, gap, right, "\n", (SIGNS.rule * width, "$line"))

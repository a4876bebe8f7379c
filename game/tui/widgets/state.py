"""The state as one column: conditions, grievances, meters, ledger; drawn from two points of a game, now and before."""

from collections.abc import Sequence

from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from game.sitting.situation import View
from game.sitting.symbols import SIGNS
from game.tui.setting import wrapped
from game.tui.widgets.conditions import conditions
from game.tui.widgets.ledger import autonomy, ledger
from game.tui.widgets.meters import MEXICO, WASHINGTON, grievances, meters, whose


class State(Widget):
    """The state of a game; the fields one after the other, the main one first."""

    DEFAULT_CSS = "State { width: 1fr; height: auto; }"

    def __init__(self, view: View | None = None) -> None:
        """Show a view, or none yet."""
        super().__init__(id="state")
        self._view = view

    def show(self, view: View) -> None:
        """Show another view."""
        self._view = view
        self.refresh(layout=True)

    def lines(self, width: int) -> list[Content]:
        """The lines at a width."""
        made = column(self._view) if self._view else []
        return [short for line in made for short in _hung(line, width)]

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As high as its lines."""
        return len(self.lines(width)) if width else 0

    def render(self) -> Content:
        """The lines at the width it has."""
        return Content("\n").join(self.lines(self.content_size.width))


def _hung(line: Content, width: int) -> Sequence[Content]:
    """A line that is too long is wrapped, its rest under its first letter, or a little to the right of it."""
    if line.cell_length <= width:
        return [line]
    first, *rest = wrapped(line, width)
    indent = max(2, len(line.plain) - len(line.plain.lstrip(f" {SIGNS.up}{SIGNS.down}{SIGNS.bullet}")))
    return [first, *(more.pad_left(indent) for part in rest for more in wrapped(part, width - indent))]


def column(view: View) -> list[Content]:
    """All lines of the column."""
    lines: list[Content] = []
    for field in view.fields:
        lines += [*conditions(*field), Content("")]
    lines += grievances([(name, now.open) for name, now, _ in view.fields], whose(view.capital, MEXICO))
    lines += meters(view)
    lines.append(autonomy(view.autonomy, view.classes, whose(view.capital, WASHINGTON)))
    return [*lines, Content(""), *ledger(view.entries, view.course.setting.made(view.now.ground))]

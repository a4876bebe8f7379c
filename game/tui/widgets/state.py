"""The state as one column: conditions, grievances, meters, ledger; drawn from two points of a game, now and before."""

from collections.abc import Sequence
from dataclasses import dataclass

from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from game.play.course import Course
from game.play.position import Position
from game.tui.setting import wrapped
from game.tui.widgets.conditions import conditions
from game.tui.widgets.ledger import autonomy, ledger
from game.tui.widgets.meters import MEXICO, WASHINGTON, grievances, meters, whose


@dataclass(frozen=True, slots=True)
class View:
    """What the column shows."""

    course: Course
    now: Position
    before: Position
    causes: tuple[str, ...] = ()
    capital: str = "washington"
    """Whose eyes it is seen with."""


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
        made = column(self._view, width) if self._view else []
        return [short for line in made for short in _hung(line, width)]

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As high as its lines."""
        return len(self.lines(width)) if width else 0

    def render(self) -> Content:
        """The lines at the width it has."""
        return Content("\n").join(self.lines(self.content_size.width))


def _hung(line: Content, width: int) -> Sequence[Content]:
    """A line that is too long is wrapped, its rest under it."""
    if line.cell_length <= width:
        return [line]
    first, *rest = wrapped(line, width)
    return [first, *(more.pad_left(2) for part in rest for more in wrapped(part, width - 2))]


def column(view: View, width: int) -> list[Content]:
    """All lines of the column. A cause is cut to one line, so that the numbers stay in sight."""
    setting, ground, home = view.course.setting, view.now.ground, view.now.home
    lines: list[Content] = []
    for name, field, before in zip(setting.fields, ground.fields, view.before.ground.fields, strict=True):
        lines += [*conditions(name, field, before), Content("")]
    lines += grievances(
        [(name, f.open) for name, f in zip(setting.fields, ground.fields, strict=True)], whose(view.capital, MEXICO)
    )
    causes = [Content(cause).truncate(width - 2, ellipsis=True).plain for cause in view.causes]
    lines += meters(home, view.before.home, causes, view.capital)
    classes = len(view.course.theory.classes)
    lines.append(autonomy(classes - len(setting.bound(ground)), classes, whose(view.capital, WASHINGTON)))
    entries = [setting.agreements[name] for name in ground.ledger]
    return [*lines, Content(""), *ledger(entries, setting.made(ground))]

"""A screen on which one thing is taken from a list."""

from typing import ClassVar

from textual.binding import Binding, BindingType

from game.tui.page import Page
from game.tui.widgets.choices import Choices


class Picking(Page):
    """Arrows move, Enter, a digit or a click takes."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "take", "choose", key_display="Enter"),
        Binding("up,k", "step(-1)", "up", show=False),
        Binding("down,j", "step(1)", "down", show=False),
        Binding("home", "step_to(0)", "to the first", show=False),
        Binding("end", "step_to(-1)", "to the last", show=False),
        Binding("escape,q", "leave", "back", key_display="Esc"),
    ]

    @property
    def choices(self) -> Choices:
        """The list."""
        return self.query_one(Choices)

    def action_take(self) -> None:
        """Take what is under the cursor."""
        self.choices.take()

    def action_step(self, by: int) -> None:
        """Move the cursor."""
        self.choices.step(by)

    def action_step_to(self, at: int) -> None:
        """Move the cursor to the first or the last."""
        self.choices.at = at % max(len(self.choices.choices), 1)

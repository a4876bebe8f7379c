"""Pick one: a short list over the screen from which a value is taken, each with how much it would leave."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from game.tui.widgets.choices import Choice, Choices
from game.tui.widgets.keys import Keys
from game.tui.widgets.panel import Panel

KEYS = "123456789abcdefghilmnoprstuvwxyz"
"""A key for each thing, however many they are: digits, then letters, but for j, k and q, which move and leave."""


class PickOne(ModalScreen[int | None]):
    """Asks for one of some things; the place of what was taken comes back, or nothing."""

    HELP = "Arrows move; Enter, the key before a thing or a click takes; Esc goes back and changes nothing."
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "take", "take", key_display="Enter"),
        Binding("up,k", "step(-1)", "move", key_display="Up Down"),
        Binding("down,j", "step(1)", "down", show=False),
        Binding("escape,q", "leave", "back", key_display="Esc"),
    ]

    def __init__(self, question: str, choices: Sequence[Choice], at: int = 0) -> None:
        """Ask a question."""
        super().__init__()
        self._question, self._choices, self._at = question, choices, at

    def compose(self) -> ComposeResult:
        """The question and the list."""
        with Vertical(id="pick"):
            yield Static(Content.styled(self._question, "bold"))
            with Panel():
                yield Choices()
            yield Keys()

    def on_mount(self) -> None:
        """Offer them."""
        choices = self.query_one(Choices)
        keyed = [choice._replace(key=KEYS[at : at + 1]) for at, choice in enumerate(self._choices)]
        choices.offer(keyed, self._at)
        choices.focus()

    def action_take(self) -> None:
        """Take what is under the cursor."""
        self.query_one(Choices).take()

    def action_step(self, by: int) -> None:
        """Move the cursor."""
        self.query_one(Choices).step(by)

    def action_leave(self) -> None:
        """Change nothing."""
        self.dismiss(None)

    def on_choices_taken(self, message: Choices.Taken) -> None:
        """That one."""
        self.dismiss(message.at)

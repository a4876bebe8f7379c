"""Hand over: nothing of the game is seen until the other capital sits at the keyboard."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from game.debrief import wording
from game.tui.page import Page


class HandOver(Page):
    """Between two people at one keyboard."""

    HELP = "The keyboard passes to the other capital. When only its player can see the screen, Enter goes on."
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "go_on", "go on", key_display="Enter"),
        Binding("q,escape", "leave", "leave", key_display="q"),
    ]

    def __init__(self, to: str) -> None:
        """Hand over to a capital."""
        super().__init__()
        self.to = to

    def body(self) -> ComposeResult:
        """A sentence."""
        yield Static("", id="handed", markup=False)

    def on_mount(self) -> None:
        """Say whose turn it is."""
        name = wording.NAMES[self.to]
        self.game_app.accent_of(self.to)
        self.say("Hand over", "", name)
        self.query_one("#handed", Static).update(
            Content.assemble(
                (name, "bold $capital"),
                " is asked.\n\nHand over the keyboard. Press Enter when only ",
                (name, "bold"),
                " can see this screen.",
            )
        )

    def action_go_on(self) -> None:
        """The other capital has sat down."""
        self.conduct.hand_over(self.to)

    def action_leave(self) -> None:
        """Leave; the game is kept."""
        self.conduct.leave()

"""A question that must be answered before something is lost: a few ways on, one of them taken."""

from collections.abc import Callable, Sequence
from typing import ClassVar, NamedTuple

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from game.tui.picking import Picking
from game.tui.widgets.choices import Choice, Choices


class Way(NamedTuple):
    """One answer: what it is called, what it means, what is then done."""

    label: str
    note: str
    done: Callable[[], None]


class Question(Picking):
    """Asks, and does what is answered. Esc takes an answer by which nothing is lost."""

    HELP = "A question. The arrows and Enter, or a digit, answer it; Esc takes an answer by which nothing is lost."
    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "take", "answer", key_display="Enter")]

    def __init__(self, title: str, sentence: str, ways: Sequence[Way], safe: int) -> None:
        """Ask something; ``safe`` is the index of the answer that Esc takes."""
        super().__init__()
        self._asked, self._sentence, self._ways, self._safe = title, sentence, tuple(ways), safe

    def body(self) -> ComposeResult:
        """The sentence and the answers."""
        with Vertical(id="asking"):
            yield Static(Content(self._sentence), id="question")
            yield Choices([Choice(way.label, way.note, apart=True) for way in self._ways])

    def on_mount(self) -> None:
        """Say what it is about."""
        self.say(self._asked)
        self.choices.focus()

    def action_leave(self) -> None:
        """Take the answer by which nothing is lost."""
        self.choices.take(self._safe)

    def on_choices_taken(self, message: Choices.Taken) -> None:
        """Do it."""
        self.dismiss()
        self.app.call_later(self._ways[message.at].done)

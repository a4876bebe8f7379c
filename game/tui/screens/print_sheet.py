"""Print a sheet: in which format, and where the file was written."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from game.debrief.model import Account
from game.sitting.sheets import FORMATS, sheet_path, written
from game.tui.picking import Picking
from game.tui.widgets.choices import Choice, Choices


class PrintSheet(Picking):
    """Writes the debrief of a game to a file."""

    HELP = """Choose a format. The file is written to the folder of the saves, under a name
that says case, role, player and date; a file that is there already is never written over. The command two-
capitals debrief does the same, with more to choose from."""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "take", "write", key_display="Enter"),
    ]

    def __init__(self, account: Account) -> None:
        """Print an account."""
        super().__init__()
        self.account = account

    def body(self) -> ComposeResult:
        """The formats, and what came of it."""
        with Vertical(id="printing"):
            yield Choices([Choice(form.name, form.note) for form in FORMATS])
            yield Static("", id="written", markup=False)

    def on_mount(self) -> None:
        """Say what is printed."""
        self.say("Sheet to print", self.account.header.case)
        self.query_one(Choices).focus()
        self.watch(self.query_one(Choices), "at", self._announce)

    def _announce(self, at: int) -> None:
        """Say where the file would go."""
        path = sheet_path(self.account, FORMATS[at], self.session.store.folder)
        self.query_one("#written", Static).update(Content(f"Enter writes: {path}"))

    def on_choices_taken(self, message: Choices.Taken) -> None:
        """Write the file and say where it is."""
        said = written(self.account, FORMATS[message.at], self.session.store.folder)
        self.query_one("#written", Static).update(Content(said))

"""Print a sheet: in which format, and where the file was written."""

from collections.abc import Iterator
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from game.debrief.model import Account
from game.printing.document import Paper
from game.tui.picking import Picking
from game.tui.widgets.choices import Choice, Choices

FORMATS = (
    ("pdf", "letter", Choice("PDF, US Letter", "two pages, tagged")),
    ("pdf", "a4", Choice("PDF, A4", "two pages, tagged")),
    ("html", "letter", Choice("HTML", "one file; any browser prints it")),
    ("md", "letter", Choice("Markdown", "to paste elsewhere")),
    ("text", "letter", Choice("Plain text", "80 columns")),
)
ENDS = {"pdf": ".pdf", "html": ".html", "md": ".md", "text": ".txt"}


class PrintSheet(Picking):
    """Writes the debrief of a game to a file."""

    HELP = """Choose a format. The file is written to the folder in which you started the game, under a name
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
            yield Choices([choice for _, _, choice in FORMATS])
            yield Static("", id="written", markup=False)

    def on_mount(self) -> None:
        """Say what is printed."""
        self.say("Sheet to print", self.account.header.case)
        self.query_one(Choices).focus()

    def on_choices_taken(self, message: Choices.Taken) -> None:
        """Write the file and say where it is."""
        how, paper, _ = FORMATS[message.at]
        self.query_one("#written", Static).update(
            Content(written(self.account, how, "a4" if paper == "a4" else "letter"))
        )


def written(account: Account, how: str, paper: Paper) -> str:
    """Write the sheet of an account; the sentence says where it is, or why there is none."""
    from game.printing.arrange import arranged
    from game.printing.debrief import debrief, default_name
    from game.printing.pdf import NoPdf

    try:
        data = arranged(debrief(account), how, paper)
        path = _free(default_name(account), ENDS[how])
        with path.open("xb") as file:
            file.write(data)
    except NoPdf as error:
        return str(error)
    except OSError as error:
        return f"It could not be written: {error.strerror or error}. Start the game in a folder that you may write to."
    return f"Written: {path.resolve()}"


def _free(stem: str, end: str) -> Path:
    """A name in this folder that is not taken."""
    return next(path for path in _names(stem, end) if not path.exists())


def _names(stem: str, end: str) -> Iterator[Path]:
    yield Path(f"{stem}{end}")
    for number in range(2, 10_000):
        yield Path(f"{stem}-{number}{end}")

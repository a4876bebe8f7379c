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
            yield Choices([choice for _, _, choice in FORMATS])
            yield Static("", id="written", markup=False)

    def on_mount(self) -> None:
        """Say what is printed."""
        self.say("Sheet to print", self.account.header.case)
        self.query_one(Choices).focus()
        self._announce(0)

    def _announce(self, at: int) -> None:
        from game.printing.debrief import default_name

        path = _free(self.session.store.folder, default_name(self.account), ENDS[FORMATS[at][0]])
        self.query_one("#written", Static).update(Content(f"Enter writes: {path.resolve()}"))

    def on_choices_moved(self, message: Choices.Moved) -> None:
        """Say where the file would go."""
        self._announce(message.at)

    def on_choices_taken(self, message: Choices.Taken) -> None:
        """Write the file and say where it is."""
        how, paper, _ = FORMATS[message.at]
        self.query_one("#written", Static).update(
            Content(written(self.account, how, "a4" if paper == "a4" else "letter", self.session.store.folder))
        )


def written(account: Account, how: str, paper: Paper, folder: Path) -> str:
    """Write the sheet of an account; the sentence says where it is, or why there is none."""
    from game.printing.arrange import arranged
    from game.printing.debrief import debrief, default_name
    from game.printing.pdf import NoPdf

    try:
        data = arranged(debrief(account), how, paper)
        folder.mkdir(parents=True, exist_ok=True)
        path = _free(folder, default_name(account), ENDS[how])
        with path.open("xb") as file:
            file.write(data)
    except NoPdf as error:
        return str(error)
    except OSError as error:
        why = error.strerror or error
        return f"It could not be written: {why}. Start the game with --saves and a folder that you may write to."
    return f"Written: {path.resolve()}"


def _free(folder: Path, stem: str, end: str) -> Path:
    """A name in a folder that is not taken."""
    return next(path for path in _names(folder, stem, end) if not path.exists())


def _names(folder: Path, stem: str, end: str) -> Iterator[Path]:
    yield folder / f"{stem}{end}"
    for number in range(2, 10_000):
        yield folder / f"{stem}-{number}{end}"

"""The sheet of a finished game put on paper from within the game, and what is to be known of printing."""

from pathlib import Path
from typing import NamedTuple

from game.debrief.model import Account
from game.printing.document import Paper
from game.printing.putting import ENDS, free_beside, put_beside
from game.theories.names import RIVALS


class Format(NamedTuple):
    """One way to put the sheet on paper."""

    how: str
    """``pdf``, ``html``, ``md`` or ``text``."""
    paper: Paper
    name: str
    note: str

    @property
    def id(self) -> str:
        """One word for it."""
        return self.paper if self.how == "pdf" else {"md": "markdown"}.get(self.how, self.how)


FORMATS = (
    Format("pdf", "letter", "PDF, US Letter", "two pages, tagged"),
    Format("pdf", "a4", "PDF, A4", "two pages, tagged"),
    Format("html", "letter", "HTML", "one file; any browser prints it"),
    Format("md", "letter", "Markdown", "to paste elsewhere"),
    Format("text", "letter", "Plain text", "80 columns"),
)


def sheet_path(account: Account, form: Format, folder: Path) -> Path:
    """Where the sheet would be written now."""
    from game.printing.debrief import default_name

    return free_beside(folder, default_name(account), ENDS[form.how]).resolve()


def written(account: Account, form: Format, folder: Path) -> str:
    """Write the sheet under a name that is not taken; the sentence says where it is, or why there is none."""
    from game.printing.arrange import NoPdf, arranged
    from game.printing.debrief import debrief, default_name

    try:
        data = arranged(debrief(account), form.how, form.paper)
        folder.mkdir(parents=True, exist_ok=True)
        path = put_beside(folder, default_name(account), ENDS[form.how], data)
    except NoPdf as error:
        return str(error)
    except OSError as error:
        why = error.strerror or error
        return f"It could not be written: {why}. Start the game with --saves and a folder that you may write to."
    return f"Written: {path.resolve()}"


IN_THE_GAME = "in a debrief, s writes the sheet as PDF (Letter or A4), HTML, Markdown or plain text"
THE_FILE = "lies beside the game, in the folder of saves; its full path is shown before and after"
NO_PDF = "Where no PDF can be made, print the HTML from any browser. Nothing needs a network."


def commands(folder: Path) -> tuple[tuple[str, str], ...]:
    """What prints from a terminal: what, and the command; the games lie in a folder."""
    game = folder / "FILE.yaml"
    return (
        ("A debrief", f"two-capitals debrief {game} --format pdf"),
        ("For a pair", "two-capitals debrief FILE.yaml --sheet joint --format pdf"),
        ("With every rule", "two-capitals debrief FILE.yaml --annex --format pdf"),
        ("The rules card", "two-capitals print --card --format pdf"),
        ("Exercise sheet", "two-capitals print --exercise --format pdf"),
        ("The record", "two-capitals backtest --format pdf"),
        ("All theories", "two-capitals backtest --compare --format pdf"),
        ("How firm it is", "two-capitals robustness --format pdf"),
        ("A case’s paths", "two-capitals check FILE.yaml --paths --format pdf"),
        ("Decision tree", "two-capitals graph CASE --format svg"),
    )


OPTIONS = (
    ("On A4", "add --paper a4"),
    ("Other formats", "html, md or text in place of pdf"),
    ("Another theory", f"add --theory and its name: {', '.join(RIVALS)}, or a file"),
)
"""What each of the commands takes besides; a picture of the tree knows no paper."""
EXERCISE = "The exercise sheet has cases to predict on paper and three tasks that argue with the model."

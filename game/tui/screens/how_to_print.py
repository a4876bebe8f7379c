"""How to print: what can be put on paper, with which key or command."""

from collections.abc import Iterator

from game.printing.document import Block, Facts, Heading, Paragraph
from game.tui.reading import Reading


class HowToPrint(Reading):
    """Ways to paper."""

    HELP = "What can be printed, and how. The commands are typed in a terminal, outside the game. Esc goes back."

    def draw(self) -> None:
        """Show it."""
        self.say("How to print", "")
        super().draw()

    def blocks(self) -> Iterator[Block]:
        """Keys, commands, formats."""
        folder = self.session.store.folder
        yield Heading("In the game", 2)
        yield Facts(
            (
                ("Debrief", "open it under Debriefs and press s: PDF (Letter or A4), HTML, Markdown or plain text"),
                ("The file", "lies in the folder of the games; its full path is shown before and after"),
            )
        )
        yield Heading("In a terminal", 2)
        yield Facts(
            (
                ("A debrief", f"two-capitals debrief {folder}/FILE.yaml --format pdf"),
                ("For a pair", "two-capitals debrief FILE.yaml --sheet joint --format pdf"),
                ("The card", "two-capitals print --card --format pdf"),
                ("On A4", "add --paper a4"),
            )
        )
        yield Paragraph("Where no PDF can be made, print the HTML from any browser. Nothing needs a network.")
        yield Paragraph(
            f"Games lie in {folder}. One file is one game; a copy of it can be opened on another machine.", "small"
        )

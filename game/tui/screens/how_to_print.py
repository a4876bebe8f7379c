"""How to print: what can be put on paper, with which key or command."""

from collections.abc import Iterator

from game.printing.document import Block, Facts, Heading, Paragraph
from game.sitting.sheets import EXERCISE, IN_THE_GAME, NO_PDF, OPTIONS, THE_FILE, commands
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
        yield Facts((("Debrief", IN_THE_GAME), ("The file", THE_FILE)))
        yield Heading("In a terminal", 2)
        yield Facts(commands(folder))
        yield Facts(OPTIONS)
        yield Paragraph(f"{EXERCISE} {NO_PDF}")
        yield Paragraph(
            f"Games lie in {folder}. One file is one game; a copy of it can be opened on another machine.", "small"
        )

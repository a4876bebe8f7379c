"""So far: the history of this game, a line a move, as far as the capital knows it."""

from collections.abc import Iterator

from game.printing.document import Block, Facts, Heading, Paragraph, Table
from game.scenario.model import Event
from game.sitting.passage import Story, headline, item_of, reasons, rounds
from game.sitting.signs import marked
from game.sitting.situation import faced
from game.tui.reading import Reading


class SoFar(Reading):
    """What has happened in this game."""

    HELP = "Everything that has happened in this game so far, round by round, with how it was taken. Esc goes back."

    def draw(self) -> None:
        """Show the history."""
        self.say("So far", self.session.playing.course.scenario.title)
        super().draw()

    def blocks(self) -> Iterator[Block]:
        """A table a round."""
        game, viewer = self.session.playing, self.session.viewer
        yield Paragraph(faced(game))
        told = rounds(game, viewer)
        if not told:
            yield Paragraph("Nothing has happened yet.")
        for number, stories in told:
            yield Heading(f"Round {number}", 2)
            yield Table(("", ""), tuple((self._what(story), _came(story)) for story in stories))
        if own := reasons(game):
            yield Heading("Your reasons", 2)
            yield Facts(tuple((title, f"“{reason}”") for title, reason in own))

    def _what(self, story: Story) -> str:
        """Who did what; of an event its words."""
        course = self.session.playing.course
        item, head = item_of(story.first, course), headline(story.first, course).text
        return f"{head}. {item.text}" if isinstance(item, Event) and item.text else head


def _came(story: Story) -> str:
    """How it was taken or meant, in a word."""
    return marked(story.reception or story.all[-1].how or "")

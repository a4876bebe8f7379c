"""So far: the history of this game, a line a move, as far as the capital knows it."""

from collections.abc import Iterator

from game.play.game import Chose
from game.printing.document import Block, Facts, Heading, Paragraph, Table
from game.scenario.model import Event
from game.sitting import wording
from game.sitting.passage import Story, headline, item_of, stories
from game.sitting.signs import marked
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
        told = stories(game.log, game.course, viewer)
        rounds = sorted({story.first.round for story in told})
        if not told:
            yield Paragraph("Nothing has happened yet.")
        for number in rounds:
            rows = tuple(
                (
                    self._what(story),
                    marked(story.reception or story.answers[-1].how or "") if story.reception or story.answers else "",
                )
                for story in told
                if story.first.round == number and item_of(story.first, game.course) is not None
            )
            yield Heading(f"Round {number}", 2)
            yield Table(("", ""), rows)
        own = [turn.chose for turn in game.own_turns() if isinstance(turn.chose, Chose) and turn.chose.reason]
        if own and game.role != "both":
            yield Heading("Your reasons", 2)
            yield Facts(tuple((self._label(chose), f"“{chose.reason}”") for chose in own))

    def _what(self, story: Story) -> str:
        """Who did what; of an event its words."""
        course = self.session.playing.course
        item = item_of(story.first, course)
        text = item.text if isinstance(item, Event) else ""
        return f"{headline(story.first, course)}. {text}" if text else headline(story.first, course)

    def _label(self, chose: Chose) -> str:
        decision = self.session.playing.course.scenario.decision(chose.decision)
        return decision.title if decision else wording.spoken(chose.decision)

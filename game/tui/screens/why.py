"""Why: the last trace in full, every rule that was asked, with all its pages."""

from collections.abc import Iterator

from game.debrief.wording import counted
from game.play.course import Course
from game.printing.document import Block, Heading, Paragraph, Table
from game.rules.trace import Line
from game.scenario.citations import citation
from game.sitting.passage import in_full, is_our_reading
from game.sitting.session import news
from game.sitting.symbols import SIGNS
from game.tui.reading import Reading
from game.tui.telling import KEY, OURS, in_signs


class Why(Reading):
    """Every line of the last trace."""

    HELP = """Every rule that was asked since your last decision: what it counts, the number before and after,
the reason, and all pages. A line that changes nothing stays: what did not happen is half of the lesson. Esc
goes back."""

    def draw(self) -> None:
        """Show the trace."""
        self.say("Why", self.session.playing.course.scenario.title)
        super().draw()

    def blocks(self) -> Iterator[Block]:
        """A table a move."""
        game, viewer = self.session.playing, self.session.viewer
        told = in_full(news(game, self.session.capital).happened, game.course, viewer)
        if not told:
            yield Paragraph("Nothing has happened yet.")
        for story in told:
            yield Heading(story.heads[0].text, 2)
            if story.lines:
                rows = tuple(_row(line, game.course) for line in story.lines)
                yield Table(("what", "change", "why", "source"), rows)
            else:
                yield Paragraph("No rule was asked.", "small")
            if story.unknown:
                yield Paragraph(story.unknown, "small")
        yield Paragraph(KEY, "small")


def _row(line: Line, course: Course) -> tuple[str, ...]:
    """A line: what it counts, the change, why, who says so."""
    before, after = in_signs(line.what, line.before), in_signs(line.what, line.after)
    change = f"{before} {SIGNS.arrow} {after}" if line.step else after
    source = citation(line.cite, course.scenario.common)
    return counted(line.what, course.scenario), change, line.why, f"{source} {OURS}" if is_our_reading(line) else source

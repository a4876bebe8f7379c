"""Why: the last trace in full, every rule that was asked, with all its pages."""

from collections.abc import Iterator

from game.play.course import Course
from game.play.report import cited
from game.printing.document import Block, Heading, Paragraph, Table
from game.rules.trace import Line
from game.sitting import wording
from game.sitting.knowledge import known_lines
from game.sitting.passage import headline, stories
from game.sitting.session import news
from game.sitting.symbols import SIGNS
from game.tui.reading import Reading


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
        course = game.course
        told = stories(news(game, self.session.capital).happened, course, viewer)
        if not told:
            yield Paragraph("Nothing has happened yet.")
        for story in told:
            known = known_lines(story.lines, viewer)
            lines = [line for line in known.lines if line.what not in wording.MARKS_OF_A_ROUND]
            yield Heading(headline(story.first, course), 2)
            if not lines:
                yield Paragraph("No rule was asked.", "small")
                continue
            yield Table(("counts", "change", "why", "source"), tuple(_row(line, course) for line in lines))
            if known.hidden:
                yield Paragraph("Lines not meant for you are left out until the debrief.", "small")
        yield Paragraph("* our reading, not the paper's words", "small")


def _row(line: Line, course: Course) -> tuple[str, ...]:
    """A line: what it counts, the change, why, who says so."""
    before, after = wording.value(line.what, line.before), wording.value(line.what, line.after)
    change = f"{before} {SIGNS.arrow} {after}" if line.step else after
    return (
        wording.counted(line.what, course.scenario),
        change,
        line.why,
        cited(course, line.cite) + ("" if line.stated else " *"),
    )

"""Dossier: the people, the documents and the words of a case; only what was known then."""

from collections.abc import Iterator

from game.debrief.wording import entry_in_words
from game.play.game import Game
from game.printing.document import Block, Bullets, Facts, Heading, Lines, Paragraph, Run
from game.scenario.citations import citation, references, shortened
from game.sitting.knowledge import in_office
from game.sitting.situation import NO_AGREEMENT, known_so_far
from game.tui.reading import Reading


class Dossier(Reading):
    """Everything that can be looked up while one decides."""

    HELP = """The people of the case, the agreements in force and what each binds, the documents of the day,
and the words of the game. Nothing here was known only later. Space reads on, Esc goes back."""

    def draw(self) -> None:
        """Show the dossier of the case."""
        self.say("Dossier", self.session.playing.course.scenario.title)
        super().draw()

    def blocks(self) -> Iterator[Block]:
        """People, agreements, documents, glossary."""
        game = self.session.playing
        scenario = game.course.scenario
        yield Heading("People", 2)
        yield from people(game)
        yield Heading("Agreements in force", 2)
        if not game.position.ground.ledger:
            yield Paragraph(NO_AGREEMENT)
        for name in game.position.ground.ledger:
            entry = scenario.agreements[name]
            yield Paragraph((Run(entry.title, "bold"), f": {entry_in_words(entry)}"))
        yield from self._documents()
        yield Heading("Words", 2)
        common = scenario.common
        yield Facts(tuple(common.glossary.items()))

    def _documents(self) -> Iterator[Block]:
        common = self.session.playing.course.scenario.common
        if facts := known_so_far(self.session.playing, self.session.capital):
            yield Heading("Known so far", 2)
            yield Bullets(tuple((f"{f.text} ", Run(f"({citation(f.cite, common)})", "italic")) for f in facts))
            if full := shortened(reference for f in facts for reference in references(f.cite, common)):
                yield Heading("Sources in full", 2)
                yield Bullets(full)


def people(game: Game) -> Iterator[Block]:
    """The people of a case with the offices that they hold at the date."""
    yield Lines(tuple((Run(person.name, "bold"), f", {person.office}") for person in in_office(game)))

"""What can be looked up while one decides: dossier, history so far, the last trace in full, the rules card."""

from game.debrief.wording import LADDERS, entry_in_words, value
from game.plain.story import headed, named, source_of
from game.plain.voice import Voice
from game.reading.diagnostics import nearest
from game.rules.numbers import signed
from game.rules.theory import Theory
from game.rules.trace import Line
from game.scenario.citations import citation, references, shortened
from game.sitting.knowledge import in_office
from game.sitting.passage import headline, in_full, level_of, reasons, rounds
from game.sitting.session import Session
from game.sitting.situation import NO_AGREEMENT, faced, known_so_far

ALL_WORDS = "words"


class Lookups:
    """Things to look up in the game on the table, as far as its player may know them."""

    def __init__(self, session: Session, voice: Voice) -> None:
        """Look things up in one sitting."""
        self.session, self.voice = session, voice

    # --- dossier ---------------------------------------------------------------------------------------------

    def dossier(self) -> None:
        """People, agreements in force, what was known at the date."""
        game = self.session.playing
        scenario, voice = game.course.scenario, self.voice
        voice.head("People")
        voice.items(f"{person.name}: {person.office}" for person in in_office(game))
        voice.head("Agreements in force")
        agreements = (scenario.agreements[name] for name in game.position.ground.ledger)
        voice.items(f"{entry.title}: {entry_in_words(entry)}" for entry in agreements)
        voice.say("" if game.position.ground.ledger else NO_AGREEMENT)
        if facts := known_so_far(game, self.session.capital):
            voice.head("Known so far")
            voice.items(f"{fact.text} ({citation(fact.cite, scenario.common)})" for fact in facts)
            if full := shortened(reference for f in facts for reference in references(f.cite, scenario.common)):
                voice.head("Sources in full")
                voice.items(full)
        voice.gap()
        voice.say(f"d and a word explains the word: d backlash. d {ALL_WORDS} explains all of them.")

    def word(self, asked: str) -> None:
        """What a word means; the nearest if there is none."""
        glossary = self.session.playing.course.scenario.common.glossary
        if asked.lower() == ALL_WORDS:
            self.voice.items(f"{term}: {meaning}" for term, meaning in glossary.items())
            return
        terms = {term.lower(): term for term in glossary}
        found = terms.get(asked.lower()) or terms.get(nearest(asked.lower(), terms))
        self.voice.say(f"{found}: {glossary[found]}" if found else f"The glossary has nothing on “{asked[:40]}”.")

    # --- what has happened -----------------------------------------------------------------------------------

    def so_far(self) -> None:
        """The history of this game, a line a move, and one's own reasons."""
        game, voice = self.session.playing, self.voice
        told = rounds(game, self.session.viewer)
        voice.head("So far" if told else "Nothing has happened yet.")
        voice.say(faced(game))
        for number, stories in told:
            voice.say(f"Round {number}.")
            voice.items(headed(headline(one, game.course)) for story in stories for one in story.all)
        if own := reasons(game):
            voice.head("Your reasons")
            voice.items(f"{title} “{reason}”" for title, reason in own)

    def why(self) -> None:
        """Every rule that was asked since one last chose, also those that changed nothing, with all pages."""
        session, voice = self.session, self.voice
        told = in_full(session.news(session.capital).happened, session.playing.course, session.viewer)
        voice.head("Why" if told else "Nothing has happened yet.")
        for story in told:
            voice.say(*map(headed, story.heads))
            voice.items(map(self._line, story.lines))
            voice.say("" if story.lines else "No rule was asked.", story.unknown)

    def _line(self, line: Line) -> str:
        course = self.session.playing.course
        if line.what in LADDERS:
            change = f"{signed(line.step)}, {level_of(line)}"
        else:
            before, after = value(line.what, line.before), value(line.what, line.after)
            change = f"from {before} to {after}" if line.step else after
        return f"{named(line.what, course)}: {change}. {line.why}{source_of(line, course)}"

    # --- the rules -------------------------------------------------------------------------------------------

    def card(self, theory: Theory | None = None) -> None:
        """All rules of a theory on one page; unless one is given, those of the game that is played."""
        from game.printing.card import rules_card

        card = rules_card(theory or self.session.rules)
        self.voice.read_out(card.title, card.blocks)

"""What can be looked up while one decides: dossier, history so far, the last trace in full, the rules card."""

from game.plain.story import changes, headline, level_of, named, sourced, stories
from game.plain.voice import Voice
from game.play.game import BOTH, Chose
from game.reading.diagnostics import nearest
from game.rules.trace import Line
from game.sitting.knowledge import in_office, known_lines
from game.sitting.session import Session
from game.sitting.wording import MARKS_OF_A_ROUND, listed, spoken, value

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
        voice = self.voice
        voice.head("People")
        voice.items(f"{person.name}: {person.office}" for person in in_office(game))
        voice.head("Agreements in force")
        voice.items(map(self._agreement, game.position.ground.ledger))
        if facts := self._facts():
            voice.head("Known so far")
            voice.items(facts)
        voice.gap()
        voice.say(f"d and a word explains the word: d backlash. d {ALL_WORDS} explains all of them.")

    def _agreement(self, name: str) -> str:
        entry = self.session.playing.course.scenario.agreements[name]
        binds = f"binds {listed(map(spoken, sorted(entry.binds)), 'nothing')}"
        body = "a standing body" if entry.body else ""
        ends = "ends with the administration" if entry.ends else ""
        return f"{entry.title}: {listed(filter(None, (binds, body, ends)))}"

    def _facts(self) -> list[str]:
        """The documents of the decisions that this capital has met."""
        game = self.session.playing
        scenario, capital = game.course.scenario, self.session.capital
        met = [d for d in scenario.decisions if d.by == capital and scenario.index(d.id) <= game.position.at]
        citation = scenario.common.citation
        return [f"{f.text} ({'; '.join(map(citation, f.cite))})" for d in met for f in d.known_then]

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
        told = stories(game.log, game.course, self.session.viewer)
        voice.head("So far" if told else "Nothing has happened yet.")
        for number in sorted({story.first.round for story in told}):
            voice.say(f"Round {number}.")
            here = (one for story in told if story.first.round == number for one in story.all if one.item != "close")
            voice.items(headline(one, game.course) for one in here)
        self._reasons()

    def _reasons(self) -> None:
        """Why one chose; not where the other capital's player could read it."""
        game = self.session.playing
        own = [turn.chose for turn in game.own_turns() if isinstance(turn.chose, Chose) and turn.chose.reason]
        if own and game.role != BOTH:
            self.voice.head("Your reasons")
            self.voice.items(f"{self._title(chose.decision)} “{chose.reason}”" for chose in own)

    def _title(self, decision_id: str) -> str:
        decision = self.session.playing.course.scenario.decision(decision_id)
        return decision.title if decision else spoken(decision_id)

    def why(self) -> None:
        """Every rule that was asked since one last chose, also those that changed nothing, with all pages."""
        session, voice = self.session, self.voice
        course, viewer = session.playing.course, session.viewer
        told = stories(session.news(session.capital).happened, course, viewer)
        voice.head("Why" if told else "Nothing has happened yet.")
        for story in told:
            voice.say(*(headline(one, course) for one in story.all))
            known = known_lines(story.lines, viewer)
            lines = [line for line in known.lines if line.what not in MARKS_OF_A_ROUND]
            voice.items(map(self._line, lines))
            voice.say("" if lines else "No rule was asked.")
            if known.hidden:
                voice.say(*list(changes(story.lines, course, viewer))[-1:])

    def _line(self, line: Line) -> str:
        course = self.session.playing.course
        if line.what in ("due", "reception"):
            change = f"{line.step:+d}, {level_of(line)}"
        else:
            before, after = value(line.what, line.before), value(line.what, line.after)
            change = f"from {before} to {after}" if line.step else after
        return f"{named(line.what, course)}: {change}. {line.why}{sourced(line, course)}"

    # --- the rules -------------------------------------------------------------------------------------------

    def card(self) -> None:
        """All rules on one page."""
        from game.printing.card import rules_card

        card = rules_card(self.session.theory)
        self.voice.read_out(card.title, card.blocks)

"""A case before it begins: what it is about, who one is, whom one faces. Enter begins."""

from dataclasses import dataclass

from game.debrief.wording import NAMES, OPPONENTS
from game.plain.voice import Leaving, Question, Voice
from game.play.game import BOTH, PERSON
from game.play.seats import seated, usual_opponent
from game.rules.numbers import so_many
from game.rules.words import CAPITALS
from game.scenario.model import Scenario
from game.sitting.rival import told_rival
from game.sitting.session import Session

MODEL = "This is a model, not the world: a few rules drawn from two papers, written so that each can be disputed."
KEYS = {
    "c": "changes the capital",
    "o": "changes whom you face",
    "b": "gives the brief again",
    "q": "leaves",
}


@dataclass(slots=True)
class Brief:
    """A case, and the seats taken in it."""

    session: Session
    voice: Voice
    scenario: Scenario
    role: str = ""
    opponent: str = ""

    def begin(self) -> None:
        """Read the case out, let the seats be changed, begin the game. Raises Leaving."""
        wanted, roles = self.session.wanted, self.scenario.roles
        role = wanted.role if wanted.role in (*roles, BOTH) else roles[0]
        self._take(role, wanted.opponent or self._usual())
        self.read_out()
        while (answer := self._asked()) != "begin":
            self._changed(answer)
        self.session.begin(self.scenario, self.role, self.opponent)

    def _usual(self) -> str:
        return usual_opponent(self.scenario, first_game=not self.session.played())

    def _take(self, role: str, opponent: str) -> None:
        self.role, self.opponent = seated(role, opponent)

    def _asked(self) -> str:
        self.voice.gap()
        self.voice.say(self._seats())
        return self.voice.choose(Question("Begin", ["begin"], default="begin", keys=KEYS))

    def _seats(self) -> str:
        if self.role == BOTH:
            return "Two persons play, one capital each, at this keyboard."
        change = "c changes the capital, o whom you face."
        return f"You play {NAMES[self.role]}. You face {OPPONENTS[self.opponent]}. {change}"

    def _changed(self, answer: str) -> None:
        if answer == "q":
            raise Leaving
        if answer == "b":
            self.read_out()
        elif answer == "c":
            roles = [*self.scenario.roles, BOTH]
            role = self.voice.choose(Question("Capital", roles, [NAMES[r] for r in roles]))
            self._take(role, self.opponent if self.opponent != PERSON else self._usual())
            self.read_out()
        else:
            names = list(OPPONENTS)
            name = self.voice.choose(Question("Whom you face", names, list(OPPONENTS.values())))
            self._take(self.role if self.role != BOTH else self.scenario.roles[0], name)

    # --- reading out -----------------------------------------------------------------------------------------

    def read_out(self) -> None:
        """The case in a few paragraphs."""
        scenario, voice = self.scenario, self.voice
        voice.head(f"{scenario.title}, {scenario.years[0]} to {scenario.years[1]}")
        voice.say(told_rival(self.session.theory), scenario.summary)
        for capital in CAPITALS:
            if self.role in (capital, BOTH) and capital in scenario.role_briefs:
                voice.gap()
                voice.say(f"{NAMES[capital]}. {scenario.role_briefs[capital]}")
        voice.head("What there is to learn here:")
        voice.items(scenario.objectives)
        voice.gap()
        voice.say(self._minutes(), f"Beware: {scenario.content_note}" if scenario.content_note else "", MODEL)

    def _minutes(self) -> str:
        minutes = self.scenario.minutes
        parts = ", ".join(f"{name} {number}" for name, number in minutes.items())
        return f"About {so_many(sum(minutes.values()), 'minute')}: {parts}."

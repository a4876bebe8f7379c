"""A game being played: one decision after the other, what followed each, and the hand-over between two persons."""

from game.debrief.wording import NAMES
from game.plain.lookups import Lookups
from game.plain.prediction import predict
from game.plain.situation import asked, situation, standing, would
from game.plain.story import sentences
from game.plain.voice import Leaving, Question, Voice
from game.play.game import BOTH, Game
from game.play.solve import BEST, TooLarge
from game.play.walk import ending_of
from game.scenario.model import Decision, Option
from game.sitting.asking import not_asked
from game.sitting.foretold import foretold
from game.sitting.passage import opening, told
from game.sitting.rival import named_rival
from game.sitting.session import Session, decision_of
from game.sitting.situation import view_of

KEYS = {
    "b": "gives the situation again",
    "s": "says how things stand",
    "d": "opens the dossier",
    "h": "tells the history so far",
    "w": "says why, with every rule of the last trace",
    "r": "reads the rules card",
    "u": "goes back one decision",
    "q": "leaves; the game is kept",
}
ASKING = "d"


class Play:
    """One game, from its first decision to its last."""

    def __init__(self, session: Session, voice: Voice) -> None:
        """Play the game of a sitting."""
        self.session, self.voice = session, voice
        self.lookups = Lookups(session, voice)
        self.said = ""
        """The last trouble with the disk that was said."""

    @property
    def game(self) -> Game:
        """The game as it stands."""
        return self.session.playing

    # --- the way through -------------------------------------------------------------------------------------

    def begin(self) -> None:
        """Play a new game to its end. Raises Leaving."""
        self._run_on()
        self._play()

    def go_on(self) -> None:
        """Take up a kept game where it stands, and play it to its end. Raises Leaving."""
        self._run_on()
        if self.game.role == BOTH and self.game.decision is not None:
            self._hand_over(decision_of(self.game).by)
        self._play()

    def _play(self) -> None:
        self._tell_news()
        while self.game.decision is not None:
            self._decide(decision_of(self.game))
            if to := self.session.must_hand_over:
                self._hand_over(to)
                self._tell_news()
        self.voice.gap()
        self.voice.say(f"The game is over. It ends in: {ending_of(self.game.course, self.game.position)}.")

    def _run_on(self) -> None:
        """Let everybody else go on."""
        self._say_if_not_kept()
        if self.game.disposition == BEST and self.game.decision is None:
            self.voice.say("The other capital thinks it through.")
        try:
            self.session.run_on()
        except TooLarge as error:
            self.session.withdraw()
            self.voice.say(f"{error}. Face another opponent.")
            raise Leaving from None
        self._say_if_not_kept()

    def _hand_over(self, to: str) -> None:
        """Nothing of the game is seen until the other capital sits at the keyboard."""
        self.voice.clear()
        self.voice.say(f"{NAMES[to]} is asked. Hand over the keyboard.")
        self.voice.ask(f"Press Enter when only {NAMES[to]} can see this.")
        self.session.hand_over(to)

    def _say_if_not_kept(self) -> None:
        """Trouble with the disk, once for each trouble."""
        moved = self.session.record.moved if self.session.record else ""
        said = f"Not kept: {self.session.unkept}." if self.session.unkept else moved
        if said and said != self.said:
            self.voice.line(said)
        self.said = said

    # --- what followed ---------------------------------------------------------------------------------------

    def _tell_news(self) -> None:
        """What has happened since the capital at the keyboard last chose, as far as it may know."""
        capital = self.session.listener
        news = self.session.news(capital)
        viewer = BOTH if self.session.viewer == BOTH else capital
        known = told(self.game, news, viewer)
        if not known or opening(self.game, news, viewer):
            return
        self.voice.head("What followed" if news.own else "Before you decide")
        self.voice.say(foretold(self.game, news))
        if passed := not_asked(self.game, news, capital):
            self.voice.say(f"Not asked. {passed}")
        for story in known:
            self.voice.say(*sentences(story, self.game.course))
            self.voice.gap()

    # --- one decision ----------------------------------------------------------------------------------------

    def _decide(self, decision: Decision) -> None:
        """Ask until something is chosen, or gone back. Raises Leaving."""
        self._read_out(decision)
        while self.game.decision is decision:
            names = [option.id for option in self.game.options]
            answer = self.voice.choose(Question("Your choice", names, keys=KEYS, asking=ASKING))
            option = next((o for o in self.game.options if o.id == answer), None)
            if option is None:
                self._look(answer, decision)
            else:
                self._take(option)

    def _read_out(self, decision: Decision) -> None:
        voice = self.voice
        rival = named_rival(self.game.course.theory)
        voice.head(f"{asked(self.game, decision)}{f' The rules: {rival}.' if rival else ''}")
        voice.say(decision.title)
        for paragraph in filter(None, situation(self.session, decision)):
            voice.gap()
            voice.say(paragraph)
        voice.head("How things stand")
        self._say_standing(decision)
        voice.head("Options")
        for number, option in enumerate(self.game.options, 1):
            voice.say(f"Option {number} of {len(self.game.options)}: {option.label}.")
            voice.say(would(self.game, option))
        voice.gap()

    def _say_standing(self, decision: Decision) -> None:
        self.voice.say(*standing(view_of(self.game, self.session.news(decision.by), decision.by)))

    def _take(self, option: Option) -> None:
        """Ask what is expected of it; then choose it, and let everybody else go on."""
        said = predict(self.voice, option, learned=self.game.learned)
        if said is None:
            return
        self.session.choose(option.id, *said)
        self._run_on()
        if not self.session.must_hand_over:
            self._tell_news()

    def _look(self, key: str, decision: Decision) -> None:
        """Do what a key asks for."""
        if key.startswith(f"{ASKING} "):
            self.lookups.word(key.partition(" ")[2])
            return
        {
            "b": lambda: self._read_out(decision),
            "s": lambda: self._say_standing(decision),
            "d": self.lookups.dossier,
            "h": self.lookups.so_far,
            "w": self.lookups.why,
            "r": self.lookups.card,
            "u": self._back,
            "q": self._leave,
        }[key]()

    def _back(self) -> None:
        if not self.game.can_go_back:
            across = "Nobody goes back across a hand-over." if self.game.role == BOTH else ""
            self.voice.say(across or "There is nothing to go back to.")
            return
        self.session.back()
        self._say_if_not_kept()
        self.voice.say("Gone back one decision. This is recorded, and the debrief will say so.")

    def _leave(self) -> None:
        raise Leaving

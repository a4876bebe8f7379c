"""The record in flat text: lists of coded cases by words, one case in full, under any of the theories."""

from collections.abc import Sequence

from game.backtest.lookup import FACETS, Looked, Lookup, Sieve, guesses, total
from game.backtest.told import WRONG
from game.debrief.wording import listed, spoken
from game.plain.voice import HELP, Voice
from game.reading.diagnostics import Unreadable, nearest
from game.record.library import shipped_cases
from game.rules.numbers import so_many
from game.rules.theory import Theory
from game.scenario.shelf import shipped_common
from game.sitting.coded import told
from game.sitting.session import Session
from game.theories.load import SHIPPED, shipped

LEAVE = ("q", "quit", "back")
ALL, THEORY = "all", "theory"
PROMPT = f"Words, an id, or {ALL} ({HELP} for help, q goes back):"
ARGUE = (
    "To argue with the rules, leave the game. This copies them to a file: two-capitals theory new mine.yaml. "
    "Change a line of it. This says which cases turn: two-capitals theory diff mine.yaml"
)


class Record:
    """The coded cases, looked up."""

    def __init__(self, session: Session, voice: Voice) -> None:
        """Look them up in one sitting, first under the theory that is played."""
        self.session, self.voice = session, voice
        own = session.theory
        self.theories: dict[str, Theory] = {own.id: own}
        self.theories |= {name: shipped(name) for name in SHIPPED if name != own.id}
        self.lookup = Lookup.of(own, shipped_cases())

    def open(self) -> None:
        """Answer one question after another, until the reader goes back."""
        self.voice.head(f"The record: {len(self.lookup.lines)} coded cases")
        self._totals()
        self.voice.say(ARGUE)
        while (answer := self.voice.ask(PROMPT).lower()) not in LEAVE:
            self._answer(answer)

    def _answer(self, answer: str) -> None:
        if answer in ("", HELP):
            self._help()
        elif one := self.lookup.case(answer):
            self._read(one)
        elif answer.split(maxsplit=1)[0] == THEORY:
            self._theory(answer.removeprefix(THEORY).strip())
        else:
            self._list(self.lookup.lines if answer == ALL else self.lookup.with_words(answer), answer)

    def _totals(self) -> None:
        test = self.lookup.test
        self.voice.say(f"The rules are those of {test.theory.title}.", total(test), guesses(test))

    def _help(self) -> None:
        """What can be asked for."""
        self.voice.say("Words list the cases that they all fit: wrong 1990s. A part of a title will do: helicopter.")
        for facet in FACETS:
            values = [value for value, _ in self.lookup.values(facet, Sieve())]
            self.voice.say(f"{facet.capitalize()}: {'; '.join(values)}.")
        self.voice.say("The id of a case reads it in full: casablanca.")
        self.voice.say(f"{THEORY.capitalize()} and a name changes the rules: {listed(self.theories)}.")

    def _theory(self, name: str) -> None:
        """Hold another theory against the same cases."""
        if name not in self.theories:
            close = nearest(name, self.theories)
            hint = f" Did you mean {close}?" if close else f" There are: {listed(self.theories)}."
            self.voice.say(f"“{name[:40]}” is no theory here.{hint}")
            return
        self.lookup = Lookup.of(self.theories[name], shipped_cases())
        self._totals()

    def _list(self, found: Sequence[Looked], asked: str) -> None:
        """Cases, a line each; an id that is nearly one is said."""
        self.voice.items(map(_line, found))
        self.voice.say(f"{len(found)} of {so_many(len(self.lookup.lines), 'case')}.")
        close = nearest(asked, [one.case.id for one in self.lookup.lines]) if not found else ""
        if close:
            self.voice.say(f"Did you mean {close}?")

    def _read(self, one: Looked) -> None:
        """One case in full."""
        common = shipped_common()[0]
        self.voice.read_out(one.case.title, told(one, self.lookup, common, self._played(one)))

    def _played(self, one: Looked) -> str:
        """The title of the scenario that tells it, if it is at hand."""
        try:
            return self.session.library.get(one.case.told_in).title
        except (KeyError, Unreadable):
            return ""


def _line(one: Looked) -> str:
    """A case in one line, its id first."""
    case = one.case
    came = spoken(case.real.reception) or "not told"
    rules = f"rules {spoken(one.got.reception)}, {one.verdict}" if one.got else one.verdict
    loud = rules.replace(WRONG, WRONG.upper())
    return f"{case.id}: {case.title}, {case.when}, {case.kind}, {case.found.field}; record {came}, {loud}"

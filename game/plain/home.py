"""The first question: go on, play, change a decision, read a debrief, look at the rules. With no game kept, play."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass

from game.debrief.wording import NAMES, OPPONENTS, capped
from game.plain.brief import Brief
from game.plain.leaving import leave
from game.plain.lookups import Lookups
from game.plain.play import Play
from game.plain.voice import Leaving, Question, Voice, named
from game.reading.diagnostics import Unreadable, as_text
from game.saves.store import Saved
from game.scenario.model import Scenario
from game.sitting.cases import case_in_words, explained
from game.sitting.rival import begun_under, told_rival
from game.sitting.session import Session
from game.sitting.sheets import EXERCISE, IN_THE_GAME, NO_PDF, OPTIONS, THE_FILE, commands

WELCOME = (
    "Two Capitals, in plain text. One question at a time; every answer is one line. A game is kept after every answer."
)
GO_ON, QUIT = "go-on", "quit"
NOT_FINISHED = "No game is finished yet."
BACK = {"q": "goes back"}
EXPLAIN = {"e": "says what the words beside a case mean: e 3 those of the third"}


@dataclass(frozen=True, slots=True)
class Offer:
    """One thing that can be done from here."""

    name: str
    label: str
    do: Callable[[], None]


class Home:
    """Where one comes from and goes back to."""

    def __init__(self, session: Session, voice: Voice) -> None:
        """Begin a sitting."""
        self.session, self.voice = session, voice

    def open(self) -> None:
        """Ask what is to be done, until it is to quit."""
        self.voice.say(WELCOME, told_rival(self.session.theory))
        if case := self.session.wanted.case:
            self._leavable(lambda: self._play(self.session.library.get(case)))
        elif not self._games():
            self._leavable(self._choose_case)
        while (offer := self._asked()).name != QUIT:
            self._leavable(offer.do)

    def _leavable(self, do: Callable[[], None]) -> None:
        """Do something that the player may leave."""
        try:
            do()
        except Leaving:
            if self.session.game is not None:
                leave(self.session, self.voice)

    def _asked(self) -> Offer:
        offers = self._offers()
        self.voice.head("What do you want to do?")
        names, labels = [o.name for o in offers], [o.label for o in offers]
        first = 0 if offers[0].name == GO_ON else 1
        answer = self.voice.choose(Question("Your choice", names, labels, keys={"q": "quits"}, first=first))
        return next((o for o in offers if o.name == answer), offers[-1])

    def _offers(self) -> list[Offer]:
        """What can be done. Each has its number, whatever is kept: the game that goes on stands before the first."""
        games = self._games()
        begun, finished = [g for g in games if g.playable and not g.over], [g for g in games if g.over]
        offers = [Offer(GO_ON, f"Go on: {self._told(g)}", lambda g=g: self._go_on(g)) for g in begun[:1]]  # type: ignore[misc]
        return [
            *offers,
            Offer("play", "Play a case", self._choose_case),
            Offer("what-if", "What if: change one decision of a finished game", lambda: self._what_if(finished)),
            Offer("debriefs", "Debriefs: finished games, to read, print or delete", lambda: self._debriefs(finished)),
            Offer("another", "Go on with another game", lambda: self._go_on_with(begun)),
            Offer("record", "The record: coded cases under the rules, to look up", self._record),
            Offer("rules-card", "Rules card: all rules on one page", self._card),
            Offer("how-to-print", "How to print", self._how_to_print),
            Offer(QUIT, "Quit", lambda: None),
        ]

    # --- games -----------------------------------------------------------------------------------------------

    def _games(self) -> list[Saved]:
        return self.session.store.list(self.session.library, self.session.theory)

    def _told(self, saved: Saved) -> str:
        """A game in one line."""
        header = saved.header
        title = self.session.title(header.scenario)
        under = begun_under(header.theory, self.session.theory)
        return ", ".join(filter(None, (title, NAMES[header.role], header.player, header.begun, under, saved.line)))

    def _pick(self, games: list[Saved], none: str) -> Saved | None:
        """One of some games, or none; where there is no game, that is said."""
        if not games:
            self.voice.say(none)
            return None
        self.voice.head("Which game?")
        names = [str(number) for number in range(1, len(games) + 1)]
        answer = self.voice.choose(Question("Game", names, list(map(self._told, games)), keys=BACK))
        return games[int(answer) - 1] if answer in names else None

    def _opened(self, saved: Saved) -> bool:
        """Open a game; what is odd about it is said."""
        try:
            notices = self.session.open(saved)
        except Unreadable as error:
            for fault in error.diagnostics:
                self.voice.line(as_text(fault))
            return False
        for notice in notices:
            self.voice.line(f"{notice}.")
        if self.session.record and self.session.record.path != saved.path:
            self.voice.line(f"The old file stays as it is; the game goes on in {self.session.record.path}")
        return True

    def _go_on_with(self, games: list[Saved]) -> None:
        if saved := self._pick(games, "No game is kept that goes on."):
            self._go_on(saved)

    def _go_on(self, saved: Saved) -> None:
        if self._opened(saved):
            game = self.session.playing
            self.voice.say(f"You play {NAMES[game.role]}. You face {OPPONENTS.get(game.opponent, game.opponent)}.")
            Play(self.session, self.voice).go_on()
            self._debrief()

    def _debrief(self) -> None:
        from game.plain.debrief import Debrief

        Debrief(self.session, self.voice).read()

    # --- cases -----------------------------------------------------------------------------------------------

    def _choose_case(self) -> None:
        """Ask which case, and play it."""
        scenarios = {scenario.id: scenario for scenario in self._sound()}
        if not scenarios:
            self.voice.say("There is no case here that can be played.")
            return
        games = self._games()
        played = [saved.header.scenario for saved in games if saved.over]
        begun = [saved.header.scenario for saved in games if not saved.over]
        labels = [
            ", ".join((scenario.title, *case_in_words(scenario, played.count(name), begun.count(name))))
            for name, scenario in scenarios.items()
        ]
        first = next(iter(scenarios))
        self.voice.head("Which case? e and a number explain the words beside it.")
        asked = Question("Case", list(scenarios), labels, default=first, keys=BACK | EXPLAIN, asking="e")
        while (answer := self.voice.choose(asked)) not in (*scenarios, *BACK):
            scenario = scenarios[named(answer.partition(" ")[2], list(scenarios)) or first]
            self.voice.say(f"{scenario.title}. {' '.join(explained(scenario))}")
        if answer in scenarios:
            self._play(scenarios[answer])

    def _sound(self) -> Iterator[Scenario]:
        """The cases that can be played."""
        for name in self.session.library.ids():
            with suppress(Unreadable):
                yield self.session.library.get(name)

    def _play(self, scenario: Scenario) -> None:
        try:
            Brief(self.session, self.voice, scenario).begin()
        except Unreadable as error:  # it cannot be played by this theory
            self.voice.say(*(fault.message for fault in error.diagnostics))
            return
        Play(self.session, self.voice).begin()
        self._debrief()

    # --- finished games --------------------------------------------------------------------------------------

    def _what_if(self, games: list[Saved]) -> None:
        from game.plain.what_if import WhatIf

        saved = self._pick(games, NOT_FINISHED)
        if saved and self._opened(saved):
            WhatIf(self.session, self.voice).change()

    def _debriefs(self, games: list[Saved]) -> None:
        """Read, print or delete a finished game."""
        saved = self._pick(games, NOT_FINISHED)
        if saved is None:
            return
        what = ("read", "print", "delete")
        answer = self.voice.choose(Question("What", what, [word.capitalize() for word in what], keys=BACK))
        if answer == "delete":
            self._delete(saved)
        elif answer not in BACK and self._opened(saved):
            self._read_or_print(answer)

    def _read_or_print(self, answer: str) -> None:
        from game.plain.debrief import Debrief

        debrief = Debrief(self.session, self.voice)
        if answer == "read":
            debrief.read()
        else:
            debrief.print_sheet()

    def _delete(self, saved: Saved) -> None:
        """Delete a game, after asking."""
        answer = self.voice.ask(f"Delete {saved.path.name} for good? y deletes it, anything else keeps it:")
        if answer.lower() not in ("y", "yes"):
            self.voice.say("Kept.")
            return
        try:
            self.session.store.delete(saved.path)
        except OSError as error:
            self.voice.say(f"It could not be deleted: {error.strerror or error}.")
        else:
            self.voice.say("Deleted.")

    def _record(self) -> None:
        from game.plain.record import Record

        Record(self.session, self.voice).open()

    def _card(self) -> None:
        Lookups(self.session, self.voice).card(self.session.theory)

    def _how_to_print(self) -> None:
        self.voice.head("How to print")
        self.voice.say(f"{capped(IN_THE_GAME)}. The file {THE_FILE}.")
        for what, command in (*commands(self.session.store.folder), *OPTIONS):
            self.voice.line(f"{what}: {command}")
        self.voice.say(EXERCISE, NO_PDF)

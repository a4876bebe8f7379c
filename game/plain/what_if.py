"""What if: one decision of a finished game taken otherwise, everything else as before; the paths beside each other."""

from collections.abc import Iterator, Sequence

from game.debrief.wording import capped, listed
from game.plain.play import Play
from game.plain.voice import Leaving, Question, Voice
from game.play.game import Game
from game.rules.numbers import number_of
from game.sitting.session import Session
from game.sitting.what_if import PATHS, Compared, Fork, compared, forks

BACK = "back"
KEYS = {"q": "changes nothing"}
AGAIN = {"y": "plays it yourself from there", "c": "changes something else", "q": "goes back"}


class WhatIf:
    """Branches of the finished game on the table; none is kept."""

    def __init__(self, session: Session, voice: Voice) -> None:
        """Branch off the game of a sitting."""
        self.session, self.voice = session, voice

    def change(self) -> None:
        """Change one decision after another, until the player has enough."""
        mine = self.session.playing
        found = forks(mine)
        if not found:
            self.voice.say("Nothing else could have been chosen in this game.")
        try:
            while found and self._changed_once(mine, found):
                pass
        finally:
            self.session.end_what_if()

    def _changed_once(self, mine: Game, found: list[Fork]) -> bool:
        """Change one decision and see what comes of it. False if the player has enough."""
        fork = self._fork(found)
        if fork is None:
            return False
        option = self._option(fork)
        if option is None:
            return True
        self.session.branch(fork.decision.id)
        self.session.as_before(option)
        self._compare(mine)
        answer = self.voice.choose(Question("Go on", [BACK], default=BACK, keys=AGAIN))
        if answer == "y":
            self.session.branch(fork.decision.id)
            self._play_on()
            self._compare(mine)
        return answer == "c"

    def _fork(self, found: list[Fork]) -> Fork | None:
        self.voice.head("Which decision is to be taken otherwise?")
        names = [str(number) for number in range(1, len(found) + 1)]
        labels = [f"{fork.decision.title} Chosen: {fork.taken.label}." for fork in found]
        answer = self.voice.choose(Question("Decision", names, labels, keys=KEYS))
        return None if answer in KEYS else found[int(answer) - 1]

    def _option(self, fork: Fork) -> str | None:
        self.voice.head(f"{fork.decision.title} What instead?")
        names, labels = [o.id for o in fork.others], [o.label for o in fork.others]
        answer = self.voice.choose(Question("Instead", names, labels, keys=KEYS))
        return None if answer in KEYS else answer

    def _play_on(self) -> None:
        """Play the branch by hand; leaving it leaves the branch alone."""
        try:
            Play(self.session, self.voice).begin()
        except Leaving:
            self.voice.say("This what-if was left before its end.")

    def _compare(self, mine: Game) -> None:
        self.voice.head("History, mine, mine changed")
        self.voice.say(*told(compared(mine, self.session.playing)))
        self.voice.gap()


def told(paths: Compared) -> Iterator[str]:
    """What was done on each path, turn by turn; then where each comes out."""
    for turn in paths.turns:
        yield f"{turn.by}, {turn.title} {_said(turn.labels)}"
    for end in paths.ends:
        aims = listed(f"{aims.name} {number_of(aims.total)}" for aims in end.aims)
        yield f"Where {end.path} comes out: {end.ending}. Aims: {aims}."
    yield paths.other


def _said(labels: Sequence[str]) -> str:
    """What was done on each path; those that did the same are named together."""
    by_label: dict[str, list[str]] = {}
    for path, label in zip(PATHS, labels, strict=True):
        by_label.setdefault(label or "not asked", []).append(path)
    return " ".join(f"{capped(' and '.join(paths))}: {label}." for label, paths in by_label.items())

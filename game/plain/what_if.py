"""What if: one decision of a finished game taken otherwise, everything else as before; the paths beside each other."""

from collections.abc import Iterator

from game.debrief.material import Choice, Material, both_aims, ending_at, label_at, state_at
from game.debrief.model import Aims
from game.debrief.wording import NAMES, OPPONENTS
from game.plain.play import Play
from game.plain.voice import Leaving, Question, Voice
from game.play.game import Chose, Game, Turn
from game.play.position import Position
from game.scenario.model import Decision
from game.sitting.session import Session

BACK = "back"
KEYS = {"q": "changes nothing"}
AGAIN = {"y": "plays it yourself from there", "c": "changes something else", "q": "goes back"}
Path = tuple[Choice, ...]


class WhatIf:
    """Branches of the finished game on the table; none is kept."""

    def __init__(self, session: Session, voice: Voice) -> None:
        """Branch off the game of a sitting."""
        self.session, self.voice = session, voice

    def change(self) -> None:
        """Change one decision after another, until the player has enough."""
        mine = self.session.playing
        turns = [turn for turn in mine.own_turns() if len(mine.course.options(turn.before)) > 1]
        if not turns:
            self.voice.say("Nothing else could have been chosen in this game.")
        try:
            while turns and self._changed_once(mine, turns):
                pass
        finally:
            self.session.end_what_if()

    def _changed_once(self, mine: Game, turns: list[Turn]) -> bool:
        """Change one decision and see what comes of it. False if the player has enough."""
        turn = self._turn(mine, turns)
        if turn is None:
            return False
        option = self._option(mine, turn)
        if option is None:
            return True
        name = getattr(turn.chose, "decision", "")
        self.session.branch(name)
        self.session.as_before(option)
        self._compare(mine)
        answer = self.voice.choose(Question("Go on", [BACK], default=BACK, keys=AGAIN))
        if answer == "y":
            self.session.branch(name)
            self._play_on()
            self._compare(mine)
        return answer == "c"

    def _turn(self, mine: Game, turns: list[Turn]) -> Turn | None:
        self.voice.head("Which decision is to be taken otherwise?")
        names = [str(number) for number in range(1, len(turns) + 1)]
        labels = [f"{_decision(mine, turn).title} Chosen: {_label(mine, turn)}." for turn in turns]
        answer = self.voice.choose(Question("Decision", names, labels, keys=KEYS))
        return None if answer in KEYS else turns[int(answer) - 1]

    def _option(self, mine: Game, turn: Turn) -> str | None:
        taken = getattr(turn.chose, "option", "")
        others = [option for option in mine.course.options(turn.before) if option.id != taken]
        self.voice.head(f"{_decision(mine, turn).title} What instead?")
        names, labels = [o.id for o in others], [o.label for o in others]
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
        self.voice.say(*compared(mine, self.session.playing))
        self.voice.gap()


def _decision(game: Game, turn: Turn) -> Decision:
    found = game.course.waiting(turn.before)
    assert isinstance(found, Decision)
    return found


def _label(game: Game, turn: Turn) -> str:
    option = _decision(game, turn).option(turn.chose.option) if isinstance(turn.chose, Chose) else None
    return option.label if option else ""


# --- side by side --------------------------------------------------------------------------------------------


def compared(mine: Game, changed: Game) -> Iterator[str]:
    """Both games and history, turn by turn; then where each comes out."""
    first, second = Material(mine, mine.role), Material(changed, changed.role)
    paths: dict[str, Path] = {"history": first.history or (), "mine": first.choices, "mine changed": second.choices}
    met = {choice.decision.id for path in paths.values() for choice in path}
    for decision in (d for d in mine.course.scenario.decisions if d.id in met):
        labels = {name: label_at(path, decision.id) for name, path in paths.items()}
        yield f"{NAMES[decision.by]}, {decision.title} {_said(labels)}"
    ends: dict[str, Position] = {"mine": first.end, "mine changed": second.end}
    ends = ({"history": first.history[-1].after} if first.history else {}) | ends
    for name, end in ends.items():
        aims = ", ".join(map(_total, both_aims(mine.course, state_at(end))))
        yield f"Where {name} comes out: {ending_at(mine.course, end).word}. Aims: {aims}."
    yield f"The other side: {OPPONENTS.get(mine.disposition, mine.disposition)}, as in your game."


def _said(labels: dict[str, str]) -> str:
    """What was done on each path; those that did the same are named together."""
    by_label: dict[str, list[str]] = {}
    for name, label in labels.items():
        by_label.setdefault(label or "not asked", []).append(name)
    return " ".join(f"{' and '.join(names).capitalize()}: {label}." for label, names in by_label.items())


def _total(aims: Aims) -> str:
    return f"{aims.name} {aims.total}"

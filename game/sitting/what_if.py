"""What if: where a finished game could have been taken otherwise, and the paths beside each other, as data."""

from typing import NamedTuple

from game.debrief.material import Choice, Material, both_aims, ending_at, label_at
from game.debrief.model import Aims
from game.debrief.wording import NAMES, OPPONENTS
from game.play.game import BOTH, Chose, Game
from game.play.position import Position
from game.scenario.model import Decision, Option

PATHS = ("history", "mine", "mine changed")


class Fork(NamedTuple):
    """A decision of a finished game at which something else could have been taken."""

    decision: Decision
    taken: Option
    others: tuple[Option, ...]


def forks(game: Game) -> list[Fork]:
    """The decisions that persons took, with what else could have been chosen there."""
    found: list[Fork] = []
    for turn in game.own_turns():
        decision = game.course.waiting(turn.before)
        if isinstance(decision, Decision) and isinstance(turn.chose, Chose):
            options = game.course.options(turn.before)
            taken = next(option for option in options if option.id == turn.chose.option)
            found.append(Fork(decision, taken, tuple(option for option in options if option is not taken)))
    return [fork for fork in found if fork.others]


class Beside(NamedTuple):
    """What was chosen at one decision on each of the paths; "" on one that did not come by."""

    by: str
    title: str
    labels: tuple[str, str, str]


class End(NamedTuple):
    """Where a path comes out."""

    path: str
    ending: str
    aims: tuple[Aims, ...]
    levels: tuple[int, ...]
    """The four conditions of the main field."""


class Compared(NamedTuple):
    """History, a finished game, and the same game changed."""

    turns: tuple[Beside, ...]
    ends: tuple[End, ...]
    """History is not among them where it cannot be played."""
    other: str
    """Who played the other side; "" where two persons did."""


def compared(mine: Game, changed: Game) -> Compared:
    """The three paths, turn by turn, and where each comes out."""
    first, second = Material(mine, mine.role), Material(changed, changed.role)
    paths: tuple[tuple[Choice, ...], ...] = (first.history or (), first.choices, second.choices)
    met = {choice.decision.id for path in paths for choice in path}
    turns = tuple(_beside(d, paths) for d in mine.course.scenario.decisions if d.id in met)
    points = (first.history[-1].after if first.history else None, first.end, second.end)
    ends = tuple(_end(mine, name, point) for name, point in zip(PATHS, points, strict=True) if point is not None)
    faced = OPPONENTS.get(mine.disposition, mine.disposition)
    return Compared(turns, ends, "" if changed.role == BOTH else f"The other side: {faced}, as in your game.")


def _beside(decision: Decision, paths: tuple[tuple[Choice, ...], ...]) -> Beside:
    history, mine, changed = (label_at(path, decision.id) for path in paths)
    return Beside(NAMES[decision.by], decision.title, (history, mine, changed))


def _end(game: Game, path: str, point: Position) -> End:
    state = point.state
    levels = tuple(state.ground.fields[0][:4])
    return End(path, ending_at(game.course, point).word, both_aims(game.course, state), levels)

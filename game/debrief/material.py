"""What every part of an account is made from: the game, the path that really happened, and one number a turn."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from game.debrief.citing import sureness
from game.debrief.model import AimLine, Aims, Ending, TraceLine
from game.debrief.wording import NAMES, capped, counted
from game.play.course import Course
from game.play.game import BOTH, Drew, Game
from game.play.graph import accounts
from game.play.happened import Happened
from game.play.position import Position
from game.play.walk import by_history, ending_of
from game.rules.state import State
from game.rules.words import CAPITALS, NOBODY
from game.scenario.citations import references
from game.scenario.model import Decision, Event, Option


class Choice(NamedTuple):
    """An option taken at a decision, and the points before and after it (what chance then did included)."""

    decision: Decision
    option: Option
    before: Position
    after: Position
    happened: tuple[Happened, ...]


@dataclass(frozen=True, eq=False)
class Material:
    """One finished game, and ``side``: the capital that the account is for, or both."""

    game: Game
    side: str

    @property
    def course(self) -> Course:
        """The scenario under the theory."""
        return self.game.course

    @property
    def sides(self) -> tuple[str, ...]:
        """The capitals that the account is for."""
        return CAPITALS if self.side == BOTH else (self.side,)

    @cached_property
    def choices(self) -> tuple[Choice, ...]:
        """The choices of both sides that stand, in order."""
        return _choices(self.game)

    @cached_property
    def history(self) -> tuple[Choice, ...] | None:
        """The choices of the path that really happened, or None if it cannot be played."""
        game = by_history(self.course)
        return _choices(game) if game.over else None

    @cached_property
    def numbers(self) -> dict[str, int]:
        """One number for each decision that this game or history came by, in the order of the case."""
        met = {choice.decision.id for choice in (*self.choices, *(self.history or ()))}
        ordered = [d.id for d in self.course.scenario.decisions if d.id in met]
        return {decision: number for number, decision in enumerate(ordered, 1)}

    @cached_property
    def log(self) -> tuple[tuple[int, Happened], ...]:
        """Everything that happened, each with the number of its turn; 0 before anybody chose."""
        before = tuple((0, happened) for happened in self.game.opening[1])
        return before + tuple((self.numbers[c.decision.id], h) for c in self.choices for h in c.happened)

    @cached_property
    def trace(self) -> tuple[TraceLine, ...]:
        """Every line of every trace, in order."""
        return tuple(line for number, happened in self.log for line in self._lines(number, happened))

    def _lines(self, number: int, happened: Happened) -> Iterator[TraceLine]:
        occasion = self.occasion(happened)
        scenario, theory = self.course.scenario, self.course.theory
        for line in happened.lines:
            yield TraceLine(
                turn=number,
                occasion=occasion,
                rule=line.rule,
                what=line.what,
                counts=counted(line.what, scenario),
                before=line.before,
                after=line.after,
                why=line.why,
                references=references(line.cite, scenario.common),
                kind=sureness(line, theory),
                holds=line.holds,
                seen_by=line.seen_by,
                chosen=happened.by != NOBODY,
            )

    def occasion(self, happened: Happened) -> str:
        """At what something happened: a decision by its title, a close by its round, an event by its words."""
        if happened.kind == "close":
            return f"Close of round {happened.round}"
        item = self.course.scenario.play[self.course.scenario.index(happened.item)]
        if isinstance(item, Event):
            return item.text or capped(happened.kind)
        by_rules = f" ({happened.kind} by the rules)" if happened.by_rules else ""
        return f"{NAMES[happened.by]}: {item.title}{by_rules}"

    @property
    def end(self) -> Position:
        """The last point of the game."""
        return self.game.position


def _choices(game: Game) -> tuple[Choice, ...]:
    """The choices that stand, each with what chance did after it."""
    made: list[Choice] = []
    for turn in game.turns:
        if isinstance(turn.chose, Drew):
            made[-1] = made[-1]._replace(after=turn.after, happened=made[-1].happened + turn.happened)
        else:
            decision = game.course.scenario.decision(turn.chose.decision)
            option = decision.option(turn.chose.option) if decision else None
            assert decision is not None
            assert option is not None
            made.append(Choice(decision, option, turn.before, turn.after, turn.happened))
    return tuple(made)


def ending_at(course: Course, position: Position) -> Ending:
    """Where a game came out, with its sentence."""
    word = ending_of(course, position)
    return Ending(word, next((rule.says for rule in course.theory.endings if rule.word == word), ""))


def aims_at(course: Course, state: State, capital: str) -> Aims:
    """What a capital's aims come to, line by line."""
    found = accounts(course, state)
    lines = tuple(AimLine(aim.id, aim.says, found[aim.id], aim.weight) for aim in course.theory.aims[capital])
    return Aims(capital, NAMES[capital], lines)


def both_aims(course: Course, state: State) -> tuple[Aims, ...]:
    """The aims of both capitals."""
    return tuple(aims_at(course, state, capital) for capital in CAPITALS)


def label_at(choices: Sequence[Choice], decision: str) -> str:
    """What was chosen at a decision, or nothing."""
    return next((choice.option.label for choice in choices if choice.decision.id == decision), "")

"""What an option is known to cost at home before it is chosen: trouble or pressure that hangs on it.

The case says so with an event whose ``if`` names the option; the event itself comes later.
"""

from collections.abc import Iterator
from typing import NamedTuple

from game.play.asking import holds
from game.play.course import Course
from game.play.position import Position
from game.rules.moves import Pressure, Trouble
from game.rules.numbers import signed
from game.rules.theory import Theory
from game.scenario.model import Condition, Decision, Event, Option


class Price(NamedTuple):
    """One price: what changes, by how much, and who asks it."""

    meter: str
    change: int
    who: str

    def __str__(self) -> str:
        return f"{self.meter} {signed(self.change)}{f': {self.who}' if self.who else ''}"


def prices(course: Course, position: Position, option: Option) -> tuple[Price, ...]:
    """The prices of choosing an option here, as things stand."""
    return tuple(_prices(course, position, option))


def _prices(course: Course, position: Position, option: Option) -> Iterator[Price]:
    scenario, decision = course.scenario, course.waiting(position)
    if not isinstance(decision, Decision):
        return
    taken = 1 + decision.options.index(option)
    chosen = (*position.chosen[: position.at], taken, *position.chosen[position.at + 1 :])
    then = position._replace(chosen=chosen)
    for item in scenario.play[position.at + 1 :]:
        if isinstance(item, Event) and _asks(item.when, decision.id) and holds(item.when, then, scenario):
            yield from _price(item, course.theory)


def _price(event: Event, theory: Theory) -> Iterator[Price]:
    match event.move:
        case Trouble(cause=cause):
            yield Price("frustration", sum(n for rule in theory.phases["trouble"] for n in rule.numbers), cause)
        case Pressure(change=change, audience=audience):
            yield Price("standing", change, audience)


def _asks(test: Condition | None, decision: str) -> bool:
    """Does a condition hang on what is chosen at this decision?"""
    if test is None:
        return False
    if test.kind == "chosen" and any(name == decision for name, _ in test.options):
        return True
    return any(_asks(part, decision) for part in test.parts)

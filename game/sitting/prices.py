"""What an option is known to cost before it is chosen: trouble or pressure at home that hangs on it, a leak.

The case says so with an event whose ``if`` names the option, or that stands behind it; the event itself comes later.
"""

from collections.abc import Iterator
from typing import NamedTuple

from game.play.asking import holds
from game.play.course import Course
from game.play.position import Position
from game.rules.moves import Answer, Leak, Offer, Pressure, Trouble
from game.rules.numbers import signed
from game.rules.theory import Theory
from game.scenario.model import Condition, Decision, Event, Option

REAL = 2
"""The level of an answer in earnest."""


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


def leak_of(course: Course, position: Position, option: Option) -> tuple[int, int] | None:
    """With which odds a result of an option can leak, where nobody shelters it; None where it cannot."""
    decision, then = course.waiting(position), _with(course, position, option)
    if not isinstance(decision, Decision) or not _can_bring_a_result(course, position, option):
        return None
    for item in course.scenario.play[position.at + 1 :]:
        if item.round != decision.round or (isinstance(item, Decision) and item.kind == "opening"):
            break
        if isinstance(item, Event) and isinstance(item.move, Leak) and holds(item.when, then, course.scenario):
            return item.odds
    return None


def _can_bring_a_result(course: Course, position: Position, option: Option) -> bool:
    """Is it an offer of joint work, or its acceptance in earnest, in a field without a staffed body?"""
    offer, table = option.move, position.table
    if isinstance(offer, Answer) and offer.level == REAL and table is not None:
        offer = course.dealings.offer_on(table)
    if not isinstance(offer, Offer) or offer.purpose != "operational":
        return False
    return not course.setting.has_body(position.ground.ledger, offer.field)


def _with(course: Course, position: Position, option: Option) -> Position:
    """The position as if the option had been chosen, for what hangs on that alone."""
    decision = course.waiting(position)
    assert isinstance(decision, Decision)
    taken = 1 + decision.options.index(option)
    return position._replace(chosen=(*position.chosen[: position.at], taken, *position.chosen[position.at + 1 :]))


def _prices(course: Course, position: Position, option: Option) -> Iterator[Price]:
    scenario, decision = course.scenario, course.waiting(position)
    if not isinstance(decision, Decision):
        return
    then = _with(course, position, option)
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

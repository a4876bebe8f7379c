"""Where a game stands, as frozen tuples; and the tests of an ``if`` against it."""

from collections.abc import Callable
from typing import NamedTuple

from game.rules.state import Ground, Home
from game.rules.words import OFFER_RECEPTIONS, RECEPTIONS
from game.scenario.model import Condition, Decision, Scenario


class Table(NamedTuple):
    """What lies on the table: an act or incident that waits for ``reply`` or ``follow``, an offer for its ``answer``.

    ``item`` and ``option`` say which move it is (``option`` is -1 for an event); ``due`` is the reply due,
    ``level`` the reply given or the reception that the rules would give the offer.
    """

    kind: str
    item: int
    option: int
    due: int = 0
    level: int = 0


class Position(NamedTuple):
    """A point of a game at which somebody, or chance, must choose; or its end.

    ``at`` is the index of the item that waits in ``Scenario.play``, its length at the end. ``chosen`` and
    ``received`` hold, for each item, 1 + the option chosen and 1 + the reception that it met; 0 is nothing yet.
    """

    at: int
    round: int
    ground: Ground
    home: Home
    table: Table | None
    chosen: tuple[int, ...]
    received: tuple[int, ...]


def holds(test: Condition | None, position: Position, scenario: Scenario) -> bool:
    """Is a condition true here?"""
    return test is None or _TESTS[test.kind](test, position, scenario)


def _compare(test: Condition, number: int) -> bool:
    return number >= test.number if test.at_least else number <= test.number


def _level(test: Condition, position: Position, scenario: Scenario) -> bool:
    here = position.ground.fields[scenario.fields.index(test.subject)]
    return _compare(test, int(getattr(here, test.detail)))


def _shut(test: Condition, position: Position, scenario: Scenario) -> bool:
    here = position.ground.fields[scenario.fields.index(test.subject)]
    return (here.shut > 0) == test.wanted


def _grievance(test: Condition, position: Position, scenario: Scenario) -> bool:
    here = position.ground.fields[scenario.fields.index(test.subject)]
    return bool(getattr(here, test.detail))


def _entry(test: Condition, position: Position, _scenario: Scenario) -> bool:
    return test.subject in position.ground.ledger


def _chosen(test: Condition, position: Position, scenario: Scenario) -> bool:
    return any(_was_chosen(decision, option, position, scenario) for decision, option in test.options)


def _was_chosen(decision: str, option: str, position: Position, scenario: Scenario) -> bool:
    at = scenario.index(decision)
    taken = position.chosen[at]
    item = scenario.play[at]
    return bool(taken) and isinstance(item, Decision) and item.options[taken - 1].id == option


def _reception(test: Condition, position: Position, scenario: Scenario) -> bool:
    ladder = RECEPTIONS if test.detail in RECEPTIONS else OFFER_RECEPTIONS
    received = position.received[scenario.index(test.subject)]
    if not received or _ladder_of(received) is not ladder:
        return False
    level, asked = (received - 1) % 10, ladder.index(test.detail)
    return level >= asked if test.at_least else level <= asked


def _ladder_of(received: int) -> tuple[str, ...]:
    return OFFER_RECEPTIONS if received > 10 else RECEPTIONS


def _home(test: Condition, position: Position, _scenario: Scenario) -> bool:
    if test.at_least:
        return position.home.reaches(test.kind, test.number)
    return not position.home.reaches(test.kind, test.number + 1)


def _any(test: Condition, position: Position, scenario: Scenario) -> bool:
    return any(holds(part, position, scenario) for part in test.parts)


def _all(test: Condition, position: Position, scenario: Scenario) -> bool:
    return all(holds(part, position, scenario) for part in test.parts)


def _not(test: Condition, position: Position, scenario: Scenario) -> bool:
    return not _all(test, position, scenario)


_TESTS: dict[str, Callable[[Condition, Position, Scenario], bool]] = {
    "level": _level,
    "shut": _shut,
    "grievance": _grievance,
    "entry": _entry,
    "chosen": _chosen,
    "reception": _reception,
    "frustration": _home,
    "standing": _home,
    "any": _any,
    "all": _all,
    "not": _not,
}

"""The tests of an ``if`` against a position: each is made once from its words, and then only asked."""

from collections.abc import Callable

from game.play.position import Going, Position
from game.rules.state import Field
from game.rules.words import OFFER_RECEPTIONS, RECEPTIONS
from game.scenario.model import Condition, Decision, Scenario

OFFER_MARK = 10
"""Added to a stored reception of an offer, so that its ladder is known again."""
Standing = Position | Going
Test = Callable[[Standing], bool]


def holds(condition: Condition | None, here: Standing, scenario: Scenario) -> bool:
    """Is a condition true here?"""
    return condition is None or test_of(condition, scenario)(here)


def test_of(condition: Condition, scenario: Scenario) -> Test:
    """The test that a condition asks for; every name in it is looked up now, none when it is asked."""
    return _MAKERS[condition.kind](condition, scenario)


def of_a_place(condition: Condition) -> bool:
    """Does it ask neither for the meters at home nor for what was chosen or received, only how things lie?"""
    beside = ("frustration", "standing", "chosen", "reception")
    return condition.kind not in beside and all(map(of_a_place, condition.parts))


def numbers_of(condition: Condition, scenario: Scenario) -> dict[int, frozenset[int]]:
    """Of a ``chosen``: for each item that it asks about, the numbers in ``Position.chosen`` for which it holds."""
    asked: dict[int, frozenset[int]] = {}
    for decision in dict.fromkeys(decision for decision, _ in condition.options):
        at = scenario.index(decision)
        item = scenario.play[at]
        assert isinstance(item, Decision)
        names = {option for where, option in condition.options if where == decision}
        asked[at] = frozenset(1 + i for i, option in enumerate(item.options) if option.id in names)
    return asked


def marks_of(condition: Condition) -> frozenset[int]:
    """Of a ``reception``: the marks in ``Position.received`` for which it holds."""
    acts = condition.detail in RECEPTIONS
    ladder, least = (RECEPTIONS, 1) if acts else (OFFER_RECEPTIONS, 1 + OFFER_MARK)
    level = ladder.index(condition.detail)
    return frozenset(least + n for n in (range(level, len(ladder)) if condition.at_least else range(level + 1)))


def _level(condition: Condition, scenario: Scenario) -> Test:
    field, place, number = *_place(condition, scenario), condition.number
    if condition.at_least:
        return lambda here: here.ground.fields[field][place] >= number
    return lambda here: here.ground.fields[field][place] <= number


def _shut(condition: Condition, scenario: Scenario) -> Test:
    field, wanted = scenario.fields.index(condition.subject), condition.wanted
    return lambda here: (here.ground.fields[field].shut > 0) == wanted


def _grievance(condition: Condition, scenario: Scenario) -> Test:
    field, place = _place(condition, scenario)
    return lambda here: here.ground.fields[field][place] > 0


def _place(condition: Condition, scenario: Scenario) -> tuple[int, int]:
    return scenario.fields.index(condition.subject), Field._fields.index(condition.detail)


def _entry(condition: Condition, _scenario: Scenario) -> Test:
    entry = condition.subject
    return lambda here: entry in here.ground.ledger


def _chosen(condition: Condition, scenario: Scenario) -> Test:
    asked = [*numbers_of(condition, scenario).items()]
    if len(asked) == 1:
        ((at, numbers),) = asked
        return lambda here: here.chosen[at] in numbers
    return lambda here: any(here.chosen[at] in numbers for at, numbers in asked)


def _reception(condition: Condition, scenario: Scenario) -> Test:
    at, marks = scenario.index(condition.subject), marks_of(condition)
    return lambda here: here.received[at] in marks


def _home(condition: Condition, _scenario: Scenario) -> Test:
    meter, number = condition.kind, condition.number
    if condition.at_least:
        return lambda here: here.home.reaches(meter, number)
    return lambda here: not here.home.reaches(meter, number + 1)


def _any(condition: Condition, scenario: Scenario) -> Test:
    parts = [test_of(part, scenario) for part in condition.parts]
    return lambda here: any(part(here) for part in parts)


def _all(condition: Condition, scenario: Scenario) -> Test:
    parts = [test_of(part, scenario) for part in condition.parts]
    return lambda here: all(part(here) for part in parts)


def _not(condition: Condition, scenario: Scenario) -> Test:
    inner = _all(condition, scenario)
    return lambda here: not inner(here)


_MAKERS: dict[str, Callable[[Condition, Scenario], Test]] = {
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

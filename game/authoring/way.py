"""The shortest way to a decision: which choices of both capitals lead there, or which ``if`` keeps one from it.

Points that nothing later can tell apart are one (:mod:`game.play.ways`), so a case of a hundred thousand games is
searched in a second; nothing beyond the decision is looked at.
"""

from collections import deque
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from game.play.course import Course
from game.play.game import Chose, Drew
from game.play.graph import undisturbed
from game.play.ways import LEAKS, QUIET, Point, Ways
from game.scenario.model import Condition, Decision, Event, Item, Scenario
from game.tree.asked import words_of

MOST_POINTS = 60_000
"""Beyond so many points the search is given up: somebody waits for it."""
MOST_TRIED = 16
"""So many ``if``s are left out, one after the other, to learn which of them is in the way."""
CALLS_FOR = {
    "reply": "an act or an incident that is still unanswered",
    "answer": "an offer of the other capital that is still unanswered",
    "follow": "an act that was answered with a protest or more",
}
"""What must lie on the table for a decision of a kind to come up."""


class Way(NamedTuple):
    """The choices of both capitals, and what chance says, from the start to a decision."""

    made: tuple[Chose | Drew, ...]


class NoWay(NamedTuple):
    """There is none; why, in a sentence."""

    why: str


def way_to(course: Course, decision: Decision) -> Way | NoWay:
    """The way to a decision with the fewest choices, what happened before all else; through a leak only if it must."""
    for leaks in (False, True):
        trail = _found(course, decision.id, leaks=leaks)
        if trail is not None:
            return Way(tuple(_made(course, trail)))
    return NoWay(_why_not(course, decision))


# --- searching -----------------------------------------------------------------------------------------------

Trail = tuple[int, "Trail"] | tuple[()]
"""Choices, the last one first."""


def _found(course: Course, item: str, *, leaks: bool) -> list[int] | None:
    """The choices that lead to an item; None where nothing does, or too much would have to be looked at."""
    with undisturbed():
        return _searched(Ways(course), course.scenario.index(item), leaks=leaks)


def _searched(ways: Ways, target: int, *, leaks: bool) -> list[int] | None:
    waiting: deque[tuple[Point, Trail]] = deque([(ways.start(), ())])
    seen: set[Point] = set()
    while waiting and len(seen) < MOST_POINTS:
        point, trail = waiting.popleft()
        at = ways.places[point[0]].at
        if at == target:
            return list(_unrolled(trail))[::-1]
        if at > target or point in seen:
            continue
        seen.add(point)
        item = ways.course.scenario.play[at]
        if isinstance(item, Event):  # chance is no choice: the way is no longer for it
            for draw in (LEAKS, QUIET) if leaks else (QUIET,):
                waiting.appendleft((ways.step(point, draw)[1], (draw, trail)))
            continue
        options = ways.course.choices(ways.position(point))
        for choice in sorted(options, key=lambda index: not item.options[index].historical):
            waiting.append((ways.step(point, choice)[1], (choice, trail)))
    return None


def _unrolled(trail: Trail) -> Iterator[int]:
    while trail:
        choice, trail = trail
        yield choice


def _made(course: Course, trail: list[int]) -> Iterator[Chose | Drew]:
    """The choices by their names, as a game keeps them."""
    position = course.start()
    for choice in trail:
        item = course.waiting(position)
        if isinstance(item, Event):
            yield Drew(item.id, choice == LEAKS)
            position = course.chance(position, choice == LEAKS)
        else:
            assert isinstance(item, Decision)
            yield Chose(item.id, item.by, item.options[choice].id)
            position = course.follow(position, choice)


# --- why there is none ---------------------------------------------------------------------------------------


def _why_not(course: Course, decision: Decision) -> str:
    """Leave out one ``if`` after the other, the nearest first: the first without which one gets there is to blame."""
    scenario = course.scenario
    for tried, (changed, blamed) in enumerate(_without(scenario, decision)):
        if tried == MOST_TRIED:
            break
        if _leads(changed, course, decision):
            return f"{decision.id} never comes up: {blamed}."
    if decision.kind in CALLS_FOR and not _ifs_before(scenario, decision):
        return f"{decision.id} never comes up: nothing before it leaves {CALLS_FOR[decision.kind]} on the table."
    if _leads(_all_open(scenario, decision), course, decision):
        own = f", its own among them ({_in_braces(decision.when)})" if decision.when else ""
        return f"{decision.id} never comes up: several ifs together keep one from it{own}."
    if decision.kind in CALLS_FOR:
        return f"{decision.id} never comes up: nothing before it leaves {CALLS_FOR[decision.kind]} on the table."
    return f"{decision.id} never comes up: none of its options can be chosen there."


def _leads(scenario: Scenario, course: Course, decision: Decision) -> bool:
    return _found(Course.of(scenario, course.theory), decision.id, leaks=True) is not None


def _without(scenario: Scenario, decision: Decision) -> Iterator[tuple[Scenario, str]]:
    """The scenario without one ``if``, and that ``if`` in words; the decision's own first, then backwards."""
    for item in reversed(scenario.play[: scenario.index(decision.id) + 1]):
        whose = "its" if item is decision else f"{item.id}, before it, has an"
        if item.when:
            says = f"{whose} if {_in_braces(item.when)}" + (" never holds there" if item is decision else "")
            yield _without_if(scenario, item), says
        if isinstance(item, Decision) and any(option.when for option in item.options):
            asked = "; ".join(f"{option.id} {_in_braces(option.when)}" for option in item.options if option.when)
            owner = "its options" if item is decision else f"the options of {item.id}, before it,"
            yield _without_ifs_of_options(scenario, item), f"{owner} have ifs that do not hold ({asked})"


def _ifs_before(scenario: Scenario, decision: Decision) -> bool:
    return any(_has_if(item) for item in scenario.play[: scenario.index(decision.id) + 1])


def _has_if(item: Item) -> bool:
    return item.when is not None or (isinstance(item, Decision) and any(option.when for option in item.options))


def _all_open(scenario: Scenario, decision: Decision) -> Scenario:
    """The scenario without any ``if`` up to a decision."""
    for at in range(scenario.index(decision.id) + 1):
        scenario = _without_if(scenario, scenario.play[at])
        item = scenario.play[at]
        if isinstance(item, Decision):
            scenario = _without_ifs_of_options(scenario, item)
    return scenario


def _without_if(scenario: Scenario, item: Item) -> Scenario:
    """The scenario with an item that comes whatever was done before."""
    return _instead(scenario, item, replace(item, when=None))


def _without_ifs_of_options(scenario: Scenario, decision: Decision) -> Scenario:
    """The scenario with a decision whose options ask for nothing."""
    options = tuple(replace(option, when=None) for option in decision.options)
    return _instead(scenario, decision, replace(decision, options=options))


def _instead(scenario: Scenario, old: Item, new: Item) -> Scenario:
    return replace(scenario, play=tuple(new if item is old else item for item in scenario.play))


def _in_braces(condition: Condition) -> str:
    return f"{{{words_of(condition)}}}"


__all__ = ["NoWay", "Way", "way_to"]

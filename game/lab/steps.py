"""What happens on the steps of a graph: each different one is played once, with its record, and read.

Points that differ in the meters at home alone take most steps alike. A step is told apart by them only where it
passes something that asks for a meter, or the close of a round, at which the home fronts judge.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from game.lab.trails import Trails, share
from game.play.asking import OFFER_MARK
from game.play.course import Course
from game.play.graph import Graph, undisturbed
from game.play.happened import Happened, Log
from game.play.position import Position, Table
from game.play.ways import LEAKS, QUIET
from game.rules.words import OFFER_RECEPTIONS, RECEPTIONS
from game.scenario.model import Condition, Decision, Item

METERS = ("frustration", "standing")


@dataclass(slots=True)
class Step:
    """A step that was played once for all that go alike: where it was played, and how often it is taken."""

    node: int
    """Of all nodes where it can be taken, one that the fewest steps lead to."""
    edge: int
    to: int
    """The index of the item at which it comes to a stop."""
    length: int
    """How many steps it takes to come here and take it."""
    chance: float = 0.0
    """How likely a game at random is to take it."""
    log: Log = field(default_factory=list)


class Reception(NamedTuple):
    """An option, by the index of its decision and its own, and how it was received."""

    item: int
    option: int
    word: str


def steps_of(trails: Trails) -> list[Step]:
    """Every different step of a graph, played."""
    graph = trails.graph
    with undisturbed():
        found = _told_apart(trails)
        for step in found:
            play(graph, step)
    return found


def play(graph: Graph, step: Step) -> None:
    """Play a step with its record."""
    step.log = []
    position = graph.nodes[step.node].position
    on(graph.course, position, graph.nodes[step.node].edges[step.edge].option, step.log)


def on(course: Course, position: Position, option: int, log: Log | None = None) -> Position:
    """The next position after an option, or after what chance says."""
    if option in (LEAKS, QUIET):
        return course.chance(position, option == LEAKS, log)
    return course.follow(position, option, log)


def _told_apart(trails: Trails) -> list[Step]:
    graph, nodes = trails.graph, trails.graph.nodes
    weighs = _weighs(graph.course)
    found: dict[tuple[object, ...], Step] = {}
    for at, node in enumerate(nodes):
        here, steps, chance = node.position.at, trails.steps[at] + 1, trails.chance[at]
        for index, edge in enumerate(node.edges):
            to = nodes[edge.to].position.at
            home = node.position.home if weighs[to + 1] > weighs[here + 1] else None
            key = (node.place, edge.option, home)
            step = found.get(key)
            if step is None:
                step = found[key] = Step(at, index, to, steps)
            elif steps < step.length:
                step.node, step.edge, step.to, step.length = at, index, to, steps
            step.chance += chance * share(node, index)
    return list(found.values())


def _weighs(course: Course) -> list[int]:
    """Before each item, and after the last, how many items so far weigh the meters; the first of a round does."""
    play, counts, round_ = course.scenario.play, [0], course.scenario.play[0].round
    for item in play:
        asks = item.round > round_ or any(map(_asks_meters, _conditions(item)))
        counts.append(counts[-1] + asks)
        round_ = item.round
    return [*counts, counts[-1] + 1]


def _conditions(item: Item) -> Iterator[Condition]:
    options = item.options if isinstance(item, Decision) else ()
    yield from (one.when for one in (item, *options) if one.when is not None)


def _asks_meters(condition: Condition) -> bool:
    return condition.kind in METERS or any(map(_asks_meters, condition.parts))


# --- reading the record of a step ----------------------------------------------------------------------------


def receptions(graph: Graph, step: Step) -> Iterator[Reception]:
    """How options were received on a step: of a move, and of what answered it, as the prose of both is shown."""
    scenario, node = graph.course.scenario, graph.nodes[step.node]
    here, taken, table = node.position.at, node.edges[step.edge].option, node.position.table
    laid = {here: taken}
    if table is not None:
        laid[table.item] = table.option
    for one in step.log:
        if one.reception is None:
            continue
        for name in {one.item, one.answers or one.item}:
            at = scenario.places[name]
            if at in laid and isinstance(scenario.play[at], Decision):
                yield Reception(at, laid[at], one.reception)


def weighed(course: Course, before: Position, log: Log, to: int, item: int) -> Position:
    """The position in which an item was met or passed over on a step from one position to the item ``to``."""
    position = before
    if log and isinstance(course.waiting(before), Decision):
        names = [option.id for option in course.scenario.play[before.at].options]  # type: ignore[union-attr]
        position = before._replace(chosen=changed(before.chosen, before.at, 1 + names.index(log[0].option or "")))
    for one, moment in zip(log, _moments(course, log, to), strict=True):
        if moment < item:
            position = _after(course, position._replace(ground=one.state.ground, home=one.state.home), one)
    return position._replace(at=item, round=course.scenario.play[item].round)


def _moments(course: Course, log: Log, to: int) -> list[int]:
    """The item at which each entry of the record came: what the rules finished came with what comes after it.

    A round closes after its last item and before the next, so that item stands for the close.
    """
    play, places = course.scenario.play, course.scenario.places
    moments, later = list[int](), to
    for one in reversed(log):
        if one.item == "close":
            later = next((i for i, item in enumerate(play) if item.round > one.round), len(play)) - 1
        elif not one.by_rules:
            later = places[one.item]
        moments.append(later)
    return moments[::-1]


def _after(course: Course, position: Position, one: Happened) -> Position:
    """A position after one thing happened, as far as the record of its state does not say it: table and receptions."""
    if one.kind == "act":
        return _laid(course, position, one)
    if one.kind == "offer":
        level = OFFER_RECEPTIONS.index(one.due or "refused")
        return position._replace(table=Table("answer", *_made(course, position, one), 0, level))
    if one.kind not in ("reply", "answer", "follow"):
        return position
    table, left = position.table, None
    if one.kind == "reply" and one.reception != RECEPTIONS[0] and table is not None:
        left = table._replace(kind="follow", level=RECEPTIONS.index(one.reception or ""))
    met = [one.answers, *([] if one.by_rules else [one.item])] if one.reception else []
    return _received(course, position._replace(table=left), one, met)


def _laid(course: Course, position: Position, one: Happened) -> Position:
    """A position after an act or an incident: tolerated or secret, or waiting for its reply."""
    if one.due is None or one.reception is not None:
        return _received(course, position._replace(table=None), one, [one.item] if one.reception else [])
    return position._replace(table=Table("reply", *_made(course, position, one), RECEPTIONS.index(one.due)))


def _made(course: Course, position: Position, one: Happened) -> tuple[int, int]:
    """The index of the item that made a move, and of its option; of a discovery the one that it brings out."""
    at = course.scenario.places[one.item]
    item = course.scenario.play[at]
    if isinstance(item, Decision):
        return at, position.chosen[at] - 1
    return at, position.chosen[course.scenario.places[item.of]] - 1 if item.of else -1


def _received(course: Course, position: Position, one: Happened, items: Sequence[str | None]) -> Position:
    received = position.received
    for name in filter(None, items):
        word = one.reception or ""
        mark = RECEPTIONS.index(word) if word in RECEPTIONS else OFFER_MARK + OFFER_RECEPTIONS.index(word)
        received = changed(received, course.scenario.places[name], 1 + mark)
    return position._replace(received=received)


def changed(marks: tuple[int, ...], at: int, value: int) -> tuple[int, ...]:
    """The marks with one changed."""
    return (*marks[:at], value, *marks[at + 1 :])


__all__ = ["Reception", "Step", "on", "play", "receptions", "steps_of", "weighed"]

"""What happens on the steps of a graph, read from the stretches that steps have in common (:mod:`game.play.ways`).

A step goes from one choice to the next. Its first stretch is what was chosen and what follows, to that choice or to
the close of a round; each close begins another. Steps share a stretch where they differ only in what lies before a
close, or in the meters at home and in earlier choices that nothing on it asks for. So there are fewer stretches than
steps, and all were played when the graph was.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from game.play.asking import OFFER_MARK
from game.play.course import Course
from game.play.graph import Graph, undisturbed
from game.play.happened import Happened, Log
from game.play.position import Position, Table
from game.play.ways import LEAKS, QUIET, Way
from game.rules.state import Home
from game.rules.words import OFFER_RECEPTIONS, RECEPTIONS
from game.scenario.model import Decision
from game.tree.trails import Taken, Trails, shares


@dataclass(slots=True)
class Stretch:
    """What some steps have in common: where these lead, what happens, the soonest of them, how often one is taken."""

    to: int
    """The index of the item at which the steps come to a stop."""
    log: Log
    soonest: Taken
    chance: float = 0.0


@dataclass(frozen=True, slots=True)
class Stretches:
    """All stretches of the steps of a graph, told apart by where the whole step leads too."""

    chosen: dict[tuple[Way, int], Stretch] = field(default_factory=dict)
    """From a choice on."""
    closed: dict[tuple[Way, int], Stretch] = field(default_factory=dict)
    """From the close of a round on."""
    homes: dict[Home, Taken] = field(default_factory=dict)
    """For each way that the meters stand when a round has closed, the soonest step on which they do."""

    @classmethod
    def of(cls, trails: Trails) -> "Stretches":
        """Go along every step of a graph once."""
        found, nodes, homes = cls(), trails.graph.nodes, dict[int, Taken]()
        with undisturbed():
            for at, node in enumerate(nodes):
                length, chance = trails.steps[at] + 1, trails.chance[at]
                for index, (edge, likely) in enumerate(zip(node.edges, shares(node), strict=True)):
                    taken, to, home = (length, at, index), nodes[edge.to].position.at, node.point[1]
                    before, *closed = edge.ways
                    _join(found.chosen, before, to, taken, chance * likely)
                    for way in closed:
                        home = before.moved.after[home]
                        if home not in homes or length < homes[home].length:
                            homes[home] = Taken(*taken)
                        _join(found.closed, way, to, taken, chance * likely)
                        before = way
        found.homes.update((trails.graph.ways.homes[home], taken) for home, taken in homes.items())
        return found


def _join(known: dict[tuple[Way, int], Stretch], way: Way, to: int, taken: tuple[int, int, int], chance: float) -> None:
    """Join a stretch of a step to those like it; of steps of one length the first to come is the soonest."""
    stretch = known.get((way, to))
    if stretch is None:
        known[way, to] = Stretch(to, way.log, Taken(*taken), chance)
        return
    stretch.chance += chance
    if taken[0] < stretch.soonest[0]:
        stretch.soonest = Taken(*taken)


class Reception(NamedTuple):
    """An option, by the index of its decision and its own, and how it was received."""

    item: int
    option: int
    word: str


def on(course: Course, position: Position, option: int, log: Log | None = None) -> Position:
    """The next position after an option, or after what chance says."""
    if option in (LEAKS, QUIET):
        return course.chance(position, option == LEAKS, log)
    return course.follow(position, option, log)


# --- reading the record of a step ----------------------------------------------------------------------------


def receptions(graph: Graph, chosen: Stretch) -> Iterator[Reception]:
    """How options were received after a choice: of a move, and of what answered it, as the prose of both is shown."""
    scenario, node = graph.course.scenario, graph.nodes[chosen.soonest.node]
    here, taken, table = node.position.at, node.edges[chosen.soonest.edge].option, node.position.table
    laid = {here: taken}
    if table is not None:
        laid[table.item] = table.option
    for one in chosen.log:
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


__all__ = ["Reception", "Stretch", "Stretches", "on", "receptions", "weighed"]

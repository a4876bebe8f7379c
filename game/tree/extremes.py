"""The least and the greatest that every meter and every condition comes to, and the shortest path to each.

Conditions are looked at after everything that happens; the meters at home where somebody chooses, where a round has
closed and at the end; results and yields are what a whole game comes to.
"""

from collections.abc import Iterator
from typing import NamedTuple

from game.play.graph import Graph
from game.rules.state import Home
from game.rules.words import CONDITIONS
from game.tree.trails import Path, Taken, Trails, soonest, stop
from game.tree.tree import Tree


class Extreme(NamedTuple):
    """One end of what a number comes to."""

    value: int
    path: Path


class Extremes(NamedTuple):
    """What a number comes to, at the least and at the most."""

    what: str
    least: Extreme
    greatest: Extreme


START = Taken(0, 0)
STEPS = 1_000_000
"""More than any game takes."""


def extremes(tree: Tree) -> list[Extremes]:
    """Of the conditions of each field, the meters at home, results and yields; a cut tree may end nowhere."""
    return [*_conditions(tree), *_meters(tree), *_results(tree.trails), _yields(tree.graph)]


def _conditions(tree: Tree) -> Iterator[Extremes]:
    stretches = (*tree.stretches.chosen.values(), *tree.stretches.closed.values())
    start = tree.graph.nodes[0].position.ground.fields
    levels = soonest(
        [
            (start, START),
            *((one.state.ground.fields, START) for one in tree.opening),
            *((one.state.ground.fields, stretch.soonest) for stretch in stretches for one in stretch.log),
        ]
    )
    for at, name in enumerate(tree.course.scenario.fields):
        for place, condition in enumerate(CONDITIONS):
            values = soonest((fields[at][place], taken) for fields, taken in levels.items())
            yield _ends(f"{name}.{condition}", values, tree.trails)


def _meters(tree: Tree) -> Iterator[Extremes]:
    """Where a round has closed too: what Congress or a gone standing then sets hides it afterwards."""
    steps, first = tree.trails.steps, dict[Home, int]()
    for at, node in enumerate(tree.graph.nodes):
        home = node.position.home
        if home not in first or steps[at] < steps[first[home]]:
            first[home] = at
    for meter in ("frustration", "standing"):
        seen = soonest((getattr(home, meter), Taken(steps[at], at)) for home, at in first.items())
        closed = soonest((getattr(home, meter), taken) for home, taken in tree.stretches.homes.items())
        sooner = {
            value: taken for value, taken in closed.items() if value not in seen or taken.length < seen[value].length
        }
        yield _ends(meter, seen | sooner, tree.trails)


def _ends(what: str, seen: dict[int, Taken], trails: Trails) -> Extremes:
    ends = (Extreme(value, trails.over(*seen[value][1:])) for value in (min(seen), max(seen)))
    return Extremes(what, *ends)


def _results(trails: Trails) -> Iterator[Extremes]:
    ends = (at for at, node in enumerate(trails.graph.nodes) if not node.by)
    found = soonest((count, Taken(trail.steps, at)) for at in ends for count, trail in trails.by_results[at].items())
    if found:
        least, greatest = (Extreme(count, trails.to(found[count].node, count)) for count in (min(found), max(found)))
        yield Extremes("results", least, greatest)


# --- yields are counted on the way, so their path is looked for by itself ------------------------------------


def _yields(graph: Graph) -> Extremes:
    return Extremes("yields", _furthest(graph, -1), _furthest(graph, 1))


def _furthest(graph: Graph, sign: int) -> Extreme:
    """The most, or with -1 the least, that a game yields: of all paths the shortest on which it does."""
    nodes, one = graph.nodes, sign * STEPS
    best = [0] * len(nodes)  # what is to come, each yield worth more than all steps; less one for each step
    taken = [-1] * len(nodes)
    for at in range(len(nodes) - 1, -1, -1):
        found = [one * yields + best[to] for _, to, _, yields, _ in nodes[at].edges]
        if found:
            most = max(found)
            best[at], taken[at] = most - 1, found.index(most)
    path, at = [], 0
    while taken[at] >= 0:
        path.append(stop(graph, at, taken[at]))
        at = nodes[at].edges[taken[at]].to
    return Extreme(sign * -(-best[0] // STEPS), tuple(path))


__all__ = ["Extreme", "Extremes", "extremes"]

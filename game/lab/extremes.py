"""The least and the greatest that every meter and every condition comes to, and the shortest path to each.

Conditions are looked at after everything that happens; the meters at home where somebody chooses, where a round has
closed and at the end; results and yields are what a whole game comes to.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from game.lab.trails import Path, stop
from game.lab.tree import Met, Tree
from game.play.graph import Graph
from game.rules.state import Field
from game.rules.words import CONDITIONS


class Extreme(NamedTuple):
    """One end of what a number comes to."""

    value: int
    path: Path


class Extremes(NamedTuple):
    """What a number comes to, at the least and at the most."""

    what: str
    least: Extreme
    greatest: Extreme


Seen = dict[int, Met]
"""For each value of a number where it is soonest met."""


def extremes(tree: Tree) -> list[Extremes]:
    """Of the conditions of each field, the meters at home, results and yields; a cut tree may end nowhere."""
    seen = (*_conditions(tree), *_meters(tree), _results(tree))
    return [Extremes(what, *_ends(tree, values)) for what, values in seen if values] + [_yields(tree.graph)]


def _ends(tree: Tree, seen: Seen) -> tuple[Extreme, Extreme]:
    least, greatest = min(seen), max(seen)
    return Extreme(least, tree.path(seen[least])), Extreme(greatest, tree.path(seen[greatest]))


def _conditions(tree: Tree) -> Iterator[tuple[str, Seen]]:
    levels: dict[tuple[Field, ...], Met] = {}
    start = Met(1.0, 0, 0)
    for fields in (tree.graph.nodes[0].position.ground.fields, *(one.state.ground.fields for one in tree.opening)):
        levels.setdefault(fields, start)
    for step in tree.steps:
        met = Met(0, step.length, step.node, step.edge)
        for one in step.log:
            fields = one.state.ground.fields
            known = levels.get(fields)
            if known is None or met.steps < known.steps:
                levels[fields] = met
    for at, name in enumerate(tree.course.scenario.fields):
        for place, condition in enumerate(CONDITIONS):
            yield f"{name}.{condition}", _soonest((fields[at][place], met) for fields, met in levels.items())


def _meters(tree: Tree) -> Iterator[tuple[str, Seen]]:
    nodes, steps = tree.graph.nodes, tree.trails.steps
    for meter in ("frustration", "standing"):
        here = ((getattr(node.position.home, meter), Met(0, steps[at], at)) for at, node in enumerate(nodes))
        yield meter, _soonest((*_soonest(here).items(), *_closes(tree, meter)))


def _closes(tree: Tree, meter: str) -> Iterator[tuple[int, Met]]:
    """Where a meter stood while a round closed; what Congress or a gone standing then sets hides it afterwards."""
    for step in tree.steps:
        for one in step.log:
            if one.item == "close":
                for line in one.lines:
                    if line.what == meter:
                        yield line.before, Met(0, step.length, step.node, step.edge)


def _results(tree: Tree) -> tuple[str, Seen]:
    trails = tree.trails.by_results
    ends = (at for at, node in enumerate(tree.graph.nodes) if not node.by)
    return "results", _soonest(
        (count, Met(0, trail.steps, at, results=count)) for at in ends for count, trail in trails[at].items()
    )


def _soonest(found: Iterable[tuple[int, Met]]) -> Seen:
    seen: Seen = {}
    for value, met in found:
        known = seen.get(value)
        if known is None or met.steps < known.steps:
            seen[value] = met
    return seen


# --- yields are counted on the way, so their path is looked for by itself ------------------------------------


def _yields(graph: Graph) -> Extremes:
    return Extremes("yields", _furthest(graph, -1), _furthest(graph, 1))


def _furthest(graph: Graph, sign: int) -> Extreme:
    """The most, or with -1 the least, that a game yields: of all paths the shortest on which it does."""
    nodes = graph.nodes
    best: list[tuple[int, int]] = [(0, 0)] * len(nodes)  # what is to come, and minus the steps that it takes
    taken = [-1] * len(nodes)
    for at in range(len(nodes) - 1, -1, -1):
        edges = nodes[at].edges
        if edges:
            found = [(sign * edge.yields + best[edge.to][0], best[edge.to][1] - 1) for edge in edges]
            best[at] = max(found)
            taken[at] = found.index(best[at])
    path, at = [], 0
    while taken[at] >= 0:
        path.append(stop(graph, at, taken[at]))
        at = nodes[at].edges[taken[at]].to
    return Extreme(sign * best[0][0], tuple(path))


__all__ = ["Extreme", "Extremes", "extremes"]

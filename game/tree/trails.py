"""How each point of a graph is come to: the shortest way, and how likely a game at random is to pass there.

At random means: each option that can be chosen is as likely as any other, and chance has its own odds. It says how
much of a case is ever seen, not how people play.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple, TypeVar

from game.play.graph import Graph, Node, undisturbed
from game.play.ways import LEAKS
from game.rules.words import NOBODY
from game.scenario.model import Decision

LEAKED, KEPT = "leaks", "stays secret"
"""What chance says, in place of the option of a person."""


class Stop(NamedTuple):
    """One choice of a path: where, whose, which option (of chance: ``leaks`` or ``stays secret``), and its label."""

    at: str
    by: str
    option: str
    label: str = ""


Path = tuple[Stop, ...]


class Taken(NamedTuple):
    """A step, or with edge -1 a node alone: how many steps lead to its end, and which it is. The least is soonest."""

    length: int
    node: int
    edge: int = -1


Key = TypeVar("Key")


def soonest(found: Iterable[tuple[Key, Taken]]) -> dict[Key, Taken]:
    """For each thing that is found the soonest step on which it is."""
    known: dict[Key, Taken] = {}
    for key, taken in found:
        before = known.get(key)
        if before is None or taken < before:
            known[key] = taken
    return known


@dataclass(slots=True)
class Trail:
    """How a point is come to with a certain count of results: how many steps, how likely, and from where."""

    steps: int
    chance: float
    node: int
    """The point before, -1 at the start."""
    edge: int
    """The index of the edge that leads from there."""
    results: int
    """The results counted at the point before."""


@dataclass(frozen=True, slots=True, eq=False)
class Trails:
    """The trails to every node of a graph, by the results counted on the way."""

    graph: Graph
    by_results: list[dict[int, Trail]]
    steps: list[int]
    """The fewest steps to each node."""
    chance: list[float]
    """How likely a game at random is to pass each node."""

    @classmethod
    def of(cls, graph: Graph) -> "Trails":
        """Every edge leads forward, so one pass finds them all."""
        found: list[dict[int, Trail]] = [{} for _ in graph.nodes]
        found[0][0] = Trail(0, 1.0, -1, -1, 0)
        steps, chances = list[int](), list[float]()
        with undisturbed():
            for at, node in enumerate(graph.nodes):
                here = found[at]
                if len(here) == 1:
                    (trail,) = here.values()
                    steps.append(trail.steps)
                    chances.append(trail.chance)
                else:
                    steps.append(min([trail.steps for trail in here.values()]))
                    chances.append(sum([trail.chance for trail in here.values()]))
                for index, (edge, likely) in enumerate(zip(node.edges, shares(node), strict=True)):
                    there = found[edge.to]
                    for results, trail in here.items():
                        length, chance, counted = trail.steps + 1, trail.chance * likely, results + edge.results
                        known = there.get(counted)
                        if known is None:
                            there[counted] = Trail(length, chance, at, index, results)
                        else:
                            known.chance += chance
                            if length < known.steps:
                                known.steps, known.node, known.edge, known.results = length, at, index, results
        return cls(graph, found, steps, chances)

    def to(self, at: int, results: int | None = None) -> Path:
        """The shortest path to a node; with a count of results, the shortest on which there are so many."""
        made: list[Stop] = []
        while at > 0:
            trails = self.by_results[at]
            if results is None:
                results = min(trails, key=lambda count: trails[count].steps)
            trail = trails[results]
            made.append(stop(self.graph, trail.node, trail.edge))
            at, results = trail.node, trail.results
        return tuple(reversed(made))

    def over(self, at: int, edge: int) -> Path:
        """The shortest path to a node, and on over one of its edges; edge -1 goes no further."""
        return self.to(at) if edge < 0 else (*self.to(at), stop(self.graph, at, edge))


def shares(node: Node) -> list[float]:
    """How likely a game at random is to take each edge of a node."""
    edges, (leaks, of) = node.edges, node.odds
    if node.by == "chance":
        return [(leaks if edge.option == LEAKS else of - leaks) / of for edge in edges]
    return [1 / len(edges)] * len(edges) if edges else []


def stop(graph: Graph, at: int, index: int) -> Stop:
    """An edge as a choice in words."""
    node = graph.nodes[at]
    item, option = graph.course.scenario.play[node.position.at], node.edges[index].option
    if isinstance(item, Decision):
        return Stop(item.id, item.by, item.options[option].id, item.options[option].label)
    return Stop(item.id, NOBODY, LEAKED if option == LEAKS else KEPT)


__all__ = ["KEPT", "LEAKED", "Path", "Stop", "Taken", "Trail", "Trails", "shares", "soonest", "stop"]

"""Every point that a scenario can reach, equal ones merged, as a graph of whole numbers.

Two points are equal when nothing that can still come tells them apart: results and yields are counted on the
way instead of kept, and what no later step asks for is forgotten. All solving, counting and random play walks
on this graph; what a step *means* is worked out once, in :mod:`game.play.course`.
"""

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from game.play.course import Course
from game.play.position import Position
from game.play.ways import LEAKS, QUIET, Point, Way, Ways
from game.rules.state import Ground, Home, State, grievances
from game.rules.words import CAPITALS
from game.scenario.model import Event

if TYPE_CHECKING:
    from random import Random

CAP = 250_000
"""Beyond so many points the graph is cut, and says so."""


class Edge(NamedTuple):
    """A step: by which option (or ``LEAKS``, ``QUIET``), to which node, with what it added on the way."""

    option: int
    to: int
    results: int
    yields: int
    ways: tuple[Way, ...]
    """The stretches on which it comes there."""


@dataclass(slots=True)
class Node:
    """A point: who chooses there ('' at the end, ``chance``), and where each choice leads."""

    position: Position
    by: str
    point: Point
    choices: Sequence[int]
    """What can be chosen there: options, or what chance can say."""
    number: int = -1
    """Its index among the nodes of the graph."""
    edges: list[Edge] = field(default_factory=list)
    odds: tuple[int, int] = (0, 1)
    ends: tuple[int, int] = (0, 0)
    """At the end: what each capital's aims come to, results and yields not counted."""


@dataclass(slots=True)
class Graph:
    """The graph; node 0 is the start. Nodes stand in an order in which every edge leads forward."""

    course: Course
    nodes: list[Node]
    ways: Ways
    whole: bool = True

    @classmethod
    def of(cls, course: Course, cap: int = CAP) -> "Graph":
        """Every reachable point of a course."""
        with undisturbed():
            return _Builder(course, cap).build()

    def random_walk(self, chance: "Random") -> int:
        """Play one game at random; the number of moves made."""
        at, moves, nodes = 0, 0, self.nodes
        while nodes[at].edges:
            node = nodes[at]
            edges = node.edges
            at = edges[int(chance.random() * len(edges))].to
            moves += 1
        return moves

    def paths(self) -> int:
        """How many different games there are."""
        ways = [0] * len(self.nodes)
        for at in range(len(self.nodes) - 1, -1, -1):
            edges = self.nodes[at].edges
            ways[at] = sum(ways[e.to] for e in edges) if edges else 1
        return ways[0]

    def counts(self) -> Iterator[tuple[int, int]]:
        """For each node with how many results it can be met: a set of bits, bit 0 for none."""
        met = [0] * len(self.nodes)
        met[0] = 1
        for at, node in enumerate(self.nodes):
            yield at, met[at]
            for edge in node.edges:
                met[edge.to] |= met[at] << edge.results if edge.results >= 0 else met[at] >> -edge.results


class _Builder:
    """Builds a graph from the start on, one item of the play after the other."""

    def __init__(self, course: Course, cap: int) -> None:
        self.course, self.cap = course, cap
        self.ways = Ways(course)
        self.nodes: dict[Point, Node] = {}
        self.layers: list[list[Node]] = [[] for _ in range(len(course.scenario.play) + 1)]
        """The nodes by the item that waits."""
        self.steps: list[tuple[Node, int, Node, tuple[Way, ...]]] = []
        """Every choice: at which node, which, where it leads, and on which stretches."""
        self.whole = True
        self.open: dict[int, Sequence[int]] = {}
        """By place the options that can be chosen there, where meters and marks make no difference."""
        self.worths: dict[Ground, tuple[int, int]] = {}
        self.home_weights = [weights(course, capital, "frustration", "standing") for capital in CAPITALS]

    def build(self) -> Graph:
        """Every step leads to a later item, so points are found, and numbered, item by item."""
        nodes, step, steps = self.nodes, self.ways.step, self.steps
        self._enter(self.ways.start())
        for layer in self.layers:
            for node in layer:
                for choice in node.choices:
                    ways, point = step(node.point, choice)
                    to = nodes.get(point) or self._enter(point)
                    if to is not None:
                        steps.append((node, choice, to, ways))
        return Graph(self.course, self._joined(), self.ways, self.whole)

    def _enter(self, point: Point) -> Node | None:
        """Make a node of a point that is met for the first time; None where the graph is cut."""
        if len(self.nodes) >= self.cap:
            self.whole = False
            return None
        node = self.nodes[point] = self._node(point)
        self.layers[node.position.at].append(node)
        return node

    def _joined(self) -> list[Node]:
        """The nodes in order, joined by their numbers."""
        nodes = [node for layer in self.layers for node in layer]
        for number, node in enumerate(nodes):
            node.number = number
        for node, choice, to, ways in self.steps:
            results = yields = 0
            for way in ways:
                _, more_results, more_yields = way.moved
                results, yields = results + more_results, yields + more_yields
            node.edges.append(Edge(choice, to.number, results, yields, ways))
        return nodes

    def _node(self, point: Point) -> Node:
        position = self.ways.position(point)
        item = self.course.waiting(position)
        if item is None:
            return Node(position, "", point, (), ends=self._ends(position))
        if isinstance(item, Event):
            return Node(position, "chance", point, (LEAKS, QUIET), odds=item.odds or (0, 1))
        choices = self.open.get(point[0])
        if choices is None:
            choices = self.course.choices(position)
            if self.course.gates[position.at].of_a_place:
                self.open[point[0]] = choices
        return Node(position, item.by, point, choices)

    def _ends(self, position: Position) -> tuple[int, int]:
        """What the aims come to at the end; the ground's part is the same wherever the meters stand."""
        ground, home = position.ground, position.home
        if ground not in self.worths:
            state = State(ground, Home(0, 0))
            self.worths[ground] = worth(self.course, state, "washington"), worth(self.course, state, "mexico-city")
        washington, mexico = self.worths[ground]
        (a, b), (c, d) = self.home_weights
        return washington + a * home.frustration + b * home.standing, mexico + c * home.frustration + d * home.standing


@contextmanager
def undisturbed() -> Iterator[None]:
    """Hold the collector off what is being built: it would walk over it again and again, and find no cycle.

    What stands at the end is set aside for good (walking over it takes as long as building it). Having no cycle, it
    is freed as soon as nobody refers to it; a test holds it to that.
    """
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if was:
            gc.enable()


def accounts(course: Course, state: State) -> dict[str, int]:
    """What the aims count, by name."""
    main, ground, home = state.ground.fields[0], state.ground, state.home
    return {
        "results": home.results,
        "yields": home.yields,
        "autonomy": len(course.theory.classes) - len(course.setting.bound(ground)),
        "weakest-condition": min(main[:4]),
        "grievances": grievances(ground),
        "frustration": home.frustration,
        "entries": len(course.setting.made(ground)),
        "standing": home.standing,
        "coordination": main.coordination,
        "capacity": main.capacity,
    }


def weights(course: Course, capital: str, *aims: str) -> tuple[int, ...]:
    """What one of each is worth to a capital, by the theory; 0 where it is no aim of its."""
    known = {aim.id: aim.weight for aim in course.theory.aims[capital]}
    return tuple(known.get(aim, 0) for aim in aims)


def worth(course: Course, state: State, capital: str) -> int:
    """What a capital's aims come to, by the weights of the theory."""
    counted = accounts(course, state)
    return sum(aim.weight * counted[aim.id] for aim in course.theory.aims[capital])


__all__ = ["CAP", "Edge", "Graph", "Node", "accounts", "undisturbed", "weights", "worth"]

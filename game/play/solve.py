"""Exact best play: against each disposition, and with both capitals at their best.

Values are what the rest of a game is worth to a capital by its aims; chance counts by its mean. Ties go to the
option that stands first in the file. Everything here reads one graph backwards; nothing is sampled.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from game.play.course import Course
from game.play.graph import CAP, Edge, Graph, Node, undisturbed, weights
from game.play.memory import Memory
from game.play.opponents import Seat, chosen, regarded
from game.play.position import Position
from game.play.table import other
from game.rules.words import CAPITALS

DISPOSITIONS = ("history", "due", "hard-liner", "accommodator")
NEARLY = 1e-9
BEST = "strategist"
"""The other capital at its own best."""


class TooLarge(Exception):
    """A case has more different states than are solved exactly; the message is for people."""

    def __init__(self, course: Course) -> None:
        """Name the case."""
        super().__init__(f"{course.scenario.id} is too large to be solved exactly: more than {CAP:,} different states")


@dataclass(slots=True)
class Values:
    """For one capital against one way of playing the other: what each node is worth, and the best edge there.

    ``best`` is an index into the node's edges, -1 where somebody else chooses.
    """

    capital: str
    against: str
    worth: list[float]
    best: list[int]
    other: Sequence[int]
    """The edge that the other capital takes at each node of its own, -1 elsewhere."""
    weights: tuple[int, int]
    """What a result and a yield are worth to the capital."""

    def edge_worth(self, edge: Edge) -> float:
        """What an edge is worth to the capital: what it adds on the way, and the rest."""
        return self.worth[edge.to] + self.weights[0] * edge.results + self.weights[1] * edge.yields


def counted(graph: Graph, capital: str) -> tuple[int, int]:
    """What one result and one yield on the way are worth to a capital."""
    results, yields = weights(graph.course, capital, "results", "yields")
    return results, yields


def gain(graph: Graph, capital: str, edge: Edge) -> int:
    """What an edge adds to a capital's aims on the way."""
    result, seizure = counted(graph, capital)
    return result * edge.results + seizure * edge.yields


@dataclass(slots=True)
class Solved:
    """All solves of one graph."""

    graph: Graph
    policies: dict[tuple[str, str], list[int]] = field(default_factory=dict)
    """(capital, disposition) → the edge taken at each of its nodes."""
    values: dict[tuple[str, str], Values] = field(default_factory=dict)
    """(capital, disposition of the other) → values."""

    @classmethod
    def of(cls, graph: Graph) -> "Solved":
        """Solve a graph for both capitals against every disposition, and with both at their best.

        Raises TooLarge if the graph was cut: what lies behind the cut might turn every value.
        """
        if not graph.whole:
            raise TooLarge(graph.course)
        with undisturbed():
            solved = cls(graph, policies(graph))
            solved._solve()
        return solved

    def _solve(self) -> None:
        """Work back from the ends: ten ways of playing, one pass."""
        size = len(self.graph.nodes)
        bests: dict[str, list[int]] = {capital: [-1] * size for capital in CAPITALS}
        for capital in CAPITALS:
            for name in DISPOSITIONS:
                theirs = self.policies[other(capital), name]
                self._table(capital, name, [-1] * size, theirs)
            self._table(capital, BEST, bests[capital], bests[other(capital)])
            self.policies[capital, BEST] = bests[capital]
        work_back(self.graph, [[v for v in self.values.values() if v.capital == capital] for capital in CAPITALS])

    def _table(self, capital: str, name: str, best: list[int], theirs: Sequence[int]) -> None:
        worth = [0.0] * len(self.graph.nodes)
        self.values[capital, name] = Values(capital, name, worth, best, theirs, counted(self.graph, capital))


def solution(course: Course) -> Solved | None:
    """Everything that is solved of a case, or None where it is too large for that."""
    try:
        return Solved.of(Graph.of(course))
    except TooLarge:
        return None


def policies(graph: Graph) -> dict[tuple[str, str], list[int]]:
    """The edge that each disposition takes at each node of each capital, -1 elsewhere.

    Nodes at which a disposition sees the same are asked about once.
    """
    taken: dict[tuple[str, str], list[int]] = {
        (capital, name): [-1] * len(graph.nodes) for capital in CAPITALS for name in DISPOSITIONS
    }
    into = {capital: [taken[capital, name] for name in DISPOSITIONS] for capital in CAPITALS}
    known: dict[tuple[int, int, Sequence[int]], list[int]] = {}
    for at, node in enumerate(graph.nodes):
        if node.by in CAPITALS:
            key = node.point[0], regarded(graph.course, node.position), node.choices
            edges = known.get(key)
            if edges is None:
                seat = Seat(graph.course, node.position)
                edges = known[key] = [node.choices.index(chosen(name, seat)) for name in DISPOSITIONS]
            for policy, edge in zip(into[node.by], edges, strict=True):
                policy[at] = edge
    return taken


def work_back(graph: Graph, tables: Sequence[Sequence[Values]]) -> None:
    """Fill the tables of both capitals from the ends to the start.

    Where a capital chooses, each of its own tables takes what is best in it, and then the other's follow. So two
    tables that have each other's best as what the other does are both at their best, each knowing that the other is.
    """
    nodes = graph.nodes
    columns = [[(values.worth, values.best, values.other) for values in own] for own in tables]
    a_result, a_yield = zip(*(own[0].weights for own in tables), strict=True)
    for at in range(len(nodes) - 1, -1, -1):
        node = nodes[at]
        edges = node.edges
        mine = 1 if node.by == "mexico-city" else 0
        for side in (mine, 1 - mine):
            steps = [(to, a_result[side] * r + a_yield[side] * y) for _, to, r, y, _ in edges]
            if not edges:
                for worth, _, _ in columns[side]:
                    worth[at] = node.ends[side]
            elif node.by == "chance":
                for worth, _, _ in columns[side]:
                    worth[at] = mean(node, [worth[to] + added for to, added in steps])
            elif side == mine:
                for worth, best, _ in columns[side]:
                    sums = [worth[to] + added for to, added in steps]
                    best[at] = taken = first_best(sums)
                    worth[at] = sums[taken]
            else:
                for worth, _, theirs in columns[side]:
                    to, added = steps[theirs[at]]
                    worth[at] = worth[to] + added


def first_best(sums: Sequence[float]) -> int:
    """The first of the best; thirds do not add up to the last digit, so equals are those that nearly are."""
    most = max(sums)
    first = sums.index(most)
    if first:
        first = next(i for i, found in enumerate(sums) if found >= most - NEARLY)
    return first


def mean(node: Node, sums: Sequence[float]) -> float:
    """The mean of a chance node: the first edge is the leak, with n in m."""
    n, m = node.odds
    return (n * sums[0] + (m - n) * sums[1]) / m


@dataclass(slots=True)
class Strategist:
    """Plays a capital exactly best, whatever the other does; solves the scenario when first asked.

    Raises TooLarge then, if it cannot: it has no second-best way to play.
    """

    course: Course
    capital: str
    solved: Solved | None = None
    places: dict[Position, int] = field(default_factory=dict)

    def __call__(self, _course: Course, position: Position) -> int:
        """The option that is best when both are at their best."""
        if self.solved is None:
            self.solved = Solved.of(Graph.of(self.course))
        if not self.places:
            self.places = {node.position: at for at, node in enumerate(self.solved.graph.nodes)}
        home = position.home._replace(results=0, yields=0)
        at = self.places[Memory(self.course).merged(position)._replace(home=home)]
        node = self.solved.graph.nodes[at]
        return node.edges[self.solved.policies[self.capital, BEST][at]].option

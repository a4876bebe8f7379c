"""Exact best play: against each disposition, and with both capitals at their best.

Values are what the rest of a game is worth to a capital by its aims; chance counts by its mean. Ties go to the
option that stands first in the file. Everything here reads one graph backwards; nothing is sampled.
"""

from collections.abc import Callable, Iterator, Sequence
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
    """For one capital against one way of playing the other: what a node is worth, and the best edge there.

    Against a disposition they are worked out only where a game against it can come to, which is a small part of all.
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
    met: Sequence[int] = ()
    """The nodes that a game can come to, whatever the capital itself does; in order."""

    def edge_worth(self, edge: Edge) -> float:
        """What an edge is worth to the capital: what it adds on the way, and the rest."""
        return self.worth[edge.to] + self.weights[0] * edge.results + self.weights[1] * edge.yields


def counted(graph: Graph, capital: str) -> tuple[int, int]:
    """What one result and one yield on the way are worth to a capital."""
    results, yields = weights(graph.course, capital, "results", "yields")
    return results, yields


@dataclass(slots=True)
class Policy:
    """How a disposition plays: the edge that it takes at a node of either capital.

    Nodes at which it sees the same are asked about once.
    """

    graph: Graph
    disposition: str
    known: dict[tuple[int, int, Sequence[int]], int] = field(default_factory=dict)

    def edge(self, at: int) -> int:
        """The index of that edge."""
        node, course = self.graph.nodes[at], self.graph.course
        seen = node.point[0], regarded(course, node.position), node.choices
        if seen not in self.known:
            self.known[seen] = node.choices.index(chosen(self.disposition, Seat(course, node.position)))
        return self.known[seen]


def gain(graph: Graph, capital: str, edge: Edge) -> int:
    """What an edge adds to a capital's aims on the way."""
    result, seizure = counted(graph, capital)
    return result * edge.results + seizure * edge.yields


@dataclass(slots=True)
class Solved:
    """All solves of one graph."""

    graph: Graph
    policies: dict[str, Policy]
    """By disposition."""
    values: dict[tuple[str, str], Values]
    """(capital, disposition of the other) → values."""

    @classmethod
    def of(cls, graph: Graph) -> "Solved":
        """Solve a graph for both capitals against every disposition, and with both at their best.

        Raises TooLarge if the graph was cut: what lies behind the cut might turn every value.
        """
        if not graph.whole:
            raise TooLarge(graph.course)
        with undisturbed():
            policies = {name: Policy(graph, name) for name in DISPOSITIONS}
            values = [against(policy, capital) for capital in CAPITALS for policy in policies.values()]
            values += both_at_their_best(graph)
        return cls(graph, policies, {(one.capital, one.against): one for one in values})


def solution(course: Course) -> Solved | None:
    """Everything that is solved of a case, or None where it is too large for that."""
    try:
        return Solved.of(Graph.of(course))
    except TooLarge:
        return None


def met(graph: Graph, held: Callable[[int], Sequence[Edge]]) -> Iterator[tuple[int, Sequence[Edge]]]:
    """The nodes that a game can come to that is held to some edges of each, in order, with these edges."""
    ahead, at = bytearray(len(graph.nodes)), 0
    while at >= 0:
        edges = held(at)
        yield at, edges
        for edge in edges:
            ahead[edge.to] = 1
        at = ahead.find(1, at + 1)


def against(policy: Policy, capital: str) -> Values:
    """What a capital can make of the other's playing so: forward to all that it can come to, and back from the ends."""
    graph, side, size = policy.graph, CAPITALS.index(capital), len(policy.graph.nodes)
    nodes, worth, best, theirs = graph.nodes, [0.0] * size, [-1] * size, [-1] * size
    a_result, a_yield = weights = counted(graph, capital)

    def held(at: int) -> Sequence[Edge]:
        if nodes[at].by != other(capital):
            return nodes[at].edges
        theirs[at] = policy.edge(at)
        return (nodes[at].edges[theirs[at]],)

    found = list(met(graph, held))
    for at, edges in reversed(found):
        node = nodes[at]
        sums = [worth[to] + (a_result * r + a_yield * y) for _, to, r, y, _ in edges]
        if not sums:
            worth[at] = node.ends[side]
        elif node.by == "chance":
            worth[at] = mean(node, sums)
        elif node.by == capital:
            best[at] = first_best(sums)
            worth[at] = sums[best[at]]
        else:
            (worth[at],) = sums
    return Values(capital, policy.disposition, worth, best, theirs, weights, [at for at, _ in found])


def both_at_their_best(graph: Graph) -> list[Values]:
    """For each capital what nodes are worth if both take what is best for them, each knowing that the other does."""
    size, sides = len(graph.nodes), range(len(CAPITALS))
    bests = [[-1] * size for _ in sides]
    made = [
        Values(capital, BEST, [0.0] * size, bests[side], bests[1 - side], counted(graph, capital))
        for side, capital in enumerate(CAPITALS)
    ]
    columns = [(values.worth, *values.weights) for values in made]
    for at in range(size - 1, -1, -1):
        node = graph.nodes[at]
        if not node.edges:
            for side in sides:
                made[side].worth[at] = node.ends[side]
            continue
        sums = [
            [worth[to] + (a_result * r + a_yield * y) for _, to, r, y, _ in node.edges]
            for worth, a_result, a_yield in columns
        ]
        if node.by == "chance":
            for side in sides:
                made[side].worth[at] = mean(node, sums[side])
            continue
        mine = CAPITALS.index(node.by)
        bests[mine][at] = taken = first_best(sums[mine])
        for side in sides:
            made[side].worth[at] = sums[side][taken]
    for values in made:
        values.met = [at for at, _ in met(graph, _whatever_it_does(graph, values))]
    return made


def _whatever_it_does(graph: Graph, values: Values) -> Callable[[int], Sequence[Edge]]:
    """All edges, but where the other capital chooses only what it takes."""

    def held(at: int) -> Sequence[Edge]:
        edges, theirs = graph.nodes[at].edges, values.other[at]
        return edges if theirs < 0 else (edges[theirs],)

    return held


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
        return node.edges[self.solved.values[self.capital, BEST].best[at]].option

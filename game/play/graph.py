"""Every point that a scenario can reach, equal ones merged, as a graph of whole numbers.

Two points are equal when nothing that can still come tells them apart: results and yields are counted on the
way instead of kept, and what no later step asks for is forgotten. All solving, counting and random play walks
on this graph; what a step *means* is worked out once, in :mod:`game.play.course`.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from random import Random
from typing import NamedTuple

from game.play.course import Course
from game.play.position import Position
from game.play.table import OFFER_MARK
from game.rules.moves import Act, Administration, Offer
from game.rules.state import Ground, Home, State, grievances
from game.rules.words import OFFER_RECEPTIONS, RECEPTIONS
from game.scenario.model import Condition, Decision, Event

CAP = 250_000
"""Beyond so many points the graph is cut, and says so."""


class Edge(NamedTuple):
    """A step: by which option (or -1 leak, -2 quiet), to which node, with what it added on the way."""

    option: int
    to: int
    results: int
    yields: int


@dataclass(slots=True)
class Node:
    """A point: who chooses there ('' at the end, ``chance``), and where each choice leads."""

    position: Position
    by: str
    edges: list[Edge] = field(default_factory=list)
    odds: tuple[int, int] = (0, 1)
    ends: tuple[int, int] = (0, 0)
    """At the end: what each capital's aims come to, results and yields not counted."""


@dataclass(slots=True)
class Graph:
    """The graph; node 0 is the start. Nodes stand in an order in which every edge leads forward."""

    course: Course
    nodes: list[Node]
    whole: bool = True

    @classmethod
    def of(cls, course: Course, cap: int = CAP) -> "Graph":
        """Every reachable point of a course."""
        with undisturbed():
            return _Builder(course, cap).build()

    def random_walk(self, chance: Random) -> int:
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
        """For each node whether it can be met without (1) and with (2) a result: a set of bits."""
        met = [0] * len(self.nodes)
        met[0] = 1
        for at, node in enumerate(self.nodes):
            yield at, met[at]
            for edge in node.edges:
                met[edge.to] |= _carried(met[at], edge.results)


def _carried(bits: int, results: int) -> int:
    """Whether there has been a result after a step that added so many. A lost one is taken as the only one."""
    if results > 0:
        return 2
    return (1 | bits) if results < 0 else bits


Found = list[tuple[int, Position, int, int]]
"""Edges while nodes have no final numbers yet: option, the point led to, results and yields on the way."""


class _Builder:
    """Builds a graph from the start on, one item of the play after the other."""

    def __init__(self, course: Course, cap: int) -> None:
        self.course, self.cap = course, cap
        self.memory = Memory(course)
        self.layers: list[dict[Position, Found]] = [{} for _ in range(len(course.scenario.play) + 1)]
        self.size, self.whole = 0, True

    def build(self) -> Graph:
        """Every edge leads to a later item, so nodes are found, and numbered, item by item."""
        self._enter(self.memory.merged(self.course.start())[0])
        for layer in self.layers:
            for position, found in layer.items():
                self._grow(position, found)
        return Graph(self.course, self._nodes(), self.whole)

    def _enter(self, position: Position) -> bool:
        """Make room for a point, unless it is known; False where the graph is cut."""
        layer = self.layers[position.at]
        if position not in layer:
            if self.size >= self.cap:
                self.whole = False
                return False
            layer[position] = []
            self.size += 1
        return True

    def _grow(self, position: Position, found: Found) -> None:
        for option, after in self._steps(position):
            merged, home = self.memory.merged(after)
            if self._enter(merged):
                found.append((option, merged, home.results, home.yields))

    def _steps(self, position: Position) -> Iterator[tuple[int, Position]]:
        course = self.course
        item = course.waiting(position)
        if isinstance(item, Event):
            yield -1, course.chance(position, True)
            yield -2, course.chance(position, False)
        elif item is not None:
            available = course.options(position)
            for index, option in enumerate(item.options):
                if option in available:
                    yield index, course.follow(position, index)

    def _nodes(self) -> list[Node]:
        """The nodes in order, joined by their numbers."""
        numbers = {position: i for i, position in enumerate(p for layer in self.layers for p in layer)}
        nodes = []
        for layer in self.layers:
            for position, found in layer.items():
                node = self._node(position)
                node.edges = [Edge(option, numbers[to], results, yields) for option, to, results, yields in found]
                nodes.append(node)
        return nodes

    def _node(self, position: Position) -> Node:
        item = self.course.waiting(position)
        if item is None:
            return Node(position, "", ends=self._ends(position))
        if isinstance(item, Event):
            return Node(position, "chance", odds=item.odds or (0, 1))
        return Node(position, item.by)

    def _ends(self, position: Position) -> tuple[int, int]:
        state = State(position.ground, position.home)
        return worth(self.course, state, "washington"), worth(self.course, state, "mexico-city")


@contextmanager
def undisturbed() -> Iterator[None]:
    """Hold the collector off: it would walk over all that is being built, again and again, and free nothing."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
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


def worth(course: Course, state: State, capital: str) -> int:
    """What a capital's aims come to, by the weights of the theory."""
    counted = accounts(course, state)
    return sum(aim.weight * counted[aim.id] for aim in course.theory.aims[capital])


class Memory:
    """What can still be asked for, at each point of the play; the rest is forgotten when points are merged."""

    def __init__(self, course: Course) -> None:
        """Read once through the play, from its end."""
        scenario = course.scenario
        self.course = course
        self.size = len(scenario.play)
        self.last_round = scenario.rounds
        self.chosen: list[dict[int, tuple[int, ...]]] = []
        self.received: list[dict[int, tuple[int, ...]]] = []
        self.later: list[set[str]] = []
        self.acts_in_round: list[bool] = []
        for at in range(self.size + 1):
            self._read(at)
        self.cache: dict[tuple[int, Ground], Ground] = {}

    def _read(self, at: int) -> None:
        """What the items from ``at`` on ask for."""
        tests = [t for item in self.course.scenario.play[at:] for t in _tests(item)]
        self.chosen.append(_groups(self._chosen_asks(at, tests), self._option_counts()))
        self.received.append(_groups(self._received_asks(tests), dict.fromkeys(range(self.size), 4 + OFFER_MARK)))
        self.later.append(self._kinds(at))
        here = self.course.scenario.play[at].round if at < self.size else 0
        rest = self.course.scenario.play[at:]
        self.acts_in_round.append(any(isinstance(m, Act) for i in rest if i.round == here for m in _moves(i)))

    def _option_counts(self) -> dict[int, int]:
        play = self.course.scenario.play
        return {i: len(item.options) if isinstance(item, Decision) else 0 for i, item in enumerate(play)}

    def _chosen_asks(self, at: int, tests: list[Condition]) -> list[tuple[int, frozenset[int]]]:
        scenario = self.course.scenario
        asks = []
        for test in tests:
            if test.kind == "chosen":
                asks += [_ask(self.course, test, decision) for decision in {d for d, _ in test.options}]
        for event in scenario.play[at:]:
            if isinstance(event, Event) and event.of:
                index = scenario.index(event.of)
                asks += [(index, frozenset({i + 1})) for i in range(self._option_counts()[index])]
        return asks

    def _received_asks(self, tests: list[Condition]) -> list[tuple[int, frozenset[int]]]:
        asks = []
        for test in tests:
            if test.kind == "reception":
                ladder = RECEPTIONS if test.detail in RECEPTIONS else OFFER_RECEPTIONS
                shift = 1 if ladder is RECEPTIONS else 1 + OFFER_MARK
                level = ladder.index(test.detail)
                keep = range(level, len(ladder)) if test.at_least else range(level + 1)
                asks.append((self.course.scenario.index(test.subject), frozenset(shift + k for k in keep)))
        return asks

    def _kinds(self, at: int) -> set[str]:
        """Marks of what can still come: ``act:police``, ``signs:police``, ``administration``, ``reply``, ``verdict``."""
        kinds = set()
        for item in self.course.scenario.play[at:]:
            kinds |= {"reply"} if isinstance(item, Decision) and item.kind == "reply" else set()
            for move in _moves(item):
                kinds |= _kinds_of(move)
            if isinstance(item, Event) and item.of:
                kinds |= {"reply", *(f"act:{f}" for f in self.course.scenario.fields)}
        return kinds

    def merged(self, position: Position) -> tuple[Position, Home]:
        """The point that stands for all that are equal to this one, and what was counted on the way."""
        at, home = position.at, position.home
        ground = self._ground(position)
        position = Position(
            at,
            position.round,
            ground,
            Home(home.frustration, home.standing),
            position.table,
            _forgotten(position.chosen, self.chosen[at]),
            _forgotten(position.received, self.received[at]),
        )
        return position, home

    def _ground(self, position: Position) -> Ground:
        key = (position.at, position.ground)
        found = self.cache.get(key)
        if found is None:
            found = self.cache[key] = self._forget(position)
        return found

    def _forget(self, position: Position) -> Ground:
        at, ground, later = position.at, position.ground, self.later[position.at]
        fields = tuple(
            f._replace(
                told=f.told if f"act:{name}" in later else 0,
                consent=f.consent if f"act:{name}" in later else 0,
                entered=f.entered if f.consent and f"act:{name}" in later else 0,
                law=f.law if f"signs:{name}" in later else 0,
            )
            for name, f in zip(self.course.setting.fields, ground.fields, strict=True)
        )
        last = position.round == self.last_round
        waits = at < self.size and isinstance(self.course.scenario.play[at], Event)
        ending = {e for e in ground.ledger if self.course.setting.agreements[e].ends}
        return ground._replace(
            fields=fields,
            ledger=tuple(sorted(ground.ledger)),
            lasting=ground.lasting & ending if "administration" in later else frozenset(),
            verdicts=0 if last and "verdict" not in later else ground.verdicts,
            shown=0 if last else ground.shown if waits else min(ground.shown, 1),
            relieved=ground.relieved if self.acts_in_round[at] else 0,
            floor=ground.floor if "reply" in later or position.table else 0,
            fresh=ground.fresh if waits else 0,
        )


def _ask(course: Course, test: Condition, decision: str) -> tuple[int, frozenset[int]]:
    index = course.scenario.index(decision)
    item = course.scenario.play[index]
    assert isinstance(item, Decision)
    names = {o for d, o in test.options if d == decision}
    return index, frozenset(i + 1 for i, option in enumerate(item.options) if option.id in names)


def _groups(asks: list[tuple[int, frozenset[int]]], sizes: dict[int, int]) -> dict[int, tuple[int, ...]]:
    """For each item asked about: what to put in place of each value, so that values no test tells apart are one."""
    groups = {}
    for item in {i for i, _ in asks}:
        tests = [values for i, values in asks if i == item]
        first: dict[tuple[bool, ...], int] = {}
        groups[item] = tuple(
            first.setdefault(tuple(v in values for values in tests), v) for v in range(sizes[item] + 1)
        )
    return groups


def _forgotten(marks: tuple[int, ...], groups: dict[int, tuple[int, ...]]) -> tuple[int, ...]:
    """Only what is still asked about."""
    kept = [0] * len(marks)
    for item, group in groups.items():
        kept[item] = group[marks[item]]
    return tuple(kept)


def _tests(item: Decision | Event) -> Iterator[Condition]:
    """Every test of an item, inner ones too."""
    whens = [item.when]
    whens += [o.when for o in item.options] if isinstance(item, Decision) else []
    for when in whens:
        if when is not None:
            yield from _inner(when)


def _inner(test: Condition) -> Iterator[Condition]:
    yield test
    for part in test.parts:
        yield from _inner(part)


def _moves(item: Decision | Event) -> list[object]:
    return [o.move for o in item.options] if isinstance(item, Decision) else [item.move]


def _kinds_of(move: object) -> set[str]:
    match move:
        case Act():
            return {f"act:{move.field}", "reply"} | ({"verdict"} if move.verdict else set())
        case Offer(signs=str()):
            return {f"signs:{move.field}"}
        case Administration():
            return {"administration"}
    return set()


__all__ = ["CAP", "Edge", "Graph", "Memory", "Node", "accounts", "undisturbed", "worth"]

"""What all games of a scenario together come to: every decision, option, event, reception and ending that is met.

The whole tree is looked at, all options of both capitals and all of chance, equal points merged. Where the graph was
cut, what is not met here may still be met beyond the cut; ``whole`` says which it is.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TypeVar

from game.play.course import Course, Log
from game.play.graph import Graph
from game.play.walk import Endings
from game.rules.words import ENDINGS
from game.scenario.model import Decision, Event
from game.tree.steps import Reception, Stretches, receptions
from game.tree.trails import Path, Taken, Trails

RARE = 0.01
"""What fewer games at random meet is called rare."""


Key = TypeVar("Key")


@dataclass(slots=True)
class Met:
    """How a thing is met: how likely in a game at random, after how few steps, and where then."""

    chance: float
    steps: int
    node: int
    edge: int = -1
    """The index of the edge on which it is met; -1 for the node itself."""
    results: int | None = None
    """The count of results that goes with it, where that makes a difference."""

    def join(self, chance: float, taken: tuple[int, int, int], results: int | None = None) -> None:
        """The same thing is met in another place too, after so many steps on an edge of a node."""
        self.chance += chance
        if taken[0] < self.steps:
            (self.steps, self.node, self.edge), self.results = taken, results


@dataclass(slots=True)
class Tree:
    """All games of a scenario. Each dict holds only what is met."""

    graph: Graph
    trails: Trails
    stretches: Stretches = field(repr=False)
    """What happens on every step."""
    opening: Log = field(default_factory=list, repr=False)
    """What happens before the first choice."""
    decisions: dict[str, Met] = field(default_factory=dict)
    options: dict[tuple[str, int], Met] = field(default_factory=dict)
    """By the id of the decision and the index of the option."""
    events: dict[str, Met] = field(default_factory=dict)
    received: dict[Reception, Met] = field(default_factory=dict)
    endings: dict[str, Met] = field(default_factory=dict)
    ends: dict[str, int] = field(default_factory=lambda: dict.fromkeys(ENDINGS, 0))
    """For each ending, at how many last points it can be met."""

    @classmethod
    def of(cls, graph: Graph) -> "Tree":
        """Look at everything that a graph holds."""
        trails = Trails.of(graph)
        tree = cls(graph, trails, Stretches.of(trails))
        graph.course.start(tree.opening)
        tree._look_at_nodes()
        tree._look_at_steps()
        tree._look_at_ends()
        return tree

    @property
    def course(self) -> Course:
        """The course that was walked."""
        return self.graph.course

    @property
    def whole(self) -> bool:
        """Was every state looked at?"""
        return self.graph.whole

    def path(self, met: Met) -> Path:
        """The shortest path to where a thing is met."""
        return self.trails.to(met.node, met.results) if met.edge < 0 else self.trails.over(met.node, met.edge)

    # --- looking ---------------------------------------------------------------------------------------------

    def _look_at_nodes(self) -> None:
        play, trails = self.course.scenario.play, self.trails
        for at, node in enumerate(self.graph.nodes):
            if not node.by:
                continue
            item, chance, steps = play[node.position.at], trails.chance[at], trails.steps[at]
            if not isinstance(item, Decision):
                _join(self.events, item.id, chance, (steps, at, -1))
                continue
            _join(self.decisions, item.id, chance, (steps, at, -1))
            likely = chance / max(len(node.edges), 1)
            for index, edge in enumerate(node.edges):
                _join(self.options, (item.id, edge.option), likely, (steps + 1, at, index))
            if len(node.edges) < len(node.choices):  # the cut may have taken the edge, but not the option
                for option in node.choices:
                    if (item.id, option) not in self.options:
                        self.options[item.id, option] = Met(chance, steps, at)

    def _look_at_steps(self) -> None:
        self._look_at_events(self.opening, 1.0, Taken(0, 0))
        for stretch in self.stretches.chosen.values():
            self._look_at_events(stretch.log, stretch.chance, stretch.soonest)
            for reception in set(receptions(self.graph, stretch)):
                _join(self.received, reception, stretch.chance, stretch.soonest)
        for stretch in self.stretches.closed.values():
            self._look_at_events(stretch.log, stretch.chance, stretch.soonest)

    def _look_at_events(self, log: Log, chance: float, taken: Taken) -> None:
        scenario = self.course.scenario
        for one in log:
            at = scenario.places.get(one.item, -1)
            item = scenario.play[at] if at >= 0 else None
            if isinstance(item, Event) and not one.by_rules and item.odds is None:
                _join(self.events, item.id, chance, taken)

    def _look_at_ends(self) -> None:
        endings = Endings(self.course)
        for at, node in enumerate(self.graph.nodes):
            if node.by:
                continue
            here = set()
            for results, trail in self.trails.by_results[at].items():
                ending = endings[node.position.ground, results > 0]
                _join(self.endings, ending, trail.chance, (trail.steps, at, -1), results)
                here.add(ending)
            for ending in here:
                self.ends[ending] += 1

    # --- asking ----------------------------------------------------------------------------------------------

    def words_met(self, item: int, option: int) -> Iterable[str]:
        """The receptions that an option meets."""
        return (one.word for one in self.received if (one.item, one.option) == (item, option))


def _join(
    known: dict[Key, Met], key: Key, chance: float, taken: tuple[int, int, int], results: int | None = None
) -> None:
    met = known.get(key)
    if met is None:
        known[key] = Met(chance, *taken, results)
    else:
        met.join(chance, taken, results)


__all__ = ["RARE", "Met", "Tree"]

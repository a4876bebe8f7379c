"""All that ``check --paths`` finds in a scenario, as data: what its tree holds, and what best play makes of it."""

from dataclasses import dataclass
from functools import cached_property

from game.play.course import Course
from game.play.graph import CAP, Graph, undisturbed
from game.play.solve import Solved
from game.tree.extremes import Extremes, extremes
from game.tree.historical import Historical, historical
from game.tree.missing import Never, Rare, Unwritten, never, rare, unwritten
from game.tree.tree import Tree
from game.tree.warnings import Dilemma, Warned
from game.tree.words import not_exhaustive

FAULTS = ("decision", "event", "option")
"""What is never met and cannot be meant so. A text may wait for another theory, and endings are warned about."""


@dataclass(frozen=True, eq=False)
class Report:
    """One scenario, played on all paths."""

    tree: Tree
    dilemma: Dilemma | None
    """Best play; None where the graph was cut, so that no line of play can be followed to its end."""

    @classmethod
    def of(cls, course: Course, cap: int = CAP) -> "Report":
        """Play a course on all paths; beyond a cap of states the tree is cut, and the report says so."""
        with undisturbed():
            graph = Graph.of(course, cap)
            return cls(Tree.of(graph), Dilemma.of(Solved.of(graph)) if graph.whole else None)

    @property
    def course(self) -> Course:
        """The course that was played."""
        return self.tree.course

    @cached_property
    def never(self) -> list[Never]:
        """What no game meets."""
        return never(self.tree)

    @cached_property
    def rare(self) -> list[Rare]:
        """What hardly any game meets."""
        return rare(self.tree)

    @cached_property
    def unwritten(self) -> list[Unwritten]:
        """Receptions that come and have no text."""
        return unwritten(self.tree)

    @cached_property
    def extremes(self) -> list[Extremes]:
        """What every number comes to at the least and at the most."""
        return extremes(self.tree)

    @cached_property
    def historical(self) -> Historical:
        """What was really done."""
        return historical(self.course)

    @cached_property
    def warnings(self) -> list[Warned]:
        """Every warning that the dilemma is not real, and what can never be chosen or met."""
        size = len(self.tree.graph.nodes)
        cut = Warned("size", "scenario", f"{not_exhaustive(size)}; best play was not worked out")
        held = self.dilemma.warnings() if self.dilemma else [cut]
        return [
            *held,
            *(Warned(f"never-{one.what}", one.where, one.sentence) for one in self.never if one.what in FAULTS),
        ]


__all__ = ["FAULTS", "Report"]

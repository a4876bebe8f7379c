"""The scenarios at hand, by id: found at once, read when asked for, each only once."""

from collections.abc import Sequence
from pathlib import Path

from game.reading.diagnostics import Diagnostic, Unreadable
from game.scenario.model import Scenario
from game.scenario.read import read_scenario
from game.scenario.shelf import find_scenarios


class Library:
    """Shipped scenarios and those of further folders."""

    def __init__(self, extra: Sequence[Path] = ()) -> None:
        """Find what lies there; nothing is read yet."""
        self.paths: dict[str, Path] = dict(find_scenarios(extra))
        self._read: dict[str, tuple[Scenario | None, list[Diagnostic]]] = {}

    def ids(self) -> list[str]:
        """The ids of all scenarios, in the order of the alphabet."""
        return sorted(self.paths)

    def add(self, path: Path) -> Scenario:
        """Take in the scenario of one file, in the place of another with its id. Raises Unreadable if it has faults."""
        scenario, found = read_scenario(path)
        if scenario is None:
            raise Unreadable(found)
        self.paths[scenario.id], self._read[scenario.id] = path, (scenario, found)
        return scenario

    def get(self, name: str) -> Scenario:
        """A scenario. Raises KeyError if there is none of that id, Unreadable if its file has faults."""
        scenario, found = self._of(name)
        if scenario is None:
            raise Unreadable(found)
        return scenario

    def sound(self) -> list[Scenario]:
        """The scenarios that can be played, by id; those with faults are left out."""
        return [scenario for name in self.ids() if (scenario := self._of(name)[0])]

    def faults(self, name: str) -> list[Diagnostic]:
        """What keeps a scenario from being played; an empty list if nothing does."""
        scenario, found = self._of(name)
        return [] if scenario else found

    def _of(self, name: str) -> tuple[Scenario | None, list[Diagnostic]]:
        if name not in self._read:
            self._read[name] = read_scenario(self.paths[name])
        return self._read[name]

"""The scenarios at hand, by id: found at once, read when asked for, each only once."""

from collections.abc import Sequence
from pathlib import Path

from game.reading.diagnostics import Diagnostic, Unreadable
from game.scenario.model import Scenario
from game.scenario.pack import Pack, read_pack
from game.scenario.read import read_scenario
from game.scenario.shelf import shipped_scenarios


class Library:
    """The packs at hand: what comes with the game, and further folders."""

    def __init__(self, extra: Sequence[Path] = ()) -> None:
        """Find what lies there; no case is read yet. Of two with one id that of the later folder counts."""
        read = [read_pack(folder) for folder in (shipped_scenarios(), *extra)]
        self.packs = tuple(pack for pack, _ in read)
        self.pack_faults = [fault for _, faults in read for fault in faults]
        self.paths: dict[str, Path] = {name: path for pack in self.packs for name, path in pack.cases.items()}
        self._read: dict[str, tuple[Scenario | None, list[Diagnostic]]] = {}

    def ids(self) -> list[str]:
        """The ids of all scenarios, pack by pack, in the order that each pack gives them."""
        return list(self.paths)

    def pack_of(self, name: str) -> Pack | None:
        """The pack that a scenario comes from; None for one that was added by itself."""
        return next((pack for pack in self.packs if pack.cases.get(name) == self.paths[name]), None)

    def pack_title(self, name: str) -> str:
        """The title of the pack that a scenario comes from; empty for those that come with the game."""
        pack = self.pack_of(name)
        return pack.title if pack and pack is not self.packs[0] else ""

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

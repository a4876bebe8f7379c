"""Checks scenario files and folders, as the command does that an author runs before a class sees them."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from game.reading.diagnostics import Diagnostic, Place
from game.reading.files import is_folder
from game.scenario.common import FILES, read_common
from game.scenario.model import Scenario
from game.scenario.pack import read_pack
from game.scenario.read import read_scenario
from game.scenario.shelf import COMMON, PACK_FILE, SUFFIXES, link_out, scenario_files, shipped_common, strays


class Checked(NamedTuple):
    """All that is wrong with some files, and the scenarios among them that can be played."""

    found: list[Diagnostic]
    sound: list[tuple[Path, Scenario]]


def check(paths: Sequence[Path]) -> Checked:
    """All that is wrong with these files, each fault once, in the order of the paths; and what can be played.

    Of a folder every scenario in it is read, and what they share; its folders hold no scenarios.
    """
    checked = [_check(path) for path in paths]
    found = dict.fromkeys(diagnostic for one in checked for diagnostic in one.found)
    return Checked(list(found), [scenario for one in checked for scenario in one.sound])


def _check(path: Path) -> Checked:
    if path.parent.name == COMMON and path.stem in FILES and path.suffix in SUFFIXES:
        return Checked([fault for fault in _check_common(path.parent) if fault.place.file == str(path)], [])
    if path.name == COMMON and is_folder(path):
        return Checked(_check_common(path), [])
    if is_folder(path):
        return _check_folder(path)
    if path.name == PACK_FILE:
        return Checked(read_pack(path.parent)[1], [])
    return _check_scenarios([path])


def _check_common(folder: Path) -> list[Diagnostic]:
    return read_common(folder, shipped_common()[0])[1]


def _check_folder(folder: Path) -> Checked:
    files, (_, found) = scenario_files(folder), read_pack(folder)
    found += map(link_out, strays(folder))
    if not files:
        none = Diagnostic(Place(str(folder)), "error", "no-scenarios", "there is no scenario in this folder", "*.yaml")
        return Checked([*found, none], [])
    read = _check_scenarios(files)
    return Checked([*found, *read.found, *_same_ids((scenario.id, path) for path, scenario in read.sound)], read.sound)


def _check_scenarios(files: Sequence[Path]) -> Checked:
    read = [(path, *read_scenario(path, advice=True)) for path in files]
    found = [diagnostic for _, _, diagnostics in read for diagnostic in diagnostics]
    return Checked(found, [(path, scenario) for path, scenario, _ in read if scenario])


def _same_ids(ids: Iterable[tuple[str, Path]]) -> Iterable[Diagnostic]:
    first: dict[str, Path] = {}
    for name, path in ids:
        if first.setdefault(name, path) is not path:
            message = f"{first[name].name} has the id {name} too"
            yield Diagnostic(Place(str(path)), "error", "id-twice", message, "another id")

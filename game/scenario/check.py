"""Checks scenario files and folders, as the command does that an author runs before a class sees them."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from game.reading.diagnostics import Diagnostic, Place
from game.reading.files import is_folder
from game.scenario.common import FILES, read_common
from game.scenario.pack import read_pack
from game.scenario.read import read_scenario
from game.scenario.shelf import COMMON, PACK_FILE, SUFFIXES, link_out, scenario_files, shipped_common, strays


def check(paths: Sequence[Path]) -> list[Diagnostic]:
    """All that is wrong with these files, each fault once, in the order of the paths.

    Of a folder every scenario in it is read, and what they share; its folders hold no scenarios.
    """
    found = [diagnostic for path in paths for diagnostic in _check(path)]
    return list(dict.fromkeys(found))


def _check(path: Path) -> list[Diagnostic]:
    if path.parent.name == COMMON and path.stem in FILES and path.suffix in SUFFIXES:
        return [diagnostic for diagnostic in _check_common(path.parent) if diagnostic.place.file == str(path)]
    if path.name == COMMON and is_folder(path):
        return _check_common(path)
    if is_folder(path):
        return _check_folder(path)
    if path.name == PACK_FILE:
        return read_pack(path.parent)[1]
    return read_scenario(path, advice=True)[1]


def _check_common(folder: Path) -> list[Diagnostic]:
    return read_common(folder, shipped_common()[0])[1]


def _check_folder(folder: Path) -> list[Diagnostic]:
    files, (_, found) = scenario_files(folder), read_pack(folder)
    found += map(link_out, strays(folder))
    if not files:
        none = Diagnostic(Place(str(folder)), "error", "no-scenarios", "there is no scenario in this folder", "*.yaml")
        return [*found, none]
    read = [read_scenario(path, advice=True) for path in files]
    found += [diagnostic for _, diagnostics in read for diagnostic in diagnostics]
    return found + list(
        _same_ids((scenario.id, path) for (scenario, _), path in zip(read, files, strict=True) if scenario)
    )


def _same_ids(ids: Iterable[tuple[str, Path]]) -> Iterable[Diagnostic]:
    first: dict[str, Path] = {}
    for name, path in ids:
        if first.setdefault(name, path) is not path:
            message = f"{first[name].name} has the id {name} too"
            yield Diagnostic(Place(str(path)), "error", "id-twice", message, "another id")

"""Where scenario files lie: those that come with the game, and those of a folder of one's own."""

import re
from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files
from pathlib import Path

from game.reading.diagnostics import Diagnostic, Place
from game.reading.files import is_there, leads_out
from game.scenario.common import FILES, read_common
from game.scenario.model import Common

COMMON = "common"
PACK_FILE = "pack.yaml"
SUFFIXES = (".yaml", ".yml")
HEAD_BYTES = 4096
ID_LINE = re.compile(rb"^id:[ \t]*[\"']?([a-z0-9][a-z0-9-]{0,40})[\"']?[ \t]*(?:#.*)?\r?$", re.MULTILINE)


def shipped_scenarios() -> Path:
    """The folder of the scenarios that come with the game: in the installed package, else in the checkout.

    Nothing else is searched: a folder of that name elsewhere on ``sys.path`` is somebody else's.
    """
    package = Path(str(files("game")))
    inside = package / "scenarios"
    return inside if inside.is_dir() else package.parent / "scenarios"


def shipped_common() -> tuple[Common, list[Diagnostic]]:
    """What the shipped scenarios share; read once, and again when a file of it has changed."""
    folder = shipped_scenarios() / COMMON
    common, found = _remembered(folder, _stamp(folder))
    return common, list(found)


def scenario_files(folder: Path) -> list[Path]:
    """The scenario files of a folder, by name; its subfolders (``common/``, ``cases/``) hold none.

    A link that leads out of the folder is left out: a pack that was handed on must not open files of its reader.
    """
    return sorted(path for path in _entries(folder) if _is_scenario(path) and not leads_out(folder, path))


def strays(folder: Path) -> list[Path]:
    """Files of a folder that would be scenarios, but lie elsewhere."""
    return sorted(path for path in _entries(folder) if _is_scenario(path) and leads_out(folder, path))


def link_out(path: Path) -> Diagnostic:
    """What is said of a link out of a folder of cases."""
    return Diagnostic(Place(str(path)), "error", "leads-out", "this is a link out of the folder, and is not opened")


def _is_scenario(path: Path) -> bool:
    return path.suffix in SUFFIXES and path.name != PACK_FILE and not path.name.startswith(".")


def scenario_id(path: Path) -> str:
    """The id that a file gives itself at the beginning of a line, or its name without the ending."""
    try:
        with path.open("rb") as file:
            found = ID_LINE.search(file.read(HEAD_BYTES))
    except OSError:
        found = None
    return found[1].decode() if found else path.stem


def _entries(folder: Path) -> Iterator[Path]:
    try:
        yield from folder.iterdir()
    except OSError:
        return


def _stamp(folder: Path) -> tuple[tuple[int, int], ...]:
    """What changes when a file of a common folder does."""
    paths = (folder / f"{name}.yaml" for name in FILES)
    return tuple((path.stat().st_mtime_ns, path.stat().st_size) if is_there(path) else (0, 0) for path in paths)


@lru_cache(maxsize=2)
def _remembered(folder: Path, _stamp: tuple[tuple[int, int], ...]) -> tuple[Common, tuple[Diagnostic, ...]]:
    common, found = read_common(folder)
    return common, tuple(found)

"""Where a command finds what it needs: scenarios, games, the theory."""

import os
from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from game.cli.talk import NO_FOLDER, Refused, no_such, say
from game.reading.files import is_folder, is_there
from game.scenario.library import Library
from game.scenario.model import Scenario
from game.scenario.shelf import SUFFIXES
from game.theories.names import DEFAULT, SHIPPED

if TYPE_CHECKING:  # a command that only lists or checks pays for neither
    from game.rules.theory import Theory
    from game.saves.store import Opened, Store
    from game.theories.read import Citing

SCENARIOS_VARIABLE = "TWO_CAPITALS_SCENARIOS"


def library_of(asked: Namespace) -> Library:
    """The shipped scenarios, the user's own, the environment's, the command line's; the later lie over the earlier."""
    named: list[Path] = getattr(asked, "scenarios", [])
    if missing := [folder for folder in named if not is_folder(folder)]:
        raise Refused(NO_FOLDER.format(folder=missing[0]))
    return Library([*_of_the_user(), *_from_environment(), *named])


def _of_the_user() -> list[Path]:
    """The user's own folder of scenarios, if there is one: what lies there is always at hand."""
    from platformdirs import user_data_path

    folder = user_data_path("two-capitals", appauthor=False) / "scenarios"
    return [folder] if is_folder(folder) else []


def _from_environment() -> list[Path]:
    """The folders of the environment. One that is away is said and passed over: the rest can still be played."""
    folders = [Path(part) for part in os.environ.get(SCENARIOS_VARIABLE, "").split(os.pathsep) if part]
    for folder in folders:
        if not is_folder(folder):
            say(NO_FOLDER.format(folder=f"{SCENARIOS_VARIABLE}: {folder}"))
    return folders


def store_of(asked: Namespace) -> "Store":
    """The folder of games. The outermost door asks it where the game is, should the program come to harm."""
    from game.saves.store import Store

    asked.store = store = Store(getattr(asked, "saves", None) or default_saves())
    return store


def reopened(asked: Namespace) -> "Opened":
    """The game that is asked for, under the theory it was begun under unless another is named. Raises Unreadable."""
    return store_of(asked).read(asked.save, library_of(asked), theory_of(asked), instead=asked.theory is not None)


def default_saves() -> Path:
    """In a checkout ``saves/``; for an installed game the user's data folder of this system."""
    checkout = Path(__file__).resolve().parents[2]
    if (checkout / "pyproject.toml").is_file() and (checkout / "saves").is_dir():
        return checkout / "saves"
    from platformdirs import user_data_path

    return user_data_path("two-capitals", appauthor=False) / "saves"


def theory_of(asked: Namespace) -> "Theory":
    """The theory that is asked for, by name or by the path of its file; else the default. Raises Refused."""
    return theory_named(getattr(asked, "theory", None) or DEFAULT)


def theory_named(name: str) -> "Theory":
    """A theory by its name, or by the path of its file. Raises Refused if it is neither, Unreadable for its faults."""
    from game.theories.load import read_theory, shipped

    return shipped(name) if name in SHIPPED else read_theory(_theory_file(name), citing())


def theory_path(name: str) -> Path:
    """The file of a theory by its name, or the path that is given. Raises Refused if it is neither."""
    from game.theories.load import shipped_path

    return shipped_path(name) if name in SHIPPED else _theory_file(name)


def _theory_file(name: str) -> Path:
    path = Path(name)
    if path.suffix in SUFFIXES or is_there(path):
        return path
    raise Refused(no_such("theory", name, SHIPPED))


def citing() -> "Citing":
    """Takes the citations of a theory and refuses those that the shipped sources do not have."""
    from game.scenario.citations import cites_of
    from game.scenario.shelf import shipped_common

    common, _ = shipped_common()
    return lambda value, faults: cites_of(value, common, faults)


def scenario_of(library: Library, name: str) -> Scenario:
    """A scenario by its id or by the path of its file. Raises Refused if it is neither, Unreadable for its faults."""
    if name in library.paths:
        return library.get(name)
    path = Path(name)
    if path.suffix in SUFFIXES or is_there(path):
        return library.add(path)
    raise Refused(no_such("case", name, library.ids()))

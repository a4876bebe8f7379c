"""Where case files lie: those that come with the game, and anybody's own."""

from collections.abc import Iterable
from functools import cache
from pathlib import Path

from game.reading.diagnostics import Diagnostic, Unreadable
from game.record.model import Case
from game.record.read import read_cases, read_coding
from game.scenario.model import Common
from game.scenario.shelf import scenario_files, shipped_common, shipped_scenarios

CASES = "cases"
SECOND_READER = "second-reader.yaml"
"""In the folder of the shipped cases: the same cases, coded by somebody who had not seen the first coding."""


@cache
def shipped_cases() -> tuple[Case, ...]:
    """Every coded case that comes with the game, by year. Raises Unreadable if a file has faults."""
    return by_year(case for path in shipped_files() for case in cases_of(path))


def shipped_files() -> list[Path]:
    """The case files that come with the game."""
    return [path for path in scenario_files(cases_folder()) if path.name != SECOND_READER]


def cases_folder() -> Path:
    """The folder of the shipped case files."""
    return shipped_scenarios() / CASES


def cases_of(path: Path, common: Common | None = None) -> tuple[Case, ...]:
    """The cases of one file. Raises Unreadable if it has faults."""
    return _sound(*read_cases(path, common or shipped_common()[0]))


def coding_of(path: Path, common: Common | None = None) -> tuple[Case, ...]:
    """A second reader's coding. Raises Unreadable if the file has faults."""
    return _sound(*read_coding(path, common or shipped_common()[0]))


def by_year(cases: Iterable[Case]) -> tuple[Case, ...]:
    """Cases in the order in which they happened."""
    return tuple(sorted(cases, key=lambda case: (case.years, case.id)))


def _sound(cases: tuple[Case, ...], found: list[Diagnostic]) -> tuple[Case, ...]:
    if any(diagnostic.severity == "error" for diagnostic in found):
        raise Unreadable(found)
    return cases

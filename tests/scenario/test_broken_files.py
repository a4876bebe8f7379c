"""Each file in ``broken/`` is a mistake, its name, and the exact words in which it is told: a test and a manual.

UPDATE_GOLDEN=1 writes the words anew; read what has changed.
"""

import os
from pathlib import Path

import pytest

from game.reading.diagnostics import Diagnostic, as_text
from game.reading.grammar import COMPLAINTS
from game.scenario.model import Common
from game.scenario.read import read_common, read_scenario

BROKEN = Path(__file__).parent / "broken"
FILES = sorted(BROKEN.glob("*.yaml"))
MARK = "#> "


@pytest.fixture(scope="module")
def common() -> Common:
    common, found = read_common(Path(__file__).parents[1] / "data" / "common")
    assert found == []
    return common


def expected(path: Path) -> list[str]:
    lines = path.read_text(encoding="utf-8").split("\n")
    return [line.removeprefix(MARK) for line in lines if line.startswith(MARK)]


def expect(path: Path, lines: list[str]) -> None:
    """Put other words in place of those that a file expects."""
    text = path.read_text(encoding="utf-8")
    if lines != expected(path):
        kept = [line for line in text.rstrip("\n").split("\n") if not line.startswith(MARK)]
        text = "\n".join([*kept, *(f"{MARK}{line}" for line in lines)]) + text[len(text.rstrip("\n")) :]
        path.write_text(text, encoding="utf-8")


def told(diagnostic: Diagnostic) -> str:
    return as_text(diagnostic).removeprefix(f"{diagnostic.place.file}:")


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_broken_file_is_told_in_exactly_these_words(path: Path, common: Common) -> None:
    scenario, found = read_scenario(path, common, advice=True)
    if os.environ.get("UPDATE_GOLDEN"):
        expect(path, [told(diagnostic) for diagnostic in found])
    assert [told(diagnostic) for diagnostic in found] == expected(path)
    assert (scenario is None) == any(diagnostic.severity == "error" for diagnostic in found)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_broken_file_says_first_why_it_is_wrong(path: Path) -> None:
    first = path.read_text(encoding="utf-8").split("\n", 1)[0]
    assert first.startswith("# ")
    assert first.endswith(".")
    assert expected(path)


def test_there_are_many_with_one_fault_and_some_with_ten() -> None:
    """That every code has a sample, tests/authoring/test_catalogue.py asks."""
    faults = [len(expected(path)) for path in FILES]
    assert faults.count(1) >= 60
    assert sum(number >= 10 for number in faults) >= 3


def test_every_complaint_of_the_parser_has_a_broken_file_that_shows_our_words_for_it() -> None:
    shown = {line.rpartition("[")[2].rstrip("]") for path in FILES for line in expected(path)}
    assert {complaint.code for complaint in COMPLAINTS} - shown == set()


def test_one_file_with_many_faults_has_them_all_told(common: Common) -> None:
    _, found = read_scenario(BROKEN / "many-at-once.yaml", common)
    assert len({diagnostic.place.line for diagnostic in found}) == len(found) == 6

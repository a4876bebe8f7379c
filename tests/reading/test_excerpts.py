"""The line at fault is shown as it stands, and the caret stands under the fault."""

from pathlib import Path

import pytest

from game.reading.diagnostics import Diagnostic, Place
from game.reading.excerpts import Excerpts, width_of


def excerpt(path: Path, text: str, line: int, column: int, columns: int = 100, nearest: str = "") -> list[str]:
    path.write_text(text, encoding="utf-8")
    place = Place(str(path), line, column)
    return Excerpts().of(Diagnostic(place, "error", "x", "it is wrong", "", nearest), columns)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "case.yaml"


def test_the_caret_stands_under_the_column(path: Path) -> None:
    assert excerpt(path, "a: b\n  c: d\n", 2, 3) == ["    2 |   c: d", "      |   ^"]


def test_what_was_meant_stands_beside_the_caret(path: Path) -> None:
    assert excerpt(path, "a: b\ntitel: c\n", 2, 1, nearest="title")[1] == "      | ^ title?"


def test_wide_letters_and_loose_accents_do_not_move_the_caret_away(path: Path) -> None:
    line, caret = excerpt(path, "a: b\n麻薬取締: e\u0301: x\n", 2, 9)
    assert width_of(line[: line.index(": x")]) == caret.index("^") == 19


@pytest.mark.parametrize("column", [1, 50, 150, 320])
def test_a_long_line_is_cut_around_the_fault(path: Path, column: int) -> None:
    text = "".join(f"{n:04} " for n in range(64))
    line, caret = excerpt(path, f"a: b\n{text}", 2, column, columns=60)
    assert width_of(line) <= 60
    at = caret.index("^")
    assert line[at : at + 1] == text[column - 1 : column]
    assert line.endswith("…") == (column < 290)


def test_an_excerpt_is_wide_enough_on_any_terminal(path: Path) -> None:
    assert len(excerpt(path, f"a: b\n{'x' * 900}", 2, 500, columns=3)[0]) == 40


def test_what_a_terminal_would_obey_is_shown_as_a_blank(path: Path) -> None:
    assert excerpt(path, "a: b\nc: \x1b[2J\td\n", 2, 9) == ["    2 | c:  [2J d", "      |         ^"]


def test_a_fault_of_the_whole_file_has_no_excerpt(path: Path, tmp_path: Path) -> None:
    assert excerpt(path, "a: b\n", 1, 1) == []
    assert excerpt(path, "a: b\n", 7, 3) == []
    assert excerpt(path, "a: b\n\n", 2, 1) == []
    gone = Diagnostic(Place(str(tmp_path), 3, 4), "error", "x", "it is wrong")
    assert Excerpts().of(gone, 80) == []

"""A text that is being written is never lost by half, and nobody else's is written over unasked."""

import os
from pathlib import Path

import pytest

from game.authoring.draft import Draft, case_id
from game.reading.diagnostics import Unreadable


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "my-case.yaml"
    path.write_bytes(b"format: 1\n")
    return path


def written_by_somebody(path: Path, text: str) -> None:
    path.write_text(text)
    os.utime(path, ns=(1, 1))


def test_what_is_saved_is_what_was_typed(path: Path) -> None:
    draft = Draft(path)
    assert draft.opened.text == "format: 1\n"
    assert draft.unsaved("x")
    draft.save("format: 1\nid: ñ\n")
    assert path.read_text(encoding="utf-8") == "format: 1\nid: ñ\n"
    assert not draft.unsaved("format: 1\nid: ñ\n")
    assert not draft.changed()
    assert [file.name for file in path.parent.iterdir()] == ["my-case.yaml"]


def test_line_ends_and_a_byte_order_mark_stay_as_they_were(path: Path) -> None:
    path.write_bytes(b"\xef\xbb\xbfa: 1\r\nb: 2\r\n")
    draft = Draft(path)
    assert draft.opened.text == "a: 1\nb: 2\n"
    assert not draft.unsaved(draft.opened.text)
    draft.save("a: 1\nb: 3\n")
    assert path.read_bytes() == b"\xef\xbb\xbfa: 1\r\nb: 3\r\n"


def test_a_link_stays_a_link(path: Path) -> None:
    link = path.with_name("link.yaml")
    link.symlink_to(path)
    Draft(link).save("b: 2\n")
    assert link.is_symlink()
    assert path.read_text() == "b: 2\n"


def test_characters_that_would_speak_to_the_terminal_are_left_out_and_counted(path: Path) -> None:
    path.write_text("a: \x1b]52;c;x\x07\n")
    found = Draft(path).opened
    assert found == ("a:  ]52;c;x \n", 2)
    assert Draft(path).unsaved(found.text)


@pytest.mark.parametrize("data", [b"\xff\xfe", b"x" * 1_000_001])
def test_what_cannot_be_shown_is_refused(path: Path, data: bytes) -> None:
    path.write_bytes(data)
    with pytest.raises(Unreadable):
        Draft(path)


def test_a_folder_is_no_case(tmp_path: Path) -> None:
    with pytest.raises(Unreadable):
        Draft(tmp_path)


def test_unsaved_text_is_kept_beside_the_file_until_it_is_saved(path: Path) -> None:
    draft = Draft(path)
    assert draft.left() is None
    draft.keep("typed")
    left = Draft(path).left()
    assert left is not None
    assert left.text == "typed"
    assert ":" in left.when
    draft.save("typed")
    assert not draft.beside.exists()


def test_what_was_typed_and_taken_back_is_not_kept(path: Path) -> None:
    draft = Draft(path)
    draft.keep("typed")
    draft.keep("format: 1\n")
    assert not draft.beside.exists()


def test_what_is_left_and_equals_the_file_is_forgotten(path: Path) -> None:
    draft = Draft(path)
    draft.keep("typed")
    path.write_text("typed")
    assert Draft(path).left() is None
    assert not draft.beside.exists()


def test_what_is_left_cannot_speak_to_the_terminal_either(path: Path) -> None:
    Draft(path).beside.write_text("a\x1bb")
    left = Draft(path).left()
    assert left is not None
    assert left.text == "a b"


def test_whoever_else_writes_to_the_file_is_noticed(path: Path) -> None:
    draft = Draft(path)
    written_by_somebody(path, "other\n")
    assert draft.changed()
    draft.let_be()
    assert not draft.changed()


def test_the_same_text_written_again_is_no_change(path: Path) -> None:
    draft = Draft(path)
    written_by_somebody(path, "format: 1\n")
    assert not draft.changed()


def test_a_file_that_is_removed_is_a_change_and_a_save_makes_it_anew(path: Path) -> None:
    draft = Draft(path)
    path.unlink()
    assert draft.changed()
    assert draft.gone
    draft.save("x\n")
    assert path.read_text() == "x\n"


def test_a_file_that_is_not_there_can_be_started_from_the_template(tmp_path: Path) -> None:
    draft = Draft(tmp_path / "Lázaro Bridge.yaml")
    assert draft.new
    assert "id: " in draft.start()
    draft.save(draft.start())
    assert not Draft(draft.path).new


@pytest.mark.parametrize(
    ("name", "expected"),
    [("casa-1.yaml", "casa-1"), ("My Case.yaml", "my-case"), ("ñandú.yaml", "my-case"), ("_.yaml", "game")],
)
def test_the_id_of_a_new_case_fits_the_name_of_its_file(name: str, expected: str) -> None:
    assert case_id(Path(name)) == expected

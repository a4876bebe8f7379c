"""A folder of games: every answer is on disk before anything is shown, and no trouble with the disk loses one."""

import errno
import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from small_case import THEORY, TODAY, begun, changed_copy, finished, library, new_game

from game.play.game import Game
from game.saves.file_names import LONGEST, file_name
from game.saves.store import OWN_WORDS, NotKept, Record, Store, read_game


def entries_in(path: Path) -> int:
    return len(read_game(path, library(), THEORY).game.entries)


def reopened(store: Store, path: Path) -> tuple[Game, Record]:
    opened = store.read(path, library(), THEORY)
    return opened.game, store.go_on(path, opened)


# --- writing -------------------------------------------------------------------------------------------------


def test_each_answer_is_on_disk_as_soon_as_it_is_kept(tmp_path: Path) -> None:
    store, game = Store(tmp_path), new_game()
    record = store.begin(game, TODAY)
    for option in ("at-the-quay", "withhold", "regret"):
        game = game.choose(option)
        record.keep(game)
        assert entries_in(record.path) == len(game.entries)


def test_keeping_twice_writes_once(tmp_path: Path) -> None:
    record = Store(tmp_path).begin(begun(), TODAY)
    before = record.path.read_bytes()
    record.keep(begun())
    assert record.path.read_bytes() == before


def test_a_game_is_gone_on_with_in_the_same_file(tmp_path: Path) -> None:
    store = Store(tmp_path)
    path = store.begin(begun(), TODAY).path
    game, record = reopened(store, path)
    record.keep(game.choose("regret"))
    assert record.path == path
    assert entries_in(path) == 3


@pytest.mark.parametrize("tail", [b"- {choose: afterwa", b"- {choose: afterwards, by: washington, option: stand}"])
def test_going_on_after_a_torn_line_leaves_a_whole_file(tmp_path: Path, tail: bytes) -> None:
    store = Store(tmp_path)
    path = store.begin(begun(), TODAY).path
    path.write_bytes(path.read_bytes() + tail)
    game, record = reopened(store, path)
    game = game.back()
    record.keep(game)
    assert record.path == path
    assert read_game(path, library(), THEORY).notices == ()
    assert entries_in(path) == len(game.entries)


def test_a_file_with_lines_that_cannot_be_read_is_left_alone_and_the_game_goes_on_in_another(tmp_path: Path) -> None:
    store = Store(tmp_path)
    path = store.begin(finished(), TODAY).path
    path.write_bytes(path.read_bytes().replace(b"- {choose: afterwards", b"- {{choose: afterwards"))
    before = path.read_bytes()
    game, record = reopened(store, path)
    record.keep(game.choose("stand"))
    assert path.read_bytes() == before
    assert record.path != path
    assert entries_in(record.path) == 3


def test_a_game_whose_scenario_changed_goes_on_in_another_file_and_the_old_one_stays(tmp_path: Path) -> None:
    store = Store(tmp_path / "saves")
    path = store.begin(finished(), TODAY).path
    before = path.read_bytes()
    opened = store.read(path, changed_copy(tmp_path, ("id: regret", "id: sorry")), THEORY)
    record = store.go_on(path, opened)
    record.keep(opened.game.choose("sorry"))
    assert path.read_bytes() == before
    assert record.path != path


def test_games_that_begin_at_the_same_moment_get_a_file_each(tmp_path: Path) -> None:
    stores = [Store(tmp_path / "saves") for _ in range(24)]
    with ThreadPoolExecutor(8) as pool:
        paths = list(pool.map(lambda store: store.begin(begun(), TODAY).path, stores))
    assert len(set(paths)) == len(paths)
    assert all(entries_in(path) == 2 for path in paths)


# --- trouble with the disk -----------------------------------------------------------------------------------


def no_space(_descriptor: int) -> None:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def test_what_a_full_disk_did_not_take_is_written_with_the_next_answer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    game = begun()
    record = Store(tmp_path).begin(game, TODAY)
    with monkeypatch.context() as full:
        full.setattr(os, "fsync", no_space)
        game = game.choose("regret")
        with pytest.raises(NotKept, match="the last answers could not be written"):
            record.keep(game)
    record.path.write_bytes(record.path.read_bytes()[:-9])  # and half of it did arrive
    game = game.choose("ask")
    record.keep(game)
    assert read_game(record.path, library(), THEORY).notices == ()
    assert entries_in(record.path) == len(game.entries)


def test_a_game_that_cannot_begin_leaves_no_empty_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "fsync", no_space)
    with pytest.raises(NotKept, match="no game can be kept here"):
        Store(tmp_path).begin(begun(), TODAY)
    assert list(tmp_path.iterdir()) == []


def test_a_file_in_the_place_of_the_folder_is_said(tmp_path: Path) -> None:
    (tmp_path / "saves").write_text("not a folder")
    with pytest.raises(NotKept, match="this is no folder"):
        Store(tmp_path / "saves").begin(begun(), TODAY)
    assert Store(tmp_path / "saves").list(library(), THEORY) == []


def test_two_programs_that_go_on_with_one_game_lose_no_answer(tmp_path: Path) -> None:
    store = Store(tmp_path)
    path = store.begin(begun(), TODAY).path
    (mine, my_record), (theirs, their_record) = reopened(store, path), reopened(store, path)
    their_record.keep(theirs.choose("stand"))
    my_record.keep(mine.choose("regret"))
    assert my_record.path != path
    assert "goes on in" in my_record.moved
    assert entries_in(path) == entries_in(my_record.path) == 3


def test_a_game_whose_file_was_deleted_meanwhile_is_written_anew(tmp_path: Path) -> None:
    record = Store(tmp_path).begin(begun(), TODAY)
    record.path.unlink()
    game = begun().choose("regret")
    record.keep(game)
    assert entries_in(record.path) == len(game.entries)


# --- the list of games ---------------------------------------------------------------------------------------


def test_the_game_played_last_stands_first(tmp_path: Path) -> None:
    store = Store(tmp_path)
    old, new = store.begin(finished(), TODAY).path, store.begin(begun(), TODAY).path
    os.utime(old, (1, 1))
    listed = store.list(library(), THEORY)
    assert [saved.path for saved in listed] == [new, old]
    assert [saved.over for saved in listed] == [False, True]
    assert [saved.line for saved in listed] == ["What do we say now?", "bound and cold"]
    assert [saved.moves for saved in listed] == [2, 6]


def test_what_is_no_game_is_passed_over_and_a_game_without_its_scenario_is_not(tmp_path: Path) -> None:
    store = Store(tmp_path)
    path = store.begin(begun(), TODAY).path
    (tmp_path / "folder.yaml").mkdir()
    (tmp_path / "notes.yaml").write_text("hello")
    (tmp_path / "README.md").write_text("hello")
    (tmp_path / "link.yaml").symlink_to(tmp_path / "nowhere")
    path.write_text(path.read_text().replace("scenario: small-case", "scenario: elsewhere"))
    assert [saved.line for saved in store.list(library(), THEORY)] == ["its scenario cannot be read here"]


def test_a_folder_that_is_not_there_holds_no_games(tmp_path: Path) -> None:
    assert Store(tmp_path / "none").list(library(), THEORY) == []


def test_only_a_save_of_the_folder_can_be_deleted(tmp_path: Path) -> None:
    store = Store(tmp_path / "saves")
    path = store.begin(begun(), TODAY).path
    outside = tmp_path / "outside.yaml"
    outside.write_text("precious")
    link = tmp_path / "saves" / "link.yaml"
    link.symlink_to(outside)
    readme = tmp_path / "saves" / "README.md"
    readme.write_text("precious")
    for other in (outside, tmp_path / "saves" / ".." / "outside.yaml", link, readme):
        with pytest.raises(PermissionError, match="no game of"):
            store.delete(other)
    own_words = path.with_suffix(OWN_WORDS)
    own_words.write_text("I thought they would protest.")
    store.delete(path)
    assert not path.exists()
    assert not own_words.exists()
    assert outside.exists()
    assert readme.exists()


# --- names ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "name"),
    [
        (("2026-03-01", "small-case", "both"), "2026-03-01-small-case-both"),
        (("../../etc/passwd",), "etc-passwd"),
        (("C:\\Users\\x", "a/b"), "C-Users-x-a-b"),
        (("con",), "game-con"),
        (("LPT1",), "game-LPT1"),
        (("", "\x1b[0m", "…"), "0m"),
        (("",), "game"),
        (("Zoe\u0308 हिन्दी 漢字",), "Zoë-हिन्दी-漢字"),
    ],
)
def test_a_name_is_one_that_every_system_takes(words: tuple[str, ...], name: str) -> None:
    assert file_name(*words) == name


def test_a_long_name_is_cut_to_what_a_file_system_takes() -> None:
    assert len(file_name("漢" * 10_000).encode()) <= LONGEST

import sys
from pathlib import Path

import pytest

import game
from game.scenario.library import Library
from game.scenario.read import shipped_scenarios
from game.scenario.shelf import scenario_files, shipped_common


@pytest.fixture
def shelf(tmp_path: Path) -> Path:
    for name, text in {
        "b.yaml": "id: bravo\n",
        "a.yml": "format: 1\n",
        "c.yaml": "# id: x\nid: 'charlie' # c\n",
    }.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    for folder in ("common", "cases"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "z.yaml").write_text("id: zulu\n", encoding="utf-8")
    (tmp_path / "._b.yaml").write_bytes(b"\0\0")
    (tmp_path / "notes.txt").write_text("id: notes\n", encoding="utf-8")
    return tmp_path


def test_shipped_scenarios_lie_in_the_package_or_beside_it() -> None:
    package = Path(game.__file__).parent
    assert shipped_scenarios() in (package / "scenarios", package.parent / "scenarios")
    assert (shipped_scenarios() / "common" / "sources.yaml").is_file()


def test_a_folder_called_scenarios_on_the_path_of_python_is_not_ours(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "scenarios").mkdir()
    before = shipped_scenarios()
    monkeypatch.setattr(sys, "path", [str(tmp_path), *sys.path])
    monkeypatch.chdir(tmp_path)
    assert shipped_scenarios() == before


def test_scenarios_are_found_by_the_id_they_give_themselves(shelf: Path) -> None:
    own = [(name, path.name) for name, path in Library([shelf]).paths.items() if path.parent == shelf]
    assert own == [("a", "a.yml"), ("bravo", "b.yaml"), ("charlie", "c.yaml")]


def test_scenarios_come_pack_by_pack_those_of_the_game_first(shelf: Path) -> None:
    assert Library([shelf]).ids() == [*Library().ids(), "a", "bravo", "charlie"]


def test_folders_inside_and_other_files_hold_no_scenarios(shelf: Path) -> None:
    assert [path.name for path in scenario_files(shelf)] == ["a.yml", "b.yaml", "c.yaml"]


def test_of_two_scenarios_with_one_id_the_later_folder_counts(
    shelf: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    other = tmp_path_factory.mktemp("other")
    (other / "mine.yaml").write_text("id: bravo\n", encoding="utf-8")
    assert Library([shelf, other]).paths["bravo"] == other / "mine.yaml"
    assert Library([other, shelf]).paths["bravo"] == shelf / "b.yaml"


def test_a_folder_that_is_not_there_holds_no_scenarios(tmp_path: Path) -> None:
    assert Library([tmp_path / "nowhere"]).ids() == Library().ids()


def test_what_is_shared_is_read_once() -> None:
    first, _ = shipped_common()
    second, _ = shipped_common()
    assert first is second

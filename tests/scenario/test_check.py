import os
import shutil
from pathlib import Path

import pytest

from game.scenario.check import check
from game.scenario.shelf import shipped_scenarios

DATA = Path(__file__).parents[1] / "data"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copytree(DATA, tmp_path, dirs_exist_ok=True)
    return tmp_path


def spoil(path: Path, right: str, wrong: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert right in text
    path.write_text(text.replace(right, wrong, 1), encoding="utf-8")


def test_a_folder_without_faults_has_nothing_to_tell(folder: Path) -> None:
    assert check([folder]).found == []
    assert check([folder / "full-case.yaml"]).found == []
    assert check([]).found == []


def test_each_scenario_of_a_folder_is_checked(folder: Path) -> None:
    shutil.copy(folder / "full-case.yaml", folder / "copy.yaml")
    spoil(folder / "copy.yaml", "id: full-case", "id: copy")
    spoil(folder / "copy.yaml", "level: standard", "level: hard")
    spoil(folder / "full-case.yaml", "level: standard", "level: easy")
    assert [Path(found.place.file).name for found in check([folder]).found] == ["copy.yaml", "full-case.yaml"]


def test_a_fault_of_the_shared_files_is_told_once(folder: Path) -> None:
    shutil.copy(folder / "full-case.yaml", folder / "copy.yaml")
    spoil(folder / "copy.yaml", "id: full-case", "id: copy")
    spoil(folder / "common" / "people.yaml", "name: Ana", "nam: Ana")
    found = check([folder]).found
    assert [diagnostic.code for diagnostic in found] == ["missing-key", "unknown-key"]


def test_two_scenarios_with_one_id_are_told(folder: Path) -> None:
    shutil.copy(folder / "full-case.yaml", folder / "other.yaml")
    found = {diagnostic.code: diagnostic for diagnostic in check([folder]).found}
    assert set(found) == {"id-not-file", "id-twice"}
    assert found["id-twice"].message == "full-case.yaml has the id full-case too"


@pytest.mark.parametrize("path", ["common", "common/people.yaml"])
def test_shared_files_can_be_checked_by_themselves(folder: Path, path: str) -> None:
    assert check([folder / path]).found == []
    spoil(folder / "common" / "people.yaml", "name: Ana", "nam: Ana")
    assert [diagnostic.code for diagnostic in check([folder / path]).found] == ["missing-key", "unknown-key"]


def test_a_folder_without_scenarios_is_told(tmp_path: Path) -> None:
    assert [diagnostic.code for diagnostic in check([tmp_path]).found] == ["no-scenarios"]


def test_a_path_that_leads_nowhere_is_told(tmp_path: Path) -> None:
    found = check([tmp_path / "nowhere.yaml"]).found
    assert [(diagnostic.code, diagnostic.place.line) for diagnostic in found] == [("cannot-open", 1)]


def test_a_folder_into_which_one_may_not_look_ends_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    look = Path.stat

    def refuse(path: Path, **how: bool) -> os.stat_result:
        if path.is_relative_to(tmp_path):
            raise PermissionError(13, "Permission denied")
        return look(path, **how)

    monkeypatch.setattr(Path, "stat", refuse)
    assert [diagnostic.message for diagnostic in check([tmp_path / "case.yaml"]).found] == [
        "you may not read this file"
    ]


def test_the_shipped_scenarios_have_neither_error_nor_warning() -> None:
    assert check([shipped_scenarios()]).found == []

"""``cases`` and ``check``: 0 nothing wrong, 1 something wrong in what was checked, 2 nothing there to check."""

import json
import shutil
from pathlib import Path

import pytest
from cli.said import Command, Said
from small_case import DATA, FILE


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copytree(DATA / "common", tmp_path / "mine" / "common")
    shutil.copy(FILE, tmp_path / "mine")
    return tmp_path / "mine"


def spoil(folder: Path, old: str = "level: standard", new: str = "level: easy") -> None:
    file = folder / FILE.name
    file.write_text(file.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


def test_the_cases_are_listed_a_line_each(command: Command) -> None:
    said = command("cases")
    assert said.status == 0
    assert "small-case             1996–1998  The Harbour Lights\n" in said.out


def test_the_cases_are_listed_as_json(command: Command) -> None:
    heads = {head["id"]: head for head in json.loads(command("cases", "--json").out)}
    assert heads["small-case"] == {
        "id": "small-case",
        "title": "The Harbour Lights",
        "years": [1996, 1998],
        "minutes": {"brief": 3, "play": 8, "debrief": 9},
        "level": "standard",
        "roles": ["washington", "mexico-city"],
        "pack": "",
    }
    assert {"casablanca-1998", "merida-2007"} <= set(heads)


def test_a_case_with_faults_is_named_and_the_others_are_listed(command: Command, folder: Path) -> None:
    spoil(folder)
    spoil(folder, "id: small-case", "id: my-case")
    said = command("cases", "--scenarios", folder)
    assert said.status == 1
    assert "casablanca-1998" in said.out
    assert "small-case.yaml:" in said.err


def test_a_folder_of_the_environment_that_is_away_is_said_and_passed_over(
    command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TWO_CAPITALS_SCENARIOS", "nowhere")
    said = command("cases")
    assert said.status == 0
    assert "TWO_CAPITALS_SCENARIOS: nowhere: there is no such folder" in said.err


def test_a_scenario_of_the_environment_is_found(
    command: Command, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    spoil(folder, "id: small-case", "id: my-case")
    monkeypatch.setenv("TWO_CAPITALS_SCENARIOS", str(folder))
    assert "my-case " in command("cases").out


# --- check ---------------------------------------------------------------------------------------------------


def test_sound_files_are_status_0_and_silence(command: Command, folder: Path) -> None:
    assert command("check", folder) == Said(0, "", "")


def test_faults_are_status_1_and_have_their_places(command: Command, folder: Path) -> None:
    spoil(folder)
    said = command("check", folder / FILE.name)
    assert (said.status, said.out) == (1, "")
    assert said.err.startswith(f"{folder / FILE.name}:7:8: error: ")


def test_json_is_the_same_list_of_faults(command: Command, folder: Path) -> None:
    spoil(folder)
    said = command("check", folder, "--json")
    (fault,) = json.loads(said.out)
    assert said.status == 1
    assert said.err == ""
    assert set(fault) == {"file", "line", "column", "severity", "code", "message", "expected", "nearest", "excerpt"}
    assert (fault["line"], fault["column"], fault["severity"]) == (7, 8, "error")
    assert fault["excerpt"] == "level: easy"


def test_the_line_at_fault_stands_below_each_fault_unless_it_is_unwanted(command: Command, folder: Path) -> None:
    spoil(folder, "level: standard", "level: standart")
    first, line, caret = command("check", folder).err.splitlines()
    assert first.startswith(f"{folder / FILE.name}:7:8: error: ")
    assert first.endswith(" [unknown-word]")
    assert line == "    7 | level: standart"
    assert caret == "      |        ^ standard?"
    assert command("check", folder, "--no-excerpt").err.splitlines() == [first]


@pytest.mark.parametrize("path", ["none.yaml", "saves", "."])
def test_what_is_not_there_is_status_2(command: Command, path: str) -> None:
    assert command("check", path).status == 2


def test_playing_on_all_paths_prints_a_table_and_warns(command: Command) -> None:
    said = command("check", FILE, "--paths")
    assert said.out.startswith("small-case\n")
    assert "best play" in said.out
    assert "states" in said.out
    found = json.loads(command("check", FILE, "--paths", "--json").out)
    assert [f"{f['file']}:1:1: warning: {f['message']} [{f['code']}]" for f in found] == said.err.splitlines()
    assert said.status == (1 if found else 0)

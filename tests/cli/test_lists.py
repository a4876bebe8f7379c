"""``cases`` and ``check``: 0 nothing wrong, 1 something wrong in what was checked, 2 nothing there to check."""

import json
import shutil
from pathlib import Path

import pytest
from cli.said import Command, Said
from record.made import TEXT as CASES
from small_case import DATA, FILE

from game.scenario.shelf import shipped_scenarios


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copytree(DATA / "common", tmp_path / "mine" / "common")
    shutil.copy(FILE, tmp_path / "mine")
    return tmp_path / "mine"


def spoil(folder: Path, old: str = "level: standard", new: str = "level: easy") -> None:
    file = folder / FILE.name
    file.write_text(file.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


def spoil_cases(file: Path) -> None:
    file.write_text(CASES.replace("soil: yes", "soil: true"), encoding="utf-8")


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


def test_playing_on_all_paths_prints_what_it_finds_and_warns(command: Command) -> None:
    said = command("check", FILE, "--paths")
    assert said.out.startswith("small-case\n")
    assert "Best play" in said.out
    assert "states: 64" in said.out
    found = json.loads(command("check", FILE, "--paths", "--json").out)["found"]
    told = [line for line in said.err.splitlines() if ": warning: " in line]
    assert [f"{f['file']}:{f['line']}:1: warning: {f['message']} [{f['code']}]" for f in found] == told
    assert said.status == (1 if found else 0)


def test_all_paths_as_json_come_scenario_by_scenario(command: Command) -> None:
    (scenario,) = json.loads(command("check", FILE, "--paths", "--json").out)["scenarios"]
    assert (scenario["id"], scenario["theory"], scenario["exhaustive"]) == ("small-case", "paradox", True)


def test_all_paths_are_put_into_one_file_as_it_is_called(command: Command, tmp_path: Path) -> None:
    file = tmp_path / "tree.html"
    said = command("check", FILE, "--paths", "-o", file)
    assert said.out == f"{file}\n"
    assert file.read_text(encoding="utf-8").startswith("<!doctype html>")


def test_several_scenarios_do_not_go_into_one_file(command: Command, folder: Path, tmp_path: Path) -> None:
    (folder / "other.yaml").write_text(FILE.read_text(encoding="utf-8").replace("id: small-case", "id: other"), "utf-8")
    said = command("check", folder, "--paths", "-o", tmp_path / "tree.html")
    assert said.status == 2
    assert "-o names a folder then" in said.err


@pytest.mark.parametrize("words", [("--format", "html"), ("-o", "tree.html")])
def test_a_printout_is_of_all_paths_only(command: Command, words: tuple[str, str]) -> None:
    said = command("check", FILE, *words)
    assert said.status == 2
    assert "--paths" in said.err


# --- check: the record ---------------------------------------------------------------------------------------


@pytest.fixture
def record(folder: Path) -> Path:
    (folder / "cases").mkdir()
    (folder / "cases" / "mine.yaml").write_text(CASES, encoding="utf-8")
    return folder / "cases" / "mine.yaml"


@pytest.mark.parametrize("path", [".", "cases", "cases/mine.yaml"])
def test_a_case_file_is_checked_by_itself_and_with_its_folder(
    command: Command, folder: Path, record: Path, path: str
) -> None:
    assert command("check", folder / path) == Said(0, "", "")
    spoil_cases(record)
    said = command("check", folder / path)
    assert said.status == 1
    assert said.err.splitlines()[0] == f"{record}:11:19: error: soil is “true”; write yes or no [not-yes-or-no]"


def test_the_shipped_cases_and_their_second_coding_have_no_fault(command: Command) -> None:
    assert command("check", shipped_scenarios()) == Said(0, "", "")
    assert command("check", shipped_scenarios() / "cases" / "second-reader.yaml") == Said(0, "", "")


def test_a_folder_called_cases_may_hold_scenarios(command: Command, folder: Path) -> None:
    other = folder.rename(folder.parent / "cases")
    assert command("check", other) == Said(0, "", "")
    spoil(other)
    assert command("check", other).err.startswith(f"{other / FILE.name}:7:8: error: ")


def test_one_case_in_two_files_is_told(command: Command, folder: Path, record: Path) -> None:
    shutil.copy(record, record.with_name("other.yaml"))
    said = command("check", folder)
    assert said.status == 1
    assert "other.yaml:1:1: error: mine.yaml has a case trap too (expected another id) [id-twice]\n" in said.err


def test_a_scenario_named_beside_a_case_file_is_played_and_the_case_file_is_not(
    command: Command, folder: Path, record: Path
) -> None:
    said = command("check", folder / FILE.name, record, "--paths")
    assert said.out.count("Best play") == command("check", folder / FILE.name, "--paths").out.count("Best play") > 0

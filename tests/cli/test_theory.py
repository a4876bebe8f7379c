"""``theory new``, ``diff`` and ``check``: a class copies the table, changes a line and sees which history breaks."""

import json
from pathlib import Path

import pytest
from cli.said import Command
from small_case import FILE, TODAY, finished

from game.backtest.argument import diff
from game.saves.store import Store
from game.theories.load import SHIPPED, check_theory, read_theory, shipped, shipped_path, shipped_text

NO_SOIL = ("{id: soil, step: 1", "{id: soil, step: 0")


@pytest.fixture
def mine(command: Command, tmp_path: Path) -> Path:
    command("theory", "new", "my-theory.yaml")
    return tmp_path / "my-theory.yaml"


def edited(path: Path, *changes: tuple[str, str]) -> Path:
    text = path.read_text(encoding="utf-8")
    for before, after in changes:
        assert before in text
        text = text.replace(before, after, 1)
    path.write_text(text, encoding="utf-8")
    return path


# --- new -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", SHIPPED)
def test_a_copy_says_the_same_under_another_name(command: Command, tmp_path: Path, name: str) -> None:
    said = command("theory", "new", "Our Theory (2).yaml", "--theory", name)
    assert (said.status, said.out, said.err) == (0, "Our Theory (2).yaml\n", "")
    copy, _, found = check_theory(tmp_path / "Our Theory (2).yaml")
    assert found == []
    assert copy
    assert (copy.id, copy.title) == ("our-theory-2", "Our theory 2")
    assert diff(shipped(name), copy) == ()
    assert (copy.argued, copy.trust, copy.version) == (shipped(name).argued, shipped(name).trust, "1")


@pytest.mark.parametrize("name", SHIPPED)
def test_a_copy_is_whole_and_keeps_every_comment(command: Command, tmp_path: Path, name: str) -> None:
    command("theory", "new", "x.yaml", "--theory", name)
    text = (tmp_path / "x.yaml").read_text(encoding="utf-8")
    assert "\nbase:" not in text
    for table in ("due", "manner", "expected", "received", "answer", "judged", "aims", "endings"):
        assert text.count(f"\n{table}:\n") + text.count(f"\n{table}:  ") == 1
    comments = [line for line in shipped_text(name).splitlines() if line.startswith("#")]
    assert all(f"{line}\n" in text for line in comments)
    assert "two-capitals theory diff x.yaml" in text


def test_the_copy_of_a_copy_is_one(command: Command, mine: Path, tmp_path: Path) -> None:
    assert command("theory", "new", "second.yaml", "--theory", edited(mine, NO_SOIL)).status == 0
    assert diff(read_theory(mine), read_theory(tmp_path / "second.yaml")) == ()


def test_a_copy_never_takes_the_id_of_its_original(command: Command, tmp_path: Path) -> None:
    command("theory", "new", "paradox.yaml")
    assert read_theory(tmp_path / "paradox.yaml").id == "my-paradox"


def test_a_file_that_is_there_is_not_written_over_without_force(command: Command, mine: Path) -> None:
    edited(mine, NO_SOIL)
    said = command("theory", "new", mine)
    assert (said.status, said.out) == (2, "")
    assert "is there already; --force writes over it" in said.err
    assert "step: 0" in mine.read_text(encoding="utf-8")
    assert command("theory", "new", mine, "--force").status == 0
    assert "step: 0" not in mine.read_text(encoding="utf-8")


def test_a_theory_with_faults_is_not_copied(command: Command, mine: Path) -> None:
    said = command("theory", "new", "x.yaml", "--theory", edited(mine, ("step: 1", "step: one")))
    assert said.status == 2
    assert "step is not a whole number" in said.err


def test_a_theory_that_cannot_be_taken_apart_by_lines_is_refused_in_a_sentence(
    command: Command, tmp_path: Path
) -> None:
    (tmp_path / "flow.yaml").write_text('{base: paradox, id: flow, title: Flow, version: "1", claim: "So it is."}')
    said = command("theory", "new", "x.yaml", "--theory", "flow.yaml")
    assert (said.status, said.out) == (2, "")
    assert "cannot be copied whole" in said.err
    assert not (tmp_path / "x.yaml").exists()


@pytest.mark.parametrize(
    "change",
    [
        ("id: signed, if: [signed], ", "id: signed, "),
        ("{id: laid, if: [protest or more], ", "{id: laid, "),
        ("limits: {condition: 2, frustration: 5, standing: 5}", "limits: {condition: 1, frustration: 9, standing: 3}"),
        ("start: {level: 1, if: [a line is crossed], ", "start: {level: 3, "),
    ],
    ids=["whatever is offered is signed", "any reply lays grievances", "other limits", "a rupture to begin with"],
)
def test_whatever_line_a_class_changes_a_game_can_be_played_by_it(
    command: Command, mine: Path, change: tuple[str, str]
) -> None:
    said = command("run", "merida-2007", "--history", "--theory", edited(mine, change))
    assert (said.status, said.err) == (0, "")


# --- diff ----------------------------------------------------------------------------------------------------


def test_one_line_is_changed_and_a_history_breaks(command: Command, mine: Path) -> None:
    said = command("theory", "diff", edited(mine, NO_SOIL))
    lines = said.out.splitlines()
    assert said.status == 0
    assert lines[0] == "The paradox of unilateralism (paradox) → My theory (my-theory)"
    assert lines[1] == "  due: soil: step 1 → 0"
    assert "  casablanca (1998): backlash → protest; the record has backlash" in lines
    assert lines.index("turn right: no case") < lines.index("turn wrong: 2")


def test_as_json_it_says_the_same(command: Command, mine: Path) -> None:
    said = json.loads(command("theory", "diff", "paradox", edited(mine, NO_SOIL), "--json").out)
    assert (said["before"], said["after"]) == ("paradox", "my-theory")
    assert said["changes"] == [{"table": "due", "rule": "soil", "what": "step", "before": "1", "after": "0"}]
    assert {"id": "casablanca", "record": "backlash", "before": "backlash", "after": "protest"} in said["turned"][
        "wrong"
    ]
    before, after = (said["totals"]["reception"][when]["right"] for when in ("before", "after"))
    assert before - after == len(said["turned"]["wrong"]) - len(said["turned"]["right"])


def test_the_other_way_round_what_turned_wrong_turns_right(command: Command, mine: Path) -> None:
    there = json.loads(command("theory", "diff", "paradox", edited(mine, NO_SOIL), "--json").out)["turned"]
    back = json.loads(command("theory", "diff", mine, "paradox", "--json").out)["turned"]
    assert [case["id"] for case in there["wrong"]] == [case["id"] for case in back["right"]]


def test_a_theory_that_is_none_is_wrong_usage(command: Command) -> None:
    said = command("theory", "diff", "paradocs")
    assert (said.status, said.out) == (2, "")
    assert "did you mean paradox?" in said.err


# --- check ---------------------------------------------------------------------------------------------------


def test_a_sound_theory_is_held_against_the_cases_and_the_default(command: Command, mine: Path) -> None:
    said = command("theory", "check", edited(mine, NO_SOIL))
    assert said.status == 0
    assert "“My theory” is right on 50 of 58 (86 %) coded cases." in said.out
    assert "“The paradox of unilateralism” is right on 52 of 58" in said.out
    assert "none turn right and 2 turn wrong (abduction, casablanca)" in said.out


def test_faults_are_told_with_their_places_and_nothing_else_is_said(command: Command, mine: Path) -> None:
    said = command("theory", "check", edited(mine, ("if: [soil]", "if: [soill]"), ("weight: 2", "weight: two")))
    assert (said.status, said.out) == (1, "")
    first, second = said.err.splitlines()
    assert first.startswith(f"{mine}:36:")
    assert first.endswith("error: “soill” cannot be asked there (did you mean “soil”?) [unknown-question]")
    assert "weight is not a whole number" in second


def test_a_citation_that_leads_nowhere_is_a_fault(command: Command, mine: Path) -> None:
    said = command("theory", "check", edited(mine, ("paradox@P69", "paradox@P6999"), ("coyote@C33", "cayote@C33")))
    assert said.status == 1
    assert "sources.yaml has no page for “P6999” of paradox" in said.err
    assert "sources.yaml has no source “cayote” (expected one of" in said.err
    assert "did you mean “coyote”?" in said.err


@pytest.mark.parametrize("name", SHIPPED)
def test_every_citation_of_a_shipped_theory_resolves(command: Command, name: str) -> None:
    said = command("theory", "check", name, "--json")
    assert said.status == 0
    assert all(fault["severity"] == "warning" for fault in json.loads(said.out)["faults"])


def test_a_rule_that_no_case_tries_is_warned_of_at_its_line(command: Command, mine: Path) -> None:
    said = command("theory", "check", mine)
    line = next(n for n, text in enumerate(mine.read_text(encoding="utf-8").splitlines(), 1) if "id: no-wound" in text)
    assert said.status == 0
    assert f"{mine}:{line}:5: warning: no-wound holds in none of the coded cases [never-tried]\n" in said.err


def test_two_rules_with_the_same_questions_are_warned_of(command: Command, mine: Path) -> None:
    twin = "    - {id: twin, step: 1, if: [soil], says: again, cite: ours}\n    - {id: breach,"
    behind = "  - {id: late, if: [not recognises, binds], then: token, says: too late, cite: ours}\n  - {id: claim,"
    said = command("theory", "check", edited(mine, ("    - {id: breach,", twin), ("  - {id: claim,", behind)))
    assert "twin counts twice with soil" in said.err
    assert "late is never reached behind recognition" in said.err


def test_a_file_that_is_not_there_is_wrong_usage(command: Command) -> None:
    for name in ("none.yaml", "none"):
        said = command("theory", "check", name)
        assert (said.status, said.out) == (2, "")


def test_as_json_a_check_is_whole(command: Command, mine: Path) -> None:
    sound = json.loads(command("theory", "check", mine, "--json").out)
    assert (sound["result"]["right"], sound["result"]["total"]) == (52, 58)
    broken = command("theory", "check", edited(mine, ("step: 1", "step: one")), "--json")
    assert broken.status == 1
    assert json.loads(broken.out)["result"] is None
    assert json.loads(broken.out)["faults"][0]["code"] == "not-a-number"


def test_the_shipped_file_itself_can_be_named_by_its_path(command: Command) -> None:
    assert command("theory", "check", shipped_path()).out == command("theory", "check", "paradox").out


# --- the exercise --------------------------------------------------------------------------------------------


def test_the_exercise_sheet_is_printed(command: Command, mine: Path, tmp_path: Path) -> None:
    assert "Three arguments" in command("print", "--exercise").out
    said = command("print", "--exercise", "--theory", mine, "--format", "html")
    assert said.out == "exercise-my-theory.html\n"
    assert (tmp_path / "exercise-my-theory.html").is_file()


def test_one_handout_is_asked_for_at_a_time(command: Command) -> None:
    for words in ((), ("--card", "--exercise")):
        said = command("print", *words)
        assert (said.status, said.out) == (2, "")


# --- a case and a theory that do not fit ---------------------------------------------------------------------


@pytest.mark.parametrize(
    "words",
    [
        ("run", "small-case"),
        ("play", "small-case", "--plain"),
        ("graph", "small-case"),
        ("check", FILE, "--paths"),
        ("replay", "game.yaml"),
        ("debrief", "game.yaml"),
    ],
    ids=lambda words: words[0],
)
def test_a_case_that_starts_beyond_the_limits_of_a_theory_is_refused_in_a_sentence(
    command: Command, mine: Path, tmp_path: Path, words: tuple[object, ...]
) -> None:
    Store(tmp_path / "saves").begin(finished(), TODAY).path.rename(tmp_path / "game.yaml")
    said = command(*words, "--theory", edited(mine, ("frustration: 5", "frustration: 1")))
    assert (said.status, said.out) == (2, "")
    sentence = "error: small-case starts at frustration 2, and under “My theory” that ends at 1 (expected 0 to 1)"
    assert said.err == f"{FILE}:1:1: {sentence} [beyond-limits]\n"

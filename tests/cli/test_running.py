"""``run`` and ``replay``: a whole game without a screen, the same for the same words."""

import json
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from cli.said import Command, Said
from small_case import TODAY, begun, course, finished

from game.play.game import CAN_BE_DRAWN
from game.play.graph import Graph
from game.rules.words import FLAGS, SEEN_BY, STAGES
from game.saves.store import Store

LIST = "at-the-quay,withhold,regret,ask,sign,rest"


def report(said: Said) -> dict[str, Any]:
    assert said.status == 0, said.err
    found: dict[str, Any] = json.loads(said.out)
    return found


def run(command: Command, *words: object) -> dict[str, Any]:
    return report(command("run", "small-case", "--json", *words))


def move(found: dict[str, Any], decision: str) -> dict[str, Any]:
    return next(m for m in found["moves"] if m["decision"] == decision and m["option"])


# --- run -----------------------------------------------------------------------------------------------------


def test_without_choices_it_follows_history(command: Command) -> None:
    found = run(command)
    assert [m["option"] for m in found["moves"] if m["option"]] == LIST.split(",")
    assert found == run(command, "--history")


def test_a_list_of_options_of_both_sides_is_followed(command: Command) -> None:
    assert run(command, "--choose", LIST)["moves"] == run(command, "--history")["moves"]


def test_blanks_in_a_list_do_not_matter(command: Command) -> None:
    assert run(command, "--choose", " at-the-quay , withhold,,")["moves"][-1]["option"] == "withhold"


def test_the_report_has_the_documented_form(command: Command) -> None:
    found = run(command, "--choose", LIST)
    assert set(found) == {"scenario", "role", "opponent", "theory", "moves", "ending", "aims"}
    for each in found["moves"]:
        assert set(each) == {
            "decision", "by", "option", "due", "reception", "flags", "stage", "trace", "state",
        }  # fmt: skip
        assert set(each["flags"]) <= set(FLAGS)
        assert set(each["stage"]) <= set(STAGES)
        assert set(each["state"]) == {"fields", "frustration", "standing", "results", "yields", "ledger"}
        for line in each["trace"]:
            assert set(line) == {"rule", "what", "step", "before", "after", "why", "cite", "stated", "seen_by"}
            assert line["seen_by"] in SEEN_BY
            assert line["step"] == line["after"] - line["before"]
    assert set(found["aims"]) == {"washington", "mexico-city"}
    assert found["ending"] == "bound and cold"


def test_the_move_and_the_move_that_answers_it_both_carry_the_reception(command: Command) -> None:
    found = run(command, "--choose", LIST)
    assert move(found, "the-arrest")["reception"] == move(found, "harbour-replies")["reception"] == "backlash"
    assert move(found, "the-letter")["reception"] == move(found, "letter-answer")["reception"] == "cooperation"
    assert move(found, "the-arrest")["due"] == "backlash"
    assert move(found, "afterwards")["reception"] is None


def test_the_path_beside_the_list_is_told_as_far_as_it_goes(command: Command) -> None:
    said = command("run", "small-case", "--choose", "wait", "--json")
    assert report(said)["ending"] is None
    assert "the list ends before the game; the-letter waits (there are: ask, nothing)" in said.err


@pytest.mark.parametrize(
    ("choose", "sentence"),
    [
        ("at-the-key", "there is no option 'at-the-key'"),
        ("at-the-key", "did you mean at-the-quay?"),
        ("at-the-quay,take-part", "there is no option 'take-part' (there are: note, withhold)"),
        (f"{LIST},rest", "'rest' comes after the end of the game"),
    ],
)
def test_an_option_that_cannot_be_chosen_stops_it_with_status_2(command: Command, choose: str, sentence: str) -> None:
    said = command("run", "small-case", "--choose", choose)
    assert (said.status, said.out) == (2, "")
    assert sentence in said.err


def test_an_option_that_is_there_but_not_as_things_lie_is_told_apart(command: Command) -> None:
    said = command("run", "full-case", "--choose", "desk,refuse,agree")
    assert said.status == 2
    assert "'agree' cannot be chosen at harbour-speaks as things lie (what can be: object, law, ask)" in said.err


def leaked(found: dict[str, Any]) -> bool:
    return any("leaked" in each["flags"] for each in found["moves"])


def test_chance_is_drawn_from_the_seed_and_never_comes_out_in_history(command: Command) -> None:
    draws = {seed: leaked(run(command, "--choose", "together,take-part", "--seed", seed)) for seed in range(12)}
    assert set(draws.values()) == {True, False}
    again = {seed: leaked(run(command, "--choose", "together,take-part", "--seed", seed)) for seed in range(12)}
    assert draws == again
    assert not any(leaked(run(command, "--history", "--seed", seed)) for seed in range(4))


def test_an_event_is_a_move_of_nobody(command: Command) -> None:
    found = run(command, "--choose", "by-night,ask")
    event = next(m for m in found["moves"] if m["decision"] == "found")
    assert (event["by"], event["option"]) == ("nobody", None)


@pytest.mark.parametrize("opponent", ["history", "due", "hard-liner", "accommodator", "strategist", "drawn"])
@pytest.mark.parametrize("role", ["washington", "mexico-city"])
def test_each_capital_is_played_against_each_opponent(command: Command, role: str, opponent: str) -> None:
    found = run(command, "--as", role, "--opponent", opponent)
    assert found["role"] == role
    assert found["opponent"] in (CAN_BE_DRAWN if opponent == "drawn" else (opponent,))
    assert found["ending"]


def test_a_strategist_that_cannot_solve_the_case_is_refused(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Graph, "of", partial(Graph.of, cap=3))
    said = command("run", "small-case", "--as", "washington", "--opponent", "strategist")
    assert said.status == 2
    assert "is too large to be solved exactly" in said.err
    assert "another opponent" in said.err


def test_a_hard_liner_answers_otherwise_than_history(command: Command) -> None:
    wild = run(command, "--as", "mexico-city", "--opponent", "hard-liner")
    assert [m["option"] for m in wild["moves"]] != [m["option"] for m in run(command)["moves"]]


def test_for_people_the_sum_and_its_pages_are_printed(command: Command) -> None:
    said = command("run", "small-case")
    assert "round 1 · washington · How do we close the case? Arrest them at the quay → backlash" in said.out
    assert "due 1 → 2  enters Mexican soil  [Reich & Aspinwall 2013, p. 29]" in said.out
    assert "ending: bound and cold\nwashington: " in said.out


def test_a_scenario_file_is_played_by_its_path(command: Command) -> None:
    file = Path(__file__).parents[1] / "data" / "small-case.yaml"
    assert report(command("run", file, "--json"))["scenario"] == "small-case"


def test_a_scenario_with_faults_is_status_2_and_every_fault_has_its_place(command: Command, tmp_path: Path) -> None:
    (tmp_path / "odd.yaml").write_text("format: 1\nid: odd\nplay: nothing\n")
    said = command("run", "odd.yaml")
    assert said.status == 2
    assert all(line.startswith("odd.yaml:") for line in said.err.splitlines())


# --- replay --------------------------------------------------------------------------------------------------


def test_a_kept_game_is_recomputed(command: Command, tmp_path: Path) -> None:
    path = Store(tmp_path / "saves").begin(finished(), TODAY).path
    found = report(command("replay", path, "--json"))
    assert found["moves"] == run(command, "--history")["moves"]
    assert (found["role"], found["opponent"]) == ("washington", "history")
    assert "ending: bound and cold" in command("replay", path).out


def test_who_was_drawn_is_not_told_before_the_end(command: Command, tmp_path: Path) -> None:
    store = Store(tmp_path / "saves")
    open_ = store.begin(begun(opponent="drawn"), TODAY).path
    over = store.begin(finished(opponent="drawn"), TODAY).path
    assert report(command("replay", open_, "--json"))["opponent"] == "drawn"
    assert report(command("replay", over, "--json"))["opponent"] != "drawn"


def test_what_is_odd_about_a_save_is_said_beside_the_data(command: Command, tmp_path: Path) -> None:
    path = Store(tmp_path / "saves").begin(begun(), TODAY).path
    path.write_bytes(path.read_bytes() + b"- {choose: after")
    said = command("replay", path, "--json")
    assert len(report(said)["moves"]) == 2
    assert "the last line is torn and was dropped" in said.err


@pytest.mark.parametrize("content", [b"", b"\x00\xff", b"scenario: nowhere\nrole: both\nmoves:\n"])
def test_what_cannot_be_read_is_status_2(command: Command, tmp_path: Path, content: bytes) -> None:
    (tmp_path / "odd.yaml").write_bytes(content)
    said = command("replay", "odd.yaml")
    assert (said.status, said.out) == (2, "")
    assert said.err.startswith("odd.yaml:1:1: error: ")


def test_the_small_case_follows_its_own_history() -> None:
    assert finished().course is course()

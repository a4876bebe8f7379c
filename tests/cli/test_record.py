"""``backtest`` and ``robustness``: the rules under inspection, as documents and as JSON."""

import json
from pathlib import Path
from typing import Any

import pytest
from backtest.coded import held_against
from cli.said import Command
from record.made import TEXT

from game.backtest.scored import FINER
from game.cli.inspecting import as_plain
from game.record.library import SECOND_READER, cases_folder
from game.theories.load import SHIPPED, shipped_text

SOON = ("robustness", "--samples", "40")
"""As few draws as tell one run from another."""


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    path = tmp_path / "mine.yaml"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_the_json_of_a_backtest_is_that_of_the_rules_document(command: Command) -> None:
    said = command("backtest", "--json")
    plain = json.loads(said.out)
    assert (said.status, said.err) == (0, "")
    assert list(plain) == ["theory", "cases", "right", "total"]
    assert plain == as_plain(held_against())
    assert (plain["theory"], plain["right"], plain["total"]) == ("paradox", *held_against().share())
    for case, row in zip(plain["cases"], held_against().rows, strict=True):
        assert (case["id"], case["expected"], case["got"]) == (row.case.id, row.expected, row.got.reception)
        assert case["right"] == (case["expected"] == case["got"])
        assert set(case) == {"id", "expected", "got", "right", "also"}
        assert set(case["also"]) <= set(FINER)


@pytest.mark.parametrize("name", SHIPPED)
def test_a_theory_is_held_against_the_record_by_its_name_or_its_file(
    command: Command, name: str, tmp_path: Path
) -> None:
    by_name = json.loads(command("backtest", "--theory", name, "--json").out)
    assert (by_name["right"], by_name["total"]) == held_against(name).share()
    path = tmp_path / "my-theory.yaml"
    path.write_text(shipped_text(name), encoding="utf-8")
    assert json.loads(command("backtest", "--theory", path, "--json").out) == by_name


def test_the_text_of_a_backtest_names_every_case_and_tells_every_miss_with_its_note(command: Command) -> None:
    said = command("backtest")
    flat = " ".join(said.out.split())
    assert said.status == 0
    assert all(row.case.id in flat for row in held_against().rows)
    for miss in held_against().misses:
        assert f"{miss.case.title}, {miss.case.when}: the record has {miss.expected}" in flat
        assert " ".join(miss.case.note.split()[:8]) in flat
    assert all(case.title in flat for case in held_against().unscored)


def test_a_second_readers_coding_is_laid_beside_the_first(command: Command) -> None:
    plain, coded = (command("backtest", *more).out for more in ((), ("--coder", cases_folder() / SECOND_READER)))
    assert "A second reader" in coded
    assert "A second reader" not in plain
    assert "κ" in coded


def test_all_theories_stand_beside_one_another(command: Command) -> None:
    plain: dict[str, Any] = json.loads(command("backtest", "--compare", "--json").out)
    assert list(plain["theories"]) == list(SHIPPED)
    text = command("backtest", "--compare").out
    assert all(name in text for name in SHIPPED)


def test_cases_of_ones_own_take_the_place_of_the_shipped_ones(command: Command, mine: Path) -> None:
    plain = json.loads(command("backtest", "--cases", mine, "--json").out)
    assert [case["id"] for case in plain["cases"]] == ["trap", "letter"]
    assert plain["total"] == 2
    assert json.loads(command(*SOON, "--cases", mine, "--json").out)["total"] == 2


def test_robustness_says_the_same_again_and_another_seed_something_else(command: Command) -> None:
    first, again, other = (command(*SOON, "--json", "--seed", seed) for seed in ("1", "1", "2"))
    assert first == again
    found, others = json.loads(first.out), json.loads(other.out)
    assert found["numbers"] != others["numbers"]
    assert found["one_by_one"] == others["one_by_one"]
    assert (found["theory"], found["right"], found["total"]) == ("paradox", *held_against().share())
    assert found["numbers"]["draws"] == found["marks"]["draws"] == 40
    assert set(found) == {
        *("theory", "right", "total", "numbers", "marks", "one_by_one", "dropped", "knife_edges", "sources"),
        *("decades", "sentence"),
    }


def test_robustness_tells_its_findings_in_one_sentence_first(command: Command) -> None:
    found, text = json.loads(command(*SOON, "--json").out), command(*SOON).out
    assert found["sentence"] in " ".join(text.split())
    assert found["sentence"].startswith("Right in ")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("backtest", "--theory", "idealism"), "idealism"),
        (("backtest", "--cases", "none.yaml"), "there is no such file"),
        (("backtest", "--coder", "none.yaml"), "there is no such file"),
        (("robustness", "--samples", "0"), "no whole number from 1"),
        (("robustness", "--samples", "many"), "no whole number from 1"),
        (("robustness", "--theory", "none.yaml"), "there is no such file"),
    ],
)
def test_what_is_not_there_is_status_2_in_words(command: Command, words: tuple[str, ...], said: str) -> None:
    got = command(*words)
    assert (got.status, got.out) == (2, "")
    assert said in got.err


@pytest.mark.parametrize("words", [("backtest",), ("backtest", "--compare"), SOON])
@pytest.mark.parametrize("how", ["md", "html"])
def test_a_document_is_written_to_a_file_that_is_named(
    command: Command, words: tuple[str, ...], how: str, tmp_path: Path
) -> None:
    said = command(*words, "--format", how)
    (path,) = tmp_path.glob(f"*.{how}")
    assert str(path.name) in said.err + said.out
    assert "Two Capitals" in path.read_text(encoding="utf-8")


def test_nothing_is_drawn_on_a_stderr_that_nobody_watches(command: Command) -> None:
    assert command(*SOON).err == ""

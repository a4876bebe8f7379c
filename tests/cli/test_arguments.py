"""Wrong usage ends with status 2 and a sentence that names what could have been meant."""

import re
from pathlib import Path

import pytest
from cli.said import Command
from small_case import changed_copy

from game import __version__
from game.cli.arguments import COMMANDS, WITH_VALUE, parsed


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["debreif"], "there is no command 'debreif'"),
        (["debreif"], "did you mean debrief?"),
        (["play", "small-case", "--opponent", "hardliner"], "did you mean hard-liner?"),
        (["play", "small-case", "--as", "mexico"], "there is no capital 'mexico'"),
        (["run", "small-case", "--seed", "x"], "'x' is no whole number"),
        (["run", "small-case", "--seed", "9" * 30], "is no whole number of at most 18 digits"),
        (["run"], "the following arguments are required: CASE"),
        (["run", "small-case", "--choose", "wait", "--history"], "not allowed with"),
        (["run", "small-cas"], "did you mean small-case?"),
        (["play", "small-cas"], "there is no case 'small-cas'"),
        (["run", "none.yaml"], "none.yaml:1:1: error: there is no such file"),
        (["play", "."], "this is a folder"),
        (["run", "x" * 5000], "there is no case"),
        (["run", "small-case", "--scenarios", "nowhere"], "nowhere: there is no such folder of scenarios"),
        (["play", "small-case", "--as", "both", "--opponent", "due"], "leave --opponent due out"),
        (["run", "small-case", "--as", "washington", "--opponent", "person"], "nobody can be asked here"),
        (["print"], "one of the arguments --card --exercise is required"),
        (["run", "small-case", "--hist"], "unrecognized arguments: --hist"),
    ],
    ids=lambda part: part if isinstance(part, str) else " ".join(part)[:40],
)
def test_wrong_usage_is_status_2_and_a_sentence(command: Command, words: list[str], sentence: str) -> None:
    said = command(*words)
    assert said.status == 2
    assert sentence in said.err
    assert said.out == ""
    assert "Traceback" not in said.err


def test_what_is_typed_reaches_the_terminal_without_its_controls(command: Command) -> None:
    for words in (
        ["\x1b]0;x\x07"],
        ["run", "\x1b[31m"],
        ["run", "\x1b.yaml"],
        ["replay", "\x1b.yaml"],
        ["--as", "\x1b"],
    ):
        said = command(*words)
        assert said.status == 2
        assert "\x1b" not in said.err


def test_a_capital_that_a_case_does_not_offer_is_refused_before_anything_is_shown(
    command: Command, tmp_path: Path
) -> None:
    changed_copy(tmp_path, ("roles: [washington, mexico-city]", "roles: [washington]"))
    said = command("play", tmp_path / "small-case.yaml", "--as", "mexico-city", "--plain")
    assert (said.status, said.out) == (2, "")
    assert "small-case cannot be played as mexico-city (it can as washington)" in said.err


@pytest.mark.parametrize("words", [[], ["--plain"], ["--seed", "4"], ["--saves", "here", "--plain"]])
def test_without_a_command_it_is_to_play(words: list[str]) -> None:
    assert parsed(words).command == "play"


@pytest.mark.parametrize("command", COMMANDS)
def test_a_folder_or_a_player_may_be_called_like_a_command(command: str) -> None:
    assert (parsed(["--scenarios", command]).command, parsed(["--saves", command]).command) == ("play", "play")
    assert parsed(["--player", command]).player == command
    assert parsed(["--saves", command, "cases"]).command == "cases"


def test_every_option_of_play_that_takes_a_value_is_known_as_such(command: Command) -> None:
    usage = command("play", "--help").out.partition("positional arguments")[0]
    assert set(re.findall(r"\[(--[a-z-]+)\s[^\]]+\]", usage)) == set(WITH_VALUE)


def test_an_option_of_play_before_another_command_is_refused_by_name(command: Command) -> None:
    said = command("--plain", "run", "small-case")
    assert said.status == 2
    assert "unrecognized arguments: --plain" in said.err


def test_the_places_can_stand_before_and_after_a_command() -> None:
    assert str(parsed(["--saves", "here", "cases"]).saves) == "here"
    assert str(parsed(["cases", "--saves", "here"]).saves) == "here"


def test_help_lists_every_command(command: Command) -> None:
    said = command("--help")
    assert said.status == 0
    assert all(f"\n    {name} " in said.out for name in COMMANDS)


def test_the_version_is_printed(command: Command) -> None:
    assert command("--version").out == f"Two Capitals {__version__}\n"

"""How to print: every printout is named, and every command that is named can be typed."""

import shlex
from argparse import ArgumentParser, _SubParsersAction
from pathlib import Path

import pytest

from game.cli.arguments import parsed, parser
from game.sitting.sheets import commands

NAMED = dict(commands(Path("saves")))


def printing() -> dict[str, ArgumentParser]:
    """The commands that can put something on paper."""
    (tasks,) = (action for action in parser()._actions if isinstance(action, _SubParsersAction))
    return {name: one for name, one in tasks.choices.items() if "--format" in one._option_string_actions}


@pytest.mark.parametrize("command", printing())
def test_every_command_that_prints_is_named(command: str) -> None:
    assert any(shlex.split(line)[1] == command for line in NAMED.values())


def test_both_handouts_and_every_kind_of_debrief_are_named() -> None:
    lines = " ".join(NAMED.values())
    for option in ("--card", "--exercise", "--annex", "--sheet joint", "--compare", "--paths"):
        assert option in lines


@pytest.mark.parametrize("what", NAMED)
def test_what_is_named_can_be_typed(what: str) -> None:
    program, *words = shlex.split(NAMED[what])
    assert program == "two-capitals"
    assert parsed(words).command == words[0]

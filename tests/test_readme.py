"""The README says what is true: its commands are CI's, and it knows every command of the program."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

import game

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
CI = (ROOT / ".ci/run").read_text(encoding="utf-8")
PYPROJECT = (ROOT / "pyproject.toml").read_text(encoding="utf-8")

PLAY = "python3 -m venv .venv && .venv/bin/pip install -q -e '.[pdf]' && .venv/bin/python -m game"
TEST = "python3 -m venv .venv && .venv/bin/pip install -q -e '.[test]' && .venv/bin/pytest"


def lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines()]


def section(title: str) -> str:
    found = re.search(rf"^## {re.escape(title)}\n(.*?)(?=^## |\Z)", README, re.MULTILINE | re.DOTALL)
    assert found, f"the README has no section {title!r}"
    return found[1]


def options(text: str) -> set[str]:
    return set(re.findall(r"(?<![\w-])--[a-z][a-z-]*", text))


def help_of(*command: str) -> str:
    return subprocess.run(
        [sys.executable, "-m", "game", *command, "--help"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout


def table_of_commands() -> dict[str, str]:
    rows = re.findall(r"^\| `two-capitals ([a-z]+)([^`]*)`", section("Commands"), re.MULTILINE)
    return dict(rows)


def test_the_first_screen_has_the_two_commands() -> None:
    first_screen = lines(README)[:40]
    assert PLAY in first_screen
    assert TEST in first_screen


def test_ci_runs_exactly_the_test_command_of_the_readme() -> None:
    assert TEST in lines(CI)


def test_every_command_stands_in_the_readme_and_none_that_is_missing() -> None:
    listed = help_of().partition("\ncommands:\n")[2]
    assert set(table_of_commands()) == set(re.findall(r"^ {2,8}([a-z]+)\b", listed, re.MULTILINE))


@pytest.mark.parametrize("command", table_of_commands())
def test_the_readme_gives_every_option_of_a_command(command: str) -> None:
    everywhere = options(help_of()) | {"--help"}
    row = table_of_commands()[command]
    shown = options(row)
    if "[-o FILE]" in row:
        shown |= {"--output", "--force"}  # what --force is for stands once, below the table
    assert shown == options(help_of(command)) - everywhere


def test_every_room_of_the_house_stands_in_the_readme() -> None:
    rooms = {p.parent.name for p in (ROOT / "game").glob("*/__init__.py")}
    assert rooms <= set(re.findall(r"^(?:game/)?\s*([a-z]+)/", section("How the code is laid out"), re.MULTILINE))


def test_what_the_readme_shows_or_names_is_there() -> None:
    named = re.findall(r"\]\(([^)#:]+)\)", README)
    assert named
    assert [path for path in named if not (ROOT / path).exists()] == []


def test_no_package_index_is_named_and_no_lock_is_kept() -> None:
    assert "://" not in PYPROJECT
    assert "://" not in CI
    assert not {p.name for p in ROOT.iterdir()} & {"poetry.lock", "pylock.toml", "Pipfile.lock"}


def test_the_version_is_written_once() -> None:
    assert re.fullmatch(r"\d+\.\d+\.\d+", game.__version__)
    assert not re.search(r"^version\s*=", PYPROJECT, re.MULTILINE)

"""The small case of the tests, and games of it that are played to some point."""

import shutil
from functools import cache
from pathlib import Path

from game.play.course import Course
from game.play.game import BOTH, Game, Prediction
from game.play.seats import Disposition
from game.scenario.library import Library
from game.scenario.model import Scenario
from game.scenario.read import read_scenario
from game.theories.load import shipped

DATA = Path(__file__).parent / "data"
FILE = DATA / "small-case.yaml"
ID = "small-case"
THEORY = shipped()
TODAY = "2026-03-01"


@cache
def scenario() -> Scenario:
    found, _ = read_scenario(FILE)
    assert found
    return found


@cache
def course() -> Course:
    return Course.of(scenario(), THEORY)


def library(folder: Path = DATA) -> Library:
    return Library([folder])


def new_game(role: str = "washington", opponent: str = "history", **more: object) -> Game:
    return Game(course(), role, opponent, **more)  # type: ignore[arg-type]


def begun(role: str = "washington", reason: str = "a reason", **more: object) -> Game:
    """A game in which one decision has been taken and answered."""
    game = new_game(role, **more).choose("at-the-quay", Prediction("protest", ("soil", "no warning")), reason)
    return game.run_on(Disposition("history")) if role != BOTH else game


def played(*options: str, role: str = "washington", **more: object) -> Game:
    """A game by a list of options of the persons in it."""
    history = Disposition("history")
    game = new_game(role, **more).run_on(history)
    for option in options:
        game = game.choose(option).run_on(history)
    return game


def finished(role: str = "washington", **more: object) -> Game:
    return played("at-the-quay", "regret", "sign", "rest", role=role, **more)


def changed_copy(folder: Path, *changes: tuple[str, str]) -> Library:
    """A library whose small case differs by some pieces of text."""
    shutil.copytree(DATA / "common", folder / "common")
    text = FILE.read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    (folder / "small-case.yaml").write_text(text, encoding="utf-8")
    return Library([folder])

"""Whole games as `run` prints them, approved by a person: what was really done, and both capitals at their best.

To rewrite them, and then read the diff: ``UPDATE_GOLDEN=1 pytest tests/golden tests/play/test_plays.py``.
"""

import os
from pathlib import Path

import pytest
from play import shipped as shelf

from game.play.game import Drew, Game
from game.play.report import as_text
from game.play.seats import Disposition
from game.play.solve import Strategist
from game.rules.words import CAPITALS
from game.scenario.model import Decision

PLAYS = Path(__file__).parent.parent / "plays"
LINES = ("history", "best")
NAMES = [f"{name}-{line}.txt" for name in shelf.IDS for line in LINES]


def history(name: str) -> Game:
    """What was really done; no work leaks."""
    return _played(Game(shelf.course(name), "both", "person"), dict.fromkeys(CAPITALS, Disposition("history")))


def best(name: str) -> Game:
    """Both capitals at their best; no work leaks."""
    course, solved = shelf.course(name), shelf.solved(name)
    players = {capital: Strategist(course, capital, solved) for capital in CAPITALS}
    return _played(Game(course, "both", "person"), players)


def _played(game: Game, players: dict[str, Disposition] | dict[str, Strategist]) -> Game:
    while (item := game.waiting) is not None:
        if isinstance(item, Decision):
            taken = players[item.by](game.course, game.position)
            game = game.choose(item.options[taken].id)
        else:
            game = game.after(Drew(item.id, leaked=False))
    return game


PLAYED = {"history": history, "best": best}


@pytest.mark.parametrize("name", shelf.IDS)
@pytest.mark.parametrize("line", LINES)
def test_a_whole_game_reads_as_it_was_approved(name: str, line: str) -> None:
    file = PLAYS / f"{name}-{line}.txt"
    text = as_text(PLAYED[line](name)).rstrip("\n") + "\n"
    if os.environ.get("UPDATE_GOLDEN"):
        PLAYS.mkdir(exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="\n")
    assert text == file.read_text(encoding="utf-8"), "rewrite with UPDATE_GOLDEN=1 if this is meant"


def test_every_scenario_has_its_approved_games_and_no_game_is_left_over() -> None:
    assert sorted(path.name for path in PLAYS.iterdir()) == sorted(NAMES)

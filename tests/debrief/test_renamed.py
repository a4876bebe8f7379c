"""Explanations come from what a rule asks and does: whoever renames a rule of a theory changes none of them."""

from dataclasses import replace
from typing import Any

import pytest
from debrief.games import GAMES, TODAY, course
from theories.written import Tree, changed

from game.debrief.account import account
from game.debrief.model import Account
from game.play.course import Course
from game.play.game import Game
from game.play.report import as_report
from game.rules.theory import Theory
from game.theories.load import parse
from game.theories.vocabulary import DECIDING, PHASES

MARK = "-by-another-name"


def lines_of(tree: Tree) -> list[dict[str, Any]]:
    return [*tree["due"]["steps"], *(line for table in (*DECIDING, *PHASES) for line in tree[table])]


def renamed(tree: Tree) -> None:
    for line in lines_of(tree):
        line["id"] = (line.get("id") or line["then"]).replace(" ", "-") + MARK


def under(theory: Theory, game: Game) -> Game:
    """The same moves under another theory."""
    again = Game(Course.of(course().scenario, theory), game.role, game.opponent, game.seed, game.player)
    for entry in game.entries:
        again = again.after(entry)
    return again


def told(game: Game) -> Account:
    return account(game, None, played=TODAY)


@pytest.mark.parametrize("name", GAMES)
def test_a_game_is_explained_alike_whatever_its_rules_are_called(name: str) -> None:
    game = GAMES[name]()
    theirs = told(under(parse(changed(renamed)), game))
    assert MARK in repr(theirs.trace)
    mine = replace(told(game), theories=theirs.theories)  # a changed file was never held against the record
    assert repr(mine) == repr(theirs).replace(MARK, "")


def test_the_stages_of_the_cycle_are_found_whatever_the_rules_are_called() -> None:
    game = GAMES["history"]()
    moves = [as_report(one, "washington", "due")["moves"] for one in (game, under(parse(changed(renamed)), game))]
    stages = [[move["stage"] for move in each] for each in moves]  # type: ignore[attr-defined]
    assert any("forgetting" in each for each in stages[0])
    assert stages[0] == stages[1]


def test_of_two_lines_that_refuse_the_one_that_held_is_the_cause() -> None:
    def refuse(tree: Tree) -> None:
        tree["received"] = [
            {"if": ["interest is 0"], "then": "refused", "says": "there is no reason"},
            {"if": ["the field is shut"], "then": "refused", "says": "the field is shut"},
        ]

    turn = next(t for t in told(under(parse(changed(refuse)), GAMES["quarrel"]())).turns if t.decision == "the-letter")
    assert (turn.came, turn.hung_on) == ("refused", ("shut field",))


def test_a_step_that_asks_for_something_else_is_told_in_its_own_words() -> None:
    def harsher(tree: Tree) -> None:
        tree["due"]["steps"][0].update({"if": ["soil", "face"], "says": "it shows them up at home"})

    turn = told(under(parse(changed(harsher)), GAMES["quarrel"]())).turns[0]
    assert turn.why == "Backlash followed because a line was crossed (soil and face) and it shows them up at home."

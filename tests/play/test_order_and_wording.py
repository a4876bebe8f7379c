"""What stands first and how it is worded decides nothing: only what an option carries does."""

from dataclasses import replace
from functools import cache
from random import Random

import pytest
from play import shipped as shelf
from play.walks import played

from game.play.course import Course
from game.play.game import Chose, Drew, Game
from game.play.graph import Graph
from game.scenario.model import Decision, Item, Option

each_scenario = pytest.mark.parametrize("name", shelf.IDS)


def reworded(option: Option, dice: Random) -> Option:
    return replace(option, label=f"Option {dice.random()}", outcome={}, foil="", cite=(), historical=False)


def shuffled(item: Item, dice: Random) -> Item:
    """An item with its options in another order and all its words changed."""
    if not isinstance(item, Decision):
        return replace(item, text="Something happens.", cite=())
    options = [reworded(option, dice) for option in item.options]
    dice.shuffle(options)
    return replace(item, options=tuple(options), title="What now?", brief="", advisers=(), known_then=())


@cache
def disguised(name: str) -> Course:
    """A shipped scenario in disguise."""
    dice = Random(f"disguise {name}")
    course = shelf.course(name)
    play = tuple(shuffled(item, dice) for item in course.scenario.play)
    return Course.of(replace(course.scenario, play=play, title="Another", digest=""), course.theory)


def facts(game: Game) -> list[tuple[object, ...]]:
    """What happened in a game, with every line of its trace."""
    return [(h.item, h.option, h.reception, h.due, h.flags, h.lines, h.state) for h in game.log]


@each_scenario
@pytest.mark.parametrize("seed", range(15))
def test_the_same_choices_have_the_same_outcome_in_any_order_and_wording(name: str, seed: int) -> None:
    game = played(shelf.course(name), seed)
    entries = [e for e in game.entries if isinstance(e, Chose | Drew)]
    again = Game(disguised(name), "both", "person", seed, entries=tuple(entries))
    assert facts(again) == facts(game)


@each_scenario
def test_a_scenario_has_the_same_games_and_ends_in_any_order_and_wording(name: str) -> None:
    plain, other = shelf.graph(name), Graph.of(disguised(name))
    assert len(other.nodes) == len(plain.nodes)
    assert other.paths() == plain.paths()
    assert sorted(n.ends for n in other.nodes if not n.edges) == sorted(n.ends for n in plain.nodes if not n.edges)


def test_the_disguise_moves_options_about() -> None:
    plain = [o.id for d in shelf.scenario(shelf.IDS[0]).decisions for o in d.options]
    other = [o.id for d in disguised(shelf.IDS[0]).scenario.decisions for o in d.options]
    assert plain != other
    assert sorted(plain) == sorted(other)

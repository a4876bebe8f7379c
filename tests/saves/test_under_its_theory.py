"""A game begun under a rival is opened under that rival, whichever theory the sitting has."""

from dataclasses import replace
from pathlib import Path

from small_case import THEORY, TODAY, library, new_game, scenario

from game.play.course import Course
from game.play.game import Game
from game.play.seats import BEST, Opponents
from game.rules.theory import Theory
from game.saves.store import Store
from game.theories.load import shipped

REALISM = shipped("realism")
SHELF = library()


def saved(folder: Path, theory: Theory) -> Path:
    game = Game(Course.of(scenario(), theory), "washington").choose("at-the-quay", None, "a reason")
    return Store(folder).begin(game, TODAY).path


def test_a_game_begun_under_a_rival_is_opened_under_it(tmp_path: Path) -> None:
    opened = Store(tmp_path).read(saved(tmp_path, REALISM), SHELF, THEORY)
    assert opened.game.course.theory is REALISM
    assert (opened.notices, opened.intact) == ((), True)


def test_going_on_with_it_keeps_its_theory(tmp_path: Path) -> None:
    store, path = Store(tmp_path), saved(tmp_path, REALISM)
    record = store.go_on(path, opened := store.read(path, SHELF, THEORY))
    record.keep(opened.game.run_on(Opponents().of(opened.game)))
    assert record.path == path
    assert store.read(path, SHELF, THEORY).game.course.theory is REALISM


def test_a_game_begun_under_the_default_is_opened_under_it_in_a_sitting_under_a_rival(tmp_path: Path) -> None:
    assert Store(tmp_path).read(saved(tmp_path, THEORY), SHELF, REALISM).game.course.theory is THEORY


def test_the_list_shows_each_game_where_its_own_theory_has_brought_it(tmp_path: Path) -> None:
    ours, theirs = saved(tmp_path, THEORY), saved(tmp_path, REALISM)
    store = Store(tmp_path)
    listed = {found.path: found.line for found in store.list(SHELF, THEORY)}
    for path in (ours, theirs):
        waiting = store.read(path, SHELF, THEORY).game.waiting
        assert waiting is not None
        assert listed[path] == getattr(waiting, "title", "chance speaks next")
    assert {theory for _, theory in store._courses} == {THEORY.digest, REALISM.digest}


def test_under_a_theory_of_ones_own_the_notice_stays(tmp_path: Path) -> None:
    mine = replace(REALISM, id="mine", title="Mine", digest="d16e57")
    path = saved(tmp_path, mine)
    opened = Store(tmp_path).read(path, SHELF, THEORY)
    assert opened.game.course.theory is THEORY
    assert "begun under the theory “mine”" in opened.notices[0]
    again = Store(tmp_path).read(path, SHELF, mine)
    assert (again.game.course.theory, again.notices) == (mine, ())


def test_a_game_can_be_replayed_under_another_theory_all_the_same(tmp_path: Path) -> None:
    opened = Store(tmp_path).read(saved(tmp_path, THEORY), SHELF, REALISM, instead=True)
    assert opened.game.course.theory is REALISM
    assert "begun under the theory “paradox”; it is played under “Realism”" in opened.notices[0]


def test_a_strategist_plays_by_the_theory_of_the_game() -> None:
    opponents = Opponents()
    choosers = {
        id(opponents.of(replace(new_game(opponent=BEST), course=Course.of(scenario(), theory))))
        for theory in (THEORY, REALISM, THEORY)
    }
    assert len(choosers) == 2

"""A theory that is not the game's own is named wherever one plays by it."""

from pathlib import Path

from plain.sittings import ARREST, BEGIN, SHELF, Sitting
from small_case import ID, THEORY

from game.saves.store import Store
from game.sitting.session import Session, Wanted
from game.theories.load import shipped


def sitting(folder: Path, theory: str, case: str | None) -> Sitting:
    sat = Sitting(folder, Wanted())
    sat.session = Session(SHELF, Store(folder), shipped(theory), Wanted(case, seed=7))
    return sat


def test_the_first_words_the_brief_and_every_decision_name_it(tmp_path: Path) -> None:
    words = sitting(tmp_path, "realism", ID).answer(*BEGIN).words
    assert words.count("The rules are those of another theory: Realism.") == 2
    assert "You are Washington. The rules: Realism." in words


def test_a_game_kept_under_another_theory_says_so_and_reads_its_own_card(tmp_path: Path) -> None:
    sitting(tmp_path, "realism", ID).answer(*BEGIN, *ARREST)
    assert THEORY.id == "paradox"
    again = sitting(tmp_path, "paradox", None).answer("0", "r", "q", "rules-card", "q").words
    assert "Realism, " in again.partition("1. Play a case")[0]
    assert [again.count(f"Rules card: {shipped(name).title}") for name in ("realism", "paradox")] == [1, 1]


def test_the_games_own_theory_needs_no_name(tmp_path: Path) -> None:
    assert "another theory" not in sitting(tmp_path, "paradox", ID).answer(*BEGIN).words

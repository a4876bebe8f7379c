"""The first question in flat text."""

import pytest
from plain.sittings import ARREST, BEGIN, DEBRIEF, GAME, Sit

RECORD = "5"
"""The number of the record, on the screens too."""


@pytest.mark.parametrize("before", [None, (*BEGIN, *ARREST), (*GAME, *DEBRIEF)], ids=["nothing", "begun", "finished"])
def test_a_number_means_the_same_whatever_is_kept(sit: Sit, before: tuple[str, ...] | None) -> None:
    if before:
        sit(*before)
    lines = (RECORD, "q", "q") if before else ("q", RECORD, "q", "q")
    said = sit(*lines, case=None).said
    assert f"{RECORD}. The record" in said
    assert "The record: 67 coded cases" in said


def test_the_game_that_goes_on_is_number_0(sit: Sit) -> None:
    sit(*BEGIN, *ARREST)
    said = sit("q", case=None).said
    assert "0. Go on: The Harbour Lights" in said
    assert "Your choice (0 to 8, ? for help):" in said


@pytest.mark.parametrize(
    ("asked", "answer"),
    [("what-if", "No game is finished yet."), ("debriefs", "No game is finished yet."), ("another", "No game is kept")],
)
def test_what_needs_a_game_says_so_where_there_is_none(sit: Sit, asked: str, answer: str) -> None:
    assert answer in sit("q", asked, "q", case=None).said


def test_how_to_print_names_the_exercise_sheet(sit: Sit) -> None:
    assert "Exercise sheet: two-capitals print --exercise --format pdf" in sit("q", "how-to-print", "q").said


def test_the_words_beside_a_case_are_explained(sit: Sit) -> None:
    words = sit("e 1", "e", "q", "q", case=None).words
    assert words.count("Level standard: you see what your capital could know, the rest in the debrief.") == 2
    assert "unilateral (done alone); Figure 1, Reich & Aspinwall 2013, p. 11." in words


def test_a_case_that_was_begun_says_so(sit: Sit) -> None:
    sit(*BEGIN, *ARREST)
    assert "unilateral, begun" in sit("play", "q", "q", case=None).words

"""The last choices made again on a changed text: what differs is told, and what cannot be made any more."""

from pathlib import Path

import pytest

from game.authoring.desk import Desk
from game.authoring.outline import chosen_somewhere, head_of, outline
from game.authoring.replay import HISTORY, Last, Replay, compared, replayed
from game.authoring.start import start_of
from game.play.course import Course
from game.play.game import Chose
from game.play.graph import Graph
from game.theories.load import shipped

TEXT = start_of("my-case")
PLAYED = Last(
    (
        Chose("the-bridge", "washington", "at-their-end"),
        Chose("our-answer", "mexico-city", "close-ours"),
        Chose("the-second-week", "washington", "two-weeks-are-two-weeks"),
    ),
    over=False,
)


def course_of(text: str) -> Course:
    desk = Desk.of(text, Path("my-case.yaml"))
    assert desk.scenario is not None, desk.found
    return Course.of(desk.scenario, shipped())


def changed(old: str, new: str) -> str:
    assert old in TEXT
    return TEXT.replace(old, new)


def played(last: Last, text: str = TEXT) -> Replay:
    return replayed(course_of(text), last)


def test_without_a_game_it_is_what_happened_to_the_end() -> None:
    history = played(HISTORY)
    assert [choice.option for choice in history.choices][:3] == ["at-their-end", "send-them-home", "call-them-back"]
    assert history.ending
    assert not any(choice.odd for choice in history.choices)


def test_a_game_that_was_left_goes_as_far_as_it_went() -> None:
    again = played(PLAYED)
    assert [choice.option for choice in again.choices] == [
        "at-their-end",
        "close-ours",
        "two-weeks-are-two-weeks",
    ]
    assert again.ending == ""
    assert again.positions["what-we-ask"].round == 2


def test_nothing_differs_on_the_same_text() -> None:
    assert not any(row.differs for row in compared(played(HISTORY), played(HISTORY)))


def test_a_reception_that_is_another_now_is_told() -> None:
    text = changed("talks: yes, builds: 1, gives: 2, drops_claim: yes, withdraws: yes}", "builds: 0}")
    rows = {row.decision: row for row in compared(played(HISTORY), played(HISTORY, text))}
    assert (rows["the-work"].then, rows["the-work"].now) == ("cooperation", "token")
    assert rows["the-work"].differs
    assert not rows["the-bridge"].differs


@pytest.mark.parametrize(
    ("old", "new", "decision", "odd"),
    [
        ("id: close-ours", "id: shut-ours", "our-answer", "close-ours is gone; send-them-home taken"),
        (
            "id: close-ours,",
            "id: close-ours, if: {border.interest: at most 0},",
            "our-answer",
            "close-ours cannot be chosen here now; send-them-home taken",
        ),
        ("decision: the-second-week", "decision: second-week", "the-second-week", "the decision is gone"),
        (
            "    title: Do we go on?",
            "    title: Do we go on?\n    if: {frustration: at least 5}",
            "the-second-week",
            "the decision does not come up now",
        ),
    ],
)
def test_what_cannot_be_chosen_any_more_is_said(old: str, new: str, decision: str, odd: str) -> None:
    rows = {row.decision: row for row in compared(played(PLAYED), played(PLAYED, changed(old, new)))}
    assert rows[decision].odd == odd
    assert rows[decision].differs


# --- the outline ---------------------------------------------------------------------------------------------


def test_the_outline_has_every_decision_event_and_option_in_order() -> None:
    scenario = course_of(TEXT).scenario
    lines = outline(scenario, None)
    assert [line.item for line in lines if line.item and not line.option] == [item.id for item in scenario.play]
    assert [line.text for line in lines if not line.item] == ["Round 1", "Round 2", "Round 3", "Round 4"]
    bridge = [line for line in lines if line.item == "the-bridge"]
    assert [(line.text, line.note) for line in bridge] == [
        ("the-bridge", "Washington: opening"),
        ("at-their-end", "act in border: soil, what happened"),
        ("at-our-end", "act in border: harm"),
        ("tell-them", "tell: border"),
    ]


def test_what_can_never_be_chosen_is_marked_once_all_paths_are_known() -> None:
    course = course_of(changed("id: close-ours,", "id: close-ours, if: {border.shut: yes},"))
    known = chosen_somewhere(Graph.of(course))
    assert known is not None
    assert [line.option for line in outline(course.scenario, known) if line.never] == ["close-ours"]
    assert not any(line.never for line in outline(course.scenario, None))
    assert chosen_somewhere(Graph.of(course, cap=3)) is None


def test_the_head_says_how_a_case_starts() -> None:
    said = str(head_of(course_of(TEXT).scenario))
    for words in ("The Flower Bridge", "level first", "frustration 2, standing 3", "interest some", "Start: border"):
        assert words in said

"""A game in flat text is as complete as on the screens, and every answer is kept before the next is asked."""

import os
from collections.abc import Sequence
from functools import partial
from itertools import pairwise
from pathlib import Path

import pytest
from plain.sittings import ARREST, BEGIN, DEBRIEF, GAME, REGRET, SIGN, Sit
from small_case import TODAY, finished, new_game

from game.play.game import Chose, Prediction
from game.play.graph import Graph
from game.saves.store import Store

GOLDEN = Path(__file__).parent / "golden" / "small-game.txt"


def test_a_whole_game_reads_as_in_the_golden_transcript(sit: Sit, tmp_path: Path) -> None:
    said = sit(*GAME).said.partition("The account is being drawn up.")[0].replace(str(tmp_path), "…")
    if os.environ.get("UPDATE_GOLDEN"):
        GOLDEN.parent.mkdir(exist_ok=True)
        GOLDEN.write_text(said, encoding="utf-8", newline="\n")
    assert said == GOLDEN.read_text(encoding="utf-8"), "rewrite with UPDATE_GOLDEN=1 if this is meant"


def in_order(text: str, parts: Sequence[str]) -> bool:
    places = [text.find(part) for part in parts]
    return -1 not in places and all(a < b for a, b in pairwise(places))


def test_everything_that_the_screens_say_before_a_choice_is_said(sit: Sit) -> None:
    assert in_order(
        sit(*BEGIN).words,
        (
            "The Harbour Lights, 1996 to 1998",
            "Agents have worked in a harbour for a year.",
            "Washington. You hold the badge.",
            "- Tell notice apart from agreement.",
            "About 20 minutes: brief 3, play 8, debrief 9.",
            "This is a model, not the world",
            "You play Washington. You face what was really done.",
            "May 1996, round 1 of 3. You are Washington.",
            "How do we close the case?",
            "Three men will come ashore on Friday.",
            "Customs, on coordination: “If one name leaks, it is over.”",
            "Known then: Two men had asked before and were turned away. (Prieto & Stone 2001, pp. 3–4)",
            "Police: interest some, coordination some, institution some, capacity some; a working relation stands;",
            "Washington's frustration: 2 of 5.",
            "Mexico City's standing: 3 of 5.",
            "Results: 0. Yields: 0. Autonomy: 9 of 10 classes of acts; bound: abduction.",
            "Ledger: A treaty.",
            "Option 1 of 4: Arrest them at the quay.",
            "Acts alone on Mexican soil, without warning; shames Mexico in public",
            "Option 4 of 4: Let them go.",
            "Your choice (1 to 4, ? for help):",
        ),
    )


def test_the_reaction_is_told_with_its_sum_its_pages_and_what_changed(sit: Sit) -> None:
    assert in_order(
        sit(*BEGIN, *ARREST).words,
        (
            "You said protest; it came to backlash. It hung on soil and face; of these you named soil.",
            "Mexico City: Refuse five requests. BACKLASH.",
            "The harbour closes to every agent.",
            "- starts at 1 protest: a line is crossed (Reich & Aspinwall 2013, p. 29)",
            "- +1, so 2 backlash: enters Mexican soil",
            "By the rules: 2 backlash. Chosen: 2 backlash, which costs no standing.",
            "Grievance soil is open",
            "Coordination from some to absent",
            "What do we say now?",
            "On the table. Washington: Arrest them at the quay. Mexico City's reply: backlash.",
            "coordination absent (was some)",
        ),
    )


def test_prediction_and_reason_are_kept_with_the_choice(sit: Sit) -> None:
    first = sit(*BEGIN, *ARREST).kept.game.entries[0]
    assert isinstance(first, Chose)
    assert first.predicted == Prediction("protest", ("soil", "no warning"))
    assert first.reason == "they will talk"


def test_where_the_instructor_wants_no_predictions_only_the_reason_is_asked_for(sit: Sit) -> None:
    sitting = sit(*BEGIN, "1", "because", predictions=False)
    assert "Your prediction" not in sitting.said
    assert sitting.kept.game.turns[0].chose.reason == "because"  # type: ignore[union-attr]


def test_an_empty_reason_is_asked_for_once_more(sit: Sit) -> None:
    sitting = sit(*BEGIN, "wait", "", "", *DEBRIEF)
    assert sitting.said.count("Why do you choose this?") == 2
    assert len(sitting.kept.game.own_turns()) == 1


@pytest.mark.parametrize("at", range(3))
def test_back_goes_from_any_question_to_the_options_and_nothing_is_chosen(sit: Sit, at: int) -> None:
    sitting = sit(*BEGIN, "1", *("2", "1", "because")[:at], "back", "4", "then wait")
    assert [turn.chose.option for turn in sitting.kept.game.own_turns()] == ["wait"]  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("key", "part"),
    [
        ("?", "q leaves; the game is kept"),
        ("b", "Three men will come ashore"),
        ("s", "Washington's frustration: 2 of 5."),
        ("d", "Ana Prieto: Attorney general"),
        ("d", "A treaty: no abduction"),
        ("d backlash", "Backlash: Words of protest and one lever"),
        ("d backlsh", "Backlash: Words of protest and one lever"),
        ("d nonsense-word", "The glossary has nothing on “nonsense-word”."),
        ("h", "Nothing has happened yet."),
        ("w", "Nothing has happened yet."),
        ("r", "The paradox"),
        ("u", "There is nothing to go back to."),
        ("7", "“7” is none of these."),
        ("at-the-kuay", "Did you mean at the quay?"),
        ("", "Answer with a number."),
    ],
)
def test_each_key_of_a_decision_answers_and_chooses_nothing(sit: Sit, key: str, part: str) -> None:
    sitting = sit(*BEGIN, key)
    assert part in " ".join(sitting.said.split("Your choice (1 to 4")[1].split())
    assert sitting.kept.game.entries == ()


def test_the_history_and_the_last_trace_can_be_looked_up(sit: Sit) -> None:
    words = sit(*BEGIN, *ARREST, "h", "w").words
    assert "Round 1. - Washington: Arrest them at the quay. - Mexico City: Refuse five requests. BACKLASH." in words
    assert "Your reasons - How do we close the case? “they will talk”" in words
    assert "- Reply due: +1, 2 backlash. enters Mexican soil (Reich & Aspinwall 2013, p. 29; our reading)" in words
    assert "- Coordination: from some to absent. no warning" in words


def test_going_back_is_recorded_and_said(sit: Sit) -> None:
    sitting = sit(*BEGIN, *ARREST, "u", "wait", "better so")
    assert "Gone back one decision. This is recorded" in sitting.words
    assert [chose.option for chose in sitting.kept.game.undone()] == ["at-the-quay"]


def test_the_brief_changes_capital_and_opponent(sit: Sit) -> None:
    sitting = sit("c", "mexico-city", "o", "hard-liner", "")
    assert "You play Mexico City. You face a hard-liner." in sitting.said
    assert (sitting.kept.game.role, sitting.kept.game.opponent) == ("mexico-city", "hard-liner")


def test_a_strategist_that_cannot_solve_the_case_is_refused(
    sit: Sit, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Graph, "of", partial(Graph.of, cap=3))
    sitting = sit("", "quit", role="mexico-city", opponent="strategist")
    assert "small-case is too large to be solved exactly" in sitting.words
    assert "Face another opponent. What do you want to do?" in sitting.words
    assert not list((tmp_path / "saves").glob("*.yaml"))


def test_the_capital_and_opponent_asked_for_are_taken(sit: Sit) -> None:
    sitting = sit("", role="mexico-city", opponent="accommodator")
    assert (sitting.kept.game.role, sitting.kept.game.opponent) == ("mexico-city", "accommodator")


def test_a_first_game_faces_history_and_a_later_one_a_drawn_opponent_that_is_not_named(
    sit: Sit, tmp_path: Path
) -> None:
    assert "You face what was really done." in sit("").said
    Store(tmp_path / "saves").begin(finished(), TODAY)
    later = sit("", *ARREST, "h", "q")
    assert "You face drawn by lot" in later.said
    assert later.kept.game.opponent == "drawn"
    assert later.kept.game.disposition not in later.said.replace("history so far", "")


# --- two persons at one keyboard -----------------------------------------------------------------------------

BEFORE_HAND_OVER = ("", "3", "2", "1", "nobody will see")
"""Washington takes them by night, in secret."""


def test_the_other_capital_sees_nothing_of_what_was_typed_before_the_hand_over(sit: Sit) -> None:
    sitting = sit(*BEFORE_HAND_OVER, "", "h", "w", role="both")
    before, _, after = sitting.said.partition("Hand over the keyboard.")
    assert before.endswith("\n" * 40 + "Mexico City is asked. ")
    assert "nobody will see" not in after
    assert "Press Enter when only Mexico City can see this." in after


def test_a_secret_act_is_not_told_to_the_other_capital_before_it_comes_out(sit: Sit) -> None:
    after = sit(*BEFORE_HAND_OVER, role="both").said.partition("Hand over the keyboard.")[2]
    assert "by night" not in after.partition("A secret comes out")[0]


def test_nobody_goes_back_across_a_hand_over(sit: Sit) -> None:
    sitting = sit("", *ARREST, "", "u", role="both")
    assert "Nobody goes back across a hand-over." in sitting.said


def test_a_game_of_two_is_taken_up_with_a_hand_over(sit: Sit) -> None:
    sit("", *ARREST, "", role="both")
    again = sit("go-on", "", case=None)
    before, _, after = again.said.partition("Hand over the keyboard.")
    assert "Option 1 of" not in before
    assert "Option 1 of 2: Send a note." in after


# --- going on ------------------------------------------------------------------------------------------------


def test_whatever_moment_the_pipe_ends_at_everything_answered_is_kept(sit: Sit) -> None:
    lines = (*GAME, *DEBRIEF)
    for size in range(len(lines) + 1):
        sitting = sit(*lines[:size])
        answered = sum(size >= len(BEGIN) + n for n in (4, 6, 8, 10))
        if size:
            assert len(sitting.kept.game.own_turns()) == answered
            assert sitting.said.rstrip().endswith(f"The game is kept: {sitting.session.record.path}")  # type: ignore[union-attr]


def test_a_kept_game_is_gone_on_with_and_what_followed_is_told_again(sit: Sit) -> None:
    sit(*BEGIN, *ARREST)
    again = sit("0", *REGRET, *SIGN, case=None)
    assert "Go on: The Harbour Lights, Washington" in again.said
    assert "it came to backlash." in again.said
    assert len(again.kept.game.own_turns()) == 3


def test_a_game_killed_before_the_answer_came_is_gone_on_with(sit: Sit, tmp_path: Path) -> None:
    Store(tmp_path / "saves").begin(new_game().choose("at-the-quay"), TODAY)
    again = sit("0", case=None)
    assert "Mexico City: Refuse five requests. BACKLASH." in again.said
    assert len(again.kept.game.entries) == 2


def test_what_changed_in_a_kept_game_is_said(sit: Sit, tmp_path: Path) -> None:
    path = Store(tmp_path / "saves").begin(new_game().choose("at-the-quay"), TODAY).path
    path.write_text(path.read_text().replace("option: at-the-quay", "option: at-the-key"))
    again = sit("0", case=None)
    assert "nearest is at-the-quay" in again.words
    assert "The old file stays as it is; the game goes on in" in again.words


def test_with_no_game_kept_the_first_question_is_which_case(sit: Sit) -> None:
    first = sit(case=None).said
    assert "Which case?" in first
    assert "What do you want to do?" not in first
    assert "Operation Casablanca, 1995–2001, 50 minutes, standard, operational, unilateral, not played" in " ".join(
        first.split()
    )

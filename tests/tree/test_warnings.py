"""Each warning of RULES.md 8 on a scenario that deserves it, and on one that does not."""

from dataclasses import replace
from functools import cache

import pytest
from play import shipped as shelf
from play.made import course_of

from game.play.course import Course
from game.play.graph import Graph
from game.play.solve import DISPOSITIONS, Solved
from game.rules.moves import Act
from game.rules.words import ENDINGS
from game.scenario.model import Decision, Item
from game.tree import warnings
from game.tree.warnings import AGAINST, POLICIES, Dilemma


@cache
def dilemma_of(play: str) -> Dilemma:
    return Dilemma.of(Solved.of(Graph.of(course_of(f"play:{play}"))))


def warned(play: str) -> set[tuple[str, str]]:
    """Test and place of each warning."""
    return {(warning.test, warning.where) for warning in dilemma_of(play).warnings()}


def only(play: str, *tests: str) -> set[tuple[str, str]]:
    """The warnings of some tests only."""
    return {(test, where) for test, where in warned(play) if test in tests}


# A real dilemma: joint work pays with whoever answers in earnest, acting alone with whoever does not.
DILEMMA = """
  - decision: work
    round: 1
    by: washington
    options:
      - {id: joint, historical: yes, offer: {field: police, gives: 1}}
      - {id: alone, act: {field: police, face: yes, warned: yes, yields: 1}}
  - decision: answer
    round: 1
    by: mexico-city
    options:
      - {id: real, answer: real}
      - {id: token, historical: yes, answer: token}
"""
# Nobody would share for nothing: to share costs a point and brings none.
NO_DILEMMA = """
  - decision: house
    round: 1
    by: washington
    options:
      - {id: share, turn: police}
      - {id: wait, historical: yes, wait: yes}
"""


# --- the dilemma of each decision ----------------------------------------------------------------------------


def test_an_option_that_is_best_on_every_visit_rules_its_decision() -> None:
    assert ("ruled", "house.wait") in warned(NO_DILEMMA)
    assert not only(DILEMMA, "ruled") & {("ruled", "work.joint"), ("ruled", "work.alone")}


def test_an_answer_too_may_not_be_ruled() -> None:
    more = DILEMMA.replace("gives: 1", "talks: yes, gives: 1")  # contact is worth more than it costs at home
    assert ("ruled", "answer.real") in warned(more)


def test_options_of_which_fewer_than_two_are_ever_best_alone_are_twins() -> None:
    assert ("twins", "house") in warned(NO_DILEMMA)
    assert not only(DILEMMA, "twins")


def test_an_option_that_loses_a_point_on_every_visit_is_hopeless_unless_it_teaches_something() -> None:
    assert ("hopeless", "house.share") in warned(NO_DILEMMA)
    foil = NO_DILEMMA.replace("turn: police}", "turn: police, foil: What nobody asked for is not thanked.}")
    assert not only(foil, "hopeless")
    assert not only(DILEMMA, "hopeless")


def test_answers_and_follow_ups_may_have_twins_and_hopeless_options() -> None:
    more = DILEMMA.replace("gives: 1", "talks: yes, gives: 1")
    assert not {where for _, where in only(more, "twins", "hopeless") if where.startswith("answer")}


def test_a_decision_that_nobody_comes_to_is_unvisited() -> None:
    never = NO_DILEMMA.replace("by: washington", "by: washington\n    if: {police.institution: at least 2}")
    assert ("unvisited", "house") in warned(never)
    assert not only(NO_DILEMMA, "unvisited")


# --- the dilemma of the whole --------------------------------------------------------------------------------

TRAP = """
  - decision: trap
    round: 1
    by: washington
    options:
      - {id: alone, act: {field: police, soil: yes, yields: 0}}
      - {id: wait, historical: yes, wait: yes}
  - decision: reply
    round: 1
    by: mexico-city
    options:
      - {id: backlash, historical: yes, reply: {level: backlash, lever: withhold}}
      - {id: rupture, reply: {level: rupture, lever: withhold}}
"""


def test_a_policy_that_loses_less_than_two_points_against_everybody_is_warned_about() -> None:
    assert ("policy", "always joint") in warned(TRAP)  # waits, and loses nothing
    assert ("policy", "always alone") not in warned(TRAP)  # pays with a wound and its own condition each time


@pytest.mark.parametrize("name", shelf.IDS)
def test_no_policy_gains_on_best_play(name: str) -> None:
    for capital, policy in POLICIES:
        assert min(shelf.dilemma(name).policy_losses(capital, policy).values()) >= -1e-9


def test_a_history_that_cannot_be_played_is_warned_about() -> None:
    without = NO_DILEMMA.replace("historical: yes, ", "")
    assert ("history", "history") in warned(without)


WORSE = NO_DILEMMA.replace("historical: yes, ", "").replace("{id: share,", "{id: share, historical: yes,")
"""The same, and in history Washington shared for nothing."""


def test_a_history_that_is_best_for_both_is_warned_about() -> None:
    assert ("history", "history") in warned(NO_DILEMMA)
    assert not only(WORSE, "history")


def test_endings_that_no_game_comes_to_are_warned_about() -> None:
    assert {where for _, where in only(NO_DILEMMA, "ending")} == set(ENDINGS) - {"token peace"}
    assert {where for _, where in only(DILEMMA, "ending")} == set(ENDINGS) - {"token peace", "unbound relation"}


STUCK = """
  - decision: own-house
    round: 1
    by: mexico-city
    options: [{id: none, turn: {police: 0}, cite: ours}, {id: wait, wait: yes}]
  - decision: word
    round: 2
    by: washington
    options: [{id: wait, wait: yes}]
"""


def test_interest_that_is_gone_for_good_while_washington_still_decides_is_warned_about() -> None:
    assert ("stuck", "police") in warned(STUCK)


def test_interest_that_can_come_back_is_not_stuck() -> None:
    raised = "  - {id: thaw, event: develop, round: 2, fields: {police: {interest: 1}}, cite: ours}\n"
    assert not only(STUCK + raised, "stuck")


def test_interest_that_goes_after_washingtons_last_decision_is_not_stuck() -> None:
    first, second = STUCK.split("  - decision: word")
    late = "\n  - decision: word" + second.replace("round: 2", "round: 1") + first.replace("round: 1", "round: 2")
    assert not only(late, "stuck")


LAST = """
  - decision: alone
    round: 1
    by: washington
    options: [{id: act, act: {field: police, yields: 2}}, {id: wait, wait: yes}]
"""
ONE_MORE = "  - {decision: more, round: 2, by: washington, options: [{id: wait, wait: yes}]}\n"


def test_an_act_alone_in_the_last_round_that_pays_is_warned_about() -> None:
    assert ("last-act", "alone.act") in warned(LAST)


def test_an_act_alone_that_comes_earlier_or_does_not_pay_is_no_last_act() -> None:
    assert not only(LAST + ONE_MORE, "last-act")
    assert not only(TRAP, "last-act")


CROSSING = LAST.replace("yields: 2", "yields: 2, face: yes")
REPLY = """
  - decision: reply
    round: 1
    by: mexico-city
    options: [{id: protest, reply: {level: protest}}]
"""


def test_an_act_that_mexico_city_can_never_answer_is_warned_about() -> None:
    assert ("unanswered", "alone.act") in warned(CROSSING)
    assert not only(CROSSING + REPLY, "unanswered")


def test_an_act_that_crosses_no_line_or_is_not_known_needs_no_answer() -> None:
    assert not only(LAST, "unanswered")
    assert not only(LAST.replace("yields: 2", "yields: 2, face: yes, visibility: secret"), "unanswered")


def test_a_scenario_of_too_many_states_is_warned_about(monkeypatch: pytest.MonkeyPatch) -> None:
    assert not only(DILEMMA, "size")
    monkeypatch.setattr(warnings, "SIZE", 3)
    assert ("size", "scenario") in {(w.test, w.where) for w in dilemma_of(DILEMMA).warnings()}


# --- the papers' claim ---------------------------------------------------------------------------------------


def claims(play: str) -> set[str]:
    return {where for _, where in only(play, "claim")}


def test_acting_alone_on_the_best_line_is_against_the_claim() -> None:
    assert "both at their best" in claims(LAST)
    assert "both at their best" not in claims(TRAP)


def test_acting_alone_that_pays_more_than_a_point_against_due_is_against_the_claim() -> None:
    assert "due" in claims(LAST)
    assert "due" not in claims(DILEMMA)


def test_where_acting_alone_is_best_against_nobody_nobody_is_tempted() -> None:
    assert "temptation" in claims(TRAP)
    assert "temptation" not in claims(DILEMMA)


def test_both_at_their_best_must_do_better_than_history() -> None:
    assert {"washington", "mexico-city"} <= claims(NO_DILEMMA)
    assert "washington" not in claims(WORSE)


# --- the price of never acting alone -------------------------------------------------------------------------


def without_acts(course: Course) -> Course:
    """The same scenario without the options that act alone, wherever there is another."""

    def joint(item: Item) -> Item:
        options = tuple(o for o in item.options if not isinstance(o.move, Act)) if isinstance(item, Decision) else ()
        return replace(item, options=options) if isinstance(item, Decision) and options else item

    return Course.of(replace(course.scenario, play=tuple(map(joint, course.scenario.play)), digest=""), course.theory)


@pytest.mark.parametrize("play", [DILEMMA, TRAP, LAST])
def test_the_price_of_never_acting_alone_is_what_the_scenario_is_worth_less_without_acts(play: str) -> None:
    full = dilemma_of(play)
    joint = Solved.of(Graph.of(without_acts(full.graph.course)))
    for who in DISPOSITIONS:
        less = full.solved.values["washington", who].worth[0] - joint.values["washington", who].worth[0]
        assert full.joint_price()[who] == pytest.approx(less)


# --- visits --------------------------------------------------------------------------------------------------


def test_a_visit_is_counted_for_every_way_of_playing_the_other() -> None:
    found = dilemma_of(DILEMMA).visits["work"]
    assert [who for who, _ in found.worths] == list(AGAINST)


def test_the_best_option_of_a_visit_loses_nothing() -> None:
    for found in shelf.dilemma("merida-2007").visits.values():
        losses = [found.losses(i) for i in range(len(found.decision.options))]
        assert min(min(lost) for lost in losses if lost) == pytest.approx(0)
        assert all(loss >= 0 for lost in losses for loss in lost)


# --- a tie, and what the warnings name -------------------------------------------------------------------------

TIE = """
  - decision: word
    round: 1
    by: washington
    options: [{id: one, wait: yes}, {id: other, historical: yes, wait: yes}]
"""


def said(play: str, test: str) -> list[str]:
    return [f"{warning.where}: {warning.sentence}" for warning in dilemma_of(play).warnings() if warning.test == test]


def test_a_tie_is_one_warning() -> None:
    assert said(TIE, "tied") == ["word: one and other are best on every visit alike"]
    assert not only(TIE, "ruled", "twins", "hopeless")
    assert not only(NO_DILEMMA, "tied")


def test_the_warnings_about_the_claim_name_the_acts_of_the_line() -> None:
    both, due = (next(s for s in said(LAST, "claim") if s.startswith(where)) for where in ("both", "due"))
    assert both.endswith("both at their best: alone.act")
    assert due.endswith("points (it acts at alone.act)")
    assert [(stop.at, stop.option) for stop in dilemma_of(LAST).line("due")] == [("alone", "act")]
    assert dilemma_of(TRAP).acts_on("due") == []


def test_an_act_whose_due_reply_is_always_toleration_says_so() -> None:
    quiet = CROSSING.replace("face: yes", "face: yes, warned: yes, visibility: quiet") + REPLY
    assert said(quiet, "unanswered") == ["alone.act: Mexico City can never answer this act: the due reply is always 0"]
    assert said(CROSSING, "unanswered") == ["alone.act: Mexico City can never answer this act"]

"""The account of a game: one truth that screen and paper only arrange."""

import pytest
from debrief.games import GAMES, PLAYER, REASON, TODAY, course, solved, told
from play import shipped as shelf

from game.debrief.account import NotOver, account, phases
from game.debrief.model import Account
from game.debrief.wording import FLAGS, VERDICTS, day_of, joined, numbers
from game.play.game import CAN_BE_DRAWN, Game
from game.play.graph import accounts, worth
from game.play.opponents import choose
from game.play.seats import Disposition
from game.play.solve import BEST
from game.play.walk import by_history, ending_of
from game.rules.words import CAPITALS, CONDITIONS, STAGES
from game.scenario.citations import citation

each_game = pytest.mark.parametrize("name", GAMES)


def test_there_is_no_account_of_a_game_that_still_goes_on() -> None:
    with pytest.raises(NotOver, match="not over"):
        account(Game(course(), "washington"))


@each_game
def test_the_ending_is_the_one_of_the_rules_with_its_sentence(name: str) -> None:
    header = told(name).header
    assert header.ending.word == ending_of(course(), GAMES[name]().position)
    assert header.ending.says


def test_names_and_reasons_stand_letter_for_letter() -> None:
    found = told("quarrel")
    assert found.header.player == PLAYER
    assert {turn.reason for turn in found.own} == {REASON}
    assert found.header.played == TODAY


def test_a_drawn_opponent_is_named_now() -> None:
    game = GAMES["drawn"]()
    assert game.disposition in CAN_BE_DRAWN
    assert game.disposition in told("drawn").header.opponent
    assert "drawn with the seed" in told("drawn").header.opponent


@each_game
def test_turns_are_numbered_once_in_the_order_of_the_case(name: str) -> None:
    found = told(name)
    given = [turn.number for turn in found.turns]
    assert given == sorted(set(given))
    assert [turn.number for turn in found.timeline.turns] == list(range(1, len(found.timeline.turns) + 1))
    assert {turn.number: turn.label for turn in found.turns} == {
        turn.number: turn.mine for turn in found.timeline.turns if turn.mine
    }


def test_a_game_as_it_was_agrees_with_history_at_every_turn() -> None:
    found = told("history")
    assert found.timeline.part == ()
    assert found.timeline.says == "Play and history agree at every turn."


def test_the_first_turn_at_which_the_paths_part_is_named() -> None:
    found = told("together").timeline
    assert found.part[0] == 1
    assert "They part first at turn 1" in found.says
    assert "Offer to do it together" in found.says
    assert "Arrest them at the quay" in found.says


@each_game
def test_history_ends_where_the_historical_path_ends(name: str) -> None:
    state = by_history(course()).position.state
    assert [aims.total for aims in told(name).history_aims] == [worth(course(), state, c) for c in CAPITALS]


@each_game
def test_aims_are_counted_line_by_line_and_add_up(name: str) -> None:
    state = GAMES[name]().position.state
    found = accounts(course(), state)
    for aims in told(name).aims:
        assert {line.id: line.count for line in aims.lines}.items() <= found.items()
        assert aims.total == worth(course(), state, aims.capital)


@each_game
def test_every_change_of_a_condition_has_a_turn_a_rule_and_a_source(name: str) -> None:
    found = told(name)
    for at, field in enumerate(course().setting.fields):
        levels = list(found.conditions[at].turns[0].levels)
        for turn in found.conditions[at].turns[1:]:
            for line in found.trace:
                condition = line.what.removeprefix(f"{field}.")
                if line.turn == turn.number and line.what != condition in CONDITIONS:
                    assert line.rule
                    assert line.cite
                    levels[CONDITIONS.index(condition)] += line.step
            assert tuple(levels) == turn.levels


@each_game
def test_a_verdict_is_decided_by_the_last_line_that_moved_its_condition(name: str) -> None:
    found = told(name)
    for verdict in found.conditions[0].verdicts:
        moved = [line for line in found.trace if line.what == f"police.{verdict.condition}" and line.worked]
        assert verdict.word == VERDICTS[verdict.level]
        assert verdict.decided == (moved[-1] if moved else None)
        assert ("as at the start" in verdict.says) == (not moved)


def test_acts_are_unilateral_and_offers_negotiated_whoever_makes_them() -> None:
    cells = {(c.purpose, c.manner): c for c in told("quarrel").quadrant.cells}
    assert [p.number for p in cells["operational", "unilateral"].mine] == [1, 7]
    assert [(p.number, p.by) for p in cells["principled", "negotiated"].mine] == [(5, "mexico-city")]
    assert [p.number for p in cells["operational", "negotiated"].history] == [7]
    assert cells["principled", "unilateral"].mine == ()


def test_predictions_stand_beside_what_came() -> None:
    found = told("quarrel")
    first = found.predictions.turns[0]
    assert (first.turn, first.expects, first.came) == (1, "protest", "backlash")
    assert first.hung_on == ("soil", "face")
    assert found.predictions.says.startswith(f"{found.predictions.foreseen} of {len(found.predictions.turns)} ")


def test_where_nothing_was_predicted_nothing_is_counted() -> None:
    assert told("silent").predictions.turns == ()
    assert "No prediction" in told("silent").predictions.says


def test_a_backlash_is_told_with_its_reasons() -> None:
    assert told("quarrel").turns[0].why == (
        "Backlash followed because a line was crossed (face) and it entered Mexican soil."
    )


def test_a_reply_that_is_not_due_is_told_beside_the_one_that_is() -> None:
    reply = next(turn for turn in told("pair").turns if turn.decision == "harbour-replies")
    assert reply.due == "backlash"
    assert "Backlash was due and protest was chosen" in reply.why


def test_a_choice_that_was_taken_back_is_told_with_what_was_chosen_in_the_end() -> None:
    game = Game(course(), "washington", "due", seed=1)
    chooser = lambda c, p: choose("due", c, p)  # noqa: E731
    game = game.run_on(chooser).choose("at-the-quay", reason="first thought").run_on(chooser).back()
    game = game.run_on(chooser).choose("let-go", reason="second thought").run_on(chooser)
    while not game.over:
        game = game.choose(game.options[0].id).run_on(chooser)
    found = account(game)
    assert [(back.label, back.reason, back.instead) for back in found.taken_back] == [
        ("Arrest them at the quay", "first thought", "Let them go")
    ]
    texts = [entry.text for entry in found.record]
    at = next(i for i, text in enumerate(texts) if text.startswith("Went back to"))
    assert any("Arrest them at the quay" in text for text in texts[:at])
    assert "Let them go" in texts[at + 1]


def test_each_side_is_told_what_the_other_did_and_why() -> None:
    arrest = told("pair").turns[0]
    assert (arrest.other.capital, arrest.other.did, arrest.other.reason) == ("mexico-city", "Send a note", REASON)
    assert arrest.other.aims.capital == "mexico-city"
    reply = told("pair").turns[1]
    assert (reply.other.did, reply.other.reason) == ("Stand by it", REASON)


def test_no_reason_is_made_up_for_a_side_that_nobody_played() -> None:
    assert told("quarrel").turns[0].other.reason == ""


def test_what_was_known_then_is_what_the_decision_showed() -> None:
    arrest = told("quarrel").turns[0]
    assert [fact.text for fact in arrest.knew.facts] == ["Two men had asked before and were turned away."]
    assert arrest.knew.facts[0].cite == "Long & Reed 2001, pp. 3–4"
    assert arrest.other_knew.facts == ()


def test_a_secret_act_is_hidden_from_the_other_side_until_it_is_found() -> None:
    hidden = {turn.decision: turn.knew.hidden for turn in told("night").turns if turn.by == "mexico-city"}
    assert hidden["quiet-week"] == ("Take them by night (kept secret until then)",)
    assert hidden["last-word"] == ()
    assert all(turn.knew.hidden == () for turn in told("night").turns if turn.by == "washington")


def test_what_came_out_later_is_in_no_turn() -> None:
    found = told("quarrel")
    later = {fact.text for fact in found.real.known_now}
    assert later
    known = {fact.text for turn in found.turns for seen in (turn.knew, turn.other_knew) for fact in seen.facts}
    assert not later & known


def test_every_sentence_of_fact_has_a_source() -> None:
    real = told("quarrel").real
    facts = (*real.outcome, *real.disputed, *real.known_now)
    assert len(facts) == 6
    assert all(fact.cite for fact in facts)
    assert [fact.kind for fact in real.disputed] == ["disputed", "ours"]
    assert real.counted_apart == (("drowned in the harbour", 12, "Long & Reed 2001, p. 5"),)


def test_how_sure_counts_the_lines_that_worked() -> None:
    found = told("quarrel")
    worked = [line.kind for line in found.trace if line.worked]
    assert [found.sure.stated, found.sure.disputed, found.sure.ours] == [
        worked.count(kind) for kind in ("stated", "disputed", "ours")
    ]
    assert len(worked) == found.sure.stated + found.sure.disputed + found.sure.ours > 0


def test_a_line_that_somebody_disputes_is_marked_so() -> None:
    again = [line for line in told("quarrel").trace if line.rule == "again"]
    assert again
    assert {line.kind for line in again} == {"disputed"}


def test_the_trace_is_whole_and_in_order() -> None:
    found, game = told("quarrel"), GAMES["quarrel"]()
    assert [(line.rule, line.before, line.after) for line in found.trace] == [
        (line.rule, line.before, line.after) for happened in game.log for line in happened.lines
    ]


@each_game
def test_stages_stand_by_round_in_the_order_of_the_cycle(name: str) -> None:
    found = told(name)
    assert [stages.round for stages in found.stages] == [1, 2, 3, 4]
    for stages in found.stages:
        assert list(stages.stages) == [stage for stage in STAGES if stage in stages.stages]


def test_the_quarrel_shows_the_act_and_the_response_in_its_round() -> None:
    assert {"unilateral act", "sovereignty response"} <= set(told("quarrel").stages[0].stages)


def test_questions_are_chosen_by_what_happened() -> None:
    asked = {question.ask: question for question in told("quarrel").questions}
    assert "Who should have been told?" in asked
    assert asked["Who should have been told?"].chosen
    assert "What did the night cost?" not in asked
    assert "What is a harbour?" in asked
    assert "What did the night cost?" in {question.ask for question in told("night").questions}


def test_a_question_for_one_capital_is_put_to_its_player_alone_and_in_a_pair_by_name() -> None:
    asked = {side: {question.ask for question in told("pair", side).questions} for side in (*CAPITALS, "")}
    badge, harbour = "What does your badge say?", "Whose is your harbour?"
    assert badge in asked["washington"] - asked["mexico-city"]
    assert harbour in asked["mexico-city"] - asked["washington"]
    assert {f"Washington: {badge}", f"Mexico City: {harbour}"} <= asked[""]
    assert "What is a harbour?" in asked["washington"] & asked["mexico-city"] & asked[""]


@pytest.mark.parametrize(
    ("name", "decision", "hung"),
    [
        ("history", "the-letter", ("coordination",)),
        ("together", "the-arrest", ("nothing was missing",)),
        ("together", "the-work", ("nothing was missing",)),
        ("drawn", "the-letter", ("capacity",)),
        ("pair", "the-letter", ("the answer",)),
        ("quarrel", "the-letter", ("shut field",)),
    ],
)
def test_an_offer_hung_on_the_condition_that_was_missing_or_that_it_brought(
    name: str, decision: str, hung: tuple[str, ...]
) -> None:
    turn = next(turn for turn in told(name).turns if turn.decision == decision)
    assert turn.hung_on == hung


def test_it_says_plainly_which_condition_was_missing_from_when_to_when_and_why() -> None:
    said = {name: told(name).conditions[0].missing for name in ("history", "together")}
    assert said == {
        "history": "Coordination from turn 2 (no warning) to turn 6 and from turn 7 (successors forget) to the end; "
        "institution from turn 7 (successors forget) to the end.",
        "together": "Institution from turn 8 (successors forget) to the end.",
    }


def test_the_sentence_says_which_condition_was_missing_or_was_brought() -> None:
    why = {name: next(t.why for t in told(name).turns if t.decision == "the-letter") for name in ("history", "drawn")}
    assert why["history"].endswith("all count: coordination was absent, and the offer brought it.")
    assert why["drawn"] == "It was taken as a token because capacity was absent and not brought."


def test_failed_may_be_denied() -> None:
    lowered = any(line.what == "police.capacity" and line.step < 0 for line in told("quarrel").trace)
    asked = {question.ask for question in told("quarrel").questions}
    assert ("What if capacity fails?" in asked) == (not lowered)


@each_game
def test_one_question_at_least_has_no_answer_here(name: str) -> None:
    assert any(not question.here for question in told(name).questions)


@pytest.mark.parametrize("minutes", [0, 1, 2, 9, 20, 22, 45])
def test_the_minutes_of_the_phases_add_up(minutes: int) -> None:
    assert sum(phase.minutes for phase in phases(minutes)) == minutes
    assert all(phase.minutes >= 0 for phase in phases(minutes))


def test_best_play_is_worth_what_was_solved() -> None:
    found = told("quarrel")
    against, both = found.best
    assert against.worth[0] == solved().values["washington", "due"].worth[0]
    assert both.worth == tuple(solved().values[capital, BEST].worth[0] for capital in CAPITALS)
    assert {step.by for step in both.steps} <= set(CAPITALS)


def test_without_a_solution_no_best_play_is_claimed() -> None:
    assert account(GAMES["quarrel"]()).best == ()


def test_each_of_a_pair_can_have_an_own_account() -> None:
    mine, theirs = told("pair", "washington"), told("pair", "mexico-city")
    assert {turn.by for turn in mine.own} == {"washington"}
    assert {turn.by for turn in theirs.own} == {"mexico-city"}
    assert [flip.capital for flip in theirs.flips] == ["mexico-city"]
    assert len(told("pair").flips) == 2


@each_game
def test_the_hinge_is_a_turn_of_the_game(name: str) -> None:
    found: Account = told(name)
    assert found.turn(found.hinge) is not None


@pytest.mark.parametrize(
    ("cites", "said"),
    [
        (("essay@P1",), "Long & Reed 2001, p. 3"),
        (("essay@P1", "essay@P2"), "Long & Reed 2001, pp. 3–4"),
        (("essay@P1", "essay@P3"), "Long & Reed 2001, pp. 3, 5"),
        (("essay@N7",), "Long & Reed 2001, p. 4, note 7"),
        (("essay@P1", "essay@P2", "essay@N7", "essay@N8"), "Long & Reed 2001, pp. 3–4, notes 7–8"),
        (("essay@P4",), "Long & Reed 2001, “The second quarrel”"),
        (("outside:N1", "essay@P3"), "The Harbour Post, 1 May 1996; Long & Reed 2001, p. 5"),
        ((), "no source given"),
    ],
)
def test_citations_name_author_year_and_page(cites: tuple[str, ...], said: str) -> None:
    assert citation(cites, course().scenario.common) == said


@pytest.mark.parametrize(
    ("date", "read"),
    [("1996-05-17", "17 May 1996"), ("1996-05", "May 1996"), ("1997", "1997"), ("", ""), ("spring", "spring")],
)
def test_dates_are_read_as_people_say_them(date: str, read: str) -> None:
    assert day_of(date) == read


def test_runs_of_turns_are_drawn_together() -> None:
    assert numbers((1, 2, 3, 5, 7, 8)) == "turns 1–3, 5 and 7–8"
    assert numbers((4,)) == "turn 4"
    assert [joined(words) for words in ((), ("a",), ("a", "b"), "abc")] == ["", "a", "a and b", "a, b and c"]


def with_joint_work(seed: int) -> Account:
    """Casablanca, told and closed together; what chance then does is drawn with a seed."""
    history, game = Disposition("history"), Game(shelf.course("casablanca-1998"), "washington", "history", seed=seed)
    wanted = iter(("tell", "together"))
    while (game := game.run_on(history)).decision is not None:
        names = [option.id for option in game.options]
        name = next(wanted, names[0])
        game = game.choose(name if name in names else names[0])
    return account(game, None, played=TODAY)


def test_a_leak_stands_at_its_offer_and_among_what_nobody_chose() -> None:
    leaked = [with_joint_work(seed) for seed in range(12)]
    told = {any(one.cost.startswith("leaked") and one.turn == 4 for one in a.timeline.unchosen) for a in leaked}
    assert told == {True, False}
    for found in leaked:
        offer, lost = found.turn(3), [one.cost for one in found.timeline.unchosen if one.turn == 4 and one.cost]
        assert offer is not None
        assert (FLAGS["leaked"] in offer.flags) == (FLAGS["leaked"] in lost)


def test_what_the_other_knew_is_what_it_had_when_it_next_decided() -> None:
    found = told("quarrel")
    first = found.turns[0]
    following = next(turn for turn in found.turns if turn.number > first.number and turn.by != first.by)
    assert found.answering(first) == following.knew
    assert found.answering(found.turns[-1]) == found.turns[-1].other_knew

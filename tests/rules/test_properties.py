"""What is true of the rules whatever the case: more of an offence is never taken better, more good will never worse."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from rules.strategies import (
    AGREEMENTS,
    RULES,
    THEORY,
    acts,
    answers,
    capitals,
    grounds,
    homes,
    level,
    offers,
    steadily,
)

from game.rules.moves import Act, Answer, Offer
from game.rules.state import Ground, Home
from game.rules.words import CONDITIONS, GRIEVANCES, LEVERS, MARKED, RECEPTIONS, WOUNDS


def with_police(ground: Ground, **changes: int) -> Ground:
    police, *rest = ground.fields
    return ground._replace(fields=(police._replace(**changes), *rest))


def due(act: Act, ground: Ground) -> int:
    return RULES.due(act, ground).level


def received(offer: Offer, by: str, ground: Ground) -> int:
    return RULES.received(offer, by, ground).level


# --- monotone ------------------------------------------------------------------------------------------------


@steadily
@given(acts, grounds, st.sampled_from(MARKED))
def test_a_line_crossed_never_lowers_the_reply_that_is_due(act: Act, ground: Ground, mark: str) -> None:
    assert due(replace(act, **{mark: True}), ground) >= due(replace(act, **{mark: False}), ground)


@steadily
@given(acts, grounds)
def test_a_warning_withheld_never_lowers_the_reply_that_is_due(act: Act, ground: Ground) -> None:
    assert due(replace(act, warned=False), ground) >= due(replace(act, warned=True), ground)
    untold, told = with_police(ground, told=0), with_police(ground, told=1)
    assert due(act, untold) >= due(act, told)


@steadily
@given(acts, grounds)
def test_consent_never_raises_the_reply_that_is_due(act: Act, ground: Ground) -> None:
    assert due(act, with_police(ground, consent=1)) <= due(act, with_police(ground, consent=0))


@steadily
@given(acts, grounds, st.sampled_from(sorted(AGREEMENTS)))
def test_a_rule_more_in_force_never_lowers_the_reply_that_is_due(act: Act, ground: Ground, entry: str) -> None:
    without = ground._replace(ledger=tuple(e for e in ground.ledger if e != entry))
    assert due(act, without._replace(ledger=(*without.ledger, entry))) >= due(act, without)


@steadily
@given(acts, grounds, st.sampled_from(GRIEVANCES))
def test_an_open_grievance_never_lowers_the_reply_that_is_due(act: Act, ground: Ground, grievance: str) -> None:
    assert due(act, with_police(ground, **{grievance: 1})) >= due(act, with_police(ground, **{grievance: 0}))


@steadily
@given(acts, grounds)
def test_to_keep_quiet_never_raises_the_reply_that_is_due(act: Act, ground: Ground) -> None:
    assert due(replace(act, visibility="quiet"), ground) <= due(replace(act, visibility="open"), ground)


@steadily
@given(acts, grounds, st.sampled_from(CONDITIONS), level, level)
def test_a_better_condition_never_raises_the_reply_that_is_due(
    act: Act, ground: Ground, condition: str, one: int, other: int
) -> None:
    worse, better = sorted((one, other))
    assert due(act, with_police(ground, **{condition: better})) <= due(act, with_police(ground, **{condition: worse}))


@steadily
@given(offers, capitals, grounds, st.sampled_from(CONDITIONS), level, level)
def test_a_better_condition_never_lowers_how_an_offer_is_received(
    offer: Offer, by: str, ground: Ground, condition: str, one: int, other: int
) -> None:
    worse, better = (with_police(ground, **{condition: at}) for at in sorted((one, other)))
    assert received(offer, by, better) >= received(offer, by, worse)


@steadily
@given(offers, capitals, grounds)
def test_an_open_field_never_lowers_how_an_offer_is_received(offer: Offer, by: str, ground: Ground) -> None:
    assert received(offer, by, with_police(ground, shut=0)) >= received(offer, by, with_police(ground, shut=1))


@steadily
@given(offers, grounds, st.sampled_from(["recognises", "drops_claim", "withdraws", "shares", "talks"]))
def test_good_will_never_lowers_how_washingtons_offer_is_received(offer: Offer, ground: Ground, what: str) -> None:
    more, less = replace(offer, **{what: True}), replace(offer, **{what: False})
    assert received(more, "washington", ground) >= received(less, "washington", ground)


@steadily
@given(offers, capitals, grounds, st.sampled_from(["builds", "gives"]))
def test_to_bring_more_never_lowers_how_an_offer_is_received(offer: Offer, by: str, ground: Ground, what: str) -> None:
    got = [received(replace(offer, **{what: much}), by, ground) for much in range(3)]
    assert got == sorted(got)


@steadily
@given(offers, grounds)
def test_a_rule_in_it_never_lowers_how_washingtons_offer_is_received(offer: Offer, ground: Ground) -> None:
    binding, empty = replace(offer, signs="rule"), replace(offer, signs="words")
    assert received(binding, "washington", ground) >= received(empty, "washington", ground)


@steadily
@given(offers, capitals, grounds, level)
def test_an_answer_never_raises_an_offer_above_what_the_conditions_allow(
    offer: Offer, by: str, ground: Ground, answer: int
) -> None:
    best = received(offer, by, ground)
    assert RULES.answer(offer, by, ground, best, Answer(answer)).level == min(best, answer)


# --- the staircase -------------------------------------------------------------------------------------------


@steadily
@given(acts, grounds)
def test_the_ladder_is_cut_once_at_the_end_of_the_staircase(act: Act, ground: Ground) -> None:
    done = RULES.due(act, ground)
    climbed = sum(line.step for line in done.lines)
    assert [line.before for line in done.lines[1:]] == [line.after for line in done.lines[:-1]]
    assert done.level == min(max(climbed, 0), len(RECEPTIONS) - 1)


@steadily
@given(acts, grounds)
def test_a_line_of_the_staircase_that_does_not_hold_moves_nothing(act: Act, ground: Ground) -> None:
    assert all(line.step == 0 for line in RULES.due(act, ground).lines if not line.holds)


@steadily
@given(offers, capitals, grounds)
def test_only_the_first_obstacle_brings_an_offer_down(offer: Offer, by: str, ground: Ground) -> None:
    holding = [line for line in RULES.received(offer, by, ground).lines if line.holds]
    assert len(holding) == (received(offer, by, ground) < 2)


# --- limits --------------------------------------------------------------------------------------------------


def within_limits(ground: Ground, home: Home) -> bool:
    conditions = all(0 <= level <= 2 for here in ground.fields for level in here[:4])
    marks = all(mark in (0, 1) for here in ground.fields for mark in (*here[4:10], *here[11:]))
    shut = all(0 <= here.shut <= 3 for here in ground.fields)
    return conditions and marks and shut and 0 <= home.frustration <= 5 and 0 <= home.standing <= 5


@steadily
@given(acts, grounds, homes, st.integers(0, 3), st.integers(0, 3), st.sampled_from([None, *LEVERS]))
def test_whatever_is_done_and_replied_every_number_stays_within_its_limits(
    act: Act, ground: Ground, home: Home, owed: int, given: int, lever: str | None
) -> None:
    for done in (RULES.act(act, ground), RULES.reply(act, ground, owed, given, lever, None)):
        assert within_limits(done.ground, done.at_home(home, THEORY))


@steadily
@given(offers, capitals, grounds, homes, answers)
def test_whatever_is_offered_and_answered_every_number_stays_within_its_limits(
    offer: Offer, by: str, ground: Ground, home: Home, answer: Answer
) -> None:
    offered = RULES.offered(offer, by, ground)
    best = received(offer, by, offered.ground)
    done = RULES.answer(offer, by, offered.ground, best, answer)
    assert within_limits(done.ground, done.at_home(offered.at_home(home, THEORY), THEORY))


@steadily
@given(grounds, homes, st.booleans(), st.booleans(), st.booleans())
def test_whatever_a_round_brought_its_close_keeps_every_number_within_its_limits(
    ground: Ground, home: Home, last: bool, full: bool, gone: bool
) -> None:
    for done in (RULES.close(ground, last), RULES.judged(ground, last, full, gone)):
        assert within_limits(done.ground, done.at_home(home, THEORY))


# --- grievances ----------------------------------------------------------------------------------------------


@steadily
@given(offers, capitals, grounds, answers)
def test_only_a_signed_rule_heals_a_wound_but_for_rank(offer: Offer, by: str, ground: Ground, answer: Answer) -> None:
    done = RULES.answer(offer, by, ground, received(offer, by, ground), answer)
    before, after = ground.fields[0], done.ground.fields[0]
    healed = {wound for wound in WOUNDS if getattr(before, wound) > getattr(after, wound)}
    assert not healed or "binding" in done.flags or (healed == {"rank"} and by == "mexico-city")


@steadily
@given(acts, grounds, st.sampled_from(["settle", "drop", "stand", "someone-goes"]))
def test_no_follow_up_heals_a_wound(act: Act, ground: Ground, how: str) -> None:
    after = RULES.follow(act, ground, how).ground.fields[0]
    assert all(getattr(after, wound) == getattr(ground.fields[0], wound) for wound in WOUNDS)


@steadily
@given(acts, grounds, st.integers(0, 3))
def test_a_grievance_is_laid_only_by_a_reply_of_protest_or_more(act: Act, ground: Ground, given: int) -> None:
    after = RULES.reply(act, ground, given, given, None, None).ground.fields[0]
    laid = set(after.open) - set(ground.fields[0].open)
    assert not laid or given > 0


@steadily
@given(acts, grounds, st.integers(0, 3))
def test_no_reply_closes_a_grievance(act: Act, ground: Ground, given: int) -> None:
    after = RULES.reply(act, ground, given, given, None, None).ground.fields[0]
    assert set(ground.fields[0].open) <= set(after.open)

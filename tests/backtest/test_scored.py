"""A theory held against the record: blind to what came of a case, and honest about what a result is worth."""

import json
from dataclasses import fields as fields_of
from dataclasses import replace
from itertools import pairwise

import pytest
from backtest.coded import CASES, MOVES, THEORIES, any_found, each_case, each_theory, held_against, marks_of, of_offers
from hypothesis import given
from hypothesis import strategies as st
from rules.strategies import steadily

from game.backtest.extensions import bought, without
from game.backtest.flips import flips
from game.backtest.held import Held, held, reception
from game.backtest.outcome import Outcome, as_delivered, outcome
from game.backtest.rivals import Comparison, verdict
from game.backtest.scored import BASELINES, Backtest, Row, Share, seen
from game.backtest.told import plainly
from game.record.model import Case, Found, Real
from game.rules.resolve import Rules
from game.rules.theory import Theory
from game.rules.words import FOLLOW_UPS, MANNERS, OFFER_RECEPTIONS, RECEPTIONS
from game.theories.load import SHIPPED, shipped

SCORED = [case for case in CASES if case.scored]

# --- blind ---------------------------------------------------------------------------------------------------


def test_what_the_rules_are_given_has_no_part_of_what_came_of_it() -> None:
    assert not {field.name for field in fields_of(Found)} & {field.name for field in fields_of(Real)}
    assert outcome.__annotations__["found"] is Found
    assert held.__annotations__["found"] is Found


@each_theory
@steadily
@given(order=st.permutations(SCORED))
def test_shuffling_what_came_of_the_cases_changes_no_result(theory: Theory, order: list[Case]) -> None:
    shuffled = [replace(case, real=other.real) for case, other in zip(SCORED[:12], order, strict=False)]
    got = [row.got for row in Backtest.of(theory, shuffled).rows]
    assert got == [row.got for row in held_against(theory.id).rows if row.case.id in {case.id for case in SCORED[:12]}]


def test_shuffling_what_came_of_the_cases_changes_what_is_right() -> None:
    shuffled = [replace(case, real=other.real) for case, other in pairwise(SCORED)]
    assert Backtest.of(shipped(), shuffled).share().right < held_against().share().right - 10


# --- two ways to one result ----------------------------------------------------------------------------------


def both_ways(theory: Theory, found: Found) -> tuple[str, str, str]:
    got = outcome(theory, found)
    assert got
    asked = held(theory, found).reception(theory.start.step, [rule.step for rule in theory.steps])
    return got.reception, asked, reception(theory, found)


@each_theory
@each_case
def test_what_is_reckoned_with_a_trace_and_what_without_is_the_same_however_it_is_coded(
    case: Case, theory: Theory
) -> None:
    coded = [case.found, *(other for mark in marks_of(case.found) for other in flips(case.found, mark))]
    assert len(coded) > 15
    assert [both_ways(theory, found) for found in coded if len(set(both_ways(theory, found))) > 1] == []


@each_theory
@steadily
@given(found=any_found)
def test_whatever_a_case_found_both_ways_lead_to_one_result(theory: Theory, found: Found) -> None:
    assert len(set(both_ways(theory, found))) == 1


@each_theory
@steadily
@given(found=any_found)
def test_a_result_is_told_in_the_words_of_the_record(theory: Theory, found: Found) -> None:
    got = outcome(theory, found)
    assert got
    assert got.reception in (RECEPTIONS if found.act else OFFER_RECEPTIONS)
    assert got.then in (FOLLOW_UPS if found.act else ("",))
    assert got.manner in ("", *(MANNERS if found.act else ()))
    assert {got.binding, got.lasted} <= ({""} if found.act else {"yes", "no"})


def test_a_case_without_act_and_offer_has_no_result() -> None:
    nothing = next(case.found for case in CASES if not case.found.act and not case.found.offer)
    assert outcome(shipped(), nothing) is None
    with pytest.raises(ValueError, match="no result"):
        held(shipped(), nothing)


@steadily
@given(of_offers)
def test_a_promise_judged_by_what_came_of_it_is_received_no_better(found: Found) -> None:
    promised, came = (outcome(shipped(), f) for f in (found, as_delivered(found)))
    assert promised
    assert came
    assert OFFER_RECEPTIONS.index(came.reception) <= OFFER_RECEPTIONS.index(promised.reception)
    assert found.delivered != "yes" or came == promised


def test_what_is_asked_and_done_is_a_toleration_whatever_was_due() -> None:
    asked = next(case for case in CASES if case.id == "hold-86").found
    got = outcome(shipped(), asked)
    assert got
    assert (got.manner, got.reception) == ("compliance", "toleration")
    assert asked.act
    assert Rules(shipped(), asked.setting).due(asked.act, asked.ground).level == 1
    assert Held(True, (True,) * 4, ("toleration",) * 4).reception(1, (1,) * 4) == "toleration"
    assert Held(True, (True,) * 4, RECEPTIONS).reception(1, (1,) * 4) == "rupture"


def test_deliveries_for_the_date_are_a_protest_whatever_was_due() -> None:
    asked = next(case for case in CASES if case.id == "cert-87-88").found
    got = outcome(shipped(), asked)
    assert got
    assert (got.manner, got.reception) == ("performance", "protest")
    assert asked.act
    assert Rules(shipped(), asked.setting).due(asked.act, asked.ground).level == 2


# --- what a result is worth ----------------------------------------------------------------------------------


def row(case: Case, **got: str) -> Row:
    return Row(case, Outcome(**{"reception": case.real.reception, **got}))


def made_up(*, act: bool, purpose: str = "operational", **real: str) -> Case:
    some = next(case for case in MOVES if bool(case.found.act) == act)
    return replace(some, purpose=purpose, real=Real(**real), scored=True)


@pytest.mark.parametrize(
    ("baseline", "act", "purpose", "says"),
    [
        ("protest", True, "operational", "protest"),
        ("protest", False, "operational", ""),
        ("operational", True, "operational", ""),
        ("operational", False, "operational", "cooperation"),
        ("operational", False, "principled", "token"),
        ("cells", True, "principled", "backlash"),
        ("cells", False, "operational", "cooperation"),
        ("cells", False, "principled", "token"),
    ],
)
def test_a_baseline_says_one_thing_of_one_kind_of_case(baseline: str, act: bool, purpose: str, says: str) -> None:
    rule = next(rule for rule in BASELINES if rule.short == baseline)
    assert rule.says(made_up(act=act, purpose=purpose)) == says


def test_a_baseline_is_counted_on_the_cases_of_which_it_speaks_and_the_theory_on_the_same() -> None:
    rows = (
        row(made_up(act=True, reception="protest")),
        row(made_up(act=True, reception="backlash")),
        row(made_up(act=True, reception="protest"), reception="rupture"),
        row(made_up(act=False, reception="token"), reception="cooperation"),
    )
    test, protest = Backtest(shipped(), rows), BASELINES[0]
    assert (test.baseline(protest), test.beside(protest)) == (Share(2, 3), Share(2, 3))
    assert test.share() == Share(2, 4)
    said = plainly(test)
    assert said[0] == "On the 3 cases of which it speaks they do no better than “always protest” (2 and 2). "


def test_a_theory_that_beats_every_baseline_may_say_so_and_only_then() -> None:
    assert plainly(held_against()) == (
        "They do better than each of the baselines below on the cases of which it speaks.",
    )
    for name in SHIPPED:
        beaten = all(held_against(name).beside(b).right > held_against(name).baseline(b).right for b in BASELINES)
        assert (len(plainly(held_against(name))) == 1 and "They do better" in plainly(held_against(name))[0]) == beaten


@pytest.mark.parametrize(
    ("real", "got", "counted"),
    [
        ({"then": "settle"}, {"then": "settle"}, True),
        ({"then": "settle"}, {"then": "stand"}, False),
        ({"then": ""}, {"then": "stand"}, None),
        ({"then": "settle"}, {"then": ""}, None),
        ({"manner": "performance"}, {"manner": ""}, False),
        ({"manner": ""}, {"manner": "performance"}, None),
    ],
)
def test_what_else_the_record_tells_counts_where_both_speak(
    real: dict[str, str], got: dict[str, str], counted: bool | None
) -> None:
    (what,) = real
    assert row(made_up(act=True, reception="protest", **real), **got).finer(what) is counted


def test_a_share_counts_answers_and_passes_over_none() -> None:
    assert Share.of([True, None, False, True]) == Share(2, 3)
    assert str(Share(2, 3)) == "2 of 3"
    assert Share.of([]) == Share(0, 0)


@each_theory
def test_shares_by_any_key_add_up_to_the_whole(theory: Theory) -> None:
    test = held_against(theory.id)
    for key in (lambda c: c.kind, lambda c: c.source, lambda c: c.decade, lambda c: c.cell):
        parts = test.by(key).values()
        assert (sum(p.right for p in parts), sum(p.total for p in parts)) == test.share()
    assert len(test.misses) == test.share().total - test.share().right
    assert len(test.rows) + len(test.unscored) == len(CASES)


# --- twins ---------------------------------------------------------------------------------------------------


@each_theory
def test_cases_that_look_alike_to_a_theory_come_out_alike(theory: Theory) -> None:
    results: dict[object, set[str]] = {}
    for case in MOVES:
        for found in (case.found, *(f for mark in marks_of(case.found) for f in flips(case.found, mark))):
            results.setdefault(seen(theory, found), set()).add(reception(theory, found))
    assert len(results) > 5
    assert [came for came in results.values() if len(came) > 1] == []


@each_theory
def test_of_each_group_of_twins_a_theory_gets_some_wrong_and_has_them_told(theory: Theory) -> None:
    for group in held_against(theory.id).twins:
        assert len({r.got.reception for r in group}) == 1
        assert len({r.expected for r in group}) > 1
        assert any(r in held_against(theory.id).misses for r in group)


def test_mexico_citys_own_offer_looks_the_same_whatever_its_interest_was() -> None:
    found = next(case.found for case in MOVES if case.found.offered_by == "mexico-city")
    lower = replace(found, here=found.here._replace(interest=0))
    assert seen(shipped(), lower) == seen(shipped(), found)


# --- doubtful marks ------------------------------------------------------------------------------------------


def test_a_result_that_turns_with_a_doubtful_mark_is_named_with_the_mark() -> None:
    turns = {(t.row.case.id, t.mark, t.result): t.now_right for t in held_against().turns}
    assert turns["casablanca", "soil", "protest"] is False
    assert turns["dea-covert", "soil", "toleration"] is True
    assert all(mark in next(c for c in CASES if c.id == name).doubtful for name, mark, _ in turns)
    assert all(t.result != t.row.got.reception for t in held_against().turns)


def test_a_case_without_a_doubt_turns_with_nothing() -> None:
    sure = [replace(case, doubtful=frozenset()) for case in CASES]
    assert Backtest.of(shipped(), sure).turns == ()


# --- what the record's own rules buy -------------------------------------------------------------------------


def test_each_rule_that_stands_there_for_the_records_sake_turns_the_cases_that_are_named() -> None:
    found = {rule.id: (with_it, without_it, turns) for rule, with_it, without_it, turns in bought(held_against())}
    marked = [rule.id for rule in shipped().rules() if rule.extension]
    assert list(found) == marked == ["own-doing", "compliance", "performance"]
    for name, (with_it, without_it, turns) in found.items():
        rule = next(rule for rule in shipped().rules() if rule.id == name and rule.extension)
        bare = Backtest.of(without(shipped(), rule), CASES)
        assert (with_it, without_it) == (held_against().share(), bare.share())
        assert turns
        for old, new in zip(held_against().rows, bare.rows, strict=True):
            differs = old.right != new.right or old.finer("manner") != new.finer("manner")
            assert (old.case.id in turns) == differs


# --- side by side --------------------------------------------------------------------------------------------


def test_the_first_theory_may_only_say_that_no_rival_does_as_well_where_none_does() -> None:
    compared = Comparison.of(THEORIES, CASES)
    said = verdict(compared.tests)
    for rival in compared.tests[1:]:
        as_well = any(
            rival.finer(what).right * mine.total >= mine.right * rival.finer(what).total
            for what in ("then", "lasted")
            if (mine := compared.tests[0].finer(what)).total and rival.finer(what).total
        )
        assert (rival.theory.title.lower() in said) == as_well
    assert verdict(compared.tests[:1]).startswith("No other theory does as well")


def test_side_by_side_every_theory_has_the_results_that_it_has_alone() -> None:
    plain = Comparison.of(THEORIES, CASES).as_plain()
    assert json.loads(json.dumps(plain)) == plain
    theories, cases = plain["theories"], plain["cases"]
    assert isinstance(theories, dict)
    assert isinstance(cases, list)
    for name in SHIPPED:
        assert (theories[name]["right"], theories[name]["total"]) == held_against(name).share()
        assert [case["got"][name] for case in cases] == [r.got.reception for r in held_against(name).rows]

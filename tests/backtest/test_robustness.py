"""How firm the results are: draws that anybody can repeat, and numbers moved as if the file said so."""

from collections import Counter
from dataclasses import replace
from functools import cache
from itertools import pairwise, product
from typing import Any

import pytest
from backtest.coded import CASES, THEORIES, any_found, changed, each_theory, held_against, of_acts, of_offers
from hypothesis import given
from hypothesis import strategies as st
from rules.strategies import steadily

from game.backtest import firmness, robustness
from game.backtest.robustness import (
    THRESHOLDS,
    Bench,
    Moved,
    Numbers,
    Robustness,
    Spread,
    dropped,
    left_out,
    marks_drawn,
    numbers_drawn,
    one_by_one,
    shifted,
)
from game.backtest.scored import Backtest
from game.record.model import Case, Found
from game.rules.facts import act_facts, effective, offer_facts
from game.rules.theory import Theory
from game.rules.words import CONDITIONS, RECEPTIONS
from game.theories.load import SHIPPED, shipped

DRAWERS = {"numbers": numbers_drawn, "marks": marks_drawn}
each_drawer = pytest.mark.parametrize("draw", DRAWERS.values(), ids=DRAWERS)


@cache
def bench(name: str) -> Bench:
    return Bench.of(shipped(name), CASES)


BENCH = bench("paradox")

# --- draws ---------------------------------------------------------------------------------------------------


@each_drawer
@pytest.mark.parametrize("cuts", [(), (7,), (1, 2, 30), (39,)])
def test_draws_are_the_same_however_they_are_cut(draw: Any, cuts: tuple[int, ...]) -> None:
    edges = [0, *cuts, 40]
    pieces = [draw(BENCH, 3, range(a, b)) for a, b in pairwise(edges)]
    assert [tally for piece in pieces for tally in piece] == draw(BENCH, 3, range(40))


@each_drawer
def test_draws_do_not_hang_on_what_was_drawn_before(draw: Any) -> None:
    fresh = Bench(BENCH.theory, BENCH.cases)
    assert draw(fresh, 5, range(20, 30)) == draw(BENCH, 5, range(40))[20:30]


@each_drawer
def test_another_seed_draws_otherwise(draw: Any) -> None:
    assert draw(BENCH, 1, range(40)) != draw(BENCH, 2, range(40))


def test_the_whole_is_the_same_in_one_process_and_in_two(monkeypatch: pytest.MonkeyPatch) -> None:
    found = list[dict[str, object]]()
    for cores, chunk in ((1, 250), (2, 9)):
        monkeypatch.setattr(robustness, "cpu_count", lambda cores=cores: cores)
        monkeypatch.setattr(robustness, "CHUNK", chunk)
        told = list[tuple[int, int]]()
        whole = robustness.robustness(shipped(), CASES, 60, 4, lambda done, of, told=told: told.append((done, of)))
        found.append(firmness.as_plain(whole))
        assert told[-1] == (120, 120)
        assert told == sorted(told)
    assert found[0] == found[1]


@each_drawer
@each_theory
def test_a_draw_that_changes_nothing_keeps_everything(
    theory: Theory, draw: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(robustness, "STEPS", (0,))
    monkeypatch.setattr(robustness, "MISCODED", 1e-12)
    cases = bench(theory.id).cases
    assert draw(bench(theory.id), 0, range(5)) == [(len(cases), held_against(theory.id).share().right)] * 5


def test_where_every_mark_is_miscoded_little_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(robustness, "MISCODED", 0.999)
    assert max(kept for kept, _ in marks_drawn(BENCH, 0, range(5))) < 0.8 * len(BENCH.cases)


@each_drawer
def test_a_tally_is_of_cases(draw: Any) -> None:
    for kept, right in draw(BENCH, 9, range(60)):
        assert 0 <= kept <= len(BENCH.cases)
        assert 0 <= right <= len(BENCH.cases)


def test_cases_reckoned_together_are_tallied_as_each_alone() -> None:
    base = Numbers.of(BENCH.theory)
    for by, moved in product((-1, 1), product((-1, 0, 1), repeat=3)):
        numbers = Numbers(base.start, tuple(step + by for step in base.steps), moved)
        alone = BENCH.tally(BENCH.results(numbers))
        assert robustness._tally(BENCH, numbers) == alone


@steadily
@given(st.lists(st.tuples(st.integers(0, 10), st.integers(0, 10)), min_size=1, max_size=60))
def test_a_spread_lies_between_its_ends(tallies: list[tuple[int, int]]) -> None:
    spread = Spread.of(tallies, 10)
    rights = [right / 10 for _, right in tallies]
    assert min(rights) <= spread.low <= spread.high <= max(rights)
    assert min(rights) - 1e-9 <= spread.right <= max(rights) + 1e-9
    assert 0 <= spread.kept <= 1
    assert spread.draws == len(tallies)
    assert Spread.of(tallies[::-1], 10) == pytest.approx(spread)


def test_nine_draws_in_ten_lie_between_the_ends_of_a_spread() -> None:
    spread = Spread.of([(0, right) for right in range(101)], 100)
    assert (spread.low, spread.high, spread.right) == (0.05, 0.95, 0.5)


# --- a moved number is a theory with that number -------------------------------------------------------------


def results(theory: Theory) -> list[str]:
    return [row.got.reception for row in Backtest.of(theory, BENCH.cases).rows]


def turned(theory: Theory, first: str) -> tuple[str, ...]:
    pairs = zip(BENCH.cases, results(shipped(first)), results(theory), strict=True)
    return tuple(case.id for case, old, new in pairs if old != new)


@pytest.mark.parametrize("name", SHIPPED)
def test_a_number_moved_alone_is_a_theory_whose_file_says_so(name: str) -> None:
    tried = 0
    for moved in one_by_one(bench(name)):
        if moved.name.startswith("threshold"):
            continue
        theory = changed(lambda tree, moved=moved: _move(tree, moved), name)
        test = Backtest.of(theory, BENCH.cases)
        assert (moved.right, moved.turned) == (test.share().right, turned(theory, name)), moved
        tried += 1
    assert tried == 2 + 2 * len(shipped(name).steps)


def _move(tree: dict[str, Any], moved: Moved) -> None:
    due, by = tree["due"], int(moved.change)
    if moved.name == "start":
        due["start"]["level"] = str(int(due["start"]["level"]) + by)
    else:
        step = next(step for step in due["steps"] if step["id"] == moved.name)
        step["step"] = str(int(step["step"]) + by)


@pytest.mark.parametrize("name", SHIPPED)
def test_a_rule_dropped_is_a_theory_whose_file_has_it_not(name: str) -> None:
    tables = {"steps": shipped(name).steps, "manner": shipped(name).manner, "received": shipped(name).received}
    rules = [(table, rule.id) for table, rules in tables.items() for rule in rules]
    whole = [moved for moved in dropped(bench(name)) if moved.change == "dropped"]
    assert [moved.name for moved in whole] == [rule for _, rule in rules]
    for (table, rule), moved in zip(rules, whole, strict=True):
        theory = _with(name, table, rule)
        assert (moved.right, moved.turned) == (Backtest.of(theory, BENCH.cases).share().right, turned(theory, name))


def _with(name: str, table: str, rule: str) -> Theory:
    def strike(tree: dict[str, Any]) -> None:
        holder = tree["due"] if table == "steps" else tree
        holder[table] = [line for line in holder[table] if line["id"] != rule]

    return changed(strike, name)


def test_one_question_of_an_offer_not_asked_is_a_theory_that_asks_it_not() -> None:
    asked = [moved for moved in dropped(BENCH) if moved.change != "dropped"]
    (three,) = [rule for rule in shipped().received if len(rule.unless) > robustness.PAIR]
    assert {moved.change for moved in asked} == {f"“{word}” not asked" for word in three.unless}
    for moved in asked:
        word = moved.change.partition("“")[2].partition("”")[0]

        def leave_out(tree: dict[str, Any], word: str = word) -> None:
            line = next(line for line in tree["received"] if line["id"] == three.id)
            line["unless"] = [w for w in line["unless"] if w != word]

        assert moved.turned == turned(changed(leave_out), "paradox")


# --- a threshold moved is every level moved the other way ----------------------------------------------------


@steadily
@given(of_acts, st.sampled_from([-1, 1]))
def test_a_relation_that_asks_for_more_is_one_that_stands_more_seldom(found: Found, by: int) -> None:
    other = shifted(found, (by, 0, 0))
    assert found.act
    assert other.act
    before, after = (act_facts(f.act, f.ground, f.setting) for f in (found, other) if f.act)
    soil, _ = effective(found.act, found.here)
    enough = all(getattr(found.here, condition) >= 1 + by for condition in CONDITIONS)
    assert ("soft" in after) == (enough and not found.here.shut and not soil)
    asked_too = {"soft"} | ({"interest is 0"} if by < 0 and not found.here.interest else set())
    assert before ^ after <= asked_too


@steadily
@given(of_offers, st.sampled_from([-1, 1]))
def test_a_reason_that_asks_for_more_is_given_by_more_interest(found: Found, by: int) -> None:
    other = shifted(found, (0, by, 0))
    before, after = (_facts(f) for f in (found, other))
    assert ("interest is 0" in after) == (found.here.interest < 1 + by)
    assert before ^ after <= {"interest is 0", "found interest below 2"}


@steadily
@given(of_offers, st.sampled_from([-1, 1]))
def test_a_condition_that_counts_from_two_on_needs_a_two_or_a_gift_of_two(found: Found, by: int) -> None:
    other = shifted(found, (0, 0, by))
    after, offer, here = _facts(other), found.offer, found.here
    assert offer
    builds, gives = (0 < level >= 1 + by for level in (offer.builds, offer.gives))
    assert ("coordination counts" in after) == (offer.talks or here.coordination >= 1 + by)
    assert ("institution counts" in after) == (builds or here.institution >= 1 + by)
    assert ("capacity counts" in after) == (gives or here.capacity >= 1 + by)
    assert ("brings one" in after) == (offer.talks or builds or gives)


def _facts(found: Found) -> frozenset[str]:
    assert found.offer
    return offer_facts(found.offer, found.offered_by, found.ground, found.setting)


@steadily
@given(any_found)
def test_a_threshold_that_stays_moves_nothing(found: Found) -> None:
    assert shifted(found, (0, 0, 0)) == found


def test_every_threshold_is_moved_alone_in_both_directions() -> None:
    moved = Counter(m.name for m in one_by_one(BENCH) if m.name.startswith("threshold"))
    assert moved == {f"threshold: {name}": 2 for name in THRESHOLDS}


# --- left out ------------------------------------------------------------------------------------------------


def test_every_act_is_left_out_once_and_judged_by_the_numbers_of_the_file() -> None:
    acts = [row for row in held_against().rows if row.case.found.act]
    for key in (lambda c: c.source, lambda c: c.decade):
        groups = left_out(BENCH, key)
        assert sum(group.inside.total for group in groups) == len(acts)
        assert sum(group.inside.right for group in groups) == sum(row.right for row in acts)
        assert sum(g.protest.right for g in groups) == sum(row.expected == "protest" for row in acts)
        assert all(group.learnt.total == group.inside.total == group.protest.total for group in groups)


@pytest.mark.parametrize("source", ["papers", "policy"])
def test_what_is_learnt_does_not_see_the_group_that_is_left_out(source: str) -> None:
    """Whatever is said to have come of the group, the same is learnt: so each case is right under one lie of four."""
    right = 0
    for lie in RECEPTIONS:
        cases = [_lied(case, lie) if case.source == source else case for case in BENCH.cases]
        group = next(g for g in left_out(Bench.of(BENCH.theory, cases), lambda c: c.source) if g.name == source)
        right += group.learnt.right
    assert right == sum(case.source == source and case.found.act is not None for case in BENCH.cases)


def _lied(case: Case, reception: str) -> Case:
    return replace(case, real=replace(case.real, reception=reception))


# --- what is said of it --------------------------------------------------------------------------------------


@cache
def whole(name: str) -> Robustness:
    return robustness.robustness(shipped(name), CASES, 20, 0)


@pytest.mark.parametrize("name", ["paradox", "realism"])
def test_a_knife_edge_costs_three_cases_or_more_and_the_sharpest_are_named_in_words(name: str) -> None:
    found = whole(name)
    right = found.test.share().right
    assert set(found.knife_edges) == {moved for moved in found.singles if right - moved.right >= 3}
    assert [moved.right for moved in found.knife_edges] == sorted(moved.right for moved in found.knife_edges)
    said = firmness.sentence(found)
    sharpest = list(dict.fromkeys(moved.name for moved in found.knife_edges))[: firmness.MOST_EDGES]
    assert all(firmness.MEANS.get(name, name) in said for name in sharpest)
    assert found.knife_edges or said.endswith("No number decides many.")


@pytest.mark.parametrize("share", [0.0, 0.01, 0.5, 0.99, 1.0])
def test_a_bar_is_as_long_as_its_share(share: float) -> None:
    drawn = firmness.bar(share)
    assert len(drawn) == firmness.BAR
    assert drawn.count("█") == round(share * firmness.BAR)


def test_every_shipped_theory_can_be_inspected() -> None:
    assert [len(bench(theory.id).cases) for theory in THEORIES] == [len(BENCH.cases)] * len(SHIPPED)
    assert {len(one_by_one(bench(theory.id))) for theory in THEORIES} == {
        2 * (1 + len(theory.steps) + len(THRESHOLDS)) for theory in THEORIES
    }

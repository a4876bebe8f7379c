"""Two readers of the same cases: agreement beyond chance, against numbers that can be reckoned by hand."""

from dataclasses import replace

import pytest
from backtest.coded import CASES, held_against
from hypothesis import given
from hypothesis import strategies as st
from rules.strategies import steadily

from game.backtest.coders import MARKS, agreement, kappa
from game.backtest.scored import Share
from game.record.library import SECOND_READER, cases_folder, coding_of
from game.record.model import Case, Real
from game.theories.load import shipped

SECOND = coding_of(cases_folder() / SECOND_READER)


def pairs(both: int, first: int, second: int, neither: int) -> list[tuple[str, str]]:
    """A table of two by two: how often both say yes, the first alone, the second alone, neither."""
    return [("y", "y")] * both + [("y", "n")] * first + [("n", "y")] * second + [("n", "n")] * neither


@pytest.mark.parametrize(
    ("table", "value"),
    [
        (pairs(20, 5, 10, 15), 0.4),  # the fifty proposals of the textbooks: 0.7 agreed, 0.5 by chance
        (pairs(45, 15, 25, 15), (0.60 - 0.54) / (1 - 0.54)),
        (pairs(25, 35, 5, 35), (0.60 - 0.46) / (1 - 0.46)),
        (pairs(10, 0, 0, 10), 1.0),
        (pairs(0, 10, 10, 0), -1.0),
        (pairs(5, 5, 5, 5), 0.0),
        (pairs(9, 1, 0, 0), 0.0),  # the second never says no: nothing beyond chance
        (pairs(10, 0, 0, 0), None),
        ([("y", "n")] * 10, 0.0),
        ([("a", "a"), ("b", "b"), ("c", "c"), ("a", "b")], (3 / 4 - 5 / 16) / (1 - 5 / 16)),
    ],
)
def test_kappa_is_what_a_hand_reckons(table: list[tuple[str, str]], value: float | None) -> None:
    assert kappa(table) == (None if value is None else pytest.approx(value))


codes = st.sampled_from("abc")


@steadily
@given(st.lists(st.tuples(codes, codes), min_size=1, max_size=40))
def test_kappa_knows_no_first_reader_and_no_names_of_codes(table: list[tuple[str, str]]) -> None:
    value = kappa(table)
    other = [(b.upper(), a.upper()) for a, b in table]
    assert kappa(other) == (None if value is None else pytest.approx(value))
    assert value is None or -1 <= value <= 1 + 1e-9
    assert (value == pytest.approx(1)) == (all(a == b for a, b in table) and len(set(table)) > 1)


def test_a_reader_who_codes_everything_alike_agrees_wholly_and_turns_nothing() -> None:
    same = agreement(shipped(), CASES, CASES)
    assert same.turned == ()
    assert same.first == same.second == held_against().share()
    assert {line.agreed for line in same.lines} == {1.0}
    assert all(line.kappa is None or line.kappa == pytest.approx(1) for line in same.lines)


def test_only_cases_that_both_coded_and_the_rules_reach_are_compared() -> None:
    found = agreement(shipped(), CASES, SECOND)
    both = {case.id for case in CASES if case.scored} & {case.id for case in SECOND}
    assert found.cases == len(both) == found.first.total == found.second.total
    assert "casablanca" not in both
    assert agreement(shipped(), CASES, SECOND[:5]).cases == len({c.id for c in SECOND[:5]} & both)
    assert agreement(shipped(), CASES, ()).first == Share(0, 0)


def test_a_case_that_one_mark_turns_is_named_with_both_results() -> None:
    casablanca = next(case for case in CASES if case.id == "casablanca")
    assert casablanca.found.act
    other = replace(casablanca, found=replace(casablanca.found, act=replace(casablanca.found.act, soil=False)))
    found = agreement(shipped(), [casablanca], [other])
    assert found.turned == (("casablanca", "backlash", "protest"),)
    assert (found.first, found.second) == (Share(1, 1), Share(0, 1))
    assert {line.mark: line.agreed for line in found.lines}["soil"] == 0


def test_a_second_reader_is_not_asked_again_what_a_coding_does_not_repeat() -> None:
    incident = next(case for case in CASES if case.kind == "incident")
    assert incident.found.act
    bare = replace(incident, found=replace(incident.found, act=replace(incident.found.act, incident=False), tied=False))
    assert agreement(shipped(), [incident], [bare]).turned == ()


def test_what_came_of_a_case_is_not_taken_from_the_second_reader() -> None:
    lying = [replace(case, real=Real("rupture")) for case in CASES]
    assert agreement(shipped(), CASES, lying) == agreement(shipped(), CASES, CASES)


def test_the_hardest_marks_are_named_by_the_figures() -> None:
    lines = {line.mark: line for line in agreement(shipped(), CASES, SECOND).lines}
    assert set(lines) <= set(MARKS)
    scored = [line.kappa for line in lines.values() if line.kappa is not None]
    assert min(scored) < 0.5 < sorted(scored)[len(scored) // 2]


def coded(cases: tuple[Case, ...], name: str) -> Case:
    return next(case for case in cases if case.id == name)


def test_the_two_codings_are_of_the_same_kind_of_move() -> None:
    for case in SECOND:
        first = coded(CASES, case.id)
        if first.scored:
            assert bool(first.found.act) == bool(case.found.act), case.id
            assert bool(first.found.offer) == bool(case.found.offer), case.id

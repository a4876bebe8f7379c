"""Every case of the rules, played and held to what is written; and every rule with a case for it and one against it."""

import pytest
from play.shipped import can_be_looked_up
from rules.casework import OWN_LINES, RULES, TABLES, Case, Played, as_written, cases, changed, play, qualified

each_case = pytest.mark.parametrize("case", cases(), ids=lambda case: case.number)
KNOWN = {
    *("number", "true", "before", "moves", "due", "reception", "flags", "fires", "silent", "after", "source"),
    *("comes", "follows", "manner", "ending", "aims"),
}


@pytest.fixture(scope="module")
def played() -> dict[str, Played]:
    return {case.number: play(case) for case in cases()}


@each_case
def test_a_case_comes_out_as_it_is_written(case: Case, played: dict[str, Played]) -> None:
    found, written = played[case.number], case.written
    came = {
        "comes": "yes" if found.came else "no",
        "due": found.last("due", "act", "offer"),
        "reception": found.last("reception", "act", "reply", "answer"),
        "follows": found.follows,
        "manner": found.manner,
        "flags": found.flags,
        "ending": found.ending,
        "aims": found.aims,
    }
    expected = {"comes": "yes", **{key: written[key] for key in came if key in written}}
    assert {key: came[key] for key in expected} == expected


@each_case
def test_the_trace_names_the_rules_of_the_case_and_no_others(case: Case, played: dict[str, Played]) -> None:
    named = {name for name in played[case.number].fired if not name.startswith(TABLES)}
    assert named == {qualified(name) for name in case.listed("fires")}


@each_case
def test_rules_that_a_case_calls_silent_are_silent(case: Case, played: dict[str, Played]) -> None:
    assert not {qualified(name) for name in case.listed("silent")} & played[case.number].fired


@each_case
def test_nothing_changes_but_what_the_case_says(case: Case, played: dict[str, Played]) -> None:
    found = played[case.number]
    before, after = as_written(found.before, found.course), as_written(found.after, found.course)
    assert after == changed(before, case.written["after"])


@each_case
def test_a_case_is_complete(case: Case) -> None:
    assert {"number", "true", "moves", "fires", "after", "source"} <= set(case.written) <= KNOWN
    assert case.written["true"].endswith(".")
    assert can_be_looked_up(case.written["source"])


def test_no_two_cases_have_the_same_number() -> None:
    numbers = [case.number for case in cases()]
    assert sorted(set(numbers)) == sorted(numbers)


@pytest.mark.parametrize("rule", RULES)
def test_every_rule_has_a_case_that_fires_it(rule: str, played: dict[str, Played]) -> None:
    assert any(rule in found.fired for found in played.values())


@pytest.mark.parametrize("rule", [r for r in RULES if not r.startswith(TABLES)])
def test_every_rule_has_a_case_that_expects_it_silent(rule: str) -> None:
    assert any(rule == qualified(name) for case in cases() for name in case.listed("silent"))


@pytest.mark.parametrize("rule", [r for r in RULES if r.startswith(TABLES)])
def test_every_word_that_a_table_can_decide_on_has_a_case_where_another_is_taken(
    rule: str, played: dict[str, Played]
) -> None:
    assert any(rule in found.asked - found.fired for found in played.values())


def test_the_lines_that_no_rule_gives_are_shown_by_cases_too(played: dict[str, Played]) -> None:
    assert set(OWN_LINES) <= set().union(*(found.fired for found in played.values()))


def test_every_rule_of_the_theory_rests_on_something_that_can_be_looked_up() -> None:
    cites = {cite for rule in RULES.values() for cite in rule.cite}
    assert [cite for cite in sorted(cites) if not can_be_looked_up(cite)] == []

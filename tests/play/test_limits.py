"""A theory of anybody's own may have other limits and numbers: a case is played under it to the end, or refused."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from play import made
from small_case import course, finished, library, scenario
from theories.written import Tree, changed

from game.play.course import Course
from game.play.graph import Graph
from game.play.solve import Solved
from game.play.walk import by_history
from game.reading.diagnostics import Unreadable
from game.rules.theory import Theory
from game.saves.store import Store
from game.scenario.model import Scenario
from game.theories.load import parse
from game.theories.vocabulary import COUNTED, LIMITS, MOST, PHASES, WHERES
from game.tree.report import Report

STEPS = 3
"""No step of the staircase is larger."""


def with_limits(**limits: int) -> Theory:
    return parse(changed(lambda tree: tree["limits"].update({name: str(most) for name, most in limits.items()})))


def refused(case: Scenario, theory: Theory) -> list[str]:
    with pytest.raises(Unreadable) as error:
        Course.of(case, theory)
    return [fault.message for fault in error.value.diagnostics]


# --- refused -------------------------------------------------------------------------------------------------


def test_a_case_that_starts_beyond_the_limits_of_a_theory_is_refused_under_it() -> None:
    assert refused(scenario(), with_limits(frustration=1)) == [
        "small-case starts at frustration 2, and under “The paradox of unilateralism” that ends at 1"
    ]


def test_every_number_beyond_a_limit_is_named() -> None:
    case = made.made("""
        start: {frustration: 3, standing: 4, fields: {police: {}, border: {capacity: 2}}}
        play: [{decision: word, round: 1, by: washington, options: [{id: wait, wait: yes}, {id: rest, wait: yes}]}]
    """)
    said = refused(case, with_limits(frustration=1, standing=2, condition=1))
    assert [sentence.partition(" starts at ")[2].partition(",")[0] for sentence in said] == [
        *("frustration 3", "standing 4", "border.capacity 2")
    ]


def test_at_its_limits_a_case_may_start() -> None:
    assert Solved.of(Graph.of(Course.of(scenario(), with_limits(frustration=2, standing=3))))


def test_a_kept_game_is_listed_though_its_case_cannot_be_played_under_this_theory(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.begin(finished(), "2026-03-01")
    theory = with_limits(frustration=1)
    text = next(tmp_path.glob("*.yaml"))
    text.write_text(text.read_text(encoding="utf-8").replace("theory: paradox", "theory: mine"), encoding="utf-8")
    (saved,) = store.list(library(), theory)
    assert (saved.playable, saved.line) == (False, "it cannot be played under this theory")


# --- played to the end ---------------------------------------------------------------------------------------


def test_what_others_do_for_a_condition_stops_at_the_limit_of_the_theory() -> None:
    case = made.made("""
        play:
          - {id: aid, event: develop, round: 1, fields: {police: {capacity: 2}}, cite: ours}
          - {decision: word, round: 1, by: washington, options: [{id: wait, wait: yes}, {id: rest, wait: yes}]}
    """)
    capacity = [
        by_history(Course.of(case, theory)).position.ground.fields[0].capacity
        for theory in (course().theory, with_limits(condition=1))
    ]
    assert capacity == [2, 1]


def test_a_rule_opens_grievances_in_every_field_that_it_names() -> None:
    case = made.made("""
        start: {fields: {police: {}, border: {}}}
        play:
          - decision: word
            round: 1
            by: mexico-city
            options: [{id: no, objection: police}, {id: rest, wait: yes}]
    """)

    def opened(where: str) -> list[tuple[str, ...]]:
        theory = parse(changed(lambda tree: tree["objection"][0].update(then=[{"lay": "face", "where": where}])))
        start = Course.of(case, theory)
        end = start.follow(start.start(), 0)
        return [field.open for field in end.ground.fields]

    assert opened("every field") == [("face",), ("face",)]
    assert opened("other fields without a body") == [(), ("face",)]
    assert opened("here") == [("face",), ()]


@st.composite
def theories(draw: st.DrawFn) -> Theory:
    """The papers' theory with any numbers that a file may have, as far as the small case can start under them."""
    number, step = st.integers(-MOST, MOST), st.integers(-STEPS, STEPS)

    def change(tree: Tree) -> None:
        least = {"condition": 1, "frustration": scenario().frustration, "standing": scenario().standing}
        tree["limits"] = {name: str(draw(st.integers(least[name], most))) for name, most in LIMITS.items()}
        tree["due"]["start"]["level"] = str(draw(st.integers(0, STEPS)))
        for line in tree["due"]["steps"]:
            line["step"] = str(draw(step))
        for aim in (*tree["aims"]["washington"], *tree["aims"]["mexico-city"]):
            aim["weight"] = str(draw(number))
        for effect in [effect for phase in PHASES for line in tree[phase] for effect in line["then"]]:
            move(effect)

    def move(effect: dict[str, Any]) -> None:
        what = next(iter(effect))
        if what in COUNTED and effect[what].removeprefix("-").isdigit():
            effect[what] = str(abs(draw(number)) if effect.get("set") == "yes" else draw(number))
        if what == "lay":
            effect["where"] = draw(st.sampled_from(WHERES))

    return parse(changed(change))


@settings(max_examples=40, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck))
@given(theories())
def test_under_any_numbers_that_a_theory_may_have_a_case_is_played_and_solved(theory: Theory) -> None:
    found = Course.of(scenario(), theory)
    assert by_history(found).over
    assert Report.of(found)

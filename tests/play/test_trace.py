"""The trace is a result: whoever has only its lines comes to the same state, and each line says who says so."""

from functools import cache

import pytest
from play import shipped as shelf
from play.made import course_of
from play.reckoning import Sheet, Wrong

from game.play.course import Course
from game.play.graph import Graph, Node
from game.play.happened import Happened
from game.play.position import Position
from game.play.walk import by_history
from game.rules.words import SEEN_BY

each_scenario = pytest.mark.parametrize("name", shelf.IDS)


def step(course: Course, node: Node, option: int) -> tuple[Position, list[Happened]]:
    """One step from a point, with its record."""
    log: list[Happened] = []
    if node.by == "chance":
        return course.chance(node.position, option == -1, log), log
    return course.follow(node.position, option, log), log


@cache
def every_step(name: str) -> list[tuple[Position, Position, list[Happened]]]:
    """Every step that a scenario can come to: before, after, and the record."""
    graph: Graph = shelf.graph(name)
    return [(node.position, *step(graph.course, node, edge.option)) for node in graph.nodes for edge in node.edges]


@each_scenario
def test_the_printed_lines_alone_lead_from_every_state_to_the_next(name: str) -> None:
    course, wrong = shelf.course(name), []
    for before, after, log in every_step(name):
        sheet = Sheet(before.state, course.setting)
        try:
            sheet.work(log)
        except Wrong as error:
            wrong.append(str(error))
            continue
        if sheet.read() != Sheet(after.state, course.setting).read():
            wrong.append(f"from {before.ground} by {[h.item for h in log]}")
    assert wrong == []


@each_scenario
def test_the_printed_lines_alone_lead_through_history(name: str) -> None:
    course = shelf.course(name)
    game = by_history(course)
    sheet = Sheet(course.start().state, course.setting)
    sheet.work(game.log)
    assert sheet.read() == Sheet(game.position.state, course.setting).read()


@each_scenario
def test_the_state_of_each_record_is_where_its_lines_lead(name: str) -> None:
    course = shelf.course(name)
    for before, _, log in every_step(name)[::7]:
        sheet = Sheet(before.state, course.setting)
        for happened in log:
            sheet.work([happened])
            assert sheet.read() == Sheet(happened.state, course.setting).read()


@each_scenario
def test_every_line_has_a_source_that_can_be_looked_up(name: str) -> None:
    cites = {cite for _, _, log in every_step(name) for h in log for line in h.lines for cite in line.cite}
    assert cites
    assert [cite for cite in cites if not shelf.can_be_looked_up(cite)] == []
    assert all(line.cite for _, _, log in every_step(name) for h in log for line in h.lines)


@each_scenario
def test_every_line_says_why_in_words_of_the_theory(name: str) -> None:
    theory = shelf.course(name).theory
    said = {rule.says for rule in theory.rules()} | {rule.otherwise for rule in theory.rules()}
    said |= {"no line is crossed", "answered with less"}
    assert {line.why for _, _, log in every_step(name) for h in log for line in h.lines} <= said - {""}


@each_scenario
def test_every_line_says_who_may_see_it(name: str) -> None:
    assert {line.seen_by for _, _, log in every_step(name) for h in log for line in h.lines} <= set(SEEN_BY)


@each_scenario
def test_every_number_of_every_state_stays_within_its_limits(name: str) -> None:
    limits = shelf.course(name).theory.limits
    for _, after, log in every_step(name):
        for ground, home in [(after.ground, after.home), *(happened.state for happened in log)]:
            assert all(0 <= level <= limits["condition"] for here in ground.fields for level in here[:4])
            assert 0 <= home.frustration <= limits["frustration"]
            assert 0 <= home.standing <= limits["standing"]


@each_scenario
def test_what_nobody_asks_for_a_record_goes_the_same_way(name: str) -> None:
    course, graph = shelf.course(name), shelf.graph(name)
    steps = iter(every_step(name))
    for node in graph.nodes:
        for edge in node.edges:
            _, recorded, _ = next(steps)
            silent = (
                course.chance(node.position, edge.option == -1)
                if node.by == "chance"
                else course.follow(node.position, edge.option)
            )
            assert silent == recorded


def test_a_number_that_a_line_gets_wrong_is_found_by_the_reckoning() -> None:
    course = shelf.course(shelf.IDS[0])
    log = [*by_history(course).log]
    at = next(i for i, h in enumerate(log) if any(line.what == "frustration" for line in h.lines))
    lines = tuple(
        line._replace(before=line.before + 1) if line.what == "frustration" else line for line in log[at].lines
    )
    log[at] = log[at]._replace(lines=lines)
    with pytest.raises(Wrong, match="frustration stands at"):
        Sheet(course.start().state, course.setting).work(log)


def test_what_an_author_sets_against_the_rules_stands_in_the_trace() -> None:
    course = course_of("""
    play:
      - decision: sting
        round: 1
        by: washington
        options:
          - {id: go, act: {field: police}, override: {reception: backlash, reason: "It was so.", cite: ours}}
    """)
    log: list[Happened] = []
    course.choose(course.start(), course.options(course.start())[0], log)
    last = [line for line in log[0].lines if line.what == "due"][-1]
    assert (last.rule, last.before, last.after) == ("override", 0, 2)

"""The way to a decision leads there, is the shortest, and where there is none the `if` that is in the way is named."""

from functools import cache
from pathlib import Path

import pytest
from small_case import FILE

from game.authoring.desk import Desk
from game.authoring.start import start_of
from game.authoring.way import NoWay, Way, way_to
from game.play.course import Course
from game.play.game import BOTH, Chose, Drew, Game
from game.scenario.model import Decision
from game.scenario.shelf import shipped_scenarios
from game.theories.load import shipped

TEXT = start_of("my-case")
CASES = [FILE, *sorted(shipped_scenarios().glob("*-*.yaml"))]


@cache
def course_of(text: str, name: str = "my-case") -> Course:
    desk = Desk.of(text, Path(f"{name}.yaml"))
    assert desk.scenario is not None, desk.found
    return Course.of(desk.scenario, shipped())


def way(course: Course, decision: str) -> Way | NoWay:
    found = course.scenario.decision(decision)
    assert found is not None
    return way_to(course, found)


def chosen(found: Way | NoWay) -> list[str]:
    assert isinstance(found, Way), found
    return [one.option for one in found.made if isinstance(one, Chose)]


@pytest.mark.parametrize("file", CASES, ids=lambda path: path.stem)
def test_the_choices_found_do_lead_to_every_decision(file: Path) -> None:
    desk = Desk.of(file.read_text(encoding="utf-8"), file)
    assert desk.scenario is not None
    course = Course.of(desk.scenario, shipped())
    for decision in course.scenario.decisions:
        found = way_to(course, decision)
        assert isinstance(found, Way), found
        assert Game(course, BOTH, "person", entries=found.made).waiting == decision
        assert not any(one.leaked for one in found.made if isinstance(one, Drew))


@pytest.mark.parametrize(
    ("decision", "options"),
    [
        ("the-bridge", []),
        ("our-answer", ["at-their-end"]),
        ("the-second-week", ["at-their-end", "send-them-home"]),
        ("what-we-ask", ["tell-them"]),
        ("our-word", ["tell-them", "a-letter"]),
    ],
)
def test_the_way_is_the_shortest_and_what_happened_where_that_is_as_short(decision: str, options: list[str]) -> None:
    assert chosen(way(course_of(TEXT), decision)) == options


def test_no_way_is_shorter_in_the_number_of_choices() -> None:
    course = course_of(TEXT)
    for decision in course.scenario.decisions:
        assert len(chosen(way_to(course, decision))) == shortest(course, decision)


def shortest(course: Course, decision: Decision) -> int:
    """The same without cleverness: every path, every point."""
    waits, steps = {course.start()}, 0
    while True:
        quiet = set()
        for position in waits:
            while (item := course.waiting(position)) is not None and not isinstance(item, Decision):
                position = course.chance(position, False)  # noqa: PLW2901
            quiet.add(position)
        if any(course.waiting(position) == decision for position in quiet):
            return steps
        waits, steps = {course.follow(p, choice) for p in quiet for choice in course.choices(p)}, steps + 1


BEFORE_THE_LETTER = "    if: {entry: bridge-notice}                   # met only if the letter was signed\n"


@pytest.mark.parametrize(
    ("old", "new", "decision", "words"),
    [
        (
            BEFORE_THE_LETTER,
            "    if: {entry: bridge-notice, chosen: what-we-ask.nothing}\n",
            "the-letter-again",
            "its if {entry: bridge-notice, chosen: what-we-ask.nothing} never holds there",
        ),
        (
            "    title: What do we ask for?\n",
            "    title: What do we ask for?\n    if: {border.shut: yes, chosen: the-bridge.tell-them}\n",
            "our-word",
            "what-we-ask, before it, has an if {border.shut: yes, chosen: the-bridge.tell-them}",
        ),
        (
            "        tell: border\n",
            "        tell: border\n  - {decision: early, round: 1, by: washington, title: Early?, options: "
            "[{id: a, label: A, historical: yes, answer: real}, {id: b, label: B, answer: token}]}\n",
            "early",
            "nothing before it leaves an offer of the other capital that is still unanswered on the table",
        ),
    ],
    ids=["its own if", "an if before it", "nothing to answer"],
)
def test_where_there_is_no_way_the_reason_is_named(old: str, new: str, decision: str, words: str) -> None:
    assert old in TEXT
    found = way(course_of(TEXT.replace(old, new)), decision)
    assert isinstance(found, NoWay)
    assert words in found.why

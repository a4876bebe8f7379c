"""The theory is data: change a number, a question or a line of its text, and a case of the rules comes out otherwise.

Played are the cases of ``tests/rules/cases``: what no change of the text can spoil in them, no case holds the game to.
"""

import copy
from collections.abc import Callable, Iterator
from functools import cache
from importlib.resources import files
from typing import Any

import pytest
import yaml
from play import shipped as shelf
from rules.casework import RULES, Case, Played, cases, play
from theories.written import as_file

from game.play.course import Course
from game.play.walk import by_history
from game.rules.theory import Theory
from game.theories.load import parse
from game.theories.vocabulary import COUNTED, DECIDING, LIMITS, MARKS, PHASES

TEXT = files("game.theories").joinpath("paradox.yaml").read_text(encoding="utf-8")
TREE: dict[str, Any] = yaml.load(TEXT, yaml.BaseLoader)  # noqa: S506 - it makes nothing but text
Line = dict[str, Any]
Place = tuple[str, int]
"""A table of the file and the number of a line in it."""


@cache
def played() -> dict[str, Played]:
    return {case.number: play(case) for case in cases()}


def lines_of(tree: dict[str, Any], table: str) -> list[Line]:
    lines: list[Line] = tree["due"]["steps"] if table == "due" else tree[table]
    return lines


def every_line() -> Iterator[tuple[Place, Line]]:
    for table in ("due", *DECIDING, *PHASES):
        yield from (((table, at), line) for at, line in enumerate(lines_of(TREE, table)))


def named(place: Place) -> str:
    line = lines_of(TREE, place[0])[place[1]]
    return f"{place[0]}.{line.get('id') or line['then']}"


def changed(change: Callable[[dict[str, Any]], None]) -> Theory:
    """The theory of the text with one change."""
    tree = copy.deepcopy(TREE)
    change(tree)
    return parse(as_file(tree))


def differs(case: Case, theory: Theory) -> bool:
    """Does a case come out otherwise under another theory?"""
    try:
        return play(case, theory).outcome != played()[case.number].outcome
    except KeyError:  # an agreement is signed that no offer names
        return True


def some_case_differs(theory: Theory, rule: str) -> bool:
    """Does one of the cases in which a rule is asked come out otherwise? Those that fire it are tried first."""
    asked = [case for case in cases() if rule in played()[case.number].asked]
    asked.sort(key=lambda case: rule not in played()[case.number].fired)
    return any(differs(case, theory) for case in asked)


# --- numbers -------------------------------------------------------------------------------------------------


def numbers() -> Iterator[tuple[str, Place, tuple[str, ...]]]:
    """Every number of the rules: its rule, its line, and where in the line it stands."""
    for place, line in every_line():
        if "step" in line:
            yield named(place), place, ("step",)
        for at, effect in enumerate(line["then"] if isinstance(line.get("then"), list) else []):
            what, by = next(iter(effect.items()))
            if what in COUNTED and by.lstrip("-").isdigit():
                yield named(place), place, ("then", str(at), what)


def nearer_to_nothing(number: str) -> str:
    return str(int(number) - 1 if int(number) > 0 else int(number) + 1)


@pytest.mark.parametrize(("rule", "place", "where"), numbers(), ids=lambda value: str(value) if "." in value else "")
def test_a_number_that_is_changed_in_the_text_changes_a_case(rule: str, place: Place, where: tuple[str, ...]) -> None:
    def change(tree: dict[str, Any]) -> None:
        line = lines_of(tree, place[0])[place[1]]
        holder: dict[str, str] = line if where[0] == "step" else line["then"][int(where[1])]
        holder[where[-1]] = nearer_to_nothing(holder[where[-1]])

    assert some_case_differs(changed(change), rule)


@pytest.mark.parametrize("limit", LIMITS)
def test_a_limit_that_is_changed_in_the_text_changes_a_case(limit: str) -> None:
    theory = changed(lambda tree: tree["limits"].update({limit: nearer_to_nothing(tree["limits"][limit])}))
    assert any(differs(case, theory) for case in cases())


def test_the_level_at_which_the_staircase_starts_stands_in_the_text() -> None:
    theory = changed(lambda tree: tree["due"]["start"].update(level="2"))
    assert some_case_differs(theory, "due.start")


@pytest.mark.parametrize(("side", "at"), [(side, at) for side in TREE["aims"] for at in range(len(TREE["aims"][side]))])
def test_a_weight_that_is_changed_in_the_text_changes_what_a_game_is_worth(side: str, at: int) -> None:
    theory = changed(lambda tree: tree["aims"][side][at].update(weight="7"))
    assert any(differs(case, theory) for case in cases() if case.number in ("H-11", "F-11"))


# --- questions -----------------------------------------------------------------------------------------------


def questions() -> Iterator[tuple[str, Place, str, str]]:
    """Every word that a rule asks for: its rule, its line, the key and the word."""
    for place, line in every_line():
        for key in ("if", "unless"):
            yield from ((named(place), place, key, word) for word in line.get(key, ()))


SPARE = {
    "received.no-reason-principled: principled": "an operational offer has been stopped by the line above",
    "reply.withhold: backlash or more": "a scenario cannot give a milder reply a lever",
    "reply.restrict: backlash or more": "a scenario cannot give a milder reply a lever",
    "reply.law: backlash or more": "a scenario cannot give a milder reply a lever",
    "answer.reopened-price: binds": "nothing is signed in a shut field that does not bind",
    "answer.unasked: Washington offers": "Mexico City's own offer sets its interest to 2",
    "answer.unasked: real": "only a real answer makes a result",
}
"""Questions that say what is the case anyway: they are there for the reader of the card."""


@pytest.mark.parametrize(("rule", "place", "key", "word"), questions(), ids=lambda v: v if isinstance(v, str) else "")
def test_a_question_that_is_struck_out_changes_a_case_unless_it_is_spare(
    rule: str, place: Place, key: str, word: str
) -> None:
    def change(tree: dict[str, Any]) -> None:
        line = lines_of(tree, place[0])[place[1]]
        line[key] = [w for w in line[key] if w != word]
        if not line[key]:
            del line[key]

    assert some_case_differs(changed(change), rule) == (f"{rule}: {word}" not in SPARE)


# --- lines ---------------------------------------------------------------------------------------------------


LAST = [(table, len(TREE[table]) - 1) for table in ("expected", "endings")]
"""Lines without which a table might decide on nothing; a file without them is refused."""


@pytest.mark.parametrize("place", [place for place, _ in every_line() if place not in LAST], ids=named)
def test_a_line_that_is_struck_out_changes_a_case(place: Place) -> None:
    table, at = place
    theory = changed(lambda tree: lines_of(tree, table).pop(at))
    assert some_case_differs(theory, named(place))


def test_every_mark_that_a_rule_sets_is_one_that_the_engine_keeps() -> None:
    set_here = {next(iter(e)) for _, line in every_line() for e in line.get("then", ()) if isinstance(e, dict)}
    assert set(MARKS) <= set_here


def test_the_rules_that_the_cases_know_are_those_of_the_text() -> None:
    assert {named(place) for place, _ in every_line()} | {"due.start"} == set(RULES)


# --- a class changes a line, and a history breaks ------------------------------------------------------------


def test_without_the_step_for_soil_the_trap_of_1998_would_have_been_met_with_words() -> None:
    theory = changed(lambda tree: lines_of(tree, "due")[0].update(step="0"))
    log = by_history(Course.of(shelf.scenario("casablanca-1998"), theory)).log
    assert next(h.due for h in log if h.item == "the-trap") == "protest"

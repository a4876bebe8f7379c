"""A theory file is refused for every word that the rules do not know, and the message names rule and word.

A question nobody answers would make its rule hold always or never, and no case would show why.
"""

import copy
import json
from collections.abc import Callable
from importlib.resources import files
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from play import shipped as shelf
from rules.strategies import RULES, SETTING, acts, answers, capitals, grounds, offers, steadily

from game.play.graph import accounts
from game.play.table import state_of
from game.rules.effects import HOME_METERS, ONE_LESS, SHUTTING
from game.rules.facts import act_facts, answer_facts, offer_facts, reply_facts
from game.rules.moves import Act, Answer, Offer
from game.rules.state import Field, Ground
from game.rules.words import LEVERS, MANNERS, RECEPTIONS, WHOSE
from game.theories import vocabulary
from game.theories.check import NotUnderstood
from game.theories.load import parse, shipped

TEXT = files("game.theories").joinpath("paradox.yaml").read_text(encoding="utf-8")

TREE: dict[str, Any] = yaml.load(TEXT, yaml.BaseLoader)  # noqa: S506 - it makes nothing but text

IN_A_RULE = [
    ("due", "soil", {"if": ["soill"]}, "cannot ask “soill” there (did you mean “soil”?)"),
    ("due", "harm", {"if": ["harm", "not warnd"]}, "cannot ask “not warnd” there (did you mean “warned”?)"),
    ("due", "harm", {"unless": ["sotf"]}, "cannot ask “sotf” there (did you mean “soft”?)"),
    ("due", "harm", {"unless": ["not soft"]}, "cannot ask “not soft” there (did you mean “soft”?)"),
    ("due", "harm", {"unless": "soft"}, "unless is not a list"),
    ("due", "harm", {"if": ["now the field is shut"]}, "cannot ask “now the field is shut” there"),
    ("due", "breach", {"step": "one"}, "step is “one”, not a whole number"),
    ("due", "again", {"disputed": "perhaps"}, "disputed cannot be “perhaps”"),
    ("due", "again", {"unles": ["soft"]}, "“unles” is not known (did you mean “unless”?)"),
    ("expected", "drop", {"if": ["binds"]}, "cannot ask “binds” there"),
    ("expected", "drop", {"then": "drops"}, "then cannot be “drops” (did you mean “drop”?)"),
    ("received", "wound", {"then": "declined"}, "then cannot be “declined”"),
    ("answer", "withdrawn", {"if": ["pass", "withdraws"]}, "cannot ask “pass” there (did you mean “passes”?)"),
    (
        *("follow", "objection-met", {"if": ["now only an objection is opened"]}),
        "cannot ask “now only an objection is opened” there (did you mean “now only an objection is open”?)",
    ),
    (
        "turn",
        "own-house",
        {"if": ["by Mexico-City"]},
        "cannot ask “by Mexico-City” there (did you mean “by Mexico City”?)",
    ),
    ("close", "nothing-shown", {"if": ["not show"]}, "cannot ask “not show” there (did you mean “shown”?)"),
    ("judged", "congress", {"if": ["shown"]}, "cannot ask “shown” there"),
    ("endings", "rupture", {"if": ["a rupture"]}, "cannot ask “a rupture” there"),
    (
        *("act", "relief", {"then": [{"frustation": "-1"}]}),
        "nothing is called “frustation” that a rule could change (did you mean “frustration”?)",
    ),
    ("act", "yields", {"then": [{"yields": "market"}]}, "yields is “market”, not a whole number"),
    ("tell", "told", {"then": [{"told": "yes"}]}, "told is “yes”, not a whole number"),
    ("reply", "backlash", {"then": [{"shut": "next week"}]}, "shut cannot be “next week”"),
    ("follow", "drop", {"then": [{"clear": ["harms"]}]}, "clear cannot be “harms” (did you mean “harm”?)"),
    (
        *("reply", "rupture", {"then": [{"interest": "-1", "where": "ever field"}]}),
        "where cannot be “ever field” (did you mean “every field”?)",
    ),
    (
        *("answer", "builds", {"then": [{"institution": "1", "most": "build"}]}),
        "most cannot be “build” (did you mean “builds”?)",
    ),
    ("reply", "off-due", {"then": [{"standing": "-1", "times": "twice"}]}, "times cannot be “twice”"),
    ("offered", "asks", {"then": [{"interest": "2", "sets": "yes"}]}, "“sets” is not known (did you mean “set”?)"),
    ("offered", "asks", {"then": [{"interest": "2", "set": "true"}]}, "set cannot be “true”"),
]


def refused(tree: dict[str, Any]) -> list[str]:
    """What is said of a theory that is not understood."""
    with pytest.raises(NotUnderstood) as error:
        parse(json.dumps(tree))
    return str(error.value).splitlines()


@pytest.mark.parametrize(
    ("table", "rule", "changes", "message"), IN_A_RULE, ids=[f"{t}.{r} {c}" for t, r, c, _ in IN_A_RULE]
)
def test_a_word_of_a_rule_that_is_not_known_is_refused_by_name(
    table: str, rule: str, changes: dict[str, Any], message: str
) -> None:
    tree = copy.deepcopy(TREE)
    lines = tree["due"]["steps"] if table == "due" else tree[table]
    line = next(line for line in lines if (line.get("id") or line["then"]) == rule)
    line.update(changes)
    name = line.get("id") or line["then"]
    assert refused(tree) == [f"{table}: {name}: {message}"]


IN_THE_WHOLE: list[tuple[Callable[[dict[str, Any]], object], str]] = [
    (lambda tree: tree["due"]["start"].update(levels="1"), "the start: “levels” is not known (did you mean “level”?)"),
    (lambda tree: tree["due"]["start"].update(level="high"), "the start: level is “high”, not a whole number"),
    (lambda tree: tree["limits"].update(interest="2"), "limits: “interest” is not known"),
    (lambda tree: tree["limits"].pop("standing"), "limits: standing is “None”, not a whole number"),
    (lambda tree: tree["aims"]["washington"][1].update(id="seizures"), "aims of washington: id cannot be “seizures”"),
    (
        lambda tree: tree["aims"]["washington"][1].update(weight="some"),
        "aims of washington: yields is “some”, not a whole number",
    ),
    (lambda tree: tree["aims"].update(mexico=[]), "aims: “mexico” is not known (did you mean “mexico-city”?)"),
    (lambda tree: tree.update(judge=[]), "the theory: “judge” is not known (did you mean “judged”?)"),
    (lambda tree: tree.pop("expected"), "the theory: expected is missing"),
    (lambda tree: tree.update(format="2"), "the theory: format cannot be “2”"),
    (lambda tree: tree["expected"].pop(), "expected: the last line must hold always, or there may be no answer"),
    (lambda tree: tree["endings"].clear(), "endings: the last line must hold always, or there may be no answer"),
]


@pytest.mark.parametrize(("change", "message"), IN_THE_WHOLE, ids=[message for _, message in IN_THE_WHOLE])
def test_a_part_of_a_theory_that_is_not_known_is_refused_by_name(
    change: Callable[[dict[str, Any]], object], message: str
) -> None:
    tree = copy.deepcopy(TREE)
    change(tree)
    assert refused(tree) == [message]


def test_every_fault_of_a_file_is_told_at_once() -> None:
    tree = copy.deepcopy(TREE)
    tree["due"]["steps"][0]["if"] = ["sole"]
    tree["offered"][0]["then"] = [{"interest": "two", "set": "maybe"}]
    tree["limits"]["frustration"] = "five"
    assert len(refused(tree)) == 4


def test_the_shipped_theory_is_understood() -> None:
    assert parse(TEXT).digest == shipped().digest


def test_other_line_endings_are_the_same_theory() -> None:
    assert parse(TEXT.replace("\n", "\r\n")).digest == shipped().digest


# --- the closed lists are those of the rules at work ---------------------------------------------------------


@steadily
@given(acts, grounds, st.integers(0, 3), st.sampled_from([None, *LEVERS]), st.sampled_from([None, *MANNERS]))
def test_whatever_is_found_of_an_act_and_its_reply_stands_in_the_list(
    act: Act, ground: Ground, level: int, lever: str | None, manner: str | None
) -> None:
    assert act_facts(act, ground, SETTING) <= vocabulary.OF_AN_ACT
    assert reply_facts(level, lever, manner) <= vocabulary.OF_A_REPLY


@steadily
@given(offers, capitals, grounds, answers)
def test_whatever_is_found_of_an_offer_and_its_answer_stands_in_the_list(
    offer: Offer, by: str, ground: Ground, answer: Answer
) -> None:
    found = offer_facts(offer, by, ground, SETTING)
    level = min(RULES.received(offer, by, ground).level, answer.level)
    assert found <= vocabulary.OF_AN_OFFER
    assert answer_facts(offer, found, level, answer.level) <= vocabulary.OF_AN_ANSWER


def test_every_question_of_the_list_is_answered_by_some_act_offer_reply_or_answer() -> None:
    seen = set[str]()

    @steadily
    @given(acts, offers, capitals, grounds, st.integers(0, 2))
    def gather(act: Act, offer: Offer, by: str, ground: Ground, level: int) -> None:
        found = offer_facts(offer, by, ground, SETTING)
        seen.update(act_facts(act, ground, SETTING), found, answer_facts(offer, found, level, level))

    gather()
    for level in range(len(RECEPTIONS)):
        seen.update(*(reply_facts(level, lever, manner) for lever in LEVERS for manner in MANNERS))
    ground = Ground((Field(1, 1, 1, 1),) * 2, ())
    for whose in WHOSE:  # of an incident alone, so seldom drawn
        seen.update(act_facts(Act("police", incident=True, whose=whose), ground, SETTING))
    asked = vocabulary.OF_AN_ACT | vocabulary.OF_A_REPLY | vocabulary.OF_AN_OFFER | vocabulary.OF_AN_ANSWER
    assert asked <= seen


def test_the_effects_of_the_list_are_those_that_the_rules_can_work() -> None:
    marks = (*Ground._fields, "told", "consent", "law")
    assert set(vocabulary.METERS) == HOME_METERS
    assert set(vocabulary.VALUES["shut"]) == {*SHUTTING, ONE_LESS}
    assert set(vocabulary.MARKS) <= set(marks)


def test_every_aim_of_the_list_is_counted() -> None:
    course = shelf.course("merida-2007")
    assert set(vocabulary.AIMS) == set(accounts(course, state_of(course.start())))

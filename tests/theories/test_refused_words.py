"""A theory file is refused for every word that the rules do not know, and the message names rule and word.

A question nobody answers would make its rule hold always or never, and no case would show why.
"""

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from play import shipped as shelf
from rules.strategies import RULES, SETTING, acts, answers, capitals, grounds, offers, steadily
from theories.written import Tree, changed

from game.play.graph import accounts
from game.reading.diagnostics import Unreadable, as_text
from game.rules.effects import HOME_METERS, ONE_LESS, SHUTTING
from game.rules.facts import act_facts, answer_facts, offer_facts, reply_facts
from game.rules.moves import Act, Answer, Offer
from game.rules.state import Field, Ground
from game.rules.words import LEVERS, MANNERS, RECEPTIONS, WHOSE
from game.theories import vocabulary
from game.theories.load import parse

IN_A_RULE: list[tuple[str, str, dict[str, Any], str]] = [
    ("due", "soil", {"if": ["soill"]}, "“soill” cannot be asked there (did you mean “soil”?)"),
    ("due", "harm", {"if": ["harm", "not warnd"]}, "“not warnd” cannot be asked there (did you mean “warned”?)"),
    ("due", "harm", {"unless": ["sotf"]}, "“sotf” cannot be asked there (did you mean “soft”?)"),
    ("due", "harm", {"unless": ["not soft"]}, "“not soft” cannot be asked there (did you mean “soft”?)"),
    (
        "due",
        "harm",
        {"unless": "soft"},
        "unless is not a list (expected values in brackets, …)",
    ),
    ("due", "harm", {"if": ["now the field is shut"]}, "“now the field is shut” cannot be asked there"),
    ("due", "breach", {"step": "one"}, "step is not a whole number (expected a whole number from -3 to 3)"),
    ("due", "breach", {"step": "99"}, "step cannot be 99 (expected a whole number from -3 to 3)"),
    ("due", "breach", {"step": "1.5"}, "step is not a whole number (expected a whole number from -3 to 3)"),
    ("due", "breach", {"id": "soil"}, "“soil” stands in due already, at line 1 (expected an id of its own)"),
    ("due", "breach", {"id": "start"}, "“start” stands in due already, at line 1 (expected an id of its own)"),
    ("due", "again", {"disputed": "perhaps"}, "disputed is “perhaps”; write yes or no"),
    ("due", "again", {"unles": ["soft"]}, "unknown key “unles” in a step (…; did you mean “unless”?)"),
    ("due", "again", {"says": ""}, "says is empty (expected a text)"),
    ("due", "again", {"then": "stand"}, "unknown key “then” in a step (…)"),
    ("expected", "drop", {"if": ["binds"]}, "“binds” cannot be asked there"),
    ("expected", "drop", {"then": "drops"}, "then cannot be “drops” (…; did you mean “drop”?)"),
    ("received", "wound", {"then": "declined"}, "then cannot be “declined” (…)"),
    ("received", "wound", {"then": [{"interest": "1"}]}, "then is not a word (…)"),
    ("answer", "withdrawn", {"if": ["pass", "withdraws"]}, "“pass” cannot be asked there (did you mean “passes”?)"),
    ("answer", "withdrawn", {"id": "../../etc"}, "“../../etc” cannot be an id (…)"),
    (
        *("follow", "objection-met", {"if": ["now only an objection is opened"]}),
        "“now only an objection is opened” cannot be asked there (did you mean “now only an objection is open”?)",
    ),
    (
        *("turn", "own-house", {"if": ["by Mexico-City"]}),
        "“by Mexico-City” cannot be asked there (…; did you mean “by Mexico City”?)",
    ),
    ("close", "nothing-shown", {"if": ["not show"]}, "“not show” cannot be asked there (…; did you mean “shown”?)"),
    ("judged", "congress", {"if": ["shown"]}, "“shown” cannot be asked there (…)"),
    ("endings", "rupture", {"if": ["a rupture"]}, "“a rupture” cannot be asked there (…)"),
    ("endings", "rupture", {"if": [["a wound is open somewhere"]]}, "a question is a list; … (expected a text)"),
    (
        *("act", "relief", {"then": [{"frustation": "-1"}]}),
        "no rule can change “frustation” (…; did you mean “frustration”?)",
    ),
    ("act", "relief", {"then": [{"where": "here"}]}, "nothing is said of what changes (…)"),
    ("act", "relief", {"then": ["frustration"]}, "an effect is not a table (expected keys with values)"),
    ("act", "relief", {"then": "frustration"}, "then is not a list (…)"),
    (
        *("act", "relief", {"then": [{"frustration": "-1", "standing": "1"}]}),
        "“standing” is a second change in one effect (expected braces of its own for each change)",
    ),
    ("act", "yields", {"then": [{"yields": "market"}]}, "yields is not a whole number (…)"),
    ("act", "yields", {"then": [{"yields": "300"}]}, "yields cannot be 300 (expected a whole number from -9 to 9)"),
    ("tell", "told", {"then": [{"told": "yes"}]}, "told is not a whole number (…)"),
    ("reply", "backlash", {"then": [{"shut": "next week"}]}, "shut cannot be “next week” (…)"),
    ("reply", "laid", {"then": [{"lay": ["soil", "rank"]}]}, "lay is not a word (…)"),
    ("answer", "shared", {"then": [{"lay": "marked"}]}, "no move gives “marked” in answer (expected a rule of …)"),
    ("tell", "told", {"then": [{"enter": "entry"}]}, "no move gives “entry” in tell (expected a rule of …)"),
    ("leak", "leaked", {"then": [{"levels": "given"}]}, "no move gives “given” in leak (expected a rule of develop)"),
    ("administration", "lapsed", {"then": [{"lapse": "level"}]}, "no move gives “level” in administration (…)"),
    ("administration", "lapsed", {"then": [{"lapse": "-1", "where": "here"}]}, "where cannot be “here” (…)"),
    ("follow", "drop", {"then": [{"clear": ["harms"]}]}, "clear cannot be “harms” (…; did you mean “harm”?)"),
    (
        *("reply", "rupture", {"then": [{"interest": "-1", "where": "ever field"}]}),
        "where cannot be “ever field” (…; did you mean “every field”?)",
    ),
    (
        *("answer", "builds", {"then": [{"institution": "1", "most": "build"}]}),
        "most cannot be “build” (…; did you mean “builds”?)",
    ),
    ("reply", "off-due", {"then": [{"standing": "-1", "times": "twice"}]}, "times cannot be “twice” (…)"),
    (
        *("offered", "asks", {"then": [{"interest": "2", "sets": "yes"}]}),
        "unknown key “sets” in an effect (…; did you mean “set”?)",
    ),
    ("offered", "asks", {"then": [{"interest": "2", "set": "true"}]}, "set is “true”; write yes or no"),
    ("answer", "withdrawn", {"then": [{"results": "1", "set": "yes"}]}, "unknown key “set” in an effect (…)"),
    ("offered", "asks", {"then": [{"interest": "-2", "set": "yes"}]}, "interest cannot be -2 (…)"),
]


def refused(text: str) -> list[str]:
    """What is said of a theory that is not understood, without the places."""
    with pytest.raises(Unreadable) as error:
        parse(text)
    return [as_text(fault).partition(": error: ")[2].rpartition(" [")[0] for fault in error.value.diagnostics]


def is_said(said: str, pattern: str) -> bool:
    """Three dots stand for the words that could stand there."""
    return re.fullmatch(".*".join(map(re.escape, pattern.split("…"))), said) is not None


@pytest.mark.parametrize(
    ("table", "rule", "changes", "message"), IN_A_RULE, ids=[f"{t}.{r} {c}" for t, r, c, _ in IN_A_RULE]
)
def test_a_word_of_a_rule_that_is_not_known_is_refused_by_name(
    table: str, rule: str, changes: dict[str, Any], message: str
) -> None:
    def change(tree: Tree) -> None:
        lines = tree["due"]["steps"] if table == "due" else tree[table]
        next(line for line in lines if (line.get("id") or line["then"]) == rule).update(changes)

    (said,) = refused(changed(change))
    assert is_said(said, message), said


IN_THE_WHOLE: list[tuple[Callable[[Tree], object], str]] = [
    (
        lambda tree: tree["due"]["start"].update(levels="1"),
        "unknown key “levels” in the start (…mean “level”?)",
    ),
    (lambda tree: tree["due"]["start"].update(level="high"), "level is not a whole number (…)"),
    (lambda tree: tree["due"].update(start=["level"]), "the start is not a table (expected keys with values)"),
    (lambda tree: tree["due"].update(steps={"soil": "1"}), "steps is not a list (…)"),
    (lambda tree: tree["due"].pop("steps"), "due has no “steps”"),
    (lambda tree: tree.update(due=tree["due"]["steps"]), "due is not a table (expected keys with values)"),
    (lambda tree: tree["limits"].update(interest="2"), "unknown key “interest” in limits (…)"),
    (
        lambda tree: tree["limits"].update(frustration="0"),
        "frustration cannot be 0 (expected … 1 to 9)",
    ),
    (lambda tree: tree["limits"].update(condition="3"), "condition cannot be 3 (expected … 1 to 2)"),
    (lambda tree: tree["limits"].pop("standing"), "limits has no “standing”"),
    (lambda tree: tree["aims"]["washington"][1].update(id="seizures"), "id cannot be “seizures” (…)"),
    (
        lambda tree: tree["aims"]["washington"][1].update(id="results"),
        "“results” stands in aims of washington …",
    ),
    (lambda tree: tree["aims"]["washington"][1].update(weight="some"), "weight is not a whole number (…)"),
    (lambda tree: tree["aims"]["washington"].append("results"), "an aim is not a table (expected keys with values)"),
    (lambda tree: tree["aims"].update(mexico=[]), "unknown key “mexico” in aims (…; did you mean “mexico-city”?)"),
    (lambda tree: tree["aims"].pop("mexico-city"), "aims has no “mexico-city”"),
    (
        lambda tree: tree["words"].update(intrest="its reason"),
        "a word cannot be “intrest” (…mean “interest”?)",
    ),
    (lambda tree: tree.update(words=["interest"]), "words is not a table (expected keys with values)"),
    (lambda tree: tree["classes"].append("abduction"), "the class “abduction” stands here twice"),
    (lambda tree: tree.update(judge=[]), "unknown key “judge” in the theory (did you mean “judged”?)"),
    (lambda tree: tree.update(judged={"id": "x"}), "judged is not a list (…)"),
    (lambda tree: tree["judged"].append(["run-down"]), "a rule of judged is not a table (expected keys with values)"),
    (lambda tree: tree["judged"].append("run-down"), "a rule of judged is not a table (expected keys with values)"),
    (lambda tree: tree.update(trust="much"), "trust is not a list (…)"),
    (lambda tree: tree.update(argued=[["text"]]), "an argument is not a table (expected keys with values)"),
    (lambda tree: tree.update(argued=[{"text": "so"}]), "an argument has no “cite”"),
    (lambda tree: tree.pop("expected"), "the theory has no “expected”"),
    (lambda tree: tree.pop("title"), "the theory has no “title”"),
    (lambda tree: tree.update(id="My theory"), "“My theory” cannot be an id (…)"),
    (lambda tree: tree.update(id={"a": "b"}), "id is a table; … (expected a text)"),
    (lambda tree: tree.update(base="marxism"), "base cannot be “marxism” (…)"),
    (lambda tree: tree.update(base=["paradox"]), "base is not a word (…)"),
    (lambda tree: tree.update(format="2"), "format cannot be 2 (expected a whole number from 1 to 1)"),
    (lambda tree: tree["expected"].pop(), "the last line of expected must hold always, or there may be no answer (…)"),
    (lambda tree: tree["endings"].clear(), "the last line of endings must hold always, or there may be no answer (…)"),
]


@pytest.mark.parametrize(("change", "message"), IN_THE_WHOLE, ids=[message for _, message in IN_THE_WHOLE])
def test_a_part_of_a_theory_that_is_not_known_is_refused_by_name(
    change: Callable[[Tree], object], message: str
) -> None:
    (said,) = refused(changed(change))
    assert is_said(said, message), said


def test_every_fault_of_a_file_is_told_at_once() -> None:
    def change(tree: Tree) -> None:
        tree["due"]["steps"][0]["if"] = ["sole"]
        tree["offered"][0]["then"] = [{"interest": "two", "set": "maybe"}]
        tree["limits"]["frustration"] = "five"

    assert len(refused(changed(change))) == 4


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
        for whose in WHOSE:
            seen.update(act_facts(replace(act, incident=True, whose=whose), ground, SETTING))

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
    assert set(vocabulary.AIMS) == set(accounts(course, course.start().state))

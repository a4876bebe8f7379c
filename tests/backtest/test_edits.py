"""Changes to a theory: the one in memory and its changed file say the same, and turn what a reckoning says."""

from dataclasses import asdict, replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.backtest.edits import (
    EXPECTED,
    MANNER,
    RECEIVED,
    START,
    STEPS,
    TABLES,
    Argument,
    Changes,
    Place,
    changed,
    deciding,
    edited,
    questions,
    rules_of,
    said,
    stays,
)
from game.backtest.lookup import Lookup
from game.record.library import shipped_cases
from game.rules.theory import Rule, Theory
from game.theories.load import SHIPPED, parse, shipped


def place_of(theory: Theory, table: str, rule: str) -> Place:
    return Place(table, [one.id for one in rules_of(theory, table)].index(rule))


def stepped(theory: Theory, rule: str, by: int, table: str = STEPS, before: Changes | None = None) -> Changes:
    place = place_of(theory, table, rule)
    return (before or Changes()).stepped(place, rules_of(theory, table)[place.at], by)


def everything(theory: Theory) -> list[Place]:
    return [Place(table, at) for table in TABLES for at in range(len(rules_of(theory, table)))]


@st.composite
def changes_of(draw: st.DrawFn) -> tuple[Theory, Changes]:
    theory = shipped(draw(st.sampled_from(SHIPPED)))
    made = Changes()
    for place in draw(st.lists(st.sampled_from(everything(theory)), max_size=6)):
        rule = rules_of(theory, place.table)[place.at]
        what = draw(st.sampled_from(["number", "rule", *questions(rule, place)]))
        if what == "number" and place.table in (START, STEPS):
            made = made.stepped(place, rule, draw(st.integers(-3, 3)))
        elif what == "rule" and not stays(theory, place):
            made = made.toggled(place)
        elif not isinstance(what, str):
            made = made.toggled(what)
    return theory, made


def without_number(rule: Rule) -> dict[str, object]:
    """A rule; a line without an id goes by its word and a number, which is another where one before it is left out."""
    return asdict(rule) | {"id": rule.id.partition(" (")[0]}


@settings(max_examples=25, deadline=None)
@given(changes_of())
def test_the_changed_file_says_what_the_changed_theory_says(drawn: tuple[Theory, Changes]) -> None:
    theory, changes = drawn
    read, made = parse(edited(theory, changes)), changed(theory, changes)
    for table in TABLES:
        assert list(map(without_number, rules_of(read, table))) == list(map(without_number, rules_of(made, table)))
    assert (read.id, read.title) == (f"{theory.id}-changed", f"{theory.title} (changed)")


def test_a_changed_line_is_changed_in_place_and_no_comment_is_lost() -> None:
    theory = shipped()
    text = edited(theory, stepped(theory, "soil", 1))
    before, after = theory.text.splitlines(), text.splitlines()
    assert after[:2] == ["# Changed from the theory paradox, version 1:", "# soil: +1 → +2"]
    differ = [(a, b) for a, b in zip(before, after[2:], strict=True) if a != b]
    assert [a.partition(":")[0].strip() for a, _ in differ] == ["id", "title", "- {id"]
    assert "id: soil, step: 2," in differ[-1][1]


def test_a_rule_that_is_left_out_stays_in_the_file_as_a_comment() -> None:
    theory = shipped()
    text = edited(theory, Changes().toggled(place_of(theory, STEPS, "breach")))
    assert "    # - {id: breach, step: 1," in text
    assert "    #    otherwise: no rule in force forbids acts of this kind" in text
    assert [rule.id for rule in parse(text).steps] == [rule.id for rule in theory.steps if rule.id != "breach"]


def test_a_table_that_comes_from_the_base_is_copied_in_to_be_changed() -> None:
    theory = parse('base: paradox\nid: mine\ntitle: Mine  # my own\nversion: "1"\nclaim: No claim.\nmanner: []\n')
    text = edited(theory, stepped(theory, "soil", -1))
    assert "id: soil, step: 0," in text
    assert "# my own" in text
    assert parse(text).manner == ()


def test_a_rule_in_block_style_can_be_changed_and_left_out() -> None:
    written = """base: paradox
id: mine
title: Mine
version: "1"
claim: No claim.
due:
  start: {level: 1, if: [a line is crossed], says: x}
  steps:
    - id: soil
      step: 1     # one
      if:
        - soil
        - not warned
      says: it enters
    # between
    - id: harm
      step: 1
      if: [harm]
      says: it harms
"""
    theory = parse(written)
    place = Place(STEPS, 0)
    struck = next(q for q in questions(theory.steps[0], place) if q.word == "not warned")
    text = edited(theory, stepped(theory, "soil", 1).toggled(struck).toggled(Place(STEPS, 1)))
    assert "step: 2     # one" in text
    assert "    # between\n    # - id: harm\n    #   step: 1\n" in text
    (soil,) = parse(text).steps
    assert asdict(soil) == asdict(replace(theory.steps[0], step=2, forbids=frozenset()))


def test_a_stated_rule_that_is_changed_is_no_longer_the_papers() -> None:
    theory = shipped()
    assert theory.start.stated
    made = changed(theory, stepped(theory, "start", 1, START))
    assert (made.start.stated, made.start.step) == (False, 2)


def test_numbers_are_kept_on_the_ladder_and_the_start_cannot_be_left_out() -> None:
    theory = shipped()
    assert list(stepped(theory, "soil", 99).numbers.values()) == [3]
    assert list(stepped(theory, "start", -99, START).numbers.values()) == [0]
    assert not stepped(theory, "soil", -1, before=stepped(theory, "soil", 1))
    assert not Changes().toggled(Place(START))


@pytest.mark.parametrize(
    ("rule", "by", "turned"),
    [
        # The abduction: 1 a line is crossed, +1 their soil, +1 a signed rule is broken: 3, rupture. Without soil 2.
        ("soil", -1, {"abduction": ("rupture", "backlash", "now wrong")}),
        ("own-doing", 1, {"nov-91": ("toleration", "protest", "now wrong")}),
    ],
)
def test_a_number_turns_the_cases_that_a_reckoning_says(
    rule: str, by: int, turned: dict[str, tuple[str, str, str]]
) -> None:
    theory = shipped()
    argued = Argument.of(theory, shipped_cases(), stepped(theory, rule, by))
    found = {t.before.case.id: (t.before.got.reception, t.after.got.reception, t.word) for t in argued.turns}
    assert turned.items() <= found.items()
    for turn in argued.turns:  # every case by hand: the sum of its trace, with the other number
        steps = [line.step + by * (line.rule == rule and line.holds) for line in turn.before.got.lines]
        assert turn.after.got.reception == ("toleration", "protest", "backlash", "rupture")[min(max(sum(steps), 0), 3)]


def test_a_kind_of_reply_that_is_left_out_turns_the_cases_that_rest_on_it() -> None:
    theory = shipped()
    argued = Argument.of(theory, shipped_cases(), Changes().toggled(place_of(theory, MANNER, "compliance")))
    assert argued.turns
    assert {turn.before.got.manner for turn in argued.turns} == {"compliance"}


def test_an_obstacle_that_is_left_out_turns_the_offers_that_only_it_brought_down() -> None:
    theory = shipped()
    argued = Argument.of(theory, shipped_cases(), Changes().toggled(place_of(theory, RECEIVED, "recognition")))
    assert [(t.before.case.id, t.after.got.reception, t.word) for t in argued.turns] == [
        ("panam", "token", "now wrong")
    ]


def test_what_washington_then_does_can_be_argued_with_and_turns_no_reception() -> None:
    theory = shipped()
    place = place_of(theory, EXPECTED, "settle")
    argued = Argument.of(theory, shipped_cases(), Changes().toggled(place))
    assert not argued.turns
    found = {turn.before.case.id: (turn.said(turn.before), turn.said(turn.after)) for turn in argued.followed}
    asked = {row.case.id: row for row in argued.before.rows if row.got.then == "settle" and row.case.real.then}
    assert found == dict.fromkeys(asked, ("settle", "stand"))  # the last line answers where no other does
    became = {"settle": "now wrong", "stand": "now right"}
    assert {turn.word for turn in argued.followed} >= {"now wrong"}
    assert all(turn.word == became.get(turn.record, "still wrong") for turn in argued.followed)


@pytest.mark.parametrize("name", SHIPPED)
def test_the_start_and_the_last_line_of_what_then_must_stand(name: str) -> None:
    theory = shipped(name)
    fixed = [place for place in everything(theory) if stays(theory, place)]
    assert fixed == [Place(START), Place(EXPECTED, len(theory.expected) - 1)]


@pytest.mark.parametrize(
    ("case", "place"),
    [
        ("abduction", (STEPS, "breach")),
        ("casablanca", (STEPS, "soil")),
        ("hold-86", (MANNER, "compliance")),
        ("panam", (RECEIVED, "recognition")),
        ("cert-87-88", (MANNER, "performance")),
        ("hlcg", (RECEIVED, "three")),
        ("pri-2013", (START, "start")),
    ],
)
def test_the_rule_that_decided_a_case_is_the_last_of_its_sum_that_counted(case: str, place: tuple[str, str]) -> None:
    theory = shipped()
    one = Lookup.of(theory, shipped_cases()).case(case)
    assert one
    assert deciding(theory, one.got) == place_of(theory, *place)


def test_the_changes_are_told_in_words() -> None:
    theory = shipped()
    place = place_of(theory, STEPS, "harm")
    changes = stepped(theory, "soil", 1).toggled(place_of(theory, STEPS, "quiet"))
    changes = changes.toggled(questions(theory.steps[place.at], place)[-1])
    assert list(said(theory, changes)) == [
        "soil: +1 → +2",
        "harm: no longer asks “unless soft”",
        "quiet: left out",
    ]

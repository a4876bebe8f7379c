"""A case file is read whole or refused with the place of every fault; and what is read is what is written."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from record.made import TEXT, read, spoilt
from rules.strategies import steadily

from game.reading.diagnostics import Unreadable
from game.reading.places import MOST_DEPTH
from game.record.library import cases_of, coding_of
from game.record.model import OWN_ENTRY, Case, Found
from game.record.read import read_cases
from game.rules.moves import Act
from game.rules.state import UNTIL_SETTLED, Field
from game.scenario.model import Common
from game.scenario.shelf import shipped_common

FAULTS: dict[str, tuple[tuple[str, str], str]] = {
    "a key that no case has": (
        ("    note: A note.", "    notes: A note."),
        "17:5: error: unknown key “notes” in a case (expected one of id, years, kind, scored, field, purpose, state, "
        "marks, offer, title, by, orientation, real, cite, note, inferred, doubtful, unscored, told_in; did you mean "
        "“note”?)",
    ),
    "a mark that no act has": (
        ("soil: yes", "sole: yes"),
        "11:13: error: unknown key “sole” in the marks (expected one of warned, needs, soil, face, rank, harm, "
        "visibility, mooted, does, demands, whose, feels_more, harm_north; did you mean “soil”?)",
    ),
    "a mark of acts on an offer": (
        ("marks: {feels_more: mexico", "marks: {soil: yes, feels_more: mexico"),
        "27:13: error: unknown key “soil” in the marks (expected one of feels_more, harm_north)",
    ),
    "a result that no record has": (
        ("lever: withhold", "leverage: withhold"),
        "13:47: error: unknown key “leverage” in what came of it (expected one of reception, then, binding, manner, "
        "lever, lasted; did you mean “lever”?)",
    ),
    "another format": (("format: 1", "format: 2"), "1:9: error: format cannot be 2 (expected a whole number from 1"),
    "a kind that is none": (
        ("kind: act", "kind: acts"),
        "7:11: error: kind cannot be “acts” (expected one of act, incident, joint, prospect, omission, turn; did you "
        "mean “act”?)",
    ),
    "a reception of offers for an act": (
        ("reception: backlash", "reception: token"),
        "13:23: error: reception cannot be “token” (expected one of toleration, protest, backlash, rupture)",
    ),
    "a reception of acts for an offer": (
        ("reception: cooperation", "reception: protest"),
        "29:23: error: reception cannot be “protest” (expected one of refused, token, cooperation)",
    ),
    "a class of acts that is none": (
        ("does: [undercover-work]", "does: [undercover]"),
        "11:69: error: a class of acts cannot be “undercover” (expected one of abduction, agents-abroad, "
        "undercover-work, unannounced-operation, border-closing, barrier, verdict, command, aid-condition, "
        "arms-walking; did you mean “undercover-work”?)",
    ),
    "a grievance that is none": (
        ("open: [face]", "open: [pride]"),
        "12:79: error: a grievance cannot be “pride” (expected one of soil, rank, breach, face, harm, objection)",
    ),
    "a doubtful mark that is none": (
        ("doubtful: [soil, state.open]", "doubtful: [sole, state.open]"),
        "16:16: error: a mark under doubtful cannot be “sole” (did you mean “soil”?)",
    ),
    "a doubtful mark of offers on an act": (
        ("doubtful: [soil, state.open]", "doubtful: [offer.gives, state.open]"),
        "16:16: error: a mark under doubtful cannot be “offer.gives”",
    ),
    "an inferred mark of acts on an offer": (
        ("inferred: [offer.gives]", "inferred: [soil]"),
        "31:16: error: a mark under inferred cannot be “soil”",
    ),
    "true for yes": (("soil: yes", "soil: true"), "11:19: error: soil is “true”; write yes or no"),
    "a level above two": (
        ("institution: 2", "institution: 3"),
        "12:56: error: institution cannot be 3 (expected a whole number from 0 to 2)",
    ),
    "a year of our era's beginning": (
        ("years: 1998", "years: 98"),
        "5:12: error: years cannot be 98 (expected a whole number from 1800 to 2100)",
    ),
    "years that run backwards": (
        ("years: [1998, 1999]", "years: [1998, 1989]"),
        "20:19: error: the last year cannot be 1989 (expected a whole number from 1998 to 2100)",
    ),
    "no source": (
        ("    cite: paradox@P32\n", ""),
        "18:5: error: a case without a source is an opinion (expected cite: source@P12)",
    ),
    "a source that is none": (
        ("cite: paradox@P32", "cite: paradx@P32"),
        "30:11: error: sources.yaml has no source “paradx” (expected one of paradox, coyote, shirk, long, downie; did "
        "you mean “paradox”?)",
    ),
    "a paragraph that is none": (
        ("cite: paradox@P32", "cite: paradox@P999"),
        "30:11: error: sources.yaml has no page for “P999” of paradox",
    ),
    "no marks": (
        ("    marks: {soil: yes, face: yes, warned: no, demands: none, does: [undercover-work]}\n", ""),
        "3:5: error: a case has no “marks”",
    ),
    "no offer": (("    offer: {by: washington", "    offered: {by: washington"), "18:5: error: a case has no “offer”"),
    "no state": (("    state: {interest: 1", "    stats: {interest: 1"), "3:5: error: a case has no “state”"),
    "a condition left out": (("interest: 1, ", ""), "12:12: error: the state has no “interest”"),
    "scored and without a result": (
        ("    real: {reception: cooperation, binding: yes, lasted: no}\n", ""),
        "18:5: error: a case has no “real”",
    ),
    "unscored and without a reason": (
        ("    unscored: Nobody receives what does not come.\n", ""),
        "32:5: error: a case that is not scored does not say why (expected unscored: why)",
    ),
    "an omission that is scored": (
        ("    scored: no\n", ""),
        "36:5: error: no rule receives a case of the kind omission (expected scored: no)",
    ),
    "an id that is none": (
        ("id: trap", "id: The Trap"),
        "3:5: error: “The Trap” cannot be an id (expected small letters, digits and hyphens, at most 41)",
    ),
    "one id twice": (("id: letter", "id: trap"), "18:5: error: two cases have the id “trap” (expected another id)"),
    "one key twice": (("    field: police\n", "    field: police\n    field: border\n"), "11:5: error: "),
    "no list": (("inferred: [needs]", "inferred: needs"), "15:15: error: inferred is not a list"),
    "no table": (("marks: {soil: yes, face: yes, warned: no, demands: none, does: [undercover-work]}", "marks: soil"),
                 "11:12: error: the marks is not a table"),
}  # fmt: skip


def test_a_sound_file_is_read_without_a_word(tmp_path: Path) -> None:
    cases, said = read(TEXT, tmp_path)
    assert said == []
    assert [case.id for case in cases] == ["trap", "letter", "promise"]


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_is_told_with_its_place(name: str, tmp_path: Path) -> None:
    change, expected = FAULTS[name]
    cases, said = read(spoilt(change), tmp_path)
    assert cases == ()
    assert any(line.startswith(expected) for line in said), said


def test_every_fault_is_told_at_once_in_the_order_of_the_file(tmp_path: Path) -> None:
    changes = [
        FAULTS[name][0] for name in ("a kind that is none", "true for yes", "no source", "an omission that is scored")
    ]
    _, said = read(spoilt(*changes), tmp_path)
    lines = [int(line.partition(":")[0]) for line in said]
    assert lines == sorted(lines)
    assert len(set(lines)) >= 4


# --- what is read --------------------------------------------------------------------------------------------


def case(name: str, text: str, folder: Path) -> Case:
    return next(case for case in read(text, folder)[0] if case.id == name)


def test_an_act_is_read_with_its_marks_its_ground_and_what_came_of_it(tmp_path: Path) -> None:
    trap = case("trap", TEXT, tmp_path)
    classes = frozenset({"undercover-work"})
    assert trap.found.act == Act("police", soil=True, face=True, warned=False, does=classes)
    assert trap.found.here == Field(1, 1, 2, 1, face=1)
    assert trap.found.bound == frozenset({"abduction"})
    assert (trap.real.reception, trap.real.then, trap.real.lever) == ("backlash", "settle", "withhold")
    assert (trap.inferred, trap.doubtful) == ({"needs"}, {"soil", "state.open"})
    assert (trap.when, trap.decade, trap.cell, trap.source) == ("1998", 1990, "unilateral, operational", "cases")


def test_an_offer_is_read_with_the_text_that_it_would_make(tmp_path: Path) -> None:
    found = case("letter", TEXT, tmp_path).found
    assert found.offer
    assert (found.offer.builds, found.offer.drops_claim, found.offer.feels_more) == (1, True, "mexico")
    assert (found.offer.signs, found.offered_by, found.delivered) == (OWN_ENTRY, "washington", "partly")
    assert found.entry
    assert found.entry.binds
    assert found.here.shut == UNTIL_SETTLED
    assert case("letter", TEXT, tmp_path).when == "1998–1999"


def test_an_offer_that_neither_builds_nor_binds_makes_no_text(tmp_path: Path) -> None:
    found = case("letter", spoilt(("builds: 1", "builds: 0"), ("binds: yes", "binds: no")), tmp_path).found
    assert found.entry is None
    assert found.offer
    assert found.offer.signs is None


def test_what_is_left_out_is_the_default_of_the_rules(tmp_path: Path) -> None:
    bare = case(
        "trap",
        spoilt(("marks: {soil: yes, face: yes, warned: no, demands: none, does: [undercover-work]}", "marks: {}")),
        tmp_path,
    )
    assert bare.found.act == Act("police")
    incident = case("trap", spoilt(("kind: act", "kind: incident")), tmp_path)
    assert incident.found.act
    assert incident.found.act.incident
    assert not incident.found.act.needs


@pytest.mark.parametrize(("year", "tied"), [("1993", False), ("1994", True)])
def test_from_the_trade_treaty_on_the_markets_are_tied(year: str, tied: bool, tmp_path: Path) -> None:
    assert case("trap", spoilt(("years: 1998", f"years: {year}")), tmp_path).found.tied is tied


def test_a_case_that_no_rule_reaches_is_kept_with_its_reason(tmp_path: Path) -> None:
    promise = case("promise", TEXT, tmp_path)
    assert (promise.scored, promise.unscored) == (False, "Nobody receives what does not come.")
    assert (promise.found.act, promise.found.offer) == (None, None)


# --- a second reader -----------------------------------------------------------------------------------------


CODING = """\
format: 1
cases:
  - id: trap
    purpose: operational
    field: police
    marks: {soil: no, face: yes}
    state: {interest: 1, coordination: 1, institution: 1, capacity: 1}
  - id: letter
    purpose: principled
    field: police
    offer: {talks: yes, builds: 1, binds: yes}
    state: {interest: 2, coordination: 1, institution: 1, capacity: 1}
"""


def test_a_second_coding_has_marks_and_states_alone(tmp_path: Path) -> None:
    cases, said = read(CODING, tmp_path, whole=False)
    assert said == []
    assert [(c.kind, bool(c.found.act), bool(c.found.offer)) for c in cases] == [
        ("act", True, False),
        ("joint", False, True),
    ]
    assert all(not c.real.reception and not c.cite for c in cases)


def test_a_second_coding_is_no_case_file(tmp_path: Path) -> None:
    _, said = read(CODING, tmp_path)
    assert any("“real”" in line for line in said)
    assert any("“years”" in line for line in said)


# --- hostile files -------------------------------------------------------------------------------------------

HOSTILE = {
    "a depth bomb": "[" * 100_000,
    "an alias bomb": "a: &a [x]\nb: [*a, *a]",
    "a tag that runs a program": "format: 1\ncases: !!python/object/apply:os.system [echo]",
    "an escape sequence": "format: 1\ncases: [\x1b]52;c;YQ==\x07]",
    "a second document": "format: 1\n--- b",
    "nothing": "",
    "no table": "- a",
    "no list of cases": "format: 1\ncases: many",
    "cases that are none": "format: 1\ncases: [a, [b], {c: d}]",
    "too large": "a" * 1_000_001,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_refused_in_words(name: str, tmp_path: Path) -> None:
    cases, said = read(HOSTILE[name], tmp_path)
    assert cases == ()
    assert said
    assert all(line.isprintable() and " error: " in line for line in said)


def test_what_is_no_file_is_refused_too(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "none.yaml"):
        assert [fault.severity for fault in read_cases(path, Common())[1]] == ["error"]


@steadily
@given(st.text(max_size=60), st.integers(0, len(TEXT)), st.integers(0, 60))
def test_whatever_is_written_into_a_file_it_is_read_or_refused(
    tmp_path_factory: pytest.TempPathFactory, written: str, at: int, length: int
) -> None:
    text = TEXT[:at] + written.encode("utf-8", "replace").decode() + TEXT[at + length :]
    cases, said = read(text, tmp_path_factory.getbasetemp())
    assert bool(cases) != any(" error: " in line for line in said) or (not cases and "cases: []" in text)
    assert len(said) <= 201


def test_a_file_with_faults_is_no_cases_at_all(tmp_path: Path) -> None:
    path = tmp_path / "cases.yaml"
    path.write_text(spoilt(FAULTS["true for yes"][0]), encoding="utf-8")
    for taken in (cases_of, coding_of):
        with pytest.raises(Unreadable, match="write yes or no"):
            taken(path, shipped_common()[0])


def test_what_a_case_found_has_no_place_for_what_came_of_it() -> None:
    assert not {"reception", "then", "binding", "manner", "lever", "lasted"} & set(Found.__dataclass_fields__)
    assert MOST_DEPTH < 100

import hashlib
import shutil
from dataclasses import fields
from pathlib import Path

import pytest

from game.reading.diagnostics import as_text
from game.rules.moves import (
    Act,
    Administration,
    Answer,
    Consent,
    Develop,
    Follow,
    Keeps,
    Leak,
    Objection,
    Offer,
    Omission,
    Pressure,
    Reply,
    Tell,
    Trouble,
    Turn,
    Wait,
)
from game.scenario.model import Common, Condition, Decision, Event, Fact, Scenario
from game.scenario.read import read_scenario

DATA = Path(__file__).parents[1] / "data"


@pytest.fixture(scope="module")
def case() -> Scenario:
    scenario, found = read_scenario(DATA / "full-case.yaml", Common())
    assert [as_text(diagnostic) for diagnostic in found] == []
    assert scenario is not None
    return scenario


def decision(case: Scenario, name: str) -> Decision:
    found = case.decision(name)
    assert found is not None
    return found


def move(case: Scenario, name: str, option: str) -> object:
    found = decision(case, name).option(option)
    assert found is not None
    return found.move


def event(case: Scenario, name: str) -> Event:
    return next(item for item in case.play if isinstance(item, Event) and item.id == name)


def test_a_case_without_faults_is_read_in_full(case: Scenario) -> None:
    empty = [field.name for field in fields(case) if getattr(case, field.name) in ("", (), {}, None)]
    assert empty == []


def test_texts_stay_as_they_are_written(case: Scenario) -> None:
    assert decision(case, "first-word").brief == "The ferry sails at 12:30.\nNO lights are shown."
    assert case.summary == "For two years agents have worked on a ferry.\n\nNobody ashore has been told."


def test_dates_stay_as_they_are_written(case: Scenario) -> None:
    assert decision(case, "first-word").date == "1996-01"
    assert event(case, "change").date == "2001-01-20"


def test_the_first_field_of_the_start_is_the_main_one(case: Scenario) -> None:
    assert case.fields == ("police", "border")
    assert case.start_levels == ((1, 0, 2, 1), (2, 2, 0, 1))
    assert case.start_cite == ("essay@P1", "essay@P2", "ours")


def test_a_scenario_may_define_agreements_of_its_own(case: Scenario) -> None:
    assert set(case.agreements) == {"treaty", "letter", "port-rules", "harbour-desk"}
    assert case.agreements["harbour-desk"].body
    assert case.agreements["letter"].ends
    assert not case.agreements["treaty"].ends


def test_people_come_from_the_shared_file(case: Scenario) -> None:
    assert [person.name for person in case.people] == ["Ana Prieto", "Ben Stone"]


@pytest.mark.parametrize(
    ("name", "option", "wanted"),
    [
        ("first-word", "hint", Wait()),
        ("first-word", "tell", Tell("police")),
        (
            "first-word",
            "desk",
            Offer("police", talks=True, builds=2, gives=1, signs="harbour-desk", doubtful=frozenset({"gives"})),
        ),
        ("harbour-answers", "real", Answer(2)),
        ("harbour-answers", "refuse", Answer(0)),
        ("harbour-speaks", "agree", Consent("police")),
        ("harbour-speaks", "object", Objection("police")),
        ("harbour-speaks", "law", Turn("police", 2)),
        ("washington-answers", "more", Answer(2, gives=2, shares=True)),
        ("washington-answers", "token", Answer(1)),
        ("harbour-replies", "pass", Reply(0)),
        ("harbour-replies", "deliver", Reply(1, manner="performance")),
        ("harbour-replies", "shut", Reply(2, lever="withhold")),
        ("harbour-replies", "break", Reply(3)),
        ("after", "settle", Follow("settle")),
        ("after", "goes", Follow("someone-goes")),
        ("own-house", "share", Turn("police")),
        ("own-house", "keep", Keeps("letter")),
    ],
)
def test_an_option_carries_the_move_that_is_written(case: Scenario, name: str, option: str, wanted: object) -> None:
    assert move(case, name, option) == wanted


def test_an_act_has_the_marks_that_are_written_and_the_defaults_of_the_rest(case: Scenario) -> None:
    assert move(case, "the-catch", "on-board") == Act(
        "police",
        soil=True,
        face=True,
        warned=False,
        visibility="secret",
        yields=2,
        does=frozenset({"undercover-work", "unannounced-operation"}),
        doubtful=frozenset({"soil"}),
    )
    assert move(case, "the-catch", "verdict") == Act(
        "police", purpose="principled", rank=True, warned=None, needs=True, does=frozenset({"verdict"})
    )


def test_sources_of_the_marks_and_of_the_option_are_kept_together(case: Scenario) -> None:
    option = decision(case, "the-catch").option("on-board")
    assert option is not None
    assert option.cite == ("essay@P3", "ours")


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("out", Leak()),
        ("found", None),
        ("thaw", Develop((("police", "institution", 2), ("police", "interest", 2)))),
        ("chill", Develop((("border", "interest", 1),), down=True)),
        ("no-catch", Trouble("no catch")),
        ("press", Pressure(-1, "the press")),
        ("lost", Omission("border")),
        ("cables", Act("police", face=True, needs=False, incident=True)),
        ("change", Administration("washington", "ben")),
    ],
)
def test_an_event_does_what_is_written(case: Scenario, name: str, wanted: object) -> None:
    assert event(case, name).move == wanted


def test_a_leak_has_odds_and_a_discovery_has_its_decision(case: Scenario) -> None:
    assert event(case, "out").odds == (1, 3)
    assert event(case, "found").of == "the-catch"


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("out", Condition("chosen", options=(("harbour-answers", "real"),))),
        ("press", Condition("grievance", "police", "soil")),
        ("lost", Condition("not", parts=(Condition("entry", "letter"),))),
        ("cables", Condition("reception", "the-catch", "protest")),
        (
            "no-catch",
            Condition("all", parts=(Condition("shut", "police"), Condition("frustration", number=3))),
        ),
    ],
)
def test_an_if_asks_what_is_written(case: Scenario, name: str, wanted: Condition) -> None:
    assert event(case, name).when == wanted


def test_tests_inside_any_are_read_like_the_others(case: Scenario) -> None:
    assert decision(case, "own-house").when == Condition(
        "any",
        parts=(
            Condition("level", "police", "institution", at_least=False, number=1),
            Condition(
                "all",
                parts=(Condition("standing", at_least=False, number=1), Condition("entry", "treaty")),
            ),
        ),
    )


def test_one_of_several_choices_is_enough(case: Scenario) -> None:
    option = decision(case, "harbour-speaks").option("agree")
    assert option is not None
    assert option.when == Condition("chosen", options=(("first-word", "tell"), ("first-word", "hint")))


def test_a_decision_is_of_the_kind_of_its_options(case: Scenario) -> None:
    kinds = [item.kind for item in case.decisions]
    assert kinds == ["opening", "answer", "opening", "answer", "opening", "reply", "follow", "opening"]


def test_what_an_author_says_of_an_option_is_kept(case: Scenario) -> None:
    desk = decision(case, "first-word").option("desk")
    assert desk is not None
    assert desk.foil == "a desk before anybody asks for one"
    assert desk.override == ("token", "The harbour master was away.", ("essay@P2",))
    assert desk.outcome == {"token": "They nod."}


def test_the_debrief_has_facts_questions_and_what_is_left_out(case: Scenario) -> None:
    assert case.outcome == (Fact("Five requests were refused.", ("essay@P3",)),)
    assert case.disputed[0].cite == ("outside:N1",)
    assert case.left_out == ("The families of the crew.",)
    assert case.other_account == (("arrested", 160, ("essay@P3",)),)
    assert [question.when for question in case.questions] == [Condition("failed", "coordination"), None]
    assert [question.side for question in case.questions] == ["", "mexico-city"]


@pytest.fixture
def text() -> str:
    return (DATA / "full-case.yaml").read_text(encoding="utf-8")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An instructor's folder, with what its scenarios share."""
    shutil.copytree(DATA / "common", tmp_path / "common")
    return tmp_path


def test_a_scenario_with_warnings_alone_is_read(folder: Path, text: str) -> None:
    path = folder / "elsewhere.yaml"
    path.write_text(text, encoding="utf-8")
    scenario, found = read_scenario(path, Common())
    assert scenario is not None
    assert [(diagnostic.severity, diagnostic.code) for diagnostic in found] == [("warning", "id-not-file")]


def test_the_digest_is_that_of_the_text_whatever_its_line_ends(folder: Path, text: str, case: Scenario) -> None:
    path = folder / "full-case.yaml"
    path.write_bytes(text.replace("\n", "\r\n").encode())
    scenario, _ = read_scenario(path, Common())
    assert scenario is not None
    assert scenario.digest == case.digest == hashlib.sha256(text.encode()).hexdigest()[:12]


def test_the_digest_changes_with_a_letter(folder: Path, text: str, case: Scenario) -> None:
    path = folder / "full-case.yaml"
    path.write_text(text.replace("The Night Ferry", "The night ferry"), encoding="utf-8")
    scenario, _ = read_scenario(path, Common())
    assert scenario is not None
    assert scenario.digest != case.digest


def test_the_summary_is_known_by_the_name_of_brief_too(folder: Path, text: str, case: Scenario) -> None:
    path = folder / "full-case.yaml"
    path.write_text(text.replace("\nsummary:", "\nbrief:"), encoding="utf-8")
    scenario, _ = read_scenario(path, Common())
    assert scenario is not None
    assert scenario.summary == case.summary


def test_faults_of_the_shared_files_count_as_faults_of_the_scenario(folder: Path, text: str) -> None:
    path = folder / "full-case.yaml"
    path.write_text(text, encoding="utf-8")
    (folder / "common" / "people.yaml").write_text("ana: {nam: Ana}\nben: {name: Ben}\n", encoding="utf-8")
    scenario, found = read_scenario(path, Common())
    assert scenario is None
    assert [(Path(diagnostic.place.file).name, diagnostic.code) for diagnostic in found] == [
        ("people.yaml", "missing-key"),
        ("people.yaml", "unknown-key"),
    ]


def test_a_long_scenario_is_read_whole(folder: Path, text: str) -> None:
    decision = """
  - decision: again-{n}
    round: 4
    by: washington
    title: And again?
    brief: Nothing has changed since the last time that this was asked, and it is asked once more.
    options:
      - {{id: act, label: Act, act: {{field: police, face: yes, does: [undercover-work], cite: essay@P1}}}}
      - {{id: wait, label: Wait, historical: yes, wait: yes, if: {{reception of the-catch: at least protest}}}}
"""
    more = "".join(decision.format(n=n) for n in range(50))
    path = folder / "full-case.yaml"
    path.write_text(text.replace("\nhistory:", more + "\nhistory:"), encoding="utf-8")
    assert path.stat().st_size > 25_000
    scenario, _ = read_scenario(path, Common())
    assert scenario is not None
    assert len(scenario.play) == 67

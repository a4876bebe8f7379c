"""A new case is complete and playable as it stands, so that a lecturer changes something that works."""

from pathlib import Path

import pytest

from game.authoring.start import start_of
from game.cli import main
from game.play.course import Course
from game.play.graph import Graph
from game.play.solve import Solved
from game.rules.words import ENDINGS
from game.scenario.model import Scenario
from game.scenario.moves_reader import CARRIERS
from game.scenario.read import read_scenario
from game.theories.load import shipped
from game.tree.warnings import Dilemma


def scenario_in(folder: Path, text: str) -> Scenario:
    path = folder / "my-case.yaml"
    path.write_text(text, encoding="utf-8")
    scenario, found = read_scenario(path)
    assert found == []
    assert scenario is not None
    return scenario


def test_a_new_case_draws_no_complaint_and_carries_its_id(tmp_path: Path) -> None:
    scenario = scenario_in(tmp_path, start_of("my-case"))
    assert (scenario.id, scenario.title) == ("my-case", "The Flower Bridge")


@pytest.mark.parametrize("title", ['He said: "no"', "C:\\new", "# not a comment", "Ñandú — [sic], {x}"])
def test_any_title_can_be_given(title: str, tmp_path: Path) -> None:
    assert scenario_in(tmp_path, start_of("my-case", title)).title == title


def test_every_decision_of_a_new_case_is_met_and_every_ending_reached(tmp_path: Path) -> None:
    course = Course.of(scenario_in(tmp_path, start_of("my-case")), shipped())
    warnings = Dilemma.of(Solved.of(Graph.of(course))).warnings()
    assert not [w for w in warnings if "nobody can come" in w.sentence]
    assert not [w for w in warnings if w.where in ENDINGS]


def test_a_new_case_shows_the_moves_that_most_cases_need(tmp_path: Path) -> None:
    scenario = scenario_in(tmp_path, start_of("my-case"))
    carried = {type(option.move).__name__.lower() for decision in scenario.decisions for option in decision.options}
    assert carried >= {"act", "offer", "tell", "reply", "answer", "follow", "keeps", "wait"}
    assert carried <= set(CARRIERS)


def test_the_command_writes_it_once_and_not_over_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["new", "my-case"]) == 0
    assert capsys.readouterr().out == "my-case.yaml\n"
    assert main(["new", "my-case"]) == 2
    assert main(["new", "My Case"]) == 2
    assert "cannot be the id" in capsys.readouterr().err


def test_a_dash_writes_it_to_stdout(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["new", "my-case", "-o", "-"]) == 0
    assert capsys.readouterr().out == start_of("my-case")
    assert not list(tmp_path.iterdir())

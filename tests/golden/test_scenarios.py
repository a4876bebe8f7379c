"""Every game of every shipped scenario has been played, and comes to what the golden file says."""

import pytest
from golden.measured import golden, measured
from play import shipped as shelf

MEASURES = ("states", "ends", "games", "endings", "history", "best")


def test_the_golden_file_knows_the_shipped_scenarios_and_no_others() -> None:
    assert list(golden()) == shelf.IDS


@pytest.mark.parametrize("name", shelf.IDS)
@pytest.mark.parametrize("measure", MEASURES)
def test_a_scenario_comes_to_what_was_judged(name: str, measure: str) -> None:
    assert measured(name)[measure] == golden()[name][measure], "rewrite with UPDATE_GOLDEN=1 if this is meant"


@pytest.mark.parametrize("name", shelf.IDS)
def test_a_scenario_is_warned_about_what_was_judged_and_nothing_else(name: str) -> None:
    assert measured(name)["warnings"] == list(golden()[name]["warnings"])


@pytest.mark.parametrize("name", shelf.IDS)
def test_every_warning_that_a_scenario_keeps_has_a_reason(name: str) -> None:
    assert [warning for warning, reason in golden()[name]["warnings"].items() if not reason] == []

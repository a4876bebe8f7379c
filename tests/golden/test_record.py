"""Every coded case under every shipped theory comes out as the golden file says."""

import pytest
from golden.recorded import golden, measured

from game.theories.load import SHIPPED


@pytest.mark.parametrize("name", SHIPPED)
def test_a_theory_gets_as_many_cases_right_as_was_judged(name: str) -> None:
    assert measured()["theories"][name] == golden()["theories"][name], "rewrite with UPDATE_GOLDEN=1 if this is meant"


@pytest.mark.parametrize("case", measured()["cases"])
def test_a_case_comes_out_as_was_judged(case: str) -> None:
    assert measured()["cases"][case] == golden()["cases"][case]


def test_the_golden_file_knows_these_cases_and_no_others() -> None:
    assert list(measured()["cases"]) == list(golden()["cases"])
    assert measured()["not scored"] == golden()["not scored"]

"""Figures in documents are written by the program: what stands there is what it says now."""

import re

import pytest
from golden import written
from golden.written import BEGIN, END, HEAD, NEXT, README, RECORD, figures, firmness_part, kept, record_parts

AGAIN = "rewrite with UPDATE_GOLDEN=1 if this is meant"


@pytest.fixture(scope="module", autouse=True)
def rewritten() -> None:
    if written.UPDATE:
        written.rewrite()


def parts() -> list[str]:
    text = RECORD.read_text(encoding="utf-8")
    assert text.startswith(HEAD), AGAIN
    return text.removeprefix(HEAD).split(NEXT)


def test_the_record_as_it_is_told_is_the_record_as_it_is() -> None:
    backtest, compared, _ = parts()
    assert backtest == record_parts()[0], AGAIN
    assert compared == record_parts()[1], AGAIN


def test_what_is_told_of_firmness_is_what_is_found_but_for_the_draws() -> None:
    """The draws take seconds, so they are not drawn again here; all that is reckoned without chance is."""
    told, found = parts()[2], firmness_part(samples=20)
    begins = "### One number by one"
    assert begins in found
    assert told[told.index(begins) :] == found[found.index(begins) :], AGAIN
    assert f"| {written.SAMPLES} | every number" in told


def test_the_readme_tells_the_same_figures() -> None:
    text = README.read_text(encoding="utf-8")
    assert text.count(BEGIN) == text.count(END) == 1
    assert text.partition(BEGIN)[2].partition(END)[0] == figures(kept()), AGAIN


def test_the_commands_that_a_reader_is_told_are_those_of_the_program() -> None:
    from game.cli.arguments import COMMANDS

    commands = re.findall(r"two-capitals ([a-z]+)", HEAD)
    assert len(commands) == 3
    assert set(commands) <= set(COMMANDS)

"""Two readings of the rules, made apart, make the same of every coded case."""

from functools import cache
from typing import Any

import pytest
import yaml
from backtest.coded import MOVES, each_case

from game.backtest.extensions import without
from game.backtest.outcome import outcome
from game.record.library import shipped_files
from game.record.model import Case
from game.rules.theory import Rule, Theory
from game.theories.load import shipped

from . import rules as second

TOLD = ("reception", "then", "manner", "binding")


@cache
def written() -> dict[str, dict[str, Any]]:
    """The cases as they stand in their files, read by nothing of the game."""
    texts = [path.read_text(encoding="utf-8") for path in shipped_files()]
    return {case["id"]: case for text in texts for case in yaml.safe_load(text)["cases"]}


def differing(theory: Theory) -> set[str]:
    """The cases of which the second reading does not say the same as the engine under a theory."""
    return {case.id for case in MOVES if second.of_the_record(written()[case.id]) != said(theory, case)}


def said(theory: Theory, case: Case) -> dict[str, str]:
    found = outcome(theory, case.found)
    return {what: getattr(found, what) for what in TOLD}


@each_case
def test_both_readings_make_the_same_of_a_coded_case(case: Case) -> None:
    assert second.of_the_record(written()[case.id]) == said(shipped(), case)


@pytest.mark.parametrize("rule", [rule for rule in shipped().rules() if rule.extension], ids=lambda rule: rule.id)
def test_a_rule_that_only_one_reading_has_is_found(rule: Rule) -> None:
    assert differing(without(shipped(), rule))

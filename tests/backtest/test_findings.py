"""The sentence that the rules card and the debrief quote is made from the figures, and from those of today."""

import os
from pathlib import Path

import yaml

import game.theories.findings as kept
from game.backtest.findings import findings
from game.record.library import shipped_cases
from game.theories.load import SHIPPED, shipped

PATH = Path(kept.__file__).with_name(kept.FILE)
HEAD = (
    "# Made by UPDATE_GOLDEN=1 .venv/bin/pytest tests/backtest/test_findings.py, from theories and coded cases.\n"
    "# Never typed.\n"
)


def test_the_findings_are_those_of_the_theories_and_cases_as_they_stand() -> None:
    made = {name: found._asdict() for name, found in findings([shipped(n) for n in SHIPPED], shipped_cases()).items()}
    if os.environ.get("UPDATE_GOLDEN"):
        PATH.write_text(HEAD + yaml.safe_dump(made, sort_keys=False, allow_unicode=True, width=110), encoding="utf-8")
    assert yaml.safe_load(PATH.read_text(encoding="utf-8")) == made


def test_a_theory_that_was_changed_has_no_findings() -> None:
    theory = shipped()
    kept._known.cache_clear()
    assert kept.findings_of(theory)
    from dataclasses import replace

    assert kept.findings_of(replace(theory, digest="another")) is None

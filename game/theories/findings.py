"""What holding each shipped theory against the record came to, in one sentence each: generated, never typed.

``tests/backtest/test_findings.py`` makes the file anew and compares; a theory changed since has no findings.
"""

from functools import cache
from importlib.resources import files
from typing import NamedTuple

import yaml

from game.rules.theory import Theory

FILE = "findings.yaml"
NONE_YET = "This theory has not been held against the record yet: two-capitals backtest --theory FILE does it."


class Findings(NamedTuple):
    """How firm a theory's results are, and whether another does as well."""

    digest: str
    firm: str
    rivals: str
    card: str
    """Both in one line, for the rules card."""


def findings_of(theory: Theory) -> Findings | None:
    """What was found of a theory as it stands; None if it was never tried, or has been changed since."""
    found = _known().get(theory.id)
    return found if found and found.digest == theory.digest else None


@cache
def _known() -> dict[str, Findings]:
    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    text = files("game.theories").joinpath(FILE).read_text(encoding="utf-8")
    known: dict[str, dict[str, str]] = yaml.load(text, loader) or {}  # noqa: S506 - a base loader makes nothing but text
    return {name: Findings(**found) for name, found in known.items()}

"""What the theories make of the record: every case under each of them, as the golden file keeps it.

The file is written by the program and judged by a person. To rewrite it, and then read the diff:

    UPDATE_GOLDEN=1 pytest tests/golden/test_record.py
"""

import os
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from game.backtest.scored import FINER, Backtest
from game.record.library import shipped_cases
from game.theories.load import SHIPPED, shipped

FILE = Path(__file__).parent / "record.yaml"
HEAD = """# What each theory makes of each coded case, and how many it gets right.
# Rewritten by: UPDATE_GOLDEN=1 pytest tests/golden/test_record.py
# A case is a list: what the record has, then each theory's result in the order of `theories`; in brackets what else
# the first theory says: what Washington does then, the manner, whether a text binds, whether it lasted.
"""
UPDATE = bool(os.environ.get("UPDATE_GOLDEN"))


@cache
def measured() -> dict[str, Any]:
    """Shares of each theory and the results of each case."""
    tests = [Backtest.of(shipped(name), shipped_cases()) for name in SHIPPED]
    return {
        "theories": {test.theory.id: {"right": str(test.share()), **_finer(test)} for test in tests},
        "cases": {rows[0].case.id: _line(rows) for rows in zip(*(test.rows for test in tests), strict=True)},
        "not scored": [case.id for case in tests[0].unscored],
    }


def _finer(test: Backtest) -> dict[str, str]:
    return {what: str(test.finer(what)) for what in FINER}


def _line(rows: Any) -> str:
    first = rows[0].got
    also = [word for word in (first.then, first.manner, first.binding, first.lasted) if word]
    return f"{rows[0].expected}: {', '.join(row.got.reception for row in rows)} ({', '.join(also)})"


@cache
def golden() -> dict[str, Any]:
    """The golden file; rewritten first when asked to."""
    if UPDATE:
        text = yaml.safe_dump(measured(), sort_keys=False, allow_unicode=True, width=110)
        FILE.write_text(HEAD + text, encoding="utf-8", newline="\n")
    kept: dict[str, Any] = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    return kept

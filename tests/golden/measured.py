"""What the shipped scenarios come to when every game of them is played: the numbers that the golden file keeps.

The file is written by the program and judged by a person. To rewrite it, and then read the diff:

    UPDATE_GOLDEN=1 pytest tests/golden tests/play/test_plays.py

The reason for a warning is a person's: it is kept as long as the warning is, and a new warning has none until then.
"""

import os
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from play import shipped as shelf

from game.play.graph import worth
from game.play.happened import Happened
from game.play.walk import by_history, ending_of
from game.rules.words import CAPITALS
from game.tree.warnings import AGAINST

FILE = Path(__file__).parent / "scenarios.yaml"
HEAD = """# What the shipped scenarios come to when every game of them is played.
# Rewritten by: UPDATE_GOLDEN=1 pytest tests/golden tests/play/test_plays.py
# endings: at how many last states each can be met. best: what best play is worth against each way of playing the other.
# warnings: what `check --paths` says; each needs a reason why the scenario keeps it, and the fewer the better.
"""
UPDATE = bool(os.environ.get("UPDATE_GOLDEN"))


@cache
def measured(name: str) -> dict[str, Any]:
    """The numbers of one scenario."""
    graph, solved, dilemma = shelf.graph(name), shelf.solved(name), shelf.dilemma(name)
    return {
        "states": len(graph.nodes),
        "ends": sum(not node.edges for node in graph.nodes),
        "games": graph.paths(),
        "endings": {ending: times for ending, times in dilemma.endings().items() if times},
        "history": history(name),
        "best": {
            capital: {who: round(solved.values[capital, who].worth[0], 2) for who in AGAINST} for capital in CAPITALS
        },
        "warnings": [f"{warned.test} {warned.where}: {warned.sentence}" for warned in dilemma.warnings()],
    }


def history(name: str) -> dict[str, Any]:
    """What came of what was really done: the receptions in order, the ending, the totals."""
    game = by_history(shelf.course(name))
    assert game.over
    return {
        "ending": ending_of(game.course, game.position),
        **{capital: worth(game.course, game.position.state, capital) for capital in CAPITALS},
        "met": [told for happened in game.log if (told := _told(happened))],
    }


def _told(happened: Happened) -> str:
    """One answered move in a line, with its flags."""
    if happened.kind not in ("reply", "answer", "follow"):
        return ""
    return " ".join([f"{happened.answers}: {happened.how}", *(f"+{flag}" for flag in happened.flags)])


@cache
def golden() -> dict[str, Any]:
    """The golden file; rewritten first when asked to."""
    kept: dict[str, Any] = yaml.safe_load(FILE.read_text(encoding="utf-8")) if FILE.exists() else {}
    if UPDATE:
        kept = {name: _with_reasons(measured(name), kept.get(name, {})) for name in shelf.IDS}
        text = yaml.safe_dump(kept, sort_keys=False, allow_unicode=True, width=110)
        FILE.write_text(HEAD + text, encoding="utf-8", newline="\n")
    return kept


def _with_reasons(found: dict[str, Any], before: dict[str, Any]) -> dict[str, Any]:
    """The numbers found, each warning with the reason that it had."""
    reasons: dict[str, str] = before.get("warnings", {})
    return {**found, "warnings": {warning: reasons.get(warning, "") for warning in found["warnings"]}}

"""A game as plain data: what ``run --json`` and ``replay --json`` print (DESIGN.md 8). Stable; see README."""

from collections.abc import Sequence

from game.play.course import Course
from game.play.game import reception_of
from game.play.graph import accounts
from game.play.happened import Happened
from game.play.position import Position
from game.play.table import state_of
from game.play.walk import ending_of
from game.rules.moves import Act
from game.rules.state import as_plain
from game.rules.words import CAPITALS, NOBODY, RECEPTIONS
from game.scenario.model import Decision

FRUSTRATED = 4
"""From here on a round counts as one of frustration (RULES.md 5)."""


def stages(happened: Happened, course: Course) -> tuple[str, ...]:
    """The stages of the cycle that one thing shows, in their order."""
    shown = {
        "frustration": happened.state.home.frustration >= FRUSTRATED,
        "unilateral act": happened.kind == "act" and happened.by != NOBODY and not _mooted(happened, course),
        "sovereignty response": happened.kind == "reply" and happened.how in RECEPTIONS[2:],
        "retreat": happened.how == "settle",
        "agreement": "signed" in happened.flags,
        "cooperation": happened.reception == "cooperation",
        "forgetting": any(line.rule == "lapsed" and line.what.startswith("ledger") for line in happened.lines),
    }
    return tuple(stage for stage, true in shown.items() if true)


def _mooted(happened: Happened, course: Course) -> bool:
    decision = course.scenario.decision(happened.item)
    option = decision.option(happened.option or "") if decision else None
    return isinstance(option.move, Act) and option.move.mooted if option else False


def as_report(
    course: Course, log: Sequence[Happened], position: Position, role: str, opponent: str
) -> dict[str, object]:
    """The whole game: one element a move, events and what the rules finished included."""
    state, over = state_of(position), course.waiting(position) is None
    counted = accounts(course, state)
    return {
        "scenario": course.scenario.id,
        "role": role,
        "opponent": opponent,
        "theory": course.theory.id,
        "moves": [_move(happened, course, log) for happened in log],
        "ending": ending_of(course, position) if over else None,
        "aims": {c: {a.id: a.weight * counted[a.id] for a in course.theory.aims[c]} for c in CAPITALS},
    }


def _move(happened: Happened, course: Course, log: Sequence[Happened]) -> dict[str, object]:
    return {
        "decision": happened.item,
        "by": happened.by,
        "option": happened.option,
        "due": happened.due,
        "reception": _reception(happened, log),
        "flags": list(happened.flags),
        "stage": list(stages(happened, course)),
        "trace": [line.as_plain() for line in happened.lines],
        "state": as_plain(happened.state, course.setting),
    }


def _reception(happened: Happened, log: Sequence[Happened]) -> str | None:
    """The reception of the move; of an act or offer the one that it met later."""
    if happened.reception or happened.kind not in ("act", "offer"):
        return happened.reception
    return reception_of(happened.item, log)


def as_text(course: Course, log: Sequence[Happened], position: Position) -> list[str]:
    """The same for people: a line a move, its trace below it."""
    lines: list[str] = []
    for happened in log:
        lines += ["", _headline(happened, course, log)]
        lines += [
            f"    {_sum(line.what, line.before, line.after)}  {line.why}  [{cited(course, line.cite)}]"
            for line in happened.lines
        ]
    if course.waiting(position) is None:
        lines += ["", f"ending: {ending_of(course, position)}", *aims_text(course, position)]
    return lines


def _headline(happened: Happened, course: Course, log: Sequence[Happened]) -> str:
    item = course.scenario.play[course.scenario.index(happened.item)] if happened.item != "close" else None
    if isinstance(item, Decision):
        option = item.option(happened.option or "")
        what = option.label if option else f"by the rules: {happened.how}"
        name = f"{item.title} {what}"
    else:
        name = "the round closes" if item is None else getattr(item, "text", "") or happened.item
    met = _reception(happened, log)
    flags = f" ({', '.join(happened.flags)})" if happened.flags else ""
    return f"round {happened.round} · {happened.by} · {name}" + (f" → {met}" if met else "") + flags


def _sum(what: str, before: int, after: int) -> str:
    return f"{what} {before} → {after}" if before != after else f"{what} {after}"


def cited(course: Course, cites: Sequence[str]) -> str:
    """Citations as the reader sees them."""
    return "; ".join(dict.fromkeys(course.scenario.common.citation(c) for c in cites))


def aims_text(course: Course, position: Position) -> list[str]:
    """What each capital's aims come to, line by line."""
    counted = accounts(course, state_of(position))
    lines = []
    for capital in CAPITALS:
        aims = course.theory.aims[capital]
        parts = ", ".join(f"{a.says} {a.weight * counted[a.id]:+d}" for a in aims)
        lines.append(f"{capital}: {sum(a.weight * counted[a.id] for a in aims)} ({parts})")
    return lines

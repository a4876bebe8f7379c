"""A game as plain data: what ``run --json`` and ``replay --json`` print (docs/json.md), and the same for people."""

from collections.abc import Iterator, Sequence

from game.play.course import Course
from game.play.game import Game, reception_of
from game.play.graph import accounts
from game.play.happened import Happened
from game.play.walk import ending_of
from game.rules.moves import Act
from game.rules.numbers import number_of, signed
from game.rules.state import as_plain
from game.rules.trace import Line
from game.rules.words import CAPITALS, NOBODY, RECEPTIONS
from game.scenario.citations import citation
from game.scenario.model import Decision

FRUSTRATED = 4
"""From here on a round counts as one of frustration."""


# --- the stages of the cycle ---------------------------------------------------------------------------------


def stages(happened: Happened, course: Course) -> tuple[str, ...]:
    """The stages of the cycle that one thing shows, in their order."""
    shown = {
        "frustration": happened.state.home.frustration >= FRUSTRATED,
        "unilateral act": happened.kind == "act" and happened.by != NOBODY and not _mooted(happened, course),
        "sovereignty response": happened.kind == "reply" and happened.how in RECEPTIONS[2:],
        "retreat": happened.how == "settle",
        "agreement": "signed" in happened.flags,
        "cooperation": happened.reception == "cooperation",
        "forgetting": any(line.what.startswith("ledger.") and line.step < 0 for line in happened.lines),
    }
    return tuple(stage for stage, true in shown.items() if true)


def _mooted(happened: Happened, course: Course) -> bool:
    decision = course.scenario.decision(happened.item)
    option = decision.option(happened.option or "") if decision else None
    return isinstance(option.move, Act) and option.move.mooted if option else False


# --- for programs --------------------------------------------------------------------------------------------


def as_report(game: Game, role: str, opponent: str) -> dict[str, object]:
    """The whole game: one element a move, events and what the rules finished included. Stable; see README."""
    course = game.course
    return {
        "scenario": course.scenario.id,
        "role": role,
        "opponent": opponent,
        "theory": course.theory.id,
        "moves": [_move(happened, course, game.log) for happened in game.log],
        "ending": ending_of(course, game.position) if game.over else None,
        "aims": {capital: {aim: worth for aim, _, worth in aims_of(game, capital)} for capital in CAPITALS},
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


def aims_of(game: Game, capital: str) -> list[tuple[str, str, int]]:
    """What the aims of a capital come to, line by line: id, words, worth."""
    counted = accounts(game.course, game.position.state)
    return [(aim.id, aim.says, aim.weight * counted[aim.id]) for aim in game.course.theory.aims[capital]]


# --- for people ----------------------------------------------------------------------------------------------


def as_text(game: Game) -> str:
    """The same for people: a line a move, its trace below it, the ending last."""
    blocks = [[_headline(one, game), *(_sum(line, game.course) for line in one.lines)] for one in game.log]
    return "\n\n".join("\n".join(block) for block in (*blocks, _end(game)))


def _headline(happened: Happened, game: Game) -> str:
    met = _reception(happened, game.log)
    flags = f" ({', '.join(happened.flags)})" if happened.flags else ""
    what = _what(happened, game.course)
    return f"round {happened.round} · {happened.by} · {what}" + (f" → {met}" if met else "") + flags


def _what(happened: Happened, course: Course) -> str:
    """What was done: the question and its answer, the text of an event, the close of a round."""
    if happened.item == "close":
        return "the round closes"
    item = course.scenario.play[course.scenario.index(happened.item)]
    if happened.by_rules:
        return f"answer to {item.id}, left to the rules: {happened.how}"
    if not isinstance(item, Decision):
        return item.text or item.id
    option = item.option(happened.option or "")
    return f"{item.title or item.id} {option.label if option else ''}".strip()


def _sum(line: Line, course: Course) -> str:
    change = f"{line.before} → {line.after}" if line.step else f"{line.after}"
    cites = citation(line.cite, course.scenario.common)
    return f"    {line.what} {change}  {line.why}  [{cites}]"


def _end(game: Game) -> Iterator[str]:
    """The ending and what each capital's aims come to; or what waits, where the game goes on."""
    if game.waiting is not None:
        yield f"waiting: {game.waiting.id}"
        return
    yield f"ending: {ending_of(game.course, game.position)}"
    for capital in CAPITALS:
        aims = aims_of(game, capital)
        parts = ", ".join(f"{says} {signed(worth)}" for _, says, worth in aims)
        yield f"{capital}: {number_of(sum(worth for _, _, worth in aims))} ({parts})"

"""The four conditions by decision, what became of each, and the rule line that decided it."""

from collections.abc import Iterator

from game.debrief.material import Material
from game.debrief.model import ConditionTurn, FieldConditions, TraceLine, Verdict
from game.debrief.wording import VERDICTS, capped, joined
from game.play.position import Position
from game.rules.words import CONDITIONS


def conditions(material: Material) -> tuple[FieldConditions, ...]:
    """Every field of the case, the main one first."""
    return tuple(_field(material, at) for at in range(len(material.course.setting.fields)))


def _field(material: Material, at: int) -> FieldConditions:
    name = material.course.setting.fields[at]
    turns = [ConditionTurn(0, _levels(material.game.opening[0], at), (0,) * len(CONDITIONS))]
    for choice in material.choices:
        levels = _levels(choice.after, at)
        moved = tuple((new > old) - (new < old) for new, old in zip(levels, turns[-1].levels, strict=True))
        turns.append(ConditionTurn(material.numbers[choice.decision.id], levels, moved))
    last = turns[-1].levels
    verdicts = tuple(_verdict(material, name, c, level) for c, level in zip(CONDITIONS, last, strict=True))
    return FieldConditions(name, tuple(turns), verdicts, _missing(material, name, turns))


def _missing(material: Material, field: str, turns: list[ConditionTurn]) -> str:
    """Which conditions were absent, and when: what a reader should be able to say after the game."""
    absent = {c: list(_absences(material, f"{field}.{c}", turns, at)) for at, c in enumerate(CONDITIONS)}
    if not any(absent.values()):
        return "No condition was absent at any turn."
    said = "; ".join(f"{condition} {joined(spans)}" for condition, spans in absent.items() if spans)
    return f"{capped(said)}."


def _absences(material: Material, what: str, turns: list[ConditionTurn], at: int) -> Iterator[str]:
    """The stretches of turns for which a condition was absent, each with what made it so."""
    since = ""
    for turn in turns:
        absent = turn.levels[at] == 0
        if absent and not since:
            since = (
                f"from turn {turn.number} ({_brought_down(material, what, turn.number)})"
                if turn.number
                else "from the start"
            )
        elif not absent and since:
            yield f"{since} to turn {turn.number}"
            since = ""
    if since:
        yield f"{since} to the end"


def _brought_down(material: Material, what: str, turn: int) -> str:
    lowered = [line for line in material.trace if line.turn == turn and line.what == what and line.step < 0]
    return lowered[-1].why


def _levels(position: Position, at: int) -> tuple[int, ...]:
    return tuple(position.ground.fields[at][: len(CONDITIONS)])


def _verdict(material: Material, field: str, condition: str, level: int) -> Verdict:
    """Met, partly or not met, by where it stands at the end; decided by the last line that moved it."""
    moved = [line for line in material.trace if line.what == f"{field}.{condition}" and line.worked]
    decided = moved[-1] if moved else None
    return Verdict(condition, level, VERDICTS[level], decided, f"{VERDICTS[level]}, {_decided(decided)}")


def _decided(line: TraceLine | None) -> str:
    if line is None:
        return "as at the start"
    if not line.turn:
        return "before the first turn"
    return f"{'turn' if line.chosen else 'after turn'} {line.turn}"


def failed(material: Material, condition: str) -> bool:
    """Was a condition of the main field 0 at the end of a round, or lowered in one?"""
    name = material.course.setting.fields[0]
    lowered = any(line.what == f"{name}.{condition}" and line.step < 0 for line in material.trace)
    ends = {h.round: h.state.ground.fields[0] for _, h in material.log}
    return lowered or any(getattr(field, condition) == 0 for field in ends.values())

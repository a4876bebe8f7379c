"""The four conditions by decision, what became of each, and the rule line that decided it."""

from game.debrief.material import Material
from game.debrief.model import ConditionTurn, FieldConditions, TraceLine, Verdict
from game.debrief.wording import VERDICTS
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
    return FieldConditions(name, tuple(turns), verdicts)


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

"""The stages of the sovereignty cycle by round: every one that held, in order."""

from game.debrief.material import Material
from game.debrief.model import RoundStages
from game.play.report import FRUSTRATED, stages
from game.rules.words import STAGES


def rounds(material: Material) -> tuple[RoundStages, ...]:
    """Every round of the case with its stages."""
    held: dict[int, set[str]] = {r: set() for r in sorted({item.round for item in material.course.scenario.play})}
    for _, happened in material.log:
        held[happened.round] |= set(stages(happened, material.course))
    for choice in material.choices:
        if choice.before.home.frustration >= FRUSTRATED:
            held[choice.decision.round].add(STAGES[0])
    return tuple(RoundStages(r, tuple(s for s in STAGES if s in found)) for r, found in held.items())

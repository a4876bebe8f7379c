"""The path in the four cells of the paper's figure 1: what kind of sovereignty each act or offer drew on.

An act alone is unilateral and an offer negotiated; whether it solves a problem or states a principle is the
purpose that the case gives it. Whose act or offer it is makes no difference.
"""

from collections.abc import Sequence

from game.debrief.material import Choice, Material
from game.debrief.model import Placed, QuadrantCell, QuadrantPath
from game.rules.moves import Act, Offer
from game.scenario.citations import citation

FIGURE = "paradox@PF1"
CELLS = (
    ("operational", "unilateral", "Domestic: authority and control"),
    ("operational", "negotiated", "Interdependent: regulation"),
    ("principled", "unilateral", "Westphalian: autonomy"),
    ("principled", "negotiated", "International legal: mutual recognition"),
)
"""Figure 1, row by row."""


def quadrant(material: Material) -> QuadrantPath:
    """Both paths in the four cells."""
    mine, history = material.choices, material.history or ()
    first, second, third, fourth = (
        QuadrantCell(purpose, manner, name, *(_placed(material, path, purpose, manner) for path in (mine, history)))
        for purpose, manner, name in CELLS
    )
    return QuadrantPath((first, second, third, fourth), citation((FIGURE,), material.course.scenario.common))


def _placed(material: Material, path: Sequence[Choice], purpose: str, manner: str) -> tuple[Placed, ...]:
    return tuple(
        Placed(material.numbers[choice.decision.id], choice.decision.by, choice.option.label)
        for choice in path
        if _cell(choice.option.move) == (purpose, manner)
    )


def _cell(move: object) -> tuple[str, str] | None:
    """Where a move belongs; None for what is neither an act nor an offer."""
    match move:
        case Act(purpose=purpose):
            return purpose, "unilateral"
        case Offer(purpose=purpose):
            return purpose, "negotiated"
    return None

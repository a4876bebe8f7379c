"""The figures of an account, as sheet and screen draw them: the conditions by turn, the four cells."""

from typing import Literal

from game.debrief.model import Account, ConditionTurn
from game.printing.document import Level, Quadrant, Quarter, Stage


def stage_of(label: str, turn: ConditionTurn) -> Stage:
    """The four conditions after one turn, and how each moved in it."""
    return Stage(label, tuple(_level(value, moved) for value, moved in zip(turn.levels, turn.moved, strict=True)))


def _level(value: int, moved: int) -> Level:
    levels: tuple[Literal[0], Literal[1], Literal[2]] = (0, 1, 2)
    moves: tuple[Literal[0], Literal[1], Literal[-1]] = (0, 1, -1)
    return Level(levels[value], moves[moved])


def quadrant_of(account: Account) -> Quadrant:
    """The four cells of the paper's figure with both paths in them, by the numbers of their turns."""
    first, second, third, fourth = (
        Quarter(cell.name, tuple(str(p.number) for p in cell.mine), tuple(str(p.number) for p in cell.history))
        for cell in account.quadrant.cells
    )
    caption = f"Acts and offers of both capitals by turn. Cells: {account.quadrant.cite}."
    rows, columns = ("Operational", "Principled"), ("Unilateral", "Negotiated")
    return Quadrant(rows, columns, (first, second, third, fourth), "in play", "in history", caption)

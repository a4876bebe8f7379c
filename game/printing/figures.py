"""Figures as tables of words, so that a format that cannot draw says the same as one that can."""

import math
from dataclasses import dataclass

from game.printing.document import (
    Align,
    Cell,
    Conditions,
    Level,
    Quadrant,
    Quarter,
    Shade,
    Shaded,
    Stage,
    Sum,
    SumLine,
    Table,
    Text,
    Timeline,
    Turn,
    bold,
    words_of,
)
from game.rules.symbols import UNICODE

_SHADES: dict[int, Shade] = {-1: "bad", 0: "none", 1: "good"}
_SUM_ALIGN: tuple[Align, ...] = ("left", "right", "left", "left")
_TURNS_A_BAND = 7
_ARROWS = {-1: f" {UNICODE.down}", 0: "", 1: f" {UNICODE.up}"}


def sum_table(block: Sum) -> Table:
    """Set the addition as a table, its totals in bold under a rule."""
    rows = [_sum_row(line) for line in block.lines]
    totals = [tuple(bold(words_of(cell)) if cell else "" for cell in _sum_row(line)) for line in block.totals]
    ruled = (len(rows),) if totals else ()
    return Table(block.head, (*rows, *totals), block.key, _SUM_ALIGN, (10, 3, 8, 7), ruled, block.title)


def _sum_row(line: SumLine) -> tuple[Text, ...]:
    cite = f"{line.cite} {line.mark}".strip()
    return (line.why, line.step, line.level, cite)


def conditions_table(block: Conditions, spoken: bool = False) -> Table:
    """Set the conditions as a table; ``spoken`` puts words in place of squares and arrows."""
    rows: list[tuple[Cell, ...]] = [_stage_row(block, stage, spoken) for stage in block.stages]
    ruled = (len(rows),) if block.verdicts else ()
    if block.verdicts:
        rows.append((bold(block.verdict), *block.verdicts))
    widths = (0, *(1,) * len(block.names))
    return Table((block.head, *block.names), tuple(rows), block.caption, (), widths, ruled)


def _stage_row(block: Conditions, stage: Stage, spoken: bool) -> tuple[Cell, ...]:
    say = _spoken if spoken else _drawn
    return (stage.label, *(Shaded(say(block, level), _shade(level)) for level in stage.levels))


def _shade(level: Level) -> Shade:
    return _SHADES[level.change]


def _drawn(block: Conditions, level: Level) -> str:
    return f"{UNICODE.squares(level.value)} {block.words[level.value]}{_ARROWS[level.change]}".replace(" ", "\u00a0")


def _spoken(block: Conditions, level: Level) -> str:
    moves = {-1: f", {block.moves[0]}", 0: "", 1: f", {block.moves[1]}"}
    return block.words[level.value] + moves[level.change]


def timeline_table(block: Timeline) -> Table:
    """Set the time line as a table, a row a turn."""
    rows = tuple(
        (turn.label, turn.mine or "–", block.same if turn.agrees else turn.history or "–") for turn in block.turns
    )
    return Table((block.head, block.mine, block.history), rows, block.caption)


@dataclass(frozen=True, slots=True)
class Lane:
    """One lane in one band of a drawn time line: where it comes from and where it passes each turn it has.

    A stop is the turn's place in the band and 0 where the lanes run together, 1 where they run apart.
    """

    start: int
    stops: tuple[tuple[int, int], ...]

    @property
    def end(self) -> int:
        """Where the lane leaves the band."""
        return self.stops[-1][1] if self.stops else self.start


@dataclass(frozen=True, slots=True)
class Band:
    """One row of a drawn time line."""

    turns: tuple[Turn, ...]
    mine: Lane
    history: Lane


def bands(block: Timeline) -> tuple[Band, ...]:
    """Break a time line into rows of nearly equal length, each of which goes on where one ended."""
    made: list[Band] = []
    count = max(1, math.ceil(len(block.turns) / _TURNS_A_BAND))
    size = max(1, math.ceil(len(block.turns) / count))
    for first in range(0, len(block.turns), size):
        turns = block.turns[first : first + size]
        mine, history = (made[-1].mine.end, made[-1].history.end) if made else (0, 0)
        passed = [(index, 0 if turn.agrees else 1, turn) for index, turn in enumerate(turns)]
        lanes = (
            Lane(mine, tuple((index, apart) for index, apart, turn in passed if turn.mine)),
            Lane(history, tuple((index, apart) for index, apart, turn in passed if turn.history)),
        )
        made.append(Band(turns, *lanes))
    return tuple(made)


def quadrant_table(block: Quadrant) -> Table:
    """Set the four cells as a table, with the turns of both paths in words."""
    above, below = block.cells[:2], block.cells[2:]
    sides = zip(block.rows, (above, below), strict=True)
    rows = tuple((side, *(_quarter(block, cell) for cell in cells)) for side, cells in sides)
    return Table(("", *block.columns), rows, block.caption)


def _quarter(block: Quadrant, cell: Quarter) -> Text:
    counted = cell.counted(block.mine, block.history)
    return (bold(cell.name), f": {counted}") if cell.name else counted

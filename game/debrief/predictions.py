"""Predictions against results, turn by turn, with a count."""

from collections.abc import Sequence

from game.debrief.because import CAN_BE_NAMED
from game.debrief.model import Predictions, PredictionTold, Turn
from game.rules.numbers import so_many


def predictions(turns: Sequence[Turn]) -> Predictions:
    """What was predicted by whom this account is for, beside what came."""
    told = tuple(
        PredictionTold(turn.number, turn.by, turn.expects, turn.because, turn.came, turn.hung_on)
        for turn in turns
        if turn.own and turn.foreseen is not None
    )
    return Predictions(told, _says(told))


def _says(told: tuple[PredictionTold, ...]) -> str:
    if not told:
        return "No prediction was asked for, or nothing came that one could be held against."
    came = sum(p.foreseen for p in told)
    said = f"{came} of {so_many(len(told), 'prediction')} came as written."
    graded = [p for p in told if p.hung_on and CAN_BE_NAMED.issuperset(p.hung_on)]
    if not graded:
        return said
    named = [p for p in graded if set(p.because) >= set(p.hung_on)]
    more = sum(set(p.because) > set(p.hung_on) for p in named)
    beside = f" ({more} with others beside it)" if more else ""
    return f"{said} What it hung on was named in {len(named)} of {len(graded)}{beside}."

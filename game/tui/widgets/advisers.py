"""The voices at the table: who, what he says, and the condition that his advice rests on."""

from collections.abc import Sequence

from game.printing.document import Block, Facts, Run
from game.scenario.model import Adviser


def advisers(voices: Sequence[Adviser]) -> tuple[Block, ...]:
    """One voice a line."""
    if not voices:
        return ()
    return (Facts(tuple((voice.who, (f"“{voice.says}”", Run(f" ({voice.condition})", "italic"))) for voice in voices)),)

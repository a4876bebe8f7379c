"""The record of what happened between two choices: one entry for each move, event and close, with its trace."""

from typing import NamedTuple

from game.rules.state import State
from game.rules.trace import Line


class Happened(NamedTuple):
    """One thing that happened: a choice, an event, something that the rules finished, or the close of a round."""

    item: str
    """Id of the decision or event; ``close`` for the close of a round."""
    by: str
    option: str | None
    round: int
    kind: str
    """``act``, ``offer``, ``reply``, ``answer``, ``follow``, ``close``, ``wait``, or the name of the move or event."""
    lines: tuple[Line, ...]
    flags: tuple[str, ...]
    state: State
    due: str | None = None
    """Of an act the reply due, of an offer the reception that the rules would give it."""
    reception: str | None = None
    answers: str | None = None
    """The decision or event whose move this one answers."""
    by_rules: bool = False
    """Finished by the rules: nobody was asked."""
    how: str | None = None
    """What was done: the reply's or answer's word, the follow-up."""


Log = list[Happened]

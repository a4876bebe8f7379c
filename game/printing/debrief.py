"""The debrief as a printout: two pages to read, to write on and to hand in; a third part with every rule line.

It arranges an account and decides nothing. Where a long text is cut short to keep to two pages, it ends in “…”
and the annex has the whole.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import Literal

from game.debrief.model import (
    Account,
    Aims,
    BestLine,
    Cited,
    ConditionTurn,
    FieldConditions,
    Phase,
    Reference,
    TimelineTurn,
    TraceLine,
    Turn,
)
from game.debrief.wording import NAMES, capped, joined, numbers, spoken
from game.printing.document import (
    Block,
    Bullets,
    Columns,
    Conditions,
    Document,
    Facts,
    Heading,
    Level,
    Note,
    Numbered,
    PageBreak,
    Paragraph,
    Quadrant,
    Quarter,
    Shaded,
    Stage,
    Table,
    Text,
    WritingLines,
    bold,
    italic,
)
from game.printing.fitting import PAGE, height
from game.rules.words import CAPITALS, CONDITIONS, OFFER_RECEPTIONS, RECEPTIONS

Sheet = Literal["own", "joint"]
SYMBOLS = dict(zip((*RECEPTIONS, *OFFER_RECEPTIONS), "○◔◑●✕~✓", strict=True))
ANNEX = "the annex has the whole"
PAGES = 2


@dataclass(frozen=True, slots=True)
class Room:
    """How much of each thing a sheet has room for: lines to write on, characters of a text, sentences."""

    own_account: int
    reaction: int
    answer: int
    questions: int
    reason: int
    outcome: int
    disputed: int
    later: int
    known: int
    left_out: int


ROOMS = (
    Room(6, 2, 3, 4, 400, 99, 9, 9, 9, 999),
    Room(5, 2, 2, 3, 240, 12, 3, 3, 3, 400),
    Room(4, 2, 2, 3, 200, 12, 2, 2, 3, 300),
    Room(4, 1, 2, 2, 140, 10, 2, 2, 2, 240),
    Room(4, 1, 1, 2, 110, 9, 2, 1, 2, 200),
    Room(3, 1, 1, 2, 90, 8, 1, 1, 2, 160),
    Room(3, 1, 1, 1, 70, 6, 1, 1, 1, 120),
    Room(3, 1, 1, 1, 50, 5, 1, 1, 1, 90),
)
"""From ample to narrow. The lines for one's own account and for one sentence of each answer are never given up."""


def debrief(account: Account, sheet: Sheet = "own", *, annex: bool = False) -> Document:
    """The sheet of one player, or of a pair. A game of two people at one keyboard has its joint sheet as its own."""
    if sheet == "joint" or account.header.role == "both":
        return joint_sheet(account, annex=annex)
    return own_sheet(account, annex=annex)


def own_sheet(account: Account, *, annex: bool = False) -> Document:
    """The sheet of one capital."""
    return _sheet(account, _own_blocks, f"Debrief for {account.header.role_name}", annex)


def joint_sheet(account: Account, *, annex: bool = False) -> Document:
    """The sheet of a pair: both capitals side by side."""
    return _sheet(account, _joint_blocks, "Joint debrief: Washington and Mexico City", annex)

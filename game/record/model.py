"""A coded case: what an act or offer found and was, apart from what came of it.

The two halves are two records. Rules are given :class:`Found` and nothing else, so no rule can see how a case ended.
"""

from dataclasses import dataclass, field

from game.rules.moves import Act, Entry, Offer
from game.rules.state import Field, Ground, Setting
from game.rules.words import TIED_SINCE

Cites = tuple[str, ...]

KINDS = ("act", "incident", "joint", "prospect", "omission", "turn")
"""``joint``: offered and taken up or not; ``prospect``: an option weighed, not taken; ``turn``: Mexico's own move."""
ORIENTATIONS = ("unilateral", "joint")
DELIVERED = ("yes", "partly", "no")
FOUND_ENTRY, OWN_ENTRY = "found", "own"
NOT_SET_YET = "own-binding-text"
"""The class that a binding text of the record stands for: which class it is decides nothing here."""


@dataclass(frozen=True, slots=True)
class Found:
    """What the rules may know of a case: the move, and the field as the move found it."""

    field: str
    here: Field
    bound: frozenset[str]
    """Classes of acts that agreements in force bound at the time."""
    tied: bool
    act: Act | None = None
    offer: Offer | None = None
    offered_by: str = ""
    entry: Entry | None = None
    """The text that the offer would make."""
    delivered: str = "yes"

    @property
    def setting(self) -> Setting:
        """The one field of the case, what was signed before, and what the offer would sign."""
        entries = {FOUND_ENTRY: Entry(FOUND_ENTRY, self.field, "what was in force", self.bound)}
        if self.entry:
            entries[OWN_ENTRY] = self.entry
        return Setting((self.field,), entries, (FOUND_ENTRY,), self.tied)

    @property
    def ground(self) -> Ground:
        """The state that the move found."""
        return Ground((self.here,), (FOUND_ENTRY,))

    @classmethod
    def of(cls, field: str, here: Field, bound: frozenset[str], year: int, **more: object) -> "Found":
        """A case of a year: from 1994 on the markets are tied."""
        return cls(field, here, bound, year >= TIED_SINCE, **more)  # type: ignore[arg-type]


@dataclass(frozen=True, slots=True)
class Real:
    """What came of it. Empty where the sources do not tell."""

    reception: str = ""
    then: str = ""
    binding: str = ""
    """``yes`` or ``no``: did a text come of it that limits Washington's later acts?"""
    manner: str = ""
    lever: str = ""
    lasted: str = ""
    """``yes`` or ``no``: did it still hold after the next change of administration?"""


@dataclass(frozen=True, slots=True)
class Case:
    """One row of the record."""

    id: str
    title: str
    years: tuple[int, int]
    by: str
    kind: str
    orientation: str
    purpose: str
    found: Found
    real: Real
    cite: Cites
    note: str
    inferred: frozenset[str] = frozenset()
    """Marks that no source tells: ours."""
    doubtful: frozenset[str] = frozenset()
    """Marks that another reader could well code otherwise."""
    scored: bool = True
    unscored: str = ""
    """Why the rules do not reach it."""
    told_in: str = ""
    """The scenario that tells it."""
    source: str = field(default="")
    """The casebook: the name of its file."""

    @property
    def cell(self) -> str:
        """Its cell of the papers' figure (paradox@PF1)."""
        return f"{self.orientation}, {self.purpose}"

    @property
    def decade(self) -> int:
        """The decade in which it began."""
        return self.years[0] // 10 * 10

    @property
    def when(self) -> str:
        """Its year or years, as text."""
        first, last = self.years
        return str(first) if first == last else f"{first}–{last}"

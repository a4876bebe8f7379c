"""What is the case between the capitals, as frozen tuples of small whole numbers.

A state has two halves. The *ground* is what lies between the capitals: fields and ledger. The *home* is what
each has to show at home. Most rules look at the ground alone, so what a move does to the ground can be
worked out once and used again wherever the same ground is met.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import compress
from typing import NamedTuple

from game.rules.moves import Entry
from game.rules.words import CONDITIONS, GRIEVANCES, SHUT_WORDS

UNTIL_SETTLED = 3
"""``Field.shut`` counts rounds: 0 open, 1 to the end of this round, 2 of the next, 3 until settled."""


class Field(NamedTuple):
    """One area of policy: the four conditions (0-2), the open grievances (0 or 1 each), and what was said in it."""

    interest: int
    coordination: int
    institution: int
    capacity: int
    soil: int = 0
    rank: int = 0
    breach: int = 0
    face: int = 0
    harm: int = 0
    objection: int = 0
    shut: int = 0
    told: int = 0
    consent: int = 0
    law: int = 0
    """1: the next agreement signed here outlives administrations."""
    entered: int = 0
    """1: an act has used the consent this round."""

    @property
    def open(self) -> tuple[str, ...]:
        """The open grievances, by name."""
        return tuple(compress(GRIEVANCES, self[4:10]))

    @property
    def wounded(self) -> bool:
        """Is a wound open that only a rule heals?"""
        return bool(self.soil or self.rank or self.breach)

    @property
    def relation(self) -> bool:
        """Working relation: all four conditions at 1 or more, and the field not shut."""
        return not self.shut and all(self[:4])


class Ground(NamedTuple):
    """What lies between the capitals, and the few marks that a round leaves."""

    fields: tuple[Field, ...]
    ledger: tuple[str, ...]
    """Entries in force, in the order of signing."""
    lasting: frozenset[str] = frozenset()
    """Entries that outlive an administration although their text would end with it."""
    verdicts: int = 0
    shown: int = 0
    """What this round has to show: results, acts alone, signatures, counted."""
    relieved: int = 0
    """1: acting alone has calmed frustration this round."""
    floor: int = 0
    """1: Mexico City's next reply may not be below the one due."""
    fresh: int = 0
    """1 + the index of the field whose result is the last thing that happened; a leak can take it back."""


class Change(NamedTuple):
    """One change of a meter at home: which, by how much, or to what."""

    meter: str
    by: int
    to: bool = False

    def of(self, before: int, limits: Mapping[str, int]) -> int:
        """The meter after it, cut at the limits that the theory sets."""
        after = self.by if self.to else before + self.by
        return min(max(after, 0), limits[self.meter]) if self.meter in limits else after


class Home(NamedTuple):
    """What each side has at home: Washington's frustration (0-5), Mexico City's standing (0-5), and the counts."""

    frustration: int
    standing: int
    results: int = 0
    yields: int = 0

    @property
    def known(self) -> bool:
        """Are these real numbers? Of meters that stand for any, no line can say from where to where they went."""
        return True

    def reaches(self, meter: str, number: int) -> bool:
        """Does a meter stand at a number or above?"""
        return int(getattr(self, meter)) >= number

    def changed(self, changes: Iterable[Change], limits: Mapping[str, int]) -> "Home":
        """The meters after some changes, each cut at its limits."""
        numbers = list(self)
        for change in changes:
            at = METERS[change.meter]
            numbers[at] = change.of(numbers[at], limits)
        return Home._make(numbers)


METERS = {meter: at for at, meter in enumerate(Home._fields)}
"""The place of each meter."""


class State(NamedTuple):
    """Everything the rules look at."""

    ground: Ground
    home: Home


@dataclass(frozen=True, slots=True)
class Setting:
    """What stays the same during a game: the fields by name (the first is the main one), and the agreements."""

    fields: tuple[str, ...]
    agreements: Mapping[str, Entry]
    start_ledger: tuple[str, ...] = ()
    tied: bool = True
    """Does a trade treaty tie the two markets?"""

    def index(self, field: str) -> int:
        """The position of a field in ``Ground.fields``."""
        return self.fields.index(field)

    def bound(self, ground: Ground) -> frozenset[str]:
        """The classes of acts that an entry in force binds."""
        return frozenset[str]().union(*(self.agreements[e].binds for e in ground.ledger))

    def has_body(self, ledger: Iterable[str], field: str) -> bool:
        """Does a staffed body meet in this field?"""
        return any(self.agreements[e].body and self.agreements[e].field == field for e in ledger)

    def made(self, ground: Ground) -> tuple[str, ...]:
        """The entries signed in this game and in force."""
        return tuple(e for e in ground.ledger if e not in self.start_ledger)

    def relation(self, ground: Ground, field: str) -> bool:
        """Does a working relation stand in this field?"""
        return ground.fields[self.index(field)].relation


def grievances(ground: Ground) -> int:
    """How many grievances are open in all fields."""
    return sum(len(f.open) for f in ground.fields)


def as_plain(state: State, setting: Setting) -> dict[str, object]:
    """The state as ``run --json`` prints it (DESIGN.md 8)."""
    fields = {
        name: {
            **{c: getattr(f, c) for c in CONDITIONS},
            "open": sorted(f.open),
            "shut": SHUT_WORDS[f.shut],
        }
        for name, f in zip(setting.fields, state.ground.fields, strict=True)
    }
    return {"fields": fields, **state.home._asdict(), "ledger": list(state.ground.ledger)}

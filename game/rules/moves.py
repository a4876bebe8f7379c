"""What a capital can do and what can happen: plain frozen records of observable attributes.

A move never says what it leads to; the theory does. The attributes are the marks of docs/authoring.md, 4 and 5.
"""

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Entry:
    """An agreement that is, or could be, on the ledger.

    ``binds`` names the classes of acts it forbids (may be none), ``body`` says that it is a staffed body
    that goes on meeting, ``ends`` that it lapses with an administration unless somebody keeps it.
    """

    id: str
    field: str
    title: str
    binds: frozenset[str] = frozenset()
    body: bool = False
    ends: bool = False
    cite: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Act:
    """Something done alone: its marks. ``warned`` is None where the author left it to what was told.

    ``yields`` is 0 none, 1 some, 2 large: what it brings on the day, by itself.
    ``incident`` marks what is nobody's policy (a killing, a leaked cable, a secret act found out).
    ``demands`` and what follows it are asked by rival theories and by the record.
    """

    field: str
    purpose: str = "operational"
    soil: bool = False
    face: bool = False
    rank: bool = False
    harm: bool = False
    warned: bool | None = None
    needs: bool = True
    visibility: str = "open"
    mooted: bool = False
    yields: int = 0
    does: frozenset[str] = frozenset()
    incident: bool = False
    demands: str = "none"
    feels_more: str = "even"
    harm_north: bool = False
    """Would people in the United States who had done nothing feel it within weeks?"""
    whose: str = "nobody"
    doubtful: frozenset[str] = frozenset()

    @property
    def verdict(self) -> bool:
        """A judgement of the other capital's bodies: principled and over their rank, and given, not only proposed."""
        return self.rank and self.purpose == "principled" and not (self.mooted or self.incident)

    def found_out(self) -> "Act":
        """A secret act when it comes out: an incident without warning, with the marks it had."""
        return replace(self, warned=False, needs=False, visibility="open", mooted=False, yields=0, incident=True)


@dataclass(frozen=True, slots=True)
class Offer:
    """Something proposed to the other capital, by what it brings.

    ``builds``: 0 nothing, 1 a letter or working group, 2 a standing body.
    ``gives``: 0 nothing, 1 training or know-how, 2 money and equipment.
    ``signs``: the id of the entry it would make.
    """

    field: str
    purpose: str = "operational"
    recognises: bool = True
    drops_claim: bool = False
    withdraws: bool = False
    shares: bool = False
    talks: bool = False
    builds: int = 0
    gives: int = 0
    signs: str | None = None
    feels_more: str = "even"
    harm_north: bool = False
    doubtful: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Tell:
    """Washington tells the government what it does in a field."""

    field: str


@dataclass(frozen=True, slots=True)
class Consent:
    """Mexico City agrees to Washington's acts in a field, to the end of the round of such an act."""

    field: str


@dataclass(frozen=True, slots=True)
class Objection:
    """Mexico City puts on record that it does not want such work."""

    field: str


@dataclass(frozen=True, slots=True)
class Turn:
    """Puts one's own house in order: Mexico City sets its interest (``to`` 0-2), Washington takes its share (None)."""

    field: str
    to: int | None = None


@dataclass(frozen=True, slots=True)
class Reply:
    """Mexico City's reply to an act or an incident: a level of the ladder, 0 toleration to 3 rupture."""

    level: int
    lever: str | None = None
    manner: str | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to an offer: 0 refuse, 1 token, 2 real. Washington may add what it brings to Mexico City's offer."""

    level: int
    gives: int | None = None
    shares: bool = False
    drops_claim: bool = False
    withdraws: bool = False

    def added_to(self, offer: Offer) -> Offer:
        """The offer as it is judged with this answer."""
        if self.gives is None and not (self.shares or self.drops_claim or self.withdraws):
            return offer
        return replace(
            offer,
            gives=offer.gives if self.gives is None else self.gives,
            shares=offer.shares or self.shares,
            drops_claim=offer.drops_claim or self.drops_claim,
            withdraws=offer.withdraws or self.withdraws,
        )


@dataclass(frozen=True, slots=True)
class Follow:
    """What Washington does after a reply: ``settle``, ``drop``, ``stand`` or, after an incident, ``someone-goes``."""

    how: str


@dataclass(frozen=True, slots=True)
class Keeps:
    """Washington orders that an entry which would end with the administration goes on."""

    entry: str


@dataclass(frozen=True, slots=True)
class Wait:
    """Nothing."""


@dataclass(frozen=True, slots=True)
class Leak:
    """Joint work comes out: its result and relief are lost."""


@dataclass(frozen=True, slots=True)
class Omission:
    """A promise to a field is not kept."""

    field: str


@dataclass(frozen=True, slots=True)
class Develop:
    """Conditions change for reasons outside the game: raised to at least a value, or lowered to at most it."""

    levels: tuple[tuple[str, str, int], ...]
    """(field, condition, level 0-2), each once."""
    down: bool = False


@dataclass(frozen=True, slots=True)
class Trouble:
    """Something at home raises Washington's frustration."""

    cause: str


@dataclass(frozen=True, slots=True)
class Pressure:
    """An audience at home raises or lowers Mexico City's standing by one."""

    change: int
    audience: str


@dataclass(frozen=True, slots=True)
class Administration:
    """A new administration in one capital."""

    side: str
    to: str


Move = Act | Offer | Tell | Consent | Objection | Turn | Reply | Answer | Follow | Keeps | Wait
Happening = Leak | Omission | Develop | Trouble | Pressure | Administration

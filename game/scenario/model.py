"""One case as the game knows it: frozen records, every reference resolved, every text already safe to show.

Nothing here is read from a file; :mod:`game.scenario.read` makes these records or says why it cannot.
"""

from dataclasses import dataclass, field
from functools import cached_property

from game.rules.moves import Act, Entry, Happening, Move

Cites = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Fact:
    """One sentence or two with its sources."""

    text: str
    cite: Cites = ()


@dataclass(frozen=True, slots=True)
class Condition:
    """One test of an ``if``, already parsed. ``kind`` decides which of the rest is used.

    kind: ``level`` (field.condition at least/at most n) · ``shut`` (field) · ``grievance`` (field.grievance) ·
    ``entry`` (id) · ``chosen`` (any of ``options``: (decision, option)) · ``reception`` (of ``subject``, at least
    or at most ``word``) · ``frustration`` · ``standing`` · ``failed`` (a condition; debrief questions only) ·
    ``any`` / ``not`` / ``all`` (over ``parts``).
    """

    kind: str
    subject: str = ""
    """The field, decision, entry or condition the test is about."""
    detail: str = ""
    """Of a level its condition, of a grievance its name, of a reception its word."""
    at_least: bool = True
    number: int = 0
    wanted: bool = True
    """For ``shut``: yes or no."""
    options: tuple[tuple[str, str], ...] = ()
    parts: tuple["Condition", ...] = ()


@dataclass(frozen=True, slots=True)
class Adviser:
    """A voice at the table, and the condition its advice rests on."""

    who: str
    condition: str
    says: str


@dataclass(frozen=True, slots=True)
class Option:
    """One thing a capital can do at a decision; it carries exactly one move."""

    id: str
    label: str
    move: Move
    historical: bool = False
    when: Condition | None = None
    foil: str = ""
    outcome: dict[str, str] = field(default_factory=dict, hash=False)
    """Prose by reception word; a generic text serves where one is missing."""
    override: tuple[str, str, Cites] | None = None
    """(reception, reason, cite): the author sets a reception against the rules, and the screen says so."""
    cite: Cites = ()


@dataclass(frozen=True, slots=True)
class Decision:
    """A point where one capital chooses."""

    id: str
    round: int
    by: str
    title: str
    options: tuple[Option, ...]
    kind: str
    """``opening``, ``reply``, ``answer`` or ``follow``, after the moves its options carry."""
    when: Condition | None = None
    date: str = ""
    brief: str = ""
    known_then: tuple[Fact, ...] = ()
    advisers: tuple[Adviser, ...] = ()

    def option(self, option_id: str) -> Option | None:
        """The option of that id, or None."""
        return next((o for o in self.options if o.id == option_id), None)


@dataclass(frozen=True, slots=True)
class Event:
    """Something nobody chose. ``move`` is what it does; a leak has odds (n in m)."""

    id: str
    round: int
    move: Happening | Act | None
    """None for a discovery, whose marks are those of the secret act it finds."""
    when: Condition | None = None
    odds: tuple[int, int] | None = None
    of: str = ""
    """For a discovery: the decision whose secret act comes out."""
    text: str = ""
    date: str = ""
    cite: Cites = ()


Item = Decision | Event


def _within(date: str, bound: str) -> int:
    """A date before, within or after another, as far as both are written: 1998-05 lies within 1998."""
    shared = min(len(date), len(bound))
    return (date[:shared] > bound[:shared]) - (date[:shared] < bound[:shared])


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody of the case, in one office. ``since`` and ``until`` bound the time in which it is shown; "" is open."""

    id: str
    name: str
    office: str = ""
    cite: Cites = ()
    since: str = ""
    until: str = ""

    def serves(self, date: str) -> bool:
        """Is the office held at a date of the case? Compared as far as both are written; no date rules nobody out."""
        return _within(date, self.since) >= 0 >= _within(date, self.until)


@dataclass(frozen=True, slots=True)
class Source:
    """A work that is cited, with the page or section of each paragraph used."""

    id: str
    authors: str
    year: str
    title: str
    where: str = ""
    """Journal, publisher: the rest of the reference."""
    short: str = ""
    """As it stands in a citation: ``Reich & Aspinwall 2013``."""
    paragraphs: dict[str, str] = field(default_factory=dict, hash=False)
    """Paragraph mark to page or section."""


@dataclass(frozen=True, slots=True)
class Question:
    """A question for the debrief, asked if its condition held in the game; of one capital's player, or of both."""

    ask: str
    when: Condition | None = None
    side: str = ""
    """The capital whose player is asked; "" for either."""


@dataclass(frozen=True, slots=True)
class Common:
    """What scenarios share: lies once under ``scenarios/common/``."""

    agreements: dict[str, Entry] = field(default_factory=dict, hash=False)
    people: dict[str, Person] = field(default_factory=dict, hash=False)
    sources: dict[str, Source] = field(default_factory=dict, hash=False)
    outside: dict[str, str] = field(default_factory=dict, hash=False)
    glossary: dict[str, str] = field(default_factory=dict, hash=False)
    glossary_cites: dict[str, Cites] = field(default_factory=dict, hash=False)
    """What the definition of a term rests on, where it is not our own."""


@dataclass(frozen=True, eq=False)
class Scenario:
    """One case. ``play`` is met in order; there are no jumps."""

    id: str
    title: str
    years: tuple[int, int]
    minutes: dict[str, int]
    """``brief``, ``play`` and ``debrief``."""
    level: str
    roles: tuple[str, ...]
    objectives: tuple[str, ...]
    fields: tuple[str, ...]
    """Names of the fields; the first is the main one."""
    start_levels: tuple[tuple[int, int, int, int], ...]
    """Interest, coordination, institution, capacity of each field at the start, 0-2."""
    frustration: int
    standing: int
    ledger: tuple[str, ...]
    """Ids of the entries in force at the start."""
    offices: dict[str, str]
    play: tuple[Item, ...]
    agreements: dict[str, Entry]
    """Every entry the scenario can name, by id."""
    people: tuple[Person, ...]
    common: Common
    aims: dict[str, tuple[str, ...]] = field(default_factory=dict)
    start_cite: Cites = ()
    content_note: str = ""
    summary: str = ""
    """One paragraph for the brief screen."""
    role_briefs: dict[str, str] = field(default_factory=dict)
    """Who you are, by capital: one paragraph."""
    known_now: tuple[Fact, ...] = ()
    outcome: tuple[Fact, ...] = ()
    disputed: tuple[Fact, ...] = ()
    left_out: tuple[str, ...] = ()
    other_account: tuple[tuple[str, int, Cites], ...] = ()
    """What was counted apart: (what, count, cite)."""
    questions: tuple[Question, ...] = ()
    transfer: str = ""
    digest: str = ""
    """SHA-256 of the file's text, first twelve hex digits."""
    path: str = ""
    opponent: str = "history"

    def decision(self, decision_id: str) -> Decision | None:
        """The decision of that id, or None."""
        return next((i for i in self.play if isinstance(i, Decision) and i.id == decision_id), None)

    def index(self, item_id: str) -> int:
        """The place of a decision or event in ``play``. Raises KeyError if there is none of that id."""
        return self.places[item_id]

    @cached_property
    def places(self) -> dict[str, int]:
        """The place in ``play`` of each decision and event, by id."""
        return {item.id: i for i, item in enumerate(self.play)}

    @property
    def decisions(self) -> tuple[Decision, ...]:
        """The decisions, in order."""
        return tuple(i for i in self.play if isinstance(i, Decision))

    @property
    def rounds(self) -> int:
        """The number of the last round."""
        return max(item.round for item in self.play)

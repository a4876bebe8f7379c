"""A theory: a table of rules with its numbers, words and sources. What a rule means is decided in ``resolve``."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple


class Effect(NamedTuple):
    """One thing a rule changes.

    ``what`` is a condition, a meter (frustration, standing, results, yields), ``shut``, ``lay``, ``clear``,
    ``enter``, ``lapse``, ``lasting``, ``levels`` or a mark of the ground. ``by`` is a number, or the name of
    one that the move gives.
    """

    what: str
    by: int | str | tuple[str, ...]
    where: str = "here"
    most: str = ""
    """Never above what the offer ``builds`` or ``gives``."""
    times: str = ""
    to: bool = False
    """Set to the number instead of adding it."""


@dataclass(frozen=True, slots=True, eq=False)
class Rule:
    """One line of a theory: when it holds, what it changes, and who says so.

    ``then`` is a tuple of effects for rules that change something, a word for rules that decide
    (a reception, a follow-up), empty for a step of the staircase.
    """

    id: str
    needs: frozenset[str] = frozenset()
    forbids: frozenset[str] = frozenset()
    unless: frozenset[str] = frozenset()
    now: tuple[str, ...] = ()
    then: tuple[Effect, ...] = ()
    word: str = ""
    step: int = 0
    says: str = ""
    otherwise: str = ""
    card: str = ""
    cite: tuple[str, ...] = ("ours",)
    stated: bool = False
    disputed: bool = False
    extension: bool = False
    """Does it stand here for the record's sake? Then the backtest says what it buys."""

    def holds(self, facts: frozenset[str]) -> bool:
        """Is the rule in force, as far as what was found goes?"""
        if not self.needs <= facts or self.forbids & facts:
            return False
        return not (self.unless and self.unless <= facts)

    @property
    def numbers(self) -> tuple[int, ...]:
        """The numbers of the rule in order, for its line on the card."""
        if self.step:
            return (self.step,)
        return tuple(e.by for e in self.then if isinstance(e.by, int))


@dataclass(frozen=True, slots=True)
class Aim:
    """One line of what a capital is after: how much each unit is worth in the analysis."""

    id: str
    weight: int
    says: str


@dataclass(frozen=True, slots=True, eq=False)
class Theory:
    """A whole table. ``phases`` holds the rules that change something, by the occasion on which they are asked."""

    id: str
    title: str
    version: str
    claim: str
    classes: tuple[str, ...]
    limits: Mapping[str, int]
    """The most of ``condition``, ``frustration`` and ``standing``; the least is 0."""
    start: Rule
    steps: tuple[Rule, ...]
    expected: tuple[Rule, ...]
    received: tuple[Rule, ...]
    phases: Mapping[str, tuple[Rule, ...]]
    aims: Mapping[str, tuple[Aim, ...]]
    endings: tuple[Rule, ...]
    manner: tuple[Rule, ...] = ()
    """Which replies of the record are of a kind of their own: deliveries for a date, or what was asked is done."""
    argued: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """The theory's own argument, sentence by sentence, with the paragraphs that tell of it."""
    trust: tuple[str, ...] = ()
    words: Mapping[str, str] = field(default_factory=dict)
    digest: str = ""
    text: str = ""
    """The file that it was read from, so that a changed copy can be written with its comments."""

    def rules(self) -> tuple[Rule, ...]:
        """Every rule of the table, in the order of the card."""
        changing = tuple(rule for phase in self.phases.values() for rule in phase)
        deciding = (*self.manner, *self.expected, *self.received)
        return (self.start, *self.steps, *deciding, *changing, *self.endings)

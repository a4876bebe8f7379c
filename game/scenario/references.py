"""What the words of one scenario can refer to, known before the scenario is read in full.

An ``if`` near the top may name an option near the bottom by mistake. To say so, and not merely that there is
no such option, the reader first goes over the bare ids of the play: the outline.
"""

from collections.abc import Collection
from dataclasses import dataclass, field

from game.reading.diagnostics import Faults, quoted
from game.reading.forms import text_of
from game.reading.places import Listing, Scalar, Table, Value
from game.rules.moves import Entry
from game.scenario.model import Common


@dataclass(frozen=True, slots=True)
class Step:
    """A decision or an event as the outline knows it: where it stands, and what can be said of it."""

    position: int
    event: str = ""
    """The kind of the event; empty for a decision."""
    by: str = ""
    carries: dict[str, frozenset[str]] = field(default_factory=dict, hash=False)
    """For each option the keys it has: what it carries is among them."""
    secret: bool = False
    """Whether an option carries an act that the other capital does not see."""

    def has(self, key: str) -> bool:
        """Whether an option carries this."""
        return any(key in keys for keys in self.carries.values())


@dataclass(frozen=True, slots=True)
class References:
    """Everything that a word in a scenario can name, and where a word that names nothing is reported."""

    faults: Faults
    common: Common
    fields: tuple[str, ...] = ()
    entries: dict[str, Entry] = field(default_factory=dict, hash=False)
    makeable: frozenset[str] = frozenset()
    """The entries in force at the start and those that an offer would sign."""
    steps: dict[str, Step] = field(default_factory=dict, hash=False)

    def field_of(self, value: Value) -> str:
        """A field of this scenario."""
        return self._known(value, self.fields, "field", "under start")

    def entry_of(self, value: Value) -> str:
        """An agreement, shared or of this scenario."""
        return self._known(value, self.entries, "agreement", "in agreements.yaml")

    def person_of(self, value: Value) -> str:
        """Somebody of ``people.yaml``."""
        return self._known(value, self.common.people, "person", "in people.yaml")

    def decision_of(self, value: Value) -> str:
        """A decision of this scenario."""
        decisions = [name for name, step in self.steps.items() if not step.event]
        return self._known(value, decisions, "decision", "in this scenario")

    def _known(self, value: Value, known: Collection[str], kind: str, where: str) -> str:
        """A name that must be known, or what stands in its place."""
        name = text_of(value, f"the {kind}", self.faults)
        if name and name not in known:
            message = f"there is no {kind} {quoted(name)} {where}"
            self.faults.unknown(value.place, f"unknown-{kind}", message, name, known)
        return name


def outline_of(play: Value | None) -> dict[str, Step]:
    """The ids of a play in order. It complains of nothing: the reader proper will."""
    items = play.items if isinstance(play, Listing) else ()
    steps: dict[str, Step] = {}
    for position, item in enumerate(items):
        name = _word(item, "id") or _word(item, "decision")
        if name and name not in steps:
            steps[name] = _step(position, item)
    return steps


def signed_in(play: Value | None) -> frozenset[str]:
    """The entries that offers of a play would sign."""
    items = play.items if isinstance(play, Listing) else ()
    return frozenset(_word(_value(option, "offer"), "signs") for item in items for option in _options(item)) - {""}


def _step(position: int, item: Value) -> Step:
    options = _options(item)
    carries = {_word(option, "id"): frozenset(option.values) for option in options}
    secret = any(_word(_value(option, "act"), "visibility") == "secret" for option in options)
    return Step(position, _word(item, "event"), _word(item, "by"), carries, secret)


def _options(item: Value) -> list[Table]:
    options = _value(item, "options")
    return [option for option in options.items if isinstance(option, Table)] if isinstance(options, Listing) else []


def _value(table: Value | None, key: str) -> Value | None:
    return table.values.get(key) if isinstance(table, Table) else None


def _word(table: Value | None, key: str) -> str:
    value = _value(table, key)
    return value.text.strip() if isinstance(value, Scalar) else ""

"""What the words of one scenario can refer to, known before the scenario is read in full.

An ``if`` near the top may name an option near the bottom by mistake. To say so, and not merely that there is
no such option, the reader first goes over the bare ids of the play: the outline.
"""

from collections.abc import Collection
from dataclasses import dataclass, field

from game.reading.diagnostics import Faults, quoted
from game.reading.forms import text_of
from game.reading.places import Scalar, Table, Value, at, items_in
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

    def entry_met(self, value: Value) -> str:
        """An agreement that is in force at the start, or could be: a warning says if nothing would make it."""
        name = self.entry_of(value)
        if name in self.entries and name not in self.makeable:
            message = f"{quoted(name)} is not on the ledger at the start and no offer signs it"
            self.faults.warning(value.place, "never-signed", message)
        return name

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
    steps: dict[str, Step] = {}
    for position, item in enumerate(items_in(play)):
        name = _word(item, "id") or _word(item, "decision")
        if name and name not in steps:
            steps[name] = _step(position, item)
    return steps


def signed_in(play: Value | None) -> frozenset[str]:
    """The entries that offers of a play would sign."""
    options = [option for item in items_in(play) for option in options_of(item)]
    return frozenset(_word(at(option, "offer"), "signs") for option in options) - {""}


def _step(position: int, item: Value) -> Step:
    options = options_of(item)
    carries = {_word(option, "id"): frozenset(option.values) for option in options}
    secret = any(_word(at(option, "act"), "visibility") == "secret" for option in options)
    return Step(position, _word(item, "event"), _word(item, "by"), carries, secret)


def options_of(item: Value) -> list[Table]:
    """The options of a decision, as far as they are tables."""
    return [option for option in items_in(at(item, "options")) if isinstance(option, Table)]


def _word(table: Value | None, key: str) -> str:
    value = at(table, key)
    return value.text.strip() if isinstance(value, Scalar) else ""

"""Events and sentences of fact with their sources; and how sure a line or a sentence is."""

from collections.abc import Iterable

from game.debrief.model import Cited, EventTold, Kind
from game.debrief.wording import day_of
from game.rules.theory import Theory
from game.rules.trace import Line
from game.scenario.citations import OURS, citation, references
from game.scenario.model import Common, Event, Fact


def told(event: Event, common: Common) -> EventTold:
    """An event as it was told to the players."""
    return EventTold(event.text, citation(event.cite, common) if event.cite else "", day_of(event.date))


def cited(facts: Iterable[Fact], common: Common, kind: Kind = "stated") -> tuple[Cited, ...]:
    """Sentences of fact with their sources; what rests on our coding alone is marked as ours."""
    return tuple(
        Cited(fact.text, "ours" if set(fact.cite) == {OURS} else kind, references(fact.cite, common)) for fact in facts
    )


def sureness(line: Line, theory: Theory) -> Kind:
    """How sure the rule of a line is; what somebody disputes is disputed, also where a paper says it."""
    if any(rule.id == line.rule and rule.disputed for rule in theory.rules()):
        return "disputed"
    return "stated" if line.stated else "ours"

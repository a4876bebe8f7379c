"""An ``if`` as its author wrote it, on one line: what a sentence about it can point to."""

from collections.abc import Callable
from dataclasses import replace

from game.scenario.model import Condition, Decision, Item, Scenario


def written(condition: Condition) -> str:
    """A condition in the words of a case: ``{chosen: the-trap.las-vegas}``."""
    return f"{{{_test(condition)}}}"


def _test(condition: Condition) -> str:
    return _KINDS[condition.kind](condition)


def _bound(condition: Condition, most: int | str) -> str:
    return f"at {'least' if condition.at_least else 'most'} {most}"


def _chosen(condition: Condition) -> str:
    names = [".".join(option) for option in condition.options]
    return f"chosen: {names[0]}" if len(names) == 1 else f"chosen: [{', '.join(names)}]"


_KINDS: dict[str, Callable[[Condition], str]] = {
    "level": lambda c: f"{c.subject}.{c.detail}: {_bound(c, c.number)}",
    "shut": lambda c: f"{c.subject}.shut: {'yes' if c.wanted else 'no'}",
    "grievance": lambda c: f"grievance: {c.subject}.{c.detail}",
    "entry": lambda c: f"entry: {c.subject}",
    "chosen": _chosen,
    "reception": lambda c: f"reception of {c.subject}: {_bound(c, c.detail)}",
    "frustration": lambda c: f"frustration: {_bound(c, c.number)}",
    "standing": lambda c: f"standing: {_bound(c, c.number)}",
    "failed": lambda c: f"failed: {c.subject}",
    "any": lambda c: f"any: [{', '.join(map(written, c.parts))}]",
    "all": lambda c: ", ".join(map(_test, c.parts)),
    "not": lambda c: f"not: {{{', '.join(map(_test, c.parts))}}}",
}


def without_if(scenario: Scenario, item: Item) -> Scenario:
    """The scenario with an item that comes whatever was done before."""
    return _instead(scenario, item, replace(item, when=None))


def without_ifs_of_options(scenario: Scenario, decision: Decision) -> Scenario:
    """The scenario with a decision whose options ask for nothing."""
    options = tuple(replace(option, when=None) for option in decision.options)
    return _instead(scenario, decision, replace(decision, options=options))


def _instead(scenario: Scenario, old: Item, new: Item) -> Scenario:
    return replace(scenario, play=tuple(new if item is old else item for item in scenario.play))

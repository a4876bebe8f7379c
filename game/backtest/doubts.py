"""What the author of a theory will want to know of it: rules that never decide, rules of which no case tells."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from game.backtest.argument import ONE_ANSWER, tables_of
from game.record.model import Case, Found
from game.rules.facts import act_facts, offer_facts, reply_facts
from game.rules.resolve import Rules
from game.rules.theory import Rule, Theory
from game.theories.read import STEPS, Spot


class Doubt(NamedTuple):
    """Something odd about a rule, which may well be meant."""

    spot: Spot
    code: str
    sentence: str


def doubts(theory: Theory, cases: Iterable[Case]) -> list[Doubt]:
    """Rules that can never decide, and rules of which the record says nothing."""
    return [*_twins(theory), *_idle(theory, cases)]


def _spots(theory: Theory, tables: Sequence[str]) -> Iterator[tuple[Spot, Rule]]:
    by_name = tables_of(theory)
    for table in tables:
        first = -1 if table == STEPS else 0
        yield from ((Spot(table, line), rule) for line, rule in enumerate(by_name[table], first))


def _twins(theory: Theory) -> Iterator[Doubt]:
    """Of two lines of a table with the same questions one is never reached; two such steps count twice."""
    for table in (STEPS, *ONE_ANSWER):
        above: list[Rule] = []
        for spot, rule in _spots(theory, [table]):
            if spot.line < 0:
                continue
            if other := next((other for other in above if _covers(other, rule, same=table == STEPS)), None):
                what = "counts twice with" if table == STEPS else "is never reached behind"
                yield Doubt(spot, "same-questions", f"{rule.id} {what} {other.id}, which asks no more than it does")
            above.append(rule)


def _covers(above: Rule, rule: Rule, *, same: bool) -> bool:
    """Whether the rule above holds whenever this one does; ``same``: and the reverse."""
    unhindered = () if same else (frozenset[str](),)
    covers = above.needs <= rule.needs and above.forbids <= rule.forbids and above.unless in (*unhindered, rule.unless)
    return covers and (
        not same or (above.needs, above.forbids, above.unless) == (rule.needs, rule.forbids, rule.unless)
    )


def _idle(theory: Theory, cases: Iterable[Case]) -> Iterator[Doubt]:
    """Rules of reply and reception that hold in none of the cases: nothing in the record speaks for or against them."""
    found = [facts for case in cases if case.scored for facts in _facts(theory, case.found)]
    for spot, rule in _spots(theory, (STEPS, "manner", "expected", "received")):
        if not any(table == spot.table and rule.holds(facts) for table, facts in found):
            yield Doubt(spot, "never-tried", f"{rule.id} holds in none of the coded cases")


def _facts(theory: Theory, found: Found) -> Iterator[tuple[str, frozenset[str]]]:
    """What each table is asked over in a case."""
    rules = Rules(theory, found.setting)
    if found.act:
        facts = act_facts(found.act, found.ground, found.setting)
        level = rules.due(found.act, found.ground).level
        yield STEPS, facts
        yield "manner", facts | reply_facts(level, None, None)
        yield "expected", facts | reply_facts(level, None, None)
    elif found.offer:
        made = rules.offered(found.offer, found.offered_by, found.ground)
        yield "received", offer_facts(found.offer, found.offered_by, made.ground, found.setting)

"""Which rules of a theory hold in a case. A result hangs on the numbers only through them: a moved number is a sum."""

from collections.abc import Sequence
from typing import NamedTuple

from game.record.model import Found
from game.rules.facts import act_facts, offer_facts, reply_facts
from game.rules.resolve import Rules
from game.rules.theory import Theory
from game.rules.words import OFFER_RECEPTIONS, RECEPTIONS

TOP = len(RECEPTIONS) - 1
COMPLIANCE = "compliance"
"""What was asked is done: a toleration, whatever was due."""


class Held(NamedTuple):
    """Which rules hold in a case. An offer's reception is a word already: no number of a theory moves it."""

    crossed: bool = False
    steps: tuple[bool, ...] = ()
    complied: tuple[bool, ...] = ()
    """Is what was asked done, by the level of the reply that would be due."""
    word: str = ""

    def reception(self, start: int, steps: Sequence[int]) -> str:
        """The result under other numbers."""
        if self.word:
            return self.word
        level = start + sum(step for step, holds in zip(steps, self.steps, strict=True) if holds)
        level = min(max(level, 0), TOP) if self.crossed else 0
        return RECEPTIONS[0 if self.complied[level] else level]


def held(theory: Theory, found: Found) -> Held:
    """Ask a case once. Raises ValueError for one that has neither act nor offer."""
    if found.act is None:
        return Held(word=_received(theory, found))
    facts = act_facts(found.act, found.ground, found.setting)
    complied = tuple(_complied(theory, facts | reply_facts(level, None, None)) for level in range(TOP + 1))
    return Held(theory.start.holds(facts), tuple(rule.holds(facts) for rule in theory.steps), complied)


def _complied(theory: Theory, facts: frozenset[str]) -> bool:
    return next((rule.word for rule in theory.manner if rule.holds(facts)), "") == COMPLIANCE


def _received(theory: Theory, found: Found) -> str:
    """The reception of an offer: the first obstacle that applies."""
    if found.offer is None:
        raise ValueError("a case without act and offer has no result")
    made = Rules(theory, found.setting).offered(found.offer, found.offered_by, found.ground)
    facts = offer_facts(found.offer, found.offered_by, made.ground, found.setting)
    return next((rule.word for rule in theory.received if rule.holds(facts)), OFFER_RECEPTIONS[-1])


def reception(theory: Theory, found: Found) -> str:
    """The reception alone, as :func:`game.backtest.outcome.outcome` has it, without what follows and why."""
    return held(theory, found).reception(theory.start.step, [rule.step for rule in theory.steps])

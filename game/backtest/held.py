"""Which rules of a theory hold in a case. A result hangs on the numbers only through them: a moved number is a sum."""

from collections.abc import Sequence
from typing import NamedTuple

from game.record.model import Found
from game.rules.facts import act_facts, offer_facts, reply_facts
from game.rules.resolve import Rules
from game.rules.theory import Theory
from game.rules.words import LEVEL_OF_MANNER, OFFER_RECEPTIONS, RECEPTIONS

TOP = len(RECEPTIONS) - 1


class Held(NamedTuple):
    """Which rules hold in a case. An offer's reception is a word already: no number of a theory moves it."""

    crossed: bool = False
    steps: tuple[bool, ...] = ()
    replies: tuple[str, ...] = ()
    """What each level that could be due comes to: that level, but where the reply is of a kind of its own."""
    word: str = ""

    def reception(self, start: int, steps: Sequence[int]) -> str:
        """The result under other numbers."""
        if self.word:
            return self.word
        level = start + sum(step for step, holds in zip(steps, self.steps, strict=True) if holds)
        level = min(max(level, 0), TOP) if self.crossed else 0
        return self.replies[level]


def held(theory: Theory, found: Found) -> Held:
    """Ask a case once. Raises ValueError for one that has neither act nor offer."""
    if found.act is None:
        return Held(word=_received(theory, found))
    facts = act_facts(found.act, found.ground, found.setting)
    replies = tuple(_reply(theory, facts, level) for level in range(TOP + 1))
    return Held(theory.start.holds(facts), tuple(rule.holds(facts) for rule in theory.steps), replies)


def _reply(theory: Theory, facts: frozenset[str], due: int) -> str:
    found = facts | reply_facts(due, None, None)
    manner = next((rule.word for rule in theory.manner if rule.holds(found)), "")
    return LEVEL_OF_MANNER.get(manner, RECEPTIONS[due])


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

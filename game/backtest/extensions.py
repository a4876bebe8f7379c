"""What the record needed beyond the plain ladder of replies, and what each of these rules buys."""

from collections.abc import Iterator
from dataclasses import replace

from game.backtest.scored import Backtest, Share
from game.rules.theory import Rule, Theory


def bought(test: Backtest) -> Iterator[tuple[Rule, Share, Share, tuple[str, ...]]]:
    """Each rule that stands there for the record: the share right with it, without it, and the cases that turn."""
    theory = test.theory
    for rule in (*theory.steps, *theory.manner, *theory.received):
        if not rule.extension:
            continue
        other = Backtest.of(without(theory, rule), (row.case for row in test.rows))
        turns = tuple(
            row.case.id
            for row, bare in zip(test.rows, other.rows, strict=True)
            if (row.right, row.finer("manner")) != (bare.right, bare.finer("manner"))
        )
        yield rule, test.share(), other.share(), turns


def without(theory: Theory, rule: Rule) -> Theory:
    """The theory without one rule of reply, manner or reception."""

    def less(rules: tuple[Rule, ...]) -> tuple[Rule, ...]:
        return tuple(other for other in rules if other is not rule)

    return replace(theory, steps=less(theory.steps), manner=less(theory.manner), received=less(theory.received))

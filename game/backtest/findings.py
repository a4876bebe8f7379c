"""Makes the findings that the rules card and the debrief quote."""

from collections.abc import Sequence

from game.backtest.firmness import in_short, sentence
from game.backtest.rivals import named, shortly
from game.backtest.robustness import robustness
from game.backtest.scored import Backtest
from game.record.model import Case
from game.rules.theory import Theory
from game.theories.findings import Findings

SAMPLES, SEED = 1000, 0


def findings(theories: Sequence[Theory], cases: Sequence[Case]) -> dict[str, Findings]:
    """For each theory by id: how firm it is, and which of the others do as well."""
    tests = {theory.id: Backtest.of(theory, cases) for theory in theories}
    return {
        theory.id: Findings(
            theory.digest,
            sentence(found := robustness(theory, cases, SAMPLES, SEED)),
            shortly(tests[theory.id], others := [test for name, test in tests.items() if name != theory.id]),
            f"{in_short(found)} {named(tests[theory.id], others)}".strip(),
        )
        for theory in theories
    }

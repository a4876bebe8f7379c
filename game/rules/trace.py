"""A trace: which rules were asked for one move, what each changed, and who says so.

Every line carries whole numbers before and after, so that a reader with the rules card, or a test, can redo
the sum without the program.
"""

from functools import lru_cache
from typing import NamedTuple

from game.rules.state import Change
from game.rules.theory import Rule


class Line(NamedTuple):
    """One line of a trace.

    ``what`` is what the numbers count: ``due`` and ``reception`` (levels), ``frustration``, ``standing``,
    ``results``, ``yields``, ``police.coordination``, ``police.soil`` (0 closed, 1 open), ``police.shut`` (0-3),
    ``ledger.ID`` (0 or 1). A rule that was asked and did not hold stays, with step 0: what did not happen is
    half of the lesson.
    """

    rule: str
    what: str
    before: int
    after: int
    why: str
    cite: tuple[str, ...]
    stated: bool
    holds: bool = True
    seen_by: str = "both"

    @property
    def step(self) -> int:
        """What the rule added."""
        return self.after - self.before

    def as_plain(self) -> dict[str, object]:
        """The line as ``run --json`` prints it."""
        cite = self.cite[0] if len(self.cite) == 1 else list(self.cite)
        return {
            "rule": self.rule,
            "what": self.what,
            "step": self.step,
            "before": self.before,
            "after": self.after,
            "why": self.why,
            "cite": cite,
            "stated": self.stated,
            "seen_by": self.seen_by,
        }


class HomeStep(NamedTuple):
    """A change at home that still waits for the number it changes."""

    rule: Rule
    change: Change
    at: int
    """Its place among the lines of the resolution."""


@lru_cache(maxsize=4096)
def line(rule: Rule, what: str, before: int, after: int, holds: bool = True) -> Line:
    """A line for a rule, in the rule's own words. The same few changes come up often."""
    return Line(rule.id, what, before, after, rule.says if holds else rule.otherwise, rule.cite, rule.stated, holds)

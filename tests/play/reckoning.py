"""A reader with nothing but the printed lines: begins at the state before, redoes every sum, and comes to a state.

It knows no rule and no calendar. It only checks that each line begins where the last one left the number, and writes
down where it ends.
"""

from collections.abc import Sequence
from itertools import pairwise

from game.play.happened import Happened
from game.rules.state import Setting, State
from game.rules.trace import Line
from game.rules.words import CONDITIONS, GRIEVANCES, OFFER_RECEPTIONS, RECEPTIONS

UNTIL_SETTLED = 3
KEPT_FOR_LATER = ("law", "told", "consent")
"""Marks of a field that no printed state has; a line may set them and nobody prints them again."""


class Wrong(AssertionError):
    """A line does not begin where the number stands."""


class Sheet:
    """The numbers of a game on a sheet of paper."""

    def __init__(self, state: State, setting: Setting) -> None:
        """Write down the state before."""
        self.setting = setting
        self.numbers: dict[str, int] = dict(zip(state.home._fields, state.home, strict=True))
        for name, here in zip(setting.fields, state.ground.fields, strict=True):
            for what in (*CONDITIONS, *GRIEVANCES, "shut"):
                self.numbers[f"{name}.{what}"] = getattr(here, what)
        self.ledger = set(state.ground.ledger)

    def work(self, log: Sequence[Happened]) -> None:
        """Redo every sum of everything that happened."""
        for happened in log:
            for line in happened.lines:
                self._line(line)
            check_levels(happened)

    def _line(self, line: Line) -> None:
        kind, _, name = line.what.partition(".")
        if line.what in ("due", "reception", "floor", "verdicts") or kind == "lasting" or name in KEPT_FOR_LATER:
            return
        if kind == "ledger":
            found = int(name in self.ledger)
            (self.ledger.add if line.after else self.ledger.discard)(name)
        else:
            found = self.numbers[line.what]
            self.numbers[line.what] = line.after
        if found != line.before:
            raise Wrong(f"{line.rule}: {line.what} stands at {found}, the line begins at {line.before}")

    def read(self) -> tuple[dict[str, int], set[str]]:
        """What stands on the sheet, a field's shutting as it is printed: for a time, until settled, or not."""
        shut = {key: min(n, 1) if n < UNTIL_SETTLED else n for key, n in self.numbers.items() if key.endswith(".shut")}
        return {**self.numbers, **shut}, self.ledger


def check_levels(happened: Happened) -> None:
    """The level that the lines of a move add up to is the word that the move was met with."""
    for what, ladder in (("due", RECEPTIONS), ("reception", OFFER_RECEPTIONS)):
        steps = [line for line in happened.lines if line.what == what]
        if any(one.after != other.before for one, other in pairwise(steps)):
            raise Wrong(f"{happened.item}: the lines of {what} do not follow from one another")
        if steps:
            came = ladder[min(max(steps[-1].after, 0), len(ladder) - 1)]
            if came not in (happened.due, happened.reception):
                raise Wrong(f"{happened.item}: the lines say {came}, the record {happened.due}, {happened.reception}")

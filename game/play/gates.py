"""When an item of a play comes, and which of its options can be chosen: tests made once, from the scenario."""

from collections.abc import Sequence
from dataclasses import dataclass

from game.play.asking import Standing, Test, of_a_place, test_of
from game.play.table import Dealings
from game.rules.moves import Consent, Follow, Keeps, Reply
from game.scenario.model import Decision, Item, Option


@dataclass(frozen=True, slots=True)
class Gate:
    """The way to one item, and through it."""

    when: Test | None
    """Its ``if``."""
    options: tuple[tuple[int, tuple[Test, ...]], ...]
    """Of a decision: the indices of its options, each with what must hold for it to be chosen."""
    always: tuple[int, ...] | None
    """The indices, where all options can be chosen whenever the decision comes up."""
    of_a_place: bool
    """Are the same options open wherever things lie alike?"""

    @classmethod
    def of(cls, item: Item, dealings: Dealings) -> "Gate":
        """The gate of an item."""
        when = test_of(item.when, dealings.scenario) if item.when else None
        options: Sequence[Option] = item.options if isinstance(item, Decision) else ()
        tests = tuple((index, tuple(_tests(option, dealings))) for index, option in enumerate(options))
        always = tuple(range(len(options))) if not any(asked for _, asked in tests) else None
        return cls(when, tests, always, all(of_a_place(option.when) for option in options if option.when))

    def comes(self, here: Standing) -> bool:
        """Is it not ruled out?"""
        return self.when is None or self.when(here)

    def open(self, here: Standing) -> tuple[int, ...]:
        """The indices of the options that can be chosen here."""
        if self.always is not None:
            return self.always
        return tuple(index for index, tests in self.options if all(test(here) for test in tests))

    def leads_on(self, here: Standing) -> bool:
        """Can any option be chosen here?"""
        return bool(self.always) or any(all(test(here) for test in tests) for _, tests in self.options)


def _tests(option: Option, dealings: Dealings) -> list[Test]:
    """What must hold for an option to be chosen: its ``if``, and that its move can be made as things lie."""
    made = [test_of(option.when, dealings.scenario)] if option.when else []
    match option.move:
        case Reply(level=level, manner=manner):
            made.append(lambda here: here.table is not None and not (here.ground.floor and level < here.table.due))
            if manner is not None:
                made.append(lambda here: here.table is not None and dealings.act_on(here.table).verdict)
        case Follow(how="someone-goes"):
            made.append(lambda here: here.table is not None and dealings.act_on(here.table).incident)
        case Keeps(entry=entry):
            made.append(lambda here: entry in here.ground.ledger)
        case Consent(field=where):  # telling opens consent
            at = dealings.setting.index(where)
            made.append(lambda here: here.ground.fields[at].told > 0)
    return made


__all__ = ["Gate"]

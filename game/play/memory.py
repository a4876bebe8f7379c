"""What can still be asked for at each point of a play; the rest is forgotten, so that equal points are one.

The chosen options, the receptions, what was told and consented: each is kept only as far as a later step can ask
for it, and then only as far as it makes a difference.
"""

from collections.abc import Iterator, Sequence

from game.play.asking import OFFER_MARK, marks_of, numbers_of
from game.play.course import JUDGED, Course
from game.play.position import Position, Table
from game.rules.moves import Act, Administration, Consent, Offer
from game.rules.state import UNTIL_SETTLED, Field, Ground, Home
from game.scenario.model import Condition, Decision, Event

SAID = Field._fields.index("told")
"""From here on a field holds what was said in it."""
NOBODY_HOME = Home(0, 0)
"""In place of the meters, where only the ground counts."""


class Memory:
    """What can still be asked for, at each point of the play; the rest is forgotten when points are merged."""

    def __init__(self, course: Course) -> None:
        """Read once through the play, from its end."""
        scenario = course.scenario
        self.course = course
        self.size = len(scenario.play)
        self.last_round = scenario.rounds
        self.chosen: list[dict[int, tuple[int, ...]]] = []
        self.received: list[dict[int, tuple[int, ...]]] = []
        self.later: list[set[str]] = []
        self.acts_in_round: list[bool] = []
        self.leaks: list[bool] = []
        """Does chance wait there, to let a result leak?"""
        for at in range(self.size + 1):
            self._read(at)
        self.lying: dict[tuple[int, str, int, int], set[str]] = {}

    def _read(self, at: int) -> None:
        """What the items from ``at`` on ask for."""
        tests = [t for item in self.course.scenario.play[at:] for t in _tests(item)]
        self.chosen.append(_groups(self._chosen_asks(at, tests), self._option_counts()))
        self.received.append(_groups(self._received_asks(tests), dict.fromkeys(range(self.size), 4 + OFFER_MARK)))
        self.later.append(self._kinds(at))
        rest = self.course.scenario.play[at:]
        here = rest[0].round if rest else 0
        self.leaks.append(bool(rest) and isinstance(rest[0], Event))
        self.acts_in_round.append(any(isinstance(m, Act) for i in rest if i.round == here for m in _moves(i)))

    def _option_counts(self) -> dict[int, int]:
        play = self.course.scenario.play
        return {i: len(item.options) if isinstance(item, Decision) else 0 for i, item in enumerate(play)}

    def _chosen_asks(self, at: int, tests: list[Condition]) -> list[tuple[int, frozenset[int]]]:
        scenario = self.course.scenario
        asks: list[tuple[int, frozenset[int]]] = []
        for test in tests:
            if test.kind == "chosen":
                asks += numbers_of(test, scenario).items()
        for event in scenario.play[at:]:
            if isinstance(event, Event) and event.of:
                index = scenario.index(event.of)
                asks += [(index, frozenset({i + 1})) for i in range(self._option_counts()[index])]
        return asks

    def _received_asks(self, tests: list[Condition]) -> list[tuple[int, frozenset[int]]]:
        index = self.course.scenario.index
        return [(index(test.subject), marks_of(test)) for test in tests if test.kind == "reception"]

    def _kinds(self, at: int) -> set[str]:
        """What can still come: ``act:police``, ``signs:police``, ``administration``, ``reply``, ``verdict``."""
        kinds = set()
        for item in self.course.scenario.play[at:]:
            kinds |= {"reply"} if isinstance(item, Decision) and item.kind == "reply" else set()
            for move in _moves(item):
                kinds |= _kinds_of(move)
            if isinstance(item, Event) and item.of:
                kinds |= {"reply", *(f"act:{f}" for f in self.course.scenario.fields)}
        return kinds

    def merged(self, here: Position) -> Position:
        """The position that stands for all that are equal to this one, without the meters at home."""
        at, round_, ground, _, table, chosen, received = here
        chosen, received = self.marks(at, chosen, received)
        return Position(at, round_, self.ground(ground, at, round_, table), NOBODY_HOME, table, chosen, received)

    def marks(self, at: int, chosen: Sequence[int], received: Sequence[int]) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """What was chosen and received, as far as it is still asked for."""
        return _forgotten(chosen, self.chosen[at]), _forgotten(received, self.received[at])

    def _asked_to_last(self, ground: Ground) -> frozenset[str]:
        """The entries that an order or a law keeps, as far as they would end without it."""
        return frozenset(e for e in ground.ledger if e in ground.lasting and self.course.setting.agreements[e].ends)

    def _still_asked(self, at: int, table: Table | None) -> set[str]:
        """What can still come, and what a move that waits for its reply or answer asks for."""
        if table is None or table.kind not in ("reply", "answer"):
            return self.later[at]
        key = at, table.kind, table.item, table.option
        if key not in self.lying:
            item = self.course.scenario.play[table.item]
            move = item.options[table.option].move if isinstance(item, Decision) else item.move
            self.lying[key] = self.later[at] | {table.kind} | _kinds_of(move)
        return self.lying[key]

    def ground(self, ground: Ground, at: int, round_: int, table: Table | None) -> Ground:
        """The ground, as far as it is still asked for."""
        fields, ledger, lasting, verdicts, shown, relieved, floor, fresh = ground
        later, last, leaks = self._still_asked(at, table), round_ == self.last_round, self.leaks[at]
        judged = table is not None and table.kind == JUDGED
        if any(any(here[SAID:]) for here in fields):
            named = zip(self.course.setting.fields, fields, strict=True)
            fields = tuple([_unasked(here, name, later) for name, here in named])
        return Ground(
            tuple(map(_at_the_end, fields)) if at == self.size else fields,
            tuple(sorted(ledger)) if len(ledger) > 1 else ledger,
            self._asked_to_last(ground) if lasting and "administration" in later else frozenset(),
            0 if last and "verdict" not in later else verdicts,
            0 if last or judged else min(shown, 2 if leaks else 1),  # a leak takes one back
            relieved if relieved and self.acts_in_round[at] and not judged else 0,
            floor if floor and "reply" in later else 0,
            fresh if leaks else 0,
        )


def _at_the_end(here: Field) -> Field:
    """A field as far as aims and endings ask: of interest and institution only the lower counts, as the weakest."""
    institution = min(here.interest, here.institution)
    interest = min(here.interest, max(institution, 1))
    shut = here.shut if here.shut == UNTIL_SETTLED else 0
    return here._replace(interest=interest, institution=institution, shut=shut)


def _unasked(here: Field, name: str, later: set[str]) -> Field:
    """A field without what was said in it and no later step asks for."""
    acts, signs = f"act:{name}" in later, f"signs:{name}" in later
    return here._replace(
        told=here.told if acts or f"consent:{name}" in later else 0,
        consent=here.consent if acts else 0,
        entered=here.entered if here.consent and acts else 0,
        law=here.law if signs else 0,
    )


def _groups(asks: list[tuple[int, frozenset[int]]], sizes: dict[int, int]) -> dict[int, tuple[int, ...]]:
    """For each item asked about: what to put in place of each value, so that values no test tells apart are one."""
    groups = {}
    for item in {i for i, _ in asks}:
        tests = [values for i, values in asks if i == item]
        first: dict[tuple[bool, ...], int] = {}
        groups[item] = tuple(
            first.setdefault(tuple(v in values for values in tests), v) for v in range(sizes[item] + 1)
        )
    return groups


def _forgotten(marks: Sequence[int], groups: dict[int, tuple[int, ...]]) -> tuple[int, ...]:
    """Only what is still asked about."""
    if not groups:
        return (0,) * len(marks)
    kept = [0] * len(marks)
    for item, group in groups.items():
        kept[item] = group[marks[item]]
    return tuple(kept)


def _tests(item: Decision | Event) -> Iterator[Condition]:
    """Every test of an item, inner ones too."""
    whens = [item.when]
    whens += [o.when for o in item.options] if isinstance(item, Decision) else []
    for when in whens:
        if when is not None:
            yield from _inner(when)


def _inner(test: Condition) -> Iterator[Condition]:
    yield test
    for part in test.parts:
        yield from _inner(part)


def _moves(item: Decision | Event) -> list[object]:
    return [o.move for o in item.options] if isinstance(item, Decision) else [item.move]


def _kinds_of(move: object) -> set[str]:
    match move:
        case Act():
            return {f"act:{move.field}", "reply"} | ({"verdict"} if move.verdict else set())
        case Consent():
            return {f"consent:{move.field}"}
        case Offer(signs=str()):
            return {f"signs:{move.field}"}
        case Administration():
            return {"administration"}
    return set()

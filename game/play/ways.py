"""What each choice does, worked out once for each place and then looked up.

A point is three numbers. Its *place* is what most of a step looks at: the item that waits, the ground, the table. Most
of a step does not look at the *meters* at home and the *marks* of what was chosen and received. So a step is played
once for a place, and forks where it asks for them (:mod:`game.play.noted`); from then on it is a look into a table.
What happens on the way is recorded then too.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from game.play.course import JUDGED, Course
from game.play.happened import Log
from game.play.memory import Memory
from game.play.noted import CHOSEN, RECEIVED, Marks, Meters, Noted, Question, Steps
from game.play.position import Going, Position, Table
from game.rules.state import Ground, Home

LEAKS, QUIET = -1, -2
"""The two choices of chance, beside the indices of options."""
JUDGEMENTS = {-3: (False, False), -4: (False, True), -5: (True, False), -6: (True, True)}
"""How a closed round is judged: is frustration full, is standing gone?"""


Point = tuple[int, int, int]
"""A point of the graph: the numbers of its place, of its meters and of its marks."""
Marked = tuple[tuple[int, ...], tuple[int, ...]]
"""What was chosen, and received, at each item."""


class Place(NamedTuple):
    """All of a position but the meters and the marks."""

    at: int
    round: int
    ground: Ground
    table: Table | None


class Moved(NamedTuple):
    """What some steps do to the meters, wherever they stand."""

    after: tuple[int, ...]
    """The number of the meters afterwards, by their number before."""
    results: int
    yields: int


Written = tuple[tuple[int, int], ...]
"""Items with the marks that were written there."""


class MarksMet:
    """The marks that were met, each with its number. They know no ways, or these would hold on to themselves."""

    def __init__(self, memory: Memory) -> None:
        """None was met yet; ``memory`` knows what of them is still asked for."""
        self.memory = memory
        self.by_number: list[Marked] = []
        self._numbers: dict[Marked, int] = {}

    def number(self, at: int, chosen: Sequence[int], received: Sequence[int]) -> int:
        """The number of some marks, as far as the items from ``at`` on ask for them."""
        marks = self.memory.marks(at, chosen, received)
        number = self._numbers.setdefault(marks, len(self.by_number))
        if number == len(self.by_number):
            self.by_number.append(marks)
        return number


class Remembered(dict[int, int]):
    """The number of the marks after some stretches, by their number before; worked out when it is first looked up."""

    def __init__(self, met: MarksMet, at: int, chosen: Written, received: Written) -> None:
        """Of stretches that lead to one item, and on which the same is written that is still asked for there."""
        self.met, self.at, self.written = met, at, (chosen, received)

    def __missing__(self, before: int) -> int:
        chosen, received = map(list, self.met.by_number[before])
        for marks, written in zip((chosen, received), self.written, strict=True):
            for item, mark in written:
                marks[item] = mark
        after = self[before] = self.met.number(self.at, chosen, received)
        return after


@dataclass(slots=True, eq=False)
class Way:
    """A stretch of a step, from a choice or the close of a round on: where it leads, and what it does on the way."""

    to: int
    """The number of a place."""
    closes: bool
    """A closed round waits there to be judged."""
    moved: Moved
    marks: Remembered
    log: Log = field(repr=False)
    """What happens; the meters are not known in it."""


@dataclass(slots=True, eq=False)
class Fork:
    """Where a stretch goes on as a question is answered."""

    question: Question
    at_home: tuple[int, ...]
    """The answer by the number of the meters; none where marks are asked for."""
    branches: "dict[int, Way | Fork]" = field(default_factory=dict)
    """By the answer."""

    def answer(self, home: int, marks: Marked) -> int:
        """The answer where the meters and the marks are these."""
        about, number, _ = self.question
        return self.at_home[home] if self.at_home else marks[about == RECEIVED][number]


class Ways:
    """The ways of a course, found as they are walked."""

    def __init__(self, course: Course) -> None:
        """Of a course nothing is known yet."""
        limits = course.theory.limits
        self.course, self.memory = course, Memory(course)
        self.places: list[Place] = []
        self.place_numbers: dict[Place, int] = {}
        self.known: list[dict[int, Way | Fork]] = []
        """For each place what its choices do, as far as they were played."""
        self.homes = [Home(f, s) for f in range(limits["frustration"] + 1) for s in range(limits["standing"] + 1)]
        """Wherever the meters can stand; results and yields are counted on the way."""
        self.home_numbers = {home: number for number, home in enumerate(self.homes)}
        self.judgements = [_judgement(home, limits["frustration"]) for home in self.homes]
        self.met = MarksMet(self.memory)
        self.marks = self.met.by_number
        self.remembered: dict[tuple[int, Written, Written], Remembered] = {}
        self.moves: dict[Steps, Moved] = {}

    def start(self) -> Point:
        """The first point."""
        start = self.course.start()
        marks = self.met.number(start.at, start.chosen, start.received)
        place = self._place(start.at, start.round, start.ground, start.table)
        return place, self.home_numbers[start.home], marks

    def position(self, point: Point) -> Position:
        """A point as a position."""
        (at, round_, ground, table), (chosen, received) = self.places[point[0]], self.marks[point[2]]
        return Position(at, round_, ground, self.homes[point[1]], table, chosen, received)

    def step(self, point: Point, choice: int) -> tuple[tuple[Way, ...], Point]:
        """A choice taken at a point: the stretches on which it comes to the next choice, and the point there.

        A stretch on which nobody has gone yet is played.
        """
        ways: tuple[Way, ...] = ()
        while True:
            place, home, marks = point
            way = self.known[place].get(choice)
            while isinstance(way, Fork):
                way = way.branches.get(way.answer(home, self.marks[marks]))
            if way is None:
                way = self._played(point, choice)
            point = way.to, way.moved.after[home], way.marks[marks]
            ways += (way,)
            if not way.closes:
                return ways, point
            choice = self.judgements[point[1]]

    # --- playing what is not known yet ------------------------------------------------------------------------

    def _played(self, point: Point, choice: int) -> Way:
        """Play a stretch from a point, and keep it for all points that answer alike what it asks."""
        noted, log = Noted(), Log()
        (at, round_, ground, table), (chosen, received) = self.places[point[0]], self.marks[point[2]]
        home = Meters.of(self.homes[point[1]], noted, self.course.theory.limits)
        going = Going(
            at, round_, ground, home, table, Marks(CHOSEN, chosen, noted), Marks(RECEIVED, received, noted), log
        )
        self._play(going, choice)
        way = self._way(going, log)
        branches, taken = self.known[point[0]], choice
        for question, answer in noted:
            fork = branches.get(taken)
            if fork is None:
                fork = branches[taken] = self._fork(question)
            assert isinstance(fork, Fork)
            branches, taken = fork.branches, answer
        branches[taken] = way
        return way

    def _play(self, going: Going, choice: int) -> None:
        if choice in JUDGEMENTS:
            self.course.judge(going, *JUDGEMENTS[choice])
        elif choice in (LEAKS, QUIET):
            self.course.draw(going, choice == LEAKS)
        else:
            self.course.take(going, choice)

    def _fork(self, question: Question) -> Fork:
        """Where a question is asked: of the meters it is answered for good."""
        about, number, steps = question
        if about in (CHOSEN, RECEIVED):
            return Fork(question, ())
        return Fork(question, tuple(self.homes[home].reaches(about, number) for home in self._moved(steps).after))

    def _way(self, going: Going, log: Log) -> Way:
        """The stretch that has come to this stop."""
        at, table = going.at, going.table
        assert isinstance(going.home, Meters)
        closes = table is not None and table.kind == JUDGED
        to = self._place(at, going.round, going.ground, table)
        chosen, received = _kept(going.chosen, self.memory.chosen[at]), _kept(going.received, self.memory.received[at])
        remembered = self.remembered.get((at, chosen, received))
        if remembered is None:
            remembered = self.remembered[at, chosen, received] = Remembered(self.met, at, chosen, received)
        return Way(to, closes, self._moved(going.home.steps), remembered, log)

    def _place(self, at: int, round_: int, ground: Ground, table: Table | None) -> int:
        """The number of the place that such a position merges into."""
        place = Place(at, round_, self.memory.ground(ground, at, round_, table), table)
        number = self.place_numbers.setdefault(place, len(self.places))
        if number == len(self.places):
            self.places.append(place)
            self.known.append({})
        return number

    def _moved(self, steps: Steps) -> Moved:
        """What some steps do, worked out once: the same few come up often."""
        moved = self.moves.get(steps)
        if moved is None:
            ends = [home.changed(steps, self.course.theory.limits) for home in self.homes]
            after = tuple(self.home_numbers[Home(end.frustration, end.standing)] for end in ends)
            moved = self.moves[steps] = Moved(after, ends[0].results, ends[0].yields)
        return moved


def _kept(written: list[int] | dict[int, int], asked: Collection[int]) -> Written:
    """What was written, as far as it is asked for."""
    return tuple([(item, written[item]) for item in asked if item in written]) if asked else ()


def _judgement(home: Home, full: int) -> int:
    """The choice that stands for how a closed round is judged where the meters stand so."""
    asked = home.reaches("frustration", full), not home.reaches("standing", 1)
    return next(choice for choice, answers in JUDGEMENTS.items() if answers == asked)

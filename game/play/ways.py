"""What each choice does wherever the meters at home stand, worked out once for each place.

Most of a step does not look at frustration and standing; it only moves them. So a step is played once with
meters that are not known: they note what is added to them, and where the rules ask for them the way forks. From
then on the step is a look into a table, and both meters are one number. What happens on the way is recorded then too.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from game.play.asking import Standing
from game.play.course import JUDGED, Course
from game.play.happened import Log
from game.play.memory import Memory
from game.play.position import Going, Position
from game.rules.state import Change, Home

LEAKS, QUIET = -1, -2
"""The two choices of chance, beside the indices of options."""
JUDGEMENTS = {-3: (False, False), -4: (False, True), -5: (True, False), -6: (True, True)}
"""How a closed round is judged: is frustration full, is standing gone?"""


Point = tuple[int, int]
"""A point of the graph: the number of its place (all but the meters), and the number of its meters."""
Step = tuple[Point, int, int]
"""Where a choice leads, and how many results and yields it added on the way."""


class Undecided(Exception):
    """The rules ask whether a meter reaches a number, and the way so far does not say."""

    def __init__(self, meter: str, number: int, steps: "Steps") -> None:
        """Keep the question, and the steps since the last one."""
        super().__init__(meter)
        self.question, self.steps = (meter, number), steps


Steps = tuple[Change, ...]


class Sketch(Home):
    """Meters that are not known: they note their changes, and answer from a list of answers."""

    steps: Steps
    answers: tuple[bool, ...]

    @property
    def known(self) -> bool:
        """They are not."""
        return False

    @classmethod
    def of(cls, answers: tuple[bool, ...], steps: Steps = ()) -> "Sketch":
        """Meters with these answers still to give, and these steps since the last."""
        sketch = cls(0, 0)
        sketch.steps, sketch.answers = steps, answers
        return sketch

    def reaches(self, meter: str, number: int) -> bool:
        """The next answer of the list; Undecided where it is at its end."""
        if not self.answers:
            raise Undecided(meter, number, self.steps)
        answer, self.answers, self.steps = self.answers[0], self.answers[1:], ()
        return answer

    def changed(self, changes: Iterable[Change], _limits: object) -> "Sketch":
        """The meters with some changes more."""
        return Sketch.of(self.answers, (*self.steps, *changes))


class Moved(NamedTuple):
    """What some steps do to the meters, wherever they stand."""

    after: tuple[int, ...]
    """The number of the meters afterwards, by their number before."""
    results: int
    yields: int


@dataclass(frozen=True, slots=True, eq=False)
class Way:
    """A stretch of a step: what it does at home, then where it leads or what decides how it goes on."""

    moved: Moved
    to: int = -1
    """The number of a place, -1 at a question."""
    question: tuple[str, int] = ("", 0)
    log: Log = field(default_factory=list, repr=False)
    """What happens from the choice, or from the close of a round, to that place; the meters are not known in it."""


class Ways:
    """The ways of a course, found as they are walked."""

    def __init__(self, course: Course) -> None:
        """Of a course nothing is known yet."""
        limits = course.theory.limits
        self.course, self.memory = course, Memory(course)
        self.places: list[Position] = []
        """Everything that tells points apart but the meters; each once."""
        self.numbers: dict[Position, int] = {}
        self.homes = [Home(f, s) for f in range(limits["frustration"] + 1) for s in range(limits["standing"] + 1)]
        """Wherever the meters can stand; results and yields are counted on the way."""
        self.home_numbers = {home: number for number, home in enumerate(self.homes)}
        self.judgements = [_judgement(home, limits["frustration"]) for home in self.homes]
        self.judged: set[int] = set()
        """The numbers of places at which a closed round waits to be judged."""
        self.known: dict[tuple[int, int, tuple[bool, ...]], Way] = {}
        self.moves: dict[Steps, Moved] = {}

    def start(self) -> Point:
        """The first point."""
        start = self.course.start()
        return self._place(start), self.home_numbers[start.home]

    def position(self, point: Point) -> Position:
        """A point as a position."""
        at, round_, ground, _, table, chosen, received = self.places[point[0]]
        return Position(at, round_, ground, self.homes[point[1]], table, chosen, received)

    def _place(self, here: Standing) -> int:
        """The number of the place that a position merges into."""
        merged = self.memory.merged(here)
        number = self.numbers.setdefault(merged, len(self.places))
        if number == len(self.places):
            self.places.append(merged)
            if merged.table is not None and merged.table.kind == JUDGED:
                self.judged.add(number)
        return number

    def taken(self, point: Point, choice: int) -> Step:
        """A choice taken at a point, to the next choice."""
        to, results, yields = point, 0, 0
        for way, home in self.along(point, choice):
            to, results, yields = (way.to, home), results + way.moved.results, yields + way.moved.yields
        return to, results, yields

    def along(self, point: Point, choice: int) -> Iterator[tuple[Way, int]]:
        """The stretches of a step, each with the number of the meters at its end."""
        place, home = point
        answers: tuple[bool, ...] = ()
        while True:
            way = self._way(place, choice, answers)
            home = way.moved.after[home]
            yield way, home
            if way.to < 0:
                answers = (*answers, self.homes[home].reaches(*way.question))
            elif way.to in self.judged:
                place, choice, answers = way.to, self.judgements[home], ()
            else:
                return

    def _way(self, place: int, choice: int, answers: tuple[bool, ...]) -> Way:
        way = self.known.get((place, choice, answers))
        if way is None:
            way = self.known[place, choice, answers] = self._sketched(place, choice, answers)
        return way

    def _sketched(self, place: int, choice: int, answers: tuple[bool, ...]) -> Way:
        """Play a stretch with unknown meters, as far as the answers go."""
        log: Log = []
        going = Going.on(self.places[place], log)
        going.home = Sketch.of(answers)
        try:
            self._play(going, choice)
        except Undecided as undecided:
            return Way(self._moved(undecided.steps), question=undecided.question)
        return Way(self._moved(going.home.steps), self._place(going), log=log)

    def _play(self, going: Going, choice: int) -> None:
        if choice in JUDGEMENTS:
            self.course.judge(going, *JUDGEMENTS[choice])
        elif choice in (LEAKS, QUIET):
            self.course.draw(going, choice == LEAKS)
        else:
            self.course.take(going, choice)

    def _moved(self, steps: Steps) -> Moved:
        """What some steps do, worked out once: the same few come up often."""
        moved = self.moves.get(steps)
        if moved is None:
            ends = [home.changed(steps, self.course.theory.limits) for home in self.homes]
            after = tuple(self.home_numbers[Home(end.frustration, end.standing)] for end in ends)
            moved = self.moves[steps] = Moved(after, ends[0].results, ends[0].yields)
        return moved


def _judgement(home: Home, full: int) -> int:
    """The choice that stands for how a closed round is judged where the meters stand so."""
    asked = home.reaches("frustration", full), not home.reaches("standing", 1)
    return next(choice for choice, answers in JUDGEMENTS.items() if answers == asked)

"""What each choice does wherever the meters at home stand, worked out once for each ground.

Most of a step does not look at frustration and standing; it only moves them. So a step is played once with
meters that are not known: they note what is added to them, and where the rules ask for them the way forks. From
then on the step is a walk through two small tables.
"""

from collections.abc import Iterable, Sequence
from functools import cache
from typing import NamedTuple

from game.play.course import JUDGED, Course
from game.play.memory import Memory
from game.play.position import Position
from game.rules.state import Change, Home

LEAKS, QUIET = -1, -2
"""The two choices of chance, beside the indices of options."""
JUDGEMENTS = {-3: (False, False), -4: (False, True), -5: (True, False), -6: (True, True)}
"""How a closed round is judged: is frustration full, is standing gone?"""


def _judgement(full: bool, gone: bool) -> int:
    return -3 - gone - 2 * full


class Point(NamedTuple):
    """A point of the graph: the number of its place (all but the meters, see ``Ways.places``), and the meters."""

    place: int
    frustration: int
    standing: int


class Step(NamedTuple):
    """A choice taken: which, where it leads, what it added to the counts on the way."""

    option: int
    to: Point
    results: int
    yields: int


class Undecided(Exception):
    """The rules ask whether a meter reaches a number, and the way so far does not say."""

    def __init__(self, meter: str, number: int, steps: "Steps") -> None:
        """Keep the question, and the steps since the last one."""
        super().__init__(meter)
        self.question, self.steps = (meter, number), steps


Steps = tuple[tuple[str, int, bool], ...]
"""Changes of meters: which, by how much, and whether it is set to that."""


class Sketch(Home):
    """Meters that are not known: they note their changes, and answer from a list of answers."""

    steps: Steps
    answers: tuple[bool, ...]

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


class Way(NamedTuple):
    """A stretch of a step: what it does to each meter, then where it leads or what decides how it goes on."""

    frustration: tuple[int, ...]
    """The meter afterwards, by the meter before."""
    standing: tuple[int, ...]
    results: int
    yields: int
    to: int = -1
    """The number of a place, -1 at a question."""
    question: tuple[str, int] = ("", 0)


class Ways:
    """The ways of a course, found as they are walked."""

    def __init__(self, course: Course) -> None:
        """Of a course nothing is known yet."""
        self.course, self.memory = course, Memory(course)
        self.places: list[Position] = []
        """Everything that tells points apart but the meters; each once."""
        self.numbers: dict[Position, int] = {}
        self.judged: set[int] = set()
        """The numbers of places at which a closed round waits to be judged."""
        self.known: dict[tuple[int, int, tuple[bool, ...]], Way] = {}

    def start(self) -> Point:
        """The first point."""
        place, home = self._place(self.course.start())
        return Point(place, home.frustration, home.standing)

    def position(self, point: Point) -> Position:
        """A point as a position."""
        at, round_, ground, _, table, chosen, received = self.places[point.place]
        home = Home(point.frustration, point.standing)
        return Position(at, round_, ground, home, table, chosen, received)

    def _place(self, position: Position) -> tuple[int, Home]:
        """The number of the place that a position merges into, and its meters."""
        merged, home = self.memory.merged(position)
        number = self.numbers.setdefault(merged, len(self.places))
        if number == len(self.places):
            self.places.append(merged)
            if merged.table is not None and merged.table.kind == JUDGED:
                self.judged.add(number)
        return number, home

    def taken(self, point: Point, option: int) -> Step:
        """A choice taken at a point, to the next choice."""
        step = self._stretch(point, option, option)
        while step.to.place in self.judged:
            full = step.to.frustration >= self.course.theory.limits["frustration"]
            judged = self._stretch(step.to, option, _judgement(full, step.to.standing < 1))
            step = Step(option, judged.to, step.results + judged.results, step.yields + judged.yields)
        return step

    def _stretch(self, point: Point, option: int, choice: int) -> Step:
        """One stretch of a step: to the next choice or to the close of the round."""
        way = self._way_of((point.place, choice, ()))
        _, frustration, standing = point
        results = yields = 0
        answers: tuple[bool, ...] = ()
        while True:
            frustration, standing = way.frustration[frustration], way.standing[standing]
            results, yields = results + way.results, yields + way.yields
            if way.to >= 0:
                return Step(option, Point(way.to, frustration, standing), results, yields)
            meter, number = way.question
            answers = (*answers, (frustration if meter == "frustration" else standing) >= number)
            way = self._way_of((point.place, choice, answers))

    def _way_of(self, key: tuple[int, int, tuple[bool, ...]]) -> Way:
        way = self.known.get(key)
        if way is None:
            way = self.known[key] = self._sketched(*key)
        return way

    def _sketched(self, place: int, choice: int, answers: tuple[bool, ...]) -> Way:
        """Play a stretch with unknown meters, as far as the answers go."""
        position = self.places[place]._replace(home=Sketch.of(answers))
        try:
            after = self._played(position, choice)
        except Undecided as undecided:
            return self._way(undecided.steps, -1, undecided.question)
        to, home = self._place(after)
        assert isinstance(home, Sketch)
        return self._way(home.steps, to)

    def _played(self, position: Position, choice: int) -> Position:
        if choice in JUDGEMENTS:
            return self.course.judged(position, *JUDGEMENTS[choice])
        if choice in (LEAKS, QUIET):
            return self.course.drawn(position, choice == LEAKS)
        return self.course.taken(position, choice)

    def _way(self, steps: Steps, to: int, question: tuple[str, int] = ("", 0)) -> Way:
        """A stretch with its two tables."""
        limits = self.course.theory.limits
        frustration = _table("frustration", limits["frustration"], steps)
        standing = _table("standing", limits["standing"], steps)
        return Way(frustration, standing, _sum("results", steps), _sum("yields", steps), to, question)


@cache
def _table(meter: str, most: int, steps: Steps) -> tuple[int, ...]:
    """A meter after the steps, by the meter before; cut at its limits at each step."""
    own = [(by, to) for name, by, to in steps if name == meter]
    return tuple(_after(value, own, most) for value in range(most + 1))


def _after(value: int, steps: Sequence[tuple[int, bool]], most: int) -> int:
    for by, to in steps:
        value = min(max(by if to else value + by, 0), most)
    return value


@cache
def _sum(count: str, steps: Steps) -> int:
    return sum(by for name, by, _ in steps if name == count)

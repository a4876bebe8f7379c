"""The smallest flip: the fewest of one's own options changed so that the ending changes.

The same opponent plays on, with the same chance. Where the changed game comes to a decision that the original
one did not meet, the historical option is taken, else to wait, else the first. Among equals the latest counts.
"""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from typing import NamedTuple

from game.debrief.because import laid_by
from game.debrief.material import Material, ending_at
from game.debrief.model import Changed, Ending, Flip
from game.debrief.wording import NAMES, joined
from game.play.course import Course
from game.play.game import PERSON, Chooser
from game.play.happened import Happened
from game.play.opponents import Seat, choose
from game.play.position import Position
from game.play.solve import BEST, Solved, Strategist, TooLarge
from game.play.table import other
from game.play.walk import ending_of
from game.rules.state import UNTIL_SETTLED
from game.rules.words import WOUNDS
from game.scenario.model import Decision, Event

MOST = 3
"""So many changes are looked at; beyond, nobody could tell any more what made the difference."""
STEPS = 10_000
"""The search gives up a number of changes that would take more steps than this: a second or so."""


class Stop(NamedTuple):
    """A decision of one's own on the way: where, and the option taken there."""

    at: int
    position: Position
    taken: int


class Way(NamedTuple):
    """One whole game: the options changed in it, its own decisions after the last change, its end."""

    changes: tuple[Stop, ...]
    stops: tuple[Stop, ...]
    end: Position


class TooFar(Exception):
    """The search would take too long."""


@dataclass
class Search:
    """Plays the game again with options of one capital changed."""

    material: Material
    capital: str
    solved: Solved | None = None
    steps: int = 0
    mine: dict[str, str] = field(default_factory=dict)
    theirs: Chooser | None = None

    def __post_init__(self) -> None:
        """Note what was chosen, and who plays the other side."""
        self.mine = {choice.decision.id: choice.option.id for choice in self.material.choices}
        self.theirs = self._opponent()

    def _opponent(self) -> Chooser:
        game, disposition = self.material.game, self.material.game.disposition
        if game.is_person(other(self.capital)) or disposition == PERSON:
            return lambda course, position: self._as_made(position, choose("due", course, position))
        if disposition == BEST:
            return Strategist(self.material.course, other(self.capital), self.solved)
        return lambda course, position: choose(disposition, course, position)

    def _as_made(self, position: Position, otherwise: int) -> int:
        """The option chosen at this decision in the game, if it was met and can be chosen here."""
        course = self.material.course
        item = course.waiting(position)
        assert isinstance(item, Decision)
        made = item.option(self.mine.get(item.id, ""))
        return item.options.index(made) if made is not None and made in course.options(position) else otherwise

    def own(self, position: Position) -> int:
        """What a person's capital takes where nothing is changed."""
        return self._as_made(position, Seat(self.material.course, position).plain())

    def play(self, position: Position, changes: tuple[Stop, ...]) -> Way:
        """Play on to the end from a point."""
        course, stops = self.material.course, list[Stop]()
        while (item := course.waiting(position)) is not None:
            self._count()
            if isinstance(item, Event):
                position = course.chance(position, self.material.game.draws(item))
                continue
            if item.by == self.capital:
                taken = self.own(position)
                stops.append(Stop(position.at, position, taken))
            else:
                assert self.theirs is not None
                taken = self.theirs(course, position)
            position = course.follow(position, taken)
        return Way(changes, tuple(stops), position)

    def log(self, way: Way) -> list[Happened]:
        """Everything that would have happened on a way."""
        course, changed, log = self.material.course, {stop.at: stop.taken for stop in way.changes}, list[Happened]()
        position = course.start(log)
        while (item := course.waiting(position)) is not None:
            if isinstance(item, Event):
                position = course.chance(position, self.material.game.draws(item), log)
            elif item.by == self.capital:
                position = course.follow(position, changed.get(position.at, self.own(position)), log)
            else:
                assert self.theirs is not None
                position = course.follow(position, self.theirs(course, position), log)
        return log

    def _count(self) -> None:
        self.steps += 1
        if self.steps > STEPS:
            raise TooFar

    def changed(self, way: Way) -> Iterator[Way]:
        """Every way with one more option changed, after those changed already."""
        course = self.material.course
        for stop in way.stops:
            item = course.waiting(stop.position)
            assert isinstance(item, Decision)
            for option in course.options(stop.position):
                index = item.options.index(option)
                if index != stop.taken:
                    change = Stop(stop.at, stop.position, index)
                    yield self.play(course.follow(stop.position, index), (*way.changes, change))


def flip(material: Material, capital: str, solved: Solved | None = None) -> Flip:
    """The smallest flip of one capital, or that none was found."""
    search = Search(material, capital, solved)
    course = material.course
    ending = ending_of(course, material.end)
    searched = 0
    with suppress(TooFar, TooLarge):
        ways = [search.play(course.start(), ())]
        while searched < MOST:
            ways = [more for way in ways for more in search.changed(way)]
            searched += 1
            turned = [way for way in ways if ending_of(course, way.end) != ending]
            if turned:
                return _found(search, _latest(turned), searched)
    return _none(search, searched)


def _latest(ways: list[Way]) -> Way:
    """The way whose changes come latest; among these the first in the order of the file."""
    return max(ways, key=lambda way: tuple(stop.at for stop in way.changes))


def _found(search: Search, way: Way, searched: int) -> Flip:
    material = search.material
    changes = tuple(_change(search, stop) for stop in way.changes)
    ending, was = ending_at(material.course, way.end), ending_at(material.course, material.end)
    places = joined(_place(change) for change in changes)
    says = (
        f"{places}. {_others(search)} playing on, the game would have come out as “{ending.word}” "
        f"({ending.says}) and not as “{was.word}”. {_because(search, way)}"
    ).rstrip()
    return Flip(search.capital, changes, ending, searched, says)


# --- why it would have come so -------------------------------------------------------------------------------


def _because(search: Search, way: Way) -> str:
    """What the change turns on: Congress, if it takes the file on one path alone; and how the two ends differ."""
    material = search.material
    would, did = _congress(search.log(way)), _congress([happened for _, happened in material.log])
    return " ".join([*_by_congress(would, did), *_apart(material, way.end)])


def _congress(log: Sequence[Happened]) -> dict[int, tuple[str, ...]]:
    """By round, what lay open when Congress had taken the file."""
    return {h.round: laid_by(h) for h in log if "congress" in h.flags}


def _by_congress(would: dict[int, tuple[str, ...]], did: dict[int, tuple[str, ...]]) -> Iterator[str]:
    for round_ in sorted(would.keys() - did.keys()):
        verdict = joined(what.partition(".")[2] for what in would[round_])
        yield (
            f"Frustration would have been full when round {round_} closed: Congress takes the file, and its verdict"
            + (f" leaves {verdict} open." if verdict else " sours what is there.")
        )
    for round_ in sorted(did.keys() - would.keys()):
        yield f"Congress would not have taken the file when round {round_} closed."


def _apart(material: Material, end: Position) -> Iterator[str]:
    """What the ending looks at, where the two ends differ."""
    would, was = (_looked_at(material.course, position) for position in (end, material.end))
    differ = [f"{name}: {would[name]} (as it came: {was[name]})" for name in would if would[name] != was[name]]
    if differ:
        yield f"At the end: {'; '.join(differ)}."


def _looked_at(course: Course, position: Position) -> dict[str, str]:
    """What an ending hangs on, in words."""
    ground, setting = position.ground, course.setting
    several = len(setting.fields) > 1
    wounds = [
        f"{name} {wound}" if several else wound
        for name, field in zip(setting.fields, ground.fields, strict=True)
        for wound in field.open
        if wound in WOUNDS
    ]
    made = [setting.agreements[entry] for entry in setting.made(ground)]
    return {
        "open wounds": joined(wounds) or "none",
        "binding agreements made and in force": joined(entry.title for entry in made if entry.binds) or "none",
        "results": str(position.home.results),
        "shut by a rupture": joined(
            name for name, field in zip(setting.fields, ground.fields, strict=True) if field.shut == UNTIL_SETTLED
        )
        or "nothing",
    }


def _place(change: Changed) -> str:
    where = f"turn {change.number} ({change.title})" if change.number else f"“{change.title}”"
    return f"at {where} “{change.instead}” in place of “{change.was}”"


def _others(search: Search) -> str:
    """Who plays on unchanged."""
    game, them = search.material.game, other(search.capital)
    if game.is_person(them):
        return f"{NAMES[them]}’s choices standing where they can, else as due; chance"
    return f"The same opponent ({game.disposition}) and chance"


def _change(search: Search, stop: Stop) -> Changed:
    """A change in words. What stood there is what the unchanged game took, or would have taken."""
    item = search.material.course.waiting(stop.position)
    assert isinstance(item, Decision)
    number = search.material.numbers.get(item.id)
    was = item.options[search.own(stop.position)]
    return Changed(item.id, number, item.title, was.label, item.options[stop.taken].label)


def _none(search: Search, searched: int) -> Flip:
    """The sentence that none would, with what was looked at."""
    if not searched:
        says = f"Whether a change by {NAMES[search.capital]} would have led elsewhere could not be looked at: too many."
        return Flip(search.capital, (), ending_at(search.material.course, search.material.end), 0, says)
    ending: Ending = ending_at(search.material.course, search.material.end)
    what = ("one option", "one or two options", "one to three options")[searched - 1]
    says = (
        f"No change of {what} of {NAMES[search.capital]} would have led to another ending than “{ending.word}”. "
        "What came of it did not hang on one choice: ask what each side would have had to know, or to have, before."
    )
    return Flip(search.capital, (), ending, searched, says)

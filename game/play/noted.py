"""What is noted while a stretch is played: what it does to the meters and the marks, and where it asks for them.

Most of a step looks at neither the meters at home nor the marks of what was chosen and received before. So what it does
holds for every point that differs in nothing else, as long as the few questions it asks have the same answers there.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from game.rules.state import Change, Home

CHOSEN, RECEIVED = "chosen", "received"
UNKNOWN = Home(0, 0)
"""What a record has in place of meters that are not known."""
Steps = tuple[Change, ...]
"""Changes at home, one after the other."""


class Question(NamedTuple):
    """Does a meter reach a number, after some changes; or what was chosen, or received, at the item of a number?"""

    about: str
    number: int
    steps: Steps = ()


Noted = list[tuple[Question, int]]
"""Questions with their answers, in order."""


class Meters(Home):
    """Meters at home that note what is added to them, and what they are asked."""

    noted: Noted
    limits: Mapping[str, int]
    steps: Steps = ()

    @classmethod
    def of(cls, before: Home, noted: Noted, limits: Mapping[str, int]) -> "Meters":
        """Meters that stand so before anything is added to them."""
        meters = tuple.__new__(cls, before)
        meters.noted, meters.limits = noted, limits
        return meters

    @property
    def known(self) -> bool:
        """What is noted of them holds for others too, so no line can tell from where to where they went."""
        return False

    @property
    def recorded(self) -> Home:
        """Nothing is told of them; the record would keep alive all that was noted."""
        return UNKNOWN

    def reaches(self, meter: str, number: int) -> bool:
        """Does a meter stand at a number or above? That it was asked is noted."""
        answer = super().changed(self.steps, self.limits).reaches(meter, number)
        self.noted.append((Question(meter, number, self.steps), answer))
        return answer

    def changed(self, changes: Iterable[Change], limits: Mapping[str, int]) -> "Meters":
        """The meters with some changes more."""
        meters = tuple.__new__(Meters, self)
        meters.noted, meters.limits, meters.steps = self.noted, limits, (*self.steps, *changes)
        return meters


class Marks(dict[int, int]):
    """What was chosen, or received, at each item: what is written on the way, or else what was before."""

    __slots__ = ("about", "before", "noted")

    def __init__(self, about: str, before: Sequence[int], noted: Noted) -> None:
        """Nothing is written yet."""
        self.about, self.before, self.noted = about, before, noted

    def __missing__(self, item: int) -> int:
        answer = self.before[item]
        self.noted.append((Question(self.about, item), answer))
        return answer

    def copy(self) -> "Marks":
        """The same, to be written on aside."""
        copied = Marks(self.about, self.before, self.noted)
        copied.update(self)
        return copied

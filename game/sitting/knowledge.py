"""What a capital may know while a game is played: everything but secret acts, and lines not meant for it."""

from collections.abc import Iterable
from typing import NamedTuple

from game.play.course import Course, Happened
from game.play.game import Game
from game.rules.moves import Act
from game.rules.trace import Line
from game.scenario.model import Person


class Known(NamedTuple):
    """Lines of a trace that somebody may see, and how many there are besides."""

    lines: tuple[Line, ...]
    hidden: int


EVERYBODY = "both"
"""Sees everything: after a game, and in a first one."""


def known_lines(lines: Iterable[Line], viewer: str) -> Known:
    """The lines that a capital may see in play."""
    every = tuple(lines)
    seen = tuple(line for line in every if viewer == EVERYBODY or line.seen_by in ("both", viewer))
    return Known(seen, len(every) - len(seen))


def is_known(happened: Happened, course: Course, viewer: str) -> bool:
    """May a capital know of this? Not of what the other does in secret."""
    if viewer in (EVERYBODY, happened.by) or happened.option is None:
        return True
    decision = course.scenario.decision(happened.item)
    option = decision.option(happened.option) if decision else None
    move = option.move if option else None
    return not (isinstance(move, Act) and move.visibility == "secret")


def in_office(game: Game) -> tuple[Person, ...]:
    """The people of a case who hold their office when the decision is taken; all of them where none waits.

    Who comes into office only later would tell what is not known yet.
    """
    date = game.decision.date if game.decision else ""
    return tuple(person for person in game.course.scenario.people if person.serves(date))

"""Every sentence that a command says beside its data, and the status it ends with.

stdout is data, stderr is talk. 0: done. 1: something wrong was found in what was checked. 2: wrong usage, or
something that cannot be read or written.
"""

import sys
from collections.abc import Iterable, Sequence
from enum import IntEnum

from game.reading.diagnostics import Diagnostic, as_text


class Status(IntEnum):
    """What a command ends with."""

    DONE = 0
    FOUND = 1
    USAGE = 2


class Refused(Exception):
    """A command cannot be done; the message is for people."""


def say(sentence: str) -> None:
    """A sentence on stderr."""
    print(sentence, file=sys.stderr)


def report(found: Iterable[Diagnostic]) -> None:
    """Diagnostics on stderr, one a line."""
    for diagnostic in found:
        say(as_text(diagnostic))


def no_such(what: str, name: str, known: Sequence[str], near: str) -> str:
    """A name that is none: what it should be, and the nearest."""
    hint = f"; did you mean {near}?" if near else ""
    return f"there is no {what} {name!r} (there are: {', '.join(known)}{hint})"


def written(path: object) -> None:
    """The path of a file that was written, for the next command to take."""
    print(path)


NO_TERMINAL = "this is no terminal that can show the screens; playing in plain text (--plain)"
NO_PLACE = "this game cannot be kept: {error}. It can be played, but will be lost when you leave."
KEPT = "the game is kept: {path}"
EXISTS = "{path} is there already; --force writes over it"

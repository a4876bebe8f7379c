"""Every sentence that a command says beside its data, and the status it ends with.

stdout is data, stderr is talk. 0: done. 1: something wrong was found in what was checked. 2: wrong usage, or
something that cannot be read or written.
"""

import codecs
import sys
from collections.abc import Iterable, Sequence
from enum import IntEnum
from io import TextIOWrapper
from typing import TYPE_CHECKING
from unicodedata import normalize

from game.reading.characters import clean

if TYPE_CHECKING:
    from game.reading.diagnostics import Diagnostic

NO_TERMINAL = "this is no terminal that can show the screens; playing in plain text (--plain)"
NOTHING_KEPT = "no game is kept of this sitting"
KEPT_AT = "your game is kept at {path}"
FAULT = "this is a fault of the program ({error}); {kept}. TWO_CAPITALS_DEBUG=1 shows where it happened."
STOPPED = "stopped"
OUTPUT = "the output cannot be written"
EXISTS = "{path} is there already; --force writes over it"
NOT_COPIED = "{path} is not written one table after the other, so it cannot be copied whole; copy the file itself"
NOT_OVER = "{path}: this game is not over; go on with it first"
BOTH_ARE_PERSONS = "both capitals are played by persons then; leave --opponent {opponent} out"
NOT_A_ROLE = "{case} cannot be played as {role} (it can as {roles})"
NOT_PLAYED = "nobody played {role} in this game ({played} was)"
WHOSE_SHEET = "two persons played this game; --as washington or --as mexico-city says whose sheet it is"
NO_PERSON = "nobody can be asked here; name another opponent"
NO_STRATEGIST = "{error}; name another opponent than the strategist"
BEYOND_THE_END = "{option!r} comes after the end of the game"
NO_HISTORY = "no option of {decision} is marked as what really happened"
ENDS_EARLY = (
    "the list ends before the game; {decision} waits (there are: {options}); the options of both capitals "
    "are listed, in the order in which they come up"
)
ONLY_WITH_PATHS = "only check --paths makes a printout; --format and -o go with it"
ONE_FILE_EACH = "there are several scenarios; -o names a folder then, or nothing"
NOT_AN_ID = "{name!r} cannot be the id of a case (small letters, digits and hyphens, at most 41)"
NO_WORKBENCH = (
    "this is no terminal that can show the workbench; two-capitals author {path} --watch checks the file whenever it "
    "is saved, two-capitals check {path} once"
)
ONLY_WITH_WATCH = "--paths goes with --watch; in the workbench F5 plays, and two-capitals check --paths plays all paths"
WATCHING = "watching {path}; Ctrl-C ends it"
NO_FOLDER = "{folder}: there is no such folder of scenarios"


class Status(IntEnum):
    """What a command ends with."""

    DONE = 0
    FOUND = 1
    USAGE = 2


class Refused(Exception):
    """A command cannot be done; the message is for people."""


def say(sentence: str) -> None:
    """A sentence on stderr, on one line and harmless to a terminal."""
    print(clean(sentence), file=sys.stderr)


def report(found: Iterable["Diagnostic"]) -> None:
    """Diagnostics on stderr, one a line."""
    from game.reading.diagnostics import as_text

    for diagnostic in found:
        say(as_text(diagnostic))


def no_such(what: str, name: str, known: Sequence[str]) -> str:
    """A name that is none: what it could be, and the nearest."""
    from game.reading.diagnostics import nearest

    near = nearest(name, known)
    hint = f"; did you mean {near}?" if near else ""
    return f"there is no {what} {name!r} (there are: {', '.join(known) or 'none'}{hint})"


def written(path: object) -> None:
    """The path of a file that was written, for the next command to take."""
    print(path)


def printed(value: object) -> None:
    """Data as JSON. Where stdout cannot carry every letter, those beyond ASCII are written as JSON escapes them."""
    import json

    encoding = getattr(sys.stdout, "encoding", None) or "utf-8"
    print(json.dumps(value, ensure_ascii=codecs.lookup(encoding).name != "utf-8", indent=1))


# --- streams -------------------------------------------------------------------------------------------------

REPLACED = "two-capitals"
"""The name under which Python knows how we replace what an encoding lacks."""
IN_ASCII = {"→": "->", "–": "-", "—": "-", "‘": "'", "’": "'", "“": '"', "”": '"', "…": "...", "·": "-", "×": "x"}


def ready() -> None:
    """Make the standard streams bear any text: an encoding that lacks a letter is no reason to stop."""
    codecs.register_error(REPLACED, _replaced)
    for stream, errors in ((sys.stdin, "replace"), (sys.stdout, REPLACED), (sys.stderr, REPLACED)):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors=errors)


def _replaced(error: UnicodeError) -> tuple[str, int]:
    """What stands for letters that an encoding lacks: the plainest form of each."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return "".join(map(_in_ascii, error.object[error.start : error.end])), error.end


def _in_ascii(letter: str) -> str:
    return IN_ASCII.get(letter) or normalize("NFKD", letter).encode("ascii", "ignore").decode() or "?"

"""Faults of files as records; one function alone makes text of them.

A reader collects what it finds in :class:`Faults` and goes on: an author sees every fault at once, never only
the first. Each kind of fault has a short code that stays the same when its wording changes.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from game.reading.characters import clean

Severity = Literal["error", "warning"]

MOST_FAULTS = 200
"""A file with more is not a file with mistakes but another kind of file."""

MOST_WORDS = 24
"""A longer list of what could stand here is left out of a message."""


class Place(NamedTuple):
    """Where something is written; lines and columns count from 1, as editors count."""

    file: str
    line: int = 1
    column: int = 1


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One fault: where, how grave, of which kind, what is wrong, and what would be right."""

    place: Place
    severity: Severity
    code: str
    message: str
    expected: str = ""
    nearest: str = ""

    @property
    def sentence(self) -> str:
        """What is wrong, and what would be right."""
        hints = [f"expected {self.expected}"] if self.expected else []
        hints += [f"did you mean {quoted(self.nearest)}?"] if self.nearest else []
        return f"{self.message} ({'; '.join(hints)})" if hints else self.message


class Unreadable(Exception):
    """For callers that need a value and cannot get one; carries every diagnostic."""

    def __init__(self, diagnostics: Iterable[Diagnostic]) -> None:
        self.diagnostics = tuple(diagnostics)
        super().__init__("\n".join(map(as_text, self.diagnostics)))


@dataclass(slots=True)
class Faults:
    """What has been found wrong so far, in the order in which it was found."""

    found: list[Diagnostic] = field(default_factory=list)
    left_out: int = 0

    def error(self, place: Place, code: str, message: str, expected: str = "", nearest: str = "") -> None:
        """Something without which the file cannot be used."""
        self.add(Diagnostic(place, "error", code, message, expected, nearest))

    def warning(self, place: Place, code: str, message: str, expected: str = "", nearest: str = "") -> None:
        """Something that the author will want to know; the file can be used all the same."""
        self.add(Diagnostic(place, "warning", code, message, expected, nearest))

    def unknown(self, place: Place, code: str, message: str, word: str, known: Collection[str]) -> None:
        """An error about a word that is none of those known, with the words and the nearest of them."""
        close = "" if self.full else nearest(word, known)
        self.error(place, code, message, one_of(known), close)

    def add(self, diagnostic: Diagnostic) -> None:
        """One more; from a certain number on they are only counted."""
        if self.full:
            self.left_out += 1
        else:
            self.found.append(diagnostic)

    @property
    def full(self) -> bool:
        """Whether more of them would help nobody."""
        return len(self.found) >= MOST_FAULTS

    @property
    def broken(self) -> bool:
        """Whether there is an error among them."""
        return any(diagnostic.severity == "error" for diagnostic in self.found)

    def listed(self) -> list[Diagnostic]:
        """All of them, each once, in the order of their places."""
        listed = sorted(dict.fromkeys(self.found), key=lambda diagnostic: diagnostic.place)
        if self.left_out:
            message = f"there are more faults than these {MOST_FAULTS}"
            listed.append(Diagnostic(listed[-1].place, "error", "more-faults", message))
        return listed


def as_text(diagnostic: Diagnostic) -> str:
    """``file:line:column: error: what is wrong (expected …; did you mean …?) [code]``: an editor can jump there."""
    place = diagnostic.place
    where = f"{clean(place.file)}:{place.line}:{place.column}"
    return f"{where}: {diagnostic.severity}: {diagnostic.sentence} [{diagnostic.code}]"


def quoted(word: str, most: int = 40) -> str:
    """A word of the file inside a message, on one line and not too long."""
    line = clean(word)
    return f"“{line}”" if len(line) <= most else f"“{line[: most - 1]}…”"


def one_of(words: Collection[str]) -> str:
    """What could stand here, or nothing if that would be too much to read."""
    if len(words) > MOST_WORDS:
        return ""
    return f"one of {', '.join(words)}" if len(words) > 1 else "".join(words)


def nearest(word: str, known: Collection[str]) -> str:
    """The known word that somebody who wrote this one is likely to have meant, or nothing."""
    from difflib import get_close_matches  # only here: a file without faults does not pay for the import

    spelt = {name.lower().replace("_", "-"): name for name in known}
    close = get_close_matches(word[:80].lower().replace("_", "-"), spelt, n=1, cutoff=0.65)
    return spelt[close[0]] if close else ""

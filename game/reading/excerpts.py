"""The line at fault, as it stands in its file, with a caret under the column.

Shown below the sentence that tells the fault: somebody who sees the place need not count columns. The text is made
harmless first, letter by letter, so that what follows stays where it was.
"""

from dataclasses import dataclass, field
from pathlib import Path
from unicodedata import category, east_asian_width

from game.reading.characters import clean, with_plain_ends
from game.reading.diagnostics import Diagnostic, Faults, Place
from game.reading.files import bytes_of

LEAST, MOST = 40, 160
"""Columns of an excerpt: narrower ones show nothing, wider ones nobody takes in."""
CUT = "…"
LETTERLESS = frozenset({"Mn", "Me", "Cf"})
"""Kinds of characters that stand on or beside the letter before them and take no column of their own."""


def width_of(text: str) -> int:
    """Columns that a text takes on a terminal: two for a wide letter, none for an accent that stands on another."""
    return sum(_width(letter) for letter in text)


def _width(letter: str) -> int:
    if category(letter) in LETTERLESS:
        return 0
    return 2 if east_asian_width(letter) in "WF" else 1


@dataclass(slots=True)
class Excerpts:
    """Lines of the files that are told of; each file is read once, and none that could not be read before."""

    _lines: dict[str, list[str]] = field(default_factory=dict)

    def line_at(self, place: Place) -> str:
        """The line of a place, harmless to a terminal; empty where the file has no such line."""
        if place.file not in self._lines:
            self._lines[place.file] = _lines_of(place.file)
        lines = self._lines[place.file]
        return lines[place.line - 1] if place.line <= len(lines) else ""

    def of(self, diagnostic: Diagnostic, columns: int) -> list[str]:
        """The line and the caret, within so many columns; nothing where the fault is the file's as a whole.

        Beside the caret stands what was probably meant.
        """
        place = diagnostic.place
        line, at = self.line_at(place), place.column - 1
        if place == Place(place.file) or not line.strip() or at > len(line):
            return []
        number = f"{place.line:>5} | "
        shown, caret = _cut(line, at, min(max(columns, LEAST), MOST) - len(number))
        meant = f" {diagnostic.nearest}?" if diagnostic.nearest else ""
        return [f"{number}{shown}", f"{' ' * (len(number) - 2)}| {' ' * caret}^{clean(meant)}"]


def _lines_of(file: str) -> list[str]:
    data = bytes_of(Path(file), Faults())
    text = "" if data is None else with_plain_ends(data.decode("utf-8-sig", "replace"))
    return [clean(line) for line in text.split("\n")]


def _cut(line: str, at: int, columns: int) -> tuple[str, int]:
    """What fits of a line around one of its letters, and in which column of it that letter stands."""
    if width_of(line) <= columns:
        return line, width_of(line[:at])
    indent = len(line) - len(line.lstrip())
    first, last = at, at + 1
    used = sum(map(_width, line[at:last])) + 2 * len(CUT)
    for take in (columns * 2 // 3, columns):  # what led to the fault says more than what comes after it
        while first > indent and used + _width(line[first - 1]) <= take:
            first -= 1
            used += _width(line[first])
        while last < len(line) and take == columns and used + _width(line[last]) <= take:
            used += _width(line[last])
            last += 1
    before, after = CUT if first > indent else "", CUT if last < len(line) else ""
    return f"{before}{line[first:last]}{after}", width_of(before + line[first:at])

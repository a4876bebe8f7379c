"""The two drawn figures as inline SVG: lines and letters only, no colour, no script, nothing loaded.

Words are wrapped by counting letters: SVG does not wrap, and here is no font to ask for their width.
"""

import textwrap
from collections.abc import Iterator
from html import escape
from itertools import pairwise
from typing import NamedTuple

from game.printing.document import Quadrant, Quarter, Timeline, Turn, words_of
from game.printing.figures import Band, Lane, bands

_WIDTH = 660
_GUTTER = 66
_LINE = 11.5
_LANES = 44
_LETTER = 5.0
_DISC = 19


class _Point(NamedTuple):
    x: float
    y: float


_CORNER = _Point(17, 16)
_CELL = _Point(113, 74)


class _Row(NamedTuple):
    """One band of a time line on its place: from top to bottom turn and mine, the lanes, history."""

    band: Band
    same: str
    top: float

    @property
    def step(self) -> float:
        return (_WIDTH - _GUTTER) / len(self.band.turns)

    @property
    def upper(self) -> float:
        most = max(len(self.above(turn)) for turn in self.band.turns)
        return self.top + (most + 1) * _LINE + 15

    @property
    def middle(self) -> float:
        return self.upper + _LANES / 2

    @property
    def lower(self) -> float:
        return self.upper + _LANES

    @property
    def bottom(self) -> float:
        return self.lower + 8 + _LINE * max(len(self.below(turn)) for turn in self.band.turns)

    def x(self, index: int) -> float:
        return _GUTTER + self.step * (index + 0.5)

    def above(self, turn: Turn) -> list[str]:
        return textwrap.wrap(turn.mine, self._letters())

    def below(self, turn: Turn) -> list[str]:
        return textwrap.wrap(self.same if turn.agrees else turn.history, self._letters())

    def _letters(self) -> int:
        return max(6, int(self.step / _LETTER) - 1)


def timeline(block: Timeline) -> str:
    """Two lanes that run into one where they agree."""
    drawn: list[str] = []
    bottom = 0.0
    for band in bands(block):
        row = _Row(band, block.same, bottom + 16 if drawn else 0)
        drawn += [*_lane_names(block, row), *_lanes(row), *_labels(row)]
        bottom = row.bottom
    return _figure("timeline", words_of(block.caption), block.alt, _Point(_WIDTH, bottom + 4), drawn)


def _lane_names(block: Timeline, row: _Row) -> Iterator[str]:
    yield _words(f"● {block.mine}", _Point(0, row.upper + 4), "name")
    yield _words(f"○ {block.history}", _Point(0, row.lower + 4), "name")


def _lanes(row: _Row) -> Iterator[str]:
    """Both lines and their dots; where they meet, a full dot in a ring stands for both."""
    mine = _points(row, row.band.mine, -_LANES / 2)
    history = _points(row, row.band.history, _LANES / 2)
    yield f'<path class="history" d="{_curve(history)}"/>'
    yield f'<path class="mine" d="{_curve(mine)}"/>'
    for point in history[1:-1]:
        yield _circle("open", point, 7 if point.y == row.middle else 4)
    for point in mine[1:-1]:
        yield _circle("full", point, 4)


def _points(row: _Row, lane: Lane, apart: float) -> list[_Point]:
    """Trace a lane from the left edge by its turns to the right edge."""
    stops = [_Point(row.x(index), row.middle + apart * side) for index, side in lane.stops]
    entry = _Point(_GUTTER, row.middle + apart * lane.start)
    return [entry, *stops, _Point(_WIDTH, row.middle + apart * lane.end)]


def _curve(points: list[_Point]) -> str:
    parts = [f"M{_n(points[0].x)} {_n(points[0].y)}"]
    for here, there in pairwise(points):
        half = _n((here.x + there.x) / 2)
        parts.append(f"C{half} {_n(here.y)} {half} {_n(there.y)} {_n(there.x)} {_n(there.y)}")
    return "".join(parts)


def _labels(row: _Row) -> Iterator[str]:
    for index, turn in enumerate(row.band.turns):
        x, above = row.x(index), row.above(turn)
        first = row.upper - 12 - (len(above) - 1) * _LINE
        yield _words(turn.label, _Point(x, row.top + _LINE), "turn")
        yield from _lines(above, _Point(x, first), "label")
        yield from _lines(row.below(turn), _Point(x, row.lower + 17), "label same" if turn.agrees else "label")


def _lines(lines: list[str], first: _Point, style: str) -> Iterator[str]:
    for number, line in enumerate(lines):
        yield _words(line, _Point(first.x, first.y + number * _LINE), style)


def quadrant(block: Quadrant) -> str:
    """Four cells with the paths in them as numbered discs, full and open."""
    drawn: list[str] = []
    for index, (column, row) in enumerate(zip(block.columns, block.rows, strict=True)):
        drawn.append(_words(column, _Point(_CORNER.x + _CELL.x * (index + 0.5), 10), "side"))
        drawn.append(_upright(row, _Point(10, _CORNER.y + _CELL.y * (index + 0.5))))
    for index, cell in enumerate(block.cells):
        at = _Point(_CORNER.x + _CELL.x * (index % 2), _CORNER.y + _CELL.y * (index // 2))
        drawn += _quarter(cell, at)
    size = _Point(_CORNER.x + 2 * _CELL.x + 1, _CORNER.y + 2 * _CELL.y + 20)
    drawn.append(_words(f"● {block.mine} · ○ {block.history}", _Point(_CORNER.x, size.y - 5), "key"))
    return _figure("quadrant", words_of(block.caption), block.alt, size, drawn)


def _quarter(cell: Quarter, corner: _Point) -> Iterator[str]:
    yield f'<rect x="{_n(corner.x)}" y="{_n(corner.y)}" width="{_n(_CELL.x)}" height="{_n(_CELL.y)}"/>'
    name = textwrap.wrap(cell.name, int(_CELL.x / _LETTER) - 3)
    yield from _lines(name, _Point(corner.x + 6, corner.y + 13), "key")
    first = _Point(corner.x + 15, corner.y + 16 + len(name) * _LINE)
    a_line = int((_CELL.x - 8) / _DISC)
    discs = [("full", turn) for turn in cell.mine] + [("open", turn) for turn in cell.history]
    for index, (style, turn) in enumerate(discs):
        at = _Point(first.x + _DISC * (index % a_line), first.y + _DISC * (index // a_line))
        yield _circle(style, at, 8)
        yield _words(turn, _Point(at.x, at.y + 3.5), f"disc {style}")


def _upright(text: str, at: _Point) -> str:
    turned = f'transform="rotate(-90 {_n(at.x)} {_n(at.y)})"'
    return f'<text class="side" x="{_n(at.x)}" y="{_n(at.y)}" {turned}>{escape(text)}</text>'


def _circle(style: str, at: _Point, radius: float) -> str:
    return f'<circle class="{style}" cx="{_n(at.x)}" cy="{_n(at.y)}" r="{_n(radius)}"/>'


def _words(text: str, at: _Point, style: str) -> str:
    return f'<text class="{style}" x="{_n(at.x)}" y="{_n(at.y)}">{escape(text)}</text>'


def _figure(style: str, title: str, alt: str, size: _Point, drawn: list[str]) -> str:
    """Frame the drawing with its name and, for those who do not see it, its facts."""
    names = f"<title>{escape(title)}</title><desc>{escape(alt)}</desc>" if title else f"<title>{escape(alt)}</title>"
    label = escape(f"{title} {alt}".strip())
    box = f'viewBox="0 0 {_n(size.x)} {_n(size.y)}"'
    return f'<svg class="{style}" role="img" aria-label="{label}" {box}>{names}{"".join(drawn)}</svg>'


def _n(number: float) -> str:
    """Write a coordinate no longer than the eye can tell."""
    return f"{number:.1f}".removesuffix(".0")

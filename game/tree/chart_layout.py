"""Where everything of a drawn tree stands: rounds as columns, decisions as boxes, options as their rows. No drawing.

Words are wrapped by counting letters, since here is no font to ask for their width; the counts are on the safe side.
Numbers are points of the drawing, of which 11 make the height of a letter.
"""

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from game.tree.chart import Chart, Choice, Lead, Place
from game.tree.chart_told import KINDS, NAMES, STAR, received
from game.tree.words import share

WIDTH = 196
"""Of a box."""
GUTTER = 74
"""Between two columns, where the edges run."""
LINE = 12.5
TOP = 96
GAP = 20
"""Between two boxes of a column."""
EDGE = 8
"""Room inside a box, left and right."""
LETTERS = 31
"""What surely fits on a line of a box."""
BOLD_LETTERS = 29
PORT_LETTERS = 36


class Point(NamedTuple):
    """A point of the drawing."""

    x: float
    y: float


class Row(NamedTuple):
    """A line of words in a box."""

    text: str
    at: Point
    style: str
    bold: int = 0
    """How many letters at its start are bold."""


@dataclass(frozen=True, slots=True)
class Port:
    """Where an edge leaves a box, with the words that stand there."""

    lead: Lead
    lines: tuple[tuple[str, ...], ...]
    """The words, line by line; each that is a reception stands alone."""
    at: Point


@dataclass(frozen=True, slots=True)
class Box:
    """A decision as it is drawn."""

    place: Place
    corner: Point
    height: float
    head: float
    """The height of its head."""
    rows: tuple[Row, ...]
    ports: tuple[Port, ...]

    @property
    def entry(self) -> Point:
        """Where edges from the left come in."""
        return Point(self.corner.x, self.corner.y + self.head / 2)

    @property
    def side_entry(self) -> Point:
        """Where edges from above in the same column come in."""
        return Point(self.corner.x + WIDTH, self.corner.y + self.head / 2)


class Column(NamedTuple):
    """A round, and when it is."""

    round: int
    x: float
    title: str


@dataclass(frozen=True, slots=True)
class Layout:
    """A whole drawing."""

    chart: Chart
    columns: tuple[Column, ...]
    boxes: dict[str, Box]
    end: Point
    """The corner of the box of the endings."""
    size: Point


def layout(chart: Chart) -> Layout:
    """Set a chart: columns by round, in each the decisions from top to bottom as they are met."""
    rounds = list(dict.fromkeys(place.round for place in chart.places))
    columns, boxes, bottom = list[Column](), dict[str, Box](), 0.0
    for number, round_ in enumerate(rounds):
        x, y = GUTTER / 2 + number * (WIDTH + GUTTER), float(TOP)
        places = [place for place in chart.places if place.round == round_]
        columns.append(Column(round_, x, _when(places)))
        for place in places:
            box = boxes[place.id] = _box(place, Point(x, y))
            y += box.height + GAP
        bottom = max(bottom, y)
    end = Point(GUTTER / 2 + len(rounds) * (WIDTH + GUTTER), TOP)
    bottom = max(bottom, end.y + end_height(chart) + GAP)
    return Layout(chart, tuple(columns), boxes, end, Point(end.x + WIDTH + GUTTER / 2, bottom + 4))


def end_height(chart: Chart) -> float:
    """The height of the box of the endings."""
    return 10 + LINE * (len(chart.endings) + 1)


def _when(places: Sequence[Place]) -> str:
    """The years of a round."""
    years = sorted(place.date[:4] for place in places if place.date)
    if not years:
        return ""
    return years[0] if years[0] == years[-1] else f"{years[0]}–{years[-1]}"


def _box(place: Place, corner: Point) -> Box:
    rows, y = _head(place, corner)
    head = y - corner.y
    ports = list[Port]()
    y += 4
    for choice in place.choices:
        lines, more, y = _option(choice, Point(corner.x, y))
        rows += lines
        ports += more
    return Box(place, corner, y - corner.y + 2, head, tuple(rows), tuple(ports))


def _head(place: Place, corner: Point) -> tuple[list[Row], float]:
    star = STAR if place.historical else ""
    title = textwrap.wrap(f"{star}{place.title or place.id}", BOLD_LETTERS)
    often = "" if place.share > 0.9995 else f", in {_unbroken(share(place.share))}"
    who = textwrap.wrap(
        f"{place.id}: {NAMES[place.by]} {KINDS[place.kind]}{often}", LETTERS + 3, break_on_hyphens=False
    )
    lines = [(line, "title") for line in title] + [(line, "who") for line in who]
    rows = [Row(line, _at(corner, EDGE, LINE * (n + 1) + 1), style) for n, (line, style) in enumerate(lines)]
    return rows, corner.y + LINE * len(lines) + 7


def _option(choice: Choice, top: Point) -> tuple[list[Row], list[Port], float]:
    """The lines of an option, its ports below them, and where the next begins."""
    name = f"{STAR if choice.historical else ''}{choice.id}"
    said = f"{name}: {choice.label}" if choice.label else name
    lines, y, left = list[Row](), top.y, len(name)
    for line in textwrap.wrap(said, LETTERS, break_on_hyphens=False):
        lines.append(Row(line, _at(Point(top.x, y), EDGE, LINE - 2), "option", min(left, len(line))))
        left = max(0, left - len(line) - 1)
        y += LINE
    ports = list[Port]()
    for lead in choice.leads:
        port_lines = _port_lines(lead, choice)
        if not port_lines and len(choice.leads) == 1:  # nothing to say: the edge leaves beside the words
            y -= LINE
        ports.append(Port(lead, port_lines, Point(top.x + WIDTH, y + LINE * 0.5)))
        y += LINE * max(1, len(port_lines))
    if not choice.leads:
        lines.append(Row("can never be chosen", _at(Point(top.x, y), EDGE, LINE - 2), "never"))
        y += LINE
    return lines, ports, y + 5


def _port_lines(lead: Lead, choice: Choice) -> tuple[tuple[str, ...], ...]:
    """What stands where an edge begins: how the option is received, and how often, if it leads to several places."""
    words = [piece for word in received(lead).split() for piece in (word.rstrip(","), ", " if word[-1] == "," else " ")]
    words += [f"({_unbroken(share(lead.share))})"] if len(choice.leads) > 1 else []
    lines: list[list[str]] = [[]]
    for word in words:
        if sum(map(len, lines[-1])) + len(word.strip()) > PORT_LETTERS:
            lines.append([])
        lines[-1].append(word)
    return tuple(tuple(line) for line in lines if line)


def _unbroken(words: str) -> str:
    """Words that stay on one line."""
    return words.replace(" ", "\u00a0")


def _at(corner: Point, x: float, y: float) -> Point:
    return Point(corner.x + x, corner.y + y)


__all__ = ["GUTTER", "LINE", "WIDTH", "Box", "Column", "Layout", "Point", "Port", "Row", "end_height", "layout"]

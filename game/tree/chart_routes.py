"""The ways of the edges of a drawn tree: out of a row, along a lane of the gutter, into a box.

Every edge has a lane of its own, so that none hides another: on the left of a gutter those that go on in the same
column, the short ones inside; on the right those that go to a later one, ordered so that they do not cross.
"""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from game.tree.chart_layout import Box, Layout, Point, Port

LANE = 5.0
"""Between two lanes, where there is room."""
SAME, LATER = 30.0, 32.0
"""The room for the lanes of each kind."""
APART = 5.0
"""Between two edges in one lane, above each other."""
ARROW = 9.0
"""Kept free before a box."""


class Route(NamedTuple):
    """An edge, and the corners of its way."""

    port: Port
    corners: tuple[Point, ...]


def routes(laid: Layout) -> list[Route]:
    """The ways of all edges; history's last, so that it lies on top."""
    found = list[Route]()
    lefts = [column.x for column in laid.columns] + [laid.end.x]
    for left, following in pairwise(lefts):
        inside = [(box, port) for box, port in _ports(laid) if _left(laid, port) == left == box.corner.x]
        found += _inside(laid, inside)
        found += _onwards(laid, [port for _, port in _ports(laid, before=following) if _left(laid, port) == following])
    return sorted(found, key=lambda route: route.port.lead.historical)


def _ports(laid: Layout, before: float = float("inf")) -> Iterable[tuple[Box, Port]]:
    """All ports of the columns before a place."""
    return ((box, port) for box in laid.boxes.values() if box.corner.x < before for port in box.ports)


def _left(laid: Layout, port: Port) -> float:
    """Where the column of an edge's target begins."""
    target = laid.boxes.get(port.lead.to)
    return target.corner.x if target else laid.end.x


def _inside(laid: Layout, edges: Sequence[tuple[Box, Port]]) -> list[Route]:
    """Edges that stay in their column: round its right side, down to a box below."""
    ends = {port: laid.boxes[port.lead.to].side_entry for _, port in edges}
    lanes: list[list[tuple[float, float]]] = []
    taken: dict[Port, int] = {}
    for _, port in sorted(edges, key=lambda edge: ends[edge[1]].y - edge[1].at.y):
        span = port.at.y - APART, ends[port].y + APART
        free = (n for n, lane in enumerate(lanes) if all(span[1] < top or bottom < span[0] for top, bottom in lane))
        taken[port] = lane = next(free, len(lanes))
        lanes += [[]] if lane == len(lanes) else []
        lanes[lane].append(span)
    apart = min(LANE, SAME / max(len(lanes), 1))
    return [_route(port, port.at.x + ARROW + lane * apart, ends[port]) for port, lane in taken.items()]


def _onwards(laid: Layout, ports: Sequence[Port]) -> list[Route]:
    """Edges to one later column: along its left side, the lowest nearest to it."""
    apart = min(LANE, LATER / max(len(ports), 1))
    ordered = sorted(ports, key=lambda port: (port.at.y, -port.at.x))
    made = []
    for number, port in enumerate(reversed(ordered)):
        target = laid.boxes.get(port.lead.to)
        end = target.entry if target else Point(laid.end.x, laid.end.y + 12)
        made.append(_route(port, end.x - ARROW - 2 - number * apart, end))
    return made


def _route(port: Port, lane: float, end: Point) -> Route:
    return Route(port, (port.at, Point(lane, port.at.y), Point(lane, end.y), end))


__all__ = ["Route", "routes"]

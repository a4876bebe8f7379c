"""The drawn-together tree as one SVG file: nothing is loaded by it, every word is escaped, colour never speaks alone.

The word for how an option is received stands where its edge begins, in the colour of the edge.
"""

from collections.abc import Iterator
from html import escape

from game.printing.clean import clean
from game.tree.chart import Chart
from game.tree.chart_layout import GUTTER, LINE, WIDTH, Box, Layout, Point, Port, Row, end_height, layout
from game.tree.chart_routes import Route, routes
from game.tree.words import share

MILLIMETRES = 0.2117
"""One point of the drawing on paper: letters come out at some 6.5 typographic points, which can be read."""
COLOURS = {
    "cooperation": "#1f618d",
    "toleration": "#2e8b72",
    "token": "#9c6b3f",
    "protest": "#d68910",
    "refused": "#7d3c98",
    "backlash": "#d6402b",
    "rupture": "#7a0f1d",
    "": "#a4a9ae",
}
"""For each reception the colour of its edge; an edge for several has stripes of all."""
STRIPE = 7
ROUND = 6
STYLE = """
text { font: 10.5px "Helvetica Neue", Helvetica, Arial, "Liberation Sans", "DejaVu Sans", sans-serif; fill: #1b1f23; }
text.name { font-size: 21px; } text.sub { font-size: 11px; fill: #4b5258; } text.round { font-size: 13px; }
text.title, text.round, text.b, .b { font-weight: 700; } text.who { fill: #4b5258; font-style: italic; }
text.never { fill: #7a0f1d; font-style: italic; } text.port { text-anchor: end; font-size: 10px; }
.box { fill: #fff; stroke: #9aa0a6; stroke-width: 0.8; } .box.past { stroke: #1b1f23; stroke-width: 1.8; }
.washington { fill: #e3eaf3; } .mexico-city { fill: #f3ebdc; } .nobody { fill: #eee; }
.edge { fill: none; stroke-width: 1.2; } .edge.past { stroke-width: 3.4; }
.halo { fill: none; stroke: #fff; stroke-width: 3; } .halo.past { stroke-width: 6; }
""".strip()


def drawing(chart: Chart) -> str:
    """The whole file."""
    laid = layout(chart)
    edges = (part for route in routes(laid) for part in _edge(route))
    parts = [*_heads(laid), *edges, *(part for box in laid.boxes.values() for part in _box(box)), *_end(laid)]
    width, height = laid.size
    size = f'width="{width * MILLIMETRES:.0f}mm" height="{height * MILLIMETRES:.0f}mm"'
    title = escape(clean(f"{chart.title}: the decision tree"))
    said = escape(
        f"Decisions in columns by round. From each option an edge leads to what can come next. "
        f"The same as text: two-capitals graph {chart.id}"
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} viewBox="0 0 {_n(width)} {_n(height)}" role="img" '
        f'aria-labelledby="title said">\n<title id="title">{title}</title>\n<desc id="said">{said}</desc>\n'
        f"<style>{STYLE}</style>\n\n"
        f'<rect width="{_n(width)}" height="{_n(height)}" fill="#fff"/>\n' + "\n".join(parts) + "\n</svg>\n"
    )


def _heads(laid: Layout) -> Iterator[str]:
    chart = laid.chart
    yield _text(chart.title, Point(GUTTER / 2, 28), "name")
    yield _text(f"Theory: {chart.theory} · ★ and bold: the path of history", Point(GUTTER / 2, 45), "sub")
    yield from _key(Point(GUTTER / 2, 61))
    for column in laid.columns:
        when = f" · {column.title}" if column.title else ""
        yield _text(f"Round {column.round}{when}", Point(column.x, 87), "round")
    yield _text("Endings", Point(laid.end.x, 87), "round")


def _key(at: Point) -> Iterator[str]:
    """What the edges mean, each stroke with its word."""
    x = at.x
    for word, colour in COLOURS.items():
        said = word or "nothing to receive"
        yield f'<path class="edge" d="M{_n(x)} {_n(at.y - 3.5)}h22" stroke="{colour}" stroke-width="2"/>'
        yield _text(said, Point(x + 27, at.y), "sub")
        x += 42 + 5.9 * len(said)


# --- edges ---------------------------------------------------------------------------------------------------


def _edge(route: Route) -> Iterator[str]:
    """An edge on a white halo, so that one that it crosses is seen to pass below; striped for several receptions."""
    words = route.port.lead.words or ("",)
    past = " past" if route.port.lead.historical else ""
    path = _path(route.corners)
    yield f'<path class="halo{past}" d="{path}"/>'
    for number, word in enumerate(words):
        stripes = ""
        if len(words) > 1:
            stripes = f' stroke-dasharray="{STRIPE} {STRIPE * (len(words) - 1)}" stroke-dashoffset="{-STRIPE * number}"'
        yield f'<path class="edge{past}" d="{path}" stroke="{COLOURS[word]}"{stripes}/>'
    yield _arrow(route.corners[-1], route.corners[-1].x < route.corners[-2].x, COLOURS[words[-1]], bool(past))


def _path(corners: tuple[Point, ...]) -> str:
    """A way with its corners rounded."""
    parts = [f"M{_n(corners[0].x)} {_n(corners[0].y)}"]
    for before, corner, after in zip(corners, corners[1:], corners[2:], strict=False):
        first, then = _towards(corner, before), _towards(corner, after)
        parts.append(f"L{_n(first.x)} {_n(first.y)}Q{_n(corner.x)} {_n(corner.y)} {_n(then.x)} {_n(then.y)}")
    return "".join([*parts, f"L{_n(corners[-1].x)} {_n(corners[-1].y)}"])


def _towards(corner: Point, other: Point) -> Point:
    """The point a little way off a corner, where its rounding begins."""
    away = abs(other.x - corner.x) + abs(other.y - corner.y)
    part = min(ROUND, away / 2) / away if away else 0
    return Point(corner.x + (other.x - corner.x) * part, corner.y + (other.y - corner.y) * part)


def _arrow(tip: Point, leftwards: bool, colour: str, past: bool) -> str:
    long, wide = (8, 4.5) if past else (6.5, 3)
    back = tip.x + (long if leftwards else -long)
    ends = f"M{_n(back)} {_n(tip.y - wide)}L{_n(tip.x)} {_n(tip.y)} {_n(back)} {_n(tip.y + wide)}z"
    return f'<path d="{ends}" fill="{colour}"/>'


# --- boxes ---------------------------------------------------------------------------------------------------


def _box(box: Box) -> Iterator[str]:
    x, y = box.corner
    yield f'<g id="place-{escape(box.place.id)}">'
    yield _frame(box.corner, box.height, box.place.historical)
    top = f"V{_n(y + 3)}q0 -2 2 -2h{WIDTH - 6}q2 0 2 2V{_n(y + box.head)}z"
    yield f'<path class="{box.place.by}" d="M{_n(x + 1)} {_n(y + box.head)}{top}"/>'
    for row in box.rows:
        yield _row(row)
    for port in box.ports:
        yield from _port(port)
    yield "</g>"


def _frame(corner: Point, height: float, past: bool) -> str:
    at, style = f'x="{_n(corner.x)}" y="{_n(corner.y)}"', "box past" if past else "box"
    return f'<rect class="{style}" {at} width="{WIDTH}" height="{_n(height)}" rx="3"/>'


def _row(row: Row) -> str:
    if not row.bold:
        return _text(row.text, row.at, row.style)
    head, tail = escape(clean(row.text[: row.bold])), escape(clean(row.text[row.bold :]))
    return (
        f'<text class="{row.style}" x="{_n(row.at.x)}" y="{_n(row.at.y)}" xml:space="preserve">'
        f'<tspan class="b">{head}</tspan>{tail}</text>'
    )


def _port(port: Port) -> Iterator[str]:
    style = "port b" if port.lead.historical else "port"
    for number, words in enumerate(port.lines):
        at = Point(port.at.x - 9, port.at.y + 3.5 + number * LINE)
        said = "".join(
            f'<tspan style="fill:{COLOURS[word]}">{word}</tspan>' if word in COLOURS else word for word in words
        )
        yield f'<text class="{style}" x="{_n(at.x)}" y="{_n(at.y)}">{said}</text>'
    radius, colour = 3 if port.lead.historical else 2, COLOURS[(port.lead.words or ("",))[0]]
    yield f'<circle cx="{_n(port.at.x)}" cy="{_n(port.at.y)}" r="{radius}" fill="{colour}"/>'


def _end(laid: Layout) -> Iterator[str]:
    x, y = laid.end
    yield _frame(laid.end, end_height(laid.chart), True)
    yield _text("Share of games at random", Point(x + 8, y + LINE + 4), "who")
    for number, ending in enumerate(laid.chart.endings, 2):
        at = Point(x + 8, y + 4 + LINE * number)
        yield _text(ending.name, at, "option")
        yield _text(share(ending.share), Point(x + WIDTH - 8, at.y), "port")


def _text(text: str, at: Point, style: str) -> str:
    return f'<text class="{style}" x="{_n(at.x)}" y="{_n(at.y)}">{escape(clean(text))}</text>'


def _n(number: float) -> str:
    """A coordinate no longer than the eye can tell."""
    return f"{number:.1f}".removesuffix(".0")


__all__ = ["COLOURS", "drawing"]

"""Sets the blocks of a document on a screen: the same data that is printed, as lines of a given width.

Text becomes ``Content`` letter for letter, never markup. One maker for each kind of block.
"""

from collections.abc import Callable, Sequence
from itertools import zip_longest
from typing import Any

from textual.content import Content

from game.printing.document import (
    Align,
    Block,
    Bullets,
    Cell,
    Columns,
    Conditions,
    Facts,
    Heading,
    Lines,
    Note,
    Numbered,
    PageBreak,
    Paragraph,
    Quadrant,
    Quote,
    Sum,
    SumLine,
    Table,
    Text,
    Timeline,
    WritingLines,
    runs,
    text_of,
)
from game.printing.figures import conditions_table
from game.sitting.symbols import SIGNS

Set = list[Content]
"""Lines, ready to be drawn one under the other."""

QUIET = "$quiet"
STRONG = "bold"
MEASURE = 76
"""No line of prose is longer: the eye finds the next one."""
GAP = 2
STEP, CITED = 8, 24
"""In a sum: the room for a step ("passed") and the gap before it, and the least for a source beside it."""
SUM_ALIGN: tuple[Align, ...] = ("left", "right", "left", "left")
LEAST = 4
"""No column is narrower."""
_STYLES = {"plain": "", "bold": STRONG, "italic": "italic"}


def content(text: Text, style: str = "") -> Content:
    """A text as content, letter for letter."""
    return Content.assemble(*((run.text, f"{_STYLES[run.style]} {style}".strip()) for run in runs(text)))


def set_blocks(blocks: Sequence[Block], width: int) -> Set:
    """All blocks, with an empty line between one and the next."""
    lines: Set = []
    for block in blocks:
        made = MAKERS[type(block)](block, max(width, 8))
        if made and lines:
            lines.append(Content(""))
        lines += made
    return lines


def wrapped(text: Content, width: int) -> Set:
    """A text in lines of a width; its own line ends are kept."""
    return [line.rstrip() for part in text.split("\n", allow_blank=True) for line in part.wrap(max(width, 4))]


def hung(mark: Content, text: Content, width: int, indent: int | None = None) -> Set:
    """Text after a mark, its other lines under its first letter or at a given indent."""
    at = mark.cell_length if indent is None else indent
    lines = wrapped(text, width - max(mark.cell_length, at))
    return [mark + line if n == 0 else line.pad_left(at) for n, line in enumerate(lines)]


def justified(left: Content, right: Content, width: int) -> Content:
    """Something at each end of a line; the left gives way."""
    room = width - right.cell_length
    if left.cell_length > room - 1:
        left = left.truncate(max(room - 1, 0), ellipsis=True)
    return left + Content(" " * max(room - left.cell_length, 0)) + right


def padded(text: Content, width: int, align: Align = "left") -> Content:
    """A text filled up to a width with spaces."""
    room = max(width - text.cell_length, 0)
    before = {"left": 0, "right": room, "centre": room // 2}[align]
    return text.pad(before, room - before)


def rule(width: int) -> Content:
    """A line across."""
    return Content.styled(SIGNS.rule * width, "$line")


# --- prose ---------------------------------------------------------------------------------------------------


def _heading(block: Heading, width: int) -> Set:
    title = content(block.text, STRONG if block.level < 3 else QUIET)
    if block.aside:
        title = justified(title, Content.styled(block.aside, QUIET), width)
    return [*wrapped(title, width), *([rule(width)] if block.level == 1 else [])]


def _paragraph(block: Paragraph, width: int) -> Set:
    style = {"body": "", "small": QUIET, "lead": STRONG}[block.size]
    return wrapped(content(block.text, style), min(width, MEASURE))


def _bullets(block: Bullets, width: int) -> Set:
    mark = Content.styled(f"{SIGNS.bullet} ", QUIET)
    return [line for item in block.items for line in hung(mark, content(item), min(width, MEASURE))]


def _numbered(block: Numbered, width: int) -> Set:
    lines: Set = []
    for number, item in enumerate(block.items, block.start):
        mark = Content.styled(f"{number} ".rjust(3), QUIET)
        lines += hung(mark, content(item), min(width, MEASURE))
        lines += _room(block.lines, width)
    return lines


def _lines(block: Lines, width: int) -> Set:
    return [line for item in block.items for line in hung(Content(""), content(item), width, 2)]


def _facts(block: Facts, width: int) -> Set:
    longest = max((Content(name).cell_length for name, _ in block.items), default=0)
    room = min(longest, max(width * 2 // 5, 8)) + GAP
    lines: Set = []
    for name, what in block.items:
        names = wrapped(Content.styled(name, QUIET), room - 1)
        said = wrapped(content(what), min(width, MEASURE + room) - room)
        lines += [padded(left, room) + right for left, right in zip_longest(names, said, fillvalue=Content(""))]
    return [line.rstrip() for line in lines]


def _quote(block: Quote, width: int) -> Set:
    said = wrapped(Content.styled(f"“{block.text}”", "italic"), min(width, MEASURE) - 2)
    who = [Content.styled(f"– {block.who}", QUIET)] if block.who else []
    return [line.pad_left(2) for line in (*said, *who)]


def _note(block: Note, width: int) -> Set:
    mark = Content.styled(f"{block.marked}: ", QUIET)
    cite = Content.styled(f" ({block.cite})" if block.cite else "", QUIET)
    return hung(mark, content(block.text) + cite, min(width, MEASURE))


def _writing(block: WritingLines, width: int) -> Set:
    return [*wrapped(content(block.prompt), min(width, MEASURE)), *_room(block.lines, width)]


def _room(lines: int, width: int) -> Set:
    return [Content.styled("_" * min(width, MEASURE), "$line")] * lines


# --- tables --------------------------------------------------------------------------------------------------


def _table(block: Table, width: int) -> Set:
    title = wrapped(content(block.title, STRONG), width) if runs(block.title) else []
    head = [content(cell, QUIET) for cell in block.head]
    rows = [[_cell(cell) for cell in row] for row in block.rows]
    widths = column_widths([head, *rows], width)
    aligns = block.aligned()
    lines = [*_row(head, widths, aligns), rule(min(sum(widths) + GAP * (len(widths) - 1), width))] if any(head) else []
    for index, row in enumerate(rows):
        if index in block.ruled:
            lines.append(rule(min(sum(widths) + GAP * (len(widths) - 1), width)))
        lines += _row(row, widths, aligns)
    return [*title, *lines, *_caption(block.caption, width)]


def _cell(cell: Cell) -> Content:
    return content(text_of(cell))


def _caption(text: Text, width: int) -> Set:
    return [Content(""), *wrapped(content(text, QUIET), min(width, MEASURE))] if runs(text) else []


def column_widths(rows: Sequence[Sequence[Content]], width: int) -> list[int]:
    """Widths of columns: as wide as their words where there is room, else the wide ones give way, all alike."""
    natural = [max(cell.cell_length for cell in column) for column in zip(*rows, strict=True)]
    room = max(width - GAP * (len(natural) - 1), len(natural) * LEAST)
    most = max(natural, default=0)
    while sum(min(n, most) for n in natural) > room:
        most -= 1
    widths = [min(n, most) for n in natural]
    spare = room - sum(widths)
    for at, full in enumerate(natural):
        more = min(full - widths[at], spare)
        widths[at], spare = widths[at] + more, spare - more
    return widths


def _row(cells: Sequence[Content], widths: Sequence[int], aligns: Sequence[Align]) -> Set:
    columns = [wrapped(cell, width) for cell, width in zip(cells, widths, strict=True)]
    height = max(map(len, columns))
    gap = Content(" " * GAP)
    return [
        gap.join(
            padded(column[n] if n < len(column) else Content(""), width, align)
            for column, width, align in zip(columns, widths, aligns, strict=True)
        ).rstrip()
        for n in range(height)
    ]


def _sum(block: Sum, width: int) -> Set:
    """The addition: why, step, level, source. Where it is narrow the source goes under the line."""
    rows = [_summand(line) for line in (*block.lines, *block.totals)]
    title = content(block.title, QUIET)
    head = (title, *(Content.styled(word, QUIET) for word in block.head[1:]))
    names, _, level, cite = (max(row[at].cell_length for row in (head, *rows)) for at in range(4))
    fixed = STEP + level + 2 * GAP
    beside = max(min(names, width - fixed - min(cite, CITED)), 0)
    room = width - fixed - beside if beside >= CITED else 0
    names = beside if room else min(names, width - fixed)
    lines = [line for row in (head, *rows[: len(block.lines)]) for line in _summed(row, names, level, room)]
    lines.append(Content.styled(SIGNS.rule * 5, "$line").pad_left(names + STEP - 5))
    lines += [line for row in rows[len(block.lines) :] for line in _summed(row, names, level, room)]
    return [*lines, *_caption(block.key, width)]


Summand = tuple[Content, Content, Content, Content]


def _summand(line: SumLine) -> Summand:
    quiet = QUIET if line.step == "0" else ""
    cite = f"{line.cite} {line.mark}".strip()
    return (
        content(line.why, quiet),
        Content.styled(line.step, quiet),
        Content.styled(line.level, quiet),
        Content.styled(cite, QUIET),
    )


def _summed(row: Sequence[Content], names: int, level: int, room: int) -> Set:
    """A line of the sum; with no room beside it the source goes below."""
    if room:
        return _row(row, (names, STEP - GAP, level, room), SUM_ALIGN)
    lines = _row(row[:3], (names, STEP - GAP, level), SUM_ALIGN[:3])
    return [*lines, *(line.pad_left(2) for line in wrapped(row[3], names) if row[3])]


# --- figures -------------------------------------------------------------------------------------------------


def _conditions(block: Conditions, width: int) -> Set:
    return _table(conditions_table(block), width)


def _timeline(block: Timeline, width: int) -> Set:
    """A row a turn, mine and history's beside each other; one line where they agree."""
    rows = tuple(
        (turn.label, turn.mine or "–", f"= {block.same}" if turn.agrees else turn.history or "–")
        for turn in block.turns
    )
    return [
        *lanes(block),
        *([Content("")] if block.turns else []),
        *_table(Table((block.head, block.mine, block.history), rows, block.caption), width),
    ]


def lanes(block: Timeline) -> Set:
    """The two lanes as a drawing: mine above, history's below, one line between them where they are the same."""
    names = block.mine, block.same, block.history
    above, middle, below = ([name.ljust(max(map(len, names)) + 2)] for name in names)
    for number, turn in enumerate(block.turns, 1):
        mark, line = str(number), SIGNS.rule
        node = f"{line}{mark}{line}".ljust(4, line)
        blank = " " * len(node)
        above.append(blank if turn.agrees else node if turn.mine else blank)
        middle.append(node if turn.agrees else blank)
        below.append(blank if turn.agrees else node if turn.history else blank)
    return [Content("".join(row).rstrip()) for row in (above, middle, below)]


def _quadrant(block: Quadrant, width: int) -> Set:
    """Four cells with the turns of both paths in them."""
    side = max(len(row) for row in block.rows) + 2
    cell = max((width - side) // 2 - 2, 12)
    lines = [Content(" " * side) + Content("  ").join(padded(Content.styled(c, QUIET), cell) for c in block.columns)]
    for row, pair in enumerate((block.cells[:2], block.cells[2:])):
        lines.append(Content(" " * side) + rule(cell * 2 + 2))
        columns = [
            [
                *wrapped(Content.styled(q.name, STRONG), cell),
                *(
                    w
                    for who, turns in q.paths(block.mine, block.history)
                    for w in wrapped(Content(f"{who}: {' '.join(turns)}"), cell)
                ),
            ]
            for q in pair
        ]
        height = max(map(len, columns))
        for n in range(height):
            mark = Content.styled(block.rows[row] if n == 0 else "", QUIET)
            cells = Content("  ").join(padded(c[n] if n < len(c) else Content(""), cell) for c in columns)
            lines.append((padded(mark, side) + cells).rstrip())
    return [*lines, *_caption(block.caption, width)]


def _columns(block: Columns, width: int) -> Set:
    """Side by side where there is room, else one under the other."""
    shares = block.shares()
    room = width - 3 * (len(shares) - 1)
    widths = [room * share // sum(shares) for share in shares]
    if min(widths) < 44:
        return set_blocks([b for column in block.columns for b in column], width)
    columns = [set_blocks(column, w) for column, w in zip(block.columns, widths, strict=True)]
    height = max(map(len, columns))
    gap = Content(f" {SIGNS.upright if block.rule else ' '} ")
    return [
        gap.join(padded(c[n] if n < len(c) else Content(""), w) for c, w in zip(columns, widths, strict=True)).rstrip()
        for n in range(height)
    ]


MAKERS: dict[type, Callable[[Any, int], Set]] = {
    Heading: _heading,
    Paragraph: _paragraph,
    Bullets: _bullets,
    Numbered: _numbered,
    Lines: _lines,
    Facts: _facts,
    Table: _table,
    Sum: _sum,
    WritingLines: _writing,
    Timeline: _timeline,
    Quadrant: _quadrant,
    Conditions: _conditions,
    Quote: _quote,
    Note: _note,
    Columns: _columns,
    PageBreak: lambda *_: [],
}

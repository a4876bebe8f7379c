"""How high a dense page will be, reckoned without a compiler: so that every format is cut to the same length.

It follows the measures of ``printout.typ`` for a ``card`` (all in points) and the widths of the letters of its
font; a test holds the reckoning against real pages. It errs a little on the high side.
"""

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from game.printing.document import (
    Block,
    Columns,
    Conditions,
    Facts,
    Heading,
    Lines,
    Numbered,
    Paper,
    Paragraph,
    Quadrant,
    Table,
    Text,
    WritingLines,
    text_of,
    words_of,
)
from game.printing.figures import conditions_table


class Page(NamedTuple):
    """The part of a page that is printed on."""

    width: float
    height: float


SAFETY = 10
PAGES: dict[Paper, Page] = {"letter": Page(549, 732 - SAFETY), "a4": Page(532, 782 - SAFETY)}
"""US Letter and A4, a line short. What fits both fits everywhere."""
SIZE = 9.0
HEAD, LEADING, TABLE_LEADING = 0.66, 0.46, 0.5
RULED = 22.7
TITLE = 21.0
"""The title and the line under it."""
SPACE = 5.4
"""The space around a block."""

_WIDTHS = {
    0.21: "'|,.:;",
    0.27: "l!\\ij{}’ \u00a0",
    0.31: "()I/Jft",
    0.37: '"-*[]r“”',
    0.41: "`scz",
    0.46: "?e~#$0123456789a",
    0.51: "FS_xbdgoqvL^kpy",
    0.56: "Phnu+<=>EBRY–",
    0.66: "TZ%CKUVXG",
    0.72: "&ADNOQHw…",
    0.86: "mM@W✓",
}
_WIDTH = {letter: width for width, letters in _WIDTHS.items() for letter in letters}
_UNKNOWN = 0.56
_WIDER = 1.01
"""Italic and bold words are no narrower than this; a line is seldom filled to its end."""


class Piece(NamedTuple):
    """One block as it stacks: the space it asks for above and below, its height, whether it may break."""

    above: float
    height: float
    below: float
    breaks: bool = True


def pages(blocks: Sequence[Block], page: Page) -> int:
    """How many pages the blocks take, the title above them."""
    count, at, space, held = 1, TITLE, 0.0, 0.0
    for block in blocks:
        piece = _piece(block, page.width)
        at += max(space, piece.above) + piece.height
        if at > page.height:
            count += 1
            at = at - page.height if piece.breaks else held + piece.height
        # A heading goes over to the next page with what cannot be broken below it.
        held = piece.height + piece.below if isinstance(block, Heading) else 0.0
        space = piece.below
    return count


def height(blocks: Sequence[Block], width: float) -> float:
    """How high a stack of blocks is, without the space above the first and below the last."""
    pieces = [_piece(block, width) for block in blocks]
    gaps = [max(before.below, after.above) for before, after in pairwise(pieces)]
    return sum(piece.height for piece in pieces) + sum(gaps)


@lru_cache(maxsize=20_000)
def lines(text: str, size: float, width: float) -> int:
    """How many lines a text takes in letters of a size on a width."""
    return sum(_lines(line, width / size / _WIDER) for line in text.split("\n"))


def _lines(text: str, ems: float) -> int:
    count, filled = 1, 0.0
    for word in text.split(" "):
        wide = _wide(word)
        if filled and filled + wide > ems:
            count, filled = count + 1, 0.0
        filled += wide + _WIDTH[" "]
        count += int(filled // ems) if wide > ems else 0
    return count


@lru_cache(maxsize=20_000)
def _wide(word: str) -> float:
    """The width of a word, in ems."""
    return sum(_WIDTH.get(letter, _UNKNOWN) for letter in word)


def _set(text: Text, width: float, leading: float = LEADING, size: float = SIZE) -> float:
    """The height of a text."""
    count = lines(words_of(text), size, width)
    return size * (count * HEAD + (count - 1) * leading)


@lru_cache(maxsize=4096)
def _piece(block: Block, width: float) -> Piece:
    """How one block stacks. Most blocks of a sheet are the same in every try, so their measures are kept."""
    match block:
        case Heading(level=level):
            return {1: Piece(11, 12.3, 5.4), 2: Piece(6.5, 7.2, 6), 3: Piece(8.1, 6, 4.5)}[level]
        case Paragraph(text=text):
            return Piece(SPACE, _set(text, width), SPACE)
        case WritingLines(lines=count, prompt=prompt):
            said = _set(prompt, width) if words_of(prompt) else 0
            return Piece(SPACE, said + count * RULED, 9.9, breaks=False)
        case Numbered(items=items, lines=count):
            each = [_set(item, width - 15) + count * RULED for item in items]
            return Piece(SPACE, sum(each) + 8.1 * (len(items) - 1), SPACE)
        case Lines(items=items):
            return Piece(4.14, sum(_set(item, width) for item in items) + 4.14 * (len(items) - 1), 4.14)
        case Facts(items=items):
            return Piece(SPACE, _set("   ".join(f"{n} {words_of(w)}" for n, w in items), width), 9.9)
        case Columns():
            drawn = any(isinstance(part, Quadrant) for column in block.columns for part in column)
            return Piece(SPACE, _columns(block, width), SPACE, breaks=not drawn)
    return _figure(block, width)


def _figure(block: Block, width: float) -> Piece:
    match block:
        case Table():
            return Piece(SPACE, _table(block, width, 1.8), SPACE)
        case Conditions():
            return Piece(SPACE, _table(conditions_table(block), width, 1.8), SPACE)
        case Quadrant(caption=caption):
            wide = min(width, 227)
            most = max(len(cell.mine) + len(cell.history) for cell in block.cells)
            rows = -(-most // max(1, int((wide / 2 - 20) // 16)))
            return Piece(SPACE, 10 + 2 * (33 + 15 * max(rows, 1)) + 13 + _set(caption, width), 9.9, breaks=False)
    raise TypeError(f"no measure for {type(block).__name__}")


def _columns(block: Columns, width: float) -> float:
    shares = block.shares()
    return max(
        height(column, width * share / sum(shares) - 7) for column, share in zip(block.columns, shares, strict=True)
    )


def _table(table: Table, width: float, pad: float) -> float:
    widths = _widths(table, width)
    rows = [table.head, *table.rows]
    total = sum(
        max(_set(text_of(cell), wide, TABLE_LEADING) for cell, wide in zip(row, widths, strict=True)) + 2 * pad
        for row in rows
    )
    title = 12 if words_of(table.title) else 0
    return total + title + (5 + _set(table.caption, width) if words_of(table.caption) else 0)


def _widths(table: Table, width: float) -> list[float]:
    """What each column has for its words: those of no share as much as they need, the rest by their shares."""
    shares = table.widths or (0,) * (len(table.head) - 1) + (1,)
    columns = list(zip(table.head, *table.rows, strict=True))
    need = [max(_longest(words_of(text_of(cell))) for cell in column) * SIZE + 8 for column in columns]
    fixed = sum(n for n, share in zip(need, shares, strict=True) if not share)
    rest = max(width - fixed, 1.0)
    return [max((rest * share / sum(shares) if share else n) - 8, 12.0) for n, share in zip(need, shares, strict=True)]


def _longest(text: str) -> float:
    """The width of the longest line of a text, in ems."""
    return max(map(_wide, text.split("\n")))

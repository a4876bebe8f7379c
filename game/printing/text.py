"""Plain text, 80 columns: for a terminal, a screen reader, a mail. No colour, no boxes.

A table is set in columns only if each of its rows fits one line; otherwise each row becomes a short list,
because a screen reader reads across wrapped cells and makes nonsense of them.
"""

import textwrap
import unicodedata
from collections.abc import Callable
from typing import Any

from game.printing.clean import cleaned
from game.printing.document import (
    Align,
    Block,
    Bullets,
    Columns,
    Conditions,
    Document,
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
    text_of,
    words_of,
)
from game.printing.figures import conditions_table, timeline_table

WIDTH = 80
_GAP = "  "
_RULES = {1: "=", 2: "-"}


def render(doc: Document) -> str:
    """Set the whole document; it ends in one line end."""
    doc = cleaned(doc)
    head = [doc.running_head, _title(doc.title, "="), doc.subtitle]
    parts = [
        *map(_wrapped, head[:1]),
        head[1],
        _wrapped(head[2]),
        _blocks(doc.blocks),
        _foot(doc.footer),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def _blocks(blocks: tuple[Block, ...]) -> str:
    return "\n\n".join(filter(None, (MAKERS[type(block)](block) for block in blocks)))


def _title(title: str, rule: str) -> str:
    lines = _wrapped(title)
    return f"{lines}\n{rule * max(map(_cells, lines.splitlines()), default=0)}"


def _heading(block: Heading) -> str:
    title = words_of(block.text) + (f" ({block.aside})" if block.aside else "")
    return _title(title, _RULES[block.level]) if block.level in _RULES else _wrapped(title)


def _numbered(block: Numbered) -> str:
    items = (
        _hung(f"{number}. ", words_of(item)) + ("\n\n" + _room(block.lines) if block.lines else "")
        for number, item in enumerate(block.items, block.start)
    )
    return ("\n\n" if block.lines else "\n").join(items)


def _room(lines: int, prompt: str = "") -> str:
    ruled = "\n\n".join(["_" * WIDTH] * lines)
    return f"{_wrapped(prompt)}\n\n{ruled}" if prompt else ruled


def _sum(block: Sum) -> str:
    """One sentence a line, the step before it: a sum is followed by ear more easily than a table."""
    lines = [
        *map(_sum_line, block.lines),
        *(["  -----"] if block.totals else []),
        *map(_sum_line, block.totals),
    ]
    return _captioned(block.title, "\n".join(lines), block.key)


def _sum_line(line: SumLine) -> str:
    level = f": {line.level}" if line.level else ""
    cite = " ".join(filter(None, (line.cite, line.mark)))
    said = words_of(line.why) + level + (f" ({cite})" if cite else "")
    return _hung(f"  {line.step:<5}  ", said.replace("\n", " "))


def _quote(block: Quote) -> str:
    said = _hung("    ", f"“{block.text}”", "    ")
    return f"{said}\n    – {block.who}" if block.who else said


def _note(block: Note) -> str:
    cite = f" ({block.cite})" if block.cite else ""
    mark = f"[{block.marked}] "
    return _hung(mark, words_of(block.text) + cite, " " * len(mark))


def _quadrant(block: Quadrant) -> str:
    """One line a cell: said in a row, the four sides would have to be kept in mind."""
    sides = [f"{row}, {column}" for row in block.rows for column in block.columns]
    lines = [
        _hung(f"{side} ({cell.name}): ", cell.counted(block.mine, block.history), "  ")
        for side, cell in zip(sides, block.cells, strict=True)
    ]
    return _captioned("", "\n".join(lines), block.caption)


def _table(table: Table) -> str:
    rows = [[words_of(text_of(cell)).replace("\n", " ") for cell in row] for row in table.rows]
    head = [words_of(cell) for cell in table.head]
    widths = [max(map(_cells, column)) for column in zip(head, *rows, strict=True)]
    fits = sum(widths) + len(_GAP) * (len(widths) - 1) <= WIDTH
    body = _in_columns(table, head, rows, widths) if fits else _as_lists(head, rows)
    return _captioned(table.title, body, table.caption)


def _in_columns(table: Table, head: list[str], rows: list[list[str]], widths: list[int]) -> str:
    rule = _GAP.join("-" * width for width in widths)
    lines = [_row(head, widths, table.aligned()), rule]
    for index, row in enumerate(rows):
        lines += [rule] if index in table.ruled else []
        lines.append(_row(row, widths, table.aligned()))
    return "\n".join(lines)


def _row(cells: list[str], widths: list[int], aligns: tuple[Align, ...]) -> str:
    return _GAP.join(map(_padded, cells, widths, aligns)).rstrip()


def _as_lists(head: list[str], rows: list[list[str]]) -> str:
    """Each row as a list under its first cell; cells with nothing in them are not read out."""
    return "\n".join(
        "\n".join(
            [_hung("", f"{head[0]} {row[0]}".strip(), "  ")]
            + [
                _hung(f"    {name}: " if name else "    ", cell, "      ")
                for name, cell in zip(head[1:], row[1:], strict=True)
                if cell
            ]
        )
        for row in rows
    )


def _captioned(title: Text, body: str, caption: Text) -> str:
    return "\n\n".join(filter(None, (_wrapped(words_of(title)), body, _wrapped(words_of(caption)))))


def _foot(footer: str) -> str:
    return f"{'-' * WIDTH}\n{_wrapped(footer)}" if footer else ""


def _wrapped(text: str) -> str:
    return _hung("", text)


def _hung(first: str, text: str, rest: str | None = None) -> str:
    """Text wrapped after a mark, its other lines under its first letter or at a given indent."""
    indent = " " * len(first) if rest is None else rest
    lines = text.split("\n")
    return "\n".join(
        textwrap.fill((indent if number else first) + line, WIDTH, subsequent_indent=indent, break_on_hyphens=False)
        for number, line in enumerate(lines)
    )


def _cells(text: str) -> int:
    """Count the columns that a text takes on a terminal: accents none, Chinese letters two."""
    wide = sum(unicodedata.east_asian_width(character) in "WF" for character in text)
    return len(text) + wide - sum(unicodedata.combining(character) > 0 for character in text)


def _padded(text: str, width: int, align: Align) -> str:
    room = width - _cells(text)
    before = {"left": 0, "right": room, "centre": room // 2}[align]
    return " " * before + text + " " * (room - before)


# One maker for each kind of block.
MAKERS: dict[type, Callable[[Any], str]] = {
    Heading: _heading,
    Paragraph: lambda block: _wrapped(words_of(block.text)),
    Bullets: lambda block: "\n".join(_hung("- ", words_of(item)) for item in block.items),
    Numbered: _numbered,
    Lines: lambda block: "\n".join(_hung("", words_of(item), "  ") for item in block.items),
    Facts: lambda block: "\n".join(_hung(f"{name}: ", words_of(what), "  ") for name, what in block.items),
    Table: _table,
    Sum: _sum,
    WritingLines: lambda block: _room(block.lines, words_of(block.prompt)),
    Timeline: lambda block: _table(timeline_table(block)),
    Quadrant: _quadrant,
    Conditions: lambda block: _table(conditions_table(block, spoken=True)),
    Quote: _quote,
    Note: _note,
    Columns: lambda block: "\n\n".join(map(_blocks, block.columns)),
    PageBreak: lambda _: "",
}

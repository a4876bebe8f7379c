"""CommonMark with the tables of GitHub: for a wiki, an editor, a learning platform.

Every letter that could be markup is escaped, so that a renderer shows names and reasons as they were typed.
"""

import re
import textwrap
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
    Run,
    Sum,
    Table,
    Text,
    Timeline,
    WritingLines,
    runs,
    text_of,
    words_of,
)
from game.printing.figures import conditions_table, quadrant_table, sum_table, timeline_table

# Markup anywhere in a line (also what GitHub and pandoc add: ~ $ ^ @ {}); the rest only at its start.
_ANYWHERE = re.compile(r"([\\`*_{}\[\]<>&~$^@#|!])")
_AT_START = re.compile(r"^(\s*)(?:([-+=:])|(\d+)([.)]))", re.MULTILINE)
_MARKS = {"plain": "", "bold": "**", "italic": "*"}
_ALIGNS: dict[Align, str] = {"left": ":---", "centre": ":---:", "right": "---:"}
_RULED = r"\_" * 60
_BREAK = "\\\n"


def render(doc: Document) -> str:
    """Set the whole document; it ends in one line end."""
    doc = cleaned(doc)
    head = [_text(doc.running_head), f"# {_line(doc.title)}", _text(doc.subtitle)]
    foot = f"---\n\n{_text(doc.footer)}" if doc.footer else ""
    return "\n\n".join(part for part in [*head, _blocks(doc.blocks), foot] if part) + "\n"


def _escaped_start(found: re.Match[str]) -> str:
    space, mark, number, after = found.groups()
    return space + (f"\\{mark}" if mark else f"{number}\\{after}")


def _blocks(blocks: tuple[Block, ...]) -> str:
    return "\n\n".join(filter(None, (MAKERS[type(block)](block) for block in blocks)))


def _heading(block: Heading) -> str:
    aside = f" ({_line(block.aside)})" if block.aside else ""
    return f"{'#' * (block.level + 1)} {_line(block.text)}{aside}"


def _numbered(block: Numbered) -> str:
    items = (_item(f"{number}. ", item, block.lines) for number, item in enumerate(block.items, block.start))
    return ("\n\n" if block.lines else "\n").join(items)


def _item(mark: str, text: Text, lines: int = 0) -> str:
    body = "\n\n".join(filter(None, (_text(text), _room(lines))))
    return mark + textwrap.indent(body, " " * len(mark))[len(mark) :]


def _room(lines: int) -> str:
    return "\n\n".join([_RULED] * lines)


def _quote(block: Quote) -> str:
    said = _text(block.text) + (f"\n\n– {_line(block.who)}" if block.who else "")
    return "\n".join(f"> {line}".rstrip() for line in said.split("\n"))


def _facts(block: Facts) -> str:
    return _BREAK.join(f"**{_line(name)}** {_line(what)}" for name, what in block.items)


def _writing_lines(block: WritingLines) -> str:
    return "\n\n".join(filter(None, (_text(block.prompt), _room(block.lines))))


def _note(block: Note) -> str:
    cite = f" ({_line(block.cite)})" if block.cite else ""
    return f"**{_line(block.marked)}** {_text(block.text)}{cite}"


def _table(table: Table) -> str:
    lines = [table.head, *table.rows]
    rows = [f"| {' | '.join(_line(text_of(cell)) for cell in row)} |" for row in lines]
    rows.insert(1, f"|{'|'.join(_ALIGNS[align] for align in table.aligned())}|")
    title = f"**{_line(words_of(table.title))}**" if words_of(table.title) else ""
    return "\n\n".join(filter(None, (title, "\n".join(rows), _text(table.caption))))


def _line(text: Text) -> str:
    """Text inside a line, a heading or a cell, which a line end would end."""
    return "".join(_run(Run(run.text.replace("\n", " "), run.style)) for run in runs(text))


def _text(text: Text) -> str:
    """Text at the start of a block, where a dash or a number would begin a list; typed line ends stay."""
    return _AT_START.sub(_escaped_start, "".join(map(_run, runs(text))))


def _run(run: Run) -> str:
    """One run. Emphasis does not begin or end with a space in Markdown, so the spaces move outside."""
    core = run.text.strip()
    mark = _MARKS[run.style] if core else ""
    before, after = run.text.split(core, 1) if mark else ("", "")
    return before + mark + _escaped(core if mark else run.text) + mark + after


def _escaped(text: str) -> str:
    return _ANYWHERE.sub(r"\\\1", text).replace("\n", _BREAK)


# One maker for each kind of block.
MAKERS: dict[type, Callable[[Any], str]] = {
    Heading: _heading,
    Paragraph: lambda block: _text(block.text),
    Bullets: lambda block: "\n".join(_item("- ", item) for item in block.items),
    Numbered: _numbered,
    Lines: lambda block: _BREAK.join(map(_text, block.items)),
    Facts: _facts,
    Table: _table,
    Sum: lambda block: _table(sum_table(block)),
    WritingLines: _writing_lines,
    Timeline: lambda block: _table(timeline_table(block)),
    Quadrant: lambda block: _table(quadrant_table(block)),
    Conditions: lambda block: _table(conditions_table(block)),
    Quote: _quote,
    Note: _note,
    Columns: lambda block: "\n\n".join(map(_blocks, block.columns)),
    PageBreak: lambda _: "---",
}

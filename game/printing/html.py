"""One HTML file that needs nothing else: to read in a browser and to print from it.

No script, no network (a content policy in the file itself forbids both), every word escaped. The style sheet
beside this module is put into the file; nothing that a person typed ever gets near it.
"""

import re
from collections.abc import Callable
from html import escape
from pathlib import Path
from typing import Any

from game.printing import svg
from game.printing.clean import cleaned
from game.printing.document import (
    Block,
    Bullets,
    Cell,
    Columns,
    Conditions,
    Document,
    Facts,
    Heading,
    Lines,
    Note,
    Numbered,
    PageBreak,
    Paper,
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
    shade_of,
    text_of,
    words_of,
)
from game.printing.figures import conditions_table, sum_table

_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
_LONG = re.compile(r"(\S{32,})")
_TAGS = {"bold": "b", "italic": "i"}
_LABEL = 20
_RULED = '<span class="ruled"></span>'


def render(doc: Document, paper: Paper) -> str:
    """Make the whole file."""
    doc = cleaned(doc)
    title = " – ".join(filter(None, (doc.title, doc.subtitle)))
    return (
        f'<!doctype html>\n<html lang="{escape(doc.language)}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        f'<meta name="viewport" content="width=device-width">\n'
        f"<title>{escape(title)}</title>\n<style>\n{_style(doc, paper)}</style>\n</head>\n"
        f'<body class="{doc.style}">\n{_header(doc)}\n<main>\n{_blocks(doc.blocks)}\n</main>\n'
        f"<footer>{_words(doc.footer)}</footer>\n</body>\n</html>\n"
    )


def _style(doc: Document, paper: Paper) -> str:
    """Join the style sheet, the paper, and the count of pages in the margin (for browsers that can)."""
    sheet = (Path(__file__).parent / "printout.css").read_text(encoding="utf-8")
    count = f'"{_in_css(doc.page_of[0])} " counter(page) " {_in_css(doc.page_of[1])} " counter(pages)'
    margins = "13mm 20mm 13mm" if doc.style == "sheet" else "9mm 11mm 11mm"
    return f"@page {{ size: {paper}; margin: {margins}; @bottom-right {{ content: {count}; }} }}\n{sheet}"


def _in_css(word: str) -> str:
    """Keep only the letters of a word that goes into the style sheet, so that it cannot end the string."""
    return "".join(character for character in word if character.isalpha())


def _header(doc: Document) -> str:
    head = f'<p class="running">{_words(doc.running_head)}</p>' if doc.running_head else ""
    below = f'<p class="subtitle">{_words(doc.subtitle)}</p>' if doc.subtitle else ""
    return f"<header>{head}<h1>{_words(doc.title)}</h1>{below}</header>"


def _blocks(blocks: tuple[Block, ...]) -> str:
    return "\n".join(MAKERS[type(block)](block) for block in blocks)


def _heading(block: Heading) -> str:
    aside = f' <span class="aside">{_words(block.aside)}</span>' if block.aside else ""
    return f"<h{block.level + 1}><span>{_text(block.text)}</span>{aside}</h{block.level + 1}>"


def _lines(block: Lines) -> str:
    return '<p class="lines">' + "".join(f"<span>{_text(item)}</span>" for item in block.items) + "</p>"


def _facts(block: Facts) -> str:
    made = (f"<div><dt>{_words(name)}</dt><dd>{_text(what)}</dd></div>" for name, what in block.items)
    return f"<dl>{''.join(made)}</dl>"


def _room(block: WritingLines) -> str:
    prompt = f"<p>{_text(block.prompt)}</p>" if runs(block.prompt) else ""
    return f'<div class="room">{prompt}{_RULED * block.lines}</div>'


def _quote(block: Quote) -> str:
    who = f"<cite>{_words(block.who)}</cite>" if block.who else ""
    return f"<blockquote><p>{_text(block.text)}</p>{who}</blockquote>"


def _items(items: tuple[Text, ...], lines: int = 0) -> str:
    return "".join(f"<li>{_text(item)}{_RULED * lines}</li>" for item in items)


def _note(block: Note) -> str:
    cite = f" <cite>{_words(block.cite)}</cite>" if block.cite else ""
    kind = _words(block.marked)
    said = f"<span>{_text(block.text)}{cite}</span>"
    return f'<p class="note"><span class="kind">{kind}</span> {said}</p>'


def _columns(block: Columns) -> str:
    style = "columns ruled-between" if block.rule else "columns"
    shares = " ".join(f"minmax(0, {share}fr)" for share in block.shares())
    inside = "\n".join(f"<div>\n{_blocks(column)}\n</div>" for column in block.columns)
    return f'<div class="{style}" style="grid-template-columns: {shares}">\n{inside}\n</div>'


def _figure(drawing: str, caption: Text) -> str:
    said = f"<figcaption>{_text(caption)}</figcaption>" if runs(caption) else ""
    return f"<figure>{drawing}{said}</figure>"


def _table(table: Table, style: str) -> str:
    title = f"<caption>{_text(table.title)}</caption>" if runs(table.title) else ""
    below = f'<p class="below">{_text(table.caption)}</p>' if runs(table.caption) else ""
    aligns = table.aligned()
    head = "".join(f'<th scope="col" class="{a}">{_text(t)}</th>' for t, a in zip(table.head, aligns, strict=True))
    rows = "\n".join(_row(table, index) for index in range(len(table.rows)))
    body = f"<thead><tr>{head}</tr></thead>\n<tbody>\n{rows}\n</tbody>"
    return f'<table class="{style}">{title}{_widths(table)}{body}</table>{below}'


def _widths(table: Table) -> str:
    if not table.widths:
        return ""
    whole = sum(table.widths)
    columns = (f'<col style="width: {100 * width // whole}%">' if width else "<col>" for width in table.widths)
    return f"<colgroup>{''.join(columns)}</colgroup>"


def _row(table: Table, index: int) -> str:
    """Make a row; its first cell is its head."""
    cells = []
    for place, (cell, align) in enumerate(zip(table.rows[index], table.aligned(), strict=True)):
        narrow = " narrow" if table.widths and not table.widths[place] and _is_label(cell) else ""
        shade = "" if shade_of(cell) == "none" else f" {shade_of(cell)}"
        tag, scope = ("td", "") if place else ("th", ' scope="row"')
        cells.append(f'<{tag}{scope} class="{align}{narrow}{shade}">{_text(text_of(cell))}</{tag}>')
    ruled = ' class="total"' if index in table.ruled else ""
    return f"<tr{ruled}>{''.join(cells)}</tr>"


def _is_label(cell: Cell) -> bool:
    """Say whether a cell may be kept on one line; a long text would push the others off the paper."""
    return len(words_of(text_of(cell))) <= _LABEL


def _text(text: Text) -> str:
    return "".join(map(_run, runs(text)))


def _run(run: Run) -> str:
    tag = _TAGS.get(run.style)
    return f"<{tag}>{_words(run.text)}</{tag}>" if tag else _words(run.text)


def _words(text: str) -> str:
    """Escape words. One longer than a line may break inside, or it would widen its table beyond the paper."""
    return "".join(map(_piece, _LONG.split(text))).replace("\n", "<br>")


def _piece(piece: str) -> str:
    broken = (piece[start : start + 8] for start in range(0, len(piece), 8))
    return "<wbr>".join(map(escape, broken)) if _LONG.fullmatch(piece) else escape(piece)


# One maker for each kind of block.
MAKERS: dict[type, Callable[[Any], str]] = {
    Heading: _heading,
    Paragraph: lambda block: f'<p class="{block.size}">{_text(block.text)}</p>',
    Bullets: lambda block: f"<ul>{_items(block.items)}</ul>",
    Numbered: lambda block: f'<ol start="{block.start}">{_items(block.items, block.lines)}</ol>',
    Lines: _lines,
    Facts: _facts,
    Table: lambda block: _table(block, "table"),
    Sum: lambda block: _table(sum_table(block), "sum"),
    WritingLines: _room,
    Timeline: lambda block: _figure(svg.timeline(block), block.caption),
    Quadrant: lambda block: _figure(svg.quadrant(block), block.caption),
    Conditions: lambda block: _table(conditions_table(block), "conditions"),
    Quote: _quote,
    Note: _note,
    Columns: _columns,
    PageBreak: lambda _: '<div class="page-break"></div>',
}

"""Reading printouts back: what a person would find in each format, as plain words."""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from html import unescape
from html.parser import HTMLParser
from io import BytesIO

from markdown_it import MarkdownIt
from pypdf import PdfReader

from game.printing.clean import clean
from game.printing.document import Conditions, Document, Sum, Timeline

# Fields that steer the printing and are no words of the document.
_STEERING = {"language", "style", "size", "kind", "shade", "align", "widths", "ruled", "page_of"}
# Names of columns, which a format without these columns does not need, and words that stand for arrows.
_SPARED: dict[type, set[str]] = {Sum: {"head"}, Timeline: {"head"}, Conditions: {"moves"}}


class _Reader(HTMLParser):
    """Collects what stands on the page; drawings count, their names and the style sheet do not."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self._hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._hidden += tag in {"style", "title", "desc"}
        self.words.append("" if tag in {"wbr", "b", "i", "em", "strong"} else " ")

    def handle_endtag(self, tag: str) -> None:
        self._hidden -= tag in {"style", "title", "desc"}
        self.words.append("" if tag in {"b", "i", "em", "strong"} else " ")

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self.words.append(data)


def in_html(page: str) -> str:
    reader = _Reader()
    reader.feed(page)
    return " ".join("".join(reader.words).split())


def in_markdown(source: str) -> str:
    """What a renderer shows; raw HTML would be shown as nothing, as a careful site does."""
    shown = MarkdownIt("commonmark", {"html": True}).enable("table").enable("strikethrough").render(source)
    return in_html(shown)


def in_pdf(data: bytes) -> str:
    return " ".join(" ".join(page.extract_text() for page in PdfReader(BytesIO(data)).pages).split())


def alts_in_pdf(data: bytes) -> list[str]:
    """The alternative texts in a PDF's structure tree."""
    objects = PdfReader(BytesIO(data))
    found = (objects.get_object(number) for number in range(1, len(objects.xref[0]) + 1))
    return [str(thing["/Alt"]) for thing in found if isinstance(thing, dict) and "/Alt" in thing]


def alts_in_html(page: str) -> list[str]:
    return [unescape(label) for label in re.findall(r'aria-label="([^"]*)"', page)]


def squeezed(text: str) -> str:
    """Text without its spaces: where a line is broken is each format's own affair."""
    return re.sub(r"\s", "", text)


def words_in(part: object) -> Iterator[str]:
    """Every word that a document hands in, cleaned."""
    if isinstance(part, str):
        yield from clean(part).split()
    elif isinstance(part, tuple):
        for item in part:
            yield from words_in(item)
    elif is_dataclass(part):
        for field in fields(part):
            if field.name not in _STEERING | _SPARED.get(type(part), set()):
                yield from words_in(getattr(part, field.name))


def missing(doc: Document, printed: str) -> list[str]:
    """Say which words of a document are not in a printout of it."""
    whole = squeezed(printed)
    return sorted({word for word in words_in(doc) if word not in whole})

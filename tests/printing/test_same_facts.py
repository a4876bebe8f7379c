"""The four formats say the same: no word of a document is missing in any of them."""

from types import ModuleType
from typing import get_args

import pytest
from printing.reading import alts_in_html, alts_in_pdf, in_html, in_markdown, in_pdf, missing
from printing.sample import debrief
from printing.sample_card import card
from printing.sample_hard import hard

from game.printing import html, markdown, pdf, text
from game.printing.document import Block, Document

DOCUMENTS = [debrief(), card(), hard()]
NAMES = ["debrief", "card", "hard"]
each_document = pytest.mark.parametrize("doc", DOCUMENTS, ids=NAMES)


@each_document
def test_plain_text_holds_every_word(doc: Document) -> None:
    assert missing(doc, text.render(doc)) == []


@each_document
def test_markdown_as_rendered_holds_every_word(doc: Document) -> None:
    assert missing(doc, in_markdown(markdown.render(doc))) == []


@each_document
def test_html_as_shown_holds_every_word(doc: Document) -> None:
    assert missing(doc, in_html(html.render(doc, "a4"))) == []


@each_document
def test_pdf_as_extracted_holds_every_word(doc: Document) -> None:
    assert missing(doc, in_pdf(pdf.render(doc, "a4"))) == []


def test_the_search_for_missing_words_finds_one() -> None:
    assert missing(debrief(), text.render(debrief()).replace("Mérida", "Merida")) == ["Mérida"]


def test_what_rose_and_what_fell_is_said_in_every_format() -> None:
    doc = hard()
    drawn = [
        in_markdown(markdown.render(doc)),
        in_html(html.render(doc, "a4")),
        in_pdf(pdf.render(doc, "a4")),
    ]
    assert all("nada ▼" in shown and "todo ▲" in shown for shown in drawn)
    assert "nada, baja" in text.render(doc)
    assert "todo, sube" in text.render(doc)


def test_the_hard_document_has_every_kind_of_block() -> None:
    assert {type(block) for block in hard().blocks} == set(get_args(Block))


@pytest.mark.parametrize("renderer", [text, markdown, html], ids=["text", "markdown", "html"])
def test_a_renderer_has_a_maker_for_every_kind_of_block(renderer: ModuleType) -> None:
    assert set(renderer.MAKERS) == set(get_args(Block))


def test_a_drawn_figure_says_its_facts_in_html_and_in_the_pdf() -> None:
    drawn = [block.alt for block in hard().blocks if hasattr(block, "alt")]
    page = " ".join(alts_in_html(html.render(hard(), "letter")))
    alts = alts_in_pdf(pdf.render(hard(), "letter"))
    assert len(drawn) == 2
    assert all(alt in page for alt in drawn)
    assert sorted(alts) == sorted(drawn)

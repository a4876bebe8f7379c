"""Names and reasons are printed as they were typed, and are obeyed by nothing."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from printing.reading import in_html, in_markdown, in_pdf, squeezed
from printing.sample import NAME, REASON, debrief
from printing.sample_hard import hard

from game.printing import html, markdown, pdf, text
from game.printing.clean import clean
from game.printing.document import Document, Paragraph, Table

LINES = [
    "<script>",
    "[sic]",
    "#eval(1)",
    "*x*",
    "$y$",
    r"\back\slash\\",
    "{{ x }} %s",
    "`a` <lab> @ref // --",
    "&lt;",
]
MARKUP = st.text(alphabet=st.sampled_from(" \n\t*_`~#[](){}<>&|\\-+=.:!^$@\"'019ab\u00e9"), max_size=60)


def only(said: str) -> Document:
    """A document with one paragraph and one cell of what was typed."""
    return Document("title", (Paragraph(said), Table(("head",), ((said,),))))


@pytest.mark.parametrize("said", [NAME, REASON])
def test_a_name_and_a_reason_stand_letter_for_letter_in_every_format(said: str) -> None:
    doc = debrief()
    shown = [
        text.render(doc),
        in_markdown(markdown.render(doc)),
        in_html(html.render(doc, "letter")),
        in_pdf(pdf.render(doc, "letter")),
    ]
    assert [squeezed(said) in squeezed(printed) for printed in shown] == [True] * 4


@pytest.mark.parametrize("line", LINES)
def test_markup_of_any_language_is_letters_in_every_format(line: str) -> None:
    doc = only(line)
    shown = [
        text.render(doc),
        in_markdown(markdown.render(doc)),
        in_html(html.render(doc, "a4")),
        in_pdf(pdf.render(doc, "a4")),
    ]
    assert [squeezed(printed).count(squeezed(line)) for printed in shown] == [2] * 4


@given(MARKUP)
def test_markdown_shows_whatever_was_typed(typed: str) -> None:
    shown = in_markdown(markdown.render(only(typed)))
    assert shown == " ".join(f"title {typed} head {typed}".split())


@given(st.text(max_size=80))
def test_html_shows_whatever_was_typed(typed: str) -> None:
    shown = in_html(html.render(only(typed), "letter"))
    assert squeezed(shown) == squeezed(f"title{clean(typed)}head{clean(typed)}")


@given(st.text(max_size=200))
def test_no_format_lets_a_control_character_through(typed: str) -> None:
    doc = only(typed)
    printed = text.render(doc) + markdown.render(doc) + html.render(doc, "letter")
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u200b\ud800-\udfff]", printed)


def test_the_escape_of_a_terminal_is_gone_and_what_followed_it_stays() -> None:
    printed = text.render(hard())
    assert "\x1b" not in printed
    assert "[31m| 1. *not*" in printed


def test_html_has_no_element_that_was_typed() -> None:
    page = html.render(hard(), "letter")
    assert "<script" not in page
    assert "<b>x</b>" not in page
    assert page.count("<b>") == page.count("</b>")


def test_what_is_typed_never_reaches_the_style_sheet() -> None:
    doc = Document("</style>", (), running_head="</style>", footer="</style>", page_of=('";}</style>', "x"))
    page = html.render(doc, "a4")
    assert page.count("</style>") == 1
    assert 'content: "style " counter(page) " x " counter(pages)' in page

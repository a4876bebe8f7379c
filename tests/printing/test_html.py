"""The HTML file: complete in itself, and made for paper as much as for a screen."""

import re
from html.parser import HTMLParser

import pytest
from printing.sample import debrief
from printing.sample_hard import hard

from game.printing import html
from game.printing.document import Paper

ALONE = {"meta", "br", "wbr", "col"}


class Nesting(HTMLParser):
    """Keeps the elements that are open."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in ALONE:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        pass

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_it_asks_for_nothing_from_anywhere_and_forbids_it_too() -> None:
    page = html.render(debrief(), "letter")
    assert '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; style-src' in page
    assert not re.search(r"https?:|//[a-z]|url\(|@import|src=|href=|<script|<link|<img|\bon\w+=", page)


@pytest.mark.parametrize("paper", ["letter", "a4"])
def test_it_is_set_for_the_paper_that_was_asked_for(paper: Paper) -> None:
    assert f"@page {{ size: {paper};" in html.render(debrief(), paper)


def test_every_element_is_closed_in_order() -> None:
    nesting = Nesting()
    nesting.feed(html.render(hard(), "letter"))
    assert nesting.open == []


def test_tables_have_heads_that_come_again_on_the_next_page() -> None:
    page = html.render(debrief(), "letter")
    assert page.count("<thead>") == page.count("<table") == 3
    assert page.count('<th scope="col"') == 5 + 5 + 4
    assert "thead { display: table-header-group; }" in page


def test_both_drawings_have_a_role_a_name_and_a_description() -> None:
    page = html.render(debrief(), "letter")
    drawings = re.findall(r"<svg.*?</svg>", page)
    assert len(drawings) == 2
    assert all('role="img"' in one and "<title>" in one and "<desc>" in one for one in drawings)


def test_the_language_is_said_and_only_one_heading_is_the_first() -> None:
    page = html.render(hard(), "letter")
    assert '<html lang="es">' in page
    assert page.count("<h1>") == 1

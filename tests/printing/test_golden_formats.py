"""Two documents through each format, one file a format, so that a reviewer reads each difference as it is."""

from collections.abc import Callable

from printing.sample import debrief
from printing.sample_hard import hard

from game.printing import html, markdown, text

Golden = Callable[[str, str], None]


def test_the_hard_document_as_text_is_what_was_judged(golden: Golden) -> None:
    golden("hard.txt", text.render(hard()))


def test_the_hard_document_as_markdown_is_what_was_judged(golden: Golden) -> None:
    golden("hard.md", markdown.render(hard()))


def test_the_hard_document_as_html_is_what_was_judged(golden: Golden) -> None:
    golden("hard.html", html.render(hard(), "letter"))


def test_the_debrief_as_text_is_what_was_judged(golden: Golden) -> None:
    golden("debrief.txt", text.render(debrief()))


def test_the_debrief_as_markdown_is_what_was_judged(golden: Golden) -> None:
    golden("debrief.md", markdown.render(debrief()))

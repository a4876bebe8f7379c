"""The workbench knows what stands where in a text, also while the text is wrong."""

from pathlib import Path

import pytest

from game.authoring.desk import Desk
from game.authoring.preview import preview
from game.authoring.start import start_of
from game.play.course import Course
from game.printing.document import words_of
from game.theories.load import shipped

TEXT = start_of("my-case")
LINES = TEXT.splitlines()
PATH = Path("my-case.yaml")


def line_with(words: str) -> int:
    return next(number for number, line in enumerate(LINES, 1) if words in line)


@pytest.mark.parametrize(
    ("words", "item"),
    [
        ("decision: the-bridge", "the-bridge"),
        ("label: Walk to their end", "the-bridge"),
        ("id: growers,", "growers"),
        ("The growers ask what the government", "growers"),
        ("id: keep,", "the-letter-again"),
        ("id: election,", "election"),
    ],
)
def test_a_line_belongs_to_the_decision_or_event_that_it_stands_in(words: str, item: str) -> None:
    found = Desk.of(TEXT, PATH).at(line_with(words))
    assert found is not None
    assert found.id == item


@pytest.mark.parametrize("words", ["format: 1", "title: The Flower Bridge", "history:  ", "transfer:"])
def test_a_line_outside_the_play_belongs_to_none(words: str) -> None:
    assert Desk.of(TEXT, PATH).at(line_with(words)) is None


def test_a_line_belongs_to_its_option() -> None:
    option = Desk.of(TEXT, PATH).option_at(line_with("rupture: The governor closes"))
    assert option is not None
    assert option.id == "at-their-end"


def test_where_things_stand_is_known_while_the_text_is_wrong() -> None:
    desk = Desk.of(TEXT.replace("soil: yes, yields: 2}\n        outcome", "soil: si}\n        outcome", 1), PATH)
    assert desk.scenario is None
    assert desk.errors == 1
    assert desk.line_of("our-answer") == line_with("decision: our-answer")


@pytest.mark.parametrize("text", ["", "[", "play: 3", "play: [1, {decision: [x]}, {options: 4}]", "a: b", "- a"])
def test_no_text_is_too_wrong_to_be_looked_at(text: str) -> None:
    desk = Desk.of(text, PATH)
    assert desk.scenario is None
    assert desk.errors
    assert desk.at(1) is None


def test_the_preview_shows_what_players_read_and_what_each_option_carries() -> None:
    desk = Desk.of(TEXT, PATH)
    assert desk.scenario is not None
    item = desk.at(line_with("decision: the-bridge"))
    assert item is not None
    blocks = preview(Course.of(desk.scenario, shipped()), item, None)
    said = "\n".join(str(block) for block in blocks)
    for words in ("How do we search the trucks?", "Three drivers were caught", "Customs", "what happened"):
        assert words in said
    assert words_of(blocks[0].text) == "How do we search the trucks?"  # type: ignore[union-attr]

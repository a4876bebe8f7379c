"""Plain text: eighty columns, nothing for the eye alone."""

import re

import pytest
from printing.sample import debrief
from printing.sample_card import card
from printing.sample_hard import hard

from game.printing import text
from game.printing.document import Conditions, Document, Level, Stage, Table


@pytest.mark.parametrize("doc", [debrief(), card(), hard()], ids=["debrief", "card", "hard"])
def test_no_line_is_longer_than_eighty_columns_or_ends_in_spaces(doc: Document) -> None:
    lines = text.render(doc).split("\n")
    assert [line for line in lines if len(line) > 80 or line != line.rstrip()] == []


def test_levels_and_changes_are_said_in_words() -> None:
    stage = Stage("1", (Level(2, 1), Level(0, -1)))
    printed = text.render(Document("t", (Conditions("turn", ("interest", "capacity"), (stage,)),)))
    assert "1     in place, up  absent, down" in printed
    assert not re.search("[■□▲▼]", printed)


def test_a_table_of_long_cells_becomes_a_list_that_can_be_read_aloud() -> None:
    long = "word " * 30
    printed = text.render(Document("t", (Table(("turn", "reason", "result"), (("1", long, "none"),)),)))
    assert "turn 1\n    reason: word word" in printed
    assert "\n    result: none" in printed


def test_a_table_of_short_cells_keeps_its_columns() -> None:
    table = Table(("a", "number"), (("x", "1"), ("y", "22")), align=("left", "right"), ruled=(1,))
    printed = text.render(Document("t", (table,)))
    assert "a  number\n-  ------\nx       1\n-  ------\ny      22" in printed

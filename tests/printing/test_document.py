"""A document refuses what could not be printed truly."""

import pytest

from game.printing.document import (
    Columns,
    Conditions,
    Heading,
    Level,
    Paragraph,
    Quadrant,
    Quarter,
    Run,
    Shaded,
    Stage,
    Table,
    Timeline,
    Turn,
    bold,
    italic,
    runs,
    words_of,
)
from game.printing.figures import bands


def test_a_shaded_cell_without_words_is_refused() -> None:
    with pytest.raises(ValueError, match="shade never carries meaning alone"):
        Shaded(" ", "bad")
    assert Shaded("").shade == "none"


def test_a_table_whose_rows_do_not_fit_its_head_is_refused() -> None:
    with pytest.raises(ValueError, match="a table row has 1 parts where 2 are needed"):
        Table(("a", "b"), (("1",),))
    with pytest.raises(ValueError, match="align or widths"):
        Table(("a",), (("1",),), widths=(1, 2))


def test_conditions_without_a_level_each_are_refused() -> None:
    with pytest.raises(ValueError, match="a stage has 1 parts where 2 are needed"):
        Conditions("turn", ("interest", "capacity"), (Stage("1", (Level(1),)),))
    with pytest.raises(ValueError, match="the verdicts"):
        Conditions("turn", ("interest",), (), "verdict", ("met", "not met"))


def test_a_heading_of_a_fourth_level_and_columns_with_too_few_shares_are_refused() -> None:
    with pytest.raises(ValueError, match="not 4"):
        Heading("x", 4)
    with pytest.raises(ValueError, match="widths"):
        Columns(((Paragraph("a"),), ()), (1,))


def test_a_text_is_a_word_a_run_or_several_of_them() -> None:
    assert runs("a") == (Run("a"),)
    assert runs(bold("a")) == (Run("a", "bold"),)
    assert runs(("a", italic("b"), "")) == (Run("a"), Run("b", "italic"))
    assert words_of(("a ", bold("b"))) == "a b"


def test_two_lanes_agree_where_they_did_the_same() -> None:
    assert Turn("1", "sting", "sting").agrees
    assert not Turn("1", "sting", "letter").agrees
    assert not Turn("1", "", "").agrees


def test_a_time_line_says_its_facts_in_one_line() -> None:
    line = Timeline("You", "History", (Turn("1", "a", "a"), Turn("2", "b", "c"), Turn("3", "", "d")))
    assert line.alt == "1: You: a; History: the same. 2: You: b; History: c. 3: History: d."


def test_a_quadrant_says_its_facts_in_one_line() -> None:
    cells = (Quarter("A", ("1",), ("1", "2")), Quarter("B"), Quarter("C", ("2",)), Quarter("D"))
    square = Quadrant(("up", "down"), ("left", "right"), cells, "you", "history")
    assert square.alt == (
        "up, left (A): you 1; history 1, 2. up, right (B): –. down, left (C): you 2. down, right (D): –."
    )


@pytest.mark.parametrize(("turns", "rows"), [(0, []), (1, [1]), (7, [7]), (8, [4, 4]), (12, [6, 6]), (15, [5, 5, 5])])
def test_a_long_time_line_is_broken_into_rows_of_nearly_equal_length(turns: int, rows: list[int]) -> None:
    line = Timeline("You", "History", tuple(Turn(str(n), "a", "b") for n in range(turns)))
    assert [len(band.turns) for band in bands(line)] == rows


def test_a_row_of_a_time_line_goes_on_where_the_one_above_ended() -> None:
    apart = tuple(Turn(str(n), "a", "b") for n in range(4))
    joined = tuple(Turn(str(n), "a", "a") for n in range(4))
    first, second = bands(Timeline("You", "History", apart + joined))
    assert (first.mine.start, first.mine.end) == (0, 1)
    assert (second.mine.start, second.history.start) == (1, 1)
    assert second.mine.stops == ((0, 0), (1, 0), (2, 0), (3, 0))

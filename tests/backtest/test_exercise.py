"""The exercise sheet: what the theory says, cases whose outcomes are not given away above, three tasks, two pages."""

import io

import pytest

from game.backtest.exercise import ACTS, OFFERS, chosen, exercise, found_of
from game.backtest.scored import Backtest
from game.printing.arrange import arranged
from game.printing.card import line_of
from game.printing.document import Document, Numbered, Table, words_of
from game.record.library import shipped_cases
from game.rules.words import OFFER_RECEPTIONS, RECEPTIONS
from game.scenario.shelf import shipped_common
from game.theories.load import SHIPPED, shipped

TESTS = {name: Backtest.of(shipped(name), shipped_cases()) for name in SHIPPED}


def sheet(name: str) -> Document:
    return exercise(TESTS[name], shipped_common()[0])


def text_of(name: str) -> str:
    return " ".join(arranged(sheet(name), "text", "letter").decode().split())


@pytest.mark.parametrize("name", SHIPPED)
def test_every_step_and_obstacle_stands_there_with_its_number(name: str) -> None:
    said = text_of(name).lower().replace("’", "'")
    theory = shipped(name)
    for rule in (theory.start, *theory.steps, *theory.manner, *theory.received):
        assert " ".join(line_of(rule).split()).lower().replace("’", "'") in said


@pytest.mark.parametrize("name", SHIPPED)
def test_the_cases_have_room_and_their_outcomes_stand_only_at_the_end(name: str) -> None:
    tables = [block for block in sheet(name).blocks if isinstance(block, Table) and block.head[0] == "case"]
    cells = [words_of(cell) for table in tables for row in table.rows for cell in row]  # type: ignore[arg-type]
    assert [len(table.rows) for table in tables] == [ACTS, OFFERS]
    assert not {word for cell in cells for word in cell.split(", ")} & {*RECEPTIONS, *OFFER_RECEPTIONS}
    before, _, after = text_of(name).rpartition("What came of them")
    rows = (*chosen(TESTS[name], "act", ACTS), *chosen(TESTS[name], "offer", OFFERS))
    for row in rows:
        assert f"{row.case.title}, {row.case.when}: {row.expected} (the theory: {row.got.reception})" in after
        assert row.case.title in before


def test_every_outcome_of_the_record_and_some_misses_are_among_the_cases() -> None:
    rows = chosen(TESTS["paradox"], "act", ACTS)
    assert {row.expected for row in rows} == set(RECEPTIONS)
    assert {row.right for row in rows} == {True, False}
    assert [row.case.years for row in rows] == sorted(row.case.years for row in rows)
    assert {row.expected for row in chosen(TESTS["paradox"], "offer", OFFERS)} == set(OFFER_RECEPTIONS)


def test_a_case_is_told_in_the_words_that_the_theory_asks_for() -> None:
    row = next(row for row in TESTS["paradox"].rows if row.case.id == "abduction")
    assert found_of(shipped(), row.case) == "a line is crossed, soil, breach"
    assert found_of(shipped("pressure-response"), row.case) == "a line is crossed"


def test_there_are_three_tasks_with_lines_to_write_on() -> None:
    tasks = [block for block in sheet("paradox").blocks if isinstance(block, Numbered) and block.lines]
    assert [len(block.items) for block in tasks] == [3]


@pytest.mark.parametrize("paper", ["letter", "a4"])
@pytest.mark.parametrize("name", SHIPPED)
def test_it_prints_on_two_pages(name: str, paper: str) -> None:
    pypdf = pytest.importorskip("pypdf")
    pytest.importorskip("typst")
    assert len(pypdf.PdfReader(io.BytesIO(arranged(sheet(name), "pdf", paper))).pages) == 2  # type: ignore[arg-type]

"""The workbench bears every text, and says of each line what stands there."""

from pathlib import Path

import pytest
from theories.written import changed

from game.authoring.bench import STALE, Bench
from game.authoring.draft import Draft
from game.authoring.start import start_of
from game.theories.load import parse, shipped

LINES = start_of("my-case").splitlines(keepends=True)


def line_with(words: str) -> int:
    return next(number for number, line in enumerate(LINES, 1) if words in line)


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    path = tmp_path / "my-case.yaml"
    path.write_text("".join(LINES), encoding="utf-8")
    return Bench(Draft(path), shipped())


@pytest.mark.parametrize("from_line", range(4))
def test_whatever_line_is_taken_away_something_can_be_shown(bench: Bench, from_line: int) -> None:
    for gone in range(from_line, len(LINES), 16):
        bench.read("".join(LINES[:gone] + LINES[gone + 1 :]))
        assert bench.outline()
        assert bench.rows()
        for line in (1, gone, gone + 1, len(LINES)):
            assert bench.shown(line)
            assert (bench.decision_from(line) is None) is not bench.sound


def test_a_text_that_never_was_a_case_is_borne_too(bench: Bench, tmp_path: Path) -> None:
    path = tmp_path / "other.yaml"
    path.write_text("play: [", encoding="utf-8")
    other = Bench(Draft(path), shipped())
    assert other.outline() == ()
    assert other.rows() == ()
    assert other.shown(1)
    assert other.decision_from(1) is None
    other.read(bench.text)
    assert len(other.outline()) > 20


def test_with_errors_the_case_is_shown_as_it_was(bench: Bench) -> None:
    bench.read(bench.text.replace("level: first", "level: frist"))
    assert STALE in str(bench.shown(line_with("decision: the-bridge")))
    assert "How do we search the trucks?" in str(bench.shown(line_with("decision: the-bridge")))


@pytest.mark.parametrize(
    ("opponent", "expected"),
    [("history", "due"), ("person", "due"), ("hard-liner", "hard-liner"), ("strategist", "strategist")],
)
def test_the_other_capital_plays_as_the_case_has_it_or_as_is_due(bench: Bench, opponent: str, expected: str) -> None:
    bench.read(bench.text.replace("level: first", f"opponent: {opponent}\nlevel: first"))
    decision = bench.decision_from(1)
    assert decision is not None
    game = bench.game(decision, (), 1)
    assert (game.role, game.opponent) == ("washington", expected)


def test_a_case_that_its_theory_does_not_bear_has_that_for_a_fault(bench: Bench) -> None:
    low = parse(changed(lambda tree: tree["limits"].update(standing="1")))
    under = Bench(Draft(bench.draft.path), low)
    assert not under.sound
    assert [fault.code for fault in under.desk.found] == ["beyond-limits"]
    assert all(under.here(fault) for fault in under.desk.found)
    under.read(under.text.replace("standing: 3", "standing: 1"))
    assert under.sound

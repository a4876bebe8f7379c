"""Whole screens, cell by cell, with the toy case: a person has looked at each and found it calm and legible.

After a change that is meant: ``pytest tests/tui/test_pictures.py --snapshot-update``, and look at the pictures again.
"""

from collections.abc import Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot
from tui.sitting import LARGE, SMALL, WHOLE, press, program, to_decision

Snap = Callable[..., bool]


def before(*keys: str, options: tuple[str, ...] | None = None) -> Callable[[Pilot[int]], object]:
    """Come to a screen: past some options, then by keys."""

    async def go(pilot: Pilot[int]) -> None:
        if options is not None:
            await to_decision(pilot, *options)
            await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        if keys:
            await press(pilot, *keys)
        await pilot.pause()

    return go


@pytest.mark.parametrize("size", [SMALL, LARGE], ids=["80x24", "120x40"])
def test_the_decision(snap_compare: Snap, saves: Path, size: tuple[int, int]) -> None:
    assert snap_compare(program(saves), terminal_size=size, run_before=before(options=("silent",)))


@pytest.mark.parametrize("size", [SMALL, LARGE], ids=["80x24", "120x40"])
def test_the_resolution(snap_compare: Snap, saves: Path, size: tuple[int, int]) -> None:
    keys = ("1", "3", "1", "enter", "x", "enter")
    assert snap_compare(program(saves), terminal_size=size, run_before=before(*keys, options=("silent",)))


def test_home_with_nothing_kept(snap_compare: Snap, saves: Path) -> None:
    assert snap_compare(program(saves), terminal_size=SMALL, run_before=before())


def test_the_brief(snap_compare: Snap, saves: Path) -> None:
    assert snap_compare(program(saves, theme="light"), terminal_size=SMALL, run_before=before("enter"))


def test_the_prediction(snap_compare: Snap, saves: Path) -> None:
    go = before("1", "3", "1", options=("silent",))
    assert snap_compare(program(saves), terminal_size=SMALL, run_before=go)


def test_the_decision_in_the_colours_of_the_terminal(snap_compare: Snap, saves: Path) -> None:
    go = before(options=("silent", "fetch"))
    assert snap_compare(program(saves, theme="ansi"), terminal_size=SMALL, run_before=go)


def test_the_time_line_of_a_debrief(snap_compare: Snap, saves: Path) -> None:
    go = before("n", options=("silent", "fetch", "stand", "text"))
    assert snap_compare(program(saves), terminal_size=SMALL, run_before=go)


def test_the_four_cells_of_a_debrief(snap_compare: Snap, saves: Path) -> None:
    go = before("n", "n", "n", options=WHOLE)
    assert snap_compare(program(saves), terminal_size=LARGE, run_before=go)


def test_three_paths_beside_each_other(snap_compare: Snap, saves: Path) -> None:
    go = before("n", "x", "2", "2", options=WHOLE)
    assert snap_compare(program(saves), terminal_size=LARGE, run_before=go)


def test_one_panel_in_a_small_window(snap_compare: Snap, saves: Path) -> None:
    go = before("tab", options=("silent",))
    assert snap_compare(program(saves), terminal_size=(50, 16), run_before=go)

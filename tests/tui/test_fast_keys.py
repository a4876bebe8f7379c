"""Whoever types faster than screens are drawn breaks nothing: what comes too early is lost, and the game goes on."""

import asyncio
from pathlib import Path

import pytest
from textual import events
from tui.sitting import SMALL, program

TYPED = [
    ["enter"],
    ["enter", "1"],
    ["1", "1", "2", "enter"],
    ["enter", "enter", "escape"],
    ["1", "enter", "u"],
    ["2", "1", "x", "enter", "enter"],
    ["enter", "w", "enter"],
]


@pytest.mark.parametrize("keys", TYPED, ids=" ".join)
async def test_keys_that_come_before_their_screen_break_nothing(saves: Path, keys: list[str]) -> None:
    app = program(saves)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("enter")
        for _ in range(25):
            for key in keys:
                app.post_message(events.Key(key, key if len(key) == 1 else None))
                await asyncio.sleep(0)
            await pilot.pause(0.01)
        await pilot.pause()
        assert app.fault is None
        assert app.is_running

"""Every size of window: 80 by 24 works fully, smaller ones show one panel at a time, the smallest say so."""

from pathlib import Path

import pytest
from tui.sitting import (
    FETCH,
    LARGE,
    ON,
    SILENT,
    SMALL,
    TEXT,
    WHOLE,
    name_of,
    press,
    program,
    text_of,
    to_decision,
)

from game.tui.widgets.keys import MOST, Keys

SLIM, LOW, TINY = (50, 30), (100, 15), (39, 11)


@pytest.mark.parametrize("size", [SMALL, LARGE, (60, 18), (40, 12)])
async def test_a_whole_game_can_be_played_at_any_size_down_to_40_by_12(saves: Path, size: tuple[int, int]) -> None:
    app = program(saves)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        await press(pilot, "enter", "enter", *SILENT, *ON, *FETCH, *ON, *SILENT, *ON, *TEXT, *ON)
        assert name_of(app) == "Debrief"


@pytest.mark.parametrize("size", [SLIM, LOW])
async def test_where_there_is_little_room_one_panel_is_seen_and_tab_shows_the_next(
    saves: Path, size: tuple[int, int]
) -> None:
    app = program(saves)
    async with app.run_test(size=size) as pilot:
        await to_decision(pilot, "silent")
        assert "How do we get the box?" in text_of(app)
        assert "coordination" not in text_of(app)
        await press(pilot, "tab")
        assert "coordination" in text_of(app)
        await press(pilot, "tab")
        assert "Fetch it at night" in text_of(app)


async def test_enter_shows_the_options_before_it_chooses_one_that_is_not_seen(saves: Path) -> None:
    app = program(saves)
    async with app.run_test(size=SLIM) as pilot:
        await to_decision(pilot, "silent")
        await press(pilot, "enter")
        assert name_of(app) == "Decision"
        assert "Fetch it at night" in text_of(app)


async def test_a_window_too_small_for_anything_says_so_and_names_the_plain_mode(saves: Path) -> None:
    app = program(saves)
    async with app.run_test(size=TINY) as pilot:
        await to_decision(pilot)
        assert "too small" in text_of(app)
        assert "--plain" in " ".join(text_of(app).split())


async def test_the_screen_follows_the_window_while_it_is_resized(saves: Path) -> None:
    app = program(saves)
    async with app.run_test(size=LARGE) as pilot:
        await to_decision(pilot, "silent")
        assert "Alba Norte" in text_of(app)  # the dossier lies open
        for size in (SMALL, SLIM, TINY, SMALL):
            await pilot.resize_terminal(*size)
            await pilot.pause()
        assert "Alba Norte" not in text_of(app)
        assert "coordination" in text_of(app)
        assert "Fetch it at night" in text_of(app)


@pytest.mark.parametrize("way", [(), ("silent",), ("silent", "fetch"), WHOLE])
async def test_at_most_five_keys_stand_in_the_last_line_and_they_fit(saves: Path, way: tuple[str, ...]) -> None:
    app = program(saves)
    async with app.run_test(size=SMALL) as pilot:
        await to_decision(pilot, *way)
        keys = app.screen.query_one(Keys)
        assert 0 < len(keys.shown()) <= MOST
        assert len(keys._fitting()) == len(keys.shown())
        assert keys.shown()[-1].action == "help"


async def test_advisers_below_the_fold_are_named_and_a_goes_to_them(saves: Path) -> None:
    app = program(saves)
    async with app.run_test(size=(60, 18)) as pilot:
        await to_decision(pilot)
        assert "a: 2 advisers" in text_of(app)
        assert "a advisers" in text_of(app).splitlines()[-1]
        assert "Locksmith" not in text_of(app)
        await press(pilot, "a")
        assert "Locksmith" in text_of(app)
        assert "Postman" in text_of(app)
        assert "a advisers" not in text_of(app).splitlines()[-1]


async def test_where_the_advisers_are_seen_nothing_is_said_of_them(saves: Path) -> None:
    app = program(saves)
    async with app.run_test(size=LARGE) as pilot:
        await to_decision(pilot)
        assert "A word and the box is" in text_of(app)
        assert "advisers" not in text_of(app)


async def test_a_goes_to_the_advisers_also_where_one_panel_is_seen(saves: Path) -> None:
    app = program(saves)
    async with app.run_test(size=(40, 12)) as pilot:
        await to_decision(pilot)
        await press(pilot, "tab", "a")
        assert "A word and the box is" in text_of(app)
        assert "Postman" in text_of(app)

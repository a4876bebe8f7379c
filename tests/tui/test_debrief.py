"""The debrief on the screen, phase by phase; what if; the list of finished games."""

from pathlib import Path

from textual.pilot import Pilot
from tui.sitting import (
    ON,
    SMALL,
    TEXT,
    WHOLE,
    name_of,
    press,
    program,
    sheet_of,
    text_of,
    to_decision,
)

from game.tui.app import TwoCapitals
from game.tui.screens.debrief import Debrief
from game.tui.widgets.choices import Choices


async def to_debrief(pilot: Pilot[int], app: TwoCapitals) -> None:
    """A whole game, and its account."""
    await to_decision(pilot, *WHOLE)
    await app.workers.wait_for_complete()
    await pilot.pause()
    assert isinstance(app.screen, Debrief)
    assert app.screen.account is not None


async def test_the_students_own_words_come_before_anything_is_shown(saves: Path) -> None:
    app = program(saves)
    async with app.run_test(size=SMALL) as pilot:
        await to_debrief(pilot, app)
        text = text_of(app)
        assert "Your own words" in text
        assert "in your own words" in text.lower()
        assert "history" not in text.lower()


async def test_own_words_are_kept_beside_the_game_and_are_there_again(saves: Path) -> None:
    app = program(saves)
    async with app.run_test(size=SMALL) as pilot:
        await to_debrief(pilot, app)
        await press(pilot, "enter", *"It went", "escape", "n", "p")
        assert "It went" in text_of(app)
    assert [path.read_text() for path in saves.glob("*.own-words.txt")] == ["It went"]


async def test_escape_goes_back_a_phase_and_q_leaves(saves: Path) -> None:
    app = program(saves)
    async with app.run_test(size=SMALL) as pilot:
        await to_debrief(pilot, app)
        assert "n next, whether you have written or not" in text_of(app)
        await press(pilot, "n", "escape")
        assert "Your own words" in text_of(app)
        await press(pilot, "escape")
        assert name_of(app) == "Debrief"
        await press(pilot, "q")
        assert name_of(app) == "Home"


async def test_the_phases_follow_each_other_with_their_minutes(saves: Path) -> None:
    app = program(saves)
    heads = []
    async with app.run_test(size=SMALL) as pilot:
        await to_debrief(pilot, app)
        for _ in range(8):
            heads.append(text_of(app).splitlines()[0])
            await press(pilot, "n")
    for head, title in zip(
        heads, ("own words", "happened", "Why", "cells", "real", "theories", "What if", "Application"), strict=True
    ):
        assert title in head
        assert "minute" in head


async def test_play_and_history_stand_beside_each_other(saves: Path) -> None:
    app = program(saves)
    async with app.run_test(size=SMALL) as pilot:
        await to_debrief(pilot, app)
        await press(pilot, "n")
        text = sheet_of(app)
    assert "history" in text
    assert "= the same" in text
    assert "◑ backlash" in text


async def test_what_came_out_later_stands_in_the_debrief_alone(saves: Path) -> None:
    app = program(saves)
    async with app.run_test(size=SMALL) as pilot:
        await to_debrief(pilot, app)
        await press(pilot, "n", "n", "n", "n")
        assert "The box was empty." in sheet_of(app)


async def test_a_what_if_sets_history_mine_and_mine_changed_side_by_side(saves: Path) -> None:
    app = program(saves)
    async with app.run_test(size=SMALL) as pilot:
        await to_debrief(pilot, app)
        kept = [path.read_bytes() for path in saves.glob("*.yaml")]
        await press(pilot, "n", "x", "2", "2")
        assert name_of(app) == "Compared"
        text = sheet_of(app)
        assert "mine changed" in text
        assert "Ask for it" in " ".join(text.split())
        await press(pilot, "escape")
        assert name_of(app) == "Debrief"
    assert [path.read_bytes() for path in saves.glob("*.yaml")] == kept


async def test_a_what_if_can_be_played_by_hand_and_is_compared_at_its_end(saves: Path) -> None:
    app = program(saves)
    async with app.run_test(size=SMALL) as pilot:
        await to_debrief(pilot, app)
        await press(pilot, "n", "x", "4", "1", "y")
        assert name_of(app) == "Decision"
        await press(pilot, *TEXT, *ON)
        assert name_of(app) == "Compared"


async def test_finished_games_are_listed_and_opened(saves: Path) -> None:
    app = program(saves)
    async with app.run_test(size=SMALL) as pilot:
        await to_debrief(pilot, app)
        await press(pilot, "q")
        await pilot.pause()
        labels = [choice.label for choice in app.screen.query_one(Choices).choices]
        assert labels == ["Play", "What if", "Debriefs", "Cases", "The record", "Rules card", "How to print", "Quit"]
        await press(pilot, "3")
        await pilot.pause()
        assert "The toy case" in text_of(app)
        await press(pilot, "1")
        assert name_of(app) == "Debrief"


async def test_a_game_is_deleted_only_after_a_yes(saves: Path) -> None:
    app = program(saves)
    async with app.run_test(size=SMALL) as pilot:
        await to_debrief(pilot, app)
        await press(pilot, "q")
        await pilot.pause()
        await press(pilot, "3")
        await pilot.pause()
        await press(pilot, "y")
        assert list(saves.glob("*.yaml"))
        await press(pilot, "delete", "escape", "y")
        assert list(saves.glob("*.yaml"))
        await press(pilot, "backspace")
        assert "y deletes it for good" in text_of(app)
        await press(pilot, "y")
        assert "No game is kept." in text_of(app)
    assert not list(saves.glob("*.yaml"))


async def test_the_sheet_is_written_to_a_file_whose_path_is_shown(saves: Path, tmp_path: Path) -> None:
    app = program(saves)
    async with app.run_test(size=SMALL) as pilot:
        await to_debrief(pilot, app)
        await press(pilot, "n", "s", "5")
        assert "Enter writes:" not in text_of(app)
        assert "Written:" in text_of(app)
        await press(pilot, "5")
    assert len(list(saves.glob("*.txt"))) == 2  # the first is not written over


async def test_cases_are_listed_with_years_minutes_and_how_often_they_were_played(saves: Path) -> None:
    app = program(saves)
    async with app.run_test(size=SMALL) as pilot:
        await to_debrief(pilot, app)
        await press(pilot, "q")
        await pilot.pause()
        await press(pilot, "4")
        await pilot.pause()
        text = " ".join(text_of(app).split())
        assert "1990–1992" in text
        assert "20 minutes" in text
        assert "operational, unilateral" in text
        assert "played once" in text
        await press(pilot, "1")
        assert name_of(app) == "Brief"

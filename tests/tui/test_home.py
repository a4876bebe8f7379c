"""The first screen: Play alone before the first game, and one key for each thing, whatever is kept."""

from pathlib import Path

import pytest
from tui.sitting import LARGE, SMALL, WHOLE, name_of, press, program, text_of, to_decision

from game.tui.app import TwoCapitals
from game.tui.screens.home import ALWAYS, WAYS
from game.tui.widgets.choices import Choices

SHOWN = {"cases": "Cases", "record": "Record", "rules_card": "RulesCard", "how_to_print": "HowToPrint"}


def keys_of(app: TwoCapitals) -> dict[str, str]:
    """What is offered, each by its key."""
    return {choice.label: choice.key for choice in app.screen.query_one(Choices).choices}


async def test_before_the_first_game_play_stands_alone_and_one_line_names_the_keys_of_the_rest(saves: Path) -> None:
    app = program(saves)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        assert keys_of(app) == {"Play": "1"}
        assert "Also:   4 cases   5 the record   6 rules card   7 how to print" in text_of(app)


@pytest.mark.parametrize("options", [None, ("silent",), WHOLE], ids=["nothing kept", "one begun", "one finished"])
@pytest.mark.parametrize("name", ALWAYS)
async def test_a_key_means_the_same_whatever_is_kept(saves: Path, options: tuple[str, ...] | None, name: str) -> None:
    app = program(saves)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        if options is not None:
            await to_decision(pilot, *options)
            app.home()
            await pilot.pause()
        await press(pilot, WAYS[name][0])
        assert name_of(app) == SHOWN[name]


@pytest.mark.parametrize("options", [("silent",), WHOLE], ids=["one begun", "one finished"])
async def test_the_keys_run_without_a_gap_and_go_on_stands_before_them(saves: Path, options: tuple[str, ...]) -> None:
    app = program(saves)
    async with app.run_test(size=SMALL) as pilot:
        await to_decision(pilot, *options)
        app.home()
        await pilot.pause()
        kept = keys_of(app)
        assert ("Go on" in kept) is (options != WHOLE)
        assert list(kept.values()) == list("012345678" if options != WHOLE else "12345678")
        assert "Also:" not in text_of(app)


async def test_what_if_says_what_it_needs_until_a_game_is_finished(saves: Path) -> None:
    app = program(saves)
    async with app.run_test(size=LARGE) as pilot:
        await to_decision(pilot, "silent")
        app.home()
        await pilot.pause()
        await press(pilot, WAYS["what_if"][0])
        assert name_of(app) == "Home"
        assert "No game is finished yet." in text_of(app)


async def test_a_long_note_goes_on_under_its_first_letter(saves: Path) -> None:
    app = program(saves)
    async with app.run_test(size=(50, 24)) as pilot:
        await to_decision(pilot, "silent")
        app.home()
        await pilot.pause()
        lines = text_of(app).splitlines()
        at = next(n for n, line in enumerate(lines) if "Debriefs" in line)
        column = lines[at].index("games that are kept")
        assert lines[at + 1][:column].isspace()
        assert lines[at + 1][column:].strip()


async def test_how_to_print_names_the_exercise_sheet(saves: Path) -> None:
    app = program(saves)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        await press(pilot, WAYS["how_to_print"][0])
        assert "two-capitals print --exercise --format pdf" in text_of(app)

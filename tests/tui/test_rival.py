"""A theory that is not the game's own is named wherever one plays by it."""

from pathlib import Path

import pytest
from textual.pilot import Pilot
from tui.sitting import LARGE, SMALL, Toys, name_of, press, program, text_of, to_decision

from game.saves.store import Store
from game.sitting.session import Session, Wanted
from game.theories.load import shipped
from game.theories.names import RIVALS
from game.tui.app import TwoCapitals


def under(theory: str, saves: Path) -> TwoCapitals:
    asked = Wanted(opponent="history", seed=1)
    return TwoCapitals(lambda: Session(Toys(), Store(saves), shipped(theory), asked), "dark")


def head_of(app: TwoCapitals) -> str:
    return text_of(app).splitlines()[0]


@pytest.mark.parametrize("theory", RIVALS)
@pytest.mark.parametrize("size", [SMALL, LARGE], ids=["80x24", "120x40"])
async def test_home_brief_and_decision_name_it(saves: Path, theory: str, size: tuple[int, int]) -> None:
    app = under(theory, saves)
    title = shipped(theory).title
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        assert f"the rules: {title}" in head_of(app)
        await press(pilot, "enter")
        assert name_of(app) == "Brief"
        assert title in head_of(app)
        await to_decision(pilot, "silent")
        assert name_of(app) == "Decision"
        assert title in head_of(app)
        assert "WASHINGTON" in head_of(app)


async def test_the_games_own_theory_needs_no_name(saves: Path) -> None:
    app = program(saves)
    async with app.run_test(size=LARGE) as pilot:
        await to_decision(pilot, "silent")
        assert shipped().title not in text_of(app)


async def kept_under(theory: str, saves: Path) -> None:
    """Begin a game under a theory, and leave it."""
    app = under(theory, saves)
    async with app.run_test(size=SMALL) as pilot:
        await to_decision(pilot, "silent")


async def taken_up(pilot: Pilot[int]) -> None:
    await pilot.pause()
    await press(pilot, "0")


async def test_a_game_goes_on_under_its_own_theory_and_the_card_is_that_of_the_game(saves: Path) -> None:
    await kept_under("realism", saves)
    app = program(saves)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        assert "Washington, Realism:" in text_of(app)
        await taken_up(pilot)
        assert "Realism" in head_of(app)
        await press(pilot, "r")
        assert head_of(app).strip().endswith("Realism")
        await press(pilot, "escape", "q")
        assert name_of(app) == "Home"
        await press(pilot, "6")
        assert head_of(app).strip().endswith(shipped().title)

"""The list of cases."""

from pathlib import Path

import pytest
from tui.sitting import LARGE, SMALL, press, program, text_of, to_decision

from game.saves.store import Store
from game.scenario.library import Library
from game.sitting.cases import case_in_words, explained
from game.sitting.gloss import GLOSS
from game.sitting.session import Session, Wanted
from game.theories.load import shipped
from game.tui.app import TwoCapitals


@pytest.mark.parametrize("size", [SMALL, LARGE], ids=["80x24", "120x40"])
async def test_the_words_beside_the_case_under_the_cursor_are_explained(saves: Path, size: tuple[int, int]) -> None:
    library = Library([])
    app = TwoCapitals(lambda: Session(library, Store(saves), shipped(), Wanted()), "dark")
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        await press(pilot, "4")
        for name in library.ids():
            seen = " ".join(text_of(app).split())
            assert " ".join(explained(library.get(name))) in seen
            await press(pilot, "down")


def test_every_word_of_every_case_has_its_meaning() -> None:
    library = Library([])
    for scenario in map(library.get, library.ids()):
        said = " ".join(explained(scenario))
        level, cell = case_in_words(scenario, 0)[2:4]
        assert all(GLOSS[word] in said for word in (level, *cell.split(", ")))


async def test_a_case_that_was_begun_says_so(saves: Path) -> None:
    app = program(saves)
    async with app.run_test(size=SMALL) as pilot:
        await to_decision(pilot, "silent")
        app.home()
        await pilot.pause()
        await press(pilot, "4")
        assert "· begun" in text_of(app)
        assert "not played" not in text_of(app)

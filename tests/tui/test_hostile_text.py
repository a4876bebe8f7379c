"""Whatever a case or a player writes is shown letter for letter: never markup, never a command to the terminal."""

from pathlib import Path
from shutil import copytree

import pytest
from textual.events import Paste
from tui.sitting import DATA, SMALL, WHOLE, name_of, press, sheet_of, text_of, to_decision

from game.saves.store import Store
from game.scenario.model import Scenario
from game.scenario.read import read_scenario
from game.sitting.session import Session, Wanted
from game.theories.load import shipped
from game.tui.app import TwoCapitals
from game.tui.widgets.sheet import Sheet

POISON = "[/x] [sic] [@click=app.exit]go[/] [red]a[/red] [TK"
ESCAPE = "\x1b]52;c;aGFjaw==\x1b\\"


class Poisoned:
    """The toy case with poison in every text that a screen shows."""

    def __init__(self, folder: Path) -> None:
        text = (DATA / "toy-case.yaml").read_text(encoding="utf-8")
        for harmless in (
            "Fetch it at night",
            "Say nothing, historical",
            "How do we get the box?",
            "It is ripe. It can be fetched at night, or asked for.",
            "A word and the box is gone.",
            "The box is here, and the gate is shut.",
            "The box was seen on Monday.",
            "the locksmith worries",
            "Shut the gate, historical",
            "Some say that the box was empty.",
            "Which other box do you know?",
            "The new text",
        ):
            assert harmless in text, harmless
            tail = harmless[harmless.index(",") :] if harmless.endswith(", historical") else ""
            text = text.replace(harmless, f'"{POISON}"{tail}')
        copytree(DATA / "common", folder / "common")
        self.path = folder / "toy-case.yaml"
        self.path.write_text(text, encoding="utf-8")

    def pack_title(self, name: str) -> str:
        return ""

    def ids(self) -> list[str]:
        return ["toy-case"]

    def get(self, _name: str) -> Scenario:
        scenario, faults = read_scenario(self.path)
        assert scenario is not None, faults
        return scenario


@pytest.fixture
def poisoned(tmp_path: Path, saves: Path) -> TwoCapitals:
    wanted = Wanted(opponent="history", seed=1, player=POISON)
    return TwoCapitals(lambda: Session(Poisoned(tmp_path), Store(saves), shipped(), wanted))


async def test_a_case_full_of_markup_is_shown_as_it_was_written(poisoned: TwoCapitals) -> None:
    async with poisoned.run_test(size=SMALL) as pilot:
        await to_decision(pilot, "silent")
        situation = poisoned.screen.query_one("#situation Sheet", Sheet)
        assert POISON in text_of(poisoned)  # an option
        assert "\n".join(line.plain for line in situation.lines(90)).count(POISON) == 2  # the question and its brief
        await press(pilot, "w", "escape", "h", "escape", "d", "escape", "question_mark", "escape")
        assert name_of(poisoned) == "Decision"


async def test_a_click_on_an_option_runs_nothing_that_it_says(poisoned: TwoCapitals) -> None:
    async with poisoned.run_test(size=SMALL) as pilot:
        await to_decision(pilot, "silent")
        rows = text_of(poisoned).splitlines()
        row = next(y for y, line in enumerate(rows) if line.lstrip().startswith("▸"))
        await pilot.click(offset=(rows[row].index("go"), row))
        await pilot.pause()
        assert name_of(poisoned) == "Predict"


async def test_what_is_pasted_into_ones_own_words_cannot_either(poisoned: TwoCapitals) -> None:
    async with poisoned.run_test(size=SMALL) as pilot:
        await to_decision(pilot, *WHOLE)
        await poisoned.workers.wait_for_complete()
        await pilot.pause()
        await press(pilot, "enter")
        poisoned.screen.query_one("#own-words").post_message(Paste(f"so {ESCAPE} there"))
        await pilot.pause()
        assert "so  ]52;c;" in text_of(poisoned)


async def test_a_whole_game_and_its_debrief_with_poison_everywhere(poisoned: TwoCapitals) -> None:
    async with poisoned.run_test(size=SMALL) as pilot:
        await to_decision(pilot, *WHOLE)
        await poisoned.workers.wait_for_complete()
        await pilot.pause()
        seen = ""
        for _ in range(7):
            seen += sheet_of(poisoned)
            await press(pilot, "n")
        await press(pilot, "x", "2", "1")
        seen += sheet_of(poisoned)
    assert "[sic]" in seen
    assert "[@click=app.exit]" in seen


async def test_what_is_pasted_as_a_reason_cannot_speak_to_the_terminal(poisoned: TwoCapitals) -> None:
    async with poisoned.run_test(size=SMALL) as pilot:
        await to_decision(pilot)
        await press(pilot, "1")
        poisoned.screen.query_one("#reason").post_message(Paste(f"so {ESCAPE} there"))
        await pilot.pause()
        assert "\x1b" not in text_of(poisoned)
        await press(pilot, "enter")
        assert "\x1b" not in text_of(poisoned)
    assert all("\x1b" not in str(getattr(entry, "reason", "")) for entry in poisoned.session.playing.entries)

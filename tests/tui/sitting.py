"""A sitting with the toy case: a program to press keys on, and how far a game has come in it."""

from pathlib import Path

from textual.pilot import Pilot

from game.play.game import Prediction
from game.saves.store import Store
from game.scenario.model import Scenario
from game.scenario.read import read_scenario
from game.sitting.session import Session, Wanted
from game.theories.load import shipped
from game.tui.app import TwoCapitals
from game.tui.flow import following
from game.tui.widgets.sheet import Sheet

DATA = Path(__file__).parent / "data"
SMALL, LARGE = (80, 24), (120, 40)
LINE = ["x", "enter"]
"""A line of reason, and on."""
ON = ["end", "enter"]
"""To the end of what came, and on."""


class Toys:
    """A library with one case in it."""

    def __init__(self, *names: str) -> None:
        self.names = list(names) or ["toy-case"]
        self.read: dict[str, Scenario] = {}

    def pack_title(self, name: str) -> str:
        return ""

    def ids(self) -> list[str]:
        return self.names

    def get(self, name: str) -> Scenario:
        if name not in self.names:
            raise KeyError(name)
        if name not in self.read:
            scenario, faults = read_scenario(DATA / f"{name}.yaml")
            assert scenario is not None, faults
            self.read[name] = scenario
        return self.read[name]


def program(saves: Path, theme: str = "dark", **wanted: object) -> TwoCapitals:
    """The program with its saves in a folder; history plays the other side unless somebody else is wanted."""
    asked = Wanted(**{"opponent": "history", "seed": 1, **wanted})  # type: ignore[arg-type]
    return TwoCapitals(lambda: Session(Toys(), Store(saves), shipped(), asked), theme)


async def press(pilot: Pilot[int], *keys: str) -> None:
    """Press keys, each when the last has been worked."""
    await pilot.press(*keys)
    await pilot.pause()


async def to_decision(pilot: Pilot[int], *options: str) -> None:
    """A game that has come past some options, without the keys: at the decision that waits, or at the debrief."""
    app = pilot.app
    assert isinstance(app, TwoCapitals)
    await pilot.pause()
    session = app.session
    session.begin(
        session.library.get("toy-case"), session.wanted.role or "washington", session.wanted.opponent or "drawn"
    )
    session.run_on()
    for option in options:
        session.choose(option, Prediction("backlash", ("soil",)) if option == "fetch" else None, "so")
        session.run_on()
    app.push_screen(following(session, told=True))
    await pilot.pause()


SILENT = ("1", *LINE)
"""The keys of Washington's first option: say nothing."""
FETCH = ("1", "3", "1", "enter", *LINE)
"""Fetch the box; backlash foreseen, because of soil."""
TEXT = ("1", "3", "1", "enter", *LINE)
"""Offer a text; cooperation foreseen, because of interest."""
WHOLE = ("silent", "fetch", "sorry", "text")
"""A whole game of Washington as it was in history, by its options."""


def text_of(program: TwoCapitals) -> str:
    """What stands on the screen, as text."""
    strips = program.screen._compositor.render_strips()
    return "\n".join("".join(segment.text for segment in strip).rstrip() for strip in strips)


def sheet_of(program: TwoCapitals, width: int = 76) -> str:
    """Everything on the sheet of the screen, also what is scrolled out of sight."""
    return "\n".join(line.plain for line in program.screen.query_one("#text Sheet", Sheet).lines(width))


def name_of(program: TwoCapitals) -> str:
    """Which screen is shown."""
    return type(program.screen).__name__

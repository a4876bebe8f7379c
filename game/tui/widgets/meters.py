"""What is open between the capitals and what each has to show at home, in numbers and words."""

from collections.abc import Sequence

from textual.content import Content

from game.debrief import wording
from game.sitting.signs import squares
from game.sitting.situation import View
from game.sitting.symbols import SIGNS
from game.tui.widgets.conditions import change

FULL = 5
WASHINGTON, MEXICO = "washington", "mexico-city"
ROOM = 18
"""The longest name, and a space."""


def whose(viewer: str, owner: str) -> str:
    """A number of a capital, as the other or it itself says it."""
    return "Our" if viewer == owner else "Their"


def meters(view: View) -> list[Content]:
    """Washington's frustration and why it moved, Mexico City's standing, results and yields."""
    home, before, warning = view.now.home, view.before.home, view.warning
    return [
        _meter(f"{whose(view.capital, WASHINGTON)} frustration", home.frustration, before.frustration),
        *(Content.styled(f"  {SIGNS.up if up else SIGNS.down} {why}", "$quiet") for up, why in view.moved),
        *([Content.styled(f"  {warning}", "bold")] if warning else []),
        _meter(f"{whose(view.capital, MEXICO)} standing", home.standing, before.standing),
        Content.assemble(
            "Results ",
            (str(home.results), "bold"),
            change(before.results, home.results),
            "   Yields ",
            (str(home.yields), "bold"),
            change(before.yields, home.yields),
        ),
    ]


def _meter(name: str, value: int, before: int) -> Content:
    return Content.assemble(
        name.ljust(ROOM), (squares(value, FULL), "bold $capital"), f" {value}", change(before, value)
    )


def grievances(by_field: Sequence[tuple[str, Sequence[str]]], whose: str) -> list[Content]:
    """The open grievances, by field where there is more than one."""
    opened = [(name, words) for name, words in by_field if words]
    if len(by_field) == 1 or not opened:
        words = [word for _, words in opened for word in words]
        return [
            Content.assemble(f"{whose} grievances".ljust(ROOM), (wording.listed(words), "bold" if words else "$quiet"))
        ]
    return [
        Content(f"{whose} grievances"),
        *(Content.assemble(f"  {name}: ".ljust(11), (wording.listed(words), "bold")) for name, words in opened),
    ]

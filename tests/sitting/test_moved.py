"""Why Washington's frustration moved since a capital last chose, and what a full one brings."""

from dataclasses import replace

from small_case import begun

from game.sitting.session import news
from game.sitting.situation import Moved, View, view_of


def seen() -> View:
    game = begun()
    return view_of(game, news(game, "washington"), "washington")


def test_both_ways_are_told_with_the_latest_first() -> None:
    assert seen().moved == (
        Moved(True, "something is withheld: extradition, aid, trade or joint work"),
        Moved(False, "something was done"),
    )


def test_one_step_before_it_is_full_congress_is_announced() -> None:
    view = seen()
    for frustration in range(6):
        home = view.now.home._replace(frustration=frustration)
        warned = replace(view, now=view.now._replace(home=home)).warning
        assert warned == ("at 5, Congress takes the file" if frustration == 4 else "")

"""A bare Textual app with the widgets of one of our screens and nothing behind them: ``python bare.py home``.

It is the yardstick, so it must be as good as Textual allows: no theme, no bindings, Markdown filled after the
first paint. When a screen of the game gains or loses a widget, so does this.
"""

import sys

from textual.app import App, ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Footer, OptionList, Static
from textual.widgets.option_list import Option

LINES = "What stands here is as long as a line of the game, and as dull as the rest of it.\n"


class Home(App[None]):
    """Title, a list, a line below it."""

    def compose(self) -> ComposeResult:
        yield Static(Content("Bare capitals"))
        yield OptionList(*(Option(Content(f"Choice {n}")) for n in range(1, 9)))
        yield Static(Content(LINES))
        yield Footer()


class Decision(App[None]):
    """Head, situation and state side by side, options, and the option under the cursor in words."""

    CSS = "#state {width: 30;} OptionList {height: 6;} #words {height: 3;}"

    def compose(self) -> ComposeResult:
        yield Static(Content("Bare capitals"))
        with Horizontal():
            with Vertical():
                yield Static(Content(LINES * 6))
                yield Static(Content(LINES * 3))
            yield Static(Content("interest      some\n" * 14), id="state")
        yield OptionList(*(Option(Content(f"Choice {n}"), id=str(n)) for n in range(1, 5)))
        yield Static(Content(""), id="words")
        yield Footer()

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        self.query_one("#words", Static).update(Content(f"{event.option_id}: {LINES}"))


if __name__ == "__main__":
    {"home": Home, "decision": Decision}[sys.argv[1]]().run()

"""A bare Textual app with the widgets of one of our screens and nothing behind them: ``python bare.py home``.

It is the yardstick, so it must be as good as Textual allows: no theme, no bindings, Markdown filled after the
first paint. When a screen of the game gains or loses a widget, so does this.
"""

import sys

from textual.app import App, ComposeResult
from textual.containers import Container, Vertical, VerticalScroll
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
    """Head; situation, state and dossier that scroll, side by side; options, and the one under the cursor in words."""

    CSS = """
    #table {layout: grid; grid-size: 2; grid-columns: 1fr 47; grid-rows: 1fr auto; height: 1fr;}
    #beside {row-span: 2;}
    #choosing {height: auto;}
    OptionList {height: 6;}
    #words {height: 3;}
    """

    def compose(self) -> ComposeResult:
        yield Static(Content("Bare capitals"))
        with Container(id="table"):
            yield VerticalScroll(Static(Content(LINES * 30)), can_focus=False)
            with Vertical(id="beside"):
                yield VerticalScroll(Static(Content("interest      some\n" * 14)), can_focus=False)
                yield VerticalScroll(Static(Content(LINES * 9)), can_focus=False)
            with Vertical(id="choosing"):
                yield OptionList(*(Option(Content(f"Choice {n}"), id=str(n)) for n in range(1, 5)))
                yield Static(Content(""), id="words")
        yield Footer()

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        self.query_one("#words", Static).update(Content(f"{event.option_id}: {LINES}"), layout=False)


if __name__ == "__main__":
    {"home": Home, "decision": Decision}[sys.argv[1]]().run()

"""Help: what the screen behind it is for, its keys, and the words it uses."""

import re
from collections.abc import Iterator
from typing import Any

from textual.screen import Screen

from game.printing.document import Block, Facts, Heading, Paragraph
from game.tui.reading import Reading

NAMES = {
    "escape": "Esc",
    "pageup": "Page Up",
    "up": "Up",
    "down": "Down",
    "home": "Home",
    "end": "End",
    "tab": "Tab",
    "shift+tab": "Shift+Tab",
}
EVERYWHERE = (
    ("?  F1", "this help"),
    ("Esc", "back"),
    ("Ctrl+P", "all commands, and the colours: light, dark, or those of the terminal"),
    ("Ctrl+Q", "leave the program; a game is kept after every answer"),
    ("Mouse", "options and the keys in the last line can be clicked"),
)


TABS = {"app.focus_next": "to the next part that takes keys", "app.focus_previous": "to the part before"}


class Help(Reading):
    """What a screen is for."""

    HELP = "This is the help. Esc goes back."

    def __init__(self, screen: Screen[Any]) -> None:
        """Explain a screen."""
        super().__init__()
        self._of = screen

    def draw(self) -> None:
        """Show the help of the screen behind."""
        self.say("Help", re.sub(r"(?<=[a-z])[A-Z]", lambda m: f" {m[0].lower()}", type(self._of).__name__))
        super().draw()

    def blocks(self) -> Iterator[Block]:
        """Its text, its keys, and the keys of every screen."""
        for part in str(getattr(self._of, "HELP", "")).split("\n\n"):
            yield Paragraph(" ".join(part.split()))
        keys = tuple(_keys(self._of))
        if keys:
            yield Heading("Keys here", 3)
            yield Facts(keys)
        yield Heading("Keys everywhere", 3)
        yield Facts(EVERYWHERE)


def _keys(screen: Screen[Any]) -> Iterator[tuple[str, str]]:
    """The keys of a screen that have a description, each action once."""
    seen = {"help", "screen.copy_text"}
    for _, binding in screen._bindings:
        if binding.description and binding.action not in seen:
            seen.add(binding.action)
            if binding.action in TABS and len(screen.focus_chain) < 2:
                continue
            said = TABS.get(binding.action, binding.description)
            yield NAMES.get(binding.key, binding.key_display or binding.key), said

"""Words with their signs, as this terminal shows them."""

from game.debrief import wording
from game.sitting.symbols import SIGNS

squares = SIGNS.squares


def marked(word: str) -> str:
    """The word with its sign before it, if it has one."""
    return wording.marked(word, SIGNS)


def dotted(*parts: str) -> str:
    """Parts of a line with a sign between them; nothing for one that is empty."""
    return f" {SIGNS.bullet} ".join(filter(None, parts))

"""Words with their signs, as this terminal shows them."""

from game.sitting.symbols import SIGNS

marked, squares = SIGNS.marked, SIGNS.squares


def dotted(*parts: str) -> str:
    """Parts of a line with a sign between them; nothing for one that is empty."""
    return f" {SIGNS.bullet} ".join(filter(None, parts))

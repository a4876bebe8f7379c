"""Words with their signs: the word alone is enough, the sign alone never stands."""

from game.debrief.wording import spoken
from game.rules.words import OFFER_RECEPTIONS, RECEPTIONS
from game.sitting.symbols import SIGNS

_SIGN = dict(zip((*RECEPTIONS, *OFFER_RECEPTIONS), (*SIGNS.receptions, *SIGNS.offers), strict=True))


def marked(word: str) -> str:
    """The word with its sign before it, if it has one."""
    sign = _SIGN.get(word, "")
    return f"{sign} {spoken(word)}".strip()


def dotted(*parts: str) -> str:
    """Parts of a line with a sign between them; nothing for one that is empty."""
    return f" {SIGNS.bullet} ".join(filter(None, parts))


def squares(value: int, most: int = 2) -> str:
    """A number as full and empty squares."""
    return SIGNS.full * value + SIGNS.empty * (most - value)

"""The few signs of paper and screen, and what stands for them where a terminal cannot show them.

A sign never stands alone: the word is beside it.
"""

from typing import NamedTuple

from game.rules.words import OFFER_RECEPTIONS, RECEPTIONS


class Symbols(NamedTuple):
    """One set of signs."""

    receptions: tuple[str, str, str, str]
    offers: tuple[str, str, str]
    full: str
    empty: str
    up: str
    down: str
    cursor: str
    bullet: str
    rule: str
    upright: str
    arrow: str
    more: str

    def of(self, word: str) -> str:
        """The sign of a reception; none for any other word."""
        signs = zip((*RECEPTIONS, *OFFER_RECEPTIONS), (*self.receptions, *self.offers), strict=True)
        return dict(signs).get(word, "")

    def squares(self, value: int, most: int = 2) -> str:
        """A number as full and empty squares."""
        return self.full * value + self.empty * (most - value)


UNICODE = Symbols(
    receptions=("○", "◔", "◑", "●"),
    offers=("✕", "~", "✓"),
    full="■",
    empty="□",
    up="▲",
    down="▼",
    cursor="▸",
    bullet="·",
    rule="─",
    upright="│",
    arrow="→",
    more="▾",
)
ASCII = Symbols(
    receptions=("( )", "(-)", "(=)", "(#)"),
    offers=("x", "~", "v"),
    full="#",
    empty=".",
    up="^",
    down="v",
    cursor=">",
    bullet="-",
    rule="-",
    upright="|",
    arrow="->",
    more="v",
)

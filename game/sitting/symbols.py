"""The few signs of the screens, and what stands for them where a terminal cannot show them.

A sign never stands alone: the word is beside it.
"""

import sys
from typing import NamedTuple


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


def fitting(encoding: str | None) -> Symbols:
    """The signs that an encoding can carry."""
    wanted = "".join("".join(part) for part in UNICODE)
    try:
        wanted.encode(encoding or "ascii")
    except (LookupError, UnicodeEncodeError):
        return ASCII
    return UNICODE


SIGNS = fitting(getattr(sys.__stderr__, "encoding", "utf-8"))
"""The signs in use. Textual writes to the original stderr, so its encoding decides."""

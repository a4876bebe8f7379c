"""The signs that this terminal can show."""

import sys

from game.rules.symbols import ASCII, UNICODE, Symbols


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

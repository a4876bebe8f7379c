"""Numbers as a reader sees them, in every face and on paper."""

import re

MINUS = "−"


def signed(number: int) -> str:
    """A change: a plus or a true minus before it; nothing before 0."""
    return f"+{number}" if number > 0 else number_of(number)


def number_of(number: int) -> str:
    """A number, with a true minus where it is below 0."""
    return f"{MINUS}{-number}" if number < 0 else str(number)


def with_minus(text: str) -> str:
    """A text from a theory or a table, with a true minus before its numbers."""
    return re.sub(r"(?<!\w)-(?=\d)", MINUS, text)


def so_many(number: int, thing: str, things: str = "") -> str:
    """So many of something: 1 minute, 2 minutes."""
    return f"{number_of(number)} {thing if abs(number) == 1 else things or f'{thing}s'}"

"""What a command says, as tests look at it."""

from collections.abc import Callable
from typing import NamedTuple


class Said(NamedTuple):
    """What came of a command."""

    status: int
    out: str
    err: str


Command = Callable[..., Said]

"""``new``: a case to start from."""

from argparse import Namespace
from pathlib import Path

from game.authoring.start import start_of
from game.printing.putting import put
from game.reading.characters import clean
from game.scenario.names import ID
from game.talk import EXISTS, NOT_AN_ID, Refused, Status, written


def new(asked: Namespace) -> int:
    """Write a new case into the folder one stands in, or to the file that is named."""
    if not ID.fullmatch(asked.case):
        raise Refused(NOT_AN_ID.format(name=asked.case))
    path: Path = asked.output or Path(f"{asked.case}.yaml")
    try:
        put(path, start_of(asked.case, clean(asked.title or "")).encode(), over=asked.force)
    except FileExistsError:
        raise Refused(EXISTS.format(path=path)) from None
    written(path)
    return Status.DONE

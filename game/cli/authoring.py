"""``new`` and ``schema``: a case to start from, and what an editor needs to help with it."""

from argparse import Namespace
from pathlib import Path

from game.authoring.schema import scenario_schema
from game.authoring.schema_cases import cases_schema
from game.authoring.shapes import as_text
from game.authoring.start import start_of
from game.printing.putting import put
from game.reading.characters import clean
from game.reading.names import ID
from game.talk import EXISTS, NOT_AN_ID, Refused, Status, written

STDOUT = Path("-")


def new(asked: Namespace) -> int:
    """Write a new case into the folder one stands in, or to the file that is named."""
    if not ID.fullmatch(asked.case):
        raise Refused(NOT_AN_ID.format(name=asked.case))
    text = start_of(asked.case, clean(asked.title or ""))
    if asked.output == STDOUT:
        print(text, end="")
        return Status.DONE
    return _write(asked.output or Path(f"{asked.case}.yaml"), text, over=asked.force)


def schema(asked: Namespace) -> int:
    """The JSON Schema of a scenario file, or of a file of coded cases: to stdout, or to the file that is named."""
    text = as_text(cases_schema() if asked.cases else scenario_schema())
    if asked.output in (None, STDOUT):
        print(text, end="")
        return Status.DONE
    return _write(asked.output, text, over=asked.force)


def _write(path: Path, text: str, *, over: bool) -> int:
    try:
        put(path, text.encode(), over=over)
    except FileExistsError:
        raise Refused(EXISTS.format(path=path)) from None
    written(path)
    return Status.DONE

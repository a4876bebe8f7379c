"""What the tests of the printouts share.

The golden files are written by the program and judged by a person. To rewrite them, and then read the diff:

    UPDATE_GOLDEN=1 pytest tests/printing
"""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

GOLDEN = Path(__file__).parent / "golden"


@pytest.fixture
def golden() -> Callable[[str, str], None]:
    """Compare a printout with the file of that name, or rewrite the file when asked to."""

    def compare(name: str, printed: str) -> None:
        file = GOLDEN / name
        if os.environ.get("UPDATE_GOLDEN"):
            GOLDEN.mkdir(exist_ok=True)
            file.write_text(printed, encoding="utf-8", newline="\n")
        assert printed == file.read_text(encoding="utf-8"), "rewrite with UPDATE_GOLDEN=1 if this is meant"

    return compare

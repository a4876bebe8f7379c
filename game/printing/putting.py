"""Puts a printout on disk: never over a file that is there unless told so, and never half."""

import os
from collections.abc import Iterator
from contextlib import suppress
from itertools import count
from pathlib import Path

ENDS = {"text": ".txt", "md": ".md", "html": ".html", "pdf": ".pdf"}
"""How a file of each format is called."""


def format_of(path: Path) -> str:
    """The format that a file's name asks for; text where it asks for none."""
    return next((how for how, end in ENDS.items() if path.suffix.lower() == end), "text")


def put(path: Path, data: bytes, *, over: bool = False) -> None:
    """Write a file. Raises FileExistsError if it is there and must not be written over, OSError if it cannot be."""
    if over and path.is_file():
        _replace(path, data)
    elif over and path.exists():  # a device or a pipe takes what it is given
        path.write_bytes(data)
    else:
        _make(path, data)


def put_beside(folder: Path, stem: str, end: str, data: bytes) -> Path:
    """Write a file under the first name that is not taken; the path it got."""
    for path in _names(folder, stem, end):
        with suppress(FileExistsError):
            _make(path, data)
            return path
    raise AssertionError("names never end")


def free_beside(folder: Path, stem: str, end: str) -> Path:
    """The first name that is not taken."""
    return next(path for path in _names(folder, stem, end) if not path.exists())


def _names(folder: Path, stem: str, end: str) -> Iterator[Path]:
    yield folder / f"{stem}{end}"
    yield from (folder / f"{stem}-{number}{end}" for number in count(2))


def _make(path: Path, data: bytes) -> None:
    """Make a new file; what a full disk took of it is removed again."""
    with path.open("xb") as file:
        try:
            file.write(data)
            file.flush()
        except OSError:
            with suppress(OSError):
                file.close()
            with suppress(OSError):
                path.unlink()
            raise


def _replace(path: Path, data: bytes) -> None:
    """Write beside the old file and then put the new one in its place: a full disk leaves the old one as it was."""
    beside = path.with_name(f"{path.name}.{os.getpid()}.new")
    _make(beside, data)
    beside.replace(path)

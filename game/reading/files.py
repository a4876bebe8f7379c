"""Opens files that people write, and refuses what is no such file before any of it is read."""

import hashlib
import stat
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from game.reading.characters import with_plain_ends
from game.reading.diagnostics import Faults, Place
from game.reading.places import Value, place_in, read_text

MOST_BYTES = 1_000_000
"""Thirty times the longest scenario. One of 5 MB would keep the parser busy for two seconds."""


@dataclass(frozen=True, slots=True)
class Document:
    """What a file says, and the digest by which a save knows whether it still says so."""

    root: Value
    digest: str


def read_file(path: Path, faults: Faults) -> Document | None:
    """The one document of a file; None, with the reason among the faults, if there is none to be had."""
    text = text_of_file(path, faults)
    if text is None:
        return None
    root = read_text(text, str(path), faults)
    return None if root is None else Document(root, digest(text))


def text_of_file(path: Path, faults: Faults) -> str | None:
    """What a file says, before any of it is understood; None, with the reason among the faults, if it is no text."""
    data = bytes_of(path, faults)
    return None if data is None else decoded(data, str(path), faults)


def is_there(path: Path) -> bool:
    """Whether there is a file or folder; no where one may not look, instead of an exception."""
    return _looked(path.exists)


def is_folder(path: Path) -> bool:
    """Whether there is a folder; no where one may not look, instead of an exception."""
    return _looked(path.is_dir)


def is_plain_file(path: Path) -> bool:
    """Whether there is an ordinary file; no where one may not look, instead of an exception."""
    return _looked(path.is_file)


def leads_out(folder: Path, path: Path) -> bool:
    """Whether a file of a folder is a link to somewhere else: a pack must not open files of whoever reads it."""
    try:
        return not path.resolve().is_relative_to(folder.resolve())
    except (OSError, RuntimeError):  # a link that leads to itself
        return True


def _looked(look: Callable[[], bool]) -> bool:
    try:
        return look()
    except OSError:
        return False


def digest(text: str) -> str:
    """SHA-256 of a text, first twelve hex digits; the same on every system, whatever its line ends."""
    return hashlib.sha256(with_plain_ends(text).encode()).hexdigest()[:12]


def bytes_of(path: Path, faults: Faults, most: int = MOST_BYTES) -> bytes | None:
    """The content of an ordinary file that is not too large. A pipe would never end, so it is not opened."""
    place = Place(str(path))
    try:
        status = path.stat()
        if refusal := _refusal(status.st_mode, status.st_size, most):
            faults.error(place, *refusal)
            return None
        with path.open("rb") as file:
            return file.read(most)
    except (OSError, ValueError) as error:
        faults.error(place, "cannot-open", _reason(error))
    return None


def _refusal(mode: int, size: int, most: int) -> tuple[str, str, str] | None:
    """Code, message and what was expected, if this is nothing to be opened."""
    if stat.S_ISDIR(mode):
        return "not-a-file", "this is a folder", "a YAML file"
    if not stat.S_ISREG(mode):
        return "not-a-file", "this is no ordinary file", "a YAML file"
    if size > most:
        return "too-large", f"the file has {size / 1e6:.1f} MB", f"at most {most / 1e6:.0f} MB"
    return None


def _reason(error: OSError | ValueError) -> str:
    if isinstance(error, FileNotFoundError):
        return "there is no such file"
    if isinstance(error, PermissionError):
        return "you may not read this file"
    reason = error.strerror if isinstance(error, OSError) else str(error)
    return f"the file cannot be opened: {reason}"


def decoded(data: bytes, file: str, faults: Faults) -> str | None:
    """The text of a file, with plain line ends; None, with the reason among the faults, if it is no UTF-8."""
    try:
        return with_plain_ends(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        before = with_plain_ends(data[: error.start].decode("utf-8", "replace"))
        place = place_in(before, len(before), file)
        faults.error(place, "not-utf-8", "the file is not UTF-8 text", "a file saved as UTF-8")
    return None

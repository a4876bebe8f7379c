"""The file under a text that is being written: read, saved whole or not at all, and kept safe between two saves.

What is typed goes every few seconds to a file beside it, ``.my-case.yaml.unsaved``; a save removes it. Whoever else
writes to the file meanwhile is noticed.
"""

from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from game.authoring.start import start_of
from game.printing.putting import put
from game.reading.characters import HARMFUL
from game.reading.diagnostics import Faults, Unreadable
from game.reading.files import bytes_of, decoded
from game.reading.names import ID
from game.saves.file_names import file_name

BYTE_ORDER_MARK = b"\xef\xbb\xbf"
NEW_ID = "my-case"
Stamp = tuple[int, int] | None
"""When a file was last written to, and its size; None if there is none."""


class Found(NamedTuple):
    """What a file holds: its text, fit to be shown, and how many harmful characters of it are left out."""

    text: str
    harmful: int = 0


class Left(NamedTuple):
    """Text that was not saved when a program ended, and when it was kept."""

    text: str
    when: str


class Draft:
    """A file that is, or will be, a case, while somebody writes it."""

    def __init__(self, path: Path) -> None:
        """Open a file; one that is not there is made by the first save. Raises Unreadable."""
        self.path = path
        self.new = not path.exists()
        self.saved = ""
        """The text as the file has it."""
        self._mark, self._ends = b"", "\n"
        self._stamp: Stamp = None
        self._kept: str | None = None
        self.opened = Found("") if self.new else self.read()

    @property
    def beside(self) -> Path:
        """Where unsaved text is kept."""
        return self.path.with_name(f".{self.path.name}.unsaved")

    def read(self) -> Found:
        """The text as it now is on disk. Raises Unreadable."""
        faults = Faults()
        stamp = self._now()
        data = bytes_of(self.path, faults)
        text = None if data is None else decoded(data, str(self.path), faults)
        if text is None or data is None:
            raise Unreadable(faults.listed())
        self._mark = BYTE_ORDER_MARK if data.startswith(BYTE_ORDER_MARK) else b""
        self._ends = "\r\n" if b"\r\n" in data else "\n"
        self._stamp, self.new = stamp, False
        self.saved = text
        return Found(*HARMFUL.subn(" ", text))

    def save(self, text: str) -> None:
        """Write the text, whole or not at all; what was kept beside it is then not needed. Raises OSError."""
        where = self.path.resolve()  # a link stays one
        put(where, self._mark + text.replace("\n", self._ends).encode(), over=where.exists())
        self.saved, self.new, self._stamp = text, False, self._now()
        self.forget()

    def unsaved(self, text: str) -> bool:
        """Would something be lost if nobody saved this text?"""
        return text != self.saved

    # --- whoever else writes to it ---------------------------------------------------------------------------

    def changed(self) -> bool:
        """Has somebody else written other text to the file, or removed it, since it was read or saved?"""
        now = self._now()
        if now == self._stamp:
            return False
        if now is not None and self._as_it_is() == self.saved:
            self._stamp = now
            return False
        return True

    def let_be(self) -> None:
        """Take note of what somebody else did to the file, and go on with one's own text."""
        self._stamp, self.saved = self._now(), self._as_it_is() or ""

    @property
    def gone(self) -> bool:
        """Is there no file any more?"""
        return self._now() is None

    def _as_it_is(self) -> str | None:
        data = bytes_of(self.path, Faults())
        return None if data is None else decoded(data, str(self.path), Faults())

    def _now(self) -> Stamp:
        try:
            stat = self.path.stat()
        except OSError:
            return None
        return stat.st_mtime_ns, stat.st_size

    # --- what is not saved yet -------------------------------------------------------------------------------

    def keep(self, text: str) -> None:
        """Keep a text beside the file until it is saved; none is kept of what is saved. Raises OSError."""
        if text == self._kept:
            return
        if not self.unsaved(text):
            self.forget()
        else:
            put(self.beside, text.encode(), over=self.beside.exists())
        self._kept = text

    def forget(self) -> None:
        """Throw away what is kept beside the file."""
        self._kept = None
        with suppress(OSError):
            self.beside.unlink(missing_ok=True)

    def left(self) -> Left | None:
        """What was left unsaved here, if that is something else than the file has."""
        if not self.beside.is_file() or self.beside.is_symlink():
            return None
        faults = Faults()
        data = bytes_of(self.beside, faults)
        text = None if data is None else decoded(data, str(self.beside), faults)
        if text is None:
            return None
        if text == self.saved:
            self.forget()
            return None
        when = datetime.fromtimestamp(self.beside.stat().st_mtime)
        return Left(HARMFUL.sub(" ", text), f"{when:%d %B, %H:%M}".lstrip("0"))

    # --- a file that is not there ----------------------------------------------------------------------------

    def start(self) -> str:
        """A small complete case to start from, with an id that fits the name of the file."""
        return start_of(case_id(self.path))


def case_id(path: Path) -> str:
    """The id that a case in a file of this name has."""
    name = path.stem
    if not ID.fullmatch(name):
        name = file_name(name).lower()[:41].strip("-")
    return name if ID.fullmatch(name) else NEW_ID


__all__ = ["Draft", "Found", "Left", "case_id"]

"""A program in a pseudo-terminal: start it, wait for a text on its screen, press keys, time the repaint.

Knows nothing of the game. Standard library only, and only on systems that have pseudo-terminals.
"""

import fcntl
import os
import pty
import re
import select
import struct
import subprocess
import termios
import time
from collections.abc import Mapping, Sequence
from types import TracebackType
from typing import NamedTuple

ESCAPES = re.compile(
    rb"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|P[^\x1b]*\x1b\\|[()][0-9A-B]|[=>78cM])"
)
QUIET = 0.08
"""A screen that has been silent for so long has finished painting."""


class Repaint(NamedTuple):
    """Seconds from a key to the first byte of what it repaints, and to the last."""

    first: float
    whole: float


class NoPaint(RuntimeError):
    """The program ended, or did not paint in time."""


class Terminal:
    """One run of a program, as wide and high as the reference screen unless told otherwise."""

    def __init__(self, command: Sequence[str], env: Mapping[str, str], rows: int = 40, columns: int = 120) -> None:
        self.seen = b""
        self._ours, theirs = pty.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self.started = time.perf_counter()
        self._process = subprocess.Popen(
            command, stdin=theirs, stdout=theirs, stderr=theirs, env=env, start_new_session=True
        )
        os.close(theirs)

    def __enter__(self) -> "Terminal":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._process.kill()
        self._process.wait()
        os.close(self._ours)

    def first_paint(self, mark: str, limit: float = 20.0) -> float:
        """Seconds from the start until the text stands on the screen."""
        wanted = mark.encode()
        while wanted not in ESCAPES.sub(b"", self.seen):
            if not self._read(self.started + limit - time.perf_counter()):
                raise NoPaint(f"{mark!r} was not painted: {self.text()[-200:]!r}")
        return time.perf_counter() - self.started

    def press(self, keys: str, limit: float = 5.0) -> Repaint:
        """Press keys on a still screen, and wait until it is still again."""
        self.settle()
        pressed = time.perf_counter()
        os.write(self._ours, keys.encode())
        if not self._read(limit):
            raise NoPaint(f"no repaint after {keys!r}: {self.text()[-200:]!r}")
        first = time.perf_counter()
        return Repaint(first - pressed, max(self.settle(), first) - pressed)

    def settle(self) -> float:
        """Wait until nothing more is painted; when the last of it came, 0 if nothing did."""
        last = 0.0
        while self._read(QUIET):
            last = time.perf_counter()
        return last

    def text(self) -> str:
        """What was painted, without colours and places."""
        return ESCAPES.sub(b"", self.seen).decode(errors="replace")

    def _read(self, limit: float) -> bool:
        """Take what the program wrote; False if nothing came in time or it has ended."""
        ready, _, _ = select.select([self._ours], [], [], max(limit, 0))
        if not ready:
            return False
        try:
            got = os.read(self._ours, 65536)
        except OSError:  # Linux: the program has ended
            return False
        self.seen += got
        return bool(got)

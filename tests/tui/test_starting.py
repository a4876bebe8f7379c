"""The program in a real terminal: what it loads, what it leaves behind, what a killed one loses."""

import os
import pty
import select
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

LOADED = "import sys, game.tui.app; print([m for m in sys.modules if m.startswith({prefixes})])"


def loaded(*prefixes: str) -> str:
    command = LOADED.format(prefixes=prefixes)
    return subprocess.run([sys.executable, "-c", command], capture_output=True, text=True, check=True).stdout.strip()


class Terminal:
    """A program in a terminal of 80 by 24."""

    def __init__(self, saves: Path) -> None:
        self.seen, self.keys, theirs = b"", *pty.openpty()
        env = os.environ | {"TERM": "xterm-256color", "LINES": "24", "COLUMNS": "80"}
        self.process = subprocess.Popen(
            [sys.executable, "-m", "game", "--saves", str(saves)], stdin=theirs, stdout=theirs, stderr=theirs, env=env
        )
        os.close(theirs)

    def wait_for(self, wanted: str, seconds: float = 30) -> None:
        """Read until something has been painted since the last key."""
        until, seen = time.monotonic() + seconds, b""
        while wanted.encode() not in seen and time.monotonic() < until:
            if select.select([self.keys], [], [], 0.2)[0]:
                try:
                    seen += os.read(self.keys, 65536)
                except OSError:  # it has ended
                    break
        self.seen += seen
        assert wanted.encode() in seen, seen[-2000:]

    def press(self, *keys: str) -> None:
        for key in keys:
            os.write(self.keys, key.encode())
            time.sleep(0.3)


@contextmanager
def terminal(saves: Path) -> Iterator[Terminal]:
    shown = Terminal(saves)
    try:
        yield shown
    finally:
        shown.process.kill()
        shown.process.wait()
        os.close(shown.keys)


def test_the_first_screen_is_painted_before_the_game_is_loaded() -> None:
    assert loaded("game.play", "game.scenario", "game.printing", "game.debrief", "yaml") == "[]"


def test_no_heavy_widget_is_loaded_for_the_first_screen() -> None:
    assert loaded("textual.widgets._markdown", "textual.widgets._text_area", "textual.widgets._data_table") == "[]"


def test_whoever_quits_finds_the_terminal_as_it_was(saves: Path) -> None:
    with terminal(saves) as shown:
        shown.wait_for("Play")
        shown.press("q")
        shown.wait_for("\x1b[?1049l")
        assert shown.process.wait(timeout=20) == 0
    assert not saves.exists()  # nothing was begun


def test_a_killed_program_has_lost_no_answer(saves: Path) -> None:
    with terminal(saves) as shown:
        shown.wait_for("Play")
        shown.press("\r")
        shown.wait_for("You play")
        shown.press("\r")
        shown.wait_for("interest")
        shown.press("1", "s", "o", "\r")
        shown.wait_for("go on")
        shown.process.send_signal(signal.SIGKILL)
    kept = next(saves.glob("*.yaml")).read_text(encoding="utf-8")
    assert "reason: so" in kept

"""Files that are made to hang, crash, hijack or flood: for the test of their refusal, and for the bench of its time.

Each is made in a folder of its own, which may hold the shared files of the tests. The code is the one that refuses it.
"""

import os
import shutil
import socket
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import NamedTuple

DATA = Path(__file__).parent / "data"
NAME = "small-case.yaml"


class Hostile(NamedTuple):
    """A file, and the code of the one line in which it is refused."""

    code: str
    make: Callable[[Path], Path]


def written(content: str | bytes) -> Callable[[Path], Path]:
    def make(folder: Path) -> Path:
        path = folder / NAME
        path.write_bytes(content.encode("utf-8", "surrogatepass") if isinstance(content, str) else content)
        return path

    return make


def spoilt(old: str, new: str) -> Callable[[Path], Path]:
    """A sound case with one thing wrong in it."""

    def make(folder: Path) -> Path:
        shutil.copytree(DATA / "common", folder / "common")
        text = (DATA / NAME).read_text(encoding="utf-8")
        assert old in text
        return written(text.replace(old, new, 1))(folder)

    return make


def folder_itself(folder: Path) -> Path:
    (folder / NAME).mkdir()
    return folder / NAME


def pipe(folder: Path) -> Path:
    os.mkfifo(folder / NAME)
    return folder / NAME


def loop(folder: Path) -> Path:
    (folder / NAME).symlink_to(folder / NAME)
    return folder / NAME


def ear(folder: Path) -> Path:
    path = folder / "s.yaml"
    with socket.socket(socket.AF_UNIX) as bound:
        bound.bind(str(path))
    return path


def bomb() -> str:
    """Nine levels of nine aliases each: 387 million values, were they followed."""
    levels = "".join(f"a{n + 1}: &a{n + 1} [{', '.join([f'*a{n}'] * 9)}]\n" for n in range(9))
    return f"a0: &a0 [lol]\n{levels}"


TITLE = "title: The Harbour Lights"

HOSTILE = {
    "alias bomb": Hostile("alias", written(bomb())),
    "alias to itself": Hostile("alias", written("a: &a [*a]\n")),
    "merge key": Hostile("alias", written("a: &a {b: c}\nd:\n  <<: *a\n")),
    "50,000 brackets": Hostile("too-deep", written("[" * 50_000)),
    "50,000 braces": Hostile("too-deep", written("{a: " * 50_000)),
    "50,000 dashes": Hostile("too-deep", written("- " * 50_000)),
    "a thousand steps": Hostile("too-deep", written("\n".join(" " * n + "a:" for n in range(1_000)))),
    "5 MB": Hostile("too-large", written(b"- a\n" * 1_250_000)),
    "half a million commas": Hostile("too-many", written("[" + "a," * 480_000 + "]")),
    "ninety thousand keys": Hostile("too-many", written("".join(f"k{n}: 1\n" for n in range(90_000)))),
    "tag that runs code": Hostile("tag", written("!!python/object/apply:os.system ['touch made']\n")),
    "tag that loads code": Hostile("tag", written("a: !!python/name:os.system\nb: !!python/module:os\n")),
    "tag of a value": Hostile("tag", spoilt("frustration: 2", "frustration: !!int 2")),
    "sixty thousand directives": Hostile("directive", written("%TAG !a! tag:x\n" * 60_000 + "--- a")),
    "control character": Hostile("control-character", spoilt(TITLE, "title: The \x1b]52;c;eA")),
    "control character in a code": Hostile("control-character", spoilt(TITLE, 'title: "\\e]52;c;eA"')),
    "text that runs backwards": Hostile("control-character", spoilt(TITLE, "title: The \u202eyrubraH")),
    "a screen of commands": Hostile("not-text", written("\x1b[2J" * 200_000)),
    "NUL": Hostile("not-text", written(b"\0" * 500_000)),
    "random bytes": Hostile("not-utf-8", written(Random(1).randbytes(300_000))),
    "picture": Hostile("not-utf-8", written(b"\x89PNG\r\n\x1a\n" + Random(2).randbytes(9_000))),
    "UTF-16": Hostile("not-utf-8", written(f"{TITLE}\n".encode("utf-16"))),
    "surrogates": Hostile("not-utf-8", written("title: \ud800\n")),
    "huge key": Hostile("long-key", written(f"? {'k' * 400_000}\n: a\n")),
    "huge key in quotes": Hostile("long-key", spoilt(TITLE, f"'{'k' * 900}': a\n{TITLE}")),
    "duplicate key": Hostile("twice", spoilt(TITLE, f"{TITLE}\ntitle: Another")),
    "a list for a key": Hostile("no-key", spoilt(TITLE, f"{TITLE}\n? [a, b]\n: c")),
    "second document": Hostile("second-document", spoilt("history:\n", "---\nhistory:\n")),
    "a hundred thousand documents": Hostile("second-document", written("--- a\n" * 100_000)),
    "directory": Hostile("no-scenarios", folder_itself),
    "pipe": Hostile("not-a-file", pipe),
    "socket": Hostile("not-a-file", ear),
    "device": Hostile("not-a-file", lambda _: Path("/dev/zero")),
    "nothing there": Hostile("cannot-open", lambda folder: folder / "nowhere.yaml"),
    "link to itself": Hostile("cannot-open", loop),
    "name with a NUL": Hostile("cannot-open", lambda folder: folder / "no\0where.yaml"),
    "empty": Hostile("empty-file", written("")),
    "comments only": Hostile("empty-file", written("# nothing\n" * 90_000)),
}

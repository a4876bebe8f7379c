"""Reads the guide for authors: its blocks, and what the comment above each says is to be done with it.

    <!-- before: LINE -->       the block goes above the first line of the case that begins so
    <!-- instead of: LINE -->   the block takes the place of that line
    <!-- file: PATH -->         the block is a whole file, beside the case
    <!-- from: PATH -->         the block stands in that file of the project
    <!-- says: COMMAND -->      the block is what the command prints
    <!-- shows: COMMAND -->     each part of the block, between empty lines, stands in what the command prints
    <!-- warns: yes|no -->      the block is, or is not, a warning of the case as it stands
    <!-- keys of: WHAT -->      the table below has every key that the reader asks of it, and no other

Each section of the guide begins with a fresh case; within one, a block is laid over what the last one left.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from game.authoring.start import start_of

ROOT = Path(__file__).resolve().parents[2]
GUIDE = (ROOT / "docs/authoring.md").read_text(encoding="utf-8")
BLOCK = re.compile(
    r"(?:^<!-- (?P<how>[a-z ]+): (?P<what>[^\n]*) -->\n)?^```(?P<kind>\w+)\n(?P<text>.*?)^```$",
    re.MULTILINE | re.DOTALL,
)
TABLE = re.compile(r"^<!-- keys of: (.*) -->\n((?:\|.*\n)+)", re.MULTILINE)
CASE = "my-case.yaml"


class Block(NamedTuple):
    """A block of the guide, and what is to be done with it."""

    kind: str
    how: str
    what: str
    text: str


def sections() -> dict[str, list[Block]]:
    """The blocks of each section, by its heading."""
    parts = re.split(r"^## (.*)\n", GUIDE, flags=re.MULTILINE)
    return {head: list(_blocks(text)) for head, text in zip(parts[1::2], parts[2::2], strict=True)}


def _blocks(text: str) -> Iterator[Block]:
    for found in BLOCK.finditer(text):
        yield Block(found["kind"], found["how"] or "", found["what"] or "", found["text"])


def tables_of_keys() -> dict[str, set[str]]:
    """What the reader calls a table, and the keys that the guide gives it."""
    return {what: set(_keys(rows)) for what, rows in TABLE.findall(GUIDE)}


def _keys(rows: str) -> Iterator[str]:
    for row in rows.splitlines()[2:]:
        yield from re.findall(r"`([a-z_]+)`", row.split("|")[1])


@dataclass
class Desk:
    """A folder with a new case in it, on which the blocks of one section are tried."""

    folder: Path

    def __post_init__(self) -> None:
        """Begin with what `new` writes."""
        self.path.write_text(start_of("my-case"), encoding="utf-8")
        (self.folder / "scenarios").symlink_to(ROOT / "scenarios")

    @property
    def path(self) -> Path:
        """The case."""
        return self.folder / CASE

    def lay(self, block: Block) -> None:
        """Write a block where its comment says."""
        if block.how == "file":
            path = self.folder / block.what
            path.parent.mkdir(exist_ok=True)
            path.write_text(block.text, encoding="utf-8")
            return
        lines = self.path.read_text(encoding="utf-8").splitlines(keepends=True)
        at = next((i for i, line in enumerate(lines) if line.startswith(block.what)), None)
        assert at is not None, f"no line of the case begins with {block.what!r}"
        lines[at : at + (block.how == "instead of")] = [block.text]
        self.path.write_text("".join(lines), encoding="utf-8")

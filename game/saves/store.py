"""Games on disk: one readable file a game, a line an answer, appended and flushed as it is given.

A save is a header and a list of moves, nothing else. How such a file reads stands in :mod:`game.saves.save_file`;
how one is read back and played again, in :mod:`game.saves.reopened`.
"""

import os
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from itertools import chain, count
from pathlib import Path

from game import __version__
from game.play.course import Course
from game.play.game import Game
from game.reading.characters import clean
from game.rules.theory import Theory
from game.saves.file_names import file_name
from game.saves.reopened import Opened, Saved, Shelf, read_game, read_pages, summary
from game.saves.save_file import Header, entry_text, header_text
from game.scenario.model import Scenario

ENDING = ".yaml"
OWN_WORDS = ".own-words.txt"
"""The ending of the file beside a game that holds the player's own account of it."""


class NotKept(OSError):
    """The last answers could not be written; they are kept in memory and tried again with the next."""


class Store:
    """A folder of games."""

    def __init__(self, folder: Path) -> None:
        """Use a folder; it is made when the first game begins."""
        self.folder = folder
        self.latest: Path | None = None
        """The file of the game that was begun or opened last: what to name if the program comes to harm."""
        self._courses: dict[tuple[str, str], Course] = {}

    def begin(self, game: Game, today: str) -> "Record":
        """Begin the file of a game and write what has been played of it. Raises NotKept if that cannot be."""
        header = header_of(game, today)
        path, size = self._created(header)
        self.latest = path
        record = Record(self, path, header, Written(0, size, size))
        record.keep(game)
        return record

    def _created(self, header: Header) -> tuple[Path, int]:
        """A new file with a header. Two games that begin at once get two: a name is taken by making the file."""
        text = header_text(header).encode()
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            for path in self._names(header):
                with suppress(FileExistsError):
                    _make(path, text)
                    return path, len(text)
        except OSError as error:
            reason = "this is no folder" if self.folder.is_file() else error.strerror or error
            raise NotKept(f"{self.folder}: no game can be kept here ({reason})") from error
        raise AssertionError("names never end")

    def _names(self, header: Header) -> Iterator[Path]:
        stem = file_name(header.begun, header.scenario, header.role)
        numbers = chain([""], (f"-{n}" for n in count(2)))
        return (self.folder / f"{stem}{number}{ENDING}" for number in numbers)

    def list(self, shelf: Shelf, theory: Theory) -> list[Saved]:
        """The games of the folder, the one played last first; files that are no games are passed over."""
        times = {path: when for path in self.folder.glob(f"*{ENDING}") if (when := _changed(path)) is not None}
        paths = sorted(times, key=lambda path: (-times[path], path.name))

        return [saved for path in paths if (saved := summary(path, shelf, theory, self._course))]

    def _course(self, scenario: Scenario, theory: Theory) -> Course:
        """The course of a case under a theory; made once a sitting."""
        key = scenario.digest or scenario.id, theory.digest
        if key not in self._courses:
            self._courses[key] = Course.of(scenario, theory)
        return self._courses[key]

    def delete(self, path: Path) -> None:
        """Delete a game and what stands beside it. Raises OSError; nothing but saves of this folder is ever touched."""
        if path.suffix != ENDING or path.resolve().parent != self.folder.resolve():
            raise PermissionError(f"{path}: this is no game of {self.folder}")
        path.unlink()
        path.with_suffix(OWN_WORDS).unlink(missing_ok=True)

    def read(self, path: Path, shelf: Shelf, theory: Theory, *, instead: bool = False) -> Opened:
        """Read a game back as far as it goes (:func:`read_game`); writes nothing. Raises Unreadable."""
        return read_game(path, shelf, theory, instead=instead)

    def go_on(self, path: Path, opened: Opened) -> "Record":
        """The record to go on with: the same file, or a new one beside a file that must not be written over."""
        if not opened.intact:
            return self.begin(opened.game, opened.header.begun)
        self.latest = path
        return Record(self, path, opened.header, Written(opened.kept, opened.whole, opened.size, opened.ended))


@dataclass(slots=True)
class Written:
    """How far a file is written."""

    entries: int
    size: int
    """Of how many bytes the header and the entries are."""
    seen: int | None
    """Of how many bytes the file is; None where nobody knows, because writing broke off."""
    ended: bool = True
    """The last line has its line end."""


class Record:
    """The file of one game, open for what comes."""

    def __init__(self, store: Store, path: Path, header: Header, written: Written) -> None:
        """Go on with a file as far as it is written."""
        self.store, self.path, self.header, self._written = store, path, header, written
        self.moved = ""
        """What is to be said if the game had to go on in another file."""

    def keep(self, game: Game) -> None:
        """Write every entry of the game that is not written yet. Raises NotKept; nothing is lost by it."""
        if self._written.entries >= len(game.entries):
            return
        if not self._is_ours():
            self._move(game)
            return
        turns = {id(turn.chose): turn for turn in game.turns}
        entries = game.entries[self._written.entries :]
        self._append("".join(entry_text(entry, turns.get(id(entry))) for entry in entries).encode())
        self._written.entries = len(game.entries)

    def _is_ours(self) -> bool:
        """Is the file as we left it? Another program may have gone on with it, or somebody deleted it."""
        try:
            return self._written.seen in (None, self.path.stat().st_size)
        except FileNotFoundError:
            return False
        except OSError:
            return True  # writing will say what is wrong

    def _move(self, game: Game) -> None:
        """Go on in a new file that holds the whole game. Raises NotKept if it cannot be written."""
        left, fresh = self.path, self.store.begin(game, self.header.begun)
        self.path, self.header, self._written = fresh.path, fresh.header, fresh._written
        self.moved = f"{left} was changed or removed by another program; the game goes on in {self.path}"

    def _append(self, data: bytes) -> None:
        """Append whole lines after the last whole one: what a full disk cut off is overwritten."""
        written = self._written
        data = data if written.ended else b"\n" + data
        try:
            with self.path.open("r+b") as file:
                written.seen = None
                file.truncate(written.size)
                file.seek(written.size)
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
        except OSError as error:
            reason = error.strerror or error
            raise NotKept(f"{self.path}: the last answers could not be written ({reason})") from error
        written.size, written.ended = written.size + len(data), True
        written.seen = written.size


def own_words_of(path: Path) -> str:
    """What the player wrote about a game, as it is kept beside its file; empty if nothing is."""
    try:
        return path.with_suffix(OWN_WORDS).read_text(encoding="utf-8", errors="replace")
    except (OSError, ValueError):
        return ""


def header_of(game: Game, today: str) -> Header:
    """The header of a game."""
    course = game.course
    return Header(
        scenario=course.scenario.id,
        role=game.role,
        opponent=game.opponent,
        seed=game.seed,
        player=clean(game.player),
        digest=course.scenario.digest,
        theory=course.theory.id,
        theory_digest=course.theory.digest,
        version=__version__,
        begun=today,
        predictions=game.learned,
    )


def _make(path: Path, text: bytes) -> None:
    """Make a new file. Raises FileExistsError if there is one; leaves nothing behind where the disk is full."""
    try:
        with path.open("xb") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
    except FileExistsError:
        raise
    except OSError:
        with suppress(OSError):
            path.unlink()
        raise


def _changed(path: Path) -> float | None:
    """When a file was last written to; None if it is gone."""
    try:
        return path.stat().st_mtime
    except OSError:
        return None


__all__ = [
    "Header",
    "NotKept",
    "Opened",
    "Record",
    "Saved",
    "Store",
    "own_words_of",
    "read_game",
    "read_pages",
    "summary",
]

"""Games on disk: one readable file a game, a line an answer, appended and flushed as it is given.

A save is a header and a list of moves, nothing else; loading it is replaying it. Whatever can be read is kept: a
torn last line is dropped and said, and where a scenario has changed the game goes as far as it still can.
"""

import json
import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple, Protocol

from game import __version__
from game.play.course import Course
from game.play.game import Chose, Drew, Entry, Game, HandedOver, NotPossible, Prediction, Turn, WentBack
from game.play.walk import ending_of
from game.reading.characters import clean
from game.reading.diagnostics import Diagnostic, Faults, Place, Unreadable
from game.reading.files import bytes_of
from game.reading.forms import Form
from game.reading.places import read_text
from game.rules.theory import Theory
from game.rules.words import CAPITALS
from game.scenario.model import Decision, Scenario

FORMAT = 1
HEAD = "# Two Capitals: one game, one line an answer. Loading it is replaying it.\n"
MOVES = "moves:"
FOLDER = "saves"


class NotKept(OSError):
    """The last answers could not be written; they are kept in memory and tried again with the next."""


class Shelf(Protocol):
    """Where scenarios come from."""

    def get(self, name: str) -> Scenario:
        """A scenario by id; KeyError if there is none, Unreadable if it has faults."""
        ...


class Header(NamedTuple):
    """What stands above the moves."""

    scenario: str
    role: str
    opponent: str = "history"
    seed: int = 0
    player: str = ""
    digest: str = ""
    theory: str = "paradox"
    theory_digest: str = ""
    version: str = ""
    begun: str = ""
    predictions: bool = True


class Saved(NamedTuple):
    """A game in the list of games."""

    path: Path
    header: Header
    moves: int
    over: bool
    line: str
    """Where it stands, in one line."""


class Opened(NamedTuple):
    """A game read back: how far it goes, the record to go on with, and what is to be said about it."""

    game: Game
    header: Header
    notices: tuple[str, ...]
    kept: int
    """How many entries the file holds that were read, and of how many bytes they are."""
    whole: int
    intact: bool
    """Everything in the file was read and replayed; if not, it must not be written over."""


# --- writing -------------------------------------------------------------------------------------------------


def _word(value: str) -> str:
    """A text as it stands in the file: quoted as JSON quotes it, which YAML reads alike."""
    return json.dumps(clean(value), ensure_ascii=False)


def _header_text(header: Header) -> str:
    lines = [f"format: {FORMAT}"]
    for key, value in header._asdict().items():
        written = ("yes" if value else "no") if isinstance(value, bool) else str(value)
        if isinstance(value, str):
            written = _word(value)
        lines.append(f"{key.replace('_', '-')}: {written}")
    return HEAD + "\n".join(lines) + f"\n{MOVES}\n"


def entry_text(entry: Entry, turn: Turn | None = None) -> str:
    """One entry as one line."""
    match entry:
        case Chose():
            pairs = _choice(entry, turn)
        case Drew():
            pairs = [("event", entry.event), ("leaked", "yes" if entry.leaked else "no")]
        case WentBack():
            pairs = [("back", entry.to)]
        case HandedOver():
            pairs = [("handed", entry.to)]
    return "- {" + ", ".join(f"{key}: {value}" for key, value in pairs) + "}\n"


def _choice(entry: Chose, turn: Turn | None) -> list[tuple[str, str]]:
    pairs = [("choose", entry.decision), ("by", entry.by), ("option", entry.option)]
    if entry.predicted:
        pairs.append(("expects", entry.predicted.expects))
        pairs.append(("because", "[" + ", ".join(entry.predicted.because) + "]"))
    if entry.reason:
        pairs.append(("reason", _word(entry.reason)))
    met = met_in(turn) if turn else ()
    return pairs + ([("reception", "[" + ", ".join(met) + "]")] if met else [])


def met_in(turn: Turn) -> tuple[str, ...]:
    """The receptions that were settled in a turn, in order."""
    return tuple(h.reception for h in turn.happened if h.reception)


class Record:
    """The file of one game, open for what comes."""

    def __init__(self, path: Path, header: Header, written: int, size: int) -> None:
        """Go on with a file of which ``size`` bytes are whole and hold ``written`` entries."""
        self.path, self.header, self._written, self._size = path, header, written, size

    def keep(self, game: Game) -> None:
        """Write every entry of the game that is not written yet. Raises NotKept; nothing is lost by it."""
        turns = {id(turn.chose): turn for turn in game.turns}
        text = "".join(entry_text(e, turns.get(id(e))) for e in game.entries[self._written :])
        if text:
            self._append(text.encode())
            self._written = len(game.entries)

    def _append(self, data: bytes) -> None:
        """Append whole lines after the last whole one: what a full disk cut off is overwritten."""
        try:
            with self.path.open("r+b") as file:
                file.truncate(self._size)
                file.seek(self._size)
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
        except OSError as error:
            raise NotKept(f"{self.path}: the last answers could not be written ({error.strerror or error})") from error
        self._size += len(data)


class Store:
    """A folder of games."""

    def __init__(self, folder: Path) -> None:
        """Use a folder; it is made when the first game begins."""
        self.folder = folder

    def begin(self, game: Game, today: str) -> Record:
        """Begin the file of a game. Raises NotKept if it cannot be made."""
        header = header_of(game, today)
        text = _header_text(header).encode()
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            path = self._fresh(f"{today}-{header.scenario}-{header.role}")
            with path.open("xb") as file:
                file.write(text)
        except OSError as error:
            raise NotKept(f"{self.folder}: no game can be kept here ({error.strerror or error})") from error
        record = Record(path, header, 0, len(text))
        record.keep(game)
        return record

    def _fresh(self, stem: str) -> Path:
        """A name that is not taken."""
        names = (f"{stem}.yaml", *(f"{stem}-{n}.yaml" for n in range(2, 10_000)))
        return next(path for path in (self.folder / name for name in names) if not path.exists())

    def list(self, shelf: Shelf, theory: Theory) -> list[Saved]:
        """The games of the folder, the one played last first; files that are no games are passed over."""
        try:
            paths = sorted(self.folder.glob("*.yaml"), key=lambda p: p.stat().st_mtime, reverse=True)
        except OSError:
            return []
        return [saved for path in paths if (saved := summary(path, shelf, theory))]

    def delete(self, saved: Path) -> None:
        """Delete a game. Raises OSError; never touches a file outside the folder."""
        if saved.resolve().parent == self.folder.resolve():
            saved.unlink()

    def read(self, path: Path, shelf: Shelf, theory: Theory) -> Opened:
        """Read a game back and go as far as it goes; writes nothing. Raises Unreadable if nothing can be read."""
        return read_game(path, shelf, theory)

    def go_on(self, path: Path, opened: Opened) -> Record:
        """The record to go on with: the same file, or a new one beside a file that must not be written over."""
        if opened.intact:
            return Record(path, opened.header, opened.kept, opened.whole)
        return self.begin(opened.game, opened.header.begun)


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


# --- reading -------------------------------------------------------------------------------------------------


@dataclass(slots=True)
class Pages:
    """A save as far as it could be read: header, entries, the bytes that are whole, what is wrong."""

    header: Header
    entries: list[Entry]
    whole: int
    notices: list[str]
    more: bool = False
    """Lines stand after one that cannot be read; they must not be written over."""


def read_pages(path: Path) -> Pages:
    """Read a save without playing it. Raises Unreadable if its header cannot be read.

    It is read as bytes, line by line: a file cut off in the middle of a letter is still a game up to there.
    """
    faults = Faults()
    data = bytes_of(path, faults)
    lines = data.splitlines(keepends=True) if data is not None else []
    above = next((i for i, line in enumerate(lines) if line.strip() == MOVES.encode()), len(lines))
    value = read_text(_decoded(lines[:above]), str(path), faults) if lines else None
    header = _header(Form(value, "the save", faults)) if value is not None and above < len(lines) else None
    if header is None or not header.scenario or header.role not in (*CAPITALS, "both"):
        raise Unreadable(faults.listed() or [_fault(path, "not-a-save", "this is not a game of Two Capitals")])
    pages = Pages(header, [], sum(map(len, lines[: above + 1])), [])
    _read_moves(lines[above + 1 :], above + 2, path, pages)
    return pages


def _decoded(lines: Sequence[bytes]) -> str:
    return b"".join(lines).decode("utf-8", "replace")


def _fault(path: Path, code: str, message: str) -> Diagnostic:
    faults = Faults()
    faults.error(Place(str(path)), code, message)
    return faults.listed()[0]


def _header(form: Form) -> Header:
    """The header; what is missing has a default, since a readable game is not refused."""
    seed = form.text("seed")
    return Header(
        scenario=form.text("scenario"),
        role=form.text("role"),
        opponent=form.text("opponent") or "history",
        seed=int(seed) if seed.lstrip("-").isdigit() else 0,
        player=form.text("player"),
        digest=form.text("digest"),
        theory=form.text("theory") or "paradox",
        theory_digest=form.text("theory-digest"),
        version=form.text("version"),
        begun=form.text("begun"),
        predictions=form.text("predictions") != "no",
    )


def _read_moves(lines: Sequence[bytes], first: int, path: Path, pages: Pages) -> None:
    """Read line after line, up to the first that cannot be read."""
    for number, line in enumerate(lines):
        entry = _entry(_decoded([line]), path) if line.endswith(b"\n") else None
        if entry is None and line.strip():
            pages.more = number + 1 < len(lines)
            pages.notices.append(_torn(path, first + number, pages.more))
            return
        pages.whole += len(line)
        pages.entries += [entry] if entry else []


def _torn(path: Path, line: int, more: bool) -> str:
    if more:
        return f"{path}:{line}: this line cannot be read; the game is kept up to it"
    return f"{path}:{line}: the last line is torn and was dropped"


def _entry(text: str, path: Path) -> Entry | None:
    """One line as an entry, or None if it is none."""
    faults = Faults()
    value = read_text(text.removeprefix("- "), str(path), faults)
    if faults.broken or value is None:
        return None
    form = Form(value, "a move", faults)
    make = next((make for key, make in _ENTRIES.items() if key in form), None)
    entry = make(form) if make else None
    return entry if not faults.listed() else None


def _chose(form: Form) -> Chose:
    expects = form.text("expects")
    because = tuple(_words(form, "because"))
    met = ", ".join(_words(form, "reception"))
    predicted = Prediction(expects, because) if expects else None
    return Chose(
        form.text("choose"),
        form.text("by"),
        form.text("option"),
        predicted,
        form.text("reason") if "reason" in form else "",
        met or None,
    )


def _words(form: Form, key: str) -> Iterator[str]:
    for item in form.items(key):
        yield str(getattr(item, "text", ""))


_ENTRIES: dict[str, Callable[[Form], Entry]] = {
    "choose": _chose,
    "event": lambda form: Drew(form.text("event"), form.yes_no("leaked")),
    "back": lambda form: WentBack(form.text("back")),
    "handed": lambda form: HandedOver(form.text("handed")),
}


def read_game(path: Path, shelf: Shelf, theory: Theory) -> Opened:
    """Read a game back and replay it as far as it goes. Raises Unreadable."""
    pages = read_pages(path)
    header = pages.header
    scenario = _scenario(path, header, shelf)
    course = Course.of(scenario, theory)
    start = Game(course, header.role, header.opponent, header.seed, header.player, learned=header.predictions)
    replayed = _replayed(start, pages.entries)
    notices = (*pages.notices, *_changed(header, scenario, theory), *replayed.notices)
    intact = replayed.whole and not pages.more
    return Opened(replayed.game, header, notices, len(pages.entries), pages.whole, intact)


def summary(path: Path, shelf: Shelf, theory: Theory) -> Saved | None:
    """A game for the list of games, or None if the file is none."""
    try:
        pages = read_pages(path)
    except Unreadable:
        return None
    header = pages.header
    moves = sum(isinstance(e, Chose) for e in pages.entries)
    try:
        course = Course.of(_scenario(path, header, shelf), theory)
    except Unreadable:
        return Saved(path, header, moves, False, "its scenario cannot be read here")
    game = _replayed(Game(course, header.role, header.opponent, header.seed), pages.entries).game
    return Saved(path, header, moves, game.over, _where(game))


def _where(game: Game) -> str:
    """Where a game stands, in one line."""
    item = game.waiting
    if item is None:
        return ending_of(game.course, game.position)
    return item.title if isinstance(item, Decision) else "chance speaks next"


def _scenario(path: Path, header: Header, shelf: Shelf) -> Scenario:
    try:
        return shelf.get(header.scenario)
    except KeyError:
        raise Unreadable([_fault(path, "no-scenario", f"its scenario {header.scenario!r} is not here")]) from None


def _changed(header: Header, scenario: Scenario, theory: Theory) -> Iterator[str]:
    if header.digest and scenario.digest and header.digest != scenario.digest:
        yield f"the scenario “{scenario.title}” has changed since this game was begun"
    if header.theory_digest and header.theory_digest != theory.digest:
        yield f"the theory “{theory.title}” has changed since this game was begun"


class Replayed(NamedTuple):
    """A game played again, what is to be said of it, and whether it went to its last line."""

    game: Game
    notices: tuple[str, ...]
    whole: bool


def _replayed(game: Game, entries: Sequence[Entry]) -> Replayed:
    """Play the entries again, up to the first that no longer comes up; name the first that comes out otherwise."""
    notices: tuple[str, ...] = ()
    for entry in entries:
        try:
            game = game.after(entry)
        except NotPossible as error:
            return Replayed(game, (*notices, f"{error}; the game is kept up to there"), False)
        notices = notices or _different(entry, game)
    return Replayed(game, notices, True)


def _different(entry: Entry, game: Game) -> tuple[str, ...]:
    """A reception that is another than when it was played."""
    if not isinstance(entry, Chose) or entry.reception is None:
        return ()
    now = ", ".join(met_in(game.turns[-1]))
    if now == entry.reception:
        return ()
    return (f"at {entry.decision} the reception is now {now or 'none'}; it was {entry.reception} when it was played",)


__all__ = [
    "FOLDER",
    "Header",
    "NotKept",
    "Opened",
    "Record",
    "Saved",
    "Store",
    "read_game",
    "read_pages",
    "summary",
]

"""A save read back and played again: as far as it goes, with a sentence for everything that is not as it was.

Nothing is refused that can be read. A torn last line is dropped and said; where a scenario has changed, the game
goes as far as it still can, and the first move that differs is named.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import NamedTuple, Protocol

from game.play.course import Course
from game.play.game import BOTH, DRAWN, PERSON, Chose, Drew, Entry, Game, NotPossible, WentBack
from game.play.walk import ending_of
from game.reading.diagnostics import Diagnostic, Faults, Place, Unreadable, nearest, quoted
from game.reading.files import bytes_of
from game.reading.places import Listing, Table, at
from game.rules.numbers import so_many
from game.rules.theory import Theory
from game.rules.words import CAPITALS, OPPONENTS
from game.saves.save_file import FORMAT, MOVES, Header, entry_in, header_in, met_in, pairs_in, texts_in, value_in
from game.scenario.model import Decision, Scenario
from game.theories.load import SHIPPED, shipped

MOST_BYTES = 50_000_000
"""A thousand of the longest games; whatever is larger is no game, and reading it would seem to hang."""
BYTE_ORDER_MARK = b"\xef\xbb\xbf"
OF_ONE = (*(name for name in OPPONENTS if name != PERSON), DRAWN)
"""Whom one person can face."""
LINE_ENDS = (b"\n", b"\r")


class Shelf(Protocol):
    """Where scenarios come from."""

    def get(self, name: str) -> Scenario:
        """A scenario by id; KeyError if there is none, Unreadable if it has faults."""
        ...


class Saved(NamedTuple):
    """A game in the list of games."""

    path: Path
    header: Header
    moves: int
    over: bool
    line: str
    """Where it stands, in one line."""
    playable: bool = True
    """Its scenario is here, so that it can be opened."""


class Opened(NamedTuple):
    """A game read back: how far it goes, what is to be said about it, and what there is to go on from."""

    game: Game
    header: Header
    notices: tuple[str, ...]
    kept: int
    """How many entries were read."""
    whole: int
    """Of how many bytes they and the header are."""
    size: int
    """Of how many bytes the file is; a torn last line makes the difference."""
    intact: bool
    """Everything in the file was read and replayed; if not, it must not be written over."""
    ended: bool = True
    """The last whole line has its line end."""


# --- reading -------------------------------------------------------------------------------------------------


@dataclass(slots=True)
class Pages:
    """A save as far as it could be read; nothing of it has been played."""

    path: Path
    header: Header = field(default_factory=lambda: Header("", ""))
    entries: list[Entry] = field(default_factory=list)
    whole: int = 0
    size: int = 0
    ended: bool = True
    more: bool = False
    """Something stands in it that was not read and must not be written over."""
    notices: list[str] = field(default_factory=list)

    @property
    def is_game(self) -> bool:
        """Is it known whose game of what it is?"""
        return bool(self.header.scenario) and self.header.role in (*CAPITALS, BOTH)


def read_pages(path: Path) -> Pages:
    """Read a save without playing it. Raises Unreadable if there is no game in it.

    It is read as bytes, line by line: a file cut off in the middle of a letter is still a game up to there.
    """
    faults = Faults()
    data = bytes_of(path, faults, MOST_BYTES)
    lines = (data or b"").splitlines(keepends=True)
    pages = _by_lines(lines, Pages(path, size=len(data or b"")))
    if pages.more or not pages.is_game:
        pages = _as_yaml(lines, pages)
    if not pages.is_game:
        raise Unreadable(faults.listed() or [_no_game(path, lines)])
    return pages


def _by_lines(lines: Sequence[bytes], pages: Pages) -> Pages:
    """Read a save as it is written."""
    above = next((i for i, line in enumerate(lines) if line.strip() == MOVES.encode()), -1)
    if above < 0:
        _read_header([line for line in lines if line.endswith(LINE_ENDS)], pages)
        pages.more = True
        pages.notices.append(f"{pages.path}: the file breaks off before the first move")
        return pages
    _read_header(lines[:above], pages)
    pages.whole = sum(map(len, lines[: above + 1]))
    pages.ended = lines[above].endswith(LINE_ENDS)
    _read_moves(lines[above + 1 :], above + 2, pages)
    return pages


def _no_game(path: Path, lines: Sequence[bytes]) -> Diagnostic:
    message = "this is not a game of Two Capitals" if lines else "this file is empty"
    return Diagnostic(Place(str(path)), "error", "not-a-save", message)


def _read_header(lines: Sequence[bytes], pages: Pages) -> None:
    """Read the header, each line for itself; the last may be torn."""
    pairs: dict[str, str] = {}
    for number, line in enumerate(lines, 1):
        text = _text(line)
        if not text or text.startswith("#"):
            continue
        found = pairs_in(text)
        if found is None:
            pages.notices.append(f"{pages.path}:{number}: this line of the header cannot be read and was left out")
        pairs |= found or {}
    pages.header = header_in(pairs)


def _read_moves(lines: Sequence[bytes], first: int, pages: Pages) -> None:
    """Read line after line, up to the first that cannot be read."""
    for number, line in enumerate(lines):
        text = _text(line)
        entry = entry_in(value_in(text.removeprefix("- "))) if text and not text.startswith("#") else None
        if entry is None and text and not text.startswith("#"):
            pages.more = number + 1 < len(lines) or line.endswith(LINE_ENDS)
            pages.notices.append(_torn(f"{pages.path}:{first + number}", pages.more))
            return
        pages.whole += len(line)
        pages.ended = line.endswith(LINE_ENDS)
        pages.entries += [entry] if entry else []


def _text(line: bytes) -> str:
    """A line as text; what is no text in it is shown as such, and is no reason to stop."""
    return line.removeprefix(BYTE_ORDER_MARK).decode("utf-8", "replace").strip()


def _torn(place: str, more: bool) -> str:
    if more:
        return f"{place}: this line cannot be read; the game is kept up to it"
    return f"{place}: the last line is torn and was dropped"


def _as_yaml(lines: Sequence[bytes], pages: Pages) -> Pages:
    """A file that a program or a person has set anew may still be good YAML, only not a move a line."""
    table = value_in("\n".join(map(_text_kept, lines)))
    moves = at(table, MOVES[:-1])
    if not isinstance(table, Table) or not isinstance(moves, Listing):
        return pages
    found = [entry_in(item) for item in moves.items]
    entries = [entry for entry in found if entry]
    if len(entries) < len(found) or (pages.is_game and len(entries) <= len(pages.entries)):
        return pages
    said = f"{pages.path}: its lines have been set anew, but every move can be read"
    return Pages(pages.path, header_in(texts_in(table)), entries, more=True, notices=[said])


def _text_kept(line: bytes) -> str:
    """As :func:`_text`, with the blanks at its beginning: in YAML they count."""
    return line.removeprefix(BYTE_ORDER_MARK).decode("utf-8", "replace").rstrip()


# --- playing again -------------------------------------------------------------------------------------------


def read_game(path: Path, shelf: Shelf, theory: Theory, *, instead: bool = False) -> Opened:
    """Read a game back and replay it as far as it goes. Raises Unreadable if there is no game, or no scenario to it.

    A game begun under a shipped theory is replayed under that one; any other, or every game ``instead``, under the
    theory given.
    """
    pages = read_pages(path)
    header = pages.header
    scenario = scenario_of(path, header, shelf)
    theory = theory if instead else theory_of(header, theory)
    replayed = _replayed(begun(header, Course.of(scenario, theory)), pages.entries)
    changed = _changed(header, scenario, theory, same=replayed.same)
    notices = (*pages.notices, *_odd(header), *changed, *replayed.notices)
    intact = replayed.whole and not pages.more
    return Opened(replayed.game, header, notices, len(pages.entries), pages.whole, pages.size, intact, pages.ended)


def theory_of(header: Header, otherwise: Theory) -> Theory:
    """The theory that a game was begun under, if it comes with the game; else another."""
    begun_here = header.theory in SHIPPED and header.theory != otherwise.id
    return shipped(header.theory) if begun_here else otherwise


def summary(
    path: Path, shelf: Shelf, theory: Theory, course_of: Callable[[Scenario, Theory], Course] = Course.of
) -> Saved | None:
    """A game for the list of games, or None if the file is none."""
    try:
        pages = read_pages(path)
    except Unreadable:
        return None
    header = pages.header
    moves = sum(isinstance(e, Chose) for e in pages.entries)
    try:
        scenario = scenario_of(path, header, shelf)
    except Unreadable:
        return Saved(path, header, moves, False, "its scenario cannot be read here", playable=False)
    try:
        course = course_of(scenario, theory_of(header, theory))
    except Unreadable:
        return Saved(path, header, moves, False, "it cannot be played under this theory", playable=False)
    game = _replayed(begun(header, course), pages.entries).game
    return Saved(path, header, moves, game.over, _where(game))


def begun(header: Header, course: Course) -> Game:
    """The game of a header before its first move."""
    opponent = PERSON if header.role == BOTH else header.opponent if header.opponent in OF_ONE else OF_ONE[0]
    return Game(course, header.role, opponent, header.seed, header.player, learned=header.predictions)


def scenario_of(path: Path, header: Header, shelf: Shelf) -> Scenario:
    """The scenario of a game. Raises Unreadable if it is not here, or has faults."""
    try:
        return shelf.get(header.scenario)
    except KeyError:
        message = f"its scenario {quoted(header.scenario)} is not here"
        hint = "its folder with --scenarios"
        raise Unreadable([Diagnostic(Place(str(path)), "error", "no-scenario", message, hint)]) from None


def _where(game: Game) -> str:
    """Where a game stands, in one line."""
    item = game.waiting
    if item is None:
        return ending_of(game.course, game.position)
    return item.title if isinstance(item, Decision) else "chance speaks next"


class Replayed(NamedTuple):
    """A game played again, what is to be said of it, and whether it went to its last line."""

    game: Game
    notices: tuple[str, ...]
    whole: bool

    @property
    def same(self) -> bool:
        """Did everything come out as it was played?"""
        return self.whole and not self.notices


def _replayed(game: Game, entries: Sequence[Entry]) -> Replayed:
    """Play the entries again, up to the first that no longer comes up; name the first that comes out otherwise."""
    notices: tuple[str, ...] = ()
    for number, entry in enumerate(entries):
        try:
            game = game.after(_fitted(entry, game))
        except NotPossible as error:
            left = f"the game is kept up to there: {number} of {so_many(len(entries), 'line')}"
            return Replayed(game, (*notices, f"{error}{_instead(entry, error)}; {left}"), False)
        notices = notices or _different(entry, game)
    return Replayed(game, notices, True)


def _fitted(entry: Entry, game: Game) -> Entry:
    """The entry with what the scenario knows better: whose decision it is. Raises NotPossible if it fits nothing."""
    scenario = game.course.scenario
    if isinstance(entry, Drew) and isinstance(game.waiting, Decision):
        raise NotPossible(f"chance does not speak at {game.waiting.id!r}")
    if isinstance(entry, WentBack) and scenario.decision(entry.to) is None:
        raise NotPossible(f"there is no decision {entry.to!r} to go back to")
    decision = scenario.decision(entry.decision) if isinstance(entry, Chose) else None
    return replace(entry, by=decision.by) if isinstance(entry, Chose) and decision else entry


def _instead(entry: Entry, error: NotPossible) -> str:
    """What could have been chosen there, where an option is no longer there."""
    if not error.choices or not isinstance(entry, Chose):
        return ""
    near = nearest(entry.option, error.choices)
    return f" any more (there are: {', '.join(error.choices)}{f'; nearest is {near}' if near else ''})"


def _different(entry: Entry, game: Game) -> tuple[str, ...]:
    """A reception that is another than when it was played."""
    if not isinstance(entry, Chose) or entry.reception is None:
        return ()
    now = ", ".join(met_in(game.turns[-1]))
    if now == entry.reception:
        return ()
    return (f"at {entry.decision} the reception is now {now or 'none'}; it was {entry.reception} when it was played",)


def _odd(header: Header) -> Iterator[str]:
    """What is odd about a header."""
    if header.format > FORMAT:
        yield f"this game was written by a newer program (format {header.format}); what is known of it is read"
    if header.role != BOTH and header.opponent not in OF_ONE:
        yield f"there is no opponent {quoted(header.opponent)}; {OF_ONE[0]} plays on"


def _changed(header: Header, scenario: Scenario, theory: Theory, *, same: bool) -> Iterator[str]:
    """What has changed since the game was begun, as far as the digests tell."""
    kept = "; every move comes out as it did" if same else ""
    if header.digest and scenario.digest and header.digest != scenario.digest:
        yield f"the scenario “{scenario.title}” has changed since this game was begun{kept}"
    if header.theory != theory.id:
        yield f"this game was begun under the theory {quoted(header.theory)}; it is played under “{theory.title}”{kept}"
    elif header.theory_digest and header.theory_digest != theory.digest:
        yield f"the theory “{theory.title}” has changed since this game was begun{kept}"


__all__ = ["Opened", "Pages", "Saved", "Shelf", "read_game", "read_pages", "summary"]

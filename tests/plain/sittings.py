"""Plays in flat text as through a pipe: lines in, what was said out."""

import io
from collections.abc import Callable
from pathlib import Path

from small_case import THEORY, library

from game.plain.home import Home
from game.plain.leaving import leave
from game.plain.voice import NobodyAnswers, Voice
from game.saves.reopened import Opened, read_game
from game.saves.store import Store
from game.scenario.library import Library
from game.sitting.session import Session, Wanted

SHELF = library()


class Sitting:
    """One sitting: what was said, and what is kept after it."""

    def __init__(self, folder: Path, wanted: Wanted, shelf: Library = SHELF) -> None:
        self.session = Session(shelf, Store(folder), THEORY, wanted)
        self.said = ""

    def answer(self, *lines: str) -> "Sitting":
        target = io.StringIO()
        voice = Voice(io.StringIO("".join(f"{line}\n" for line in lines)), target)
        try:
            Home(self.session, voice).open()
        except NobodyAnswers:
            leave(self.session, voice, answers=False)
        self.said = target.getvalue()
        return self

    @property
    def words(self) -> str:
        """What was said, on one line: where it was wrapped does not matter."""
        return " ".join(self.said.split())

    @property
    def kept(self) -> Opened:
        assert self.session.record
        return read_game(self.session.record.path, SHELF, THEORY)


Sit = Callable[..., Sitting]

BEGIN = ("",)
ARREST = ("1", "protest", "soil, no warning", "they will talk")
REGRET = ("regret", "it is cheap")
SIGN = ("1", "we need it")
REST = ("2", "enough")
GAME = (*BEGIN, *ARREST, *REGRET, *SIGN, *REST)
"""A whole game against history."""
DEBRIEF = ("I learned to warn.", "", *[""] * 6, "")
"""Its debrief: own words, six phases, nothing printed."""

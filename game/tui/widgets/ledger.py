"""The ledger: the agreements in force, what they bind, and the acts that stay free."""

from collections.abc import Sequence

from textual.content import Content

from game.debrief import wording
from game.rules.moves import Entry
from game.sitting.symbols import SIGNS


def autonomy(free: int, classes: int, whose: str) -> Content:
    """How many of Washington's classes of acts no entry binds."""
    return Content.assemble(f"{whose} autonomy".ljust(15), (f"{free} of {classes}", "bold"), (" free", "$quiet"))


def ledger(entries: Sequence[Entry], made: Sequence[str]) -> list[Content]:
    """A line an entry; those made in this game are marked with a word."""
    lines = [Content.assemble("Ledger".ljust(13), (str(len(entries)) + " in force", "$quiet"))]
    for entry in entries:
        new = " (made here)" if entry.id in made else ""
        lines.append(Content.assemble((f"{SIGNS.bullet} ", "$quiet"), entry.title, (new, "bold")))
        lines.append(Content.styled(f"  {wording.forbidden_by(entry)}", "$quiet"))
    return lines

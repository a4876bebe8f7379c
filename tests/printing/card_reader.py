"""A student with the card and a pencil: reckons outcomes from the lines of the printed card and from nothing else.

It knows what the card's words ask (“a wound was open”), and takes every number, every order and every limit from the
card. Where the card leaves something out or says something else than the rules do, it comes out wrong.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from game.printing.document import (
    Block,
    Columns,
    Document,
    Heading,
    Lines,
    Numbered,
    Paragraph,
    Table,
    text_of,
    words_of,
)

GRIEVANCES = ("soil", "rank", "breach", "face", "harm", "objection")
WOUNDS = ("soil", "rank", "breach")
CONDITIONS = ("interest", "coordination", "institution", "capacity")
METERS = ("frustration", "standing", "results", "yields")
LADDER = ("toleration", "protest", "backlash", "rupture")
OFFERS = ("refused", "token", "cooperation")


@dataclass
class Desk:
    """What lies before the student: the numbers of one field and of another one, the meters, what is in force."""

    here: dict[str, int]
    other: dict[str, int]
    home: dict[str, int]
    open: set[str] = field(default_factory=set)
    shut: int = 0
    other_shut: int = 0
    signed: bool = False
    lasting: bool = False
    law: bool = False


Asks = Callable[[str], bool]


class Card:
    """The card by its headings: running text, numbered lines, rows and rules."""

    def __init__(self, document: Document) -> None:
        self.rules: dict[str, list[tuple[str, str]]] = {}
        self.said: dict[str, str] = {"": ""}
        self.numbered: dict[str, list[str]] = {}
        self.rows: dict[str, list[list[str]]] = {}
        self._head = ""
        for block in document.blocks:
            assert isinstance(block, Columns)
            for column in block.columns:
                for part in column:
                    self._read(part)
        self.most = {name: int(most) for name, most in re.findall(r"(FRUSTRATION|STANDING) 0–(\d)", self.said[""])}
        self.top = int(re.findall(r"Each field 0–(\d)", self.said[""])[0])

    def _read(self, part: Block) -> None:
        match part:
            case Heading(text=text):
                self._head = words_of(text)
                self.said[self._head] = ""
            case Paragraph(text=text):
                self.said[self._head] += words_of(text) + " "
            case Numbered(items=items):
                self.numbered[self._head] = [words_of(item) for item in items]
            case Table(rows=rows):
                self.rows[self._head] = [[words_of(text_of(cell)) for cell in row] for row in rows]
            case Lines(items=items):
                lines = [words_of(item).replace("*", "").replace("‡", "") for item in items]
                self.rules.setdefault(self._head, []).extend(_split(line) for line in lines)

    def under(self, head: str) -> list[tuple[str, str]]:
        """The rules under a heading that begins so."""
        return next(rules for name, rules in self.rules.items() if name.startswith(head))

    # --- A, C ------------------------------------------------------------------------------------------------

    def due(self, facts: dict[str, bool]) -> int:
        """The reply due, climbed step by step."""
        head = next(name for name in self.rows if name.startswith("A "))
        if not any(facts[mark] for mark in ("soil", "face", "rank", "harm")):
            return 0
        level = int(re.findall(r"Else start at (\d)", self.said[head])[0])
        for step, when, _ in self.rows[head]:
            level += _number(step) if STEPS[when](facts) else 0
        low, high = map(int, re.findall(r"End between (\d) and (\d)", self.said[head])[0])
        return min(max(level, low), high)

    def manner(self, facts: dict[str, bool]) -> str:
        """The kind of its own that a reply is of: the first line that fits, empty if none does."""
        head = next(name for name in self.said if name.startswith("B "))
        lines = self.said[head].partition("of their own, the first that fits: ")[2].rstrip(". ").split("; ")
        fits = (what for when, what in map(_split, lines) if MANNERS[when](facts))
        return next((what.rstrip("*") for what in fits), "")

    def received(self, facts: dict[str, bool]) -> int:
        """How an offer is received: the first line that fits."""
        head = next(name for name in self.numbered if name.startswith("C "))
        for line in self.numbered[head]:
            when, _, word = re.sub(r" \([^()]*\)$", "", line).rpartition(": ")
            if OBSTACLES[when](facts):
                return OFFERS.index(word.split(",")[0])
        raise AssertionError("no line fits")

    # --- what changes ----------------------------------------------------------------------------------------

    def work(self, head: str, asks: Asks, desk: Desk, given: dict[str, int]) -> None:
        """Work every rule under a heading whose words are true, in the order of the card."""
        for when, what in self.under(head):
            for piece in what.split("; ") if asks(when) else ():
                self._change(piece, desk, given)

    def _change(self, what: str, desk: Desk, given: dict[str, int]) -> None:
        if "if it is the first" in what and not given["first verdict"]:
            return
        times = given["steps off due"] if "not for compliance" in what else 1
        for name, sign, number in re.findall(rf"\b({'|'.join((*CONDITIONS, *METERS))}) ([+−])(\d)", what):
            self._add(name, _number(sign + number) * times, what, desk, given)
        for name, number in re.findall(r"\b(interest|frustration|standing|)\s?becomes (\d)", what):
            self._set(name or "standing", int(number), desk)
        _marks(what, desk, given)

    def _add(self, name: str, by: int, what: str, desk: Desk, given: dict[str, int]) -> None:
        if name in METERS:
            self._set(name, desk.home[name] + by, desk)
            return
        most = re.findall(r"at most to (builds|gives)", what)
        before = desk.here[name]
        after = min(max(before + by, 0), self.top)
        desk.here[name] = max(before, min(after, given[most[0]])) if most else after
        if "in every field" in what:
            desk.other[name] = min(max(desk.other[name] + by, 0), self.top)

    def _set(self, name: str, number: int, desk: Desk) -> None:
        if name in METERS:
            most = self.most.get(name.upper(), number)
            desk.home[name] = min(max(number, 0), most) if name in ("frustration", "standing") else number
        else:
            desk.here[name] = number


def _split(line: str) -> tuple[str, str]:
    when, _, what = line.partition(": ")
    return when, what


def _number(text: str) -> int:
    return int(text.replace("−", "-").replace("+", ""))


def _marks(what: str, desk: Desk, given: dict[str, int]) -> None:
    """Grievances, shutting, agreements."""
    if what.endswith("gone"):
        gone = re.findall(rf"\b({'|'.join(GRIEVANCES)})\b", what)
        desk.open -= set(gone) if gone else {"objection"}
    desk.open |= _laid(what, given)
    desk.shut = _shut(what, desk.shut)
    if "one round less" in what:
        desk.other_shut = _shut(what, desk.other_shut)
    if "every other field without a body, to the end of this round" in what:
        desk.other_shut = max(desk.other_shut, 1)
    if "face and harm gone, the field open" in what:
        desk.open -= {"face", "harm"}
    if "next agreement in the field outlives" in what:
        desk.law = True
    if "the agreement is in force" in what:
        desk.signed, desk.lasting, desk.law = True, desk.law, False


def _laid(what: str, given: dict[str, int]) -> set[str]:
    """The grievances that are open now."""
    if what.startswith("its soil, face, rank, harm are open now"):
        return {mark for mark in ("soil", "face", "rank", "harm") if given[mark]}
    if what.startswith("breach too"):
        return {"breach"} if given["breach"] else set()
    return {"face", "rank"} if "face and rank are open in the main field" in what else set()


def _shut(what: str, shut: int) -> int:
    """How long the field is shut now; never for less than it was, unless it is opened."""
    if "shut to the end of the next round" in what:
        return max(shut, 2)
    if "shut until a settle" in what:
        return max(shut, 3)
    if "one round less" in what:
        return shut if shut == 3 else max(shut - 1, 0)
    return 0 if "field open" in what or "field is open" in what else shut


STEPS: dict[str, Callable[[dict[str, bool]], bool]] = {
    "it enters Mexican soil": lambda f: f["soil"],
    "it does what an agreement in force binds": lambda f: f["breach"],
    "it harms, unwarned; not if soft": lambda f: f["harm"] and not f["warned"] and not f["soft"],
    "a grievance is open here; not if soft": lambda f: f["open"] and not f["soft"],
    "nothing is announced, and soft": lambda f: f["quiet"] and f["soft"],
    "an incident of Mexico's own doing": lambda f: f["incident"] and f["Mexico's own"],
}
MANNERS: dict[str, Callable[[dict[str, bool]], bool]] = {
    "a verdict for one thing, interest 1 or more": lambda f: f["verdict"] and f["one thing"] and not f["interest 0"],
    "a verdict with a date": lambda f: f["verdict"] and f["demands"] and f["protest or more"],
}
OBSTACLES: dict[str, Callable[[dict[str, bool]], bool]] = {
    "does not treat the other as a partner": lambda f: not f["recognises"],
    "Washington offers, face is open, the claim is kept": lambda f: f["w"] and f["face"] and not f["drops"],
    "the field is shut, unless it drops the claim and binds": lambda f: f["shut"] and not (f["drops"] and f["binds"]),
    "interest 0, operational": lambda f: f["interest 0"] and f["operational"],
    "interest 0, principled": lambda f: f["interest 0"] and not f["operational"],
    "Washington offers, a wound is open, it binds nothing": lambda f: f["w"] and f["wound"] and not f["binds"],
    "Mexico City offers, it binds, no wound is open": lambda f: not f["w"] and f["binds"] and not f["wound"],
    "one of these three missing, or none of them brought (talks, or coordination 1; builds, or institution 1; "
    "gives, or capacity 1)": lambda f: not (f["coordination"] and f["institution"] and f["capacity"] and f["brings"]),
    "no line fits": lambda f: True,
}

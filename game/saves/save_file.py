"""A save as text: a header, then one line an answer; and such text as a header and entries again.

Writing is exact: one way to write each thing. Reading is tolerant: each line stands for itself, a line that cannot
be read spoils no other, and what is unknown is passed over.
"""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple
from unicodedata import normalize

from game.play.game import Chose, Drew, Entry, HandedOver, Prediction, Turn, WentBack
from game.reading.characters import clean
from game.reading.diagnostics import Faults
from game.reading.forms import Form
from game.reading.places import Scalar, Table, Value, read_text

FORMAT = 1
HEAD = "# Two Capitals: one game, one line an answer. Loading it is replaying it.\n"
MOVES = "moves:"
BARE = re.compile(r"(?!(?:yes|no|y|n|on|off|true|false|null)$)[a-z][a-z0-9]*(?:[ -][a-z0-9]+)*")
"""Such words stand without quotes; not those that another reader of YAML would take for something else."""
YES = ("yes", "true")
"""We write yes; other programs make true of it."""
CLEANED = "control-character"
"""The one fault that spoils nothing: the reader has put a blank in the place of such a character."""


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
    format: int = FORMAT


# --- writing -------------------------------------------------------------------------------------------------


def header_text(header: Header) -> str:
    """Everything above the first move."""
    pairs = header._asdict()
    first = {"format": pairs.pop("format")}
    lines = (f"{key.replace('_', '-')}: {_value(value)}\n" for key, value in (first | pairs).items())
    return f"{HEAD}{''.join(lines)}{MOVES}\n"


def entry_text(entry: Entry, turn: Turn | None = None) -> str:
    """One entry as one line; with its turn also the receptions that were settled in it."""
    match entry:
        case Chose():
            pairs = _choice(entry, turn)
        case Drew():
            pairs = {"event": entry.event, "leaked": entry.leaked}
        case WentBack():
            pairs = {"back": entry.to}
        case HandedOver():
            pairs = {"handed": entry.to}
    return "- {" + ", ".join(f"{key}: {_value(value)}" for key, value in pairs.items()) + "}\n"


def _choice(entry: Chose, turn: Turn | None) -> dict[str, object]:
    pairs: dict[str, object] = {"choose": entry.decision, "by": entry.by, "option": entry.option}
    if entry.predicted:
        pairs |= {"expects": entry.predicted.expects, "because": entry.predicted.because}
    if entry.reason:
        pairs["reason"] = entry.reason
    met = met_in(turn) if turn else tuple((entry.reception or "").split(", "))
    return pairs | ({"reception": met} if any(met) else {})


def met_in(turn: Turn) -> tuple[str, ...]:
    """The receptions that were settled in a turn, in order."""
    return tuple(h.reception for h in turn.happened if h.reception)


def _value(value: object) -> str:
    """A value as it stands in the file. Quoted text is quoted as JSON does it, which YAML reads alike."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, tuple):
        return f"[{', '.join(map(_value, value))}]"
    if isinstance(value, int):
        return str(value)
    text = normalize("NFC", clean(str(value))).strip()
    return text if BARE.fullmatch(text) else json.dumps(text, ensure_ascii=False)


# --- reading -------------------------------------------------------------------------------------------------


def header_in(pairs: Mapping[str, str]) -> Header:
    """A header; what is missing has a default, since nothing that can be read is refused."""
    return Header(
        scenario=pairs.get("scenario", ""),
        role=pairs.get("role", ""),
        opponent=pairs.get("opponent", "history"),
        seed=_number(pairs.get("seed", "")),
        player=pairs.get("player", ""),
        digest=pairs.get("digest", ""),
        theory=pairs.get("theory", "paradox"),
        theory_digest=pairs.get("theory-digest", ""),
        version=pairs.get("version", ""),
        begun=pairs.get("begun", ""),
        predictions=pairs.get("predictions", YES[0]) in YES,
        format=_number(pairs.get("format", ""), FORMAT),
    )


def _number(text: str, default: int = 0) -> int:
    return int(text) if re.fullmatch(r"-?[0-9]{1,18}", text, re.ASCII) else default


def pairs_in(text: str) -> dict[str, str] | None:
    """A line of the header as key and value; None if it is none."""
    value = value_in(text)
    return texts_in(value) if isinstance(value, Table) else None


def texts_in(table: Table) -> dict[str, str]:
    """The texts of a table, by their keys."""
    return {key: found.text for key, found in table.values.items() if isinstance(found, Scalar)}


def value_in(text: str) -> Value | None:
    """A piece of YAML; None if it cannot be read."""
    faults = Faults()
    value = read_text(text, "", faults)
    return value if sound(faults) else None


def sound(faults: Faults) -> bool:
    """Is nothing wrong but characters that were made harmless?"""
    return not any(fault.severity == "error" and fault.code != CLEANED for fault in faults.found)


def entry_in(value: Value | None) -> Entry | None:
    """A value as an entry, or None if it is none."""
    faults = Faults()
    form = Form(value, "a move", faults) if isinstance(value, Table) else None
    make = next((make for key, make in _ENTRIES.items() if form and key in form), None)
    entry = make(form) if make and form else None
    return entry if sound(faults) else None


def _chose(form: Form) -> Chose:
    expects = form.text("expects")
    return Chose(
        decision=form.text("choose"),
        by=form.text("by"),
        option=form.text("option"),
        predicted=Prediction(expects, tuple(_words(form, "because"))) if expects else None,
        reason=form.text("reason") if "reason" in form else "",
        reception=", ".join(_words(form, "reception")) or None,
    )


def _words(form: Form, key: str) -> Iterator[str]:
    return (item.text for item in form.items(key) if isinstance(item, Scalar))


_ENTRIES: dict[str, Callable[[Form], Entry]] = {
    "choose": _chose,
    "event": lambda form: Drew(form.text("event"), form.text("leaked") in YES),
    "back": lambda form: WentBack(form.text("back")),
    "handed": lambda form: HandedOver(form.text("handed")),
}


__all__ = [
    "FORMAT",
    "HEAD",
    "MOVES",
    "Header",
    "entry_in",
    "entry_text",
    "header_in",
    "header_text",
    "met_in",
    "pairs_in",
    "texts_in",
    "value_in",
]

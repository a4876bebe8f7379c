"""Every text of a scenario that somebody will read, with its place and with the day on which it is read.

Taken from the file itself and not from the scenario made of it: a warning about one word owes its line and column.
Nothing is complained of here: what has another shape than it should is the reader's business.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from game.reading.places import Scalar, Table, Value, at, items_in

IN_PLAY = ("title", "brief", "known_then", "says", "label", "text", "cause")
"""What is read before a decision is taken: none of it may know what came later."""
HEAD = ("title", "content_note", "summary", "brief")


@dataclass(frozen=True, slots=True)
class Text:
    """A text, the key under which it stands (of a fact: the list in which it stands), and the day if one is known."""

    kind: str
    value: Scalar
    when: str = ""
    """The date of its decision or event; without one that of the last before it. Empty outside the play."""


def texts_in(root: Value) -> Iterator[Text]:
    """All texts of a scenario in the order of the file's parts: the case, the play, what came of it."""
    for key in HEAD:
        yield from _text(root, key)
    yield from _listed(root, "objectives")
    briefs = at(root, "role_briefs")
    for value in briefs.values.values() if isinstance(briefs, Table) else ():
        yield from _as_text("role_briefs", value)
    yield from _play(root)
    yield from _facts(root, "known_now")
    history, debrief = at(root, "history"), at(root, "debrief")
    yield from _facts(history, "outcome")
    yield from _facts(history, "disputed")
    yield from _listed(history, "left_out")
    for item in items_in(at(root, "other_account")):
        yield from _text(item, "what")
    for item in items_in(at(debrief, "questions")):
        yield from _text(item, "ask")
    yield from _text(debrief, "transfer")


def _play(root: Value) -> Iterator[Text]:
    when = ""
    for item in items_in(at(root, "play")):
        date = at(item, "when")
        when = date.text if isinstance(date, Scalar) and date.text else when
        for text in _item(item):
            yield Text(text.kind, text.value, when)


def _item(item: Value) -> Iterator[Text]:
    for key in ("title", "brief", "text", "cause", "audience"):
        yield from _text(item, key)
    yield from _facts(item, "known_then")
    for adviser in items_in(at(item, "advisers")):
        yield from _text(adviser, "says")
    for option in items_in(at(item, "options")):
        yield from _text(option, "label")
        yield from _text(option, "foil")
        outcome = at(option, "outcome")
        for value in outcome.values.values() if isinstance(outcome, Table) else ():
            yield from _as_text("outcome of an option", value)


def _facts(value: Value | None, key: str) -> Iterator[Text]:
    for item in items_in(at(value, key)):
        text = at(item, "text")
        yield from () if text is None else _as_text(key, text)


def _listed(value: Value | None, key: str) -> Iterator[Text]:
    for item in items_in(at(value, key)):
        yield from _as_text(key, item)


def _text(value: Value | None, key: str) -> Iterator[Text]:
    text = at(value, key)
    yield from () if text is None else _as_text(key, text)


def _as_text(kind: str, value: Value) -> Iterator[Text]:
    if isinstance(value, Scalar):
        yield Text(kind, value)

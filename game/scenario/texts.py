"""Every text of a scenario that somebody will read, with its place and with the day on which it is read.

Taken from the file itself and not from the scenario made of it: a warning about one word owes its line and column.
Nothing is complained of here: what has another shape than it should is the reader's business.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from game.reading.places import Listing, Scalar, Table, Value

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
    briefs = _at(root, "role_briefs")
    for value in briefs.values.values() if isinstance(briefs, Table) else ():
        yield from _as_text("role_briefs", value)
    yield from _play(root)
    yield from _facts(root, "known_now")
    history, debrief = _at(root, "history"), _at(root, "debrief")
    yield from _facts(history, "outcome")
    yield from _facts(history, "disputed")
    yield from _listed(history, "left_out")
    for item in _items(root, "other_account"):
        yield from _text(item, "what")
    for item in _items(debrief, "questions"):
        yield from _text(item, "ask")
    yield from _text(debrief, "transfer")


def _play(root: Value) -> Iterator[Text]:
    when = ""
    for item in _items(root, "play"):
        date = _at(item, "when")
        when = date.text if isinstance(date, Scalar) and date.text else when
        for text in _item(item):
            yield Text(text.kind, text.value, when)


def _item(item: Value) -> Iterator[Text]:
    for key in ("title", "brief", "text", "cause", "audience"):
        yield from _text(item, key)
    yield from _facts(item, "known_then")
    for adviser in _items(item, "advisers"):
        yield from _text(adviser, "says")
    for option in _items(item, "options"):
        yield from _text(option, "label")
        yield from _text(option, "foil")
        outcome = _at(option, "outcome")
        for value in outcome.values.values() if isinstance(outcome, Table) else ():
            yield from _as_text("outcome of an option", value)


def _facts(value: Value | None, key: str) -> Iterator[Text]:
    for item in _items(value, key):
        text = _at(item, "text")
        yield from () if text is None else _as_text(key, text)


def _listed(value: Value | None, key: str) -> Iterator[Text]:
    for item in _items(value, key):
        yield from _as_text(key, item)


def _text(value: Value | None, key: str) -> Iterator[Text]:
    text = _at(value, key)
    yield from () if text is None else _as_text(key, text)


def _as_text(kind: str, value: Value) -> Iterator[Text]:
    if isinstance(value, Scalar):
        yield Text(kind, value)


def _at(value: Value | None, key: str) -> Value | None:
    return value.values.get(key) if isinstance(value, Table) else None


def _items(value: Value | None, key: str) -> tuple[Value, ...]:
    items = _at(value, key)
    return items.items if isinstance(items, Listing) else ()

"""Taking typed values out of a file: what is wrong is collected, and the reader goes on with a stand-in.

A :class:`Form` is one table asked for its keys one by one. What was never asked for is reported when the form
is closed, so the keys that a table may have are written once: where they are read.

    with Form(value, "the start", faults) as start:
        frustration = start.whole("frustration", 0, 5)
        title = start.text("title", most=60)

Every taker returns a value of its type, whatever stood there; whether it may be used, ``faults.broken`` says.
"""

import re
from collections.abc import Collection, Iterator
from types import TracebackType
from typing import Self

from game.reading.diagnostics import Faults, Place, quoted
from game.reading.places import Listing, Scalar, Table, Value

WHOLE = re.compile(r"-?(0|[1-9][0-9]{0,8})")
YES_NO = {"yes": True, "no": False}


def text_of(value: Value, what: str, faults: Faults, most: int = 0) -> str:
    """A text without the blanks around it; one longer than ``most`` draws a warning."""
    if not isinstance(value, Scalar):
        shape = "a list" if isinstance(value, Listing) else "a table"
        message = f"{what} is {shape}; a text with a colon, or with a bracket or brace at its start, needs quotes"
        faults.error(value.place, "not-a-text", message, "a text")
        return ""
    text = value.text.strip()
    if value.missing:
        faults.error(value.place, "no-value", f"{what} has no value", "a text")
    if most and len(text) > most:
        message = f"{what} has {len(text)} characters and will not fit"
        faults.warning(value.place, "long-text", message, f"at most {most}")
    return text


def word_of(value: Value, allowed: Collection[str], what: str, faults: Faults) -> str:
    """One word of a closed list; empty where another stands."""
    text = value.text.strip() if isinstance(value, Scalar) else ""
    if text not in allowed:
        stands = f"{what} cannot be {quoted(text)}" if text else f"{what} is not a word"
        faults.unknown(value.place, "unknown-word", stands, text, allowed)
        return ""
    return text


def whole_of(value: Value, least: int, most: int, what: str, faults: Faults, stand_in: int | None = None) -> int:
    """A whole number without quotes and leading noughts, between two bounds; if it is none, a stand-in."""
    text = value.text if isinstance(value, Scalar) and value.plain else ""
    span = f"a whole number from {least} to {most}"
    if not WHOLE.fullmatch(text):
        faults.error(value.place, "not-a-number", f"{what} is not a whole number", span)
    elif not least <= int(text) <= most:
        faults.error(value.place, "out-of-range", f"{what} cannot be {text}", span)
    else:
        return int(text)
    return least if stand_in is None else stand_in


def yes_no_of(value: Value, what: str, faults: Faults) -> bool:
    """``yes`` or ``no``. ``true`` and ``false`` are refused: one language says it in one way."""
    text = value.text if isinstance(value, Scalar) else ""
    if text not in YES_NO:
        message = f"{what} is {quoted(text)}; write yes or no" if text else f"{what} is neither yes nor no"
        faults.error(value.place, "not-yes-or-no", message)
    return YES_NO.get(text, False)


def items_of(value: Value, what: str, faults: Faults) -> tuple[Value, ...]:
    """The values of a list."""
    if isinstance(value, Listing):
        return value.items
    faults.error(value.place, "not-a-list", f"{what} is not a list", "values in brackets, or one a line after a dash")
    return ()


def one_or_more(value: Value) -> tuple[Value, ...]:
    """The values of a list, or the one value that stands in its place."""
    return value.items if isinstance(value, Listing) else (value,)


def pairs_of(value: Value, what: str, faults: Faults) -> Iterator[tuple[Scalar, Value]]:
    """The keys, with their places, and the values of a table whose keys are names that the file chooses."""
    if not isinstance(value, Table):
        faults.error(value.place, "not-a-table", f"{what} is not a table", "keys with values")
        return
    for key, item in value.values.items():
        yield Scalar(key, value.keys[key]), item


class Form:
    """A table asked for its keys one by one. ``what`` is how messages call it: "an option", "the start".

    Where the value is no table, that is said once, and every question gets a stand-in without a further word;
    where there is no value at all (None), nothing is said: whoever asked for it has spoken.
    """

    def __init__(self, value: Value | None, what: str, faults: Faults, place: Place | None = None) -> None:
        self.place = value.place if value is not None else place or Place("")
        self.what = what
        self.faults = faults
        self._table = value if isinstance(value, Table) else None
        self._asked: dict[str, None] = {}
        if value is not None and self._table is None:
            faults.error(value.place, "not-a-table", f"{what} is not a table", "keys with values")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is None:
            self.close()

    def __contains__(self, key: str) -> bool:
        return self._table is not None and key in self._table.values

    @property
    def is_table(self) -> bool:
        """Whether there is anything that could be asked."""
        return self._table is not None

    def place_of(self, key: str) -> Place:
        """Where a key stands; where the table begins, if it does not."""
        return self.place if self._table is None else self._table.keys.get(key, self.place)

    def take(self, key: str) -> Value | None:
        """The value of a key, if it is there."""
        self._asked[key] = None
        return None if self._table is None else self._table.values.get(key)

    def need(self, key: str) -> Value | None:
        """The value of a key that must be there."""
        value = self.take(key)
        if value is None and self._table is not None:
            self.faults.error(self.place, "missing-key", f"{self.what} has no {quoted(key)}")
        return value

    def text(self, key: str, *, needed: bool = False, most: int = 0) -> str:
        """A text; empty where the key may be absent and is."""
        value = self.need(key) if needed else self.take(key)
        text = "" if value is None else text_of(value, key, self.faults, most)
        if needed and isinstance(value, Scalar) and not text and not value.missing:
            self.faults.error(value.place, "no-value", f"{key} is empty", "a text")
        return text

    def word(self, key: str, allowed: Collection[str], default: str | None = None) -> str:
        """One word of a closed list; without a default the key must be there."""
        value = self.need(key) if default is None else self.take(key)
        if value is None:
            return default or ""
        return word_of(value, allowed, key, self.faults)

    def whole(self, key: str, least: int, most: int, default: int | None = None, *, stand_in: int | None = None) -> int:
        """A whole number between two bounds; without a default the key must be there."""
        value = self.need(key) if default is None else self.take(key)
        if value is not None:
            return whole_of(value, least, most, key, self.faults, stand_in)
        return next(number for number in (default, stand_in, least) if number is not None)

    def yes_no(self, key: str, default: bool = False) -> bool:
        """Yes or no; the default where the key is absent."""
        value = self.take(key)
        return default if value is None else yes_no_of(value, key, self.faults)

    def items(self, key: str, *, needed: bool = False) -> tuple[Value, ...]:
        """The values of a list; none where the key is absent."""
        value = self.need(key) if needed else self.take(key)
        return () if value is None else items_of(value, key, self.faults)

    def pairs(self, key: str, *, needed: bool = False) -> tuple[tuple[Scalar, Value], ...]:
        """The keys and values of a table whose keys are names; none where the key is absent."""
        value = self.need(key) if needed else self.take(key)
        return () if value is None else tuple(pairs_of(value, key, self.faults))

    def inner(self, key: str, what: str, *, needed: bool = False) -> "Form":
        """The form of a table inside this one; where there is none, one that complains of nothing."""
        value = self.need(key) if needed else self.take(key)
        return Form(value, what, self.faults, self.place)

    def close(self) -> None:
        """Reports each key that nobody asked for, with the nearest that was."""
        for key, place in ({} if self._table is None else self._table.keys).items():
            if key not in self._asked:
                message = f"unknown key {quoted(key)} in {self.what}"
                self.faults.unknown(place, "unknown-key", message, key, self._asked)

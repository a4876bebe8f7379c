"""YAML as values that know where they are written: texts, lists and tables, nothing else.

YAML does more than writers of scenarios want: ``NO`` becomes false, ``12:30`` a number, an alias a bomb,
and a tag may run a program. So nothing is constructed here. The values are built from the parser's *events*,
which do not nest, with limits of our own: PyYAML's composer calls itself for each bracket, and fifty thousand
of them end the interpreter with a segmentation fault that no ``except`` can catch. Every scalar stays text as
written; the reader of a field decides whether it is a number, a yes or a no.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import cast
from unicodedata import normalize

import yaml

from game.reading.characters import CONTROL, HARMFUL, clean, name_of, with_plain_ends
from game.reading.diagnostics import Diagnostic, Faults, Place, quoted
from game.reading.grammar import explained

MOST_DEPTH = 40
MOST_VALUES = 50_000
"""Ten times as many as the longest casebook has; a file of a million commas would take seconds."""
MOST_KEY = 100
"""Characters of a key; none that a reader knows has half as many."""
MOST_CONTROLS = 20
"""A file with more harmful characters has not one too many by mistake: it is no text."""
STANDARD_TAG = "tag:yaml.org,2002:"
"""What ``!!`` stands for: nobody writes it by accident, as one writes a text that begins with ``!``."""

# Never CLoader, which runs Python named in the file. Without libyaml the pure loader gives the same events.
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

DIRECTIVE = re.compile("^%.*", re.MULTILINE)
COLON = re.compile(r"\s*:")


@dataclass(frozen=True, slots=True)
class Scalar:
    """A text as written (NFC). ``plain``: it stands there without quotes."""

    text: str
    place: Place
    plain: bool = True
    source: str = field(default="", compare=False, repr=False)
    """How it stands in the file, with its quotes, line ends and indentation."""

    @property
    def missing(self) -> bool:
        """Whether nothing is written where a value belongs."""
        return self.plain and not self.text

    def places_of(self, words: re.Pattern[str]) -> Iterator[tuple[str, Place]]:
        """Each occurrence of some words in the text, on one line, with its own place.

        Looked for where the text is written: a folded text has line ends where the value has blanks, so a pattern
        asks for white space and not for a blank.
        """
        for found in words.finditer(self.source):
            yield " ".join(found[0].split()), self.place_at(found.start())

    def place_at(self, position: int) -> Place:
        """The place of one letter of ``source``."""
        before = self.source[:position]
        line = before.count("\n")
        column = position - before.rfind("\n") if line else self.place.column + position
        return Place(self.place.file, self.place.line + line, column)


@dataclass(frozen=True, slots=True)
class Listing:
    """A list of values."""

    items: tuple["Value", ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Table:
    """Values by key; ``keys`` has the place of each key."""

    values: dict[str, "Value"] = field(hash=False)
    keys: dict[str, Place] = field(hash=False)
    place: Place


Value = Scalar | Listing | Table


def at(value: Value | None, key: str) -> Value | None:
    """What stands under a key of a table; None where there is no such key, or no table. It complains of nothing."""
    return value.values.get(key) if isinstance(value, Table) else None


def items_in(value: Value | None) -> tuple[Value, ...]:
    """The items of a list; none where there is no list. It complains of nothing."""
    return value.items if isinstance(value, Listing) else ()


def read_text(text: str, file: str, faults: Faults) -> Value | None:
    """The one document of a text, or None; ``file`` is the name that its places carry."""
    text = with_plain_ends(text)
    if len(HARMFUL.findall(text)) > MOST_CONTROLS:
        _refuse_as_no_text(text, file, faults)
        return None
    text = _without_controls(text, file, faults)
    if directive := DIRECTIVE.search(text):  # fifty thousand would keep the parser busy for seconds
        faults.error(place_in(text, directive.start(), file), "directive", "a line cannot begin with %")
        return None
    try:
        return _Composer(text, file, faults).document()
    except _TooMuchError as error:
        faults.add(error.diagnostic)
    except yaml.YAMLError as error:
        faults.add(explained(error, text, file))
    return None


def place_in(text: str, position: int, file: str) -> Place:
    """The line and column of a position in a text."""
    return Place(file, text.count("\n", 0, position) + 1, position - text.rfind("\n", 0, position))


def _refuse_as_no_text(text: str, file: str, faults: Faults) -> None:
    """One sentence about a file of another kind, or one that is made to write on somebody's terminal."""
    first = next(HARMFUL.finditer(text))
    message = f"this is no text: more than {MOST_CONTROLS} of its characters are none, the first is {name_of(first[0])}"
    faults.error(place_in(text, first.start(), file), "not-text", message, "a YAML file")


def _without_controls(text: str, file: str, faults: Faults) -> str:
    """The text with a blank for each harmful character: the rest can be read, and its faults told too."""
    for found in HARMFUL.finditer(text):
        place = place_in(text, found.start(), file)
        faults.error(place, "control-character", f"the file contains the character {name_of(found[0])}")
    return HARMFUL.sub(" ", text)


class _TooMuchError(Exception):
    """Stops the composer at a text that nobody wrote by hand."""

    def __init__(self, place: Place, code: str, message: str, expected: str = "") -> None:
        super().__init__(message)
        self.diagnostic = Diagnostic(place, "error", code, message, expected)


class _Composer:
    """Makes values of the events of one text. It calls itself, but never deeper than MOST_DEPTH."""

    def __init__(self, text: str, file: str, faults: Faults) -> None:
        self.text = text
        self.file = file
        self.faults = faults
        self.count = 0
        self.anchors: dict[str, Diagnostic] = {}
        self.events: Iterator[yaml.Event] = yaml.parse(text, Loader=LOADER)

    def document(self) -> Value | None:
        """The only document. With a second one there is none: what is missing in one half may stand in the other."""
        root = None
        for event in self.events:
            if isinstance(event, yaml.DocumentStartEvent):
                if root is not None:
                    self._fault(event, "second-document", "a second document begins here", "one document a file")
                    return None
                root = self._value(next(self.events), 0)
        for anchor in self.anchors.values():
            self.faults.add(anchor)
        if root is None:
            self.faults.error(Place(self.file), "empty-file", "nothing is written in this file")
        return root

    def _value(self, event: yaml.Event, depth: int) -> Value:
        self._refuse_excess(event, depth)
        self._refuse_references(event)
        if isinstance(event, yaml.MappingStartEvent):
            return self._table(event, depth)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._listing(event, depth)
        return self._scalar(event)

    def _refuse_excess(self, event: yaml.Event, depth: int) -> None:
        self.count += 1
        if depth > MOST_DEPTH:
            message = f"values stand more than {MOST_DEPTH} deep in one another"
            raise _TooMuchError(self._place(event), "too-deep", message)
        if self.faults.left_out:
            raise _TooMuchError(self._place(event), "too-many", "there are too many faults to read on")
        if self.count > MOST_VALUES:
            raise _TooMuchError(self._place(event), "too-many", f"there are more than {MOST_VALUES} values")

    def _refuse_references(self, event: yaml.Event) -> None:
        """An alias could be a bomb, a tag a program; an anchor is of no use without them.

        By accident, a text that begins with ``*`` or ``!``, each is a fault like others. Meant, it ends the reading:
        a file that is built on them has nothing else to tell.
        """
        anchor, tag = getattr(event, "anchor", None), getattr(event, "tag", None)
        if isinstance(event, yaml.AliasEvent):
            self._refuse_alias(event, str(anchor))
        elif anchor is not None:
            message = f"an anchor (&{_cut(str(anchor))}) stands here"
            told = Diagnostic(self._place(event), "error", "anchor", message, "the value alone")
            self.anchors.setdefault(str(anchor), told)
        if tag is not None:
            short, expected = tag.replace(STANDARD_TAG, "!!"), "the value alone, in quotes if it begins with !"
            if short != tag:
                raise _TooMuchError(self._place(event), "tag", f"a tag ({_cut(short)}) stands here", expected)
            self._fault(event, "tag", f"a tag ({_cut(tag)}) stands here", expected)

    def _refuse_alias(self, event: yaml.Event, name: str) -> None:
        if name in self.anchors:
            line = self.anchors[name].place.line
            message = f"an alias (*{_cut(name)}) repeats the value on line {line}"
            raise _TooMuchError(self._place(event), "alias", message, "the value itself, written out")
        self._fault(
            event, "alias", f"an alias (*{_cut(name)}) stands here", "the value itself, in quotes if it begins with *"
        )

    def _scalar(self, event: yaml.Event) -> Scalar:
        if not isinstance(event, yaml.ScalarEvent):  # an alias, refused already
            return Scalar("*", self._place(event))
        text = event.value
        if found := CONTROL.search(text):
            self._fault(event, "control-character", f"the text contains the character {name_of(found[0])}")
            text = CONTROL.sub(" ", text)
        if not text.isascii():
            text = normalize("NFC", text)
        source = self.text[_mark(event.start_mark).index : _mark(event.end_mark).index]
        return Scalar(text, self._place(event), not event.style, source)

    def _listing(self, start: yaml.Event, depth: int) -> Listing:
        items = []
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            items.append(self._value(event, depth + 1))
        return Listing(tuple(items), self._place(start))

    def _table(self, start: yaml.MappingStartEvent, depth: int) -> Table:
        table = Table({}, {}, self._place(start))
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            key = self._value(event, depth + 1)
            value = self._value(next(self.events), depth + 1)
            if start.flow_style and self._is_cut(event, value):
                self._report_cut(key)
            else:
                self._enter(table, key, value)
        return table

    def _enter(self, table: Table, key: Value, value: Value) -> None:
        if isinstance(key, Scalar) and len(key.text) > MOST_KEY:
            message = f"a key of {len(key.text)} characters stands here"
            raise _TooMuchError(key.place, "long-key", message, f"at most {MOST_KEY}")
        if not isinstance(key, Scalar) or not key.text:
            self.faults.error(key.place, "no-key", "a value has no key", "a word before the colon")
        elif key.text in table.keys:
            first = table.keys[key.text]
            there = f"line {first.line}, column {first.column}"
            self.faults.error(key.place, "twice", f"the key {quoted(key.text)} is written twice; first at {there}")
        else:
            table.keys[key.text] = key.place
            table.values[key.text] = value

    def _is_cut(self, key: yaml.Event, value: Value) -> bool:
        """In braces, a key without a colon: ``{text: a, b c}`` reads as the keys ``text`` and ``b c``."""
        nothing = isinstance(value, Scalar) and value.missing
        return nothing and not COLON.match(self.text, _mark(key.end_mark).index)

    def _report_cut(self, key: Value) -> None:
        piece = key.text if isinstance(key, Scalar) else ""
        if " " in piece:
            message = f"a text cut at its comma, before {quoted(piece)}; put it in quotes"
            self.faults.error(key.place, "cut-at-comma", message)
        else:
            message = f"{quoted(piece)} has no value (or a text before it was cut at its comma and needs quotes)"
            self.faults.error(key.place, "no-value", message)

    def _place(self, event: yaml.Event) -> Place:
        mark = _mark(event.start_mark)
        return Place(self.file, mark.line + 1, mark.column + 1)

    def _fault(self, event: yaml.Event, code: str, message: str, expected: str = "") -> None:
        self.faults.error(self._place(event), code, message, expected)


def _cut(name: str) -> str:
    """A name of YAML's own inside a message."""
    return clean(name[:40])


def _mark(mark: object) -> yaml.Mark:
    """The parser marks every event; its types do not say so."""
    return cast("yaml.Mark", mark)

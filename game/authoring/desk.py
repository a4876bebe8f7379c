"""What a workbench knows of a case while it is being written: its faults, and what stands where in the text."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from game.reading.diagnostics import Diagnostic, Faults
from game.reading.places import Listing, Scalar, Table, Value, read_text
from game.scenario.model import Decision, Event, Option, Scenario
from game.scenario.read import read_draft


@dataclass(frozen=True, slots=True)
class Span:
    """A decision, an event or an option, and the lines of the text it takes, the first and the last."""

    id: str
    first: int
    last: int
    options: tuple["Span", ...] = ()


@dataclass(frozen=True, slots=True)
class Desk:
    """A text that is, or will be, a case. ``scenario`` is None while it has errors."""

    text: str
    scenario: Scenario | None
    found: tuple[Diagnostic, ...]
    spans: tuple[Span, ...]

    @classmethod
    def of(cls, text: str, path: Path) -> "Desk":
        """Read a text as the file of a path, as often as it changes."""
        scenario, found = read_draft(text, path)
        return cls(text, scenario, tuple(found), tuple(spans_of(text, str(path))))

    def refused(self, found: Iterable[Diagnostic]) -> "Desk":
        """The same text as a case that cannot be played for further faults: its theory does not bear it."""
        return replace(self, scenario=None, found=(*self.found, *found))

    @property
    def errors(self) -> int:
        """How many faults keep it from being played."""
        return sum(fault.severity == "error" for fault in self.found)

    def at(self, line: int) -> Decision | Event | None:
        """The decision or event in which a line stands, if the case can be read."""
        span = self.span_at(line)
        if span is None or self.scenario is None:
            return None
        return next((item for item in self.scenario.play if item.id == span.id), None)

    def option_at(self, line: int) -> Option | None:
        """The option in which a line stands."""
        span, item = self.option_span_at(line), self.at(line)
        return item.option(span.id) if span is not None and isinstance(item, Decision) else None

    def line_of(self, item: str, option: str = "") -> int:
        """The first line of a decision or event, or of an option of it; 1 if there is none of that id."""
        return line_of(self.spans, item, option)

    def option_span_at(self, line: int) -> Span | None:
        """The option in whose lines a line stands; known as long as the text is YAML."""
        span = self.span_at(line)
        return next((o for o in span.options if o.first <= line <= o.last), None) if span else None

    def span_at(self, line: int) -> Span | None:
        """The decision or event in whose lines a line stands; known as long as the text is YAML."""
        return next((span for span in self.spans if span.first <= line <= span.last), None)


def line_of(spans: Iterable[Span], item: str, option: str = "") -> int:
    """The first line of a decision or event, or of an option of it; 1 if there is none of that id."""
    span = next((span for span in spans if span.id == item), None)
    inner = next((o for o in span.options if o.id == option), span) if span else None
    return inner.first if inner else 1


def spans_of(text: str, file: str) -> Iterator[Span]:
    """Where each item of ``play`` stands; nothing where the text is no YAML."""
    root = read_text(text, file, Faults())
    play = root.values.get("play") if isinstance(root, Table) else None
    if not isinstance(root, Table) or not isinstance(play, Listing):
        return
    later = [place.line for key, place in root.keys.items() if place.line > play.place.line and key != "play"]
    end = min(later, default=text.count("\n") + 2) - 1
    yield from _ranged(play.items, ("decision", "id"), end)


def _ranged(items: tuple[Value, ...], names: tuple[str, ...], end: int) -> Iterator[Span]:
    """Each item from its own first line to the line before the next."""
    for item, after in zip(items, (*(other.place.line for other in items[1:]), end + 1), strict=True):
        if isinstance(item, Table):
            last = max(after - 1, item.place.line)
            options = item.values.get("options")
            inner = tuple(_ranged(options.items, ("id",), last)) if isinstance(options, Listing) else ()
            yield Span(_name(item, names), item.place.line, last, inner)


def _name(item: Table, names: tuple[str, ...]) -> str:
    found = (item.values.get(name) for name in names)
    return next((value.text for value in found if isinstance(value, Scalar) and value.text), "")

"""Citations: ``source@P12``, ``outside:KEY`` or ``ours``, checked against the bibliography; and how they read."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from game.reading.diagnostics import Faults, quoted
from game.reading.forms import Form, one_or_more, text_of
from game.reading.places import Value
from game.scenario.model import Cites, Common

OURS = "ours"
OUR_CODING = "the game's own coding"
NO_SOURCE = "no source given"
PARAGRAPH = re.compile(r"[a-z][a-z0-9-]*@[A-Za-z]+[0-9]+[a-z]?")
FORMS = "source@P12, outside:KEY or ours"
BETWEEN_WORKS = re.compile(r"; *(?![^(]*\))")
PAGES = re.compile(r"\d+(-\d+)?(, *\d+(-\d+)?)*")
NOTE = re.compile(r"p\. (?P<page>\d+), note (?P<note>\d+)")


def cites_in(form: Form, common: Common, *, key: str = "cite") -> Cites:
    """The citations of a table, one or a list; none if it has none."""
    value = form.take(key)
    return () if value is None else cites_of(value, common, form.faults)


def cites_of(value: Value, common: Common, faults: Faults) -> Cites:
    """One citation, or a list of them."""
    return tuple(_cite(item, common, faults) for item in one_or_more(value))


def _cite(value: Value, common: Common, faults: Faults) -> str:
    cite = text_of(value, "a citation", faults)
    if cite.startswith("outside:"):
        _check_outside(value, cite.removeprefix("outside:"), common, faults)
    elif PARAGRAPH.fullmatch(cite):
        _check_paragraph(value, cite, common, faults)
    elif cite and cite != OURS:
        message = f"{quoted(cite)} is not a citation; each paragraph is one of its own, without ranges"
        faults.error(value.place, "odd-citation", message, FORMS)
    return cite


def _check_outside(value: Value, key: str, common: Common, faults: Faults) -> None:
    if key not in common.outside:
        message = f"sources.yaml has no {quoted(key)} under outside"
        faults.unknown(value.place, "unknown-source", message, key, common.outside)


def _check_paragraph(value: Value, cite: str, common: Common, faults: Faults) -> None:
    name, _, mark = cite.partition("@")
    source = common.sources.get(name)
    if source is None:
        message = f"sources.yaml has no source {quoted(name)}"
        faults.unknown(value.place, "unknown-source", message, name, common.sources)
    elif mark not in source.paragraphs:
        message = f"sources.yaml has no page for {quoted(mark)} of {name}"
        faults.unknown(value.place, "unknown-paragraph", message, mark, source.paragraphs)


# --- how they read -----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Reference:
    """A work as it is cited (authors and year, or a newspaper and its day), and the place in it."""

    work: str
    place: str = ""
    """``p. 15``, ``pp. 15–16``, or the name of a section; "" where the work is cited as a whole."""

    def __str__(self) -> str:
        """As it stands behind a sentence."""
        return f"{self.in_short}, {self.place}" if self.place else self.in_short

    @property
    def in_short(self) -> str:
        """The work; of several newspapers under one key the first, and how many more there are."""
        first, *more = BETWEEN_WORKS.split(self.work)
        return f"{first}, and {len(more)} more" if len(more) > 1 else self.work


def citation(cites: Cites, common: Common) -> str:
    """Several citations as one string."""
    return together(references(cites, common))


def together(cited: Iterable[Reference]) -> str:
    """Works and places, one after the other."""
    return "; ".join(map(str, cited))


def shortened(found: Iterable[Reference]) -> tuple[str, ...]:
    """The works that stand shortened behind their sentences, in full, each once."""
    return tuple(dict.fromkeys(reference.work for reference in found if reference.in_short != reference.work))


def references(cites: Cites, common: Common) -> tuple[Reference, ...]:
    """The works cited, each once, the places in it drawn together; never none."""
    works: dict[str, list[str]] = {}
    for cite in cites or (NO_SOURCE,):
        work, place = _work_and_place(cite, common)
        places = works.setdefault(work, [])
        places += [place] if place and place not in places else []
    return tuple(Reference(work, _drawn_together(places)) for work, places in works.items())


def _work_and_place(cite: str, common: Common) -> tuple[str, str]:
    """The work of a citation, and its page or section."""
    if cite == OURS:
        return OUR_CODING, ""
    if cite.startswith("outside:"):
        return common.outside.get(cite.removeprefix("outside:"), cite), ""
    name, _, mark = cite.partition("@")
    source = common.sources.get(name)
    return (source.short, source.paragraphs.get(mark, "")) if source else (cite, "")


def _drawn_together(places: list[str]) -> str:
    """Pages of one work as ``pp. 8–9, 12``, notes on them as ``notes 3, 5``; sections by their names."""
    notes = [found for place in places if (found := NOTE.fullmatch(place))]
    paged = [place for place in places if PAGES.fullmatch(place)] + [found["page"] for found in notes]
    plain = [place for place in places if not (PAGES.fullmatch(place) or NOTE.fullmatch(place))]
    return ", ".join(
        [
            *_counted("p.", "pp.", {page for place in paged for part in place.split(",") for page in _range(part)}),
            *_counted("note", "notes", {int(found["note"]) for found in notes}),
            *(place if place.startswith("p. ") else f"“{place}”" for place in plain),
        ]
    )


def _counted(one: str, many: str, numbers: set[int]) -> list[str]:
    """Numbers behind the word for them; nothing where there is none."""
    runs = _runs(numbers)
    return [f"{many if len(numbers) > 1 else one} {', '.join(runs)}"] if runs else []


def _range(place: str) -> range:
    """``15-16`` as numbers."""
    first, _, last = place.partition("-")
    return range(int(first), int(last or first) + 1)


def _runs(numbers: set[int]) -> list[str]:
    """Numbers in order, those that follow one another drawn together."""
    firsts = [number for number in sorted(numbers) if number - 1 not in numbers]
    lasts = [number for number in sorted(numbers) if number + 1 not in numbers]
    return [str(f) if f == to else f"{f}–{to}" for f, to in zip(firsts, lasts, strict=True)]

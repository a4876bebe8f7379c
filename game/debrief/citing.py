"""Citations as a reader needs them: author, year, page; and how sure a line or a sentence is."""

from collections.abc import Iterable

from game.debrief.model import Cited, EventTold, Kind, Reference
from game.debrief.wording import day_of
from game.rules.theory import Theory
from game.rules.trace import Line
from game.scenario.model import Cites, Common, Event, Fact

OURS = "ours"
NO_SOURCE = "no source given"


def citation(cites: Cites, common: Common) -> str:
    """Several citations as one string."""
    return "; ".join(map(str, references(cites, common)))


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
    name, _, mark = cite.partition("@")
    source = common.sources.get(name)
    return (source.short, source.paragraphs.get(mark, "")) if source else (common.citation(cite), "")


def _drawn_together(places: list[str]) -> str:
    """Pages of one work as ``pp. 8–9, 12``; sections by their names."""
    pages = [place for place in places if place.replace("-", "").isdigit()]
    named = [place if place.startswith("p. ") else f"“{place}”" for place in places if place not in pages]
    runs = _runs({page for place in pages for page in _pages(place)})
    plural = len(runs) > 1 or any("–" in run for run in runs)
    numbered = [f"{'pp.' if plural else 'p.'} {', '.join(runs)}"] if runs else []
    return ", ".join(numbered + named)


def _pages(place: str) -> range:
    """``15-16`` as pages."""
    first, _, last = place.partition("-")
    return range(int(first), int(last or first) + 1)


def _runs(pages: set[int]) -> list[str]:
    """Pages in order, those that follow one another drawn together."""
    firsts = [page for page in sorted(pages) if page - 1 not in pages]
    lasts = [page for page in sorted(pages) if page + 1 not in pages]
    return [str(f) if f == to else f"{f}–{to}" for f, to in zip(firsts, lasts, strict=True)]


def told(event: Event, common: Common) -> EventTold:
    """An event as it was told to the players."""
    return EventTold(event.text, citation(event.cite, common) if event.cite else "", day_of(event.date))


def cited(facts: Iterable[Fact], common: Common, kind: Kind = "stated") -> tuple[Cited, ...]:
    """Sentences of fact with their sources; what rests on our coding alone is marked as ours."""
    return tuple(
        Cited(fact.text, "ours" if set(fact.cite) == {OURS} else kind, references(fact.cite, common)) for fact in facts
    )


def sureness(line: Line, theory: Theory) -> Kind:
    """How sure the rule of a line is; what somebody disputes is disputed, also where a paper says it."""
    if any(rule.id == line.rule and rule.disputed for rule in theory.rules()):
        return "disputed"
    return "stated" if line.stated else "ours"

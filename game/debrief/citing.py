"""Citations as a reader needs them: author, year, page; and how sure a line or a sentence is."""

from collections.abc import Iterable

from game.debrief.model import Cited, EventTold, Kind
from game.debrief.wording import day_of
from game.rules.theory import Theory
from game.rules.trace import Line
from game.scenario.model import Cites, Common, Event, Fact

OURS = "ours"
NO_SOURCE = "no source given"


def citation(cites: Cites, common: Common) -> str:
    """Several citations as one string; pages of one work are drawn together."""
    works: dict[str, list[str]] = {}
    for cite in cites or (NO_SOURCE,):
        work, page = _work_and_page(cite, common)
        works.setdefault(work, []).extend(p for p in page if p not in works.get(work, []))
    return "; ".join(_with_pages(work, pages) for work, pages in works.items())


def _work_and_page(cite: str, common: Common) -> tuple[str, list[str]]:
    """The work of a citation, and its page if it has one with a number."""
    name, _, mark = cite.partition("@")
    source = common.sources.get(name)
    page = source.paragraphs.get(mark, "") if source else ""
    if source is None or not page.replace("-", "").isdigit():
        return common.citation(cite), []
    return source.short, [page]


def _with_pages(work: str, pages: list[str]) -> str:
    if not pages:
        return work
    several = len(pages) > 1 or "-" in pages[0]
    return f"{work}, {'pp.' if several else 'p.'} {', '.join(pages).replace('-', '–')}"


def told(event: Event, common: Common) -> EventTold:
    """An event as it was told to the players."""
    return EventTold(event.text, citation(event.cite, common) if event.cite else "", day_of(event.date))


def cited(facts: Iterable[Fact], common: Common, kind: Kind = "stated") -> tuple[Cited, ...]:
    """Sentences of fact with their sources; what rests on our coding alone is marked as ours."""
    return tuple(
        Cited(fact.text, "ours" if set(fact.cite) <= {OURS} else kind, citation(fact.cite, common)) for fact in facts
    )


def sureness(line: Line, theory: Theory) -> Kind:
    """How sure the rule of a line is; what somebody disputes is disputed, also where a paper says it."""
    if any(rule.id == line.rule and rule.disputed for rule in theory.rules()):
        return "disputed"
    return "stated" if line.stated else "ours"

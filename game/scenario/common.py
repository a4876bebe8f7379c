"""What scenarios share: agreements, people, sources and glossary, each one file of a ``common/`` folder."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from game.reading.diagnostics import Diagnostic, Faults
from game.reading.files import is_there, leads_out, read_file
from game.reading.forms import Form, pairs_of, text_of, word_of
from game.reading.places import Scalar, Table, Value
from game.rules.moves import Entry
from game.rules.words import FIELDS
from game.scenario.citations import cites_in
from game.scenario.model import Common, Fact, Person, Source
from game.scenario.names import date_in
from game.scenario.vocabulary import CLASSES, NAME, OFFICE, TERM

FILES = ("sources", "agreements", "people", "glossary")
Pairs = Iterable[tuple[Scalar, Value]]


def read_common(folder: Path, over: Common | None = None) -> tuple[Common, list[Diagnostic]]:
    """The shared files of a folder, laid over what is shared already. A file that is missing adds nothing."""
    faults = Faults()
    common = _with_sources(over or Common(), _pairs_in(folder, "sources", faults), faults)
    entries = read_entries(_pairs_in(folder, "agreements", faults), common, faults)
    people = {key.text: _person(key, value, common, faults) for key, value in _pairs_in(folder, "people", faults)}
    terms = {key.text: _term(key, value, common, faults) for key, value in _pairs_in(folder, "glossary", faults)}
    common = replace(
        common,
        agreements=common.agreements | entries,
        people=common.people | people,
        glossary=common.glossary | {term: fact.text for term, fact in terms.items()},
        glossary_cites=common.glossary_cites | {term: fact.cite for term, fact in terms.items() if fact.cite},
    )
    return common, faults.listed()


def read_entries(pairs: Pairs, common: Common, faults: Faults) -> dict[str, Entry]:
    """Agreements by id: of the shared file, or of a scenario that defines its own."""
    return {key.text: _entry(key, value, common, faults) for key, value in pairs}


def _pairs_in(folder: Path, name: str, faults: Faults) -> Pairs:
    path = folder / f"{name}.yaml"
    document = read_file(path, faults) if is_there(path) and not leads_out(folder, path) else None
    return () if document is None else tuple(pairs_of(document.root, f"{name}.yaml", faults))


def _entry(key: Scalar, value: Value, common: Common, faults: Faults) -> Entry:
    with Form(value, "an agreement", faults) as form:
        return Entry(
            id=key.text,
            field=form.word("field", FIELDS),
            title=form.text("title", needed=True, most=NAME),
            binds=frozenset(word_of(item, CLASSES, "a class of acts", faults) for item in form.items("binds")),
            body=form.yes_no("body"),
            ends=form.word("ends", ("administration",), default="") == "administration",
            cite=cites_in(form, common),
        )


def _person(key: Scalar, value: Value, common: Common, faults: Faults) -> Person:
    with Form(value, "a person", faults) as form:
        return Person(
            id=key.text,
            name=form.text("name", needed=True, most=NAME),
            office=form.text("office", most=OFFICE),
            cite=cites_in(form, common),
            since=date_in(form, "since"),
            until=date_in(form, "until"),
        )


def _term(key: Scalar, value: Value, common: Common, faults: Faults) -> Fact:
    """A term of the glossary: a definition of our own, or a table of a text and what it rests on."""
    if not isinstance(value, Table):
        return Fact(text_of(value, key.text, faults, TERM))
    with Form(value, "a term", faults) as form:
        return Fact(form.text("text", needed=True, most=TERM), cites_in(form, common))


def _with_sources(over: Common, pairs: Pairs, faults: Faults) -> Common:
    """The bibliography. A known source keeps what is not written anew, so that one paragraph can be added."""
    sources, outside = dict(over.sources), dict(over.outside)
    for key, value in pairs:
        if key.text == "outside":
            outside |= {
                name.text: text_of(item, name.text, faults) for name, item in pairs_of(value, "outside", faults)
            }
        else:
            sources[key.text] = _source(key, value, sources.get(key.text), faults)
    return replace(over, sources=sources, outside=outside)


def _source(key: Scalar, value: Value, known: Source | None, faults: Faults) -> Source:
    ground = known or Source(key.text, "", "", "")
    with Form(value, "a source", faults) as form:
        authors = form.text("authors", needed=known is None) or ground.authors
        year = form.text("year", needed=known is None) or ground.year
        pages = {mark.text: text_of(page, mark.text, faults) for mark, page in form.pairs("paragraphs")}
        return Source(
            id=key.text,
            authors=authors,
            year=year,
            title=form.text("title") or ground.title,
            where=form.text("where") or form.text("journal") or ground.where,
            short=form.text("short") or ground.short or f"{short_names(authors)} {year}",
            paragraphs={**ground.paragraphs, **pages},
        )


def short_names(authors: str) -> str:
    """``Simon Reich and Mark Aspinwall`` as a citation has them: ``Reich & Aspinwall``."""
    names = [name.split()[-1] for name in authors.replace(" and ", ", ").split(", ") if name.strip()]
    return f"{names[0]} et al." if len(names) > 2 else " & ".join(names)

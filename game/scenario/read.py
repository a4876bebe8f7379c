"""Reads a scenario file: every fault of it at once, or a :class:`Scenario` that needs no further checking."""

from pathlib import Path
from typing import NamedTuple

from game.reading.diagnostics import Diagnostic, Faults, quoted
from game.reading.files import Document, digest, is_folder, leads_out, read_file
from game.reading.forms import Form, items_of, text_of, whole_of, word_of
from game.reading.names import id_in
from game.reading.places import Listing, Scalar, Table, Value, at, items_in, read_text
from game.rules.moves import Entry
from game.rules.words import CAPITALS, CONDITIONS, FIELDS, OPPONENTS
from game.scenario.citations import cites_in
from game.scenario.common import read_common, read_entries
from game.scenario.conditions import condition_in
from game.scenario.contradictions import check_consents
from game.scenario.facts import facts_in, owed_cites_in
from game.scenario.known_later import check_knowledge
from game.scenario.model import Cites, Common, Fact, Person, Question, Scenario
from game.scenario.options_reader import joined
from game.scenario.play_reader import read_play
from game.scenario.reading_time import check_reading_time
from game.scenario.references import References, outline_of, signed_in
from game.scenario.shelf import COMMON, link_out, shipped_common, shipped_scenarios
from game.scenario.texts import texts_in
from game.scenario.vocabulary import (
    AIMS,
    ASK,
    CONTENT_NOTE,
    FACT,
    LEFT_OUT,
    LEVELS,
    OBJECTIVE,
    SAYS,
    SUMMARY,
    TITLE,
    TRANSFER,
)
from game.scenario.wording import check_wording

__all__ = ["read_common", "read_scenario", "shipped_scenarios"]

FORMAT = 1
FIRST_YEAR, LAST_YEAR = 1800, 2100
MINUTES_MOST = 600
METER_MOST = 5
LEVEL_MOST = 2
COUNT_MOST = 999_999_999


def read_scenario(
    path: Path, common: Common | None = None, *, advice: bool = False
) -> tuple[Scenario | None, list[Diagnostic]]:
    """The scenario of a file, or None if it has errors; and all that is wrong with it, warnings included.

    ``common`` is what comes with the game, unless given; a ``common/`` beside the file is laid over it. ``advice``:
    also what concerns the author alone and not who plays: how the texts are put, and how long they are to read.
    """
    ground, found = common_for(path, common)
    faults = Faults(found)
    document = read_file(path, faults)
    scenario = None if document is None else _scenario(document, path, ground, faults)
    if advice and document is not None:
        _advise(document.root, None if faults.broken else scenario, faults)
    return None if faults.broken else scenario, faults.listed()


def read_draft(text: str, path: Path, common: Common | None = None) -> tuple[Scenario | None, list[Diagnostic]]:
    """The same for a text that is still being written, and will be the file of that path; with advice."""
    ground, found = common_for(path, common)
    faults = Faults(found)
    root = read_text(text, str(path), faults)
    scenario = None if root is None else _scenario(Document(root, digest(text)), path, ground, faults)
    if root is not None:
        _advise(root, None if faults.broken else scenario, faults)
    return None if faults.broken else scenario, faults.listed()


def _advise(root: Value, scenario: Scenario | None, faults: Faults) -> None:
    texts = list(texts_in(root))
    check_knowledge(texts, faults)
    check_wording(texts, faults)
    minutes = at(root, "minutes")
    if scenario and isinstance(minutes, Table):
        check_reading_time(scenario, {part: value.place for part, value in minutes.values.items()}, faults)


def common_for(path: Path, common: Common | None = None) -> tuple[Common, list[Diagnostic]]:
    """What the scenario of a file shares with others, and what is wrong with that."""
    ground, found = (common, []) if common is not None else shipped_common()
    beside = path.parent / COMMON
    if not is_folder(beside) or beside.resolve() == (shipped_scenarios() / COMMON).resolve():
        return ground, found
    if leads_out(path.parent, beside):
        return ground, [*found, link_out(beside)]
    laid, more = read_common(beside, ground)
    return laid, found + more


class Start(NamedTuple):
    """How things stand before the first decision."""

    fields: tuple[str, ...]
    levels: tuple[tuple[int, int, int, int], ...]
    frustration: int
    standing: int
    ledger: tuple[str, ...]
    offices: dict[str, str]
    cite: Cites


def _scenario(document: Document, path: Path, common: Common, faults: Faults) -> Scenario:
    with Form(document.root, "the scenario", faults) as form:
        form.whole("format", FORMAT, FORMAT)
        entries = common.agreements | read_entries(form.pairs("agreements"), common, faults)
        refs = _references(form, entries, common, faults)
        start = _start(form, refs)
        outcome, disputed, left_out = _history(form, refs)
        questions, transfer = _debrief(form, refs)
        return Scenario(
            id=_id_in(form, path),
            title=form.text("title", needed=True, most=TITLE),
            years=_years(form),
            minutes=_minutes(form),
            level=form.word("level", LEVELS),
            roles=_words(form, "roles", CAPITALS),
            objectives=_texts(form, "objectives", OBJECTIVE, needed=True),
            fields=start.fields,
            start_levels=start.levels,
            frustration=start.frustration,
            standing=start.standing,
            ledger=start.ledger,
            offices=start.offices,
            play=read_play(_play(form, refs), refs),
            agreements=entries,
            people=tuple(_person(item, refs) for item in _each_once(form.items("people"), form.faults)),
            common=common,
            aims=_aims(form),
            start_cite=start.cite,
            content_note=form.text("content_note", most=CONTENT_NOTE),
            summary=_summary(form),
            role_briefs=_role_briefs(form),
            known_now=facts_in(form, "known_now", refs, FACT),
            outcome=outcome,
            disputed=disputed,
            left_out=left_out,
            other_account=tuple(_counted(item, refs) for item in form.items("other_account")),
            questions=questions,
            transfer=transfer,
            digest=document.digest,
            path=str(path),
            opponent=form.word("opponent", OPPONENTS, default="history"),
        )


def _references(form: Form, entries: dict[str, Entry], common: Common, faults: Faults) -> References:
    """What can be referred to, from the bare words of ``start`` and ``play``."""
    start, play = form.take("start"), form.take("play")
    fields, in_force = at(start, "fields"), items_in(at(start, "ledger"))
    return References(
        faults=faults,
        common=common,
        # where no field can be read, that is the fault, and not every word that names one
        fields=tuple(fields.values) if isinstance(fields, Table) and fields.values else FIELDS,
        entries=entries,
        makeable=signed_in(play) | {entry.text for entry in in_force if isinstance(entry, Scalar)},
        steps=outline_of(play),
    )


# --- what it is ---------------------------------------------------------------------------------------------


def _id_in(form: Form, path: Path) -> str:
    text = id_in(form)
    if text and text != path.stem:
        message = f"the id {quoted(text)} is not the name of the file"
        form.faults.warning(form.place_of("id"), "id-not-file", message, path.stem)
    return text


def _years(form: Form) -> tuple[int, int]:
    values = form.items("years", needed=True)
    years = [whole_of(value, FIRST_YEAR, LAST_YEAR, "a year", form.faults) for value in values]
    if len(years) == 2 and years[0] <= years[1]:
        return years[0], years[1]
    if values:
        form.faults.error(
            form.place_of("years"),
            "odd-years",
            "these are not the years of a beginning and an end",
            "as in [1995, 2001]",
        )
    return FIRST_YEAR, LAST_YEAR


def _minutes(form: Form) -> dict[str, int]:
    with form.inner("minutes", "minutes", needed=True) as minutes:
        return {part: minutes.whole(part, 0, MINUTES_MOST) for part in ("brief", "play", "debrief")}


def _words(form: Form, key: str, allowed: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(word_of(value, allowed, key, form.faults) for value in _each_once(_some(form, key), form.faults))


def _play(form: Form, refs: References) -> tuple[Value, ...]:
    check_consents(form.take("play"), refs.faults)
    return _some(form, "play")


def _texts(form: Form, key: str, most: int, *, needed: bool = False) -> tuple[str, ...]:
    values = _some(form, key) if needed else form.items(key)
    return tuple(text_of(value, key, form.faults, most) for value in values)


def _some(form: Form, key: str) -> tuple[Value, ...]:
    """The values of a list that must be there and may not be empty."""
    value = form.need(key)
    if isinstance(value, Listing) and not value.items:
        form.faults.error(value.place, "empty-list", f"{key} is empty", "at least one")
    return () if value is None else items_of(value, key, form.faults)


def _each_once(values: tuple[Value, ...], faults: Faults) -> tuple[Value, ...]:
    """The values of a list in which no name may stand twice."""
    seen: set[str] = set()
    for value in values:
        name = value.text if isinstance(value, Scalar) else ""
        if name in seen:
            faults.error(value.place, "listed-twice", f"{quoted(name)} stands in this list already", "each once")
        seen |= {name} - {""}
    return values


def _summary(form: Form) -> str:
    """The paragraph of the brief screen; ``brief`` is an older name for it."""
    summary, brief = form.text("summary", most=SUMMARY), form.text("brief", most=SUMMARY)
    if summary and brief:
        form.faults.error(form.place_of("brief"), "twice", "brief and summary are the same", "one of them")
    return summary or brief


def _role_briefs(form: Form) -> dict[str, str]:
    with form.inner("role_briefs", "role_briefs") as briefs:
        return {side: text for side in CAPITALS if (text := briefs.text(side, most=SUMMARY))}


def _aims(form: Form) -> dict[str, tuple[str, ...]]:
    with form.inner("aims", "aims") as aims:
        asked = {side: _each_once(aims.items(side), form.faults) for side in CAPITALS}
    found = {side: tuple(word_of(item, AIMS, "an aim", form.faults) for item in items) for side, items in asked.items()}
    return {side: words for side, words in found.items() if words}


# --- how things stand ---------------------------------------------------------------------------------------


def _start(form: Form, refs: References) -> Start:
    with form.inner("start", "the start", needed=True) as start:
        fields = [_field(key, value, refs) for key, value in start.pairs("fields", needed=True)]
        if "fields" in start and not fields:
            form.faults.error(start.place_of("fields"), "empty-list", "there is no field", "at least one")
        return Start(
            fields=tuple(name for name, _, _ in fields),
            levels=tuple(levels for _, levels, _ in fields),
            frustration=start.whole("frustration", 0, METER_MOST),
            standing=start.whole("standing", 0, METER_MOST),
            ledger=tuple(refs.entry_of(item) for item in _each_once(start.items("ledger"), form.faults)),
            offices=_offices(start, refs),
            cite=joined(*(cite for _, _, cite in fields), cites_in(start, refs.common)),
        )


def _field(key: Scalar, value: Value, refs: References) -> tuple[str, tuple[int, int, int, int], Cites]:
    with Form(value, "a field", refs.faults) as form:
        interest, coordination, institution, capacity = (form.whole(name, 0, LEVEL_MOST) for name in CONDITIONS)
        levels = (interest, coordination, institution, capacity)
        return word_of(key, FIELDS, "a field", refs.faults), levels, owed_cites_in(form, refs)


def _offices(start: Form, refs: References) -> dict[str, str]:
    with start.inner("offices", "offices") as offices:
        holders = {side: value for side in CAPITALS if (value := offices.take(side)) is not None}
    return {side: refs.person_of(value) for side, value in holders.items()}


def _person(value: Value, refs: References) -> Person:
    name = refs.person_of(value)
    return refs.common.people.get(name, Person(name, name))


# --- what came of it ----------------------------------------------------------------------------------------


def _history(form: Form, refs: References) -> tuple[tuple[Fact, ...], tuple[Fact, ...], tuple[str, ...]]:
    """What happened, what is disputed, and what the case leaves out."""
    with form.inner("history", "the history") as history:
        return (
            facts_in(history, "outcome", refs, FACT),
            facts_in(history, "disputed", refs, FACT),
            _texts(history, "left_out", LEFT_OUT),
        )


def _counted(value: Value, refs: References) -> tuple[str, int, Cites]:
    """One line of the account that is kept apart from every score."""
    with Form(value, "a count", refs.faults) as form:
        what, count = form.text("what", needed=True, most=SAYS), form.whole("count", 0, COUNT_MOST)
        return what, count, owed_cites_in(form, refs)


def _debrief(form: Form, refs: References) -> tuple[tuple[Question, ...], str]:
    with form.inner("debrief", "the debrief") as debrief:
        questions = tuple(_question(item, refs) for item in debrief.items("questions"))
        return questions, debrief.text("transfer", most=TRANSFER)


def _question(value: Value, refs: References) -> Question:
    with Form(value, "a question", refs.faults) as form:
        side = form.word("for", CAPITALS, default="")
        return Question(form.text("ask", needed=True, most=ASK), condition_in(form, refs, None), side)

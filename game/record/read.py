"""Reads case files: every fault at once, or coded cases that need no further checking."""

from collections.abc import Sequence
from pathlib import Path

from game.reading.diagnostics import Diagnostic, Faults, quoted
from game.reading.files import read_file
from game.reading.forms import Form, whole_of, word_of, yes_no_of
from game.reading.names import id_in
from game.reading.places import Listing, Value
from game.record.model import DELIVERED, KINDS, NOT_SET_YET, ORIENTATIONS, OWN_ENTRY, Case, Cites, Found, Real
from game.rules.moves import Act, Entry, Offer
from game.rules.state import UNTIL_SETTLED, Field
from game.rules.words import (
    CAPITALS,
    CONDITIONS,
    DEMANDS,
    FEELS_MORE,
    FIELDS,
    FOLLOW_UPS,
    GRIEVANCES,
    LEVERS,
    MANNERS,
    OFFER_RECEPTIONS,
    PURPOSES,
    RECEPTIONS,
    VISIBILITIES,
    WHOSE,
)
from game.scenario.citations import cites_in
from game.scenario.model import Common
from game.scenario.vocabulary import CLASSES, TITLE

FORMAT = 1
FIRST_YEAR, LAST_YEAR = 1800, 2100
LEVEL_MOST = 2
ALONE = ("act", "incident")
WITH_OFFER = ("joint", "prospect")
UNANSWERED = ("omission", "turn")
BY = (*CAPITALS, "both", "nobody")
MARKS = ("soil", "face", "rank", "harm", "warned", "needs", "visibility", "mooted", "demands", "does")
SIDES = ("harm_north", "feels_more")
OFFERED = ("recognises", "drops_claim", "withdraws", "shares", "talks", "builds", "gives", "binds", "body", "ends")
OF_ANY_CASE = frozenset({
    "purpose", "field", "orientation", "years",
    *(f"state.{key}" for key in (*CONDITIONS, "shut", "open", "bound", "told", "consent")),
})  # fmt: skip
OF_ACTS = frozenset({*MARKS, *SIDES, "whose"})
OF_OFFERS = frozenset({*SIDES, *(f"offer.{key}" for key in (*OFFERED, "by", "delivered"))})
"""What ``inferred`` and ``doubtful`` may name: what a case of that kind has."""


def read_cases(path: Path, common: Common) -> tuple[tuple[Case, ...], list[Diagnostic]]:
    """The cases of a file, in its order; none if it has errors; and all that is wrong with it."""
    faults = Faults()
    cases = _cases(path, common, faults, whole=True)
    return () if faults.broken else cases, faults.listed()


def read_coding(path: Path, common: Common) -> tuple[tuple[Case, ...], list[Diagnostic]]:
    """A second reader's coding of known cases: marks and states alone, without what came of them."""
    faults = Faults()
    cases = _cases(path, common, faults, whole=False)
    return () if faults.broken else cases, faults.listed()


def _cases(path: Path, common: Common, faults: Faults, *, whole: bool) -> tuple[Case, ...]:
    document = read_file(path, faults)
    if document is None:
        return ()
    with Form(document.root, "the file", faults) as form:
        form.whole("format", FORMAT, FORMAT)
        items = form.items("cases", needed=True)
        cases = tuple(_case(item, common, faults, path.stem, whole=whole) for item in items)
    _same_ids(cases, items, faults)
    return cases


def _same_ids(cases: Sequence[Case], items: Sequence[Value], faults: Faults) -> None:
    seen = set[str]()
    for case, item in zip(cases, items, strict=True):
        if case.id and case.id in seen:
            faults.error(item.place, "id-twice", f"two cases have the id {quoted(case.id)}", "another id")
        seen.add(case.id)


def _case(value: Value, common: Common, faults: Faults, source: str, *, whole: bool) -> Case:
    with Form(value, "a case", faults) as form:
        name, years = id_in(form), _years(form) if whole else (LAST_YEAR, LAST_YEAR)
        kind = form.word("kind", KINDS) if whole else form.word("kind", KINDS, default=_kind_of(form))
        scored = _scored(form, kind, whole=whole)
        found = _found(form, kind, years[0], faults, owed=scored)
        return Case(
            id=name,
            title=form.text("title", needed=whole, most=TITLE),
            years=years,
            by=form.word("by", BY, default=None if whole else "nobody"),
            kind=kind,
            orientation=form.word("orientation", ORIENTATIONS, default=None if whole else ORIENTATIONS[0]),
            purpose=form.word("purpose", PURPOSES, default=None if whole else PURPOSES[0]),
            found=found,
            real=_real(form, kind, faults, owed=whole and scored and kind not in UNANSWERED),
            cite=_sources(form, common, needed=whole),
            note=form.text("note"),
            inferred=_coded(form, "inferred"),
            doubtful=_coded(form, "doubtful"),
            scored=scored,
            unscored=form.text("unscored"),
            told_in=form.text("told_in"),
            source=source,
        )


def _scored(form: Form, kind: str, *, whole: bool) -> bool:
    """Is a case held against the rules? One that is not says why; what no rule answers cannot be."""
    scored = form.yes_no("scored", default=True)
    if whole and not scored and not form.text("unscored"):
        form.faults.error(form.place, "missing-key", "a case that is not scored does not say why", "unscored: why")
    if whole and scored and kind in UNANSWERED:
        form.faults.error(form.place_of("kind"), "no-rule", f"no rule receives a case of the kind {kind}", "scored: no")
    return scored


def _kind_of(form: Form) -> str:
    """A second reader's case without its kind: what has marks only is an act, what has an offer is joint."""
    return "joint" if "offer" in form else "act" if "marks" in form else "omission"


def _sources(form: Form, common: Common, *, needed: bool) -> Cites:
    cites = cites_in(form, common)
    if needed and form.is_table and not cites:
        form.faults.error(form.place, "missing-key", "a case without a source is an opinion", "cite: source@P12")
    return cites


def _years(form: Form) -> tuple[int, int]:
    value = form.need("years")
    if isinstance(value, Listing) and len(value.items) == 2:  # first and last
        first = whole_of(value.items[0], FIRST_YEAR, LAST_YEAR, "a year", form.faults)
        return first, whole_of(value.items[1], first, LAST_YEAR, "the last year", form.faults)
    year = FIRST_YEAR if value is None else whole_of(value, FIRST_YEAR, LAST_YEAR, "years", form.faults)
    return year, year


def _coded(form: Form, key: str) -> frozenset[str]:
    known = OF_ANY_CASE | (OF_OFFERS if "offer" in form else OF_ACTS if "marks" in form else frozenset())
    return frozenset(word_of(item, known, f"a mark under {key}", form.faults) for item in form.items(key))


# --- what was found ------------------------------------------------------------------------------------------


def _found(form: Form, kind: str, year: int, faults: Faults, *, owed: bool) -> Found:
    """The move and the field as it found it; a case that is not scored may leave the move out."""
    field = form.word("field", FIELDS)
    purpose = form.take("purpose")
    purpose_word = PURPOSES[0] if purpose is None else word_of(purpose, PURPOSES, "purpose", faults)
    here, bound = _state(form.inner("state", "the state", needed=kind != "turn"), faults)
    marks = form.inner("marks", "the marks", needed=owed and kind in ALONE)
    offer_form = form.inner("offer", "an offer", needed=owed and kind in WITH_OFFER)
    act = offer = entry = None
    by, delivered = "", "yes"
    if "offer" in form or (owed and kind in WITH_OFFER):
        offer, entry, by, delivered = _offer(offer_form, marks, field, purpose_word)
    elif "marks" in form or (owed and kind in ALONE):
        act = _act(marks, kind, field, purpose_word, faults)
    marks.close()
    offer_form.close()
    return Found.of(field, here, bound, year, act=act, offer=offer, offered_by=by, entry=entry, delivered=delivered)


def _state(form: Form, faults: Faults) -> tuple[Field, frozenset[str]]:
    with form:
        interest, coordination, institution, capacity = (form.whole(name, 0, LEVEL_MOST) for name in CONDITIONS)
        grievances = {word_of(item, GRIEVANCES, "a grievance", faults): 1 for item in form.items("open")}
        grievances.pop("", None)
        shut = UNTIL_SETTLED if form.yes_no("shut") else 0
        told, consent = form.yes_no("told"), form.yes_no("consent")
        here = Field(interest, coordination, institution, capacity, shut=shut, told=int(told), consent=int(consent))
        here = here._replace(**grievances)
        return here, _classes(form, "bound")


def _classes(form: Form, key: str) -> frozenset[str]:
    return frozenset(word_of(item, CLASSES, "a class of acts", form.faults) for item in form.items(key))


def _act(form: Form, kind: str, field: str, purpose: str, faults: Faults) -> Act:
    incident = kind == "incident"
    warned = form.take("warned")
    needs = form.yes_no("needs", default=not incident)
    return Act(
        field=field,
        purpose=purpose,
        soil=form.yes_no("soil"),
        face=form.yes_no("face"),
        rank=form.yes_no("rank"),
        harm=form.yes_no("harm"),
        warned=None if warned is None else yes_no_of(warned, "warned", faults),
        needs=needs and not incident,
        visibility=form.word("visibility", VISIBILITIES, default=VISIBILITIES[0]),
        mooted=form.yes_no("mooted"),
        does=_classes(form, "does"),
        incident=incident,
        demands=form.word("demands", DEMANDS, default=DEMANDS[0]),
        whose=form.word("whose", WHOSE, default="nobody"),
        feels_more=form.word("feels_more", FEELS_MORE, default="even"),
        harm_north=form.yes_no("harm_north"),
    )


def _offer(form: Form, sides: Form, field: str, purpose: str) -> tuple[Offer, Entry | None, str, str]:
    """The offer, the text that it would make, who makes it, and whether what it promised came."""
    builds = form.whole("builds", 0, LEVEL_MOST, default=0)
    binds = form.yes_no("binds")
    body, ends = form.yes_no("body"), form.yes_no("ends")
    entry = None
    if builds or binds:
        classes = frozenset({NOT_SET_YET}) if binds else frozenset[str]()
        entry = Entry(OWN_ENTRY, field, "what came of it", classes, body, ends)
    offer = Offer(
        field=field,
        purpose=purpose,
        recognises=form.yes_no("recognises", default=True),
        drops_claim=form.yes_no("drops_claim"),
        withdraws=form.yes_no("withdraws"),
        shares=form.yes_no("shares"),
        talks=form.yes_no("talks"),
        builds=builds,
        gives=form.whole("gives", 0, LEVEL_MOST, default=0),
        signs=OWN_ENTRY if entry else None,
        feels_more=sides.word("feels_more", FEELS_MORE, default="even"),
        harm_north=sides.yes_no("harm_north"),
    )
    by = form.word("by", (*CAPITALS, "both"), default="washington")
    return offer, entry, by, form.word("delivered", DELIVERED, default="yes")


# --- what came of it -----------------------------------------------------------------------------------------


def _real(form: Form, kind: str, faults: Faults, *, owed: bool) -> Real:
    value = form.need("real") if owed else form.take("real")
    if value is None:
        return Real()
    receptions = {**dict.fromkeys(ALONE, RECEPTIONS), **dict.fromkeys(WITH_OFFER, OFFER_RECEPTIONS)}
    known = receptions.get(kind, (*RECEPTIONS, *OFFER_RECEPTIONS))
    yes_no = ("yes", "no")
    with Form(value, "what came of it", faults) as real:
        return Real(
            reception=real.word("reception", known, default=None if kind in receptions else ""),
            then=real.word("then", FOLLOW_UPS, default=""),
            binding=real.word("binding", yes_no, default=""),
            manner=real.word("manner", MANNERS, default=""),
            lever=real.word("lever", LEVERS, default=""),
            lasted=real.word("lasted", yes_no, default=""),
        )

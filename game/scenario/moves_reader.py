"""Reads what an option carries: exactly one move of a closed list, which not every capital may make."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import NamedTuple

from game.reading.diagnostics import quoted
from game.reading.forms import Form, whole_of, word_of, yes_no_of
from game.reading.places import Scalar, Table, Value
from game.rules.moves import (
    Act,
    Answer,
    Consent,
    Follow,
    Keeps,
    Move,
    Objection,
    Offer,
    Reply,
    Tell,
    Turn,
    Wait,
)
from game.rules.words import (
    ANSWERS,
    CAPITALS,
    DEMANDS,
    FEELS_MORE,
    FOLLOW_UPS,
    LEVEL_OF_MANNER,
    LEVERS,
    MANNERS,
    PURPOSES,
    RECEPTIONS,
    VISIBILITIES,
    WHOSE,
)
from game.scenario.citations import cites_in
from game.scenario.contradictions import check_act, check_answer, check_offer
from game.scenario.model import Cites
from game.scenario.references import References
from game.scenario.vocabulary import CLASSES

WASHINGTON, MEXICO_CITY = CAPITALS
LEVEL_MOST = 2
FIRST_LEVER = RECEPTIONS.index("backlash")
ACT_MARKS = (
    "purpose",
    "soil",
    "face",
    "rank",
    "harm",
    "warned",
    "needs",
    "visibility",
    "mooted",
    "yields",
    "does",
    "demands",
    "feels_more",
    "harm_north",
    "whose",
)
OFFER_MARKS = (
    "purpose",
    "recognises",
    "drops_claim",
    "withdraws",
    "shares",
    "talks",
    "builds",
    "gives",
    "feels_more",
    "harm_north",
)


class Carried(NamedTuple):
    """A move, and the sources of its marks."""

    move: Move
    cite: Cites = ()


def read_move(key: str, value: Value, by: str, refs: References) -> Carried:
    """The move under one of the keys of :data:`CARRIERS`."""
    carrier = CARRIERS[key]
    if by in CAPITALS and carrier.by not in (None, by):
        refs.faults.error(value.place, "wrong-capital", f"{key} is not for {by}", f"by: {carrier.by}")
    return carrier.read(value, by, refs)


def read_incident(value: Value, refs: References) -> Carried:
    """The marks of what is nobody's policy: it yields nothing, is never only proposed, never needs Mexico."""
    with Form(value, "an incident", refs.faults) as form:
        whose = form.word("whose", WHOSE, default="nobody")
        incident = replace(_marks_in(form, refs), needs=False, incident=True, whose=whose)
        check_act(form, incident)
        return Carried(incident, cites_in(form, refs.common))


def _act(value: Value, _by: str, refs: References) -> Carried:
    with Form(value, "an act", refs.faults) as form:
        act = replace(
            _marks_in(form, refs),
            needs=form.yes_no("needs", default=True),
            mooted=form.yes_no("mooted"),
            yields=form.whole("yields", 0, LEVEL_MOST, default=0),
            demands=form.word("demands", DEMANDS, default="none"),
        )
        check_act(form, act)
        return Carried(act, cites_in(form, refs.common))


def _marks_in(form: Form, refs: References) -> Act:
    """The marks that acts and incidents have in common."""
    warned = form.take("warned")
    return Act(
        field=_field_in(form, refs),
        purpose=form.word("purpose", PURPOSES, default="operational"),
        soil=form.yes_no("soil"),
        face=form.yes_no("face"),
        rank=form.yes_no("rank"),
        harm=form.yes_no("harm"),
        warned=None if warned is None else yes_no_of(warned, "warned", form.faults),
        visibility=form.word("visibility", VISIBILITIES, default="open"),
        does=frozenset(word_of(item, CLASSES, "a class of acts", form.faults) for item in form.items("does")),
        feels_more=form.word("feels_more", FEELS_MORE, default="even"),
        harm_north=form.yes_no("harm_north"),
        doubtful=_doubtful_in(form, ACT_MARKS),
    )


def _offer(value: Value, by: str, refs: References) -> Carried:
    with Form(value, "an offer", refs.faults) as form:
        offer = Offer(
            field=_field_in(form, refs),
            purpose=form.word("purpose", PURPOSES, default="operational"),
            recognises=form.yes_no("recognises", default=True),
            drops_claim=form.yes_no("drops_claim"),
            withdraws=form.yes_no("withdraws"),
            shares=form.yes_no("shares"),
            talks=form.yes_no("talks"),
            builds=form.whole("builds", 0, LEVEL_MOST, default=0),
            gives=form.whole("gives", 0, LEVEL_MOST, default=0),
            signs=_signs_in(form, refs),
            feels_more=form.word("feels_more", FEELS_MORE, default="even"),
            harm_north=form.yes_no("harm_north"),
            doubtful=_doubtful_in(form, OFFER_MARKS),
        )
        check_offer(form, offer, by, refs.entries.get(offer.signs or ""))
        return Carried(offer, cites_in(form, refs.common))


def _signs_in(form: Form, refs: References) -> str | None:
    """The entry an offer would make; one of another field would heal nothing where the offer is made."""
    value, field = form.take("signs"), form.take("field")
    if value is None:
        return None
    entry = refs.entries.get(name := refs.entry_of(value))
    if entry is not None and isinstance(field, Scalar) and field.text in refs.fields and entry.field != field.text:
        message = f"{quoted(name)} belongs to the field {entry.field}, the offer to {field.text}"
        refs.faults.warning(value.place, "other-field", message)
    return name


def _tell(value: Value, _by: str, refs: References) -> Carried:
    return Carried(Tell(refs.field_of(value)))


def _consent(value: Value, _by: str, refs: References) -> Carried:
    return Carried(Consent(refs.field_of(value)))


def _objection(value: Value, _by: str, refs: References) -> Carried:
    return Carried(Objection(refs.field_of(value)))


def _turn(value: Value, by: str, refs: References) -> Carried:
    """Washington names the field; Mexico City names it with the level to which its own interest rises."""
    if by != MEXICO_CITY and isinstance(value, Scalar):
        return Carried(Turn(refs.field_of(value)))
    if by != MEXICO_CITY or not isinstance(value, Table) or len(value.values) != 1:
        expected = "{FIELD: 0}, {FIELD: 1} or {FIELD: 2}" if by == MEXICO_CITY else "FIELD"
        message = "Mexico City turns to a level of interest in one field, Washington in a field without a level"
        refs.faults.error(value.place, "odd-turn", message, expected)
        return Carried(Turn(""))
    (name, level), *_ = value.values.items()
    field = refs.field_of(Scalar(name, value.keys[name]))
    return Carried(Turn(field, whole_of(level, 0, LEVEL_MOST, "interest", refs.faults)))


def _reply(value: Value, _by: str, refs: References) -> Carried:
    if isinstance(value, Scalar):
        return Carried(Reply(_level_of(value, refs)))
    with Form(value, "a reply", refs.faults) as form:
        level, lever, manner = form.need("level"), form.take("lever"), form.take("manner")
        reply = Reply(
            level=0 if level is None else _level_of(level, refs),
            lever=None if lever is None else word_of(lever, LEVERS, "lever", refs.faults),
            manner=None if manner is None else word_of(manner, MANNERS, "manner", refs.faults),
        )
        _check_lever(form, reply)
        _check_manner(form, reply)
        return Carried(reply, cites_in(form, refs.common))


def _level_of(value: Value, refs: References) -> int:
    """A level of the ladder by its word; its number gets the word as a hint."""
    text = value.text if isinstance(value, Scalar) else ""
    if text in map(str, range(len(RECEPTIONS))):
        word = RECEPTIONS[int(text)]
        refs.faults.error(value.place, "unknown-word", f"a level is written as a word, not as {text}", word)
        return int(text)
    return _index(word_of(value, RECEPTIONS, "level", refs.faults), RECEPTIONS)


def _check_lever(form: Form, reply: Reply) -> None:
    if reply.lever and reply.level < FIRST_LEVER:
        message = f"a {RECEPTIONS[reply.level]} has no lever"
        form.faults.error(form.place_of("lever"), "lever-too-low", message, "level: backlash or level: rupture")


def _check_manner(form: Form, reply: Reply) -> None:
    fitting = LEVEL_OF_MANNER.get(reply.manner or "")
    if fitting and RECEPTIONS[reply.level] != fitting:
        message = f"the manner {reply.manner} does not go with {RECEPTIONS[reply.level]}"
        form.faults.error(form.place_of("manner"), "odd-manner", message, f"level: {fitting}")


def _answer(value: Value, by: str, refs: References) -> Carried:
    if isinstance(value, Scalar):
        return Carried(Answer(_index(word_of(value, ANSWERS, "answer", refs.faults), ANSWERS)))
    with Form(value, "an answer", refs.faults) as form:
        gives = form.take("gives")
        answer = Answer(
            level=_index(form.word("level", ANSWERS), ANSWERS),
            gives=None if gives is None else whole_of(gives, 0, LEVEL_MOST, "gives", refs.faults),
            shares=form.yes_no("shares"),
            drops_claim=form.yes_no("drops_claim"),
            withdraws=form.yes_no("withdraws"),
        )
        for key in ("gives", "shares", "drops_claim", "withdraws"):
            if key in form and by == MEXICO_CITY:
                message = f"{key} in an answer is for Washington, on an offer of Mexico City"
                refs.faults.error(form.place_of(key), "wrong-capital", message, f"by: {WASHINGTON}")
        check_answer(form, answer)
        return Carried(answer, cites_in(form, refs.common))


def _follow(value: Value, _by: str, refs: References) -> Carried:
    return Carried(Follow(word_of(value, FOLLOW_UPS, "follow", refs.faults)))


def _keeps(value: Value, _by: str, refs: References) -> Carried:
    name = refs.entry_met(value)
    entry = refs.entries.get(name)
    if entry is not None and not entry.ends:
        message = f"{quoted(name)} does not end with an administration and needs no keeping"
        refs.faults.warning(value.place, "needless-keep", message)
    return Carried(Keeps(name))


def _wait(value: Value, _by: str, refs: References) -> Carried:
    word_of(value, ("yes",), "wait", refs.faults)
    return Carried(Wait())


def _index(word: str, words: tuple[str, ...]) -> int:
    """Its number on a ladder; the lowest for a word that could not be read."""
    return words.index(word) if word in words else 0


def _field_in(form: Form, refs: References) -> str:
    value = form.need("field")
    return "" if value is None else refs.field_of(value)


def _doubtful_in(form: Form, marks: tuple[str, ...]) -> frozenset[str]:
    return frozenset(word_of(item, marks, "a doubtful mark", form.faults) for item in form.items("doubtful"))


@dataclass(frozen=True, slots=True)
class Carrier:
    """A key by which an option carries a move: who may make it, and at which kind of decision."""

    read: Callable[[Value, str, References], Carried]
    by: str | None = None
    """None: either capital."""
    kind: str = "opening"


CARRIERS = {
    "act": Carrier(_act, WASHINGTON),
    "offer": Carrier(_offer),
    "tell": Carrier(_tell, WASHINGTON),
    "consent": Carrier(_consent, MEXICO_CITY),
    "objection": Carrier(_objection, MEXICO_CITY),
    "turn": Carrier(_turn),
    "keeps": Carrier(_keeps, WASHINGTON),
    "wait": Carrier(_wait),
    "reply": Carrier(_reply, MEXICO_CITY, "reply"),
    "answer": Carrier(_answer, kind="answer"),
    "follow": Carrier(_follow, WASHINGTON, "follow"),
}

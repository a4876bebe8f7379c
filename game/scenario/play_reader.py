"""Reads the play: decisions and events in order."""

from game.reading.forms import Form
from game.reading.names import id_in
from game.reading.places import Table, Value
from game.rules.words import CAPITALS, CONDITIONS
from game.scenario.citations import cites_in
from game.scenario.coherence import check_play
from game.scenario.conditions import condition_in
from game.scenario.events import EVENTS, Happened, read_happening
from game.scenario.facts import facts_in
from game.scenario.model import Adviser, Decision, Event, Item
from game.scenario.names import date_in
from game.scenario.options_reader import joined, options_in
from game.scenario.references import References
from game.scenario.vocabulary import BRIEF, KNOWN_THEN, OUTCOME, SAYS, TITLE

ROUND_MOST = 50


def read_play(items: tuple[Value, ...], refs: References) -> tuple[Item, ...]:
    """Every item of the play; what is wrong between them is looked at last."""
    read = tuple(_item(value, position, refs) for position, value in enumerate(items))
    check_play(tuple(zip(read, (value.place for value in items), strict=True)), refs.faults)
    return read


def _item(value: Value, position: int, refs: References) -> Item:
    if isinstance(value, Table) and "event" in value.values:
        return _event(value, position, refs)
    return _decision(value, position, refs)


def _event(value: Table, position: int, refs: References) -> Event:
    form = Form(value, "an event", refs.faults)
    kind = form.word("event", EVENTS)
    happened = read_happening(kind, form, position, refs) if kind else Happened(None)
    event = Event(
        id=id_in(form),
        round=_round_in(form),
        move=happened.move,
        when=condition_in(form, refs, position),
        odds=happened.odds,
        of=happened.of,
        text=form.text("text", most=OUTCOME),
        date=date_in(form),
        cite=joined(cites_in(form, refs.common), happened.cite),
    )
    if kind:  # otherwise nobody knows which keys it may have
        form.close()
    return event


def _round_in(form: Form) -> int:
    """The round of an item; 0 where it cannot be read, so that nothing is said of its order."""
    return form.whole("round", 1, ROUND_MOST, stand_in=0)


def _decision(value: Value, position: int, refs: References) -> Decision:
    with Form(value, "a decision", refs.faults) as form:
        by = form.word("by", CAPITALS)
        options = options_in(form, by, position, refs)
        return Decision(
            id=id_in(form, "decision"),
            round=_round_in(form),
            by=by,
            title=form.text("title", most=TITLE),
            options=tuple(read.option for read in options),
            kind=options[0].kind if options else "opening",
            when=condition_in(form, refs, position),
            date=date_in(form),
            brief=form.text("brief", most=BRIEF),
            known_then=facts_in(form, "known_then", refs, KNOWN_THEN),
            advisers=tuple(_adviser(item, refs) for item in form.items("advisers")),
        )


def _adviser(value: Value, refs: References) -> Adviser:
    with Form(value, "an adviser", refs.faults) as form:
        return Adviser(
            who=form.text("who", needed=True, most=TITLE),
            condition=form.word("condition", CONDITIONS),
            says=form.text("says", needed=True, most=SAYS),
        )

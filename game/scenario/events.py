"""Reads what happens without being chosen: for each kind of event the keys of its own."""

import re
from collections.abc import Callable
from typing import NamedTuple

from game.reading.diagnostics import quoted
from game.reading.forms import Form, pairs_of, whole_of, word_of
from game.rules.moves import Act, Administration, Develop, Happening, Leak, Omission, Pressure, Trouble
from game.rules.words import CAPITALS, CONDITIONS
from game.scenario.facts import owed_cites_in
from game.scenario.model import Cites
from game.scenario.moves_reader import LEVEL_MOST, read_incident
from game.scenario.references import References
from game.scenario.vocabulary import TITLE

ODDS = re.compile(r"([1-9][0-9]?) in ([1-9][0-9]?)")


class Happened(NamedTuple):
    """What an event does, with whatever its kind alone has."""

    move: Happening | Act | None
    odds: tuple[int, int] | None = None
    of: str = ""
    cite: Cites = ()


def read_happening(kind: str, form: Form, position: int, refs: References) -> Happened:
    """What an event of this kind does; ``position`` is its place in the play."""
    return EVENTS[kind](form, position, refs)


def _incident(form: Form, _position: int, refs: References) -> Happened:
    value = form.need("marks")
    if value is None:
        return Happened(None)
    carried = read_incident(value, refs)
    return Happened(carried.move if isinstance(carried.move, Act) else None, cite=carried.cite)


def _discovery(form: Form, position: int, refs: References) -> Happened:
    value = form.need("of")
    if value is None:
        return Happened(None)
    decision = refs.decision_of(value)
    step = refs.steps.get(decision)
    if step is not None and step.position > position:
        refs.faults.error(
            value.place, "comes-later", f"{quoted(decision)} comes later in the play", "something earlier"
        )
    elif step is not None and not step.event and not step.secret:
        message = f"no option of {quoted(decision)} is a secret act, so there is nothing to discover"
        refs.faults.warning(value.place, "nothing-secret", message, "an act with visibility: secret")
    return Happened(None, of=decision)


def _omission(form: Form, _position: int, refs: References) -> Happened:
    value = form.need("field")
    return Happened(Omission("" if value is None else refs.field_of(value)))


def _leak(form: Form, position: int, refs: References) -> Happened:
    text = form.text("odds", needed=True)
    odds = ODDS.fullmatch(text)
    if text and (not odds or int(odds[1]) > int(odds[2])):
        refs.faults.error(form.place_of("odds"), "bad-odds", f"{quoted(text)} are no odds", "n in m, as in 1 in 3")
    if not any(step.has("offer") for step in refs.steps.values() if step.position < position):
        refs.faults.warning(form.place, "never-met", "no joint work comes before this leak, so nothing can leak")
    return Happened(Leak(), (int(odds[1]), int(odds[2])) if odds else (1, 2))


def _develop(form: Form, _position: int, refs: References) -> Happened:
    levels = []
    for field, conditions in form.pairs("fields", needed=True):
        name = refs.field_of(field)
        for key, value in pairs_of(conditions, field.text, refs.faults):
            level = whole_of(value, 0, LEVEL_MOST, key.text, refs.faults)
            levels.append((name, word_of(key, CONDITIONS, "a condition", refs.faults), level))
    move = Develop(tuple(levels), form.yes_no("down"))
    return Happened(move, cite=owed_cites_in(form, refs))


def _trouble(form: Form, _position: int, _refs: References) -> Happened:
    return Happened(Trouble(form.text("cause", needed=True, most=TITLE)))


def _pressure(form: Form, _position: int, refs: References) -> Happened:
    change = form.whole("change", -1, 1)
    if change == 0:
        refs.faults.error(form.place_of("change"), "out-of-range", "a pressure that changes nothing", "1 or -1")
    return Happened(Pressure(change, form.text("audience", needed=True, most=TITLE)))


def _administration(form: Form, _position: int, refs: References) -> Happened:
    side, to = form.word("side", CAPITALS), form.need("to")
    return Happened(Administration(side, "" if to is None else refs.person_of(to)))


EVENTS: dict[str, Callable[[Form, int, References], Happened]] = {
    "incident": _incident,
    "discovery": _discovery,
    "omission": _omission,
    "leak": _leak,
    "develop": _develop,
    "trouble": _trouble,
    "pressure": _pressure,
    "administration": _administration,
}

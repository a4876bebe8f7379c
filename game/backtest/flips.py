"""One mark of a case coded the other way: what a second reader, or a slip of the pen, would have written."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from game.record.model import NOT_SET_YET, OWN_ENTRY, Found
from game.rules.facts import effective
from game.rules.moves import Act, Entry, Offer
from game.rules.state import UNTIL_SETTLED
from game.rules.words import CONDITIONS, DEMANDS, FEELS_MORE, PURPOSES, VISIBILITIES, WHOSE

WORDS = {"visibility": VISIBILITIES, "demands": DEMANDS, "feels_more": FEELS_MORE, "whose": WHOSE, "purpose": PURPOSES}
LEVELS = (0, 1, 2)
SIDES = ("feels_more", "harm_north")
OF_AN_ENTRY = ("binds", "body", "ends")


def flips(found: Found, mark: str) -> tuple[Found, ...]:
    """Every way of coding one mark that lies next to the way it is coded. None where the mark means nothing here."""
    group, _, key = mark.rpartition(".")
    if group == "state":
        return tuple(_state(found, key))
    if group == "offer" or (found.offer and key in (*SIDES, "purpose")):
        return tuple(_offer(found, key))
    return tuple(_act(found, key))


def _others(value: Any, key: str) -> tuple[Any, ...]:
    """The values next to a value: the other of two, one level up and down, every other word."""
    if key in WORDS:
        return tuple(word for word in WORDS[key] if word != value)
    if isinstance(value, bool):
        return (not value,)
    return tuple(level for level in LEVELS if abs(level - value) == 1)


def _act(found: Found, key: str) -> Iterator[Found]:
    act = found.act
    if act is None or key in ("field", "orientation"):
        return
    if key == "does":
        yield from _other_breach(found, act)
        return
    if key not in Act.__dataclass_fields__ or key == ("needs" if act.incident else "whose"):
        return
    coded = effective(act, found.here)[1] if key == "warned" else getattr(act, key)  # left out: as the field was told
    for value in _others(coded, key):
        changed: dict[str, Any] = {key: value}
        yield replace(found, act=replace(act, **changed))


def _other_breach(found: Found, act: Act) -> Iterator[Found]:
    """What it does, or what was bound, read the other way: a rule is broken that was not, or the reverse."""
    broken = act.does & found.bound
    if act.does:  # what does nothing of the list breaks no rule
        yield replace(found, bound=found.bound - broken if broken else found.bound | act.does)


def _offer(found: Found, key: str) -> Iterator[Found]:
    offer = found.offer
    if offer is None:
        return
    if key in OF_AN_ENTRY:
        yield from _entry(found, key)
    elif key == "by":
        yield from (replace(found, offered_by=by) for by in ("washington", "mexico-city") if by != found.offered_by)
    elif key in Offer.__dataclass_fields__:
        for value in _others(getattr(offer, key), key):
            changed: dict[str, Any] = {key: value}
            yield replace(found, offer=replace(offer, **changed))


def _entry(found: Found, key: str) -> Iterator[Found]:
    entry = found.entry
    if key == "binds":
        yield _bound(found, not (entry and entry.binds))
    elif entry:
        changed: dict[str, Any] = {key: not getattr(entry, key)}
        yield replace(found, entry=replace(entry, **changed))


def _bound(found: Found, binds: bool) -> Found:
    """The text that would be made, binding or not. Where nothing is built, a text that binds nothing is no text."""
    assert found.offer
    if not binds and not found.offer.builds:
        return replace(found, entry=None, offer=replace(found.offer, signs=None))
    entry = found.entry or Entry(OWN_ENTRY, found.field, "what came of it")
    entry = replace(entry, binds=frozenset({NOT_SET_YET}) if binds else frozenset())
    return replace(found, entry=entry, offer=replace(found.offer, signs=OWN_ENTRY))


def _state(found: Found, key: str) -> Iterator[Found]:
    here = found.here
    if key in CONDITIONS:
        for level in _others(getattr(here, key), key):
            changed: dict[str, Any] = {key: level}
            yield replace(found, here=here._replace(**changed))
    elif key == "open":
        none = dict.fromkeys(here.open, 0)
        yield replace(found, here=here._replace(**(none or {"objection": 1})))
    elif key == "bound" and found.act:
        yield from _other_breach(found, found.act)
    elif key == "shut":
        yield replace(found, here=here._replace(shut=0 if here.shut else UNTIL_SETTLED))
    elif key in ("told", "consent"):
        told: dict[str, Any] = {key: 1 - int(getattr(here, key))}
        yield replace(found, here=here._replace(**told))

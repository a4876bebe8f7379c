"""What a theory makes of a coded case. It is given what the case found, and never what came of it."""

from dataclasses import replace
from typing import NamedTuple

from game.record.model import OWN_ENTRY, Found
from game.rules.effects import Matter
from game.rules.moves import Act, Answer, Offer
from game.rules.resolve import Rules
from game.rules.state import Ground
from game.rules.theory import Theory
from game.rules.trace import Line
from game.rules.words import ANSWERS, LEVEL_OF_MANNER, OFFER_RECEPTIONS, RECEPTIONS

REAL = ANSWERS.index("real")
YES_NO = {True: "yes", False: "no"}
COMING = {"yes": 2, "partly": 1, "no": 0}
"""The most that an offer can bring of what it promised, by how much of it came."""


class Outcome(NamedTuple):
    """A result in the words of the record; empty where the theory says nothing about it."""

    reception: str
    then: str = ""
    binding: str = ""
    manner: str = ""
    lasted: str = ""
    lines: tuple[Line, ...] = ()


def outcome(theory: Theory, found: Found) -> Outcome | None:
    """The theory's result for a case; None where it is neither an act or incident nor an offer."""
    rules = Rules(theory, found.setting)
    if found.act:
        return _of_act(rules, found.act, found.ground)
    if found.offer:
        return _of_offer(rules, found.offer, found.offered_by, found.ground)
    return None


def _of_act(rules: Rules, act: Act, ground: Ground) -> Outcome:
    """The reply due, its manner if the record knows one for it, and what Washington is expected to do then."""
    due = rules.due(act, ground)
    manner = rules.manner(act, ground, due.level)
    reception = LEVEL_OF_MANNER.get(manner, RECEPTIONS[due.level])
    then = rules.expected(act, ground, RECEPTIONS.index(reception))
    return Outcome(reception, then, manner=manner, lines=due.lines)


def _of_offer(rules: Rules, offer: Offer, by: str, ground: Ground) -> Outcome:
    """How it is received if it is answered in earnest, whether it binds, and what of it outlives an administration."""
    made = rules.offered(offer, by, ground)
    judged = rules.received(offer, by, made.ground)
    answered = rules.answer(offer, by, made.ground, judged.level, Answer(REAL))
    after = rules.simple("administration", Matter(offer.field, by="nobody"), answered.ground)
    held = _holds(after.ground, offer) if judged.level else False
    lines = (*made.lines, *judged.lines)
    binding = YES_NO["binding" in answered.flags]
    return Outcome(OFFER_RECEPTIONS[judged.level], "", binding, "", YES_NO[held], lines)


def _holds(ground: Ground, offer: Offer) -> bool:
    """Does it still hold: the text, if one was made; and where it was work, the means of working together."""
    here = ground.fields[0]
    text = offer.signs is None or OWN_ENTRY in ground.ledger
    work = offer.purpose == "principled" or min(here.coordination, here.institution, here.capacity) > 0
    return text and work


def as_delivered(found: Found) -> Found:
    """The same case, judged by what came of the promise and not by what was promised."""
    if found.offer is None or found.delivered == "yes":
        return found
    gives = min(found.offer.gives, COMING[found.delivered])
    return replace(found, offer=replace(found.offer, gives=gives))

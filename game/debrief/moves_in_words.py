"""What a move does, in words, as its option carries it: what it is, what it says or brings, what it leaves.

Never what it leads to. Plain text: it knows no screen, and no number of a theory.
"""

from collections.abc import Callable
from typing import Any

from game.debrief.wording import MEANING, bound_by, joined, level, listed
from game.play.course import Course
from game.play.position import Position
from game.rules.facts import effective
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
from game.rules.state import Field
from game.rules.words import CAPITALS, GRIEVANCES, RECEPTIONS, WOUNDS

CROSSED = {
    "face": "shames Mexico in public",
    "rank": "puts outsiders over Mexico's own bodies",
    "harm": "bystanders feel it within weeks",
}
_LEVERS = {
    "withhold": "withholds extradition, aid, trade or joint work",
    "restrict": "restricts agents or channels",
    "law": "takes it to law",
}
_MANNERS = {
    "performance": "with deliveries timed for the date",
    "compliance": "and does the particular thing asked for",
}
_FOLLOW_UPS = {
    "settle": "Gives way: withdraws the accusation and what harms; the field opens again",
    "drop": "Ends the act",
    "stand": "Stands by what was done",
    "someone-goes": "Somebody answers for it with his post",
}
_ANSWERS = ("Declines", "Takes it politely and does little", "Takes it up in earnest")
_BUILDS = ("", "a letter or working group", "a standing body")
_GIVES = ("", "training or know-how", "money and equipment")


def move_in_words(move: Move, course: Course, position: Position, by: str) -> tuple[str, ...]:
    """What a move does that a capital makes at this point, in parts that stand beside each other."""
    return tuple(filter(None, _MOVES[type(move)](move, course, position, by)))


def _act(move: Act, course: Course, position: Position, _by: str) -> list[str]:
    here = position.ground.fields[course.setting.index(move.field)]
    soil, warned = effective(move, here)
    where = " on Mexican soil" if soil else ""
    manner = {"quiet": ", nothing announced", "secret": ", in secret"}.get(move.visibility, "")
    notice = f", {_notice(move, here)}" if warned else ", without warning"
    first = f"Acts alone{where}{'' if manner == ', in secret' else notice}{manner}"
    if move.mooted:
        first = f"Proposes to act alone{where}"
    crossed = [
        CROSSED["face"] if move.face else "",
        CROSSED["rank"] if move.rank else "",
        CROSSED["harm"] if move.harm else "",
    ]
    return [
        "; ".join(part for part in (first, *crossed) if part),
        _breaks(move, course, position),
        ("", "some yields by itself", "large yields by itself")[move.yields],
        "needs Mexico's help afterwards" if move.needs else "needs no help from Mexico",
    ]


def _notice(move: Act, here: Field) -> str:
    """How the other government knows of an act beforehand."""
    if here.consent and not move.incident:
        return "with Mexico City's consent"
    return "announced beforehand" if move.warned else "Mexico City having been told of such work"


def _breaks(move: Act, course: Course, position: Position) -> str:
    entries = (course.setting.agreements[name] for name in position.ground.ledger)
    titles = [entry.title for entry in entries if entry.binds & move.does]
    return f"forbidden by: {listed(titles)}" if titles else ""


def _offer(move: Offer, course: Course, position: Position, by: str) -> list[str]:
    first = "Offers joint work" if move.purpose == "operational" else "Offers a statement of principle"
    if not move.recognises:
        first += ", without treating the other as a partner"
    here = position.ground.fields[course.setting.index(move.field)]
    brought = [
        "talks" if move.talks else "",
        _BUILDS[move.builds],
        _GIVES[move.gives],
    ]
    said = [
        "withdraws the accusation" if move.drops_claim and here.face else "",
        "withdraws what harms" if move.withdraws else "",
        "takes on its own share" if move.shares else "",
    ]
    return [
        first,
        "brings " + listed(filter(None, brought), "nothing new"),
        listed(filter(None, said), ""),
        _signs(move, course),
        _meets(here, by),
    ]


def _meets(here: Field, by: str) -> str:
    """What stands open in a field when an offer is made: facts, whatever a theory makes of them."""
    met = [
        "an accusation that stands (face)" if here.face and by == CAPITALS[0] else "",
        f"an open wound ({listed(w for w in GRIEVANCES if w in WOUNDS and getattr(here, w))})" if here.wounded else "",
        "a shut field" if here.shut else "",
    ]
    return "meets " + joined(filter(None, met)) if any(met) else ""


def _signs(move: Offer, course: Course) -> str:
    if not move.signs:
        return ""
    entry = course.setting.agreements[move.signs]
    return f"signs: {entry.title}, which {bound_by(entry)}" if entry.binds else f"signs: {entry.title}"


def _reply(move: Reply, _course: Course, position: Position, _by: str) -> list[str]:
    word = RECEPTIONS[move.level]
    due = position.table.due if position.table else move.level
    away = abs(move.level - due)
    stands = f"{_steps(away)} {'above' if move.level > due else 'below'} what is due" if away else "what is due"
    return [
        f"{word.capitalize()}: {MEANING[word]}",
        _LEVERS.get(move.lever or "", ""),
        _MANNERS.get(move.manner or "", ""),
        stands,
    ]


def _steps(count: int) -> str:
    return f"{('no', 'one', 'two', 'three')[count]} step{'' if count == 1 else 's'}"


def _answer(move: Answer, _course: Course, _position: Position, by: str) -> list[str]:
    gives = f"gives {_GIVES[move.gives] or 'nothing'}" if move.gives is not None else ""
    return [
        _ANSWERS[move.level],
        gives if by == "washington" else "",
        "takes on its own share" if move.shares else "",
        "withdraws the accusation" if move.drops_claim else "",
        "withdraws what harms" if move.withdraws else "",
    ]


def _turn(move: Turn, _course: Course, _position: Position, _by: str) -> list[str]:
    if move.to is None:
        return ["Takes on its own share at home: demand, guns, money"]
    return ["Puts its own house in order", f"its own reason here becomes: {level(move.to)}"]


def _keeps(move: Keeps, course: Course, _position: Position, _by: str) -> list[str]:
    return [f"Orders that it goes on under the next administration: {course.setting.agreements[move.entry].title}"]


_MOVES: dict[type, Callable[[Any, Course, Position, str], list[str]]] = {
    Act: _act,
    Offer: _offer,
    Reply: _reply,
    Answer: _answer,
    Turn: _turn,
    Keeps: _keeps,
    Tell: lambda move, *_: [f"Tells Mexico City what is done: {move.field}", "being told is not consent"],
    Consent: lambda move, *_: [f"Agrees to American work here: {move.field}", "to the end of the round of such an act"],
    Objection: lambda move, *_: [f"Puts on record that it does not want such work: {move.field}"],
    Follow: lambda move, *_: [_FOLLOW_UPS[move.how]],
    Wait: lambda *_: ["Makes no move: nobody is asked"],
}

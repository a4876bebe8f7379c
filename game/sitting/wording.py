"""Moves, states and lines of a trace in words. Plain text: it knows no screen, and no number of a theory."""

from collections.abc import Callable, Iterable
from typing import Any

from game.play.course import Course
from game.play.position import Position
from game.rules.facts import binds, effective
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
from game.rules.words import LEVEL_WORDS, MANNERS, OFFER_RECEPTIONS, RECEPTIONS
from game.scenario.model import Scenario

CAPITAL = {"washington": "Washington", "mexico-city": "Mexico City", "both": "both capitals", "nobody": ""}
OPPONENT = {
    "history": "what was really done",
    "due": "one who does what the rules expect",
    "hard-liner": "a hard-liner",
    "accommodator": "an accommodator",
    "strategist": "a strategist: its exact best play",
    "drawn": "drawn by lot, not shown before the debrief",
    "person": "a second person at this keyboard",
}
DOT = "·"
"""Between parts of a line."""
MONTHS = ("January February March April May June July August September October November December").split()
MEANING = {
    "toleration": "lets it pass",
    "protest": "words",
    "backlash": "words and one lever",
    "rupture": "cooperation suspended",
    "refused": "no",
    "token": "taken politely, not carried out",
    "cooperation": "carried out together",
    "settle": "gives way",
    "drop": "ends the act",
    "stand": "stands by it",
    "someone-goes": "somebody answers for it with his post",
    "soil": "it enters their soil",
    "face": "it shames them in public",
    "rank": "it puts outsiders over them",
    "harm": "bystanders feel it",
    "breach": "it breaks a signed rule",
    "no warning": "they could not answer before",
    "working relation": "what stands between the two",
    "interest": "a reason of Mexico's own",
    "coordination": "contact and keeping in step",
    "institution": "rules and bodies that last",
    "capacity": "means and skills",
}
_LEVERS = {
    "withhold": "withholds extradition, aid or joint work",
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


def spoken(word: str) -> str:
    """A word of the closed lists as people write it."""
    return word.replace("-", " ")


def date(written: str) -> str:
    """A date of a scenario as it is read: ``1998-05`` is May 1998."""
    year, _, rest = written.partition("-")
    month, _, day = rest.partition("-")
    if not month.isdigit() or not 1 <= int(month) <= 12:
        return written
    return f"{int(day)} {MONTHS[int(month) - 1]} {year}" if day.isdigit() else f"{MONTHS[int(month) - 1]} {year}"


def level(value: int) -> str:
    """The word of a condition's level."""
    return LEVEL_WORDS[value]


def listed(words: Iterable[str], none: str = "none") -> str:
    """Words with commas."""
    return ", ".join(words) or none


# --- a move, as its option carries it ------------------------------------------------------------------------


def move_in_words(move: Move, course: Course, position: Position, by: str) -> str:
    """What an option does, in words: what it is, what it says or brings, what it leaves."""
    parts = _MOVES[type(move)](move, course, position, by)
    return f" {DOT} ".join(part for part in parts if part)


def _act(move: Act, course: Course, position: Position, _by: str) -> list[str]:
    here = position.ground.fields[course.setting.index(move.field)]
    soil, warned = effective(move, here)
    where = " on their soil" if soil else ""
    manner = {"quiet": ", nothing announced", "secret": ", in secret"}.get(move.visibility, "")
    notice = f", {_notice(move, here)}" if warned else ", without warning"
    first = f"Acts alone{where}{'' if manner == ', in secret' else notice}{manner}"
    if move.mooted:
        first = f"Proposes to act alone{where}"
    crossed = [
        "shames them in public" if move.face else "",
        "puts outsiders over their bodies" if move.rank else "",
        "bystanders feel it within weeks" if move.harm else "",
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
        return "with their government's consent"
    return "announced beforehand" if move.warned else "their government having been told of such work"


def _breaks(move: Act, course: Course, position: Position) -> str:
    entries = (course.setting.agreements[name] for name in position.ground.ledger)
    titles = [entry.title for entry in entries if entry.binds & move.does]
    return f"forbidden by: {listed(titles)}" if titles else ""


def _offer(move: Offer, course: Course, _position: Position, _by: str) -> list[str]:
    first = "Offers joint work" if move.purpose == "operational" else "Offers a statement of principle"
    if not move.recognises:
        first += ", without treating the other as a partner"
    brought = [
        "talks" if move.talks else "",
        _BUILDS[move.builds],
        _GIVES[move.gives],
    ]
    said = [
        "withdraws the accusation" if move.drops_claim else "",
        "withdraws what harms" if move.withdraws else "",
        "takes on its own share" if move.shares else "",
    ]
    return [
        first,
        "brings " + listed(filter(None, brought), "nothing new"),
        listed(filter(None, said), ""),
        _signs(move, course),
    ]


def _signs(move: Offer, course: Course) -> str:
    if not move.signs:
        return ""
    title = course.setting.agreements[move.signs].title
    bound = sorted(spoken(word) for word in course.setting.agreements[move.signs].binds)
    return (
        f"signs: {title}, which binds {listed(bound, 'nothing')}" if binds(move, course.setting) else f"signs: {title}"
    )


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
    Tell: lambda move, *_: [f"Tells their government what is done: {move.field}", "being told is not consent"],
    Consent: lambda move, *_: [f"Agrees to their work here: {move.field}", "to the end of the round of such an act"],
    Objection: lambda move, *_: [f"Puts on record that it does not want such work: {move.field}"],
    Follow: lambda move, *_: [_FOLLOW_UPS[move.how]],
    Wait: lambda *_: ["Puts nothing to the other side"],
}


# --- what the numbers of a trace count -----------------------------------------------------------------------

MARKS_OF_A_ROUND = frozenset({"shown", "relieved", "fresh", "verdicts", "floor"})
"""Numbers that the rules keep for themselves and no reader needs."""
_OTHERS = {
    "told": "told",
    "consent": "consent",
    "law": "the next agreement here lasts",
    "entered": "consent used",
}
_SHUT = ("open", "shut to the end of this round", "shut to the end of the next round", "shut until settled")


def counted(what: str, scenario: Scenario) -> str:
    """The name of what a line of a trace counts. The field is named only where there is more than one."""
    first, _, second = what.partition(".")
    if first in ("ledger", "lasting"):
        title = scenario.agreements[second].title if second in scenario.agreements else second
        return title if first == "ledger" else f"{title}: outlives administrations"
    if not second:
        return first
    name = _OTHERS.get(second, "field" if second == "shut" else second)
    return name if len(scenario.fields) == 1 else f"{first}: {name}"


def value(what: str, number: int) -> str:
    """A number of a trace in words."""
    first, _, second = what.partition(".")
    if first == "ledger":
        return ("not in force", "in force")[number]
    if first == "lasting":
        return ("no", "yes")[number]
    if second == "shut":
        return _SHUT[number]
    if second in ("soil", "rank", "breach", "face", "harm", "objection"):
        return ("not open", "open")[number]
    if second in ("told", "consent", "law", "entered"):
        return ("no", "yes")[number]
    if second:
        return level(number)
    if what == "due":
        return RECEPTIONS[min(max(number, 0), 3)]
    return OFFER_RECEPTIONS[number] if what == "reception" else str(number)


def standing_of(field: Field) -> str:
    """What can be said of a field as a whole."""
    if field.shut:
        return "shut"
    return "relation" if field.relation else "no relation"


def until(field: Field) -> str:
    """How long a field is shut."""
    return _SHUT[field.shut]


__all__ = [
    "CAPITAL",
    "MANNERS",
    "MEANING",
    "OPPONENT",
    "counted",
    "date",
    "level",
    "listed",
    "move_in_words",
    "spoken",
    "standing_of",
    "until",
    "value",
]

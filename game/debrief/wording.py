"""The game's words, in play and after it, on screen and on paper: neutral, and each thing by its one name.

Plain text: it knows no screen, and no number of a theory.
"""

from collections.abc import Iterable, Sequence

from game.rules.moves import Act, Entry, Happening, Pressure, Trouble
from game.rules.state import Field, State
from game.rules.symbols import Symbols
from game.rules.words import CONDITIONS, GRIEVANCES, LEVEL_WORDS, OFFER_RECEPTIONS, RECEPTIONS
from game.scenario.model import Event, Scenario
from game.scenario.names import MONTHS

NAMES = {"washington": "Washington", "mexico-city": "Mexico City", "both": "Both capitals", "nobody": "Nobody"}

OPPONENTS = {
    "drawn": "drawn by lot, not shown before the debrief",
    "history": "what was really done",
    "due": "one who does what the rules expect",
    "hard-liner": "a hard-liner",
    "accommodator": "an accommodator",
    "strategist": "a strategist: its exact best play",
    "person": "a second person at this keyboard",
}
MEANING = {
    "toleration": "lets it pass",
    "protest": "words",
    "backlash": "words and one lever",
    "rupture": "cooperation suspended",
    "refused": "no",
    "token": "accepted, but little comes of it",
    "cooperation": "carried out together",
    "settle": "gives way",
    "drop": "ends the act",
    "stand": "stands by it",
    "someone-goes": "somebody answers for it with his post",
    "soil": "it enters Mexican soil",
    "face": "it shames Mexico in public",
    "rank": "it puts outsiders over Mexico's bodies",
    "harm": "bystanders feel it",
    "breach": "it breaks a signed rule",
    "no warning": "Mexico could not answer before",
    "old grievance": "something older is still open between the two",
    "working relation": "what stands between the two",
    "interest": "a reason of Mexico's own",
    "coordination": "contact and keeping in step",
    "institution": "rules and bodies that last",
    "capacity": "means and skills",
    "accusation": "face is open: Mexico was shamed, and it was not taken back",
    "open wound": "soil, rank or breach is open, and no rule has answered it",
    "shut field": "a quarrel keeps the field shut",
}
"""What a word of a prediction stands for."""
LADDERS = {"due": RECEPTIONS, "reception": OFFER_RECEPTIONS}
"""What a sum counts, and the words of its levels."""
FLAGS = {
    "binding": "binds Washington",
    "signed": "signed",
    "strangulation": "what the paper calls a strangulation agreement",
    "result": "a result",
    "leaked": "leaked: the result is lost",
    "performance": "deliveries timed for the date",
    "compliance": "the thing asked for is done",
    "congress": "Congress takes the file",
}
VERDICTS = ("not met", "partly", "met")
"""By the level of a condition at the end."""
FOLLOWED = {
    "settle": "Washington gave way",
    "drop": "Washington ended the act",
    "stand": "Washington stood by the act",
    "someone-goes": "somebody answered for it",
}
OF_EVENTS = {
    "leak": "The work comes out",
    "omission": "A promise is not kept",
    "develop": "Meanwhile",
    "administration": "A new administration",
}
"""What kind of thing an event is, where its move names no cause or audience."""
OF_A_ROUND = {
    "shown": "to show this round",
    "relieved": "calmed once this round",
    "verdicts": "verdicts given",
    "floor": "next reply not below due",
    "fresh": "what a leak could take back",
}
"""Numbers that the rules keep for themselves; no reader needs them in play."""
_METERS = {"due": "reply due", **OF_A_ROUND}
_OF_A_FIELD = {
    "shut": "field",
    "law": "the next agreement here lasts",
    "entered": "consent used",
    "told": "Mexico City told",
    "consent": "Mexico City’s consent",
}
_SHUT = ("open", "shut until this round ends", "shut until the next round ends", "shut until settled")
_YES_NO = ("no", "yes")
_VALUES: dict[str, Sequence[str]] = {
    "ledger": ("not in force", "in force"),
    "lasting": _YES_NO,
    "shut": _SHUT,
    **dict.fromkeys(GRIEVANCES, ("not open", "open")),
    **dict.fromkeys(CONDITIONS, LEVEL_WORDS),
}


def joined(words: Iterable[str], last: str = " and ") -> str:
    """Words as a list in a sentence: a, b and c."""
    *first, end = list(words) or [""]
    return f"{', '.join(first)}{last}{end}" if first else end


def listed(words: Iterable[str], none: str = "none") -> str:
    """Words with commas; something else where there is none."""
    return ", ".join(words) or none


def spoken(word: str) -> str:
    """A word of the closed vocabularies as it is read."""
    return word.replace("-", " ")


def marked(word: str, signs: Symbols) -> str:
    """A word as it is read, a reception with its sign before it."""
    return f"{signs.of(word)} {spoken(word)}".strip()


def capped(sentence: str) -> str:
    """A sentence with its first letter large, the others as they are."""
    return sentence[:1].upper() + sentence[1:]


def day_of(date: str) -> str:
    """A date of a scenario as it is read: ``1998-05-16`` is 16 May 1998."""
    year, *rest = date.split("-")
    if not rest or not all(part.isdigit() for part in rest) or not 1 <= int(rest[0]) <= 12:
        return date
    day = f"{int(rest[1])} " if len(rest) > 1 else ""
    return f"{day}{MONTHS[int(rest[0]) - 1]} {year}"


def event_name(event: Event) -> str:
    """What kind of thing an event is, and when."""
    return _kind_of(event.move) + (f", {day_of(event.date)}" if event.date else "")


def _kind_of(move: Act | Happening | None) -> str:
    match move:
        case Trouble(cause=cause):
            return f"Trouble at home: {cause}"
        case Pressure(audience=audience):
            return f"Pressure at home: {audience}"
        case Act():
            return "Something nobody chose"
        case None:
            return "A secret comes out"
    return OF_EVENTS[type(move).__name__.lower()]


def numbers(turns: Sequence[int]) -> str:
    """Turns in a sentence, runs drawn together: 1-3, 5 and 8."""
    runs: list[list[int]] = []
    for turn in turns:
        if runs and turn == runs[-1][-1] + 1:
            runs[-1].append(turn)
        else:
            runs.append([turn])
    parts = [str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs]
    return f"{'turn' if len(turns) == 1 else 'turns'} {joined(parts)}"


# --- how things stand ----------------------------------------------------------------------------------------


def level(value: int) -> str:
    """The word of a condition's level."""
    return LEVEL_WORDS[value]


def standing_of(field: Field) -> str:
    """What can be said of a field as a whole."""
    if field.shut:
        return "shut"
    return "relation" if field.relation else "no relation"


def until(field: Field) -> str:
    """How long a field is shut; "" if it is open."""
    return _SHUT[field.shut].partition(" ")[2]


def field_in_words(name: str, field: Field, before: Field | None = None) -> str:
    """One field: its conditions, beside those that have changed what they were before, and what stands there."""
    levels = (_level_in_words(c, getattr(field, c), getattr(before or field, c)) for c in CONDITIONS)
    stands = "a working relation stands" if field.relation else "no working relation"
    shut = f"; shut {until(field)}" if field.shut else ""
    return f"{name}: {listed(levels)}; {stands}; grievances: {listed(field.open)}{shut}"


def _level_in_words(condition: str, now: int, before: int) -> str:
    return f"{condition} {level(now)}" + (f" (was {level(before)})" if now != before else "")


def state_in_words(state: State, fields: Sequence[str]) -> str:
    """What both capitals could see of how things stood."""
    parts = [field_in_words(name, field) for name, field in zip(fields, state.ground.fields, strict=True)]
    home = f"frustration {state.home.frustration}, standing {state.home.standing}"
    return capped("; ".join([*parts, home])) + "."


def forbidden_by(entry: Entry) -> str:
    """What Washington may no longer do: the classes of acts that an entry binds."""
    return listed((f"no {spoken(one)}" for one in sorted(entry.binds)), "binds nothing")


def bound_by(entry: Entry) -> str:
    """The same behind its title."""
    return f"binds Washington: {forbidden_by(entry)}" if entry.binds else forbidden_by(entry)


def entry_in_words(entry: Entry) -> str:
    """What an entry is, behind its title: what it binds, whether it is a body, whether it ends."""
    body = "a standing body" if entry.body else ""
    ends = "ends with the administration" if entry.ends else ""
    return "; ".join(filter(None, (forbidden_by(entry), body, ends)))


# --- what the numbers of a trace count -----------------------------------------------------------------------


def counted(what: str, scenario: Scenario) -> str:
    """The name of what a line of a trace counts. The field is named only where there is more than one."""
    first, _, second = what.partition(".")
    if first in ("ledger", "lasting"):
        title = scenario.agreements[second].title if second in scenario.agreements else second
        return title if first == "ledger" else f"{title}: outlives administrations"
    if not second:
        return _METERS.get(first, first)
    name = _OF_A_FIELD.get(second, second)
    return name if len(scenario.fields) == 1 else f"{first}: {name}"


def value(what: str, number: int) -> str:
    """A number of a trace in words."""
    if what in LADDERS:
        return LADDERS[what][min(max(number, 0), len(LADDERS[what]) - 1)]
    first, _, second = what.partition(".")
    words = _VALUES.get(first) or _VALUES.get(second) or (_YES_NO if second else ())
    return words[number] if words else str(number)

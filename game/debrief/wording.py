"""The game's words as a debrief says them: neutral, and each thing by its one name."""

from collections.abc import Iterable, Mapping, Sequence

from game.rules.moves import (
    Act,
    Answer,
    Consent,
    Entry,
    Follow,
    Keeps,
    Move,
    Objection,
    Offer,
    Reply,
    Tell,
    Turn,
)
from game.rules.state import Field, State
from game.rules.words import CONDITIONS, LEVEL_WORDS, LEVERS, RECEPTIONS

NAMES = {"washington": "Washington", "mexico-city": "Mexico City", "both": "Both capitals", "nobody": "Nobody"}
MONTHS = ("", *"January February March April May June July August September October November December".split())

OPPONENTS = {
    "history": "what was really done (history)",
    "due": "as the rules expect (due)",
    "hard-liner": "a hard-liner",
    "accommodator": "an accommodator",
    "strategist": "a strategist, at its best",
    "person": "a second person",
}
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
MARKS = {
    "soil": "on their soil",
    "face": "exposes them in public",
    "rank": "judges or commands their bodies",
    "harm": "felt by people who had done nothing",
}
COUNTED = {
    "due": "reply due",
    "shown": "to show this round",
    "relieved": "calmed once this round",
    "verdicts": "verdicts given",
    "floor": "next reply not below due",
    "fresh": "what a leak could take back",
}
BUILDS = ("", "a letter or working group", "a standing body")
GIVES = ("", "training or know-how", "money and equipment")
LEVER_WORDS = dict(zip(LEVERS, ("something withheld", "agents or channels restricted", "taken to law"), strict=True))


def joined(words: Iterable[str], last: str = " and ") -> str:
    """Words as a list in a sentence: a, b and c."""
    *first, end = list(words) or [""]
    return f"{', '.join(first)}{last}{end}" if first else end


def spoken(word: str) -> str:
    """A word of the closed vocabularies as it is read."""
    return word.replace("-", " ")


def capped(sentence: str) -> str:
    """A sentence with its first letter large, the others as they are."""
    return sentence[:1].upper() + sentence[1:]


def day_of(date: str) -> str:
    """A date of a scenario as it is read: ``1998-05-16`` is 16 May 1998."""
    year, *rest = date.split("-")
    if not rest or not all(part.isdigit() for part in rest) or not 1 <= int(rest[0]) <= 12:
        return date
    day = f"{int(rest[1])} " if len(rest) > 1 else ""
    return f"{day}{MONTHS[int(rest[0])]} {year}"


def counted(what: str, agreements: Mapping[str, Entry]) -> str:
    """What the numbers of a trace line count, in words."""
    if what in COUNTED:
        return COUNTED[what]
    head, _, tail = what.partition(".")
    if head in ("ledger", "lasting"):
        title = agreements[tail].title if tail in agreements else tail
        return f"{'in force' if head == 'ledger' else 'outlives administrations'}: {title}"
    return f"{head}: {tail}" if tail else what


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


def field_in_words(name: str, field: Field) -> str:
    """One field: its conditions, what is open, whether it is shut."""
    levels = ", ".join(f"{c} {LEVEL_WORDS[level]}" for c, level in zip(CONDITIONS, field[:4], strict=True))
    grievances = f"open: {', '.join(field.open)}" if field.open else "no grievance open"
    return f"{name}: {levels}; {grievances}{'; shut by a quarrel' if field.shut else ''}"


def state_in_words(state: State, fields: Sequence[str]) -> str:
    """What both capitals could see of how things stood."""
    parts = [field_in_words(name, field) for name, field in zip(fields, state.ground.fields, strict=True)]
    home = f"frustration {state.home.frustration}, standing {state.home.standing}"
    return capped("; ".join([*parts, home])) + "."


# --- moves ---------------------------------------------------------------------------------------------------


def move_in_words(move: Move, agreements: Mapping[str, Entry]) -> str:
    """What a move does, by its marks alone; never what it leads to."""
    match move:
        case Act():
            return act_in_words(move)
        case Offer():
            return offer_in_words(move, agreements)
        case Answer():
            return answer_in_words(move)
        case Keeps(entry=entry):
            return f"Keeps in force: {agreements[entry].title if entry in agreements else entry}"
    return _small_move_in_words(move)


def _small_move_in_words(move: Move) -> str:
    """A move that says or does one thing."""
    match move:
        case Tell(field=field):
            return f"Tells the other government what it does ({field})"
        case Consent(field=field):
            return f"Consents to the work ({field})"
        case Objection(field=field):
            return f"Puts an objection on record ({field})"
        case Turn(field=field, to=level):
            return f"Takes on its own part ({field})" if level is None else f"Changes its own house ({field})"
        case Reply(level=level, lever=lever):
            return capped(RECEPTIONS[level]) + (f": {LEVER_WORDS[lever]}" if lever else "")
        case Follow(how=how):
            return capped(spoken(how))
    return "Waits"


def act_in_words(act: Act) -> str:
    """An act alone by its marks."""
    notice = {True: "announced beforehand", False: "without warning", None: ""}[act.warned]
    manner = {"open": "", "quiet": "nothing announced", "secret": "in secret"}[act.visibility]
    brings = ("", "some yields", "large yields")[act.yields]
    marks = [words for mark, words in MARKS.items() if getattr(act, mark)]
    verb = "Proposes to act alone" if act.mooted else "Acts alone"
    return f"{verb} ({', '.join(filter(None, [act.field, *marks, notice, manner, brings]))})"


def offer_in_words(offer: Offer, agreements: Mapping[str, Entry]) -> str:
    """An offer by what it brings."""
    entry = agreements.get(offer.signs or "")
    brings = ["talks" if offer.talks else "", BUILDS[offer.builds], GIVES[offer.gives]]
    brings += ["accusations withdrawn" if offer.drops_claim else "", "the act withdrawn" if offer.withdraws else ""]
    brings += ["its own part" if offer.shares else "", f"to sign: {entry.title}" if entry else ""]
    return f"Offers ({offer.field}, {offer.purpose}): {', '.join(filter(None, brings)) or 'words'}"


def answer_in_words(answer: Answer) -> str:
    """An answer, with what it adds."""
    added = ["" if answer.gives is None else f"gives {GIVES[answer.gives] or 'nothing'}"]
    added += ["takes on its own part" if answer.shares else "", "drops the claim" if answer.drops_claim else ""]
    added += ["withdraws the act" if answer.withdraws else ""]
    word = ("Refuses", "Answers with a token", "Answers in earnest")[answer.level]
    return "; ".join(filter(None, [word, *added]))

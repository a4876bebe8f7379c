"""What decided a coded case, in plain lines: what an offer lacked, what made an act hard to take.

It is told from the marks of the case; only what the rules add to them is said to be theirs.
"""

from collections.abc import Iterator, Sequence

from game.backtest.lookup import Looked
from game.debrief.wording import MEANING, listed
from game.printing.document import Text, bold
from game.record.model import Found
from game.rules.facts import effective
from game.rules.moves import Act, Offer
from game.rules.state import Field
from game.rules.theory import Theory
from game.rules.words import CONDITIONS

LACKED = {
    "interest": "no reason of Mexico’s own",
    "coordination": "no contact, and no talks offered",
    "institution": "no rule or standing body, and none offered",
    "capacity": "no means or skills, and none offered",
}
"""What it says of an offer that a condition is absent and not brought."""
BROUGHT = {"coordination": "talks", "institution": "builds", "capacity": "gives"}
"""The mark of an offer that brings a condition; nothing brings a reason of Mexico's own."""
CROSSED = ("soil", "face", "rank", "harm")
NOTHING_LACKED = "nothing; each of the four conditions was there or was brought."


def what_decided(one: Looked, theory: Theory) -> Iterator[Text]:
    """A line or two on what the case hung on; none where it was neither an act nor an offer."""
    found = one.case.found
    if found.offer:
        lacking = missing(found.offer, found.here)
        said = f"{listed(f'{name} ({LACKED[name]})' for name in lacking)}." if lacking else NOTHING_LACKED
        yield bold("What was missing: "), said
        if obstacle := _obstacle(one, theory, lacking):
            yield bold("What the rules see in its way: "), f"{obstacle}."
    elif found.act:
        hard = "; ".join((*_crossed(found, found.act), *_counted(one, theory, 1))) or "nothing; no line is crossed"
        yield bold("What made it hard to take: "), f"{hard}."
        if softened := "; ".join(_counted(one, theory, -1)):
            yield bold("What made it easier: "), f"{softened}."
        if absent := [name for name in CONDITIONS if not getattr(found.here, name)]:
            yield bold("Absent in the field: "), f"{listed(f'{n} ({MEANING[n]})' for n in absent)}."


def missing(offer: Offer, here: Field) -> tuple[str, ...]:
    """The conditions that were absent and that the offer did not bring."""
    absent = (name for name in CONDITIONS if not getattr(here, name))
    return tuple(name for name in absent if name not in BROUGHT or not getattr(offer, BROUGHT[name]))


def _obstacle(one: Looked, theory: Theory, lacking: Sequence[str]) -> str:
    """Why the rules bring an offer down, if that is not one of the conditions that it lacked."""
    down = next((line for line in one.got.lines if line.what == "reception" and line.step), None) if one.got else None
    if down is None:
        return ""
    rule = next(rule for rule in theory.received if rule.id == down.rule)
    asked = rule.needs | rule.forbids | rule.unless
    return "" if any(word.startswith(name) for word in asked for name in lacking) else down.why


def _crossed(found: Found, act: Act) -> Iterator[str]:
    """The lines that an act crosses; with consent it enters no soil."""
    crossed = {mark: getattr(act, mark) for mark in CROSSED} | {"soil": effective(act, found.here)[0]}
    yield from (MEANING[mark] for mark in CROSSED if crossed[mark])


def _counted(one: Looked, theory: Theory, sign: int) -> Iterator[str]:
    """What else the rules count against an act, or for it; the lines that it crosses are said already."""
    said = {theory.start.id, *(step.id for step in theory.steps if step.needs & set(CROSSED))}
    for line in one.got.lines if one.got else ():
        if line.what == "due" and line.step * sign > 0 and line.rule not in said:
            yield line.why

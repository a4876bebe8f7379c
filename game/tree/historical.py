"""The historical path round by round, and where what the rules expect parts from what is marked as the record.

A scenario holds the record in its options marked historical: the reply or answer that was given is how the move before
it was received. Where the rules themselves finished a move, the record says nothing of it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from game.play.course import Course
from game.play.happened import Happened
from game.play.walk import by_history
from game.rules.moves import Answer
from game.rules.words import ANSWERS, OFFER_RECEPTIONS
from game.scenario.model import Cites, Option


class Turn(NamedTuple):
    """One thing that happened on the historical path."""

    round: int
    at: str
    """The id of the decision or event."""
    by: str
    option: str
    label: str
    how: str
    """What it was: ``act``, ``offer``, ``reply``, ``wait``, the name of the move or event."""
    due: str
    """The reply or reception that the rules expect, empty where they expect none."""
    received: str
    """How it was received, or how it received what came before."""
    by_rules: bool
    parts: str
    """Where the record parts from the rules: what was really done, empty where they agree or no record is."""


class Override(NamedTuple):
    """A reception that the author sets against the rules."""

    where: str
    reception: str
    reason: str
    cite: Cites


@dataclass(frozen=True, slots=True)
class Historical:
    """The historical path, and what stands beside it."""

    turns: tuple[Turn, ...]
    stops: str
    """The decision at which no option is marked, or none that is open; empty if the path can be played."""
    aside: tuple[str, ...]
    """Options that are marked but lie off the path, because their decision does not come up on it."""
    overrides: tuple[Override, ...]


def historical(course: Course) -> Historical:
    """Play what was really done."""
    game = by_history(course)
    turns, stop = tuple(_turns(course, game.log)), game.waiting
    met = {turn.at for turn in turns if turn.option}
    decisions = course.scenario.decisions
    marked = [(d, o) for d in decisions for o in d.options if o.historical]
    aside = tuple(f"{d.id}.{o.id}" for d, o in marked if d.id not in met)
    overrides = (Override(f"{d.id}.{o.id}", *o.override) for d in decisions for o in d.options if o.override)
    return Historical(turns, stop.id if stop else "", () if stop else aside, tuple(overrides))


def _turns(course: Course, log: Sequence[Happened]) -> Iterator[Turn]:
    offered: dict[str, str] = {}
    for one in log:
        if one.item == "close" and not one.flags:
            continue
        option = _option(course, one)
        if one.kind == "offer":
            offered[one.item] = one.due or ""
        due = offered.get(one.answers or "", "") if one.kind == "answer" else one.due or ""
        yield Turn(
            one.round,
            one.item,
            one.by,
            one.option or "",
            option.label if option else "",
            one.kind if not one.how or one.kind != "follow" else one.how,
            due,
            one.reception or "",
            one.by_rules,
            _parts(one, option, due),
        )


def _option(course: Course, one: Happened) -> Option | None:
    decision = course.scenario.decision(one.item) if one.option else None
    return decision.option(one.option or "") if decision else None


def _parts(one: Happened, option: Option | None, due: str) -> str:
    """What was really done, where it is not what the rules expect."""
    if option is None or not due:
        return ""
    if one.kind == "reply" and one.reception != due:
        return one.reception or ""
    if isinstance(option.move, Answer) and option.move.level != OFFER_RECEPTIONS.index(due):
        return ANSWERS[option.move.level]
    return ""


__all__ = ["Historical", "Override", "Turn", "historical"]

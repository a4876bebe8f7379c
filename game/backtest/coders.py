"""Two readers' codings of the same cases: how far they agree beyond chance, and what turns."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import NamedTuple

from game.backtest.scored import Backtest, Share
from game.record.model import Case, Found
from game.rules.facts import effective
from game.rules.theory import Theory
from game.rules.words import CONDITIONS, MARKED


class MarkLine(NamedTuple):
    """Agreement on one mark: of so many cases, the share coded alike, and Cohen's κ (None: nothing varies)."""

    mark: str
    cases: int
    agreed: float
    kappa: float | None


class Agreement(NamedTuple):
    """Agreement on all marks, and what the rules make of each coding."""

    cases: int
    lines: tuple[MarkLine, ...]
    first: Share
    second: Share
    turned: tuple[tuple[str, str, str], ...]
    """Case, its result with the first coding, its result with the second."""


def agreement(theory: Theory, first: Sequence[Case], second: Sequence[Case]) -> Agreement:
    """Compare the cases that both readers coded and that the rules reach."""
    others = {case.id: case for case in second}
    mine = [case for case in first if case.scored and case.id in others]
    pairs = [(case.found, _like(case.found, others[case.id].found)) for case in mine]
    again = [replace(case, found=found) for case, (_, found) in zip(mine, pairs, strict=True)]
    one, two = Backtest.of(theory, mine), Backtest.of(theory, again)
    turned = tuple(
        (a.case.id, a.got.reception, b.got.reception)
        for a, b in zip(one.rows, two.rows, strict=True)
        if a.got.reception != b.got.reception
    )
    lines = tuple(line for name, mark in MARKS.items() if (line := _line(name, mark, pairs)))
    return Agreement(len(mine), lines, one.share(), two.share(), turned)


def _like(first: Found, second: Found) -> Found:
    """The second coding with what a bare coding does not repeat: the year, and whether it was an incident."""
    act = second.act and first.act and replace(second.act, incident=first.act.incident)
    return replace(second, tied=first.tied, act=act or second.act)


def kappa(pairs: Sequence[tuple[str, str]]) -> float | None:
    """Cohen's κ of paired codes, 1 at most; None where neither reader ever uses a second code (Cohen 1960)."""
    total = len(pairs)
    agreed = sum(a == b for a, b in pairs) / total
    one, two = Counter(a for a, _ in pairs), Counter(b for _, b in pairs)
    by_chance = sum(one[code] * two[code] for code in one) / total**2
    return None if by_chance == 1 else (agreed - by_chance) / (1 - by_chance)


def _line(name: str, mark: Callable[[Found], str], pairs: Sequence[tuple[Found, Found]]) -> MarkLine | None:
    codes = [(mark(a), mark(b)) for a, b in pairs]
    codes = [(a, b) for a, b in codes if a and b]
    if not codes:
        return None
    return MarkLine(name, len(codes), sum(a == b for a, b in codes) / len(codes), kappa(codes))


# --- what can be compared: a mark in words, empty where the case has none ---------------------------------------


def _of_act(key: str) -> Callable[[Found], str]:
    return lambda found: str(getattr(found.act, key)) if found.act else ""


def _of_offer(key: str) -> Callable[[Found], str]:
    return lambda found: str(getattr(found.offer, key)) if found.offer else ""


def _of_state(key: str) -> Callable[[Found], str]:
    return lambda found: str(getattr(found.here, key))


def _warned(found: Found) -> str:
    return str(effective(found.act, found.here)[1]) if found.act else ""


def _breach(found: Found) -> str:
    return str(bool(found.act.does & found.bound)) if found.act else ""


def _binds(found: Found) -> str:
    return str(bool(found.entry and found.entry.binds)) if found.offer else ""


def _open(found: Found) -> str:
    return ", ".join(found.here.open) or "none"


MARKS: dict[str, Callable[[Found], str]] = {
    **{key: _of_act(key) for key in MARKED},
    "warned": _warned,
    "breach": _breach,
    **{key: _of_act(key) for key in ("needs", "visibility", "mooted", "demands")},
    **{f"offer: {key}": _of_offer(key) for key in ("recognises", "drops_claim", "shares", "talks", "builds", "gives")},
    "offer: binds": _binds,
    **{f"state: {key}": _of_state(key) for key in (*CONDITIONS, "shut")},
    "state: open": _open,
    "working relation": _of_state("relation"),
    "purpose": lambda found: (found.act or found.offer).purpose if found.act or found.offer else "",  # type: ignore[union-attr]
    "field": lambda found: found.field,
    "feels it more": lambda found: (found.act or found.offer).feels_more if found.act or found.offer else "",  # type: ignore[union-attr]
}

"""A theory held against the record: every coded case, right or wrong, and what that is worth."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from game.backtest.flips import flips
from game.backtest.outcome import Outcome, as_delivered, outcome
from game.record.model import Case, Found
from game.rules.facts import act_facts, offer_facts
from game.rules.resolve import Rules
from game.rules.theory import Rule, Theory

FINER = ("then", "binding", "manner", "lasted")
"""What else the record tells, scored apart: what Washington did then, whether a text binds, the manner, what lasted."""


class Row(NamedTuple):
    """One case: what the theory says and whether the record says so too."""

    case: Case
    got: Outcome

    @property
    def expected(self) -> str:
        """The record's reception."""
        return self.case.real.reception

    @property
    def right(self) -> bool:
        """Is the reception the one of the record?"""
        return self.got.reception == self.expected

    def finer(self, what: str) -> bool | None:
        """Is something else right that the record tells; None where it does not tell, or there is nothing to tell."""
        told: str = getattr(self.case.real, what)
        said: str = getattr(self.got, what)
        return said == told if told and (said or what == "manner") else None


class Share(NamedTuple):
    """So many right of so many."""

    right: int
    total: int

    def __str__(self) -> str:
        return f"{self.right} of {self.total}"

    @classmethod
    def of(cls, answers: Iterable[bool | None]) -> "Share":
        """Count answers; None is no answer."""
        given = [answer for answer in answers if answer is not None]
        return cls(sum(given), len(given))


class Baseline(NamedTuple):
    """A rule so simple that a theory must do better to be worth its pages."""

    name: str
    short: str
    says: Callable[[Case], str]


def _protest(case: Case) -> str:
    return "protest" if case.found.act else ""


def _by_purpose(case: Case) -> str:
    return "" if case.found.act else "cooperation" if case.purpose == "operational" else "token"


def _by_cell(case: Case) -> str:
    """The papers' figure alone: acting alone meets a vigorous answer, joint work succeeds, joint words are a token."""
    return "backlash" if case.found.act else _by_purpose(case)


BASELINES = (
    Baseline("always protest", "protest", _protest),
    Baseline("cooperation if operational", "operational", _by_purpose),
    Baseline("the four cells alone", "cells", _by_cell),
)


@dataclass(frozen=True)
class Backtest:
    """A theory's results on cases."""

    theory: Theory
    rows: tuple[Row, ...]
    unscored: tuple[Case, ...] = ()

    @classmethod
    def of(cls, theory: Theory, cases: Iterable[Case]) -> "Backtest":
        """Every case; those that no rule reaches are kept apart."""
        rows, apart = list[Row](), list[Case]()
        for case in cases:
            got = outcome(theory, case.found) if case.scored else None
            if got is None:
                apart.append(case)
            else:
                rows.append(Row(case, got))
        return cls(theory, tuple(rows), tuple(apart))

    def share(self, of: Callable[[Case], bool] = lambda _: True) -> Share:
        """How many of some cases are right."""
        return Share.of(row.right for row in self.rows if of(row.case))

    def finer(self, what: str) -> Share:
        """How often something else that the record tells is right."""
        return Share.of(row.finer(what) for row in self.rows)

    def by(self, key: Callable[[Case], object]) -> dict[str, Share]:
        """Shares by kind, source or decade, in the order in which they come up."""
        groups: dict[str, list[bool]] = {}
        for row in self.rows:
            groups.setdefault(str(key(row.case)), []).append(row.right)
        return {name: Share.of(right) for name, right in groups.items()}

    @property
    def misses(self) -> tuple[Row, ...]:
        """The cases that come out otherwise than they did."""
        return tuple(row for row in self.rows if not row.right)

    def baseline(self, baseline: Baseline) -> Share:
        """How a baseline does on the cases of which it says anything."""
        said = ((baseline.says(row.case), row.expected) for row in self.rows)
        return Share.of(word == real if word else None for word, real in said)

    def beside(self, baseline: Baseline) -> Share:
        """How the theory does on the same cases."""
        return Share.of(row.right if baseline.says(row.case) else None for row in self.rows)

    @cached_property
    def twins(self) -> tuple[tuple[Row, ...], ...]:
        """Groups of cases that look alike to the theory and came out differently: no rule of it can get them all."""
        groups: dict[object, list[Row]] = {}
        for row in self.rows:
            groups.setdefault(seen(self.theory, row.case.found), []).append(row)
        return tuple(tuple(g) for g in groups.values() if len({row.expected for row in g}) > 1)

    @cached_property
    def turns(self) -> tuple["Turned", ...]:
        """Which results turn when one doubtful mark is coded the other way."""
        return tuple(
            Turned(row, mark, result)
            for row in self.rows
            for mark in sorted(row.case.doubtful)
            for result in sorted(self._other(row, mark))
        )

    def _other(self, row: Row, mark: str) -> set[str]:
        results = (outcome(self.theory, found) for found in flips(row.case.found, mark))
        return {got.reception for got in results if got} - {row.got.reception}

    @property
    def by_delivery(self) -> tuple["Turned", ...]:
        """Which results turn when a promise is judged by what came of it."""
        found = ((row, outcome(self.theory, as_delivered(row.case.found))) for row in self.rows)
        return tuple(
            Turned(row, "offer.delivered", got.reception) for row, got in found if got and got[0] != row.got.reception
        )


class Turned(NamedTuple):
    """A result that turns with one mark."""

    row: Row
    mark: str
    result: str

    @property
    def now_right(self) -> bool:
        """Would it be the record's?"""
        return self.result == self.row.expected


def seen(theory: Theory, found: Found) -> frozenset[str]:
    """All that the theory looks at in a case: the facts that some rule of reply or reception asks for."""
    if found.act:
        facts = act_facts(found.act, found.ground, found.setting)
        return facts & _asked((theory.start, *theory.steps, *theory.manner)) | {"an act"}
    if found.offer:
        made = Rules(theory, found.setting).offered(found.offer, found.offered_by, found.ground)
        return offer_facts(found.offer, found.offered_by, made.ground, found.setting) & _asked(theory.received)
    return frozenset()


def _asked(rules: Sequence[Rule]) -> frozenset[str]:
    return frozenset[str]().union(*(rule.needs | rule.forbids | rule.unless for rule in rules))


def kinds(backtest: Backtest) -> Counter[str]:
    """How many cases there are of each kind, unscored ones included."""
    return Counter(case.kind for case in (*(row.case for row in backtest.rows), *backtest.unscored))

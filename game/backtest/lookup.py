"""The record looked up: every coded case with the rules' result beside it, sieved by what a reader asks for."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from itertools import product
from typing import NamedTuple

from game.backtest.outcome import Outcome
from game.backtest.scored import BASELINES, Backtest, Share
from game.backtest.told import RIGHT, WRONG
from game.record.model import KINDS, ORIENTATIONS, Case
from game.rules.numbers import so_many
from game.rules.theory import Theory
from game.rules.words import FIELDS, OFFER_RECEPTIONS, PURPOSES, RECEPTIONS

NOT_SCORED = "not scored"
SHORTEST = 3
"""Letters of a word that is looked for inside a title; a shorter one must be a whole word."""


class Looked(NamedTuple):
    """A coded case and what the rules make of it; nothing, where they do not reach it."""

    case: Case
    got: Outcome | None

    @property
    def verdict(self) -> str:
        """Right, wrong, or not scored, in the words of the backtest."""
        if self.got is None:
            return NOT_SCORED
        return RIGHT if self.got.reception == self.case.real.reception else WRONG

    @property
    def words(self) -> frozenset[str]:
        """The words by which it can be asked for besides its title."""
        return frozenset(
            word.strip(",") for value in FACETS.values() for words in value(self) for word in (*words.split(), words)
        )


FACETS: Mapping[str, Callable[[Looked], tuple[str, ...]]] = {
    "outcome": lambda one: (one.verdict, one.case.real.reception),
    "decade": lambda one: (f"{one.case.decade}s",),
    "field": lambda one: (one.case.found.field,),
    "kind": lambda one: (one.case.kind,),
    "cell": lambda one: (one.case.cell,),
}
"""What cases can be sieved by, and the values that a case has."""
CELLS = tuple(f"{orientation}, {purpose}" for orientation, purpose in product(ORIENTATIONS, PURPOSES))
RANKED = (RIGHT, WRONG, NOT_SCORED, *RECEPTIONS, *OFFER_RECEPTIONS, *FIELDS, *KINDS, *CELLS)
"""All values but decades in the order in which they are offered."""


class Sieve(NamedTuple):
    """What is asked for, a value a facet; nothing lets every case through."""

    outcome: str = ""
    decade: str = ""
    field: str = ""
    kind: str = ""
    cell: str = ""

    def passes(self, one: Looked) -> bool:
        """Is a case what is asked for?"""
        return all(not wanted or wanted in FACETS[name](one) for name, wanted in self._asdict().items())


@dataclass(frozen=True)
class Lookup:
    """The record under one theory."""

    test: Backtest
    lines: tuple[Looked, ...]

    @classmethod
    def of(cls, theory: Theory, cases: Iterable[Case]) -> "Lookup":
        """Every case in its order, those that are not scored among the others."""
        given = tuple(cases)
        test = Backtest.of(theory, given)
        got = {row.case.id: row.got for row in test.rows}
        return cls(test, tuple(Looked(case, got.get(case.id)) for case in given))

    def sieved(self, sieve: Sieve) -> tuple[Looked, ...]:
        """The cases that are asked for."""
        return tuple(filter(sieve.passes, self.lines))

    def values(self, facet: str, sieve: Sieve) -> list[tuple[str, int]]:
        """The values of a facet that occur, and how many cases each would leave, all else asked for as it is."""
        rest = sieve._replace(**{facet: ""})
        found = {value for one in self.lines for value in FACETS[facet](one) if value}
        return [(value, len(self.sieved(rest._replace(**{facet: value})))) for value in sorted(found, key=_rank)]

    def with_words(self, asked: str) -> tuple[Looked, ...]:
        """The cases that every word fits: a word of a facet there, any other in the title or the id."""
        known = frozenset[str]().union(*(one.words for one in self.lines))
        words = asked.lower().split()
        return tuple(one for one in self.lines if all(_fits(one, word, word in known) for word in words))

    def case(self, name: str) -> Looked | None:
        """A case by its id."""
        return next((one for one in self.lines if one.case.id == name), None)


def _rank(value: str) -> tuple[int, str]:
    return (RANKED.index(value) if value in RANKED else -1, value)


def _fits(one: Looked, word: str, known: bool) -> bool:
    if known:
        return word in one.words
    text = f"{one.case.title} {one.case.id}".lower()
    return word in (text if len(word) >= SHORTEST else text.split())


# --- what it is worth ----------------------------------------------------------------------------------------


class Against(NamedTuple):
    """The rules beside a plain guess, on the cases of which it says anything."""

    name: str
    its: Share
    mine: Share

    @property
    def beaten(self) -> bool:
        """Do the rules do better?"""
        return self.mine.right > self.its.right


def against(test: Backtest) -> tuple[Against, ...]:
    """The rules beside each plain guess."""
    return tuple(Against(guess.name, test.baseline(guess), test.beside(guess)) for guess in BASELINES)


def total(test: Backtest) -> str:
    """How many cases there are, how many of them the rules reach, how many are right, and what that is worth."""
    beside = against(test)
    same = [quoted(guess.name) for guess in beside if guess.mine.right == guess.its.right]
    worse = [quoted(guess.name) for guess in beside if guess.mine.right < guess.its.right]
    said = [f"{word} {', '.join(names)}" for word, names in (("no better than", same), ("worse than", worse)) if names]
    coded, judged = so_many(len(test.rows) + len(test.unscored), "case"), test.share()
    percentage = f" ({round(100 * judged.right / judged.total)} %)" if judged.total else ""
    worth = " and ".join(said) or "better than each plain guess"
    return f"{coded} coded. The rules can judge {judged.total} and are right on {judged.right}{percentage}, {worth}."


def guesses(test: Backtest) -> str:
    """What the plain guesses get right, and the rules on the same cases."""
    said = (
        f"{quoted(guess.name)} is right on {guess.its}, the rules on {guess.mine.right} of the same {guess.mine.total}"
        for guess in against(test)
    )
    return f"Plain guesses, each on the cases that it can judge: {'; '.join(said)}."


def quoted(guess: str) -> str:
    """A plain guess as it is named in a sentence."""
    return f"“{guess}”"

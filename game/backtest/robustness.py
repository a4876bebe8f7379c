"""How firm the results are: numbers moved, marks miscoded, rules dropped, cases left out.

The result of a case hangs on a theory's numbers only through the rules that hold in it, so each case is asked once
which rules hold (:class:`Held`), and ten thousand moved theories are sums.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import product
from math import log
from os import cpu_count
from random import Random
from typing import Any, NamedTuple

from game.backtest.extensions import without
from game.backtest.flips import flips
from game.backtest.held import Held, held, reception
from game.backtest.scored import Backtest, Share
from game.record.model import Case, Found
from game.record.read import MARKS, OFFERED, SIDES
from game.rules.state import Field
from game.rules.theory import Theory
from game.rules.words import CONDITIONS

STEPS = (-1, 0, 1)
MISCODED = 0.05
"""The share of marks that a draw codes otherwise."""
THRESHOLDS = ("relation", "reason", "counts")
"""From which level on: four conditions are a working relation; interest is a reason; a condition or gift counts."""
PAIR = 2
"""A rule that asks for more than this at once is tried with each question left out."""
CHUNK = 250
FEW = 4
FITTED = {-1: (-2, -1, 0), 1: (0, 1, 2)}
"""What a step may become when numbers are learnt anew: none, as it is, twice it; never of the other sign."""


class Numbers(NamedTuple):
    """The numbers of a theory that its results hang on: where the staircase starts, each step, each threshold moved."""

    start: int
    steps: tuple[int, ...]
    moved: tuple[int, int, int] = (0, 0, 0)

    @classmethod
    def of(cls, theory: Theory) -> "Numbers":
        """As they stand in the file."""
        return cls(theory.start.step, tuple(rule.step for rule in theory.steps))

    def drawn(self, random: Random) -> "Numbers":
        """Each moved by one down, not at all, or by one up."""
        return Numbers(
            self.start + random.choice(STEPS),
            tuple(step + random.choice(STEPS) for step in self.steps),
            (random.choice(STEPS), random.choice(STEPS), random.choice(STEPS)),
        )


def shifted(found: Found, moved: tuple[int, int, int]) -> Found:
    """A threshold one higher is the same as every level one lower: the case as a moved theory sees it."""
    relation, reason, counts = moved
    if found.act:
        return replace(found, here=_related(found.here, relation))
    here = _lower(_lower(found.here, reason, CONDITIONS[:1]), counts, CONDITIONS[1:])
    offer = found.offer
    if counts and offer:
        builds, gives = (level and max(level - counts, 0) for level in (offer.builds, offer.gives))
        offer = replace(offer, builds=builds, gives=gives)
    return replace(found, here=here, offer=offer)


def _related(here: Field, by: int) -> Field:
    """An act meets coordination, institution and capacity only in the relation; interest is asked for itself too."""
    if by > 0:
        related = min(here.interest, here.coordination, here.institution, here.capacity) > by
        return here if related else here._replace(coordination=0)
    return _lower(here, by, CONDITIONS[1:])._replace(interest=max(here.interest, -by))  # no relation without interest


def _lower(here: Field, by: int, conditions: Sequence[str]) -> Field:
    levels: dict[str, Any] = {name: max(getattr(here, name) - by, 0) for name in conditions}
    return here._replace(**levels)


# --- draws ---------------------------------------------------------------------------------------------------


class Spread(NamedTuple):
    """How many cases stay as they were, over many draws: shares of all scored cases, 0 to 1."""

    draws: int
    kept: float
    """Mean share of results that are as with the numbers of the file."""
    right: float
    """Mean share right."""
    low: float
    high: float
    """The share right that nine draws in ten do not fall below, and do not rise above (5th and 95th in a hundred)."""

    @classmethod
    def of(cls, tallies: Sequence[tuple[int, int]], cases: int) -> "Spread":
        """From (kept, right) of each draw."""
        rights = sorted(right / cases for _, right in tallies)
        last = len(rights) - 1
        return cls(
            len(tallies),
            sum(kept for kept, _ in tallies) / len(tallies) / cases,
            sum(rights) / len(rights),
            rights[round(0.05 * last)],
            rights[round(0.95 * last)],
        )


@dataclass(frozen=True)
class Bench:
    """Cases under a theory, ready to be drawn from."""

    theory: Theory
    cases: tuple[Case, ...]

    @classmethod
    def of(cls, theory: Theory, cases: Iterable[Case]) -> "Bench":
        """The scored cases."""
        return cls(theory, tuple(row.case for row in Backtest.of(theory, cases).rows))

    def results(self, numbers: Numbers) -> list[str]:
        """The reception of each case under other numbers."""
        return [h.reception(numbers.start, numbers.steps) for h in self._held(numbers.moved)]

    def _held(self, moved: tuple[int, int, int]) -> tuple[Held, ...]:
        return _asked(self, moved)

    def __hash__(self) -> int:
        return id(self)

    def tally(self, results: Sequence[str]) -> tuple[int, int]:
        """How many are as with the file's numbers, and how many right."""
        base = _base(self)
        kept = sum(map(str.__eq__, results, base))
        return kept, sum(r == case.real.reception for r, case in zip(results, self.cases, strict=True))


@lru_cache(maxsize=256)
def _asked(bench: Bench, moved: tuple[int, int, int]) -> tuple[Held, ...]:
    return tuple(held(bench.theory, shifted(case.found, moved)) for case in bench.cases)


class Alike(NamedTuple):
    """Cases in which the same rules hold: how many came out how in the file's numbers, and how many in truth."""

    held: Held
    base: Counter[str]
    real: Counter[str]


@lru_cache(maxsize=64)
def _alike(bench: Bench, moved: tuple[int, int, int]) -> tuple[Alike, ...]:
    groups: dict[Held, Alike] = {}
    for case, h, base in zip(bench.cases, _asked(bench, moved), _base(bench), strict=True):
        group = groups.setdefault(h, Alike(h, Counter(), Counter()))
        group.base[base] += 1
        group.real[case.real.reception] += 1
    return tuple(groups.values())


def _tally(bench: Bench, numbers: Numbers) -> tuple[int, int]:
    """The tally of the results under other numbers, each kind of case reckoned once."""
    results = [(a, a.held.reception(numbers.start, numbers.steps)) for a in _alike(bench, numbers.moved)]
    return sum(a.base[result] for a, result in results), sum(a.real[result] for a, result in results)


@lru_cache(maxsize=8)
def _base(bench: Bench) -> tuple[str, ...]:
    return tuple(bench.results(Numbers.of(bench.theory)))


def numbers_drawn(bench: Bench, seed: int, draws: range) -> list[tuple[int, int]]:
    """Every number moved at random, draw by draw; each draw has a seed of its own, so that any order gives the same."""
    base = Numbers.of(bench.theory)
    return [_tally(bench, base.drawn(Random(f"{seed} numbers {draw}"))) for draw in draws]


def marks_drawn(bench: Bench, seed: int, draws: range) -> list[tuple[int, int]]:
    """Each mark of each case coded otherwise by chance, one in twenty."""
    coder = _coder(bench)
    return [bench.tally(coder.results(Random(f"{seed} marks {draw}"))) for draw in draws]


class Miscoder:
    """Codes marks otherwise; what the same slips lead to is worked out once."""

    def __init__(self, bench: Bench) -> None:
        """For one set of cases."""
        self.bench = bench
        self.marks = [(at, mark) for at, case in enumerate(bench.cases) for mark in codable(case.found)]
        self.known: dict[tuple[int, tuple[str, ...], int], str] = {}

    def results(self, random: Random) -> list[str]:
        """The result of every case, with the slips of one draw."""
        results = list(_base(self.bench))
        slips: dict[int, list[str]] = {}
        for at, mark in self._slips(random):
            slips.setdefault(at, []).append(mark)
        for at, marks in slips.items():
            key = at, tuple(marks), random.randrange(2)
            if key not in self.known:
                self.known[key] = self._with(*key)
            results[at] = self.known[key]
        return results

    def _slips(self, random: Random) -> Iterator[tuple[int, str]]:
        """Every mark with the same small chance; the gaps between slips are drawn instead of a chance for each mark."""
        at = int(log(1 - random.random()) / log(1 - MISCODED))
        while at < len(self.marks):
            yield self.marks[at]
            at += 1 + int(log(1 - random.random()) / log(1 - MISCODED))

    def _with(self, at: int, marks: tuple[str, ...], which: int) -> str:
        found = self.bench.cases[at].found
        for mark in marks:
            if others := flips(found, mark):  # an earlier slip may have left nothing to code here
                found = others[which % len(others)]
        return reception(self.bench.theory, found)


@lru_cache(maxsize=4)
def _coder(bench: Bench) -> Miscoder:
    """The coder of a bench; what he has worked out once, he knows in the next job too."""
    return Miscoder(bench)


def codable(found: Found) -> tuple[str, ...]:
    """Every mark of a case that could be coded otherwise."""
    state = (f"state.{key}" for key in (*CONDITIONS, "open", "shut"))
    marks = (*MARKS, "whose", "purpose") if found.act else (*(f"offer.{key}" for key in OFFERED), "purpose")
    return tuple(mark for mark in (*marks, *SIDES, *state) if flips(found, mark))


# --- one thing at a time -------------------------------------------------------------------------------------


class Moved(NamedTuple):
    """What comes of one number moved by one, or of one rule dropped."""

    name: str
    change: str
    right: int
    turned: tuple[str, ...]
    """The cases whose result changes."""


def one_by_one(bench: Bench) -> list[Moved]:
    """Each number of the theory moved by one, alone."""
    base = Numbers.of(bench.theory)
    return [_moved(bench, name, f"{by:+d}", numbers) for name, by, numbers in _single(bench.theory, base)]


def _single(theory: Theory, base: Numbers) -> Iterator[tuple[str, int, Numbers]]:
    for by in (-1, 1):
        yield "start", by, base._replace(start=base.start + by)
    for at, rule in enumerate(theory.steps):
        for by in (-1, 1):
            steps = tuple(step + by * (i == at) for i, step in enumerate(base.steps))
            yield rule.id, by, base._replace(steps=steps)
    for at, name in enumerate(THRESHOLDS):
        for by in (-1, 1):
            moved = [by * (i == at) for i in range(len(THRESHOLDS))]
            yield f"threshold: {name}", by, base._replace(moved=(moved[0], moved[1], moved[2]))


def _moved(bench: Bench, name: str, change: str, numbers: Numbers) -> Moved:
    return _compared(bench, name, change, bench.results(numbers))


def _compared(bench: Bench, name: str, change: str, results: Sequence[str]) -> Moved:
    base = _base(bench)
    turned = tuple(c.id for c, old, new in zip(bench.cases, base, results, strict=True) if old != new)
    return Moved(name, change, bench.tally(results)[1], turned)


def dropped(bench: Bench) -> list[Moved]:
    """Each rule of reply and reception left out, alone; and each condition that an offer needs no longer asked."""
    return [_compared(bench, name, what, _bare_results(theory, bench)) for name, what, theory in _without(bench.theory)]


def _bare_results(theory: Theory, bench: Bench) -> list[str]:
    return list(_base(Bench(theory, bench.cases)))


def _without(theory: Theory) -> Iterator[tuple[str, str, Theory]]:
    for rule in (*theory.steps, *theory.manner, *theory.received):
        yield rule.id, "dropped", without(theory, rule)
    for rule in theory.received:
        for word in sorted(rule.unless) if len(rule.unless) > PAIR else ():
            other = replace(rule, unless=rule.unless - {word})
            changed = tuple(other if r is rule else r for r in theory.received)
            yield rule.id, f"“{word}” not asked", replace(theory, received=changed)


# --- left out ------------------------------------------------------------------------------------------------


class LeftOut(NamedTuple):
    """A group of cases left out: how the file's numbers do on it, and numbers learnt from the others alone."""

    name: str
    inside: Share
    learnt: Share
    protest: Share
    """“Always protest” on the acts and incidents of the group, for comparison."""


def left_out(bench: Bench, key: Callable[[Case], object]) -> list[LeftOut]:
    """For each group of acts and incidents: numbers are learnt from the rest, and tried on the group."""
    acts = Bench(bench.theory, tuple(case for case in bench.cases if case.found.act))
    groups: dict[str, list[Case]] = {}
    for case in acts.cases:
        groups.setdefault(str(key(case)), []).append(case)
    return [_left_out(acts, name, group) for name, group in groups.items()]


def _left_out(acts: Bench, name: str, group: Sequence[Case]) -> LeftOut:
    rest = Bench(acts.theory, tuple(case for case in acts.cases if case not in group))
    out = Bench(acts.theory, tuple(group))
    learnt = max(_learnable(acts.theory), key=lambda numbers: rest.tally(rest.results(numbers))[1])
    base = Numbers.of(acts.theory)
    return LeftOut(
        name,
        Share(out.tally(out.results(base))[1], len(group)),
        Share(out.tally(out.results(learnt))[1], len(group)),
        Share(sum(case.real.reception == "protest" for case in group), len(group)),
    )


def _learnable(theory: Theory) -> Iterator[Numbers]:
    """Every staircase with steps of these signs, the smallest first, so that a tie goes to the simplest."""
    choices = [FITTED[1 if rule.step > 0 else -1] for rule in theory.steps]
    staircases = sorted(product(*choices), key=lambda steps: sum(map(abs, steps)))
    return (Numbers(start, steps) for steps in staircases for start in (1, 0, 2))


# --- all of it -----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Robustness:
    """All that was found."""

    theory: Theory
    test: Backtest
    numbers: Spread
    marks: Spread
    singles: tuple[Moved, ...]
    dropped: tuple[Moved, ...]
    sources: tuple[LeftOut, ...]
    decades: tuple[LeftOut, ...]

    @property
    def knife_edges(self) -> tuple[Moved, ...]:
        """Numbers that cost three cases or more when they move by one, the worst first."""
        base = self.test.share().right
        sharp = (moved for moved in self.singles if base - moved.right >= 3)
        return tuple(sorted(sharp, key=lambda moved: moved.right))


Progress = Callable[[int, int], None]


def robustness(
    theory: Theory, cases: Sequence[Case], samples: int, seed: int, progress: Progress | None = None
) -> Robustness:
    """Draw and reckon; ``progress`` is told how many draws of how many are done."""
    bench = Bench.of(theory, cases)
    done = _drawn(bench, seed, samples, progress)
    return Robustness(
        theory=theory,
        test=Backtest.of(theory, bench.cases),
        numbers=Spread.of(done["numbers"], len(bench.cases)),
        marks=Spread.of(done["marks"], len(bench.cases)),
        singles=tuple(one_by_one(bench)),
        dropped=tuple(dropped(bench)),
        sources=tuple(left_out(bench, lambda case: case.source)),
        decades=tuple(left_out(bench, lambda case: f"{case.decade}s")),
    )


KINDS_OF_DRAW = {"numbers": numbers_drawn, "marks": marks_drawn}


def _drawn(bench: Bench, seed: int, samples: int, progress: Progress | None) -> dict[str, list[tuple[int, int]]]:
    """All draws of both kinds, in as many processes as there are cores; the same whatever their number."""
    jobs = [(kind, range(at, min(at + CHUNK, samples))) for kind in KINDS_OF_DRAW for at in range(0, samples, CHUNK)]
    found: dict[str, list[tuple[int, int]]] = {kind: [] for kind in KINDS_OF_DRAW}
    count = 0
    for (kind, draws), tallies in zip(jobs, _worked(bench, seed, jobs), strict=True):
        found[kind] += tallies
        count += len(draws)
        if progress:
            progress(count, samples * len(KINDS_OF_DRAW))
    return found


Job = tuple[str, range]
_AT_WORK: list[tuple[Bench, int]] = []
"""In a helping process: what it works on. Sent once, not with every job."""


def _worked(bench: Bench, seed: int, jobs: Sequence[Job]) -> Iterator[list[tuple[int, int]]]:
    """The tallies of each job, in order. A few jobs are done here: a process takes longer to begin."""
    workers = min(cpu_count() or 1, len(jobs))
    if workers < 2 or len(jobs) <= FEW:
        yield from (KINDS_OF_DRAW[kind](bench, seed, draws) for kind, draws in jobs)
        return
    with ProcessPoolExecutor(workers, initializer=_begin, initargs=(bench, seed)) as pool:
        yield from pool.map(_work, jobs)


def _begin(bench: Bench, seed: int) -> None:
    _AT_WORK[:] = [(bench, seed)]


def _work(job: Job) -> list[tuple[int, int]]:
    kind, draws = job
    return KINDS_OF_DRAW[kind](*_AT_WORK[0], draws)

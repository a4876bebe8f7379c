"""Arguing with the model: where two theories differ, line by line, and which cases turn with it.

Pure: a command prints it, a screen may show it.
"""

from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from game.backtest.scored import FINER, Backtest, Share
from game.backtest.told import percent, unbeaten
from game.record.model import Case
from game.rules.theory import Effect, Rule, Theory
from game.theories.read import STEPS

ADDED, DROPPED, MOVED = "added", "dropped", "moved"
FIRST = "first"
NOTHING = "nothing"
WORDS = ("says", "otherwise", "card")
ONE_ANSWER = ("manner", "expected", "received", "endings")
"""Tables of which the first line that holds decides."""


class Change(NamedTuple):
    """One thing that differs: in which table, of which rule (empty: of the table itself), what, and how."""

    table: str
    rule: str
    what: str
    before: str = ""
    after: str = ""

    def __str__(self) -> str:
        where = f"{self.table}: {self.rule}: " if self.rule else f"{self.table}: "
        if self.what in WORDS:
            return f"{where}{self.what} in other words"
        if self.what in (ADDED, DROPPED):
            return f"{where}{self.what} ({self.after or self.before})"
        return f"{where}{self.what} {self.before or NOTHING} → {self.after or NOTHING}"


# --- two theories --------------------------------------------------------------------------------------------


def diff(first: Theory, second: Theory) -> tuple[Change, ...]:
    """Everything in which the second theory differs from the first, in the order of the file."""
    return (*_heads(first, second), *_tables(first, second), *_aims(first, second))


def _heads(first: Theory, second: Theory) -> Iterator[Change]:
    """What is no rule."""
    yield from _values("the theory", {"claim": first.claim}, {"claim": second.claim})
    yield from _values("limits", first.limits, second.limits)
    yield from _values("classes", *(dict.fromkeys(theory.classes, "a class of acts") for theory in (first, second)))
    yield from _values("words", first.words, second.words)


def _values(table: str, first: Mapping[str, object], second: Mapping[str, object]) -> Iterator[Change]:
    for name in dict.fromkeys((*first, *second)):
        before, after = (str(values[name]) if name in values else "" for values in (first, second))
        if before != after:
            yield Change(table, "", name, before, after)


def _aims(first: Theory, second: Theory) -> Iterator[Change]:
    for side in first.aims:
        weights = ({aim.id: aim.weight for aim in theory.aims[side]} for theory in (first, second))
        yield from _values(f"aims of {side}", *weights)


def tables_of(theory: Theory) -> dict[str, tuple[Rule, ...]]:
    """The rules of a theory by table, in the order of the file; the staircase begins with its start."""
    deciding = {name: getattr(theory, name) for name in ONE_ANSWER}
    endings = deciding.pop("endings")
    return {STEPS: (theory.start, *theory.steps), **deciding, **theory.phases, "endings": endings}


def _tables(first: Theory, second: Theory) -> Iterator[Change]:
    mine, theirs = tables_of(first), tables_of(second)
    for table in mine:
        yield from _rules(table, *({rule.id: rule for rule in rules} for rules in (mine[table], theirs[table])))


def _rules(table: str, first: Mapping[str, Rule], second: Mapping[str, Rule]) -> Iterator[Change]:
    moved = _moved([name for name in first if name in second], [name for name in second if name in first])
    for name, rule in first.items():
        if name not in second:
            yield Change(table, name, DROPPED, before=in_words(rule))
    for name, rule in second.items():
        if name not in first:
            yield Change(table, name, ADDED, after=in_words(rule))
            continue
        if name in moved:
            yield Change(table, name, MOVED, _behind(name, first), _behind(name, second))
        yield from _lines(table, name, first[name], rule)


def _moved(first: Sequence[str], second: Sequence[str]) -> frozenset[str]:
    """The names that stand elsewhere: all but the longest run of those that kept their order."""
    kept = SequenceMatcher(None, first, second, autojunk=False).get_matching_blocks()
    return frozenset(first) - {name for block in kept for name in first[block.a : block.a + block.size]}


def _behind(name: str, rules: Mapping[str, Rule]) -> str:
    names = list(rules)
    at = names.index(name)
    return f"after {names[at - 1]}" if at else FIRST


def _lines(table: str, name: str, first: Rule, second: Rule) -> Iterator[Change]:
    """What differs in one rule: its numbers, its questions, what it changes, its words, its sources."""
    before, after = _parts(first), _parts(second)
    yield from (Change(table, name, what, before[what], after[what]) for what in before if before[what] != after[what])


def _parts(rule: Rule) -> dict[str, str]:
    how_sure = [word for word in ("stated", "disputed", "extension") if getattr(rule, word)]
    return {
        "step": str(rule.step),
        "if": asked(rule),
        "unless": ", ".join(sorted(rule.unless)),
        "then": done(rule),
        **{key: getattr(rule, key) for key in WORDS},
        "cite": ", ".join((*rule.cite, *how_sure)),
    }


def asked(rule: Rule) -> str:
    """The questions of a rule under ``if``, as a theory file writes them."""
    words = (*sorted(rule.needs), *(f"not {word}" for word in sorted(rule.forbids)), *(f"now {w}" for w in rule.now))
    return ", ".join(words)


def done(rule: Rule) -> str:
    """What a rule decides or changes."""
    return rule.word or "; ".join(map(_effect, rule.then))


def _effect(effect: Effect) -> str:
    by = ", ".join(effect.by) if isinstance(effect.by, tuple) else str(effect.by)
    sign = "+" if isinstance(effect.by, int) and effect.by > 0 and not effect.to else ""
    where = "" if effect.where == "here" else f" in {effect.where}"
    most = f", at most to {effect.most}" if effect.most else ""
    times = f", times {effect.times}" if effect.times else ""
    return f"{effect.what}{' becomes' if effect.to else ''} {sign}{by}{where}{most}{times}"


def in_words(rule: Rule) -> str:
    """A rule on one line: what it asks, and what then."""
    questions = asked(rule) or "always"
    unless = f", unless {', '.join(sorted(rule.unless))}" if rule.unless else ""
    return f"{questions}{unless}: {done(rule) or f'{rule.step:+d}'}"


# --- what turns ----------------------------------------------------------------------------------------------


class Turning(NamedTuple):
    """A case that comes out otherwise: the reception before and after."""

    case: Case
    before: str
    after: str


class Turnings(NamedTuple):
    """The cases that turn right, those that turn wrong, and those that are wrong both times in another way."""

    right: tuple[Turning, ...]
    wrong: tuple[Turning, ...]
    otherwise: tuple[Turning, ...]


def turned(before: Backtest, after: Backtest) -> Turnings:
    """Which cases come out otherwise under the second theory. Both must have been held against the same cases."""
    pairs = [
        (Turning(row.case, row.got.reception, other.got.reception), row.right, other.right)
        for row, other in zip(before.rows, after.rows, strict=True)
        if row.got.reception != other.got.reception
    ]
    return Turnings(
        right=tuple(turning for turning, _, now in pairs if now),
        wrong=tuple(turning for turning, was, _ in pairs if was),
        otherwise=tuple(turning for turning, was, now in pairs if not was and not now),
    )


class Argument(NamedTuple):
    """One theory argued against another."""

    before: Backtest
    after: Backtest

    @classmethod
    def of(cls, first: Theory, second: Theory, cases: Sequence[Case]) -> "Argument":
        """Hold both against the cases."""
        return cls(Backtest.of(first, cases), Backtest.of(second, cases))

    def totals(self) -> Iterator[tuple[str, Share, Share]]:
        """How many are right before and after: receptions, then whatever else the record tells."""
        yield "reception", self.before.share(), self.after.share()
        yield from ((what, self.before.finer(what), self.after.finer(what)) for what in FINER)

    def as_plain(self) -> dict[str, object]:
        """The argument as ``theory diff --json`` prints it."""
        turnings = turned(self.before, self.after)
        return {
            "before": self.before.theory.id,
            "after": self.after.theory.id,
            "changes": [change._asdict() for change in diff(self.before.theory, self.after.theory)],
            "turned": {name: list(map(_plain, cases)) for name, cases in turnings._asdict().items()},
            "totals": {
                what: {"before": before._asdict(), "after": after._asdict()} for what, before, after in self.totals()
            },
        }


def _plain(turning: Turning) -> dict[str, str]:
    record = turning.case.real.reception
    return {"id": turning.case.id, "record": record, "before": turning.before, "after": turning.after}


# --- in words ------------------------------------------------------------------------------------------------


def told(argument: Argument) -> Iterator[str]:
    """The argument in lines: what differs, what turns, and the totals."""
    first, second = argument.before.theory, argument.after.theory
    changes = diff(first, second)
    yield f"{first.title} ({first.id}) → {second.title} ({second.id})"
    yield from (f"  {change}" for change in changes)
    if not changes:
        yield "  no difference"
    turnings = turned(argument.before, argument.after)
    for heading, cases in zip(HEADINGS, turnings, strict=True):
        yield f"{heading}: {len(cases) or 'no case'}"
        yield from (f"  {_line(turning)}" for turning in cases)
    for what, before, after in argument.totals():
        yield f"{what}: {before} → {after}"


HEADINGS = ("turn right", "turn wrong", "wrong both times, in another way")


def _line(turning: Turning) -> str:
    case = turning.case
    return f"{case.id} ({case.when}): {turning.before} → {turning.after}; the record has {case.real.reception}"


def standing(test: Backtest, against: Backtest) -> str:
    """One paragraph: how a theory does on the cases, beside another and beside rules that need no theory."""
    theory, other = test.theory, against.theory
    said = [f"“{theory.title}” is right on {percent(test.share())} coded cases."]
    if theory.digest != other.digest:
        right, wrong, _ = turned(against, test)
        said.append(f"“{other.title}” is right on {against.share()}; against it {_counted(right, 'right')}")
        said[-1] += f" and {_counted(wrong, 'wrong')}."
    beaten = "Its rules do better than each rule of thumb on the cases of which that speaks."
    return " ".join((*said, *(sentence.strip() for sentence in unbeaten(test) or (beaten,))))


def _counted(turnings: Sequence[Turning], how: str) -> str:
    names = f" ({', '.join(turning.case.id for turning in turnings)})" if turnings else ""
    return f"{len(turnings) or 'none'} {'turns' if len(turnings) == 1 else 'turn'} {how}{names}"

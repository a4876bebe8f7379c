"""What a rule can change, and how: the meaning of the words under ``then`` in a theory.

Changes of the ground are made at once, in a draft; changes at home are only noted, since the number that they
change is not known to the rules.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, NamedTuple

from game.rules.facts import act_facts
from game.rules.moves import Act, Develop, Offer
from game.rules.state import UNTIL_SETTLED, Field, Ground, Home, Setting
from game.rules.theory import Effect, Rule, Theory
from game.rules.trace import HomeStep, Line, line
from game.rules.words import CONDITIONS, MARKED

HOME_METERS = frozenset(Home._fields)
OF_THE_ROUND = frozenset({"shown", "relieved", "fresh"})
"""Marks that a round keeps for its own close; no state prints them, so no trace does."""
ONE_LESS = "one round less"
SHUTTING = {"open": 0, "this round": 1, "next round": 2, "until settled": UNTIL_SETTLED}


class Resolution(NamedTuple):
    """What one move did to the ground, what it will do at home, and why."""

    ground: Ground
    home: tuple[HomeStep, ...] = ()
    lines: tuple[Line, ...] = ()
    flags: tuple[str, ...] = ()
    level: int = 0
    """The level reckoned: the reply due, or the reception of an offer (an index of its ladder)."""

    def at_home(self, home: Home, theory: Theory) -> Home:
        """The meters at home after it, each cut at its limits at every single change."""
        for step in self.home:
            home = home.stepped(step.meter, step.by, step.to, theory.limits)
        return home

    def traced(self, home: Home, theory: Theory) -> tuple[Home, tuple[Line, ...]]:
        """The meters at home after it, and all lines in order, with the numbers that each change at home found."""
        lines = list(self.lines)
        for earlier, step in enumerate(self.home):
            after = home.stepped(step.meter, step.by, step.to, theory.limits)
            change = getattr(home, step.meter), getattr(after, step.meter)
            lines.insert(step.at + earlier, line(step.rule, step.meter, *change))
            home = after
        return home, tuple(lines)


class Matter(NamedTuple):
    """What a rule may look at besides the ground: the move under judgement and what has been said to it."""

    field: str
    act: Act | None = None
    offer: Offer | None = None
    by: str = ""
    due: int = 0
    level: int = 0
    lever: str | None = None
    manner: str | None = None
    how: str = ""
    entry: str = ""
    change: int = 0
    given: Develop | None = None
    answer: int = 0
    last_round: bool = False


@dataclass(slots=True)
class Draft:
    """A ground while a move changes it, and the lines that say why."""

    setting: Setting
    theory: Theory
    fields: list[Field]
    ledger: tuple[str, ...]
    rest: Ground
    matter: Matter
    lines: list[Line] = field(default_factory=list)
    home: list[HomeStep] = field(default_factory=list)
    now: set[str] = field(default_factory=set)

    @classmethod
    def on(cls, ground: Ground, setting: Setting, theory: Theory, matter: Matter) -> "Draft":
        """A draft of a ground, for one matter."""
        return cls(setting, theory, list(ground.fields), ground.ledger, ground, matter)

    @property
    def here(self) -> int:
        """The index of the field the matter is about."""
        return self.setting.index(self.matter.field)

    @property
    def ground(self) -> Ground:
        """The ground as it stands in the draft."""
        return Ground(tuple(self.fields), self.ledger, *self.rest[2:])

    def put(self, rule: Rule, at: int, what: str, value: int) -> None:
        """Set one number of a field, with its line."""
        before: int = getattr(self.fields[at], what)
        if value != before:
            self.fields[at] = self.fields[at]._replace(**{what: value})
        self.lines.append(line(rule, f"{self.setting.fields[at]}.{what}", before, value))

    def mark(self, rule: Rule, what: str, value: int) -> None:
        """Set one mark of the ground as a whole."""
        before: int = getattr(self.rest, what)
        marks: dict[str, Any] = {what: value}
        self.rest = self.rest._replace(**marks)
        if what not in OF_THE_ROUND:
            self.lines.append(line(rule, what, before, value))

    def say(self, rule: Rule, what: str, before: int, after: int) -> None:
        """A line for a change made elsewhere."""
        self.lines.append(line(rule, what, before, after))

    def resolved(self, flags: Iterable[str] = (), level: int = 0) -> Resolution:
        """The finished result."""
        return Resolution(self.ground, tuple(self.home), tuple(self.lines), tuple(flags), level)


def apply(draft: Draft, phase: str, facts: frozenset[str]) -> None:
    """Ask every rule of a phase in order, and work those that hold."""
    for rule in _holding(draft.theory, phase, facts):
        if not rule.now or all(_now(word, draft) for word in rule.now):
            for effect in rule.then:
                _work(draft, rule, effect)


@lru_cache(maxsize=4096)
def _holding(theory: Theory, phase: str, facts: frozenset[str]) -> tuple[Rule, ...]:
    """The rules of a phase that hold, but for what is asked only as they work. The same few facts come up often."""
    return tuple(rule for rule in theory.phases.get(phase, ()) if rule.holds(facts))


def _work(draft: Draft, rule: Rule, effect: Effect) -> None:
    """Work one effect of a rule that holds."""
    if effect.what in HOME_METERS:
        _at_home(draft, rule, effect)
    elif effect.what in CONDITIONS:
        _condition(draft, rule, effect)
    else:
        _SPECIAL.get(effect.what, _mark)(draft, rule, effect)


def _number(draft: Draft, effect: Effect) -> int:
    """The number of an effect; a word names one that the move gives."""
    matter = draft.matter
    if isinstance(effect.by, int):
        times = abs(matter.level - matter.due) if effect.times else 1
        return effect.by * times
    given = {"marked": matter.act.yields if matter.act else 0, "change": matter.change, "level": matter.level}
    return given[str(effect.by)]


def _at_home(draft: Draft, rule: Rule, effect: Effect) -> None:
    """A change at home waits until the number that it changes is known."""
    by = _number(draft, effect)
    if by or effect.to:
        draft.home.append(HomeStep(rule, effect.what, by, effect.to, len(draft.lines)))


def _places(draft: Draft, where: str) -> list[int]:
    """The fields that an effect works on."""
    every = range(len(draft.fields))
    if where == "here":
        return [draft.here]
    if where == "main field":
        return [0]
    if where == "every field":
        return list(every)
    bodies = [draft.setting.has_body(draft.ground, name) for name in draft.setting.fields]
    skip = draft.here if where.startswith("other") else -1
    return [i for i in every if not bodies[i] and i != skip]


def _condition(draft: Draft, rule: Rule, effect: Effect) -> None:
    """Raise, lower or set a condition within its limits; a rise may be held to what the offer brings."""
    top = draft.theory.limits["condition"]
    by = _number(draft, effect)
    for at in _places(draft, effect.where):
        before: int = getattr(draft.fields[at], effect.what)
        after = min(max(by if effect.to else before + by, 0), top)
        if effect.most and draft.matter.offer:
            after = max(before, min(after, int(getattr(draft.matter.offer, effect.most))))
        if after != before or not effect.most:
            draft.put(rule, at, effect.what, after)
        if effect.what == "capacity" and before < top <= after:
            draft.now.add("capacity reached 2")


def _shut(draft: Draft, rule: Rule, effect: Effect) -> None:
    """Shut a field for a time, never for less than it is shut already; or open it."""
    for at in _places(draft, effect.where):
        before = draft.fields[at].shut
        after = _shut_to(before, str(effect.by))
        if after != before or (after and effect.by != ONE_LESS):
            draft.put(rule, at, "shut", after)


def _shut_to(before: int, word: str) -> int:
    """How long a field is shut after a word of the theory."""
    if word == ONE_LESS:
        return before if before == UNTIL_SETTLED else max(before - 1, 0)
    to = SHUTTING[word]
    return max(before, to) if to else 0


def _lay(draft: Draft, rule: Rule, effect: Effect) -> None:
    """Open grievances: one by name, or those that the act carries."""
    at = _places(draft, effect.where)[0]
    for name in _marked(draft) if effect.by == "marked" else [str(effect.by)]:
        draft.put(rule, at, name, 1)


def _marked(draft: Draft) -> list[str]:
    """The grievances an act lays: its marks, and the breach of a signed rule."""
    act = draft.matter.act
    assert act is not None
    facts = act_facts(act, draft.rest, draft.setting)
    return [mark for mark in (*MARKED, "breach") if mark in facts]


def _clear(draft: Draft, rule: Rule, effect: Effect) -> None:
    """Close grievances that are open."""
    names = effect.by if isinstance(effect.by, tuple) else (str(effect.by),)
    for name in names:
        if getattr(draft.fields[draft.here], name):
            draft.put(rule, draft.here, name, 0)


def _enter(draft: Draft, rule: Rule, _effect: Effect) -> None:
    """Put the entry of the offer on the ledger; after a quarrel at law it will outlive administrations."""
    entry = draft.matter.entry
    if not entry:  # the offer signs nothing
        return
    draft.say(rule, f"ledger.{entry}", int(entry in draft.ledger), 1)
    if entry not in draft.ledger:
        draft.ledger = (*draft.ledger, entry)
    if draft.fields[draft.here].law:
        draft.fields[draft.here] = draft.fields[draft.here]._replace(law=0)
        draft.rest = draft.rest._replace(lasting=draft.rest.lasting | {entry})


def _lasting(draft: Draft, rule: Rule, _effect: Effect) -> None:
    """An entry goes on beyond the administration."""
    entry = draft.matter.entry
    draft.say(rule, f"lasting.{entry}", int(entry in draft.rest.lasting), 1)
    draft.rest = draft.rest._replace(lasting=draft.rest.lasting | {entry})


def _lapse(draft: Draft, rule: Rule, effect: Effect) -> None:
    """Entries that end with an administration lapse unless kept; each takes coordination with it.

    A theory may say that every entry made in the game does.
    """
    ending = set(draft.setting.made(draft.ground)) if effect.where == "entries made" else set()
    for name in draft.ledger:
        entry = draft.setting.agreements[name]
        if not (entry.ends or name in ending) or name in draft.rest.lasting:
            continue
        draft.ledger = tuple(e for e in draft.ledger if e != name)
        draft.say(rule, f"ledger.{name}", 1, 0)
        if entry.field in draft.setting.fields:  # an entry of a field that the case has not may lapse too
            at = draft.setting.index(entry.field)
            draft.put(rule, at, "coordination", max(draft.fields[at].coordination + int(str(effect.by)), 0))


def _levels(draft: Draft, rule: Rule, _effect: Effect) -> None:
    """Conditions raised to at least a value, or lowered to at most it."""
    given = draft.matter.given
    assert given is not None
    pick: Callable[[int, int], int] = min if given.down else max
    for name, condition, level in given.levels:
        at = draft.setting.index(name)
        draft.put(rule, at, condition, pick(getattr(draft.fields[at], condition), level))


def _mark(draft: Draft, rule: Rule, effect: Effect) -> None:
    """A mark of the field (told, consent, law), or of the round."""
    if effect.what in Field._fields:
        draft.put(rule, draft.here, effect.what, 1)
    elif effect.what == "fresh":
        draft.mark(rule, "fresh", draft.here + 1)
    elif effect.what == "shown":
        draft.mark(rule, "shown", max(draft.rest.shown + _number(draft, effect), 0))
    else:
        draft.mark(rule, effect.what, 1)


_SPECIAL: dict[str, Callable[[Draft, Rule, Effect], None]] = {
    "shut": _shut,
    "lay": _lay,
    "clear": _clear,
    "enter": _enter,
    "lasting": _lasting,
    "lapse": _lapse,
    "levels": _levels,
}


def _now(word: str, draft: Draft) -> bool:
    """What is asked after the rules above have worked."""
    here = draft.fields[draft.here]
    answers: dict[str, bool] = {
        "only an objection is open": here.open == ("objection",),
        "capacity reached 2": "capacity reached 2" in draft.now,
        "the field is shut": here.shut > 0,
    }
    return answers[word]

"""What a rule can change, and how: the meaning of the words under ``then`` in a theory.

Changes of the ground are made at once, in a draft; changes at home are only noted, since the number that they
change is not known to the rules.
"""

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from game.rules.moves import Act, Develop, Offer
from game.rules.state import METERS, UNTIL_SETTLED, Change, Field, Ground, Home, Setting
from game.rules.theory import Effect, Rule, Theory
from game.rules.trace import HomeStep, Line, line
from game.rules.words import CONDITIONS, MARKED

AT = {name: place for place, name in enumerate(Field._fields)}
"""The place of each number of a field."""
SHUT, LAW = AT["shut"], AT["law"]
HOME_METERS = frozenset(Home._fields)
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
        return home.changed([step.change for step in self.home], theory.limits) if self.home else home

    def traced(self, home: Home, theory: Theory) -> tuple[Home, tuple[Line, ...]]:
        """The meters at home after it, and all lines in order, with the numbers that each change at home found."""
        if not self.home:
            return home, self.lines
        lines = list(self.lines)
        for earlier, (rule, change, at) in enumerate(self.home):
            before = home[METERS[change.meter]]
            home = home.changed((change,), theory.limits)
            lines.insert(at + earlier, line(rule, change.meter, before, home[METERS[change.meter]]))
        return home, tuple(lines)


class Matter(NamedTuple):
    """What a rule may look at besides ground and facts: numbers and names that the move gives."""

    field: str
    by: str = ""
    act: Act | None = None
    offer: Offer | None = None
    entry: str = ""
    due: int = 0
    level: int = 0
    change: int = 0
    given: Develop | None = None


class Draft:
    """A ground while a move changes it, number by number, and the lines that say why."""

    __slots__ = (
        *("facts", "fields", "floor", "fresh", "here", "home", "lasting", "ledger", "lines", "matter"),
        *("reached", "relieved", "setting", "shown", "theory", "verdicts"),
    )

    def __init__(
        self, ground: Ground, setting: Setting, theory: Theory, matter: Matter, facts: frozenset[str] = frozenset()
    ) -> None:
        """A draft of a ground, for one matter of which some facts are true."""
        fields, self.ledger, self.lasting, self.verdicts, self.shown, self.relieved, self.floor, self.fresh = ground
        self.fields = [list(here) for here in fields]
        """The numbers of each field, in the order of ``Field``."""
        self.setting, self.theory, self.matter, self.facts = setting, theory, matter, facts
        self.here = setting.index(matter.field) if matter.field else 0
        """The index of the field the matter is about."""
        self.lines: list[Line] = []
        self.home: list[HomeStep] = []
        self.reached = False
        """Has a capacity come to its top by this move?"""

    @property
    def field(self) -> Field:
        """The field the matter is about, as it now stands."""
        return Field._make(self.fields[self.here])

    @property
    def ground(self) -> Ground:
        """The ground as it stands in the draft."""
        marks = self.ledger, self.lasting, self.verdicts, self.shown, self.relieved, self.floor, self.fresh
        return Ground(tuple(map(Field._make, self.fields)), *marks)

    def put(self, rule: Rule, at: int, what: str, value: int) -> None:
        """Set one number of a field, with its line."""
        numbers, place = self.fields[at], AT[what]
        self.lines.append(line(rule, f"{self.setting.fields[at]}.{what}", numbers[place], value))
        numbers[place] = value

    def say(self, rule: Rule, what: str, before: int, after: int) -> None:
        """A line for a change made elsewhere."""
        self.lines.append(line(rule, what, before, after))

    def resolved(self, flags: Iterable[str] = (), level: int = 0) -> Resolution:
        """The finished result."""
        return Resolution(self.ground, tuple(self.home), tuple(self.lines), tuple(flags), level)


def apply(draft: Draft, phase: str) -> None:
    """Ask every rule of a phase in order, and work those that hold."""
    for rule in holding(draft.theory, phase, draft.facts):
        if not rule.now or all(NOW[word](draft) for word in rule.now):
            for effect in rule.then:
                WORK[effect.what](draft, rule, effect)


@lru_cache(maxsize=4096)
def holding(theory: Theory, phase: str, facts: frozenset[str]) -> tuple[Rule, ...]:
    """The rules of a phase that hold, but for what is asked only as they work. The same few facts come up often."""
    return tuple(rule for rule in theory.phases.get(phase, ()) if rule.holds(facts))


# --- numbers -------------------------------------------------------------------------------------------------


def _number(draft: Draft, effect: Effect) -> int:
    """The number of an effect; a word names one that the move gives."""
    matter = draft.matter
    if isinstance(effect.by, int):
        return effect.by * abs(matter.level - matter.due) if effect.times else effect.by
    given = {"marked": matter.act.yields if matter.act else 0, "change": matter.change, "level": matter.level}
    return given[str(effect.by)]


def _at_home(draft: Draft, rule: Rule, effect: Effect) -> None:
    """A change at home waits until the number that it changes is known."""
    by = _number(draft, effect)
    if by or effect.to:
        draft.home.append(HomeStep(rule, Change(effect.what, by, effect.to), len(draft.lines)))


def _condition(draft: Draft, rule: Rule, effect: Effect) -> None:
    """Raise, lower or set a condition within its limits; a rise may be held to what the offer brings."""
    top, place = draft.theory.limits["condition"], AT[effect.what]
    by = _number(draft, effect)
    for at in _places(draft, effect.where):
        before = draft.fields[at][place]
        after = min(max(by if effect.to else before + by, 0), top)
        if effect.most and draft.matter.offer:
            after = max(before, min(after, int(getattr(draft.matter.offer, effect.most))))
        if after != before or not effect.most:
            draft.put(rule, at, effect.what, after)
        if effect.what == "capacity" and before < top <= after:
            draft.reached = True


def _places(draft: Draft, where: str) -> Sequence[int]:
    """The fields that an effect works on."""
    if where == "here":
        return (draft.here,)
    if where == "main field":
        return (0,)
    every = range(len(draft.fields))
    if where == "every field":
        return every
    names, skip = draft.setting.fields, draft.here if where.startswith("other") else -1
    return [i for i in every if i != skip and not draft.setting.has_body(draft.ledger, names[i])]


def _levels(draft: Draft, rule: Rule, _effect: Effect) -> None:
    """Conditions raised to at least a value, or lowered to at most it; never above the limit of the theory."""
    given, top = draft.matter.given, draft.theory.limits["condition"]
    assert given is not None
    pick: Callable[[int, int], int] = min if given.down else max
    for name, condition, level in given.levels:
        at = draft.setting.index(name)
        draft.put(rule, at, condition, min(pick(draft.fields[at][AT[condition]], level), top))


# --- quarrels ------------------------------------------------------------------------------------------------


def _shut(draft: Draft, rule: Rule, effect: Effect) -> None:
    """Shut a field for a time, never for less than it is shut already; or open it."""
    for at in _places(draft, effect.where):
        before = draft.fields[at][SHUT]
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
    """Open grievances: one by name, or those that the act carries, the breach of a signed rule among them."""
    marked = [mark for mark in (*MARKED, "breach") if mark in draft.facts]
    for name in marked if effect.by == "marked" else [str(effect.by)]:
        for at in _places(draft, effect.where):
            draft.put(rule, at, name, 1)


def _clear(draft: Draft, rule: Rule, effect: Effect) -> None:
    """Close grievances that are open."""
    here = draft.fields[draft.here]
    for name in effect.by if isinstance(effect.by, tuple) else (str(effect.by),):
        if here[AT[name]]:
            draft.put(rule, draft.here, name, 0)


# --- the ledger ----------------------------------------------------------------------------------------------


def _enter(draft: Draft, rule: Rule, _effect: Effect) -> None:
    """Put the entry of the offer on the ledger; after a quarrel at law it will outlive administrations."""
    entry, here = draft.matter.entry, draft.fields[draft.here]
    if not entry:  # the offer signs nothing
        return
    draft.say(rule, f"ledger.{entry}", int(entry in draft.ledger), 1)
    if entry not in draft.ledger:
        draft.ledger = (*draft.ledger, entry)
    if here[LAW]:
        here[LAW] = 0
        draft.lasting |= {entry}


def _lasting(draft: Draft, rule: Rule, _effect: Effect) -> None:
    """An entry goes on beyond the administration."""
    entry = draft.matter.entry
    draft.say(rule, f"lasting.{entry}", int(entry in draft.lasting), 1)
    draft.lasting |= {entry}


def _lapse(draft: Draft, rule: Rule, effect: Effect) -> None:
    """Entries that end with an administration lapse unless kept; each takes coordination with it.

    A theory may say that every entry made in the game does.
    """
    ending = set(draft.ledger) - set(draft.setting.start_ledger) if effect.where == "entries made" else set()
    for name in draft.ledger:
        entry = draft.setting.agreements[name]
        if not (entry.ends or name in ending) or name in draft.lasting:
            continue
        draft.ledger = tuple(e for e in draft.ledger if e != name)
        draft.say(rule, f"ledger.{name}", 1, 0)
        if entry.field in draft.setting.fields:  # an entry of a field that the case has not may lapse too
            at = draft.setting.index(entry.field)
            before = draft.fields[at][AT["coordination"]]
            draft.put(rule, at, "coordination", max(before + int(str(effect.by)), 0))


# --- marks ---------------------------------------------------------------------------------------------------


def _said(draft: Draft, rule: Rule, effect: Effect) -> None:
    """Something was said in the field: told, consented, taken to law."""
    draft.put(rule, draft.here, effect.what, 1)


def _of_the_game(draft: Draft, rule: Rule, effect: Effect) -> None:
    """A mark of the ground as a whole, with its line."""
    draft.say(rule, effect.what, getattr(draft, effect.what), 1)
    setattr(draft, effect.what, 1)


def _relieved(draft: Draft, _rule: Rule, _effect: Effect) -> None:
    """What follows is kept by a round for its own close; no state prints it, so no trace does."""
    draft.relieved = 1


def _shown(draft: Draft, _rule: Rule, effect: Effect) -> None:
    draft.shown = max(draft.shown + _number(draft, effect), 0)


def _fresh(draft: Draft, _rule: Rule, _effect: Effect) -> None:
    draft.fresh = draft.here + 1


# --- the words, and what works them --------------------------------------------------------------------------

WORK: dict[str, Callable[[Draft, Rule, Effect], None]] = {
    **dict.fromkeys(HOME_METERS, _at_home),
    **dict.fromkeys(CONDITIONS, _condition),
    "levels": _levels,
    "shut": _shut,
    "lay": _lay,
    "clear": _clear,
    "enter": _enter,
    "lasting": _lasting,
    "lapse": _lapse,
    **dict.fromkeys(("told", "consent", "law"), _said),
    **dict.fromkeys(("verdicts", "floor"), _of_the_game),
    "relieved": _relieved,
    "shown": _shown,
    "fresh": _fresh,
}
NOW: dict[str, Callable[[Draft], bool]] = {
    "only an objection is open": lambda draft: draft.field.open == ("objection",),
    "capacity reached 2": lambda draft: draft.reached,
    "the field is shut": lambda draft: draft.fields[draft.here][SHUT] > 0,
}
"""What is asked after the rules above have worked."""

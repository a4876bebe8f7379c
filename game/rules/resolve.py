"""The rules at work: a move and the ground it falls on in, the new ground, the changes at home and the trace out.

Pure, and without a number of its own: every number stands in the theory. What is here is only the meaning of
the theory's words: which facts can be asked for, and what each kind of effect does.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from game.rules.moves import Act, Answer, Develop, Offer
from game.rules.state import UNTIL_SETTLED, Field, Ground, Home, Setting
from game.rules.theory import Effect, Rule, Theory
from game.rules.trace import HomeStep, Line, line
from game.rules.words import CONDITIONS, MARKED, OFFER_RECEPTIONS, RECEPTIONS

HOME_METERS = frozenset(Home._fields)
OF_THE_ROUND = frozenset({"shown", "relieved", "fresh"})
"""Marks that a round keeps for its own close; no state prints them, so no trace does."""
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

    def trace(self, home: Home, theory: Theory) -> tuple[Line, ...]:
        """All lines in order, those at home reckoned from the numbers that it found."""
        lines = list(self.lines)
        for earlier, step in enumerate(self.home):
            after = home.stepped(step.meter, step.by, step.to, theory.limits)
            change = getattr(home, step.meter), getattr(after, step.meter)
            lines.insert(step.at + earlier, line(step.rule, step.meter, *change))
            home = after
        return tuple(lines)


@dataclass(slots=True)
class Matter:
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
        return self.rest._replace(fields=tuple(self.fields), ledger=self.ledger)

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


# --- what can be asked ---------------------------------------------------------------------------------------


def effective(act: Act, here: Field) -> tuple[bool, bool]:
    """Whether an act enters the other's soil and whether it was warned of, after what was told and consented."""
    consented = bool(here.consent) and not act.incident
    warned = bool(here.told or consented) if act.warned is None else act.warned
    return act.soil and not consented, warned or consented


def act_facts(act: Act, ground: Ground, setting: Setting) -> frozenset[str]:
    """What can be said of an act on the ground it falls on."""
    here = ground.fields[setting.index(act.field)]
    soil, warned = effective(act, here)
    crossed = soil or act.face or act.rank or act.harm
    asked = {
        "soil": soil,
        "face": act.face,
        "rank": act.rank,
        "harm": act.harm,
        "a line is crossed": crossed,
        "warned": warned,
        "breach": bool(act.does & setting.bound(ground)),
        "a grievance is open": bool(here.open),
        "soft": here.relation and not soil,
        "quiet": act.visibility == "quiet",
        "secret": act.visibility == "secret",
        "mooted": act.mooted,
        "incident": act.incident,
        "needs Mexico": act.needs and not act.incident,
        "verdict": act.verdict,
        "first verdict": act.verdict and not ground.verdicts,
        "interest is 2": here.interest >= 2,
        "first relief of the round": not ground.relieved,
    }
    return frozenset(fact for fact, true in asked.items() if true)


def offer_facts(offer: Offer, by: str, ground: Ground, setting: Setting) -> frozenset[str]:
    """What can be said of an offer on the ground it is made on."""
    here = ground.fields[setting.index(offer.field)]
    asked = {
        "Washington offers": by == "washington",
        "Mexico City offers": by == "mexico-city",
        "recognises": offer.recognises,
        "drops the claim": offer.drops_claim,
        "withdraws": offer.withdraws,
        "shares": offer.shares,
        "talks": offer.talks,
        "binds": binds(offer, setting),
        offer.purpose: True,
        "face is open": bool(here.face),
        "the field is shut": here.shut > 0,
        "a wound is open": here.wounded,
        "interest is 0": here.interest == 0,
        "found interest below 2": here.interest < 2,
        "coordination counts": offer.talks or here.coordination > 0,
        "institution counts": offer.builds > 0 or here.institution > 0,
        "capacity counts": offer.gives > 0 or here.capacity > 0,
        "brings one": offer.talks or offer.builds > 0 or offer.gives > 0,
        f"gives {offer.gives}": True,
        f"builds {offer.builds}": True,
    }
    return frozenset(fact for fact, true in asked.items() if true)


def binds(offer: Offer, setting: Setting) -> bool:
    """Would its entry bind at least one class of acts?"""
    return bool(offer.signs and setting.agreements[offer.signs].binds)


def _now(word: str, draft: Draft) -> bool:
    """What is asked after the rules above have worked."""
    here = draft.fields[draft.here]
    answers: dict[str, bool] = {
        "only an objection is open": here.open == ("objection",),
        "capacity reached 2": "capacity reached 2" in draft.now,
        "the field is shut": here.shut > 0,
    }
    return answers[word]


# --- what can be changed -------------------------------------------------------------------------------------


def _apply(draft: Draft, phase: str, facts: frozenset[str]) -> None:
    """Ask every rule of a phase in order, and work those that hold."""
    for rule in draft.theory.phases.get(phase, ()):
        if rule.holds(facts) and all(_now(word, draft) for word in rule.now):
            for effect in rule.then:
                _work(draft, rule, effect)


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
    to = SHUTTING[str(effect.by)]
    for at in _places(draft, effect.where):
        before = draft.fields[at].shut
        if to or before:
            draft.put(rule, at, "shut", max(before, to) if to else 0)


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


def _lapse(draft: Draft, rule: Rule, _effect: Effect) -> None:
    """Entries that end with an administration lapse unless kept; each takes coordination with it."""
    for name in draft.ledger:
        entry = draft.setting.agreements[name]
        if not entry.ends or name in draft.rest.lasting:
            continue
        draft.ledger = tuple(e for e in draft.ledger if e != name)
        draft.say(rule, f"ledger.{name}", 1, 0)
        at = draft.setting.index(entry.field)
        draft.put(rule, at, "coordination", max(draft.fields[at].coordination - 1, 0))


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


# --- the occasions -------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Rules:
    """A theory at work on one setting. Each method is one occasion; all are pure."""

    theory: Theory
    setting: Setting

    def due(self, act: Act, ground: Ground, override: int | None = None) -> Resolution:
        """The reply due to an act or incident: the staircase, climbed (RULES.md A)."""
        facts = act_facts(act, ground, self.setting)
        start, top = self.theory.start, len(RECEPTIONS) - 1
        crossed = start.holds(facts)
        lines = [
            line(
                start,
                "due",
                0,
                start.step if crossed else 0,
                holds=crossed,
                why="" if crossed else "no line is crossed",
            )
        ]
        if crossed:
            lines += self._climb(facts)
        level = min(max(lines[-1].after, 0), top)
        if override is not None:
            lines.append(Line("override", "due", level, override, "set by the author of the case", ("ours",), False))
            level = override
        return Resolution(ground, (), tuple(lines), (), level)

    def _climb(self, facts: frozenset[str]) -> list[Line]:
        level, lines = self.theory.start.step, list[Line]()
        for rule in self.theory.steps:
            yes = rule.holds(facts)
            lines.append(line(rule, "due", level, level + rule.step * yes, holds=yes))
            level = lines[-1].after
        return lines

    def act(self, act: Act, ground: Ground) -> Resolution:
        """What acting alone does at once, whatever the reply: yields and relief."""
        draft = Draft.on(ground, self.setting, self.theory, Matter(act.field, act=act, by="washington"))
        _apply(draft, "act", act_facts(act, ground, self.setting))
        if draft.fields[draft.here].consent and not act.mooted and not act.incident:
            draft.fields[draft.here] = draft.fields[draft.here]._replace(entered=1)
        return draft.resolved()

    def reply(
        self, act: Act, ground: Ground, due: int, level: int, lever: str | None, manner: str | None
    ) -> Resolution:
        """The reply chosen, its price and what it leaves (RULES.md B, D, E)."""
        matter = Matter(act.field, act=act, due=due, level=level, lever=lever, manner=manner)
        facts = act_facts(act, ground, self.setting) | _reply_facts(level, lever, manner)
        draft = Draft.on(ground, self.setting, self.theory, matter)
        _apply(draft, "reply", facts)
        draft.rest = draft.rest._replace(floor=0)
        return draft.resolved([manner] if manner else [], level)

    def expected(self, act: Act, ground: Ground, level: int) -> str:
        """What Washington is expected to do after a reply."""
        facts = act_facts(act, ground, self.setting) | _reply_facts(level, None, None)
        return next(rule.word for rule in self.theory.expected if rule.holds(facts))

    def follow(self, act: Act, ground: Ground, how: str) -> Resolution:
        """What Washington does after a reply of protest or more."""
        facts = act_facts(act, ground, self.setting) | {how.replace("-", " ")}
        facts |= {"settle or drop"} if how in ("settle", "drop") else set()
        return self._phase("follow", Matter(act.field, act=act, how=how), ground, facts)

    def offered(self, offer: Offer, by: str, ground: Ground) -> Resolution:
        """What making an offer does before it is answered."""
        return self._phase(
            "offered",
            Matter(offer.field, offer=offer, by=by),
            ground,
            offer_facts(offer, by, ground, self.setting),
        )

    def received(self, offer: Offer, by: str, ground: Ground, override: int | None = None) -> Resolution:
        """How an offer is received if it is answered in earnest: the first obstacle decides (RULES.md C)."""
        facts = offer_facts(offer, by, ground, self.setting)
        lines, level = list[Line](), len(OFFER_RECEPTIONS) - 1
        for rule in self.theory.received:
            yes = rule.holds(facts)
            after = OFFER_RECEPTIONS.index(rule.word) if yes else level
            if yes or rule.otherwise:
                lines.append(line(rule, "reception", level, after, holds=yes))
            if yes:
                level = after
                break
        if override is not None:
            lines.append(
                Line(
                    "override",
                    "reception",
                    level,
                    override,
                    "set by the author of the case",
                    ("ours",),
                    False,
                )
            )
            level = override
        return Resolution(ground, (), tuple(lines), (), level)

    def answer(self, offer: Offer, by: str, ground: Ground, best: int, answer: Answer) -> Resolution:
        """The answer to an offer and all that follows, in the order of the card."""
        level = min(best, answer.level)
        facts = offer_facts(offer, by, ground, self.setting)
        facts |= self._answer_facts(offer, facts, level, answer.level)
        matter = Matter(offer.field, offer=offer, by=by, level=level, answer=answer.level, entry=offer.signs or "")
        draft = Draft.on(ground, self.setting, self.theory, matter)
        if level < best:
            draft.lines.append(Line("answer", "reception", best, level, "answered with less", ("ours",), False))
        _apply(draft, "answer", facts)
        return draft.resolved(_answer_flags(facts), level)

    def _answer_facts(self, offer: Offer, found: frozenset[str], level: int, answer: int) -> frozenset[str]:
        unsigned = "Mexico City offers" in found and "binds" in found and "a wound is open" not in found
        passes, real, cooperation = level > 0, answer == 2, level == 2
        signed = bool(offer.signs) and real and passes and not unsigned
        asked = {
            "refused": not passes,
            "passes": passes,
            "real": real,
            "cooperation": cooperation,
            "signed": signed,
            "cooperation or signed": cooperation or signed,
            "result": cooperation and offer.purpose == "operational" and offer.builds < 2,
        }
        return frozenset(fact for fact, true in asked.items() if true)

    def simple(self, phase: str, matter: Matter, ground: Ground, flags: tuple[str, ...] = ()) -> Resolution:
        """An occasion whose rules ask for nothing but who acts: tell, consent, turn, keeps, most events."""
        by = {"washington": "by Washington", "mexico-city": "by Mexico City"}.get(matter.by, "by nobody")
        return self._phase(phase, matter, ground, frozenset({by}), flags)

    def close(self, ground: Ground, last: bool) -> Resolution:
        """The close of a round: what the home fronts make of it."""
        facts = {"last round"} if last else set()
        facts |= {"shown"} if ground.shown else set()
        facts |= {"harm is open somewhere"} if any(f.harm for f in ground.fields) else set()
        return self._phase("close", Matter(self.setting.fields[0], last_round=last), ground, frozenset(facts))

    def judged(self, ground: Ground, last: bool, full: bool, gone: bool) -> Resolution:
        """What happens when frustration is full or standing is gone at a close."""
        asked = {
            "last round": last,
            "frustration is full": full,
            "standing is gone": gone,
            "no verdict yet": not ground.verdicts,
        }
        facts = frozenset(fact for fact, true in asked.items() if true)
        flags = ("congress",) if full and not last else ()
        return self._phase("judged", Matter(self.setting.fields[0]), ground, facts, flags)

    def _phase(
        self, phase: str, matter: Matter, ground: Ground, facts: frozenset[str], flags: tuple[str, ...] = ()
    ) -> Resolution:
        draft = Draft.on(ground, self.setting, self.theory, matter)
        _apply(draft, phase, facts)
        return draft.resolved(flags)


def _reply_facts(level: int, lever: str | None, manner: str | None) -> frozenset[str]:
    """What can be said of a reply."""
    facts = {RECEPTIONS[level]}
    facts |= {"protest or more"} if level >= 1 else set()
    facts |= {"backlash or more"} if level >= 2 else set()
    return frozenset(facts | ({lever} if lever else set()) | ({manner} if manner else set()))


def _answer_flags(facts: frozenset[str]) -> list[str]:
    """The flags of an answered offer, in the order of the closed list."""
    flags = ["binding"] if {"signed", "binds"} <= facts else []
    flags += ["signed"] if "signed" in facts else []
    flags += ["strangulation"] if {"signed", "binds", "a wound is open"} <= facts else []
    return flags + (["result"] if "result" in facts else [])


def next_round(ground: Ground) -> Ground:
    """The ground when a new round begins: counted shutting runs down, consent that was used ends."""
    fields = tuple(_aged(f) if f.shut or f.entered else f for f in ground.fields)
    return Ground(fields, ground.ledger, ground.lasting, ground.verdicts, floor=ground.floor)


def _aged(here: Field) -> Field:
    shut = here.shut if here.shut in (0, UNTIL_SETTLED) else here.shut - 1
    consent = 0 if here.entered else here.consent
    return here._replace(shut=shut, consent=consent, entered=0)


__all__ = [
    "Draft",
    "Matter",
    "Resolution",
    "Rules",
    "act_facts",
    "binds",
    "effective",
    "next_round",
    "offer_facts",
]

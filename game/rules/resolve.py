"""The rules at work, occasion by occasion: a move and the ground it falls on in; ground, changes at home, trace out.

Pure, and without a number of its own: every number stands in the theory.
"""

from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from game.rules.effects import AT, Draft, Matter, Resolution, apply, holding
from game.rules.facts import act_facts, answer_facts, offer_facts, reply_facts, those_true
from game.rules.moves import Act, Answer, Offer
from game.rules.state import Ground, Setting
from game.rules.theory import Theory
from game.rules.trace import Line, line
from game.rules.words import OFFER_RECEPTIONS, RECEPTIONS

MANNER_FLAGS = {"performance": ("performance",), "compliance": ("result", "compliance")}


class Override(NamedTuple):
    """A level that the author of a case sets against the rules, with a reason and a source."""

    level: int
    reason: str
    cite: tuple[str, ...]

    def over(self, what: str, found: "Found") -> "Found":
        """What was found, with the line that sets it aside."""
        why = f"set by the author of the case: {self.reason}"
        return Found(self.level, (*found.lines, Line("override", what, found.level, self.level, why, self.cite, False)))


@dataclass(frozen=True, slots=True)
class Rules:
    """A theory at work on one setting. Each method is one occasion; all are pure."""

    theory: Theory
    setting: Setting

    def due(self, act: Act, ground: Ground, override: Override | None = None) -> Resolution:
        """The reply due to an act or incident: the staircase, climbed (RULES.md A)."""
        found = due_of(self.theory, act_facts(act, ground, self.setting))
        found = override.over("due", found) if override else found
        return Resolution(ground, lines=found.lines, level=found.level)

    def act(self, act: Act, ground: Ground) -> Resolution:
        """What acting alone does at once, whatever the reply: yields and relief."""
        facts = act_facts(act, ground, self.setting)
        draft = self._worked("act", Matter(act.field, act=act, by="washington"), ground, facts)
        if draft.field.consent and not act.mooted and not act.incident:
            draft.fields[draft.here][AT["entered"]] = 1
        return draft.resolved()

    def reply(
        self, act: Act, ground: Ground, due: int, level: int, lever: str | None, manner: str | None
    ) -> Resolution:
        """The reply chosen, its price and what it leaves (RULES.md B, D, E)."""
        matter = Matter(act.field, act=act, due=due, level=level)
        facts = act_facts(act, ground, self.setting) | reply_facts(level, lever, manner)
        draft = self._worked("reply", matter, ground, facts)
        draft.floor = 0
        return draft.resolved(MANNER_FLAGS.get(manner or "", ()), level)

    def expected(self, act: Act, ground: Ground, level: int) -> str:
        """What Washington is expected to do after a reply."""
        facts = act_facts(act, ground, self.setting) | reply_facts(level, None, None)
        return next(rule.word for rule in self.theory.expected if rule.holds(facts))

    def manner(self, act: Act, ground: Ground, level: int) -> str:
        """The kind of its own that a reply is of, as the record knows such kinds; empty for a reply like others."""
        facts = act_facts(act, ground, self.setting) | reply_facts(level, None, None)
        return next((rule.word for rule in self.theory.manner if rule.holds(facts)), "")

    def follow(self, act: Act, ground: Ground, how: str) -> Resolution:
        """What Washington does after a reply of protest or more."""
        facts = act_facts(act, ground, self.setting) | {how.replace("-", " ")}
        facts |= {"settle or drop"} if how in ("settle", "drop") else set()
        return self._phase("follow", Matter(act.field, act=act), ground, facts)

    def offered(self, offer: Offer, by: str, ground: Ground) -> Resolution:
        """What making an offer does before it is answered."""
        return self._phase(
            "offered",
            Matter(offer.field, offer=offer, by=by),
            ground,
            offer_facts(offer, by, ground, self.setting),
        )

    def received(self, offer: Offer, by: str, ground: Ground, override: Override | None = None) -> Resolution:
        """How an offer is received if it is answered in earnest: the first obstacle decides (RULES.md C)."""
        found = reception_of(self.theory, offer_facts(offer, by, ground, self.setting))
        found = override.over("reception", found) if override else found
        return Resolution(ground, lines=found.lines, level=found.level)

    def answer(self, offer: Offer, by: str, ground: Ground, best: int, answer: Answer) -> Resolution:
        """The answer to an offer and all that follows, in the order of the card."""
        level = min(best, answer.level)
        facts = offer_facts(offer, by, ground, self.setting)
        facts |= answer_facts(offer, facts, level, answer.level)
        matter = Matter(offer.field, offer=offer, by=by, level=level, entry=offer.signs or "")
        draft = Draft(ground, self.setting, self.theory, matter, facts)
        if level < best:
            draft.lines.append(Line("answer", "reception", best, level, "answered with less", ("ours",), False))
        apply(draft, "answer")
        return draft.resolved(_answer_flags(facts), level)

    def simple(self, phase: str, matter: Matter, ground: Ground, flags: tuple[str, ...] = ()) -> Resolution:
        """An occasion whose rules ask for nothing but who acts: tell, consent, turn, keeps, most events."""
        by = {"washington": "by Washington", "mexico-city": "by Mexico City"}.get(matter.by, "by nobody")
        return self._phase(phase, matter, ground, frozenset({by}), flags)

    def close(self, ground: Ground, last: bool) -> Resolution:
        """The close of a round: what the home fronts make of it."""
        asked = {
            "last round": last,
            "shown": ground.shown > 0,
            "harm is open somewhere": any(f.harm for f in ground.fields),
        }
        return self._phase("close", Matter(self.setting.fields[0]), ground, those_true(asked))

    def judged(self, ground: Ground, last: bool, full: bool, gone: bool) -> Resolution:
        """What happens when frustration is full or standing is gone at a close."""
        asked = {
            "last round": last,
            "frustration is full": full,
            "standing is gone": gone,
            "no verdict yet": not ground.verdicts,
        }
        facts = those_true(asked)
        flags = ("congress",) if full and not last else ()
        return self._phase("judged", Matter(self.setting.fields[0]), ground, facts, flags)

    def _phase(
        self, phase: str, matter: Matter, ground: Ground, facts: frozenset[str], flags: tuple[str, ...] = ()
    ) -> Resolution:
        if not holding(self.theory, phase, facts):
            return Resolution(ground, flags=flags)
        return self._worked(phase, matter, ground, facts).resolved(flags)

    def _worked(self, phase: str, matter: Matter, ground: Ground, facts: frozenset[str]) -> Draft:
        draft = Draft(ground, self.setting, self.theory, matter, facts)
        apply(draft, phase)
        return draft


class Found(NamedTuple):
    """A level that follows from facts alone, with its lines."""

    level: int
    lines: tuple[Line, ...]


@lru_cache(maxsize=4096)
def due_of(theory: Theory, facts: frozenset[str]) -> Found:
    """The reply due where these facts are true. The ladder cuts once, at the end."""
    start, top = theory.start, len(RECEPTIONS) - 1
    if not start.holds(facts):
        return Found(0, (line(start, "due", 0, 0, False),))
    level, lines = start.step, [line(start, "due", 0, start.step)]
    for rule in theory.steps:
        yes = rule.holds(facts)
        after = level + rule.step * yes
        if yes or rule.otherwise:
            lines.append(line(rule, "due", level, after, yes))
        level = after
    return Found(min(max(level, 0), top), tuple(lines))


@lru_cache(maxsize=4096)
def reception_of(theory: Theory, facts: frozenset[str]) -> Found:
    """How an offer is received where these facts are true."""
    lines, level = list[Line](), len(OFFER_RECEPTIONS) - 1
    for rule in theory.received:
        yes = rule.holds(facts)
        after = OFFER_RECEPTIONS.index(rule.word) if yes else level
        if yes or rule.otherwise:
            lines.append(line(rule, "reception", level, after, yes))
        if yes:
            return Found(after, tuple(lines))
    return Found(level, tuple(lines))


def _answer_flags(facts: frozenset[str]) -> list[str]:
    """The flags of an answered offer, in the order of the closed list."""
    flags = ["binding"] if {"signed", "binds"} <= facts else []
    flags += ["signed"] if "signed" in facts else []
    flags += ["strangulation"] if {"signed", "binds", "a wound is open"} <= facts else []
    return flags + (["result"] if "result" in facts else [])


def next_round(ground: Ground) -> Ground:
    """The ground when a new round begins: consent that was used ends, and the marks of the old round."""
    fields = ground.fields
    if any(f.entered for f in fields):
        fields = tuple(f._replace(consent=0, entered=0) if f.entered else f for f in fields)
    return Ground(fields, ground.ledger, ground.lasting, ground.verdicts, floor=ground.floor)


__all__ = ["Matter", "Override", "Resolution", "Rules", "next_round"]

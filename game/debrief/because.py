"""Why something came as it did, in one neutral sentence drawn from the rules that worked."""

from collections.abc import Sequence
from typing import NamedTuple

from game.debrief.material import Choice, Material
from game.debrief.wording import FOLLOWED, NAMES, capped, joined, spoken
from game.play.game import ACT_CAUSES, OFFER_CAUSES, reception_of
from game.play.happened import Happened
from game.rules.facts import act_facts, offer_facts
from game.rules.moves import Act, Answer, Offer
from game.rules.theory import Rule, Theory
from game.rules.trace import Line
from game.rules.words import CONDITIONS, GRIEVANCES, MARKED, RECEPTIONS

COUNTED = CONDITIONS[1:]
"""The conditions that an offer may bring: coordination, institution, capacity."""
THREE = frozenset(f"{condition} counts" for condition in COUNTED)
"""What is asked of an offer about them."""
OBSTACLES = {
    "interest is 0": "interest",
    "face is open": "accusation",
    "a wound is open": "open wound",
    "the field is shut": "shut field",
}
"""What a prediction calls the facts that stand in the way of an offer."""
THE_ANSWER, NOTHING_MISSING, NOTHING_BROUGHT = "the answer", "nothing was missing", "nothing was brought"
"""What an offer hung on where no single condition and no obstacle decided it."""
CAN_BE_NAMED = frozenset((*ACT_CAUSES, *OFFER_CAUSES))
"""What a prediction can name as a cause."""
RECEIVED = {"refused": "It was refused", "token": "It was taken as a token", "cooperation": "Cooperation followed"}
PASSIVE = ("refused", "taken as a token", "received as cooperation")


# --- what it hung on -----------------------------------------------------------------------------------------


def hung_on(material: Material, choice: Choice) -> tuple[str, ...]:
    """What the reception of a turn's move hung on by the rules, in the words that a prediction uses."""
    own = next(h for h in choice.happened if h.item == choice.decision.id)
    if isinstance(choice.option.move, Act):
        return _act_hung_on(material, choice, choice.option.move, own)
    if isinstance(choice.option.move, Offer):
        return _offer_hung_on(material, choice, choice.option.move)
    return ()


def _act_hung_on(material: Material, choice: Choice, act: Act, own: Happened) -> tuple[str, ...]:
    """The lines crossed, and the steps of the staircase that counted; a relation where it softened one."""
    facts = act_facts(act, choice.before.ground, material.course.setting)
    if "a line is crossed" not in facts or "secret" in facts:
        return ()
    counted = {line.rule for line in own.lines if line.what == "due" and line.holds and line.step}
    climbed = [rule for rule in material.course.theory.steps if rule.id in counted]
    asked = {
        **{mark: mark in facts for mark in MARKED},
        "breach": any("breach" in rule.needs for rule in climbed),
        "no warning": any("warned" in rule.forbids for rule in climbed),
        "old grievance": any("a grievance is open" in rule.needs for rule in climbed),
        "working relation": any("soft" in rule.needs for rule in climbed)
        or any(_softened(rule, facts) for rule in material.course.theory.steps),
    }
    return tuple(cause for cause, true in asked.items() if true)


def _softened(rule: Rule, facts: frozenset[str]) -> bool:
    """Does a step not count because of a working relation, and of nothing else?"""
    return "soft" in rule.unless and not rule.holds(facts) and rule.holds(facts - {"soft"})


def _offer_hung_on(material: Material, choice: Choice, offer: Offer) -> tuple[str, ...]:
    """What decided: the condition that was missing or that was brought; the obstacle, where a condition did not."""
    if _answered_with_less(material, choice):
        return (THE_ANSWER,)
    deciding = next((line for line in _judging(material, choice) if line.holds), None)
    if deciding is None or _asks_three(material, deciding):
        return _three(material, choice, offer).decided
    needs = next((rule.needs for rule in material.course.theory.received if rule.id == deciding.rule), frozenset[str]())
    return tuple(cause for fact, cause in OBSTACLES.items() if fact in needs) or (deciding.why,)


def _asks_three(material: Material, line: Line) -> bool:
    """Is it the rule that asks what stands of coordination, institution and capacity, or is brought?"""
    rule = next((rule for rule in material.course.theory.received if rule.id == line.rule), None)
    return rule is not None and bool(THREE & (rule.needs | rule.forbids | rule.unless))


class Three(NamedTuple):
    """Coordination, institution and capacity at an offer: which it lacked, which it brought where there was none."""

    missing: tuple[str, ...]
    supplied: tuple[str, ...]
    added: tuple[str, ...]
    """Brought beyond what stood there already."""
    brought: tuple[str, ...]

    @property
    def decided(self) -> tuple[str, ...]:
        """Those without which the offer would have been received otherwise, as far as they can be told apart."""
        return self.missing or self.supplied or ((NOTHING_MISSING,) if self.brought else (NOTHING_BROUGHT,))

    @property
    def says(self) -> str:
        """The same in a clause."""
        if self.missing:
            return f"{joined(self.missing)} {_was(self.missing)} absent and not brought"
        if self.supplied:
            return f"{joined(self.supplied)} {_was(self.supplied)} absent, and the offer brought {_that(self.supplied)}"
        if self.brought:
            return f"all three stood already, and the offer brought {joined(self.added or self.brought)}"
        return "all three stood already, and the offer brought none of them"


def _was(words: tuple[str, ...]) -> str:
    return "was" if len(words) == 1 else "were"


def _that(words: tuple[str, ...]) -> str:
    return "it" if len(words) == 1 else "them"


def _three(material: Material, choice: Choice, offer: Offer) -> Three:
    """The three conditions as an offer found them and what it brought, the answer to it included."""
    offer = _as_answered(material, choice, offer)
    here = choice.before.ground.fields[material.course.setting.index(offer.field)]
    brings = {"coordination": 2 if offer.talks else 0, "institution": offer.builds, "capacity": offer.gives}
    found = {condition: getattr(here, condition) for condition in COUNTED}
    return Three(
        missing=tuple(c for c in COUNTED if not found[c] and not brings[c]),
        supplied=tuple(c for c in COUNTED if not found[c] and brings[c]),
        added=tuple(c for c in COUNTED if brings[c] > found[c]),
        brought=tuple(c for c in COUNTED if brings[c]),
    )


def _as_answered(material: Material, choice: Choice, offer: Offer) -> Offer:
    """An offer with what the other capital's answer added to it."""
    for answer in material.choices:
        move = answer.option.move
        if isinstance(move, Answer) and any(h.answers == choice.decision.id for h in answer.happened):
            return move.added_to(offer)
    return offer


def _judging(material: Material, choice: Choice) -> list[Line]:
    """The lines that judged an offer: the last judgement, if the answer added to it."""
    found = [
        [line for line in h.lines if line.what == "reception" and line.rule != "answer"]
        for _, h in material.log
        if choice.decision.id in (h.item, h.answers)
    ]
    return next((lines for lines in reversed(found) if lines), [])


# --- the sentence --------------------------------------------------------------------------------------------


def why(material: Material, choice: Choice, own: Happened) -> str:
    """What followed from a turn's move, and because of what."""
    if own.kind == "act":
        return _act_why(material, choice, own)
    if own.kind == "offer":
        return _offer_why(material, choice, own)
    if own.kind == "reply":
        return _reply_why(material, own)
    return _worked(own)


def _act_why(material: Material, choice: Choice, own: Happened) -> str:
    came = reception_of(own.item, material.game.log) or RECEPTIONS[0]
    steps = [line for line in own.lines if line.what == "due"]
    counted = [line for line in steps if line.holds and line.step]
    causes = _causes(material.course.theory, counted, hung_on(material, choice))
    because = f"because {joined(causes)}" if causes else "because no line was crossed"
    if not steps:
        return "Nothing followed at once: the other capital did not know."
    if own.due == came:
        return f"{capped(came)} followed {because}."
    return f"{capped(own.due or '')} was due {because}; {came} was chosen."


CLAUSES = {
    "soil": "it entered Mexican soil",
    "breach": "it broke a signed rule",
    "harm, not warned": "it harmed people without warning",
    "a grievance is open": "an old grievance was still open",
    "quiet, soft": "nothing was announced and a relation stood",
}
"""What a step of the staircase asks for, as a clause."""


def _causes(theory: Theory, counted: Sequence[Line], hung: tuple[str, ...]) -> list[str]:
    """The steps of the staircase that counted as clauses; one that asks for anything else, in the theory's words."""
    steps = {rule.id: rule for rule in theory.steps}
    clauses = {line.rule: CLAUSES.get(_asked(steps[line.rule]), "") for line in counted if line.rule in steps}
    told = CLAUSES["soil"] in clauses.values()
    crossed = joined(cause for cause in hung if cause in MARKED and not (told and cause == "soil"))
    clauses[theory.start.id] = f"a line was crossed ({crossed})" if crossed else "a line was crossed"
    return [_with_less(clauses.get(line.rule) or line.why, line) for line in counted]


def _asked(rule: Rule) -> str:
    return ", ".join((*sorted(rule.needs), *(f"not {fact}" for fact in sorted(rule.forbids))))


def _with_less(clause: str, line: Line) -> str:
    """A clause, with how many steps less it makes."""
    return clause if line.step > 0 else f"{clause} ({'one step' if line.step == -1 else f'{-line.step} steps'} less)"


def _offer_why(material: Material, choice: Choice, own: Happened) -> str:
    came = reception_of(own.item, material.game.log) or own.due or ""
    judging = _judging(material, choice)
    deciding = next((line for line in judging if line.holds), judging[-1] if judging else None)
    because = f" because {deciding.why}" if deciding else ""
    if deciding and _asks_three(material, deciding) and isinstance(choice.option.move, Offer):
        says = _three(material, choice, choice.option.move).says
        because = f" because {says}" if deciding.step else f"{because}: {says}"
    because += _from_congress(material, choice, deciding)
    if not _answered_with_less(material, choice):
        return f"{RECEIVED[came]}{because}."
    return (
        f"By the rules it would have been {PASSIVE[deciding.after if deciding else 2]}{because}; the answer was {came}."
    )


def _from_congress(material: Material, choice: Choice, deciding: Line | None) -> str:
    """Where an open grievance stood in the way and nobody in an administration had laid it: whence it came."""
    move = choice.option.move
    if deciding is None or not deciding.holds or not isinstance(move, Offer):
        return ""
    facts = offer_facts(move, choice.decision.by, choice.before.ground, material.course.setting)
    here = material.course.setting.index(move.field)
    stood = {
        "face": "face is open" in facts,
        "rank": "a wound is open" in facts and choice.before.ground.fields[here].rank,
    }
    before = [h for number, h in material.log if number < material.numbers[choice.decision.id]]
    for happened in reversed(before):
        if "congress" in happened.flags and any(f"{move.field}.{g}" in laid_by(happened) for g in stood if stood[g]):
            return f" (it came with the verdict when Congress took the file, at the close of round {happened.round})"
    return ""


def laid_by(happened: Happened) -> tuple[str, ...]:
    """The grievances that something opened, as a trace names them: ``police.rank``."""
    return tuple(line.what for line in happened.lines if line.step > 0 and line.what.partition(".")[2] in GRIEVANCES)


def _answered_with_less(material: Material, choice: Choice) -> bool:
    """Did the answer give less than the rules would have given?"""
    return any(line.rule == "answer" for _, h in material.log if h.answers == choice.decision.id for line in h.lines)


def _reply_why(material: Material, own: Happened) -> str:
    chosen = own.how or ""
    stands = (
        f"{capped(chosen)} was the reply due."
        if chosen == own.due
        else (f"{capped(own.due or '')} was due and {chosen} was chosen: each step away from due costs standing.")
    )
    follow = next((h.how for _, h in material.log if h.kind == "follow" and h.answers == own.answers), None)
    return f"{stands} Then {FOLLOWED[follow]}." if follow else stands


def _worked(own: Happened) -> str:
    """For a move that nobody answers: the rules that worked, in their own words."""
    worked = list(dict.fromkeys(line.why for line in own.lines if line.holds and line.step))
    who = NAMES[own.by]
    return f"{capped(joined(worked))}." if worked else f"Nothing changed at once: {who} {_plain(own)}."


def _plain(own: Happened) -> str:
    return {"wait": "waited", "follow": "stood by it", "answer": "answered"}.get(own.kind, spoken(own.kind))

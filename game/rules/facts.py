"""What the rules can ask of a move and the ground it falls on: facts, each a few words, true or not.

A theory names facts in these words and in no others. What is asked only after other rules have worked
(``now …``) is answered in :mod:`game.rules.effects`.
"""

from collections.abc import Mapping
from functools import lru_cache
from itertools import compress

from game.rules.moves import Act, Offer
from game.rules.state import Field, Ground, Setting
from game.rules.words import RECEPTIONS


def those_true(asked: Mapping[str, bool]) -> frozenset[str]:
    """The facts that are true of those asked for."""
    return frozenset(compress(asked, asked.values()))


def effective(act: Act, here: Field) -> tuple[bool, bool]:
    """Whether an act enters the other's soil and whether it was warned of, after what was told and consented."""
    consented = bool(here.consent) and not act.incident
    warned = bool(here.told or consented) if act.warned is None else act.warned
    return act.soil and not consented, warned or consented


def act_facts(act: Act, ground: Ground, setting: Setting) -> frozenset[str]:
    """What can be said of an act on the ground it falls on."""
    here, breach = ground.fields[setting.index(act.field)], bool(act.does and act.does & setting.bound(ground))
    return _act_facts(act, here, breach, not ground.verdicts, not ground.relieved, setting.tied)


@lru_cache(maxsize=4096)
def _act_facts(act: Act, here: Field, breach: bool, first: bool, relief: bool, tied: bool) -> frozenset[str]:
    """All that is looked at; the rest of the ground differs more often."""
    soil, warned = effective(act, here)
    crossed = soil or act.face or act.rank or act.harm
    asked = {
        "soil": soil,
        "face": act.face,
        "rank": act.rank,
        "harm": act.harm,
        "a line is crossed": crossed,
        "warned": warned,
        "breach": breach,
        "a grievance is open": bool(here.open),
        "soft": here.relation and not soil,
        "quiet": act.visibility == "quiet",
        "secret": act.visibility == "secret",
        "mooted": act.mooted,
        "incident": act.incident,
        "needs Mexico": act.needs and not act.incident,
        "verdict": act.verdict,
        "first verdict": act.verdict and first,
        "interest is 2": here.interest >= 2,
        "interest is 0": here.interest == 0,
        "first relief of the round": relief,
        act.purpose: True,
        "demands": act.demands != "none",
        "demands one thing": act.demands == "particular",
        "Mexico's own doing": act.incident and act.whose == "mexico",
        "an agency's doing": act.incident and act.whose == "agency",
        **_of_the_sides(act, tied),
    }
    return those_true(asked)


def _of_the_sides(move: Act | Offer, tied: bool) -> dict[str, bool]:
    """What the rivals ask of any move: who could hurt whom, and how closely the two economies hang together."""
    return {
        "Washington would feel it more": move.feels_more == "washington",
        "Mexico would feel it more": move.feels_more == "mexico",
        "harms the north": move.harm_north,
        "the markets are tied": tied,
    }


def offer_facts(offer: Offer, by: str, ground: Ground, setting: Setting) -> frozenset[str]:
    """What can be said of an offer on the ground it is made on."""
    return _offer_facts(offer, by, ground.fields[setting.index(offer.field)], binds(offer, setting), setting.tied)


@lru_cache(maxsize=4096)
def _offer_facts(offer: Offer, by: str, here: Field, binding: bool, tied: bool) -> frozenset[str]:
    asked = {
        "Washington offers": by == "washington",
        "Mexico City offers": by == "mexico-city",
        "recognises": offer.recognises,
        "drops the claim": offer.drops_claim,
        "withdraws": offer.withdraws,
        "shares": offer.shares,
        "talks": offer.talks,
        "binds": binding,
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
        **_of_the_sides(offer, tied),
    }
    return those_true(asked)


def binds(offer: Offer, setting: Setting) -> bool:
    """Would its entry bind at least one class of acts?"""
    return bool(offer.signs and setting.agreements[offer.signs].binds)


@lru_cache
def reply_facts(level: int, lever: str | None, manner: str | None) -> frozenset[str]:
    """What can be said of a reply."""
    facts = {RECEPTIONS[level]}
    facts |= {"protest or more"} if level >= 1 else set()
    facts |= {"backlash or more"} if level >= 2 else set()
    return frozenset(facts | ({lever} if lever else set()) | ({manner} if manner else set()))


@lru_cache(maxsize=4096)
def answer_facts(offer: Offer, found: frozenset[str], level: int, answer: int) -> frozenset[str]:
    """What can be said of an answer, besides what was found: 0 refused, 1 token, 2 cooperation."""
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
    return those_true(asked)

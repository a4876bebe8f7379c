"""The rules card: one page, made from the theory file, from which a student reckons every outcome by hand."""

import random
from collections import defaultdict
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from itertools import product

import pytest
from printing.card_reader import CONDITIONS, GRIEVANCES, WOUNDS, Card, Desk
from printing.reading import in_pdf, missing
from pypdf import PdfReader

from game.printing import html, markdown, pdf, text
from game.printing.card import line_of, rules_card
from game.printing.document import Document, Paper
from game.rules.moves import Act, Answer, Entry, Offer
from game.rules.resolve import Rules
from game.rules.state import Field, Ground, Home, Setting
from game.rules.theory import Effect, Rule, Theory
from game.rules.words import DEMANDS, LEVERS, MANNERS, RECEPTIONS, WHOSE
from game.theories.load import SHIPPED, shipped

THEORY = shipped()
CARD = Card(rules_card(THEORY))
ENTRIES = {
    "rule": Entry("rule", "police", "A rule", frozenset({"undercover-work"})),
    "treaty": Entry("treaty", "police", "A treaty", frozenset({"abduction"})),
    "paper": Entry("paper", "police", "A paper that binds nothing"),
}
SETTING = Setting(("police", "border"), ENTRIES)
RULES = Rules(THEORY, SETTING)
MARKS = frozenset({"relieved", "shown", "verdicts", "floor", "fresh", "told", "consent", "law"})
"""What a rule notes for itself: it says yes, and no number on the card stands for it."""


def printed(theory: Theory) -> str:
    return text.render(rules_card(theory))


# --- one page, every word, every number ----------------------------------------------------------------------


@pytest.mark.parametrize("paper", ["letter", "a4"])
@pytest.mark.parametrize("name", SHIPPED)
def test_the_card_is_one_page(paper: Paper, name: str) -> None:
    assert len(PdfReader(BytesIO(pdf.render(rules_card(shipped(name)), paper))).pages) == 1


@pytest.mark.parametrize("read", [lambda d: in_pdf(pdf.render(d, "letter")), text.render, markdown.render])
def test_the_card_loses_no_word_in_any_format(read: Callable[[Document], str]) -> None:
    document = rules_card(THEORY)
    found = missing(document, read(document))
    assert [word for word in found if not {"*", "&", "×"} & set(word)] == []
    assert "Rules card" in html.render(document, "letter")


@pytest.mark.parametrize("rule", THEORY.rules(), ids=lambda rule: rule.id)
def test_every_rule_that_decides_or_changes_something_is_on_the_card(rule: Rule) -> None:
    flat = " ".join(printed(THEORY).split())
    said = rule.word if rule in THEORY.endings else line_of(rule)
    for part in said.split(": ") if rule.card else [said]:
        assert part in flat


def changed(effect: Effect) -> bool:
    return isinstance(effect.by, int) and effect.what not in MARKS


def numbers() -> list[tuple[str, int, int]]:
    """Every number of the shipped theory: phase, rule, effect."""
    return [
        (phase, at, which)
        for phase, rules in THEORY.phases.items()
        for at, rule in enumerate(rules)
        for which, effect in enumerate(rule.then)
        if changed(effect)
    ]


@pytest.mark.parametrize(("phase", "at", "which"), numbers())
def test_another_number_in_the_file_is_another_number_on_the_card(phase: str, at: int, which: int) -> None:
    rules = list(THEORY.phases[phase])
    effects = list(rules[at].then)
    by = effects[which].by
    assert isinstance(by, int)
    effects[which] = effects[which]._replace(by=by + (1 if by > 0 else -1))
    rules[at] = replace(rules[at], then=tuple(effects))
    other = replace(THEORY, phases={**THEORY.phases, phase: tuple(rules)})
    assert printed(other) != printed(THEORY)


@pytest.mark.parametrize("name", SHIPPED)
def test_every_rule_of_every_theory_is_on_its_card(name: str) -> None:
    theory = shipped(name)
    flat = " ".join(printed(theory).split())
    parts = [part for rule in theory.rules() if rule.card for part in line_of(rule).split(": ")]
    assert [part for part in parts if part not in flat] == []


@pytest.mark.parametrize("at", range(len(THEORY.steps)))
def test_another_step_is_another_step_on_the_card(at: int) -> None:
    steps = list(THEORY.steps)
    steps[at] = replace(steps[at], step=steps[at].step * 2)
    assert printed(replace(THEORY, steps=tuple(steps))) != printed(THEORY)


@pytest.mark.parametrize("limit", ["condition", "frustration", "standing"])
def test_another_limit_is_another_limit_on_the_card(limit: str) -> None:
    assert printed(replace(THEORY, limits={**THEORY.limits, limit: 7})) != printed(THEORY)


@pytest.mark.parametrize(("side", "at"), [(side, at) for side, aims in THEORY.aims.items() for at in range(len(aims))])
def test_another_weight_is_another_weight_on_the_card(side: str, at: int) -> None:
    aims = list(THEORY.aims[side])
    aims[at] = replace(aims[at], weight=aims[at].weight * 3)
    assert printed(replace(THEORY, aims={**THEORY.aims, side: tuple(aims)})) != printed(THEORY)


def test_numbers_carry_their_signs_and_what_is_set_has_none() -> None:
    then = (Effect("standing", -1), Effect("interest", 2, to=True))
    rule = Rule("x", then=then, card="when: a {n}, b {second}, c {third}")
    assert line_of(rule) == "when: a −1, b 2, c {third}"
    assert line_of(replace(rule, card="", says="in its own words")) == "in its own words"


def test_what_a_rule_rests_on_is_marked() -> None:
    flat = printed(THEORY)
    assert "+1  it enters Mexican soil" in flat
    assert "R&A 29*" in flat
    assert "A&R c‡" in flat
    assert "interest 0, operational: refused (R&A 14)" in flat
    assert "R&A: Reich & Aspinwall 2013" in flat


def test_the_card_says_how_far_to_trust_it() -> None:
    flat = " ".join(printed(THEORY).split())
    assert all(sentence in flat for sentence in THEORY.trust)


def test_the_example_on_the_card_is_what_its_own_lines_come_to() -> None:
    level = CARD.due(defaultdict(bool, soil=True, harm=True))
    example = CARD.said["A  The reply due to an act alone or an incident"].partition("Example: ")[2]
    assert f"= {level}, {RECEPTIONS[level]}" in example
    assert example.endswith(f"standing −{level - RECEPTIONS.index('protest')}. ")


def test_another_step_is_another_sum_in_the_example() -> None:
    steps = [replace(step, step=4) if step.id == "soil" else step for step in THEORY.steps]
    assert "1 +4 +1 = 6, cut to 3, rupture" in " ".join(printed(replace(THEORY, steps=tuple(steps))).split())


# --- the card against the rules ------------------------------------------------------------------------------


def grounds(count: int, seed: int) -> list[Ground]:
    """Grounds of two fields, drawn at random, in which no body sits."""
    chance = random.Random(seed)
    return [
        Ground((a_field(chance), a_field(chance)), ledger(chance), verdicts=chance.randint(0, 1)) for _ in range(count)
    ]


def ledger(chance: random.Random) -> tuple[str, ...]:
    return ("rule", "treaty") if chance.random() < 0.5 else ("treaty",)


def a_field(chance: random.Random) -> Field:
    marks = {name: int(chance.random() < 0.25) for name in (*GRIEVANCES, "law", "told")}
    return Field(*(chance.randint(0, 2) for _ in CONDITIONS), **marks, shut=chance.choice((0, 0, 0, 1, 2, 3)))


def a_home(chance: random.Random) -> Home:
    return Home(chance.randint(0, 5), chance.randint(0, 5), chance.randint(0, 2), chance.randint(0, 3))


def desk(ground: Ground, home: Home) -> Desk:
    """What the student writes down before he begins."""
    here, other = ground.fields
    return Desk(
        here={name: getattr(here, name) for name in CONDITIONS},
        other={name: getattr(other, name) for name in CONDITIONS},
        home=home._asdict(),
        open={name for name in GRIEVANCES if getattr(here, name)},
        shut=here.shut,
        other_shut=other.shut,
        law=bool(here.law),
    )


def seen(found: Desk) -> tuple[object, ...]:
    return found.here, found.other, found.home, found.open, found.shut, found.other_shut


ACTS = [
    Act(
        "police",
        purpose,
        *marks,
        warned=warned,
        visibility=visibility,
        does=frozenset({"undercover-work"}),
        mooted=mooted,
    )
    for marks in product((False, True), repeat=4)
    for purpose, warned, visibility, mooted in (
        ("operational", False, "open", False),
        ("principled", True, "quiet", False),
        ("principled", False, "open", True),
    )
]

INCIDENTS = [replace(act, incident=True, whose=whose) for act in ACTS[::3] for whose in WHOSE]


def act_words(act: Act, ground: Ground) -> dict[str, bool]:
    """What the student sees of an act, in the words of the card."""
    here = ground.fields[0]
    return {
        "soil": act.soil,
        "face": act.face,
        "rank": act.rank,
        "harm": act.harm,
        "breach": "rule" in ground.ledger,
        "warned": bool(act.warned),
        "open": any(getattr(here, name) for name in GRIEVANCES),
        "soft": min(here[:4]) >= 1 and not here.shut and not act.soil,
        "quiet": act.visibility == "quiet",
        "verdict": act.purpose == "principled" and act.rank and not (act.mooted or act.incident),
        "incident": act.incident,
        "Mexico's own": act.whose == "mexico",
        "demands": act.demands != "none",
        "one thing": act.demands == "particular",
        "interest 0": here.interest == 0,
    }


def test_the_reply_due_can_be_reckoned_from_the_card() -> None:
    levels = set()
    for act, ground in product([*ACTS, *INCIDENTS], grounds(60, 1)):
        due = RULES.due(act, ground).level
        assert CARD.due(act_words(act, ground)) == due
        levels.add(due)
    assert levels == {0, 1, 2, 3}


def test_which_replies_are_of_a_kind_of_their_own_can_be_reckoned_from_the_card() -> None:
    came = set()
    for act, ground, demands in product([*ACTS, *INCIDENTS], grounds(20, 9), DEMANDS):
        asking, due = replace(act, demands=demands), RULES.due(act, ground).level
        words = {**act_words(asking, ground), "protest or more": due >= 1}
        assert CARD.manner(words) == RULES.manner(asking, ground, due)
        came.add(CARD.manner(words))
    assert came == {"", *MANNERS}


def test_a_theory_that_knows_no_such_replies_says_nothing_of_them() -> None:
    assert "of their own" not in printed(replace(THEORY, manner=()))
    assert "of their own" in printed(THEORY)


def replies() -> list[tuple[int, str | None, str | None]]:
    levers = [(level, lever, None) for level in (2, 3) for lever in LEVERS]
    return [(0, None, None), (1, None, None), *levers, (1, None, "performance"), (0, None, "compliance")]


def test_what_a_reply_costs_and_leaves_can_be_reckoned_from_the_card() -> None:
    chance = random.Random(2)
    for act, ground in product(ACTS, grounds(8, 2)):
        words, home, due = act_words(act, ground), a_home(chance), RULES.due(act, ground).level
        for level, lever, manner in replies():
            if manner and not words["verdict"]:
                continue
            done = RULES.reply(act, ground, due, level, lever, manner)
            found = desk(ground, home)
            asks = {
                "each step off due": not (manner == "compliance" and ground.fields[0].interest == 2),
                "first verdict of the game": words["verdict"] and not ground.verdicts,
                "protest or more": level >= 1,
                "protest or more, unwarned": level >= 1 and not words["warned"],
                "backlash": level == 2,
                "rupture": level == 3,
                "lever withhold": lever == "withhold",
                "lever restrict": lever == "restrict",
                "lever law": lever == "law",
                "performance, a protest to a verdict": manner == "performance",
                "compliance, a toleration of a verdict": manner == "compliance",
            }
            given = {
                **{m: int(words[m]) for m in ("soil", "face", "rank", "harm", "breach")},
                "steps off due": abs(level - due),
            }
            CARD.work("B ", asks.__getitem__, found, given)
            assert seen(found) == seen(desk(done.ground, done.at_home(home, THEORY)))
            assert found.law == bool(done.ground.fields[0].law)


def test_what_washington_does_then_can_be_reckoned_from_the_card() -> None:
    chance = random.Random(3)
    for act, ground in product(ACTS, grounds(8, 3)):
        home = a_home(chance)
        for how in ("settle", "drop", "stand", "someone-goes"):
            done, found = RULES.follow(act, ground, how), desk(ground, home)

            def asks(when: str, how: str = how, found: Desk = found, act: Act = act) -> bool:
                return {
                    "drop, unless only proposed": how == "drop" and not act.mooted,
                    "someone goes, after an incident": how == "someone-goes",
                    "settle or drop, only an objection left": how in ("settle", "drop") and found.open == {"objection"},
                }.get(when, when == how)

            CARD.work("Washington’s follow-up", asks, found, {})
            assert seen(found) == seen(desk(done.ground, done.at_home(home, THEORY)))


def test_what_washington_is_expected_to_do_stands_on_the_card() -> None:
    said = CARD.said["Washington’s follow-up to protest or more"]
    for act in ACTS:
        for needs, incident, level in product((True, False), (True, False), range(1, 4)):
            tried = replace(act, needs=needs, incident=incident)
            wanted = {
                "only proposed": tried.mooted,
                "an incident": incident,
                "Mexico is needed, backlash or rupture": needs and not incident and level >= 2,
                "else": True,
            }
            fits = said.partition("that fits: ")[2].strip().rstrip(".").split("; ")
            word = next(line.partition(": ")[2] for line in fits if wanted[line.partition(": ")[0]])
            assert word.replace(" ", "-") == RULES.expected(tried, grounds(1, 4)[0], level)


OFFERS = [
    Offer("police", purpose, recognises, drops, withdraws, shares, talks, builds, gives, signs)
    for purpose in ("operational", "principled")
    for recognises, drops, withdraws, shares in product((True, False), repeat=4)
    for talks, builds, gives in ((False, 0, 0), (True, 0, 0), (True, 1, 1), (True, 2, 2), (False, 0, 2))
    for signs in (None, "rule", "paper")
]


def test_how_an_offer_is_received_can_be_reckoned_from_the_card() -> None:
    came = set()
    for offer, ground, by in product(OFFERS[::3], grounds(12, 5), ("washington", "mexico-city")):
        made = RULES.offered(offer, by, ground).ground
        found = asked_of(offer, ground, by)
        assert CARD.received(offer_words(offer, found, by)) == RULES.received(offer, by, made).level
        came.add((by, RULES.received(offer, by, made).level))
    assert len(came) == 6


def asked_of(offer: Offer, ground: Ground, by: str) -> Desk:
    """The desk when an offer is made: Mexico City's shows its interest first."""
    found = desk(ground, Home(0, 0))
    head = next(name for name in CARD.said if name.startswith("C "))
    first = CARD.said[head].partition("Mexico City offers: interest becomes ")[2][:1]
    assert first
    found.here["interest"] = int(first) if by == "mexico-city" else found.here["interest"]
    return found


def offer_words(offer: Offer, found: Desk, by: str) -> dict[str, bool]:
    return {
        "recognises": offer.recognises,
        "w": by == "washington",
        "face": "face" in found.open,
        "drops": offer.drops_claim,
        "shut": found.shut > 0,
        "binds": offer.signs == "rule",
        "interest 0": found.here["interest"] == 0,
        "operational": offer.purpose == "operational",
        "wound": bool(found.open & set(WOUNDS)),
        "coordination": offer.talks or found.here["coordination"] >= 1,
        "institution": offer.builds > 0 or found.here["institution"] >= 1,
        "capacity": offer.gives > 0 or found.here["capacity"] >= 1,
        "brings": offer.talks or offer.builds > 0 or offer.gives > 0,
    }


def test_what_an_answered_offer_leaves_can_be_reckoned_from_the_card() -> None:
    chance, results = random.Random(6), 0
    for offer, ground, by in product(OFFERS[::5], grounds(8, 6), ("washington", "mexico-city")):
        home = a_home(chance)
        made = RULES.offered(offer, by, ground).ground
        best = RULES.received(offer, by, made).level
        for answer in range(3):
            done = RULES.answer(offer, by, made, best, Answer(answer))
            found = asked_of(offer, ground, by)
            found.home = home._asdict()
            CARD.work(
                "C ",
                answered(offer, by, found, min(best, answer), answer),
                found,
                {"builds": offer.builds, "gives": offer.gives},
            )
            assert seen(found) == seen(desk(done.ground, done.at_home(home, THEORY))), (offer, by, answer)
            assert found.signed == ("signed" in done.flags)
            results += "result" in done.flags
    assert results > 20


def answered(offer: Offer, by: str, found: Desk, level: int, answer: int) -> Callable[[str], bool]:
    """What the student reads off an answered offer, before and while he works down the card."""
    passes, real, cooperation, mexico = level > 0, answer == 2, level == 2, by == "mexico-city"
    wound, interest, capacity = bool(found.open & set(WOUNDS)), found.here["interest"], found.here["capacity"]
    binds = offer.signs == "rule"
    signed = bool(offer.signs) and real and passes and not (mexico and binds and not wound)
    result = cooperation and offer.purpose == "operational" and offer.builds < 2
    fixed = {
        "refused, and Mexico City's": not passes and mexico,
        "drops the claim": passes and offer.drops_claim,
        "withdraws the act": passes and offer.withdraws,
        "gives 2": passes and offer.gives == 2,
        "shares": passes and offer.shares,
        "real, and signs": signed,
        "signed": signed,
        "signed, binds, a wound was open": signed and binds and wound,
        "Mexico City's, answered real": mexico and real and passes,
        "cooperation or signed, talks": (cooperation or signed) and offer.talks,
        "cooperation or signed": cooperation or signed,
        "cooperation": cooperation,
        "cooperation, operational, builds 0 or 1 (RESULT)": result,
        "result, gives 0": result and offer.gives == 0,
        "result, Washington's, answered real, found interest 0 or 1": result and not mexico and real and interest < 2,
    }

    def asks(when: str) -> bool:
        now = {
            "signed, binds, field shut": signed and binds and found.shut > 0,
            "capacity has come to 2 by it": capacity < 2 == found.here["capacity"],
            "only an objection left": passes and found.open == {"objection"},
        }
        return now[when] if when in now else fixed[when]

    return asks


def test_the_close_of_a_round_can_be_reckoned_from_the_card() -> None:
    chance = random.Random(7)
    said = CARD.said["A round closes"]
    in_the_last = said.partition("In the last round only: ")[2].partition(".")[0].split("; ")
    for found_ground, last, shown in product(grounds(200, 7), (False, True), (0, 1)):
        home, ground = a_home(chance), found_ground._replace(shown=shown)
        closed = RULES.close(ground, last)
        middle = closed.at_home(home, THEORY)
        judged = RULES.judged(closed.ground, last, middle.frustration >= 5, middle.standing <= 0)
        found = desk(ground, home)

        def asks(
            when: str, found: Desk = found, last: bool = last, shown: int = shown, ground: Ground = ground
        ) -> bool:
            if last and when not in in_the_last:
                return False
            return {
                "no result that stands, no act alone, no signature": not shown,
                "harm is open in any field": any(f.harm for f in ground.fields),
                "frustration full": found.home["frustration"] == CARD.most["FRUSTRATION"],
                "standing 0": found.home["standing"] == 0,
                "a field shut for rounds": True,
            }[when]

        CARD.work("A round closes", asks, found, {"first verdict": int(not ground.verdicts), "steps off due": 1})
        assert seen(found) == seen(desk(judged.ground, judged.at_home(middle, THEORY)))


@pytest.mark.parametrize(
    ("phase", "when"),
    [
        ("leak", "leak of a result, no body"),
        ("omission", "omission"),
        ("trouble", "trouble"),
        ("administration", "then, in every field without a body"),
        ("turn", "Washington's own part"),
    ],
)
def test_events_and_other_moves_change_what_the_card_says(phase: str, when: str) -> None:
    rule = next(rule for rule in THEORY.phases[phase] if line_of(rule).startswith(when))
    head = "Other moves" if phase == "turn" else "Events"
    for ground in grounds(30, 8):
        found = desk(ground, Home(2, 2, 2, 2))
        CARD.work(head, when.__eq__, found, {})
        home, here = Home(2, 2, 2, 2), ground.fields[0]._asdict()
        for effect in rule.then:
            if changed(effect) and effect.what in CONDITIONS:
                here[effect.what] = min(max(here[effect.what] + int(str(effect.by)), 0), 2)
            elif changed(effect):
                home = home._replace(**{effect.what: getattr(home, effect.what) + int(str(effect.by))})
        assert found.home == home._asdict()
        assert found.here == {name: here[name] for name in CONDITIONS}


def test_the_ladders_stand_on_the_card_in_their_order() -> None:
    flat = " ".join(printed(THEORY).split())
    assert " ".join(f"{level} {word}" for level, word in enumerate(RECEPTIONS)) in flat

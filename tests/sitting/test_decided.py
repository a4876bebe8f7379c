"""What decided a coded case, in plain lines, from its marks."""

import pytest

from game.backtest.lookup import Lookup
from game.printing.document import words_of
from game.record.library import shipped_cases
from game.rules.words import CONDITIONS
from game.sitting.decided import missing, what_decided
from game.theories.load import SHIPPED, shipped

OFFERS = [case for case in shipped_cases() if case.found.offer]


def lines_of(name: str, theory: str = "paradox") -> list[str]:
    one = Lookup.of(shipped(theory), shipped_cases()).case(name)
    assert one
    return list(map(words_of, what_decided(one, shipped(theory))))


@pytest.mark.parametrize("theory", SHIPPED)
def test_every_offer_and_every_act_has_its_line(theory: str) -> None:
    for case in shipped_cases():
        first = next(iter(lines_of(case.id, theory)), "")
        if case.found.offer:
            assert first.startswith("What was missing: ")
        elif case.found.act:
            assert first.startswith("What made it hard to take: ")
        else:
            assert not first


@pytest.mark.parametrize("case", OFFERS, ids=[case.id for case in OFFERS])
def test_what_is_named_as_missing_is_absent_in_the_marks_and_was_not_brought(case: object) -> None:
    found = case.found  # type: ignore[attr-defined]
    brought = {"coordination": found.offer.talks, "institution": found.offer.builds, "capacity": found.offer.gives}
    named = missing(found.offer, found.here)
    for name in CONDITIONS:
        assert (name in named) is (getattr(found.here, name) == 0 and not brought.get(name))
    line = lines_of(case.id)[0]  # type: ignore[attr-defined]
    assert [name for name in CONDITIONS if f"{name} (" in line] == list(named)


def test_an_obstacle_that_is_no_condition_is_told_as_the_rules_see_it() -> None:
    assert lines_of("panam")[1:] == ["What the rules see in its way: the other is not treated as a rightful partner."]
    assert lines_of("hague")[1:] == []  # the condition that is missing is the obstacle


def test_what_the_rules_count_against_an_act_stands_behind_the_lines_it_crosses() -> None:
    first = lines_of("abduction")[0]
    assert first.endswith("it enters Mexican soil; it shames Mexico in public; breaks a signed rule.")

"""The record looked up: what a sieve lets through, what words find, and the totals in words."""

import pytest

from game.backtest.lookup import FACETS, NOT_SCORED, Lookup, Sieve, against, guesses, total
from game.record.library import shipped_cases
from game.theories.load import shipped


@pytest.fixture(scope="module")
def lookup() -> Lookup:
    return Lookup.of(shipped(), shipped_cases())


def test_nothing_asked_for_lets_every_case_through_also_those_that_are_not_scored(lookup: Lookup) -> None:
    assert [one.case for one in lookup.sieved(Sieve())] == list(shipped_cases())
    assert len(lookup.sieved(Sieve(outcome=NOT_SCORED))) == len(lookup.test.unscored)


@pytest.mark.parametrize("facet", FACETS)
def test_a_value_says_how_many_cases_it_leaves(lookup: Lookup, facet: str) -> None:
    for value, count in lookup.values(facet, Sieve()):
        assert 0 < count == len(lookup.sieved(Sieve(**{facet: value})))


def test_all_that_is_asked_for_must_fit(lookup: Lookup) -> None:
    found = lookup.sieved(Sieve(outcome="wrong", decade="1990s"))
    assert {one.case.id for one in found} == {"hueys", "recert-92"}
    assert dict(lookup.values("kind", Sieve(outcome="wrong", decade="1990s", kind="act")))["joint"] == 1


def test_words_find_facets_whole_and_titles_in_part(lookup: Lookup) -> None:
    assert {one.case.id for one in lookup.with_words("wrong 1990s")} == {"hueys", "recert-92"}
    assert [one.case.id for one in lookup.with_words("helicop")] == ["hueys"]
    assert lookup.with_words("helicop 1960s") == ()


def test_the_totals_say_which_plain_guess_is_not_beaten(lookup: Lookup) -> None:
    assert total(lookup.test) == (
        "67 cases coded. The rules can judge 58 and are right on 52 (90 %), better than each plain guess."
    )
    assert "“always protest” is right on 14 of 23, the rules on 20 of the same 23" in guesses(lookup.test)
    realism = Lookup.of(shipped("realism"), shipped_cases())
    assert [guess.name for guess in against(realism.test) if not guess.beaten] == ["always protest"]
    assert total(realism.test).endswith("no better than “always protest”.")

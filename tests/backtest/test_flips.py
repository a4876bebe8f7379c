"""A mark coded the other way: that mark and no other, and back again."""

from dataclasses import replace

import pytest
from backtest.coded import MOVES, any_found, each_case, leaves, marks_of, of_acts, of_offers
from hypothesis import given
from hypothesis import strategies as st
from rules.strategies import steadily

from game.backtest.flips import OF_AN_ENTRY, WORDS, flips
from game.backtest.robustness import codable
from game.record.model import Case, Found
from game.rules.facts import effective
from game.rules.words import CONDITIONS, GRIEVANCES

YES_NO = ("soil", "face", "rank", "harm", "warned", "needs", "mooted", "harm_north")
YES_NO_OF_OFFERS = ("recognises", "drops_claim", "withdraws", "shares", "talks", "binds", "body", "ends")
YES_NO_OF_STATES = ("shut", "told", "consent")
MOVED = {
    **{f"offer.{key}": {f"entry.{key}"} for key in OF_AN_ENTRY},
    "offer.binds": {"entry.binds", "entry", "offer.signs", *(f"entry.{k}" for k in ("id", "field", "title", "body"))}
    | {"entry.ends", "entry.cite"},
    "offer.by": {"offered_by"},
    "does": {"bound"},
    "state.bound": {"bound"},
    "state.open": {f"here.{grievance}" for grievance in GRIEVANCES},
    **{f"state.{key}": {f"here.{key}"} for key in (*CONDITIONS, *YES_NO_OF_STATES)},
}
"""Which parts of what was found a mark may move, where they are not called as the mark is."""


def moved(found: Found, other: Found) -> set[str]:
    before, after = dict(leaves(found)), dict(leaves(other))
    return {name for name in before | after if before.get(name) != after.get(name)}


def may_move(found: Found, mark: str) -> set[str]:
    move = "offer" if found.offer else "act"
    return MOVED.get(mark, {f"{move}.{mark.removeprefix('offer.')}"})


@each_case
def test_a_flip_moves_its_mark_and_nothing_else(case: Case) -> None:
    for mark in marks_of(case.found):
        for other in flips(case.found, mark):
            assert set() < moved(case.found, other) <= may_move(case.found, mark), mark


@steadily
@given(any_found, st.data())
def test_a_flip_of_whatever_was_found_moves_its_mark_and_nothing_else(found: Found, data: st.DataObject) -> None:
    mark = data.draw(st.sampled_from(marks_of(found)))
    for other in flips(found, mark):
        assert set() < moved(found, other) <= may_move(found, mark)


@steadily
@given(any_found, st.data())
def test_a_yes_or_no_flipped_twice_gives_the_case_back(found: Found, data: st.DataObject) -> None:
    own = (f"offer.{key}" for key in YES_NO_OF_OFFERS) if found.offer else YES_NO
    mark = data.draw(st.sampled_from([*own, *(f"state.{key}" for key in YES_NO_OF_STATES)]))
    told = _as_told(found)
    for other in flips(told, mark):
        (back,) = flips(other, mark)
        assert flips(told, mark) == (other,)
        assert _without_text(back, told) == told


def _as_told(found: Found) -> Found:
    """The case with every mark written out: what is left out counts as the field was told."""
    if found.act is None:
        return replace(found, here=found.here._replace(shut=min(found.here.shut, 1) * 3))
    warned = effective(found.act, found.here._replace(consent=0))[1]
    here = found.here._replace(shut=min(found.here.shut, 1) * 3, consent=0)
    return replace(found, here=here, act=replace(found.act, warned=warned))


def _without_text(back: Found, told: Found) -> Found:
    """A binding text is read as binding some class: which one says nothing."""
    same = back.entry and told.entry and bool(back.entry.binds) == bool(told.entry.binds)
    return replace(back, entry=replace(back.entry, binds=told.entry.binds)) if same and told.entry else back


@each_case
def test_a_broken_rule_flipped_twice_is_broken_again(case: Case) -> None:
    act = case.found.act
    if act is None or not act.does:
        assert flips(case.found, "does") == ()
        return
    (other,) = flips(case.found, "does")
    (back,) = flips(other, "does")
    assert [bool(act.does & f.bound) for f in (case.found, other, back)] in ([True, False, True], [False, True, False])


@steadily
@given(any_found, st.sampled_from(CONDITIONS))
def test_a_level_moves_to_its_neighbours(found: Found, condition: str) -> None:
    level = getattr(found.here, condition)
    others = {getattr(other.here, condition) for other in flips(found, f"state.{condition}")}
    assert others == {0: {1}, 1: {0, 2}, 2: {1}}[level]


@steadily
@given(of_acts, st.sampled_from(["visibility", "demands", "feels_more", "purpose"]))
def test_a_word_moves_to_every_other_word(found: Found, mark: str) -> None:
    assert found.act
    others = [getattr(other.act, mark) for other in flips(found, mark)]
    assert sorted([*others, getattr(found.act, mark)]) == sorted(WORDS[mark])


@steadily
@given(of_offers)
def test_whether_an_offer_would_bind_can_always_be_coded_otherwise(found: Found) -> None:
    (other,) = flips(found, "offer.binds")
    assert bool(other.entry and other.entry.binds) != bool(found.entry and found.entry.binds)
    assert other.offer
    assert bool(other.entry) == bool(other.offer.signs)


@pytest.mark.parametrize("mark", ["field", "orientation", "years", "soil and face", "offer.colour", "state.mood"])
def test_what_is_no_mark_of_the_rules_cannot_be_coded_otherwise(mark: str) -> None:
    assert [flips(case.found, mark) for case in MOVES if flips(case.found, mark)] == []


def test_marks_of_offers_mean_nothing_to_an_act_and_the_reverse() -> None:
    act, offer = (next(c.found for c in MOVES if bool(c.found.act) == is_act) for is_act in (True, False))
    assert flips(act, "offer.gives") == flips(offer, "soil") == ()
    assert flips(act, "whose") == ()
    assert act.act
    incident = replace(act, act=replace(act.act, incident=True))
    assert len(flips(incident, "whose")) == 3
    assert flips(incident, "needs") == ()


@each_case
def test_whatever_can_be_miscoded_comes_out_as_another_case(case: Case) -> None:
    marks = codable(case.found)
    assert len(marks) >= 12
    assert len(set(marks)) == len(marks)
    assert [mark for mark in marks if case.found in flips(case.found, mark)] == []

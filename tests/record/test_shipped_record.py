"""The record that comes with the game: every case of the casebooks, each with its sources and words of its own."""

import pytest
from play import shipped as shelf
from play.shipped import can_be_looked_up

from game.backtest.flips import flips
from game.record.library import SECOND_READER, cases_folder, coding_of, shipped_cases, shipped_files
from game.record.model import Case
from game.record.read import OF_ACTS, OF_ANY_CASE, OF_OFFERS, UNANSWERED
from game.rules.theory import Theory
from game.theories.load import SHIPPED, shipped

OF_THE_PAPERS = """
    hague panam geneva un-61-71 intercept cooperation border-idea condor dea-covert border-86 alliance hold-86
    certification cert-87-88 un-88 latin-pacts agreement-89 abduction hueys treaties nov-91 nbrf recert-92 hardline
    cert-96 hlcg cert-97 casablanca brownsville cert-99 merida-agreement pmes working-years mem davidow smart-borders
    fence us-agents merida beyond-merida fast-furious
""".split()
OF_THE_POLICY_PAPERS = """
    interventions jmusdc perry southcom northcom katrina calderon navy-liaison merida-late mullen-unitas army-liaison
    hold-2010 cables summit-2011 deportations arms-inaction option-a option-b option-c-with-police option-c-without
    option-d houston nafta pan-years pri-2013 withhold-2015
""".split()
"""Fence, certification, the abduction and Mérida stand in both casebooks, and here once."""
CASES = shipped_cases()
each_case = pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
each_theory = pytest.mark.parametrize("theory", [shipped(name) for name in SHIPPED], ids=lambda theory: theory.id)


def test_the_record_has_every_case_of_the_casebooks_once_and_no_other() -> None:
    assert (len(OF_THE_PAPERS), len(OF_THE_POLICY_PAPERS)) == (41, 26)
    assert sorted(case.id for case in CASES) == sorted(OF_THE_PAPERS + OF_THE_POLICY_PAPERS)


@pytest.mark.parametrize(("source", "ids"), [("papers", OF_THE_PAPERS), ("policy", OF_THE_POLICY_PAPERS)])
def test_each_case_stands_in_the_file_of_its_casebook(source: str, ids: list[str]) -> None:
    assert {case.id for case in CASES if case.source == source} == set(ids)
    assert {path.stem for path in shipped_files()} == {"papers", "policy"}


def test_the_cases_come_in_the_order_of_their_years() -> None:
    assert [case.years for case in CASES] == sorted(case.years for case in CASES)


@each_case
def test_a_case_has_marks_or_an_offer_or_says_why_it_is_not_scored(case: Case) -> None:
    found = case.found
    assert (found.act is None) or (found.offer is None)
    assert case.scored != bool(case.unscored)
    assert found.act or found.offer or not case.scored
    assert case.real.reception or not case.scored
    assert not (case.scored and case.kind in UNANSWERED)


@each_case
def test_the_sources_of_a_case_can_be_looked_up(case: Case) -> None:
    assert case.cite
    assert [cite for cite in case.cite if not can_be_looked_up(cite)] == []
    assert any(not cite.startswith("outside:") and cite != "ours" for cite in case.cite)


@each_theory
def test_the_sources_of_a_theory_can_be_looked_up(theory: Theory) -> None:
    argued = [cite for _, cites in theory.argued for cite in cites]
    cites = [cite for rule in theory.rules() for cite in rule.cite]
    assert [cite for cite in (*cites, *argued) if not can_be_looked_up(cite)] == []


@pytest.mark.parametrize("name", [name for name in SHIPPED if name != "paradox"])
def test_a_rival_argues_for_itself_and_names_what_speaks_against_it(name: str) -> None:
    said = [text for text, _ in shipped(name).argued]
    assert len(said) >= 3
    assert any(text.startswith("Against it: ") for text in said)


@each_case
def test_a_case_is_told_in_a_scenario_that_there_is_or_in_none(case: Case) -> None:
    assert case.told_in in ("", *shelf.IDS)


def test_the_cases_that_can_be_played_say_where() -> None:
    told = {case.id: case.told_in for case in CASES}
    assert (told["casablanca"], told["merida"]) == ("casablanca-1998", "merida-2007")


@each_case
def test_what_is_inferred_or_doubtful_is_a_word_of_the_case(case: Case) -> None:
    own = OF_OFFERS if case.found.offer else OF_ACTS if case.found.act else frozenset[str]()
    assert case.inferred | case.doubtful <= OF_ANY_CASE | own


NOT_FLIPPED = {"field", "orientation", "years", "offer.delivered"}
"""Doubtful marks that no rule sees by themselves; delivery is judged apart."""


@each_case
def test_every_doubtful_mark_of_a_scored_case_can_be_coded_otherwise(case: Case) -> None:
    doubtful = case.doubtful - NOT_FLIPPED if case.scored else frozenset[str]()
    assert [mark for mark in sorted(doubtful) if not flips(case.found, mark)] == []


@each_case
def test_every_case_has_a_note_for_where_the_rules_miss_it(case: Case) -> None:
    assert case.note


def test_the_second_reader_coded_the_same_cases_but_the_one_that_his_manual_printed() -> None:
    again = coding_of(cases_folder() / SECOND_READER)
    assert {case.id for case in CASES} - {case.id for case in again} == {"casablanca"}
    assert {case.id for case in again} <= {case.id for case in CASES}

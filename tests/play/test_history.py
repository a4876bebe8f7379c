"""What was really done can be played, and what comes of it by the rules is what the record says came of it."""

from functools import cache

import pytest
from play import shipped as shelf
from play.walks import line_of

from game.play.game import Game
from game.play.happened import Happened
from game.play.walk import by_history, ending_of
from game.rules.moves import Act, Keeps, Offer
from game.scenario.model import Decision, Option

each_scenario = pytest.mark.parametrize("name", shelf.IDS)


@cache
def history(name: str) -> Game:
    return by_history(shelf.course(name))


def options(name: str) -> dict[str, Option]:
    """The historical option of each decision that was met."""
    met = {h.item: h.option for h in history(name).log if h.option}
    decisions = {d.id: d for d in shelf.scenario(name).decisions}
    return {item: option for item, chosen in met.items() if (option := decisions[item].option(chosen or ""))}


@each_scenario
def test_history_can_be_played_to_its_end(name: str) -> None:
    assert history(name).over


@each_scenario
def test_every_option_that_is_marked_historical_was_met_in_history(name: str) -> None:
    marked = {d.id: o.id for d in shelf.scenario(name).decisions for o in d.options if o.historical}
    assert {item: option.id for item, option in options(name).items()} == marked


@each_scenario
def test_how_history_was_received_is_told_in_the_prose_of_the_case(name: str) -> None:
    for happened in history(name).log:
        option = options(name).get(happened.answers or "")
        if happened.reception and option is not None and isinstance(option.move, Act | Offer):
            assert happened.reception in option.outcome, f"{happened.answers} has no words for {happened.reception}"


@each_scenario
def test_no_reply_or_answer_of_history_is_other_than_due(name: str) -> None:
    replied = [h for h in history(name).log if h.kind == "reply"]
    assert [h.item for h in replied if h.due != h.reception] == []


@each_scenario
def test_a_game_along_what_was_done_is_the_history_of_the_solver(name: str) -> None:
    done = {d.id: o.id for d in shelf.scenario(name).decisions for o in d.options if o.historical}
    for seed in range(100):
        game = line_of(shelf.course(name), done, seed)
        if not any("leaked" in h.flags for h in game.log):
            assert game.log == history(name).log
            return
    pytest.fail("in a hundred games work leaked in every one")


# --- Operation Casablanca, as the papers have it -------------------------------------------------------------


def casablanca() -> tuple[Happened, ...]:
    return history("casablanca-1998").log


def answers_to(kind: type) -> list[Happened]:
    """What answered the historical moves of a kind, in order."""
    decisions = [item for item, option in options("casablanca-1998").items() if isinstance(option.move, kind)]
    return [h for h in casablanca() if h.answers in decisions]


def test_the_trap_of_1998_was_met_with_a_backlash_and_washington_gave_way() -> None:
    assert [h.how for h in answers_to(Act)] == ["backlash", "settle"]


def test_the_letter_of_1998_was_signed_over_an_open_wound() -> None:
    letter, *_ = answers_to(Offer)
    assert letter.flags == ("binding", "signed", "strangulation")


def test_the_memorandum_of_1999_was_signed_and_joint_work_came_of_it() -> None:
    _, memorandum, work = answers_to(Offer)
    assert memorandum.flags == ("binding", "signed")
    assert work.flags == ("result",)


def test_the_rules_of_1999_were_kept_when_the_administration_changed() -> None:
    kept = [option.move.entry for option in options("casablanca-1998").values() if isinstance(option.move, Keeps)]
    assert len(kept) == 1
    assert kept[0] in history("casablanca-1998").position.ground.ledger
    assert any(h.kind == "administration" and any(line.rule == "lapsed" for line in h.lines) for h in casablanca())


def test_operation_casablanca_ended_in_a_bound_relation() -> None:
    game = history("casablanca-1998")
    assert ending_of(game.course, game.position) == "bound relation"


# --- the Mérida Initiative, as the papers have it ------------------------------------------------------------


def test_the_cables_of_2011_were_answered_with_words_and_somebody_went() -> None:
    log = history("merida-2007").log
    incidents = [h.item for h in log if h.kind == "act" and h.by == "nobody"]
    assert [h.how for h in log if h.answers in incidents] == ["protest", "someone-goes"]


def test_what_mexico_city_asked_for_in_2007_was_agreed() -> None:
    log = history("merida-2007").log
    first = next(h for h in log if h.kind == "offer")
    assert first.by == "mexico-city"
    assert next(h.reception for h in log if h.answers == first.item) == "cooperation"


def test_joint_work_was_carried_out_under_the_merida_initiative() -> None:
    assert history("merida-2007").position.home.results > 0


def test_every_decision_of_history_is_made_by_the_capital_that_the_case_says() -> None:
    for name in shelf.IDS:
        play = {item.id: item for item in shelf.scenario(name).play}
        made = [(h.by, play[h.item]) for h in history(name).log if h.option]
        assert all(isinstance(item, Decision) and by == item.by for by, item in made)

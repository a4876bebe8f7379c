"""A game is its list of moves: played again it is the same game, and what was taken back was never there."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from play import shipped as shelf
from play.made import course_of
from play.walks import choices, played, went_back

from game.play.course import Course
from game.play.game import Chose, Drew, Game, HandedOver, NotPossible, came, reception_of
from game.play.seats import Disposition, Opponents
from game.rules.words import CAPITALS
from game.saves.reopened import read_game
from game.saves.store import Store
from game.scenario.model import Decision, Event

steadily = settings(max_examples=25, deadline=None, derandomize=True, database=None)
seeds = st.integers(0, 999_999)
names = st.sampled_from(shelf.IDS)
against = st.sampled_from(["history", "due", "hard-liner", "accommodator", "drawn"])
capitals = st.sampled_from(CAPITALS)


def fresh(game: Game) -> Game:
    """The same entries in a game that has computed nothing yet."""
    return replace(game)


# --- replay --------------------------------------------------------------------------------------------------


@steadily
@given(names, seeds)
def test_a_game_played_again_from_its_entries_is_the_same_game(name: str, seed: int) -> None:
    game = played(shelf.course(name), seed)
    again = fresh(game)
    assert again.turns == game.turns
    assert again.log == game.log
    assert again.position == game.position


@steadily
@given(names, seeds)
def test_a_game_played_again_on_a_course_made_anew_is_the_same_game(name: str, seed: int) -> None:
    game = played(shelf.course(name), seed)
    course = Course.of(game.course.scenario, game.course.theory)
    assert replace(game, course=course).log == game.log


@settings(steadily, max_examples=10)
@given(names, seeds, capitals, against)
def test_a_game_with_its_goings_back_comes_from_its_file_as_it_was(
    tmp_path_factory: pytest.TempPathFactory, name: str, seed: int, role: str, opponent: str
) -> None:
    folder: Path = tmp_path_factory.mktemp("saves")
    game = played(shelf.course(name), seed, role, opponent, back=0.3)
    record = Store(folder).begin(game, "2024-01-01")
    opened = read_game(record.path, shelf.LIBRARY, game.course.theory)
    assert opened.notices == ()
    assert opened.game.log == game.log
    again = Store(folder / "again").begin(opened.game, "2024-01-01")
    assert again.path.read_bytes() == record.path.read_bytes()


@steadily
@given(names, seeds)
def test_nothing_that_is_counted_falls_below_nothing(name: str, seed: int) -> None:
    for happened in played(shelf.course(name), seed).log:
        assert happened.state.home.results >= 0
        assert happened.state.home.yields >= 0


# --- going back ----------------------------------------------------------------------------------------------


@steadily
@given(names, seeds, capitals, against)
def test_what_was_taken_back_was_never_there(name: str, seed: int, role: str, opponent: str) -> None:
    game = played(shelf.course(name), seed, role, opponent, back=0.4)
    never = Game(game.course, role, opponent, seed).run_on(Opponents().of(game))
    own = [turn.chose for turn in game.own_turns()]
    for chose in own:
        assert isinstance(chose, Chose)
        never = never.choose(chose.option, reason=chose.reason).run_on(Opponents().of(game))
    assert went_back(never) == 0
    assert never.log == game.log
    assert never.position == game.position


@steadily
@given(names, seeds, capitals)
def test_whoever_goes_back_and_chooses_the_same_again_has_lost_nothing(name: str, seed: int, role: str) -> None:
    game = played(shelf.course(name), seed, role, "due")
    chooser = Disposition("due")
    last = game.own_turns()[-1].chose
    assert isinstance(last, Chose)
    again = game.back().run_on(chooser).choose(last.option, reason=last.reason).run_on(chooser)
    assert again.log == game.log
    assert choices(again) == choices(game)


@steadily
@given(names, seeds, capitals)
def test_going_back_keeps_what_was_tried(name: str, seed: int, role: str) -> None:
    game = played(shelf.course(name), seed, role, "due")
    back = game.back()
    last = game.own_turns()[-1].chose
    assert back.entries[:-1] == game.entries
    assert back.undone() == (last,)
    assert [turn.chose for turn in back.own_turns()] == [turn.chose for turn in game.own_turns()[:-1]]


@steadily
@given(names, seeds, capitals)
def test_one_can_go_back_to_the_beginning_and_no_further(name: str, seed: int, role: str) -> None:
    game = played(shelf.course(name), seed, role, "due")
    for _ in range(len(game.own_turns())):
        game = game.back()
    assert not game.can_go_back
    with pytest.raises(NotPossible, match="nothing to go back to"):
        game.back()


def test_two_at_one_keyboard_cannot_go_back() -> None:
    game = played(shelf.course("merida-2007"), 1)
    assert game.own_turns()
    assert not game.can_go_back


def test_passing_the_keyboard_on_changes_nothing_but_the_record() -> None:
    game = Game(shelf.course("merida-2007"), "both", "person").run_on()
    passed = game.hand_over("washington")
    assert passed.position == game.position
    assert passed.entries == (HandedOver("washington"),)


@steadily
@given(names, seeds)
def test_a_what_if_begins_where_a_decision_was_met(name: str, seed: int) -> None:
    game = played(shelf.course(name), seed)
    for turn in game.turns:
        if isinstance(turn.chose, Chose):
            start = game.back_to(turn.chose.decision)
            assert start.position == turn.before
            assert isinstance(start.waiting, Decision)


def test_no_what_if_begins_at_a_decision_that_was_not_met() -> None:
    with pytest.raises(NotPossible, match="was not met"):
        played(shelf.course("merida-2007"), 1).back_to("nowhere")


# --- what cannot be done -------------------------------------------------------------------------------------


def test_an_option_that_is_not_there_is_refused_with_those_that_are() -> None:
    game = Game(shelf.course("casablanca-1998"), "both", "person").run_on()
    with pytest.raises(NotPossible) as refused:
        game.choose("nothing-of-the-kind")
    assert refused.value.choices == tuple(option.id for option in game.options)


def test_a_game_that_is_over_takes_no_choice() -> None:
    game = played(shelf.course("merida-2007"), 1)
    with pytest.raises(NotPossible, match="nothing waits"):
        game.choose("anything")


def test_an_entry_out_of_turn_is_refused_and_says_what_comes_up_there() -> None:
    game = Game(shelf.course("casablanca-1998"), "both", "person").run_on()
    waiting = game.waiting
    assert waiting is not None
    with pytest.raises(NotPossible, match=f"{waiting.id!r} does"):
        game.after(Chose("later", "washington", "this"))


# --- chance --------------------------------------------------------------------------------------------------

LEAKY = """
play:
  - decision: offer
    round: 1
    by: washington
    options:
      - {id: joint, offer: {field: police, talks: yes}}
      - {id: more, offer: {field: police, talks: yes, gives: 1}}
  - {id: leak, event: leak, round: 1, odds: 1 in 3}
  - decision: again
    round: 2
    by: washington
    options:
      - {id: joint, offer: {field: police, talks: yes, gives: 1}}
  - {id: second-leak, event: leak, round: 2, odds: 1 in 3}
"""


def drawn(game: Game) -> list[tuple[str, bool]]:
    return [(turn.chose.event, turn.chose.leaked) for turn in game.turns if isinstance(turn.chose, Drew)]


def leaked(seed: int, option: str) -> list[tuple[str, bool]]:
    return drawn(
        Game(course_of(LEAKY), "both", "person", seed).run_on().choose(option).run_on().choose("joint").run_on()
    )


@steadily
@given(seeds)
def test_chance_is_drawn_from_the_seed_and_the_event_whatever_was_chosen(seed: int) -> None:
    assert leaked(seed, "joint") == leaked(seed, "more") == leaked(seed, "joint")


@steadily
@given(names, seeds, capitals)
def test_going_back_does_not_draw_again(name: str, seed: int, role: str) -> None:
    game = played(shelf.course(name), seed, role, "accommodator", back=0.4)
    said: dict[str, set[bool]] = {}
    for entry in game.entries:
        if isinstance(entry, Drew):
            said.setdefault(entry.event, set()).add(entry.leaked)
    assert all(len(both) == 1 for both in said.values())


def test_two_events_of_one_game_are_drawn_apart() -> None:
    assert {tuple(said for _, said in leaked(seed, "joint")) for seed in range(40)} == {
        *((True, True), (True, False), (False, True), (False, False))
    }


def test_over_many_seeds_chance_comes_out_as_its_odds() -> None:
    game = Game(course_of(LEAKY), "both", "person").run_on().choose("joint")
    event = game.waiting
    assert isinstance(event, Event)
    leaks = sum(replace(game, seed=seed).draws(event) for seed in range(3000))
    assert 900 < leaks < 1100


# --- predictions ---------------------------------------------------------------------------------------------


@steadily
@given(names, seeds)
def test_a_prediction_is_held_against_what_the_move_met(name: str, seed: int) -> None:
    game = played(shelf.course(name), seed)
    for turn in game.turns:
        own = next((h for h in turn.happened if isinstance(turn.chose, Chose) and h.item == turn.chose.decision), None)
        if own is not None and own.kind in ("act", "offer"):
            assert came(turn, game.log) == reception_of(own.item, game.log)

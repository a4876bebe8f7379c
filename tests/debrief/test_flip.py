"""The smallest flip, held against trying everything."""

from itertools import combinations, product

import pytest
from debrief.games import GAMES, course, told

from game.debrief.account import account
from game.debrief.flip import MOST
from game.debrief.model import Flip
from game.play.game import Game
from game.play.opponents import Seat, choose
from game.play.table import other
from game.play.walk import ending_of
from game.rules.words import CAPITALS
from game.scenario.model import Decision, Event

Wanted = dict[str, str]


def played_again(game: Game, capital: str, changed: Wanted) -> tuple[str, set[str]]:
    """The ending if a capital takes other options at some decisions, and those of them that were met and changed."""
    made = {turn.chose.decision: turn.chose.option for turn in game.turns if hasattr(turn.chose, "option")}
    position, used = course().start(), set[str]()
    while (item := course().waiting(position)) is not None:
        if isinstance(item, Event):
            position = course().chance(position, game.draws(item))
            continue
        assert isinstance(item, Decision)
        ids = [option.id for option in course().options(position)]
        as_made = made.get(item.id, "")
        default = as_made if as_made in ids else item.options[Seat(course(), position).plain()].id
        if item.by == capital:
            taken = changed.get(item.id, default)
            if taken not in ids:
                return "", set()
            used |= {item.id} if taken != default else set()
        elif game.is_person(other(capital)):
            due = item.options[choose("due", course(), position)].id
            taken = as_made if as_made in ids else due
        else:
            taken = item.options[choose(game.disposition, course(), position)].id
        position = course().follow(position, next(i for i, o in enumerate(item.options) if o.id == taken))
    return ending_of(course(), position), used


def by_force(game: Game, capital: str) -> tuple[int, set[tuple[str, ...]]]:
    """The fewest changes that change the ending, and every set of decisions that does with so many."""
    ending = ending_of(course(), game.position)
    own = [decision for decision in course().scenario.decisions if decision.by == capital]
    for count in range(1, MOST + 1):
        found = set[tuple[str, ...]]()
        for decisions in combinations(own, count):
            for options in product(*(d.options for d in decisions)):
                wanted = {d.id: o.id for d, o in zip(decisions, options, strict=True)}
                came, used = played_again(game, capital, wanted)
                if used == set(wanted) and came != ending:
                    found.add(tuple(wanted))
        if found:
            return count, found
    return 0, set()


def latest(found: set[tuple[str, ...]]) -> tuple[str, ...]:
    return max(found, key=lambda decisions: tuple(course().scenario.index(d) for d in decisions))


@pytest.mark.parametrize("name", GAMES)
def test_the_flip_is_the_smallest_and_among_equals_the_latest(name: str) -> None:
    game = GAMES[name]()
    for flip in told(name).flips:
        count, found = by_force(game, flip.capital)
        assert len(flip.changes) == count
        if count:
            assert tuple(change.decision for change in flip.changes) == latest(found)


@pytest.mark.parametrize("name", GAMES)
def test_the_flip_leads_where_it_says(name: str) -> None:
    game = GAMES[name]()
    for flip in told(name).flips:
        changed = {}
        for change in flip.changes:
            decision = course().scenario.decision(change.decision)
            assert decision is not None
            changed[change.decision] = next(o.id for o in decision.options if o.label == change.instead)
        came, _ = played_again(game, flip.capital, changed)
        assert came == flip.ending.word
        assert (came != told(name).header.ending.word) == bool(flip.changes)


def test_some_game_of_these_flips_with_one_change_and_some_with_more() -> None:
    counts = {len(flip.changes) for name in GAMES for flip in told(name).flips}
    assert 1 in counts
    assert len(counts) > 1


def test_the_sentence_names_turn_and_both_options() -> None:
    flip = told("history").flips[0]
    assert flip.changes
    for change in flip.changes:
        assert f"turn {change.number}" in flip.says
        assert f"“{change.instead}” in place of “{change.was}”" in flip.says
    assert flip.ending.word in flip.says


def test_where_none_would_have_the_sentence_says_so() -> None:
    none = [flip for name in GAMES for flip in told(name).flips if not flip.changes]
    assert none
    assert all(flip.says.startswith("No change of one to three options of ") for flip in none)
    assert {flip.capital for name in GAMES for flip in told(name).flips} == set(CAPITALS)


def casablanca(**wanted: str) -> Flip:
    """The smallest flip of Mexico City where history plays Washington, and Mexico City as in history but for this."""
    from play.shipped import course as shipped_course

    history = lambda c, p: choose("history", c, p)  # noqa: E731
    game = Game(shipped_course("casablanca-1998"), "mexico-city").run_on(history)
    while (decision := game.decision) is not None:
        real = next(option.id for option in game.options if option.historical)
        game = game.choose(wanted.get(decision.id.replace("-", "_"), real)).run_on(history)
    return account(game).flips[0]


def test_where_congress_makes_the_difference_the_flip_says_so_and_what_its_verdict_leaves() -> None:
    says = casablanca().says
    assert "Frustration would have been full when round 4 closed: Congress takes the file" in says
    assert "its verdict leaves face and rank open" in says
    assert "open wounds: rank (as it came: none)" in says


def test_where_congress_took_the_file_the_flip_says_what_would_have_kept_it_from_that() -> None:
    says = casablanca(the_agreement="token").says
    assert "Congress would not have taken the file when round 4 closed." in says
    assert "open wounds: none (as it came: rank)" in says


@pytest.mark.parametrize("name", GAMES)
def test_a_flip_says_in_what_the_two_ends_differ(name: str) -> None:
    for flip in told(name).flips:
        assert ("At the end: " in flip.says) == bool(flip.changes)

"""Nobody thinks that the game has forgotten him: rounds without a decision of one's own say why."""

import shutil
from pathlib import Path

from debrief.games import FILE
from play import shipped as shelf

from game.play.course import Course
from game.play.game import BOTH, Game
from game.play.opponents import choose
from game.scenario.read import read_scenario
from game.sitting.asking import asked_again, not_asked
from game.sitting.session import news
from game.theories.load import shipped

WASHINGTON, MEXICO = "washington", "mexico-city"


def played(course: Course, role: str, opponent: str, to: str = "", **wanted: str) -> Game:
    """A game as in history but for what is wanted, as far as a decision or to its end."""
    game = Game(course, role, opponent, seed=1)
    chooser = lambda c, p: choose(opponent, c, p)  # noqa: E731
    game = game.run_on(chooser)
    while (decision := game.decision) is not None and decision.id != to:
        ids = [option.id for option in game.options]
        real = next((option.id for option in game.options if option.historical), ids[0])
        option = wanted.get(decision.id.replace("-", "_"), real)
        game = game.choose(option if option in ids else ids[0]).run_on(chooser)
    return game


def said(game: Game, capital: str) -> str:
    return not_asked(game, news(game, capital), capital)


def test_mexico_city_is_told_why_casablanca_ends_without_it() -> None:
    course = shelf.course("casablanca-1998")
    last = played(course, MEXICO, "history", to="the-agreement")
    assert last.decision is not None
    assert asked_again(last, last.decision) == "After this Mexico City is asked again only if Washington acts alone."
    assert said(last, MEXICO) == ""
    assert said(played(course, MEXICO, "history"), MEXICO) == (
        "Round 5: no act alone waited for a reply of Mexico City; the offer of Washington was answered by the rules, "
        "as this case has it. Round 6: this case asks nothing of Mexico City there."
    )


def test_whoever_is_asked_in_every_round_is_told_nothing() -> None:
    course = shelf.course("casablanca-1998")
    for decision in course.scenario.decisions:
        game = played(course, WASHINGTON, "history", to=decision.id)
        assert said(game, WASHINGTON) == ""
        again = asked_again(game, game.decision) if game.decision else ""
        assert again == ("This is the last decision of Washington in this case." if decision.id == "last-order" else "")
        if game.over:
            break


def test_a_decision_whose_matter_has_not_come_about_is_spoken_of() -> None:
    wanted = {"what_we_offer": "regret-only", "letter_to_agreement": "operations"}
    game = played(shelf.course("casablanca-1998"), WASHINGTON, "due", **wanted)
    assert said(game, WASHINGTON) == "Round 6: what Washington could have decided there had not come about."


def test_an_act_that_is_let_pass_leaves_nothing_to_say(tmp_path: Path) -> None:
    shutil.copytree(FILE.parent / "common", tmp_path / "common")
    case = tmp_path / "harbour.yaml"
    case.write_text(FILE.read_text(encoding="utf-8").replace("reply: {level: protest}", "reply: toleration"))
    scenario, found = read_scenario(case)
    assert scenario is not None, found
    game = Game(Course.of(scenario, shipped()), BOTH, "person", seed=1).choose("at-the-quay")
    assert said(game.choose("withhold"), WASHINGTON) == ""
    assert said(game.choose("note"), WASHINGTON) == "Mexico City let it pass: nothing is left to say of it."


def test_a_case_in_which_the_other_capital_opens_says_so() -> None:
    game = played(shelf.course("merida-2007"), WASHINGTON, "history", to="the-money")
    assert said(game, WASHINGTON).startswith(
        "Round 1: this case asks nothing of Washington there; the offer of Mexico "
    )

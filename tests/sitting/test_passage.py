"""What is told between two choices: the question before the arithmetic, the prediction beside what came."""

import pytest
from play import shipped
from small_case import begun, new_game, played

from game.debrief.moves_in_words import move_in_words
from game.play.game import Game, Prediction
from game.play.seats import Disposition
from game.rules.moves import Offer
from game.rules.words import CAPITALS
from game.sitting.foretold import foretold
from game.sitting.passage import Told, opening, told
from game.sitting.session import news
from game.sitting.situation import on_the_table

HISTORY = Disposition("history")


def sums(game: Game, capital: str) -> list[str]:
    """For whose moves a sum is told to a capital now."""
    return [one.heads[0].text for one in news_of(game, capital) if one.judgement]


def news_of(game: Game, capital: str) -> list[Told]:
    return told(game, news(game, capital), capital)


def test_who_has_to_answer_an_act_is_asked_before_the_sum_is_told() -> None:
    game = new_game("mexico-city").run_on(HISTORY)
    assert game.decision is not None
    assert sums(game, "mexico-city") == []


def test_the_sum_of_an_act_is_told_to_both_with_the_answer() -> None:
    answered = new_game("mexico-city").run_on(HISTORY)
    assert answered.decision is not None
    answered = answered.choose(answered.options[-1].id).run_on(HISTORY)
    assert len(sums(answered, "mexico-city")) == 1
    assert sums(begun(), "washington") == ["Washington: Arrest them at the quay"]


def test_one_move_before_the_first_question_stands_in_a_line_before_it() -> None:
    game = new_game("mexico-city").run_on(HISTORY)
    assert opening(game, news(game, "mexico-city"), "mexico-city") == ("Washington: Arrest them at the quay",)
    later = game.choose(game.options[0].id).run_on(HISTORY)
    assert opening(later, news(later, "mexico-city"), "mexico-city") == ()


@pytest.mark.parametrize(
    ("expects", "because", "said"),
    [
        ("backlash", ("soil", "face"), "As you said: backlash. It hung on soil and face, as you said."),
        (
            "protest",
            ("soil", "no warning"),
            "You said protest; it came to backlash. It hung on soil and face; of these you named soil. “no warning” "
            "did not decide it.",
        ),
        (
            "protest",
            ("rank", "harm"),
            "You said protest; it came to backlash. It hung on soil and face, which you did not name. “rank” and "
            "“harm” did not decide it.",
        ),
        ("backlash", (), "As you said: backlash. It hung on soil and face."),
    ],
)
def test_a_prediction_is_told_right_or_wrong_with_its_causes(expects: str, because: tuple[str, ...], said: str) -> None:
    game = new_game().choose("at-the-quay", Prediction(expects, because), "a reason").run_on(HISTORY)
    assert foretold(game, news(game, "washington")) == said


def test_where_nothing_was_predicted_nothing_is_held_against_it() -> None:
    game = played("at-the-quay", "regret")
    assert foretold(game, news(game, "washington")) == ""


def test_what_waits_for_an_answer_is_put_into_words_with_its_marks() -> None:
    game = new_game("mexico-city").run_on(HISTORY)
    lying = on_the_table(game.course, game.position)
    assert lying is not None
    assert "on Mexican soil" in lying.does
    assert lying.word == "backlash"


def test_an_offer_names_what_stands_open_when_it_is_made() -> None:
    game = played("at-the-quay", "stand")
    assert game.decision is not None
    here = game.position.ground.fields[0]
    assert here.wounded
    offer = Offer(purpose="operational", field="police", talks=True)
    words = [move_in_words(offer, game.course, game.position, by)[-1] for by in CAPITALS]
    assert words == [
        "meets an accusation that stands (face), an open wound (soil) and a shut field",
        "meets an open wound (soil) and a shut field",
    ]


def test_where_no_condition_was_absent_nothing_is_graded_as_a_cause() -> None:
    game = new_game().choose("together", Prediction("token", ("interest",)), "a reason").run_on(HISTORY)
    assert foretold(game, news(game, "washington")) == (
        "You said token; it came to cooperation. Nothing stood in its way: no condition was absent."
    )


def test_where_a_round_has_passed_before_the_first_question_it_is_told_on_a_screen_of_its_own() -> None:
    game = Game(shipped.course("merida-2007"), "washington", "history", seed=1)
    alone = next(at for at, option in enumerate(game.course.options(game.position)) if "alone" in option.label)
    game = game.run_on(lambda _course, _position: alone)
    assert game.decision is not None
    assert game.decision.round == 2
    assert opening(game, news(game, "washington"), "washington") == ()

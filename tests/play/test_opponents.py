"""Each disposition of RULES.md 6 as statements: what it does when it opens, replies, answers and follows up."""

import pytest
from play import shipped as shelf
from play.made import course_of
from play.walks import choices, played

from game.play.course import Course
from game.play.game import CAN_BE_DRAWN, DRAWN, Chose, Game
from game.play.opponents import choose
from game.play.position import Position
from game.play.seats import Disposition, Opponents
from game.rules.words import CAPITALS
from game.scenario.model import Decision, Scenario

EVERY = ("history", "due", "hard-liner", "accommodator")

HEAD = """
agreements:
  rule: {{binds: [abduction]}}
  notice: {{binds: [unannounced-operation]}}
start: {{ledger: [rule], frustration: {frustration}, standing: 3, fields: {{police: {levels}}}}}
play:
"""
DECISION = "  - decision: {name}\n    round: 1\n    by: {by}\n    options:\n{options}"


def decision(name: str, by: str, *options: str) -> str:
    """One decision as a scenario writes it."""
    return DECISION.format(name=name, by=by, options="".join(f"      - {option}\n" for option in options))


def scenario(*items: str, frustration: int = 2, levels: str = "{}") -> Course:
    """The course of a scenario of a few items."""
    return course_of(HEAD.format(frustration=frustration, levels=levels) + "".join(items))


def opening(by: str, *options: str, frustration: int = 2) -> Course:
    """A scenario of one opening."""
    return scenario(decision("opening", by, *options), frustration=frustration)


def taken(disposition: str, course: Course, position: Position | None = None, **open_: int) -> str:
    """The option that a disposition takes at the decision that waits, with these grievances open."""
    position = position or course.start()
    police = position.ground.fields[0]._replace(**open_)
    position = position._replace(ground=position.ground._replace(fields=(police, *position.ground.fields[1:])))
    item = course.waiting(position)
    assert isinstance(item, Decision)
    return item.options[choose(disposition, course, position)].id


def at(course: Course, *options: str) -> Position:
    """The position after these options."""
    position = course.start()
    for name in options:
        position = course.choose(position, next(o for o in course.options(position) if o.id == name))
    return position


# --- Mexico City replies -------------------------------------------------------------------------------------

REPLIES = decision(
    "reply",
    "mexico-city",
    "{id: pass, reply: {level: toleration}}",
    "{id: protest, reply: {level: protest}}",
    "{id: backlash, historical: yes, reply: {level: backlash, lever: withhold}}",
    "{id: rupture, reply: {level: rupture, lever: withhold}}",
)


def act(marks: str) -> str:
    """Washington's act, to be answered."""
    return decision("act", "washington", f"{{id: act, act: {marks}}}")


def reply(disposition: str, marks: str) -> str:
    course = scenario(act(marks), REPLIES)
    return taken(disposition, course, at(course, "act"))


PROTEST_DUE = "{field: police, face: yes}"
BACKLASH_DUE = "{field: police, soil: yes}"
RUPTURE_DUE = "{field: police, soil: yes, does: [abduction]}"


@pytest.mark.parametrize("disposition", ["due", "history"])
@pytest.mark.parametrize(
    ("marks", "level"), [(PROTEST_DUE, "protest"), (BACKLASH_DUE, "backlash"), (RUPTURE_DUE, "rupture")]
)
def test_due_and_history_reply_as_is_due(disposition: str, marks: str, level: str) -> None:
    assert reply(disposition, marks) == level


@pytest.mark.parametrize(
    ("marks", "level"), [(PROTEST_DUE, "backlash"), (BACKLASH_DUE, "rupture"), (RUPTURE_DUE, "rupture")]
)
def test_a_hard_liner_in_mexico_city_replies_one_step_above_due(marks: str, level: str) -> None:
    assert reply("hard-liner", marks) == level


@pytest.mark.parametrize(
    ("marks", "level"), [(PROTEST_DUE, "protest"), (BACKLASH_DUE, "protest"), (RUPTURE_DUE, "backlash")]
)
def test_an_accommodator_in_mexico_city_replies_one_step_below_due_but_never_less_than_protest(
    marks: str, level: str
) -> None:
    assert reply("accommodator", marks) == level


# --- Mexico City answers -------------------------------------------------------------------------------------

ANSWERS = decision(
    "answer",
    "mexico-city",
    "{id: refuse, answer: refuse}",
    "{id: token, answer: token}",
    "{id: real, answer: real}",
)


def answer(disposition: str, offer: str, levels: str = "{}") -> str:
    course = scenario(decision("offer", "washington", f"{{id: offer, offer: {offer}}}"), ANSWERS, levels=levels)
    return taken(disposition, course, at(course, "offer"))


GOOD, EMPTY = "{field: police, talks: yes}", "{field: police}"


@pytest.mark.parametrize("disposition", ["due", "history"])
def test_due_and_history_answer_what_the_rules_would_make_of_an_offer(disposition: str) -> None:
    assert answer(disposition, GOOD) == "real"
    assert answer(disposition, EMPTY) == "token"
    assert answer(disposition, GOOD, "{interest: 0}") == "refuse"


def test_a_hard_liner_in_mexico_city_takes_work_for_show_where_its_own_reason_is_weak() -> None:
    assert answer("hard-liner", GOOD) == "token"
    assert answer("hard-liner", GOOD, "{interest: 2}") == "real"
    assert answer("hard-liner", "{field: police, purpose: principled, talks: yes}") == "real"
    assert answer("hard-liner", GOOD, "{interest: 0}") == "refuse"


def test_an_accommodator_in_mexico_city_answers_everything_in_earnest() -> None:
    assert answer("accommodator", GOOD) == "real"
    assert answer("accommodator", GOOD, "{interest: 0}") == "real"


@pytest.mark.parametrize(("level", "wanted"), [("real", "real"), ("token", "token"), ("refuse", "token")])
def test_history_answers_as_it_did_where_that_comes_to_what_the_rules_make_of_the_offer(
    level: str, wanted: str
) -> None:
    options = [
        f"{{id: {one}, answer: {one}{', historical: yes' * (one == level)}}}" for one in ("real", "token", "refuse")
    ]
    course = scenario(
        decision("offer", "washington", f"{{id: it, offer: {EMPTY}}}", "{id: wait, wait: yes}"),
        decision("answer", "mexico-city", *options),
    )
    assert taken("history", course, at(course, "it")) == wanted


# --- Mexico City opens ---------------------------------------------------------------------------------------

WAIT, SAID = "{id: wait, wait: yes}", "{id: said, historical: yes, objection: police}"
WORK = "{id: work, historical: yes, offer: {field: police, talks: yes}}"
RULE = "{id: rule, offer: {field: police, purpose: principled, talks: yes, signs: notice}}"


def test_mexico_city_offers_a_rule_where_a_wound_is_open() -> None:
    for disposition in ("due", "hard-liner"):
        assert taken(disposition, opening("mexico-city", WORK, WAIT, RULE), soil=1) == "rule"


def test_without_a_wound_due_waits_rather_than_offer() -> None:
    assert taken("due", opening("mexico-city", WORK, RULE, WAIT)) == "wait"


def test_where_it_cannot_wait_due_takes_the_historical_option() -> None:
    assert taken("due", opening("mexico-city", RULE, WORK)) == "work"


def test_a_hard_liner_in_mexico_city_objects_before_anything_else() -> None:
    course = opening("mexico-city", WAIT, RULE, "{id: object, objection: police}")
    assert taken("hard-liner", course, soil=1) == "object"


def test_a_hard_liner_in_mexico_city_asks_for_rules_even_without_a_wound() -> None:
    assert taken("hard-liner", opening("mexico-city", WORK, WAIT, RULE)) == "rule"


def test_an_accommodator_in_mexico_city_offers_first_and_what_is_received_best() -> None:
    course = opening("mexico-city", WAIT, RULE, "{id: work, offer: {field: police, talks: yes}}")
    assert taken("accommodator", course) == "work"


@pytest.mark.parametrize("disposition", EVERY)
def test_an_opening_without_offers_is_played_as_history_played_it(disposition: str) -> None:
    tell = "{id: turn, historical: yes, turn: {police: 2}, cite: ours}"
    assert taken(disposition, opening("mexico-city", WAIT, tell)) == "turn"


@pytest.mark.parametrize("disposition", EVERY)
def test_an_opening_that_history_does_not_know_is_waited_out(disposition: str) -> None:
    assert taken(disposition, opening("washington", "{id: tell, tell: police}", WAIT)) == "wait"
    assert taken(disposition, opening("washington", "{id: tell, tell: police}", "{id: share, turn: police}")) == "tell"


# --- Washington opens ----------------------------------------------------------------------------------------

SMALL = "{id: small, act: {field: police, yields: 1}}"
LARGE = "{id: large, act: {field: police, soil: yes, yields: 2}}"
JOINT = "{id: joint, offer: {field: police, talks: yes}}"
HOLLOW = "{id: hollow, offer: {field: police}}"


def test_washington_as_due_offers_a_rule_where_a_wound_is_open_however_frustrated() -> None:
    assert taken("due", opening("washington", LARGE, JOINT, RULE, frustration=5), soil=1) == "rule"


def test_washington_as_due_acts_alone_from_frustration_4_on_and_takes_what_yields_most() -> None:
    assert taken("due", opening("washington", JOINT, SMALL, LARGE, frustration=4)) == "large"
    assert taken("due", opening("washington", SMALL, JOINT, LARGE, frustration=3)) == "joint"


def test_washington_as_due_makes_the_unbinding_offer_that_is_received_best() -> None:
    assert taken("due", opening("washington", RULE, HOLLOW, JOINT)) == "joint"


def test_between_equals_the_offer_that_stands_first_is_made() -> None:
    other = JOINT.replace("id: joint", "id: other")
    for disposition in ("due", "accommodator"):
        assert taken(disposition, opening("washington", JOINT, other)) == "joint"
        assert taken(disposition, opening("washington", other, JOINT)) == "other"


def test_a_hard_liner_in_washington_acts_alone_while_there_is_any_frustration() -> None:
    assert taken("hard-liner", opening("washington", JOINT, SMALL, LARGE, frustration=1)) == "large"
    assert taken("hard-liner", opening("washington", RULE, SMALL, LARGE, frustration=1), soil=1) == "large"
    assert taken("hard-liner", opening("washington", SMALL, JOINT, frustration=0)) == "joint"


def test_an_accommodator_in_washington_works_jointly_however_frustrated() -> None:
    assert taken("accommodator", opening("washington", LARGE, HOLLOW, JOINT, frustration=5)) == "joint"


def test_history_does_what_was_really_done() -> None:
    course = opening("washington", LARGE, JOINT, "{id: done, historical: yes, wait: yes}", frustration=5)
    assert taken("history", course, soil=1) == "done"


# --- Washington follows up -----------------------------------------------------------------------------------

FOLLOW_UPS = decision(
    "follow",
    "washington",
    "{id: stand, follow: stand}",
    "{id: settle, follow: settle}",
    "{id: drop, follow: drop}",
    "{id: goes, follow: someone-goes}",
)


def follow_up(disposition: str, marks: str, answer: str) -> str:
    course = scenario(act(marks), REPLIES, FOLLOW_UPS)
    return taken(disposition, course, at(course, "act", answer))


def test_washington_as_due_follows_up_as_is_expected() -> None:
    assert follow_up("due", BACKLASH_DUE, "backlash") == "settle"
    assert follow_up("due", BACKLASH_DUE, "protest") == "stand"
    assert follow_up("due", "{field: police, soil: yes, needs: no}", "rupture") == "stand"
    assert follow_up("due", "{field: police, soil: yes, mooted: yes}", "protest") == "drop"


def test_a_hard_liner_in_washington_settles_only_at_a_rupture() -> None:
    assert follow_up("hard-liner", BACKLASH_DUE, "protest") == "stand"
    assert follow_up("hard-liner", BACKLASH_DUE, "backlash") == "stand"
    assert follow_up("hard-liner", BACKLASH_DUE, "rupture") == "settle"


def test_an_accommodator_in_washington_settles_at_a_protest() -> None:
    assert follow_up("accommodator", PROTEST_DUE, "protest") == "settle"


def test_after_an_incident_due_lets_somebody_go() -> None:
    incident = "  - {id: cables, event: incident, round: 1, marks: {field: police, face: yes}}\n"
    course = scenario(incident, REPLIES, FOLLOW_UPS)
    assert taken("due", course, at(course, "protest")) == "goes"


# --- every disposition, everywhere ---------------------------------------------------------------------------


@pytest.mark.parametrize("name", shelf.IDS)
@pytest.mark.parametrize("disposition", EVERY)
def test_a_disposition_takes_only_what_can_be_chosen(name: str, disposition: str) -> None:
    course = shelf.course(name)
    for node in shelf.graph(name).nodes[::3]:
        if node.by in CAPITALS:
            assert choose(disposition, course, node.position) in course.choices(node.position)


@pytest.mark.parametrize("name", shelf.IDS)
@pytest.mark.parametrize("role", CAPITALS)
def test_against_history_whoever_does_what_was_done_plays_the_historical_path(name: str, role: str) -> None:
    course = shelf.course(name)
    chooser = Disposition("history")
    game = Game(course, role).run_on(chooser)
    while not game.over:
        option = next((o.id for o in game.options if o.historical), game.options[0].id)
        game = game.choose(option).run_on(chooser)
    done = historical(course.scenario)
    assert choices(game)
    assert {(decision, option) for decision, option in choices(game) if (decision, option) not in done} == set()


def historical(scenario: Scenario) -> set[tuple[str, str]]:
    return {(d.id, o.id) for d in scenario.decisions for o in d.options if o.historical}


# --- drawn ---------------------------------------------------------------------------------------------------


def test_a_drawn_opponent_is_drawn_from_the_seed_alone() -> None:
    for seed in range(20):
        games = [Game(shelf.course(name), role, DRAWN, seed) for name in shelf.IDS for role in CAPITALS]
        assert len({game.disposition for game in games}) == 1


def test_every_disposition_can_be_drawn_and_nothing_else() -> None:
    drawn = {Game(shelf.course(shelf.IDS[0]), "washington", DRAWN, seed).disposition for seed in range(100)}
    assert drawn == set(CAN_BE_DRAWN) == set(EVERY)


def test_a_drawn_opponent_plays_as_the_disposition_that_it_is() -> None:
    for seed in range(8):
        game = played(shelf.course("merida-2007"), seed, "mexico-city", DRAWN)
        named = Game(game.course, "mexico-city", game.disposition, seed).run_on(Disposition(game.disposition))
        for turn in game.own_turns():
            assert isinstance(turn.chose, Chose)
            named = named.choose(turn.chose.option, reason=turn.chose.reason).run_on(Disposition(game.disposition))
        assert named.log == game.log


def test_what_is_drawn_is_not_what_the_game_says_it_is_against() -> None:
    game = Game(shelf.course("merida-2007"), "mexico-city", DRAWN, 3)
    assert game.opponent == DRAWN
    assert isinstance(Opponents().of(game), Disposition)

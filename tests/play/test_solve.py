"""Exact play: what the solver finds on merged states is what plain recursion finds on every position."""

from functools import cache, partial

import pytest
from play import shipped as shelf
from play.made import as_table, course_of, read
from play.plainly import Plain
from second_reading import made_for_both
from second_reading.drawn import Drawer

from game.play.course import Course
from game.play.game import Game
from game.play.graph import Graph, worth
from game.play.memory import Memory
from game.play.position import Position
from game.play.solve import BEST, DISPOSITIONS, Solved, Strategist, TooLarge, Values, solution
from game.rules.words import CAPITALS
from game.scenario.model import Common, Decision, Person
from game.theories.load import shipped

COMMON = Common(people={"somebody": Person("somebody", "Somebody")})
MADE = (made_for_both.SECRETS, made_for_both.VERDICTS, made_for_both.RUPTURES)
AGAINST = (*DISPOSITIONS, BEST)
each_pair = pytest.mark.parametrize("against", AGAINST)
each_capital = pytest.mark.parametrize("capital", CAPITALS)


@cache
def plain(name: str) -> Plain:
    return Plain.of(shelf.course(name))


@cache
def drawn(seed: int) -> Course:
    return Course.of(read(Drawer(seed).scenario(), COMMON), shipped())


class Places:
    """Which node of a graph stands for a position."""

    def __init__(self, graph: Graph) -> None:
        self.graph, self.memory = graph, Memory(graph.course)
        self.numbers = {node.position: at for at, node in enumerate(graph.nodes)}

    def of(self, position: Position) -> int:
        home = position.home._replace(results=0, yields=0)
        return self.numbers[self.memory.merged(position)._replace(home=home)]


def rest(values: Values, at: int, position: Position) -> float:
    """What a position is worth to the end: what its node is worth, and what has been counted on the way to it."""
    return values.worth[at] + values.weights[0] * position.home.results + values.weights[1] * position.home.yields


# --- against plain recursion ---------------------------------------------------------------------------------


@each_capital
@each_pair
def test_in_every_position_of_merida_the_solver_finds_what_plain_recursion_finds(capital: str, against: str) -> None:
    places = Places(shelf.graph("merida-2007"))
    values = shelf.solved("merida-2007").values[capital, against]
    found = plain("merida-2007").best(capital, against)
    assert against == BEST or {places.of(position) for position in found} == set(values.met)
    assert all(
        rest(values, places.of(position), position) == pytest.approx(worths[capital])
        for position, worths in found.items()
    )


@pytest.mark.parametrize("seed", range(30))
def test_in_every_position_of_a_drawn_scenario_the_solver_finds_what_plain_recursion_finds(seed: int) -> None:
    course = drawn(seed)
    graph, by_hand = Graph.of(course), Plain.of(course)
    solved, places = Solved.of(graph), Places(graph)
    for capital in CAPITALS:
        for against in (*DISPOSITIONS, BEST):
            values, found = solved.values[capital, against], by_hand.best(capital, against)
            assert against == BEST or {places.of(position) for position in found} == set(values.met)
            for position, worths in found.items():
                assert rest(values, places.of(position), position) == pytest.approx(worths[capital])


# --- merging -------------------------------------------------------------------------------------------------


def merging_is_faithful(course: Course) -> None:
    """Equal points have the same choices, lead to equal points, add the same on the way and end alike."""
    graph, by_hand = Graph.of(course), Plain.of(course)
    places = Places(graph)
    for position, steps in by_hand.steps.items():
        node = graph.nodes[places.of(position)]
        assert [step.option for step in steps] == [edge.option for edge in node.edges]
        for step, edge in zip(steps, node.edges, strict=True):
            assert places.of(step.to) == edge.to
            assert step.to.home.results - position.home.results == edge.results
            assert step.to.home.yields - position.home.yields == edge.yields
        if not steps:
            counted_apart = position.state._replace(home=position.home._replace(results=0, yields=0))
            assert node.ends == tuple(worth(course, counted_apart, capital) for capital in CAPITALS)
    assert graph.paths() == by_hand.games()
    assert len(graph.nodes) <= len(by_hand.steps)


def test_merging_changes_nothing_in_merida() -> None:
    merging_is_faithful(shelf.course("merida-2007"))


@pytest.mark.parametrize("text", MADE, ids=["secrets", "verdicts", "ruptures"])
def test_merging_changes_nothing_in_a_scenario_with_every_kind_of_move(text: str) -> None:
    merging_is_faithful(Course.of(read(as_table(text), COMMON), shipped()))


@pytest.mark.parametrize("seed", range(90))
def test_merging_changes_nothing_in_a_drawn_scenario(seed: int) -> None:
    merging_is_faithful(drawn(seed))


TOLD_LONG_AGO = """
agreements: {rule: {binds: [abduction], ends: administration}}
play:
  - decision: word
    round: 1
    by: washington
    options: [{id: tell, tell: police}, {id: hint, wait: yes}]
  - decision: act
    round: 1
    by: washington
    options: [{id: act, act: {field: police, rank: yes, face: yes, purpose: principled}}]
  - decision: reply
    round: 1
    by: mexico-city
    options: [{id: protest, reply: {level: protest}}]
"""


def test_what_was_told_is_remembered_until_the_act_is_answered() -> None:
    graph = Graph.of(course_of(TOLD_LONG_AGO))
    ends = {node.position.ground.fields[0].coordination for node in graph.nodes if not node.edges}
    assert ends == {0, 1}


# --- chance --------------------------------------------------------------------------------------------------

LEAKY = """
play:
  - decision: offer
    round: 1
    by: washington
    options:
      - {id: joint, offer: {field: police, talks: yes, gives: 1}}
      - {id: wait, wait: yes}
  - {id: leak, event: leak, round: 1, odds: 1 in 4}
"""


def test_chance_counts_by_its_mean() -> None:
    course = course_of(LEAKY)
    solved = Solved.of(Graph.of(course))
    quiet = 2 * 1 + 10 + 2 * 1 - 1  # a result, ten free classes, weakest condition 1, frustration 1
    leaked = 0 + 10 + 2 * 1 - 3
    assert solved.values["washington", "due"].worth[0] == pytest.approx((leaked + 3 * quiet) / 4)
    assert solved.values["washington", BEST].worth[0] == pytest.approx((leaked + 3 * quiet) / 4)


def test_a_leak_is_the_first_way_on_from_chance_and_carries_the_odds() -> None:
    graph = Graph.of(course_of(LEAKY))
    (chance,) = (node for node in graph.nodes if node.by == "chance")
    assert chance.odds == (1, 4)
    assert [edge.results for edge in chance.edges] == [-1, 0]


# --- the smallest graphs -------------------------------------------------------------------------------------


def graph_of(play: str) -> Graph:
    return Graph.of(course_of(f"play:\n{play}"))


ONE = "  - {decision: one, round: 1, by: washington, options: [{id: wait, wait: yes}]}\n"
TWO = "  - {decision: two, round: 1, by: mexico-city, options: [{id: a, wait: yes}, {id: b, objection: police}]}\n"
NOTHING = "  - {id: rain, event: trouble, round: 1, cause: rain}\n"


@pytest.mark.parametrize(
    ("play", "states", "ends", "games"),
    [(NOTHING, 1, 1, 1), (ONE, 2, 1, 1), (TWO, 3, 2, 2), (ONE + TWO, 4, 2, 2), (TWO + ONE, 5, 2, 2)],
)
def test_the_smallest_scenarios_have_the_states_that_one_counts_by_hand(
    play: str, states: int, ends: int, games: int
) -> None:
    graph = graph_of(play)
    assert len(graph.nodes) == states
    assert sum(not node.edges for node in graph.nodes) == ends
    assert graph.paths() == games


def test_a_scenario_without_a_choice_is_worth_what_its_end_is_worth() -> None:
    solved = Solved.of(graph_of(NOTHING))
    assert solved.values["washington", BEST].worth == [10 + 2 - 3]


def test_two_ways_to_one_state_are_one_state() -> None:
    twice = TWO.replace("{id: b, objection: police}", "{id: b, wait: yes}")
    assert len(graph_of(twice).nodes) == 2
    assert graph_of(twice).paths() == 2


def test_between_equals_the_option_that_stands_first_is_taken() -> None:
    twice = TWO.replace("{id: b, objection: police}", "{id: b, wait: yes}")
    assert Solved.of(graph_of(twice)).values["mexico-city", BEST].best[0] == 0


ASKED_LATE = """
  - {decision: first, round: 1, by: washington, options: [{id: a, wait: yes}, {id: b, wait: yes}]}
  - {decision: then, round: 1, by: washington, options: [{id: wait, wait: yes}]}
  - {decision: next, round: 1, by: washington, options: [{id: wait, wait: yes}]}
  - {decision: late, round: 1, by: washington, if: {chosen: first.a}, options: [{id: wait, wait: yes}]}
"""


def test_a_step_is_one_for_all_that_was_chosen_before_until_something_asks_for_it() -> None:
    graph = graph_of(ASKED_LATE)
    ways = {
        item: [graph.ways.step(node.point, 0)[0] for node in graph.nodes if node.position.at == item] for item in (1, 2)
    }
    assert [len(set(ways[1])), len(ways[1])] == [1, 2]
    assert [len(set(ways[2])), len(ways[2])] == [2, 2]


@pytest.mark.parametrize("name", shelf.IDS)
def test_every_step_leads_forward(name: str) -> None:
    graph = shelf.graph(name)
    assert all(edge.to > at for at, node in enumerate(graph.nodes) for edge in node.edges)


@pytest.mark.parametrize("name", shelf.IDS)
def test_every_state_of_the_graph_can_be_reached(name: str) -> None:
    graph = shelf.graph(name)
    assert {0} | {edge.to for node in graph.nodes for edge in node.edges} == set(range(len(graph.nodes)))


def test_a_graph_that_is_cut_says_so() -> None:
    assert not Graph.of(shelf.course("merida-2007"), cap=50).whole
    assert shelf.graph("merida-2007").whole


def test_a_graph_that_is_cut_is_not_solved() -> None:
    graph = Graph.of(shelf.course("merida-2007"), cap=50)
    with pytest.raises(TooLarge, match="merida-2007 is too large to be solved exactly"):
        Solved.of(graph)


def test_a_strategist_says_that_a_case_is_too_large_for_it(monkeypatch: pytest.MonkeyPatch) -> None:
    course = shelf.course("merida-2007")
    monkeypatch.setattr(Graph, "of", partial(Graph.of, cap=50))
    position = Game(course, "both", "person", 1).run_on().position
    with pytest.raises(TooLarge):
        Strategist(course, "washington")(course, position)
    assert solution(course) is None


# --- with how many results -----------------------------------------------------------------------------------


def test_with_how_many_results_each_state_is_met_is_counted_exactly() -> None:
    graph, places = shelf.graph("merida-2007"), Places(shelf.graph("merida-2007"))
    met = [0] * len(graph.nodes)
    for position in plain("merida-2007").steps:
        met[places.of(position)] |= 1 << position.home.results
    assert list(graph.counts()) == list(enumerate(met))


# --- the strategist ------------------------------------------------------------------------------------------


@each_capital
def test_a_strategist_gets_against_a_strategist_what_both_at_their_best_are_worth(capital: str) -> None:
    course = Course.of(read(as_table(made_for_both.RUPTURES), COMMON), shipped())
    solved = Solved.of(Graph.of(course))
    players = {side: Strategist(course, side, solved) for side in CAPITALS}
    expected = solved.values[capital, BEST].worth[0]
    assert _mean_of_games(course, players, course.start(), capital) == pytest.approx(expected)


def _mean_of_games(course: Course, players: dict[str, Strategist], position: Position, capital: str) -> float:
    """What a game between players is worth from here, over all that chance can say."""
    item = course.waiting(position)
    if item is None:
        return worth(course, position.state, capital)
    if isinstance(item, Decision):
        taken = players[item.by](course, position)
        return _mean_of_games(course, players, course.follow(position, taken), capital)
    n, m = item.odds or (0, 1)
    leaked, quiet = (
        _mean_of_games(course, players, course.chance(position, leaks), capital) for leaks in (True, False)
    )
    return (n * leaked + (m - n) * quiet) / m


@pytest.mark.parametrize("name", shelf.IDS)
@each_capital
def test_a_strategist_plays_the_best_option_wherever_it_comes(name: str, capital: str) -> None:
    course, solved = shelf.course(name), shelf.solved(name)
    strategist, places = Strategist(course, capital, solved), Places(solved.graph)
    values = solved.values[capital, BEST]
    game = Game(course, "both", "person", 5).run_on()
    while isinstance(item := game.waiting, Decision):
        position = game.position
        if item.by == capital:
            taken = strategist(course, position)
            node = solved.graph.nodes[places.of(position)]
            worths = {edge.option: values.edge_worth(edge) for edge in node.edges}
            assert worths[taken] == max(worths.values())
        game = game.choose(game.options[-1].id).run_on()


@pytest.mark.parametrize("seed", range(15))
def test_a_strategist_knows_every_position_it_can_come_to(seed: int) -> None:
    course = drawn(seed)
    solved = Solved.of(Graph.of(course))
    players = {side: Strategist(course, side, solved) for side in CAPITALS}
    for position in Plain.of(course).steps:
        item = course.waiting(position)
        if isinstance(item, Decision):
            assert players[item.by](course, position) in course.choices(position)

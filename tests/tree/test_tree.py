"""What all games of a scenario hold: each finding on a scenario that deserves it, and none on one that does not."""

from functools import cache

import pytest
from play import shipped as shelf
from play.made import course_of

from game.play.course import Course
from game.play.graph import Graph
from game.play.happened import Log
from game.play.position import Position
from game.play.walk import ending_of
from game.printing import text
from game.rules.words import ENDINGS
from game.scenario.model import Decision
from game.tree import chart_svg
from game.tree.chart import Chart
from game.tree.missing import Never, never, rare, unwritten
from game.tree.plain import as_plain
from game.tree.report import Report
from game.tree.told import tree_document
from game.tree.trails import KEPT, LEAKED, Path, Stop
from game.tree.tree import Met, Tree


@cache
def tree_of(play: str, start: str = "", cap: int = 250_000) -> Tree:
    head = f"start:\n{start}\n" if start else ""
    return Tree.of(Graph.of(course_of(f"{head}play:{play}"), cap))


@cache
def shipped_tree(name: str) -> Tree:
    return Tree.of(shelf.graph(name))


def found(play: str, start: str = "") -> dict[tuple[str, str], Never]:
    """What is never met, endings apart."""
    return {(one.what, one.where): one for one in never(tree_of(play, start)) if one.what != "ending"}


def ids(path: Path) -> list[str]:
    return [f"{stop.at}.{stop.option}" for stop in path]


def after(course: Course, path: Path) -> Position:
    """Where a path leads when it is played, with nothing merged."""
    position = course.start()
    for stop in path:
        waits = course.waiting(position)
        assert waits is not None
        assert waits.id == stop.at
        if isinstance(waits, Decision):
            option = waits.option(stop.option)
            assert option is not None
            position = course.choose(position, option)
        else:
            position = course.chance(position, stop.option == LEAKED)
    return position


WORK = """
  - decision: work
    round: 1
    by: washington
    options:
      - {id: joint, historical: yes, offer: {field: police, talks: yes, gives: 1}, outcome: {cooperation: They agree.}}
      - {id: alone, act: {field: police, soil: yes, yields: 1}, outcome: {protest: They protest., backlash: They shut.}}
      - {id: wait, wait: yes}
"""
REPLY = """
  - decision: reply
    round: 1
    by: mexico-city
    options:
      - {id: words, historical: yes, reply: {level: protest}}
      - {id: shut, reply: {level: backlash, lever: withhold}}
"""


# --- what is never chosen or met -----------------------------------------------------------------------------


def test_where_everything_can_come_nothing_is_found() -> None:
    assert not found(WORK + REPLY)


NEVER_CHOSEN = (
    WORK
    + REPLY
    + """
  - decision: next
    round: 2
    by: washington
    options:
      - {id: more, if: {police.institution: at least 2, chosen: work.joint}, wait: yes}
      - {id: less, historical: yes, wait: yes}
"""
)


def test_an_option_that_can_never_be_chosen_is_found_with_the_part_that_fails() -> None:
    one = found(NEVER_CHOSEN)["option", "next.more"]
    assert one.miss is not None
    assert one.miss.holds == ("chosen: work.joint",)
    assert list(one.miss.fails) == [("police.institution: at least 2", "it is 1")]
    assert ids(one.miss.path) == ["work.joint"]


def test_the_closest_miss_is_the_state_in_which_the_fewest_parts_fail() -> None:
    play = NEVER_CHOSEN.replace("chosen: work.joint", "grievance: police.soil, chosen: work.alone")
    miss = found(play)["option", "next.more"].miss
    assert miss is not None
    assert miss.holds == ("grievance: police.soil", "chosen: work.alone")
    assert ids(miss.path) == ["work.alone", "reply.words"]


def test_of_two_states_in_which_as_many_parts_fail_the_one_that_lacks_least_is_closest() -> None:
    play = NEVER_CHOSEN.replace("at least 2, chosen: work.joint", "at least 2, police.interest: at least 2")
    miss = found(play, "  fields: {police: {institution: 1, interest: 0}}")["option", "next.more"].miss
    assert miss is not None
    assert [failing.found for failing in miss.fails] == ["it is 1", "it is 0"]


def test_an_option_that_its_move_forbids_is_found_too() -> None:
    play = WORK + REPLY + (
        "  - {decision: goes, round: 1, by: washington, options: "
        "[{id: head, follow: someone-goes}, {id: stand, historical: yes, follow: stand}]}\n"
    )  # fmt: skip
    miss = found(play)["option", "goes.head"].miss
    assert miss is not None
    assert miss.fails[0].words == "the reply was to an incident"


def test_a_decision_that_never_comes_up_is_found_with_the_closest_miss_and_its_options_are_not() -> None:
    play = WORK + REPLY + (
        "  - {decision: later, round: 2, by: washington, if: {reception of work: at least rupture}, options: "
        "[{id: one, historical: yes, wait: yes}, {id: two, tell: police}]}\n"
    )  # fmt: skip
    assert list(found(play)) == [("decision", "later")]
    miss = found(play)["decision", "later"].miss
    assert miss is not None
    assert miss.fails == (("reception of work: at least rupture", "nothing was received there"),)


def test_how_things_really_stood_is_said_although_equal_states_were_merged() -> None:
    play = WORK.replace(
        "      - {id: joint", "      - {id: never, wait: yes, if: {frustration: at least 5}}\n      - {id: joint"
    )
    play += "  - {id: strike, event: trouble, round: 1, cause: a strike, if: {chosen: work.never}}\n"
    miss = found(play)["event", "strike"].miss
    assert miss is not None
    assert miss.fails == (("chosen: work.never", "it was joint"),)


def test_a_reply_to_nothing_is_missed_for_want_of_an_act() -> None:
    play = WORK.replace("soil: yes, yields: 1", "yields: 1").replace("protest: They protest., backlash: They shut.", "")
    play = play.replace(", outcome: {}", "")
    miss = found(play + REPLY)["decision", "reply"].miss
    assert miss is not None
    assert miss.fails[0].words == "an act alone or an incident waits for its reply"


def test_an_offer_on_the_table_is_no_verdict_that_a_reply_could_deliver_on() -> None:
    replies = REPLY.replace("level: protest", "level: protest, manner: performance")
    replies = replies.replace("level: backlash, lever: withhold", "level: toleration, manner: compliance")
    miss = found(WORK + replies)["decision", "reply"].miss
    assert miss is not None
    assert [failing.words for failing in miss.fails] == ["one of its options is open"]


def test_an_event_that_never_happens_is_found_with_the_state_in_which_it_was_passed_over() -> None:
    # After the reply harm is open and coordination is 0: only the standing fails, and the reply is on the path.
    play = WORK + REPLY + (
        "  - {id: strike, event: trouble, round: 1, cause: a strike, "
        "if: {police.coordination: at most 0, grievance: police.soil, standing: at most 0}}\n"
    )  # fmt: skip
    one = found(play)["event", "strike"]
    assert one.miss is not None
    assert one.miss.holds == ("police.coordination: at most 0", "grievance: police.soil")
    assert [failing.found for failing in one.miss.fails] == ["it is 2"]
    assert ids(one.miss.path) == ["work.alone", "reply.words"]


def test_an_event_before_the_first_decision_is_looked_at_too() -> None:
    never_comes = "\n  - {id: early, event: trouble, round: 1, cause: a strike, if: {police.interest: at least 2}}"
    comes = never_comes.replace("at least 2", "at least 1")
    assert ("event", "early") in found(never_comes + WORK)
    assert ("event", "early") not in found(comes + WORK)


def test_a_leak_that_nothing_exposes_never_happens() -> None:
    principled = WORK.replace("offer: {field", "offer: {purpose: principled, field")  # agreed to, and no result
    miss = found(principled + "  - {id: out, event: leak, round: 1, odds: 1 in 3}\n")["event", "out"].miss
    assert miss is not None
    assert miss.fails == (("a result has just been reached, and no body shelters it", "no result came just before"),)


def test_an_offer_that_is_left_to_the_rules_is_a_result_that_can_leak() -> None:
    play = WORK + "  - {id: out, event: leak, round: 1, odds: 1 in 3, if: {chosen: work.wait}}\n"
    miss = found(play)["event", "out"].miss
    assert miss is not None
    assert miss.holds == ("a result has just been reached, and no body shelters it",)
    assert miss.fails == (("chosen: work.wait", "it was joint"),)


def test_a_leak_of_what_a_body_shelters_never_happens_and_the_report_says_why() -> None:
    play = WORK + "  - {id: out, event: leak, round: 1, odds: 1 in 3}\n"
    office = "  ledger: [office]\nagreements:\n  office: {body: yes}"
    assert ("event", "out") not in found(play)
    miss = found(play, office)["event", "out"].miss
    assert miss is not None
    assert [failing.found for failing in miss.fails] == ["a body shelters it"]


def test_a_leak_that_comes_too_late_names_the_event_between() -> None:
    play = """
  - decision: work
    round: 1
    by: washington
    options: [{id: joint, historical: yes, offer: {field: police, talks: yes, builds: 1, gives: 1}}]
  - decision: answer
    round: 1
    by: mexico-city
    options: [{id: real, historical: yes, answer: real}]
  - {id: price, event: trouble, round: 1, cause: the press}
  - {id: names, event: leak, round: 1, odds: 1 in 2}
"""
    price = "  - {id: price, event: trouble, round: 1, cause: the press}\n"
    assert found(play)["event", "names"].sentence == "never happens: price comes between it and the answer"
    assert ("event", "names") not in found(play.replace(price, ""))


def test_a_discovery_of_what_was_never_secret_never_happens() -> None:
    play = WORK + "  - {id: found, event: discovery, round: 2, of: work}\n"
    assert ("event", "found") in found(play)
    assert ("event", "found") not in found(play.replace("soil: yes, yields", "visibility: secret, soil: yes, yields"))


# --- prose ---------------------------------------------------------------------------------------------------


def test_a_text_for_a_reception_that_never_comes_is_never_shown() -> None:
    play = WORK.replace("{cooperation: They agree.}", "{cooperation: They agree., refused: They refuse.}")
    one = found(play + REPLY)["prose", "work.joint refused"]
    assert one.sentence == "what it does is received with cooperation"


def test_a_text_that_comes_by_a_reply_of_the_rules_is_shown() -> None:
    assert ("prose", "work.alone protest") in found(WORK)  # nobody replies, and a backlash is due
    assert ("prose", "work.alone backlash") not in found(WORK)
    assert ("prose", "work.alone protest") not in found(WORK + REPLY)


def test_the_text_of_a_reply_is_its_own() -> None:
    play = REPLY.replace("level: protest}", "level: protest}, outcome: {protest: A word., backlash: No word.}")
    assert [where for what, where in found(WORK + play) if what == "prose"] == ["reply.words backlash"]


def test_a_reception_without_a_text_is_noted() -> None:
    assert not unwritten(tree_of(WORK + REPLY))
    without = WORK.replace("protest: They protest., ", "")
    assert unwritten(tree_of(without + REPLY)) == [("work.alone", ("protest",))]


# --- endings, and what is rare -------------------------------------------------------------------------------


def test_an_ending_that_no_game_comes_to_is_never_reached() -> None:
    endings = {one.where for one in never(tree_of(WORK + REPLY)) if one.what == "ending"}
    assert endings == set(ENDINGS) - {"open quarrel", "unbound relation", "token peace"}


def test_what_fewer_than_one_game_in_a_hundred_meets_is_rare_and_has_a_path() -> None:
    chain = "".join(
        f"  - {{decision: d{n}, round: 1, by: washington, options: "
        "[{id: a, wait: yes}, {id: b, tell: police}, {id: c, wait: yes}]}\n"
        for n in range(5)
    )
    chosen = ", ".join(f"{{chosen: d{n}.a}}" for n in range(5))
    whole = f"{{not: {{any: [{chosen.replace('chosen', 'not: {chosen').replace('}', '}}')}]}}}}"
    play = f"\n{chain}  - {{id: strike, event: trouble, round: 1, cause: a strike, if: {whole}}}\n"
    (strike,) = [one for one in rare(tree_of(play)) if one.what == "event"]
    assert strike.chance == pytest.approx(3**-5)
    assert ids(strike.path) == ["d0.a", "d1.a", "d2.a", "d3.a", "d4.a"]


# --- the whole tree ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", shelf.IDS)
def test_every_path_can_be_played_and_comes_to_what_it_says(name: str) -> None:
    tree, course = shipped_tree(name), shelf.course(name)
    for ending, met in tree.endings.items():
        assert ending_of(course, after(course, tree.path(met))) == ending
    for one, met in tree.decisions.items():
        waits = course.waiting(after(course, tree.path(met)))
        assert waits is not None
        assert waits.id == one


@pytest.mark.parametrize("name", shelf.IDS)
def test_no_path_to_a_decision_is_longer_than_need_be(name: str) -> None:
    tree, fewest = shipped_tree(name), {0: 0}
    for at, node in enumerate(tree.graph.nodes):
        for edge in node.edges:
            fewest[edge.to] = min(fewest.get(edge.to, 99), fewest[at] + 1)
    assert [fewest[at] for at in range(len(tree.graph.nodes))] == tree.trails.steps


@pytest.mark.parametrize("name", shelf.IDS)
def test_all_endings_together_are_every_game(name: str) -> None:
    assert sum(met.chance for met in shipped_tree(name).endings.values()) == pytest.approx(1)


@pytest.mark.parametrize("name", shelf.IDS)
def test_steps_told_apart_bring_what_all_steps_bring(name: str) -> None:
    """Every edge played on its own, meters and all, meets the same events as often."""
    tree, course = shipped_tree(name), shelf.course(name)
    events: dict[str, float] = {}
    for at, node in enumerate(tree.graph.nodes):
        for edge in node.edges:
            log: Log = []
            if node.by == "chance":
                course.chance(node.position, edge.option == -1, log)
                n, m = node.odds
                likely = n / m if edge.option == -1 else 1 - n / m
            else:
                course.follow(node.position, edge.option, log)
                likely = 1 / len(node.edges)
            for item in {one.item for one in log if one.by == "nobody" and not one.by_rules}:
                events[item] = events.get(item, 0) + tree.trails.chance[at] * likely
    scenario = course.scenario
    happen = [i.id for i in scenario.play if not isinstance(i, Decision) and i.odds is None]
    assert {name: tree.events[name].chance for name in happen} == pytest.approx({name: events[name] for name in happen})


def test_what_lies_beyond_the_cut_is_not_called_exhaustive_and_best_play_is_not_guessed() -> None:
    report = Report.of(course_of(f"play:{NEVER_CHOSEN}"), cap=6)
    assert not report.tree.whole
    assert report.dilemma is None
    assert [w.sentence for w in report.warnings if w.test == "size"] == [
        "not exhaustive beyond 6 states: what is called never is only not met in these; best play was not worked out"
    ]


@pytest.mark.parametrize("cap", [1, 2, 6])
def test_a_tree_that_was_cut_is_still_told(cap: int) -> None:
    report = Report.of(course_of(f"play:{NEVER_CHOSEN}"), cap)
    said = text.render(tree_document(report))
    assert f"not exhaustive beyond {cap} states" in " ".join(said.split())
    assert not as_plain(report)["exhaustive"]
    assert chart_svg.drawing(Chart.of(report.tree))


def test_an_option_is_not_called_closed_because_the_cut_took_its_edge() -> None:
    assert not [one for one in never(tree_of(WORK + REPLY, cap=2)) if one.what == "option"]


def test_chance_has_words_of_its_own_on_a_path() -> None:
    play = WORK + "  - {id: out, event: leak, round: 1, odds: 1 in 3}\n"
    tree = tree_of(play)
    stops = [tree.trails.over(at, i)[-1] for at, n in enumerate(tree.graph.nodes) if n.by == "chance" for i in (0, 1)]
    assert stops == [Stop("out", "nobody", LEAKED), Stop("out", "nobody", KEPT)]


def test_the_nearer_of_two_places_is_kept_and_both_are_counted() -> None:
    met = Met(0.25, 3, 7)
    met.join(0.5, (2, 9, 1))
    assert met == Met(0.75, 2, 9, 1)

"""The tree drawn together: what each option leads to, as text that can be heard and as a picture to be printed."""

from functools import cache
from itertools import combinations, pairwise
from xml.etree import ElementTree

import pytest
from play import shipped as shelf
from play.made import course_of

from game.play.graph import Graph
from game.printing import text
from game.tree.chart import END, Chart, Choice, Place
from game.tree.chart_layout import WIDTH, layout
from game.tree.chart_routes import routes
from game.tree.chart_svg import COLOURS, drawing
from game.tree.chart_told import chart_document
from game.tree.tree import Tree

WORK = """
  - decision: work
    round: 1
    by: washington
    options:
      - {id: joint, offer: {field: police, talks: yes, gives: 1}}
      - {id: alone, historical: yes, act: {field: police, soil: yes, yields: 1}}
      - {id: wait, wait: yes}
  - decision: answer
    round: 1
    by: mexico-city
    options: [{id: real, answer: real}, {id: no, answer: refuse}]
  - {id: out, event: leak, round: 1, odds: 1 in 3}
  - decision: reply
    round: 1
    by: mexico-city
    options:
      - {id: words, reply: {level: protest}}
      - {id: shut, historical: yes, reply: {level: backlash, lever: withhold}}
  - decision: later
    round: 3
    by: washington
    options: [{id: one, historical: yes, wait: yes}, {id: two, if: {police.institution: at least 2}, wait: yes}]
"""


@cache
def chart_of(play: str) -> Chart:
    return Chart.of(Tree.of(Graph.of(course_of(f"play:{play}"))))


@cache
def shipped(name: str) -> Chart:
    return Chart.of(Tree.of(shelf.graph(name)))


def place(chart: Chart, name: str) -> Place:
    return next(place for place in chart.places if place.id == name)


def choice(chart: Chart, where: str) -> Choice:
    decision, _, option = where.partition(".")
    return next(choice for choice in place(chart, decision).choices if choice.id == option)


def told(chart: Chart) -> str:
    return text.render(chart_document(chart, 1))


# --- what it says --------------------------------------------------------------------------------------------


def test_decisions_and_chance_stand_in_the_order_of_the_play() -> None:
    assert [(p.id, p.by) for p in chart_of(WORK).places] == [
        ("work", "washington"),
        ("answer", "mexico-city"),
        ("out", "nobody"),
        ("reply", "mexico-city"),
        ("later", "washington"),
    ]


def test_while_the_other_capital_has_to_speak_a_lead_says_what_is_due() -> None:
    (lead,) = choice(chart_of(WORK), "work.alone").leads
    assert (lead.to, lead.words, lead.due) == ("reply", ("backlash",), True)


def test_a_reply_leads_on_with_the_reception_that_it_is() -> None:
    leads = [choice(chart_of(WORK), f"reply.{name}").leads for name in ("words", "shut")]
    assert [[(lead.to, lead.words, lead.due) for lead in one] for one in leads] == [
        [("later", ("protest",), False)],
        [("later", ("backlash",), False)],
    ]


def test_what_nobody_receives_leads_on_without_a_word() -> None:
    (lead,) = choice(chart_of(WORK), "work.wait").leads
    assert (lead.to, lead.words) == ("later", ())


def test_chance_leads_both_ways_and_the_last_decision_to_the_end() -> None:
    chart = chart_of(WORK)
    assert {c.id for c in place(chart, "out").choices} == {"leaks", "stays secret"}
    assert [lead.to for lead in choice(chart, "later.one").leads] == [END]


def test_an_option_that_can_never_be_chosen_leads_nowhere_and_says_so() -> None:
    assert choice(chart_of(WORK), "later.two").leads == ()
    assert "two (two): can never be chosen" in told(chart_of(WORK))
    assert "can never be chosen" in drawing(chart_of(WORK))


@pytest.mark.parametrize("name", shelf.IDS)
def test_the_leads_of_an_option_are_all_its_games(name: str) -> None:
    for decision in shipped(name).places:
        for one in decision.choices:
            assert sum(lead.share for lead in one.leads) == pytest.approx(1)


@pytest.mark.parametrize("name", shelf.IDS)
def test_history_is_one_path_from_the_start_to_the_end(name: str) -> None:
    chart = shipped(name)
    path = [(p.id, lead.to) for p in chart.places for c in p.choices for lead in c.leads if lead.historical]
    assert path[0][0] == chart.places[0].id
    assert all(to == following for (_, to), (following, _) in pairwise(path))
    assert path[-1][1] == END
    assert [p.id for p in chart.places if p.historical] == [at for at, _ in path]


@pytest.mark.parametrize("name", shelf.IDS)
def test_the_text_names_every_decision_and_option_and_stars_the_path_of_history(name: str) -> None:
    said = told(shipped(name))
    for decision in shelf.scenario(name).decisions:
        assert decision.id in said
        for option in decision.options:
            assert f"- {'★ ' if option.historical else ''}{option.id} (" in said


# --- how it is drawn -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", shelf.IDS)
def test_boxes_do_not_overlap_and_columns_are_rounds(name: str) -> None:
    laid = layout(shipped(name))
    for one, another in combinations(laid.boxes.values(), 2):
        beside = abs(one.corner.x - another.corner.x) >= WIDTH
        assert (
            beside or one.corner.y + one.height < another.corner.y or another.corner.y + another.height < one.corner.y
        )
    for box in laid.boxes.values():
        assert [c.round for c in laid.columns if c.x == box.corner.x] == [box.place.round]


@pytest.mark.parametrize("name", shelf.IDS)
def test_every_lead_has_an_edge_from_its_row_into_its_box_inside_the_drawing(name: str) -> None:
    laid = layout(shipped(name))
    drawn = routes(laid)
    assert len(drawn) == sum(len(c.leads) for p in shipped(name).places for c in p.choices)
    for route in drawn:
        assert route.corners[0] == route.port.at
        assert all(0 < corner.x < laid.size.x and 0 < corner.y < laid.size.y for corner in route.corners)
        target = laid.boxes.get(route.port.lead.to)
        assert route.corners[-1] in ((target.entry, target.side_entry) if target else (route.corners[-1],))


@pytest.mark.parametrize("name", shelf.IDS)
def test_no_two_edges_run_in_the_same_lane_at_the_same_height(name: str) -> None:
    lanes: dict[float, list[tuple[float, float]]] = {}
    for route in routes(layout(shipped(name))):
        span = sorted((route.corners[1].y, route.corners[2].y))
        lanes.setdefault(round(route.corners[1].x, 3), []).append((span[0], span[1]))
    for spans in lanes.values():
        assert all(before[1] < after[0] for before, after in pairwise(sorted(spans)))


@pytest.mark.parametrize("name", shelf.IDS)
def test_each_reception_stands_in_words_where_its_edge_begins(name: str) -> None:
    for box in layout(shipped(name)).boxes.values():
        for port in box.ports:
            words = [word for line in port.lines for word in line if word in COLOURS]
            assert tuple(words) == port.lead.words


@pytest.mark.parametrize("name", shelf.IDS)
def test_the_file_is_sound_and_loads_nothing(name: str) -> None:
    drawn = drawing(shipped(name))
    ElementTree.fromstring(drawn)  # noqa: S314 - our own
    assert "href" not in drawn
    assert "url(" not in drawn
    assert "<script" not in drawn


def test_the_words_of_a_case_are_words_in_the_drawing() -> None:
    hostile = WORK.replace("id: wait, wait", "id: wait, label: '</text><script>alert(1)</script>&', wait")
    drawn = drawing(chart_of(hostile))
    ElementTree.fromstring(drawn)  # noqa: S314 - our own
    assert "<script" not in drawn


def test_a_case_of_one_decision_can_be_drawn() -> None:
    ElementTree.fromstring(drawing(chart_of(WORK[: WORK.index("  - decision: answer")])))  # noqa: S314 - our own

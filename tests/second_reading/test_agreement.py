"""Two readings of the rules, made apart, agree: on the state, on what waits, on what can be chosen, on how it ends."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
import yaml
from play import shipped as shelf
from play.made import as_table, filled, read

from game.play.course import Course
from game.play.graph import Graph, worth
from game.play.happened import Happened
from game.play.position import Position
from game.play.walk import ending_of
from game.rules.state import as_plain
from game.rules.words import CAPITALS
from game.scenario.model import Common, Decision, Event, Person
from game.scenario.shelf import shipped_scenarios
from game.theories.load import shipped

from . import made_for_both
from . import rules as second
from .drawn import Drawer

MADE = {"secrets": made_for_both.SECRETS, "verdicts": made_for_both.VERDICTS, "ruptures": made_for_both.RUPTURES}
COMMON = Common(people={"somebody": Person("somebody", "Somebody")})


@dataclass
class Both:
    """One scenario in both readings, walked side by side on every merged state."""

    graph: Graph
    table: dict[str, Any]
    agreements: dict[str, Any]
    differences: list[str] = field(default_factory=list)
    records: list[str] = field(default_factory=list)

    def walk(self) -> None:
        """Walk the graph from its start, one game of each reading at each node."""
        course = self.graph.course
        waiting = {0: (course.start(), second.start(self.table, self.agreements))}
        for at, node in enumerate(self.graph.nodes):
            position, game = waiting.pop(at)
            self._compare(position, game)
            for edge in node.edges:
                if edge.to not in waiting:
                    waiting[edge.to] = self._step(position, game, edge.option)

    def _step(self, position: Position, game: second.Game, option: int) -> tuple[Position, second.Game]:
        course, log = self.graph.course, list[Happened]()
        item = course.waiting(position)
        if isinstance(item, Event):
            after, theirs = course.chance(position, option == -1, log), second.chance(game, option == -1)
        else:
            assert isinstance(item, Decision)
            after, theirs = course.follow(position, option, log), second.choose(game, item.options[option].id)
        self._compare_records(log, theirs.log)
        return after, theirs

    def _compare(self, position: Position, game: second.Game) -> None:
        course = self.graph.course
        ours = as_plain(position.state, course.setting)
        if ours != game.state():
            self.differences.append(f"{game.waiting}: {ours} / {game.state()}")
        if _waiting(course, position) != game.waiting:
            self.differences.append(f"{_waiting(course, position)} / {game.waiting}")

    def _compare_records(self, ours: list[Happened], theirs: list[dict[str, Any]]) -> None:
        """What each move of a step was due and how it was met, in order."""
        mine = [_as_told(h) for h in ours if h.kind in DEALINGS or h.flags]
        others = [_as_told_there(line) for line in theirs if line["did"] in (*DEALINGS, "incident") or line["flags"]]
        if mine != others:
            self.records.append(f"{mine} / {others}")


DEALINGS = ("act", "offer", "reply", "answer", "follow")


def _as_told(happened: Happened) -> tuple[object, ...]:
    return happened.kind, happened.due, happened.reception, happened.flags


def _as_told_there(line: dict[str, Any]) -> tuple[object, ...]:
    """A record of the second reading, which repeats an offer's due at its answer."""
    did = "act" if line["did"] == "incident" else line["did"]
    flags = line["flags"]
    return did, None if did == "answer" else line["due"], line["reception"], tuple(flags)


def _waiting(course: Course, position: Position) -> tuple[object, ...]:
    """What waits, as the second reading says it."""
    item, state = course.waiting(position), position.state
    if item is None:
        return "end", ending_of(course, position), {c: worth(course, state, c) for c in CAPITALS}
    if isinstance(item, Event):
        return "chance", item.id, item.odds
    return "decision", item.id, [option.id for option in course.options(position)]


def walked(graph: Graph, table: dict[str, Any], agreements: dict[str, Any]) -> Both:
    both = Both(graph, table, agreements)
    both.walk()
    return both


@pytest.fixture(scope="module")
def agreements() -> dict[str, Any]:
    path: Path = shipped_scenarios() / "common" / "agreements.yaml"
    found: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return found


@pytest.mark.parametrize("name", shelf.IDS)
def test_both_readings_agree_in_every_state_of_a_shipped_scenario(name: str, agreements: dict[str, Any]) -> None:
    table = yaml.safe_load(Path(shelf.scenario(name).path).read_text(encoding="utf-8"))
    both = walked(shelf.graph(name), table, agreements)
    assert both.differences[:3] == []
    assert both.records[:3] == []


@pytest.mark.parametrize("name", MADE)
def test_both_readings_agree_in_every_state_of_a_scenario_made_for_them(name: str) -> None:
    tree = as_table(MADE[name])
    graph = Graph.of(Course.of(read(tree, COMMON), shipped()))
    both = walked(graph, filled(tree), {})
    assert both.differences[:3] == []
    assert both.records[:3] == []


@pytest.mark.parametrize("seed", range(90))
def test_both_readings_agree_in_every_state_of_a_scenario_drawn_at_random(seed: int) -> None:
    tree = Drawer(seed).scenario()
    both = walked(Graph.of(Course.of(read(tree, COMMON), shipped())), filled(tree), {})
    assert both.differences[:3] == []
    assert both.records[:3] == []


def test_the_scenarios_made_for_both_have_every_kind_of_move_and_event_and_flag() -> None:
    flags, kinds = set[str](), set[str]()
    for text in MADE.values():
        course = Course.of(read(as_table(text), COMMON), shipped())
        for node in Graph.of(course).nodes:
            for edge in node.edges:
                log: list[Happened] = []
                if node.by == "chance":
                    course.chance(node.position, edge.option == -1, log)
                else:
                    course.follow(node.position, edge.option, log)
                flags |= {flag for happened in log for flag in happened.flags}
                kinds |= {happened.kind for happened in log}
    assert set(second.FLAGS) <= flags
    assert kinds >= {
        *("act", "offer", "reply", "answer", "follow", "tell", "consent", "objection", "turn", "keeps", "wait"),
        *("leak", "omission", "develop", "trouble", "pressure", "administration", "close"),
    }


def test_a_difference_between_the_readings_is_found() -> None:
    tree = as_table(made_for_both.SECRETS)
    graph = Graph.of(Course.of(read(tree, COMMON), shipped()))
    table = filled(tree)
    table["start"] = {**table["start"], "frustration": "3"}
    assert walked(graph, table, {}).differences

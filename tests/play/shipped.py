"""The shipped scenarios, each read, walked and solved once for all tests."""

from functools import cache

from game.play.course import Course
from game.play.graph import Graph
from game.play.solve import Solved
from game.scenario.library import Library
from game.scenario.model import Scenario
from game.scenario.shelf import shipped_common
from game.theories.load import shipped
from game.tree.warnings import Dilemma

LIBRARY = Library()
IDS = LIBRARY.ids()


def scenario(name: str) -> Scenario:
    return LIBRARY.get(name)


def can_be_looked_up(cite: str) -> bool:
    """Does a citation lead to a paragraph of a source that the project lists, or to our own coding?"""
    common, _ = shipped_common()
    if cite.startswith("outside:"):
        return cite.removeprefix("outside:") in common.outside
    name, _, mark = cite.partition("@")
    return cite == "ours" or (name in common.sources and mark in common.sources[name].paragraphs)


@cache
def course(name: str) -> Course:
    return Course.of(scenario(name), shipped())


@cache
def graph(name: str) -> Graph:
    return Graph.of(course(name))


@cache
def solved(name: str) -> Solved:
    return Solved.of(graph(name))


@cache
def dilemma(name: str) -> Dilemma:
    return Dilemma.of(solved(name))

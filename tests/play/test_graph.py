"""The graph of a case as a thing in memory: it goes when nobody needs it any more."""

import gc
import weakref

import pytest
from play import shipped as shelf

from game.play.graph import Graph
from game.play.solve import Solved
from game.tree.tree import Tree


@pytest.mark.parametrize("case", ["intercept-1969", "merida-2007"])
def test_a_graph_that_nobody_refers_to_is_gone_at_once(case: str) -> None:
    graph = Graph.of(shelf.course(case))
    ways = weakref.ref(graph.ways)
    solved, tree = Solved.of(graph), Tree.of(graph)
    gc.disable()
    try:
        del graph, solved, tree
        assert ways() is None
    finally:
        gc.enable()

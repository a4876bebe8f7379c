"""What is measured, by small adapters: the only file of the bench that knows names of the game.

An adapter that cannot be made raises ``NotThere`` with a sentence; the bench prints it and goes on.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

ROOT = Path(__file__).resolve().parents[2]
BARE = Path(__file__).with_name("bare.py")
sys.path.insert(0, str(ROOT))


class NotThere(RuntimeError):
    """What was to be measured does not exist here; the message says why."""


# --- screens (ADAPT when a screen changes) --------------------------------------------------------------------


class Screen(NamedTuple):
    """A program, the text that shows that it is painted, and the keys that lead to the list to move in."""

    command: tuple[str, ...]
    mark: str
    keys_to_list: tuple[str, ...] = ()
    down: str = "\x1b[B"
    up: str = "\x1b[A"


def our_home(saves: str) -> Screen:
    """The first screen of the game, with an empty folder of saves."""
    return Screen((sys.executable, "-m", "game", "--saves", saves), mark="Two Capitals")


def our_decision(saves: str) -> Screen:
    """The first decision of the first case: Play on Home, then on from the brief."""
    return our_home(saves)._replace(keys_to_list=("\r", "\r"))


def bare_home() -> Screen:
    """The same widgets as on Home."""
    return Screen((sys.executable, str(BARE), "home"), mark="Bare capitals")


def bare_decision() -> Screen:
    """The same widgets as at a decision."""
    return Screen((sys.executable, str(BARE), "decision"), mark="Bare capitals")


def environment(home: str) -> dict[str, str]:
    """The same plain surroundings for both programs."""
    kept = {name: os.environ[name] for name in ("PATH", "LANG", "LC_ALL") if name in os.environ}
    return {
        **kept, "HOME": home, "TERM": "xterm-256color", "COLORTERM": "truecolor", "PYTHONPATH": str(ROOT)
    }  # fmt: skip


def need_screens() -> None:
    """Raise NotThere if the game has no screens yet."""
    if not (ROOT / "game/tui").is_dir() or not (ROOT / "game/cli").is_dir():
        raise NotThere("the game has no screens yet")


# --- play (ADAPT when game.play changes) ----------------------------------------------------------------------


def shipped() -> Iterator[tuple[str, Path]]:
    """Id and path of every shipped scenario."""
    from game.scenario.library import Library

    yield from Library().paths.items()


def course(path: Path) -> Any:
    """A scenario file under the default theory."""
    from game.play.course import Course
    from game.scenario.read import read_scenario
    from game.theories.load import shipped as theory

    scenario, found = read_scenario(path)
    if scenario is None:
        raise NotThere(f"{path.name}: {next(iter(found), 'cannot be read')}")
    return Course.of(scenario, theory())


def compiled_play(ready: Any) -> Callable[[Random], int]:
    """One random game on the compiled graph, no trace: the number of moves."""
    from game.play.graph import Graph

    return Graph.of(ready).random_walk


def play(ready: Any, *, trace: bool) -> Callable[[Random], int]:
    """One random game through the rules themselves, with every line of the trace or with none."""
    from game.scenario.model import Event

    def game(chance: Random) -> int:
        log: list[Any] | None = [] if trace else None
        position, moves = ready.start(log), 0
        while (item := ready.waiting(position)) is not None:
            if isinstance(item, Event):
                position = ready.chance(position, chance.random() < 0.5, log)
            else:
                choices = ready.choices(position)  # indices, as OpenSpiel's legal_actions
                position = ready.follow(position, choices[int(chance.random() * len(choices))], log)
            moves += 1
        return moves

    return game


def analyse(ready: Any) -> tuple[int, int]:
    """The whole exact analysis: graph, every opponent, both at their best. Points and paths."""
    from game.play.graph import Graph
    from game.play.solve import Solved

    graph = Graph.of(ready)
    Solved.of(graph)
    return len(graph.nodes), graph.paths()


def graph(ready: Any) -> Any:
    """Every state of a course, equal ones merged."""
    from game.play.graph import Graph

    return Graph.of(ready)


def whole_tree(ready: Any) -> int:
    """Everything that is found in a graph but best play, as a printout, and the picture. Points."""
    from game.printing import text
    from game.tree.chart import Chart
    from game.tree.chart_svg import drawing
    from game.tree.report import Report
    from game.tree.told import tree_document
    from game.tree.tree import Tree

    tree = Tree.of(ready)
    assert text.render(tree_document(Report(tree, None)))
    assert drawing(Chart.of(tree))
    return len(ready.nodes)


def large_scenario(folder: Path) -> Path:
    """A scenario that comes near the cap of states."""
    from large import large

    path = folder / "large.yaml"
    path.write_text(large(), encoding="utf-8")
    return path


def solved_scenario(folder: Path) -> Path:
    """A scenario of 190,000 states: few enough to be solved."""
    from large import large

    path = folder / "solved.yaml"
    path.write_text(large(rounds=5, asked=10), encoding="utf-8")
    return path


def check_paths(path: Path) -> float:
    """One run of ``check --paths``; its seconds of CPU."""
    try:
        import resource
    except ImportError:
        raise NotThere("this system does not say how much CPU a command took") from None

    def spent() -> float:
        used = resource.getrusage(resource.RUSAGE_CHILDREN)
        return used.ru_utime + used.ru_stime

    began = spent()
    run = subprocess.run(
        [sys.executable, "-m", "game", "check", "--paths", path], cwd=ROOT, capture_output=True, check=False
    )
    if run.returncode not in (0, 1):
        raise NotThere(f"check --paths of {path.name} ended with {run.returncode}")
    return spent() - began


# --- record (ADAPT when game.backtest changes) ---------------------------------------------------------------------


def record() -> Any:
    """The coded cases, read anew."""
    from game.record.library import cases_of, shipped_files

    return tuple(case for path in shipped_files() for case in cases_of(path))


def backtest(cases: Any) -> tuple[int, int]:
    """The whole backtest, with twins and doubtful marks: right, of all."""
    from game.backtest.scored import Backtest
    from game.theories.load import shipped as theory

    test = Backtest.of(theory(), cases)
    assert test.twins
    assert test.turns
    return test.share()


def robustness(cases: Any, samples: int) -> int:
    """All that ``robustness`` reckons: the number of results that were drawn."""
    from game.backtest.robustness import robustness as inspect
    from game.theories.load import shipped as theory

    found = inspect(theory(), cases, samples, seed=0)
    return len(found.test.rows) * (found.numbers.draws + found.marks.draws)


# --- the yardstick --------------------------------------------------------------------------------------------


def open_spiel() -> Callable[[Random], int]:
    """One random game of OpenSpiel's ``python_tic_tac_toe``: the number of moves."""
    try:
        import pyspiel
        from open_spiel.python.games import tic_tac_toe  # noqa: F401
    except ImportError:
        raise NotThere("OpenSpiel is not installed: pip install -e '.[bench]'") from None
    game = pyspiel.load_game("python_tic_tac_toe")

    def once(chance: Random) -> int:
        state, moves = game.new_initial_state(), 0
        while not state.is_terminal():
            actions = state.legal_actions()
            state.apply_action(actions[int(chance.random() * len(actions))])
            moves += 1
        return moves

    return once


def empty_folder() -> tempfile.TemporaryDirectory[str]:
    """A folder that goes away again."""
    return tempfile.TemporaryDirectory(prefix="two-capitals-bench-")

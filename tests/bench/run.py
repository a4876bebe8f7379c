"""Measure the game against yardsticks that run beside it: ``python tests/bench/run.py [PART…]``.

Prints ratios and never asserts: a ratio from a busy machine is a reason to look, not to fail. Ours and the
yardstick take turns within one run, so that what else the machine does falls on both. The bars are the project's
own (see README, Bench).
"""

import argparse
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

import subjects
from subjects import NotThere, Screen

if TYPE_CHECKING:
    from terminal import Repaint  # not on a system without pseudo-terminals

Game = Callable[[Random], int]
SAMPLES = 10_000


def start(args: argparse.Namespace) -> Iterator[str]:
    """Start to first painted screen, ours and the bare app with the same widgets in turn."""
    subjects.need_screens()
    ours, bare = list[float](), list[float]()
    for _ in range(args.repeat):
        with subjects.empty_folder() as saves:
            ours.append(first_paint(subjects.our_home(saves), saves))
            bare.append(first_paint(subjects.bare_home(), saves))
    yield seconds("start to first painted screen", ours, bare, "at most 1.2")


def keys(args: argparse.Namespace) -> Iterator[str]:
    """Key to repaint in the list of options, both programs open side by side."""
    subjects.need_screens()
    with subjects.empty_folder() as saves:
        ours, bare = repaints(subjects.our_decision(saves), subjects.bare_decision(), saves, args.repeat * 5)
    for what, n in (("key to first byte", 0), ("key to whole repaint", 1)):
        yield seconds(what, [taken[n] for taken in ours], [taken[n] for taken in bare], "at most 1.2")


def first_paint(screen: Screen, home: str) -> float:
    """Seconds from the start of a program to its first painted screen."""
    from terminal import Terminal

    with Terminal(screen.command, subjects.environment(home)) as terminal:
        return terminal.first_paint(screen.mark)


def repaints(ours: Screen, bare: Screen, home: str, times: int) -> "tuple[list[Repaint], list[Repaint]]":
    """Seconds from key to repaint: down, up, down …, one program after the other."""
    from terminal import Terminal

    env = subjects.environment(home)
    taken: tuple[list[Repaint], list[Repaint]] = ([], [])
    with Terminal(ours.command, env) as first, Terminal(bare.command, env) as second:
        for screen, terminal in ((ours, first), (bare, second)):
            terminal.first_paint(screen.mark)
            for key in screen.keys_to_list:
                terminal.press(key)
        for n in range(times):
            for screen, terminal, into in ((ours, first, taken[0]), (bare, second, taken[1])):
                into.append(terminal.press(screen.up if n % 2 else screen.down))
    return taken


def play(args: argparse.Namespace) -> Iterator[str]:
    """Moves a second of random play, ours and OpenSpiel in turn, slice by slice."""
    spiel = subjects.open_spiel()
    for name, path in cases(args):
        ready = subjects.course(path)
        began = time.perf_counter()
        compiled = subjects.compiled_play(ready)
        yield f"{name}: compiled once in {time.perf_counter() - began:.3f} s"
        for what, game, bar in (
            ("compiled, no trace", compiled, "at least 10"),
            ("rules, no trace", subjects.play(ready, trace=False), ""),
            ("rules, full trace", subjects.play(ready, trace=True), "at least 1"),
        ):
            yield rates(f"  {what}", game, spiel, args.seconds, bar)


def rates(what: str, ours: Game, theirs: Game, length: float, bar: str, slices: int = 5) -> str:
    """One line: moves and games a second of both, and the ratio of the moves with its spread."""
    pairs = [(rate(ours, length / slices, n), rate(theirs, length / slices, n)) for n in range(slices)]
    ratios = [a[0] / b[0] for a, b in pairs]
    mine, other = (statistics.median(p[i][0] for p in pairs) for i in (0, 1))
    games = statistics.median(p[0][1] for p in pairs)
    return (
        f"{what:32} {mine:12,.0f} moves/s {games:10,.0f} games/s   OpenSpiel {other:8,.0f} moves/s   "
        f"ratio {statistics.median(ratios):.2f} ({min(ratios):.2f}–{max(ratios):.2f}){_bar(bar)}"
    )


def rate(game: Game, length: float, seed: int) -> tuple[float, float]:
    """Moves and games a second, for so many seconds."""
    chance, moves, games = Random(seed), 0, 0
    began = time.perf_counter()
    while (taken := time.perf_counter() - began) < length:
        moves += game(chance)
        games += 1
    return moves / taken, games / taken


def analysis(args: argparse.Namespace) -> Iterator[str]:
    """The exact analysis of each scenario, from a course that has resolved nothing yet."""
    for name, path in cases(args):
        taken = list[float]()
        for _ in range(min(args.repeat, 5)):
            ready = subjects.course(path)
            began = time.process_time()
            points, paths = subjects.analyse(ready)
            taken.append(time.process_time() - began)
        yield f"{name:32} {cpu(taken)}   {points:,} points, {paths:,} paths   (bar: under 1 s)"


def command(args: argparse.Namespace) -> Iterator[str]:
    """All of ``check --paths`` as a command, its start included: each scenario, and two made for this.

    The larger is cut at the cap, so that nothing is solved; the other is the largest that is solved.
    """
    with subjects.empty_folder() as folder:
        made = [
            ("large", subjects.large_scenario(Path(folder))),
            ("large, solved", subjects.solved_scenario(Path(folder))),
        ]
        for name, path in [*cases(args), *made]:
            times = 2 if (name, path) in made else min(args.repeat, 5)
            taken = [subjects.check_paths(path) for _ in range(times)]
            bar = "under 10 s" if (name, path) in made else "under 1 s"
            yield f"{name:32} {cpu(taken)}   (bar: {bar})"


def trees(args: argparse.Namespace) -> Iterator[str]:
    """All that ``check --paths`` and ``graph`` find beside best play: each scenario, and a large one made for this."""
    with subjects.empty_folder() as folder:
        for name, path in [*cases(args), ("large", subjects.large_scenario(Path(folder)))]:
            ready = subjects.graph(subjects.course(path))
            began = time.process_time()
            points = subjects.whole_tree(ready)
            spent = time.process_time() - began
            bar = "under 10 s" if name == "large" else "under 1 s"
            yield f"{name:32} {spent:.3f} s of CPU   {points:,} points   (bar: {bar})"


def record(args: argparse.Namespace) -> Iterator[str]:
    """The rules held against the record, and how firm that is, on as many cores as there are."""
    ready, taken = subjects.record(), list[float]()
    for _ in range(args.repeat):
        began = time.perf_counter()
        right, total = subjects.backtest(ready)
        taken.append(time.perf_counter() - began)
    yield f"{'backtest':32} {statistics.median(taken):.3f} s   {right} of {total}   (bar: under 0.2 s)"
    began = time.perf_counter()
    results = subjects.robustness(ready, SAMPLES)
    spent = time.perf_counter() - began
    what, on = f"robustness, {SAMPLES:,} draws", f"{os.cpu_count()} cores"
    yield f"{what:32} {spent:.1f} s   {results:,} results, {on}   (bar: under 10 s on two cores)"


def hostile(_: argparse.Namespace) -> Iterator[str]:
    """How long ``check`` takes to refuse each file that is made to hang, crash or flood, its start included."""
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
    from hostile import HOSTILE

    for name, file in HOSTILE.items():
        with subjects.empty_folder() as folder:
            path = file.make(Path(folder))
            if "\0" in path.name:  # no command can be given this name
                continue
            began = time.perf_counter()
            run = subprocess.run(
                [sys.executable, "-m", "game", "check", path, "--no-excerpt"],
                capture_output=True,
                text=True,
                check=False,
                cwd=subjects.ROOT,
            )
            taken = time.perf_counter() - began
        lines = run.stderr.splitlines()
        yield f"{name:32} {taken:.3f} s   {len(lines)} line, {file.code}   (bar: under 1 s)"


def cases(args: argparse.Namespace) -> list[tuple[str, Path]]:
    """The scenarios named, or all that ship."""
    found = [(path.stem, path) for path in args.case] or list(subjects.shipped())
    if not found:
        raise NotThere("no scenario is shipped yet; name a file with --case")
    return found


def seconds(what: str, ours: Sequence[float], bare: Sequence[float], bar: str) -> str:
    """One line: both medians, their ratio, and how far the ratio of single pairs goes."""
    mine, other = statistics.median(ours), statistics.median(bare)
    pairs = sorted(a / b for a, b in zip(ours, bare, strict=True))
    middle = pairs[len(pairs) // 4], pairs[-1 - len(pairs) // 4]
    return (
        f"{what:32} ours {mine * 1000:7.1f} ms   bare {other * 1000:7.1f} ms   "
        f"ratio {mine / other:.2f} (middle half of pairs {middle[0]:.2f}–{middle[1]:.2f}){_bar(bar)}"
    )


def cpu(taken: Sequence[float]) -> str:
    """Seconds of CPU, the least and the median of several runs: the least says most where the machine is shared."""
    return f"{min(taken):.3f} s of CPU, median {statistics.median(taken):.3f}"


def _bar(bar: str) -> str:
    return f"   (bar: {bar})" if bar else ""


PARTS = {
    "start": start,
    "keys": keys,
    "play": play,
    "analysis": analysis,
    "command": command,
    "trees": trees,
    "record": record,
    "hostile": hostile,
}


def main() -> int:
    """Run the parts asked for and print what they found."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("parts", nargs="*", metavar="PART", help=f"of {', '.join(PARTS)}; all if none is named")
    parser.add_argument("--repeat", type=int, default=10, help="starts of each program; keys: five times so many")
    parser.add_argument("--seconds", type=float, default=5.0, help="random play on each side of a comparison")
    parser.add_argument("--case", type=Path, action="append", default=[], help="a scenario file instead of the shipped")
    args = parser.parse_args()
    if unknown := [part for part in args.parts if part not in PARTS]:
        parser.error(f"no such part: {', '.join(unknown)} (choose from {', '.join(PARTS)})")
    for part in args.parts or PARTS:
        print(f"--- {part}")
        try:
            for line in PARTS[part](args):
                print(line, flush=True)
        except (NotThere, RuntimeError, ImportError) as error:
            print(f"not measured: {error}")
    return 0


if __name__ == "__main__":
    sys.exit(main())

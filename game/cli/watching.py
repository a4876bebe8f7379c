"""``author --watch``: a case is checked whenever its file is saved, beside whatever editor it is written in."""

import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from time import sleep

from game.cli.lists import shown
from game.cli.talk import WATCHING, Status, report, say
from game.debrief.wording import joined
from game.reading.diagnostics import Diagnostic, Unreadable
from game.reading.excerpts import Excerpts
from game.rules.numbers import so_many
from game.rules.theory import Theory
from game.scenario.model import Scenario
from game.scenario.read import read_scenario

EVERY = 0.5
"""Seconds between two looks at the file."""
CLEAR = "\x1b[2J\x1b[3J\x1b[H"
Stamp = tuple[int, int] | None


def watch(path: Path, theory: Theory, *, paths: bool = False, wait: Callable[[float], None] = sleep) -> int:
    """Check a file now and after each change, until Ctrl-C. ``paths``: also play it on all paths."""
    seen: Stamp | str = "nothing yet"
    with suppress(KeyboardInterrupt):
        while True:
            if (now := _stamp(path)) != seen:
                seen = now
                _tell(path, theory, paths=paths)
            wait(EVERY)
    return Status.DONE


def _stamp(path: Path) -> Stamp:
    """What changes when a file does; None while there is none."""
    try:
        stat = path.stat()
    except OSError:
        return None
    return stat.st_mtime_ns, stat.st_size


def _tell(path: Path, theory: Theory, *, paths: bool) -> None:
    """Every fault of the file, and in one line what it comes to. In a terminal nothing older is left to be seen."""
    if sys.stdout.isatty():
        print(CLEAR, end="", flush=True)
    scenario, found = read_scenario(path)
    shown(found, Excerpts())
    played = _played_through(path, scenario, theory) if scenario is not None and paths else []
    report(played)
    print(result(path, scenario, [*found, *played]), flush=True)
    say(WATCHING.format(path=path))


def _played_through(path: Path, scenario: Scenario, theory: Theory) -> list[Diagnostic]:
    """What playing on all paths warns about; or why it cannot be played under the theory."""
    from game.cli.trees import placed
    from game.play.course import Course
    from game.tree.report import Report

    try:
        course = Course.of(scenario, theory)
    except Unreadable as error:
        return list(error.diagnostics)
    return list(placed(Report.of(course).warnings, path))


def result(path: Path, scenario: Scenario | None, found: list[Diagnostic]) -> str:
    """What a check comes to, in one line."""
    errors = sum(fault.severity == "error" for fault in found)
    counts = [so_many(n, word) for n, word in ((errors, "error"), (len(found) - errors, "warning")) if n]
    told = joined(counts) or "no faults"
    if scenario is None or errors:
        return f"{path.name}: {told}"
    decisions, events = len(scenario.decisions), len(scenario.play) - len(scenario.decisions)
    size = so_many(decisions, "decision"), so_many(events, "event"), so_many(scenario.rounds, "round")
    return f"{path.name}: {told}; it can be played ({', '.join(size)})"

"""``cases`` and ``check``: what can be played, and what is wrong in scenario and case files."""

from argparse import Namespace
from collections.abc import Sequence
from shutil import get_terminal_size

from game.cli.places import library_of
from game.cli.talk import ONLY_WITH_PATHS, Refused, Status, printed, report, say
from game.reading.diagnostics import Diagnostic, as_text
from game.reading.excerpts import Excerpts
from game.scenario.check import check as check_files
from game.scenario.library import Library
from game.scenario.model import Scenario
from game.scenario.pack import Pack
from game.scenario.shelf import shipped_scenarios

UNREADABLE = frozenset({"cannot-open", "not-a-file", "no-scenarios"})
"""Faults of the question, not of what was checked: there is no such file, or nothing in it to check."""

COLUMNS = 100
"""How wide an excerpt may be where no terminal says it."""


def cases(asked: Namespace) -> int:
    """One line a case, or its head as JSON; those that cannot be played are named with their faults."""
    library = library_of(asked)
    heads = [_head(scenario, library.pack_of(scenario.id)) for scenario in library.sound()]
    if asked.json:
        printed(heads)
    else:
        _print(library)
    found = library.pack_faults + [fault for name in library.ids() for fault in library.faults(name)]
    report(found)
    return Status.FOUND if found else Status.DONE


def _print(library: Library) -> None:
    """One line a case; where there are several packs, each under its name."""
    several = sum(bool(pack.cases) for pack in library.packs) > 1
    for number, pack in enumerate(library.packs):
        if several and pack.cases:
            print(f"{chr(10) if number else ''}{pack.named or pack.folder}:")
        for scenario in library.sound():
            if library.pack_of(scenario.id) is pack:
                print(f"{scenario.id:<22} {scenario.years[0]}–{scenario.years[1]}  {scenario.title}")


def _head(scenario: Scenario, pack: Pack | None) -> dict[str, object]:
    return {
        "id": scenario.id,
        "title": scenario.title,
        "years": list(scenario.years),
        "minutes": scenario.minutes,
        "level": scenario.level,
        "roles": list(scenario.roles),
        "pack": pack.title if pack else "",
    }


# --- check ---------------------------------------------------------------------------------------------------


def check(asked: Namespace) -> int:
    """Every fault of the files; with ``--paths`` also what playing them on all paths shows."""
    from game.record.check import check_cases, only_cases

    if not asked.play and (asked.format or asked.output):
        raise Refused(ONLY_WITH_PATHS)
    paths = asked.paths or [shipped_scenarios()]
    found, scenarios = check_files([path for path in paths if not only_cases(path)])
    found += check_cases(paths)
    played: list[dict[str, object]] = []
    if asked.play:
        from game.cli.trees import play_through

        played = play_through(scenarios, asked, found)
    excerpts = Excerpts()
    if asked.json:
        faults = [plain_fault(fault, excerpts) for fault in found]
        printed({"found": faults, "scenarios": played} if asked.play else faults)
    elif asked.excerpt:
        shown(found, excerpts)
    else:
        report(found)
    if any(fault.code in UNREADABLE for fault in found):
        return Status.USAGE
    return Status.FOUND if found else Status.DONE


def shown(found: Sequence[Diagnostic], excerpts: Excerpts) -> None:
    """Each fault on stderr with the line at fault below it."""
    columns = get_terminal_size((COLUMNS, 24)).columns
    for fault in found:
        for line in (as_text(fault), *excerpts.of(fault, columns)):
            say(line)


def plain_fault(fault: Diagnostic, excerpts: Excerpts | None = None) -> dict[str, object]:
    """A fault as ``--json`` prints it."""
    told = {key: getattr(fault, key) for key in ("severity", "code", "message", "expected", "nearest")}
    return {**fault.place._asdict(), **told, "excerpt": (excerpts or Excerpts()).line_at(fault.place)}

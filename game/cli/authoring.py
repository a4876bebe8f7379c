"""``new``, ``author`` and ``schema``: a case to start from, a workbench, and what other editors need."""

from argparse import Namespace
from pathlib import Path

from game.authoring.schema import scenario_schema
from game.authoring.schema_cases import cases_schema
from game.authoring.shapes import as_text
from game.authoring.start import start_of
from game.cli.talk import EXISTS, NO_WORKBENCH, NOT_AN_ID, ONLY_WITH_WATCH, Refused, Status, written
from game.printing.putting import put
from game.reading.characters import clean
from game.reading.names import ID

STDOUT = Path("-")


def new(asked: Namespace) -> int:
    """Write a new case into the folder one stands in, or to the file that is named."""
    if not ID.fullmatch(asked.case):
        raise Refused(NOT_AN_ID.format(name=asked.case))
    text = start_of(asked.case, clean(asked.title or ""))
    if asked.output == STDOUT:
        print(text, end="")
        return Status.DONE
    return _write(asked.output or Path(f"{asked.case}.yaml"), text, over=asked.force)


def schema(asked: Namespace) -> int:
    """The JSON Schema of a scenario file, or of a file of coded cases: to stdout, or to the file that is named."""
    text = as_text(cases_schema() if asked.cases else scenario_schema())
    if asked.output in (None, STDOUT):
        print(text, end="")
        return Status.DONE
    return _write(asked.output, text, over=asked.force)


def _write(path: Path, text: str, *, over: bool) -> int:
    try:
        put(path, text.encode(), over=over)
    except FileExistsError:
        raise Refused(EXISTS.format(path=path)) from None
    written(path)
    return Status.DONE


def author(asked: Namespace) -> int:
    """Write a case in the workbench, or have it checked beside another editor."""
    from game.cli.places import theory_of
    from game.cli.playing import can_show_screens

    theory = theory_of(asked)
    if asked.watch:
        from game.cli.watching import watch

        return watch(asked.file, theory, paths=asked.play)
    if asked.play:
        raise Refused(ONLY_WITH_WATCH)
    if not can_show_screens():
        raise Refused(NO_WORKBENCH.format(path=asked.file))
    from game.authoring.bench import Bench
    from game.authoring.draft import Draft
    from game.tui.workbench import work

    return work(Bench(Draft(asked.file), theory))

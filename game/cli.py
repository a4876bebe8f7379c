"""The commands: each reads its arguments, calls what does the work, prints data. Screens are loaded only to play."""

import argparse
import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from random import SystemRandom

from game import __version__
from game.play.course import Course
from game.play.game import BOTH, DRAWN, Game, NotPossible
from game.play.happened import Log
from game.play.position import Position
from game.play.report import as_report, as_text
from game.play.saves import NotKept, Store
from game.play.seats import Disposition, Opponents
from game.reading.diagnostics import Unreadable, nearest
from game.rules.theory import Theory
from game.rules.words import CAPITALS, OPPONENTS
from game.scenario.library import Library
from game.scenario.model import Event, Scenario
from game.talk import EXISTS, NO_TERMINAL, Refused, Status, no_such, report, say, written
from game.theories.load import shipped

SCENARIOS_VARIABLE = "TWO_CAPITALS_SCENARIOS"
PAPERS = ("letter", "a4")
FORMATS = ("text", "md", "html", "pdf")
SHEETS = ("own", "joint")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command. Returns its exit status; the outermost door, so a fault of ours ends here, in a sentence."""
    asked = parser().parse_args(arguments)
    try:
        return int(asked.run(asked))
    except Refused as error:
        say(str(error))
    except Unreadable as error:
        report(error.diagnostics)
    except BrokenPipeError:  # whoever read our output has had enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return Status.DONE
    except OSError as error:
        say(f"{error.filename or 'a file'}: {error.strerror or error}")
    except KeyboardInterrupt:
        say("stopped")
    return Status.USAGE


# --- what can be asked ---------------------------------------------------------------------------------------


def parser() -> argparse.ArgumentParser:
    """The command line."""
    top = argparse.ArgumentParser(
        prog="two-capitals", description="A classroom game of US-Mexican drug policy.", parents=[_places()]
    )
    top.add_argument("--version", action="version", version=f"Two Capitals {__version__}")
    top.set_defaults(run=_play, case=None, **_NO_CHOICES)
    commands = top.add_subparsers(title="commands", metavar="COMMAND")
    _add_play(commands)
    _add_run(commands)
    _add_lists(commands)
    _add_debrief(commands)
    _add_print(commands)
    return top


_NO_CHOICES = {
    "role": None,
    "opponent": None,
    "seed": None,
    "plain": False,
    "player": "",
    "no_predictions": False,
}
Commands = "argparse._SubParsersAction[argparse.ArgumentParser]"


def _places() -> argparse.ArgumentParser:
    """Options that every command has."""
    places = argparse.ArgumentParser(add_help=False)
    places.add_argument(
        "--scenarios",
        type=Path,
        metavar="DIR",
        action="append",
        default=argparse.SUPPRESS,
        help="a folder of further scenarios",
    )
    places.add_argument("--saves", type=Path, metavar="DIR", default=argparse.SUPPRESS, help="where games are kept")
    return places


def _command(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]", name: str, text: str
) -> argparse.ArgumentParser:
    return commands.add_parser(name, help=text, description=text, parents=[_places()])


def _add_players(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--as",
        dest="role",
        choices=(*CAPITALS, BOTH),
        metavar="CAPITAL",
        help="washington, mexico-city or both",
    )
    command.add_argument("--opponent", choices=(*OPPONENTS, DRAWN), metavar="NAME", help=", ".join((*OPPONENTS, DRAWN)))
    command.add_argument("--seed", type=int, metavar="N", help="what chance draws from; the same seed draws the same")


def _add_play(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    command = _command(commands, "play", "Play a case.")
    command.add_argument("case", nargs="?", help="its id, or a scenario file")
    _add_players(command)
    command.add_argument(
        "--plain", action="store_true", help="flat text, one question at a time: for screen readers and pipes"
    )
    command.add_argument("--player", default="", help="a name for the printed sheet")
    command.add_argument("--no-predictions", action="store_true", help="for instructors: do not ask for predictions")
    command.set_defaults(run=_play)


def _add_run(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    command = _command(commands, "run", "A whole game without a screen: receptions, flags and traces.")
    command.add_argument("case", help="its id, or a scenario file")
    _add_players(command)
    how = command.add_mutually_exclusive_group()
    how.add_argument(
        "--choose",
        metavar="OPTION,OPTION…",
        help="the options of both sides, in the order in which they come up",
    )
    how.add_argument("--history", action="store_true", help="what was really done, on both sides")
    command.add_argument("--json", action="store_true", help="as JSON")
    command.set_defaults(run=_run)


def _add_lists(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    command = _command(commands, "cases", "The cases that can be played.")
    command.add_argument("--json", action="store_true", help="as JSON")
    command.set_defaults(run=_cases)
    command = _command(commands, "check", "What is wrong in scenario files: every fault with its place.")
    command.add_argument(
        "paths",
        nargs="*",
        type=Path,
        metavar="PATH",
        help="files or folders; without one, the shipped scenarios",
    )
    command.add_argument(
        "--table",
        action="store_true",
        help="solve each on all paths: best play, where each option is best, warnings",
    )
    command.set_defaults(run=_check)
    command = _command(commands, "replay", "Recompute a game and print its trace.")
    command.add_argument("save", type=Path)
    command.add_argument("--json", action="store_true", help="as JSON")
    command.set_defaults(run=_replay)


def _add_debrief(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    command = _command(commands, "debrief", "The debrief of a finished game.")
    command.add_argument("save", type=Path)
    command.add_argument("--sheet", choices=SHEETS, help="for one player, or for a pair")
    command.add_argument("--format", choices=FORMATS, default="text")
    command.add_argument("--annex", action="store_true", help="with every line of the trace")
    _add_output(command)
    command.set_defaults(run=_debrief)


def _add_print(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    command = _command(commands, "print", "Handouts.")
    command.add_argument("--card", action="store_true", required=True, help="the rules on one page")
    command.add_argument("--format", choices=FORMATS, default="text")
    _add_output(command)
    command.set_defaults(run=_print)


def _add_output(command: argparse.ArgumentParser) -> None:
    command.add_argument("--paper", choices=PAPERS, default="letter")
    command.add_argument(
        "-o", "--output", type=Path, metavar="FILE", help="- for stdout; without it a fitting name here"
    )
    command.add_argument("--force", action="store_true", help="write over a file that is there")


# --- what they need ------------------------------------------------------------------------------------------


def _library(asked: argparse.Namespace) -> Library:
    from_environment = [Path(p) for p in os.environ.get(SCENARIOS_VARIABLE, "").split(os.pathsep) if p]
    return Library([*from_environment, *getattr(asked, "scenarios", [])])


def _store(asked: argparse.Namespace) -> Store:
    return Store(getattr(asked, "saves", None) or default_saves())


def default_saves() -> Path:
    """In a checkout ``saves/``; for an installed game the user's data folder of this system."""
    checkout = Path(__file__).resolve().parent.parent
    if (checkout / "pyproject.toml").is_file() and (checkout / "saves").is_dir():
        return checkout / "saves"
    from platformdirs import user_data_path

    return user_data_path("two-capitals", appauthor=False) / "saves"


def _theory(_asked: argparse.Namespace) -> Theory:
    return shipped()


def _scenario(library: Library, name: str) -> Scenario:
    """A scenario by its id or by the path of its file."""
    if name not in library.paths and (name.endswith((".yaml", ".yml")) or Path(name).exists()):
        library.paths[name] = Path(name)
    if name not in library.paths:
        raise Refused(no_such("case", name, library.ids(), nearest(name, library.ids())))
    return library.get(name)


def _seed(asked: argparse.Namespace) -> int:
    return asked.seed if asked.seed is not None else SystemRandom().randrange(1_000_000)


# --- playing -------------------------------------------------------------------------------------------------


def _play(asked: argparse.Namespace) -> int:
    """Screens where there is a terminal that can show them, plain text elsewhere."""
    library, store, theory = _library(asked), _store(asked), _theory(asked)
    if asked.case:
        asked.case = _scenario(library, asked.case).id
    if asked.plain or not _can_show_screens():
        if not asked.plain:
            say(NO_TERMINAL)
        from game.plain import Choices, play

        choices = Choices(asked.case, asked.role, asked.opponent, asked.seed, asked.player, not asked.no_predictions)
        return play(library, store, theory, choices)
    from game.tui.app import run

    return run(
        library,
        store,
        case=asked.case,
        role=asked.role,
        opponent=asked.opponent,
        seed=asked.seed,
        player=asked.player,
        theory=theory,
        predictions=not asked.no_predictions,
    )


def _can_show_screens() -> bool:
    """Textual writes its escapes into a pipe and then never ends, so this is asked before it is loaded."""
    return sys.stdin.isatty() and sys.stdout.isatty() and os.environ.get("TERM", "") not in ("dumb", "unknown")


def _run(asked: argparse.Namespace) -> int:
    """Play a whole game and print it."""
    library = _library(asked)
    course = Course.of(_scenario(library, asked.case), _theory(asked))
    log: Log = []
    if asked.choose is not None:
        position = _by_list(course, [o for o in asked.choose.split(",") if o], asked, log)
    elif asked.history or asked.role is None:
        position = _by_history(course, asked, log)
    else:
        position = _by_dispositions(course, asked, log)
    _print_game(course, log, position, asked)
    return Status.DONE


def _by_list(course: Course, options: list[str], asked: argparse.Namespace, log: Log) -> Position:
    """Both sides by a list of options. Raises Refused at the first that cannot be chosen."""
    game, left = Game(course, BOTH, "person", _seed(asked)).run_on(), list(options)
    while left:
        name = left.pop(0)
        if game.decision is None:
            raise Refused(f"{name!r} comes after the end of the game")
        try:
            game = game.choose(name).run_on()
        except NotPossible as error:
            near = nearest(name, error.choices)
            raise Refused(
                f"{error} (there are: {', '.join(error.choices)}{f'; did you mean {near}?' if near else ''})"
            ) from None
    log.extend(game.log)
    return game.position


def _by_history(course: Course, asked: argparse.Namespace, log: Log) -> Position:
    """The path that happened, on both sides; no leak comes out on it, since none did."""
    position = course.start(log)
    while (item := course.waiting(position)) is not None:
        if isinstance(item, Event):
            position = course.chance(position, False, log)
            continue
        option = next((o for o in course.options(position) if o.historical), None)
        if option is None:
            raise Refused(f"no option of {item.id} is marked historical")
        position = course.choose(position, option, log)
    return position


def _by_dispositions(course: Course, asked: argparse.Namespace, log: Log) -> Position:
    """The named capital does what was really done where it can; the other plays by its disposition."""
    game = Game(course, asked.role, asked.opponent or "history", _seed(asked))
    opponent = Opponents().of(game)
    mine = Disposition("history")
    game = game.run_on(opponent)
    while game.decision is not None:
        option = game.decision.options[mine(course, game.position)]
        game = game.choose(option.id).run_on(opponent)
    log.extend(game.log)
    return game.position


def _print_game(course: Course, log: Log, position: Position, asked: argparse.Namespace) -> None:
    role, opponent = asked.role or BOTH, asked.opponent or ("history" if asked.role else "person")
    if asked.json:
        print(json.dumps(as_report(course, log, position, role, opponent), ensure_ascii=False, indent=1))
    else:
        print("\n".join(as_text(course, log, position)).strip())


def _replay(asked: argparse.Namespace) -> int:
    """Recompute a game that was kept."""
    opened = _store(asked).read(asked.save, _library(asked), _theory(asked))
    for notice in opened.notices:
        say(notice)
    game = opened.game
    asked.role, asked.opponent = game.role, game.disposition
    _print_game(game.course, list(game.log), game.position, asked)
    return Status.DONE


# --- lists ---------------------------------------------------------------------------------------------------


def _cases(asked: argparse.Namespace) -> int:
    """One line a case, or its head as JSON."""
    library, heads, status = _library(asked), [], Status.DONE
    for name in library.ids():
        if found := library.faults(name):
            report(found)
            status = Status.FOUND
            continue
        scenario = library.get(name)
        heads.append(
            {
                "id": scenario.id,
                "title": scenario.title,
                "years": list(scenario.years),
                "minutes": scenario.minutes,
                "level": scenario.level,
                "roles": list(scenario.roles),
            }
        )
    if asked.json:
        print(json.dumps(heads, ensure_ascii=False, indent=1))
    else:
        for head in heads:
            years = "–".join(map(str, head["years"]))  # type: ignore[call-overload]
            print(f"{head['id']:<22} {years:<10} {head['title']}")
    return status


def _check(asked: argparse.Namespace) -> int:
    """Every fault of the files; with --table also what the solved scenario is warned about."""
    from game.scenario.check import check
    from game.scenario.shelf import shipped_scenarios

    paths = asked.paths or [shipped_scenarios()]
    found = check(paths)
    report(found)
    if asked.table:
        _tables(paths, _theory(asked))
    return Status.FOUND if found else Status.DONE


def _tables(paths: Sequence[Path], theory: Theory) -> None:
    from game.lab.paths import Paths, table
    from game.play.graph import Graph
    from game.play.solve import Solved
    from game.scenario.read import read_scenario
    from game.scenario.shelf import scenario_files

    for path in [p for given in paths for p in (scenario_files(given) if given.is_dir() else [given])]:
        scenario, _ = read_scenario(path)
        if scenario:
            solved = Paths.of(Solved.of(Graph.of(Course.of(scenario, theory))))
            print(
                scenario.id,
                *table(solved),
                *(f"warning: {w.where}: {w.sentence}" for w in solved.warnings()),
                "",
                sep="\n",
            )


# --- on paper ------------------------------------------------------------------------------------------------


def _debrief(asked: argparse.Namespace) -> int:
    """The sheet of a finished game."""
    from game.debrief.account import account
    from game.play.graph import Graph
    from game.play.solve import Solved
    from game.printing.debrief import default_name, joint_sheet, own_sheet

    opened = _store(asked).read(asked.save, _library(asked), _theory(asked))
    for notice in opened.notices:
        say(notice)
    if not opened.game.over:
        raise Refused(f"{asked.save}: this game is not over; go on with it first")
    told = account(opened.game, Solved.of(Graph.of(opened.game.course)), played=opened.header.begun)
    joint = asked.sheet == "joint" or (asked.sheet is None and opened.game.role == BOTH)
    document = (joint_sheet if joint else own_sheet)(told, annex=asked.annex)
    _print_document(document, default_name(told), asked)
    return Status.DONE


def _print(asked: argparse.Namespace) -> int:
    """The rules card."""
    from game.printing.card import rules_card

    _print_document(rules_card(_theory(asked)), "rules-card", asked)
    return Status.DONE


def _print_document(document: object, name: str, asked: argparse.Namespace) -> None:
    """Arrange a document in the format asked for and write it; text goes to stdout unless a file is named."""
    from game.printing.arrange import arranged

    data = arranged(document, asked.format, asked.paper)
    target: Path | None = asked.output
    if (target is None and asked.format == "text") or str(target) == "-":
        sys.stdout.buffer.write(data)
        return
    path = target or Path(f"{name}.{asked.format}")
    try:
        with path.open("wb" if asked.force else "xb") as file:
            file.write(data)
    except FileExistsError:
        raise Refused(EXISTS.format(path=path)) from None
    written(path)


__all__ = ["NotKept", "default_saves", "main", "parser"]


if __name__ == "__main__":
    sys.exit(main())

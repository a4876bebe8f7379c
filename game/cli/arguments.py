"""What can be asked on the command line: commands, their options, and what is said of a word that is none."""

from argparse import SUPPRESS, ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from game import __version__
from game.cli.talk import Refused, Status, no_such, say
from game.rules.words import CAPITALS, OPPONENTS
from game.theories.names import DEFAULT, SHIPPED

if TYPE_CHECKING:
    from argparse import _SubParsersAction

    Commands = _SubParsersAction["Parser"]

PLAY = "play"
COMMANDS = (
    PLAY,
    "run",
    "cases",
    "check",
    "graph",
    "replay",
    "debrief",
    "print",
    "backtest",
    "robustness",
    "theory",
    "new",
    "author",
    "schema",
)
WITH_VALUE = ("--scenarios", "--saves", "--as", "--opponent", "--theory", "--seed", "--player")
"""The options that take a value and can stand where no command does: those of play."""
DRAWS = 10_000
ROLES = (*CAPITALS, "both")
DRAWN = "drawn"
PAPERS = ("letter", "a4")
FORMATS = ("text", "md", "html", "pdf")
DRAWINGS = ("text", "svg")
SHEETS = ("own", "joint")


class Parser(ArgumentParser):
    """A parser that answers wrong usage with one sentence."""

    def error(self, message: str) -> NoReturn:
        """Say what is wrong, and where more is said."""
        say(message)
        say(f"see {self.prog} --help")
        raise SystemExit(Status.USAGE)


def parsed(words: Sequence[str]) -> Namespace:
    """What is asked. Without a command it is to play, so that the options of play may stand alone."""
    first = _first(words)
    if first and first == words[0] and first not in COMMANDS:
        raise Refused(no_such("command", first, COMMANDS))
    if first not in COMMANDS and not {"-h", "--help", "--version"}.intersection(words):
        words = [PLAY, *words]
    return parser().parse_args(words)


def _first(words: Sequence[str]) -> str:
    """The first word that is neither an option nor the value of one; empty if there is none."""
    value = False
    for word in words:
        if not value and not word.startswith("-"):
            return word
        value = not value and word in WITH_VALUE
    return ""


def parser() -> Parser:
    """The command line."""
    top = Parser(
        prog="two-capitals",
        description="A classroom game of US-Mexican drug policy. Without a command it is played.",
        parents=[_places()],
        allow_abbrev=False,
    )
    top.add_argument("--version", action="version", version=f"Two Capitals {__version__}")
    commands = top.add_subparsers(title="commands", metavar="COMMAND", dest="command", required=True)
    _add_play(commands)
    _add_run(commands)
    _add_cases(commands)
    _add_check(commands)
    _add_graph(commands)
    _add_replay(commands)
    _add_debrief(commands)
    _add_print(commands)
    _add_backtest(commands)
    _add_robustness(commands)
    _add_theory_tasks(commands)
    _add_new(commands)
    _add_author(commands)
    _add_schema(commands)
    return top


def _places() -> Parser:
    """Options that every command has, before or after its name."""
    places = Parser(add_help=False)
    _option(places, "--scenarios", "a folder of further scenarios", type=Path, metavar="DIR", action="append")
    _option(places, "--saves", "where games are kept", type=Path, metavar="DIR")
    return places


def _option(places: Parser, name: str, text: str, **more: object) -> None:
    places.add_argument(name, help=text, default=SUPPRESS, **more)  # type: ignore[arg-type]


def _command(commands: "Commands", name: str, text: str) -> Parser:
    return commands.add_parser(name, help=text, description=text, parents=[_places()], allow_abbrev=False)


# --- the commands --------------------------------------------------------------------------------------------


def _add_play(commands: "Commands") -> None:
    command = _command(commands, PLAY, "Play a case.")
    command.add_argument("case", nargs="?", metavar="CASE", help="its id, or a scenario file")
    _add_players(command, "unless given, each game draws another")
    command.add_argument(
        "--plain", action="store_true", help="flat text, one question at a time: for screen readers and pipes"
    )
    command.add_argument("--player", default="", metavar="NAME", help="a name for the printed sheet")
    command.add_argument("--no-predictions", action="store_true", help="for instructors: do not ask for predictions")


def _add_run(commands: "Commands") -> None:
    command = _command(commands, "run", "A whole game without a screen: receptions, flags and traces.")
    command.add_argument("case", metavar="CASE", help="its id, or a scenario file")
    _add_players(command, "0 unless given")
    how = command.add_mutually_exclusive_group()
    how.add_argument(
        "--choose", metavar="OPTION,OPTION…", help="the options of both sides, in the order in which they come up"
    )
    how.add_argument("--history", action="store_true", help="what was really done, on both sides")
    _add_json(command)


def _add_theory(command: Parser) -> None:
    command.add_argument(
        "--theory", metavar="NAME|FILE", help=f"{', '.join(SHIPPED)}, or a theory file; unless given, {DEFAULT}"
    )


def _add_cases(commands: "Commands") -> None:
    _add_json(_command(commands, "cases", "The cases that can be played."))


def _add_check(commands: "Commands") -> None:
    command = _command(commands, "check", "What is wrong in scenario and case files: every fault with its place.")
    command.add_argument(
        "paths", nargs="*", type=Path, metavar="PATH", help="files or folders; without one, the shipped scenarios"
    )
    command.add_argument(
        "--paths",
        dest="play",
        action="store_true",
        help="play each on all paths: what can never happen, best play, whether the dilemma is real",
    )
    command.add_argument(
        "--no-excerpt", dest="excerpt", action="store_false", help="a line a fault, without the line of the file"
    )
    _add_theory(command)
    _add_json(command)
    _add_output(command)


def _add_graph(commands: "Commands") -> None:
    command = _command(commands, "graph", "The decision tree of a case, as text or as a picture.")
    command.add_argument("case", metavar="CASE", help="its id, or a scenario file")
    _add_theory(command)
    command.add_argument("--format", choices=DRAWINGS, help="unless given, as the file is called; else text")
    _add_file(command)


def _add_replay(commands: "Commands") -> None:
    command = _command(commands, "replay", "Recompute a game and print its trace.")
    command.add_argument("save", type=Path, metavar="SAVE")
    _add_theory(command)
    _add_json(command)


def _add_debrief(commands: "Commands") -> None:
    command = _command(commands, "debrief", "The debrief of a finished game.")
    command.add_argument("save", type=Path, metavar="SAVE")
    _add_theory(command)
    command.add_argument("--sheet", choices=SHEETS, help="for one player, or for a pair")
    command.add_argument(
        "--as", dest="role", type=_one_of("capital", CAPITALS), metavar="CAPITAL", help="for which of two players"
    )
    command.add_argument("--annex", action="store_true", help="with every line of the trace")
    _add_output(command)


def _add_print(commands: "Commands") -> None:
    command = _command(commands, "print", "Handouts.")
    which = command.add_mutually_exclusive_group(required=True)
    which.add_argument("--card", action="store_true", help="the rules on one page")
    which.add_argument("--exercise", action="store_true", help="argue with the model: cases, and three tasks")
    _add_theory(command)
    _add_output(command)


def _add_backtest(commands: "Commands") -> None:
    command = _command(commands, "backtest", "The rules held against every coded case of the record.")
    _add_theory(command)
    _add_case_files(command)
    command.add_argument("--coder", type=Path, metavar="FILE", help="a second reader's coding of the same cases")
    command.add_argument("--compare", action="store_true", help="all theories beside one another")
    _add_json(command)
    _add_output(command)


def _add_robustness(commands: "Commands") -> None:
    command = _command(
        commands, "robustness", "How firm the results are: moved numbers, miscoded marks, dropped rules."
    )
    _add_theory(command)
    _add_case_files(command)
    command.add_argument("--samples", type=_count, default=DRAWS, metavar="N", help=f"draws; {DRAWS} unless given")
    command.add_argument("--seed", type=_seed, default=0, metavar="N", help="what the draws come from; 0 unless given")
    _add_json(command)
    _add_output(command)


def _add_case_files(command: Parser) -> None:
    command.add_argument(
        "--cases",
        type=Path,
        action="append",
        metavar="FILE",
        help="cases of one's own, in place of the shipped ones",
    )


def _add_theory_tasks(commands: "Commands") -> None:
    command = _command(commands, "theory", "Argue with the model: copy a theory, compare two, check one.")
    tasks = command.add_subparsers(title="tasks", metavar="TASK", dest="task", required=True)
    new = _command(tasks, "new", "Write a copy of a theory, to change a line of it.")
    new.add_argument("file", type=Path, metavar="FILE")
    _add_theory(new)
    new.add_argument("--force", action="store_true", help="write over a file that is there")
    diff = _command(tasks, "diff", "Where two theories differ, and which cases turn right or wrong.")
    diff.add_argument("first", metavar="NAME|FILE")
    diff.add_argument("second", metavar="NAME|FILE", nargs="?", help=f"unless given, the first against {DEFAULT}")
    _add_case_files(diff)
    _add_json(diff)
    check = _command(tasks, "check", "What is wrong in a theory file, and how it does on the cases.")
    check.add_argument("file", metavar="NAME|FILE")
    _add_case_files(check)
    _add_json(check)


def _add_new(commands: "Commands") -> None:
    command = _command(commands, "new", "Write a small, complete case to start from.")
    command.add_argument("case", metavar="ID", help="its id: small letters, digits and hyphens")
    command.add_argument("--title", metavar="TITLE", help="what the case is called")
    command.add_argument("-o", "--output", type=Path, metavar="FILE", help="- for stdout; unless given, ID.yaml here")
    command.add_argument("--force", action="store_true", help="write over a file that is there")


def _add_author(commands: "Commands") -> None:
    command = _command(commands, "author", "Write a case: what is wrong and what players will see, while you type.")
    command.add_argument("file", type=Path, metavar="FILE", help="its file; one that is not there is begun")
    command.add_argument("--watch", action="store_true", help="beside any editor: check the file whenever it is saved")
    command.add_argument("--paths", dest="play", action="store_true", help="with --watch: also play it on all paths")
    _add_theory(command)


def _add_schema(commands: "Commands") -> None:
    command = _command(commands, "schema", "The scenario format as a JSON Schema, for editors.")
    command.add_argument("--cases", action="store_true", help="of files of coded cases instead")
    command.add_argument("-o", "--output", type=Path, metavar="FILE", help="where to; unless given, stdout")
    command.add_argument("--force", action="store_true", help="write over a file that is there")


# --- what several have ---------------------------------------------------------------------------------------


def _add_players(command: Parser, seed: str) -> None:
    command.add_argument("--as", dest="role", type=_one_of("capital", ROLES), metavar="CAPITAL", help=", ".join(ROLES))
    opponents = (*OPPONENTS, DRAWN)
    command.add_argument("--opponent", type=_one_of("opponent", opponents), metavar="NAME", help=", ".join(opponents))
    _add_theory(command)
    command.add_argument(
        "--seed", type=_seed, metavar="N", help=f"what chance draws from; the same seed draws the same ({seed})"
    )


def _one_of(what: str, words: Sequence[str]) -> Callable[[str], str]:
    """Takes one of some words; of another it says which is nearest."""

    def one(text: str) -> str:
        if text not in words:
            raise ArgumentTypeError(no_such(what, text, words))
        return text

    return one


def _seed(text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) <= 18):
        raise ArgumentTypeError(f"{text!r} is no whole number of at most 18 digits")
    return int(text)


def _count(text: str) -> int:
    if not (text.isascii() and text.isdigit() and int(text[:9]) > 0 and len(text) <= 7):
        raise ArgumentTypeError(f"{text!r} is no whole number from 1 to 9999999")
    return int(text)


def _add_json(command: Parser) -> None:
    command.add_argument("--json", action="store_true", help="as JSON")


def _add_output(command: Parser) -> None:
    command.add_argument("--format", choices=FORMATS, help="unless given, as the file is called; else text")
    command.add_argument("--paper", choices=PAPERS, default=PAPERS[0])
    _add_file(command)


def _add_file(command: Parser) -> None:
    command.add_argument(
        "-o", "--output", type=Path, metavar="FILE", help="- for stdout; without it a fitting name here"
    )
    command.add_argument("--force", action="store_true", help="write over a file that is there")

"""The commands: each reads its arguments, calls what does the work, and prints data. Screens are loaded only to play.

This is the outermost door: whatever goes wrong behind it ends here, in a sentence and an exit status.
"""

import os
import sys
from argparse import Namespace
from collections.abc import Callable, Sequence
from importlib import import_module

from game.cli.arguments import parsed
from game.cli.talk import FAULT, KEPT_AT, NOTHING_KEPT, OUTPUT, STOPPED, Refused, Status, ready, report, say

DEBUG_VARIABLE = "TWO_CAPITALS_DEBUG"
COMMANDS = {
    "play": "playing.play",
    "run": "running.run",
    "replay": "running.replay",
    "cases": "lists.cases",
    "check": "lists.check",
    "graph": "trees.graph",
    "debrief": "paper.debrief",
    "print": "paper.handout",
    "backtest": "inspecting.backtest",
    "robustness": "inspecting.robustness",
    "theory": "inspecting.theory",
    "new": "authoring.new",
    "author": "authoring.author",
    "schema": "authoring.schema",
}
"""Where in this folder each command stands; it is loaded when it is asked for."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command. Returns its exit status."""
    ready()
    asked = Namespace()
    try:
        asked = parsed(sys.argv[1:] if arguments is None else arguments)
        status = _command(asked.command)(asked)
        print(end="", flush=True)
    except BrokenPipeError:  # whoever read our output has had enough
        _let_go_of_stdout()
        return Status.DONE
    except KeyboardInterrupt:
        say(STOPPED)
    except Exception as error:  # noqa: BLE001 - the outermost door
        _tell(error, asked)
    else:
        return status
    return Status.USAGE


def _command(name: str) -> Callable[[Namespace], int]:
    room, _, function = COMMANDS[name].partition(".")
    command: Callable[[Namespace], int] = getattr(import_module(f"game.cli.{room}"), function)
    return command


def _tell(error: Exception, asked: Namespace) -> None:
    """What went wrong, in a sentence. What is no fault of the user's is our own, and shown in full on request."""
    from game.reading.diagnostics import Unreadable

    if isinstance(error, Refused):
        say(str(error))
    elif isinstance(error, Unreadable):
        report(error.diagnostics)
    elif isinstance(error, OSError):
        _let_go_of_stdout()
        say(f"{error.filename or OUTPUT}: {error.strerror or error}")
    elif os.environ.get(DEBUG_VARIABLE):
        raise error
    else:
        store = getattr(asked, "store", None)
        kept = KEPT_AT.format(path=store.latest) if store and store.latest else NOTHING_KEPT
        say(FAULT.format(error=f"{type(error).__name__}: {error}", kept=kept))


def _let_go_of_stdout() -> None:
    """Nothing can be written there any more, so that the interpreter does not try again while it ends."""
    try:
        print(end="", flush=True)
    except (OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


__all__ = ["main"]

"""``play``: screens where there is a terminal that can show them, flat text elsewhere."""

import os
import sys
from argparse import Namespace
from typing import TYPE_CHECKING

from game.cli.talk import BOTH_ARE_PERSONS, NO_TERMINAL, NOT_A_ROLE, Refused, say

if TYPE_CHECKING:
    from game.sitting.session import Session

BLIND_TERMINALS = ("dumb", "unknown")


def play(asked: Namespace) -> int:
    """Play a game. What is wrong in the question is said before anything is shown."""
    if asked.case is not None or asked.role is not None or asked.opponent is not None:
        _seat(asked)
    if asked.plain or not can_show_screens():
        if not asked.plain:
            say(NO_TERMINAL)
        from game.plain import run as run_plain

        return run_plain(_session(asked))
    from game.tui.app import sit

    return sit(lambda: _session(asked))  # opened when the first screen is painted


def _session(asked: Namespace) -> "Session":
    """The sitting that was asked for."""
    from game.cli.places import library_of, store_of, theory_of
    from game.sitting.session import Session, Wanted

    wanted = Wanted(asked.case, asked.role, asked.opponent, asked.seed, asked.player, not asked.no_predictions)
    library = getattr(asked, "library", None) or library_of(asked)
    return Session(library, store_of(asked), theory_of(asked), wanted)


def _seat(asked: Namespace) -> None:
    """See that case, capital, opponent and theory are there and fit each other. Raises Refused, or Unreadable."""
    from game.cli.places import library_of, scenario_of, theory_of
    from game.play.game import BOTH, PERSON
    from game.play.seats import seated

    if asked.role == BOTH and asked.opponent not in (None, PERSON):
        raise Refused(BOTH_ARE_PERSONS.format(opponent=asked.opponent))
    if asked.opponent == PERSON:
        asked.role, asked.opponent = seated(BOTH, PERSON)
    if asked.case is None:
        return
    asked.library = library_of(asked)
    scenario = scenario_of(asked.library, asked.case)
    asked.case = scenario.id
    if asked.role not in (None, BOTH, *scenario.roles):
        raise Refused(NOT_A_ROLE.format(case=scenario.id, role=asked.role, roles=", ".join(scenario.roles)))
    if asked.theory is not None:  # the usual one bears every case that can be read
        from game.play.course import Course

        Course.of(scenario, theory_of(asked))


def can_show_screens() -> bool:
    """Textual writes its escapes into a pipe and then never ends, so this is asked before it is loaded."""
    streams = (sys.stdin, sys.stdout, sys.stderr)  # Textual paints on stderr
    return all(s and s.isatty() for s in streams) and os.environ.get("TERM", "") not in BLIND_TERMINALS

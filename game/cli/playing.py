"""``play``: screens where there is a terminal that can show them, flat text elsewhere."""

import os
import sys
from argparse import Namespace

from game.cli.places import library_of, scenario_of, store_of, theory_of
from game.play.game import BOTH, PERSON
from game.play.seats import seated
from game.scenario.library import Library
from game.talk import BOTH_ARE_PERSONS, NO_TERMINAL, NOT_A_ROLE, Refused, say

BLIND_TERMINALS = ("dumb", "unknown")


def play(asked: Namespace) -> int:
    """Play a game. What is wrong in the question is said before anything is shown."""
    library, store, theory = library_of(asked), store_of(asked), theory_of(asked)
    _seat(asked, library)
    if asked.plain or not _can_show_screens():
        if not asked.plain:
            say(NO_TERMINAL)
        from game.plain import run as run_plain
        from game.tui.session import Session, Wanted

        wanted = Wanted(asked.case, asked.role, asked.opponent, asked.seed, asked.player, not asked.no_predictions)
        return run_plain(Session(library, store, theory, wanted))
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


def _seat(asked: Namespace, library: Library) -> None:
    """See that case, capital and opponent are there and fit each other. Raises Refused."""
    if asked.role == BOTH and asked.opponent not in (None, PERSON):
        raise Refused(BOTH_ARE_PERSONS.format(opponent=asked.opponent))
    if asked.opponent == PERSON:
        asked.role, asked.opponent = seated(BOTH, PERSON)
    if asked.case is None:
        return
    scenario = scenario_of(library, asked.case)
    asked.case = scenario.id
    if asked.role not in (None, BOTH, *scenario.roles):
        raise Refused(NOT_A_ROLE.format(case=scenario.id, role=asked.role, roles=", ".join(scenario.roles)))


def _can_show_screens() -> bool:
    """Textual writes its escapes into a pipe and then never ends, so this is asked before it is loaded."""
    streams = (sys.stdin, sys.stdout)
    return all(s and s.isatty() for s in streams) and os.environ.get("TERM", "") not in BLIND_TERMINALS

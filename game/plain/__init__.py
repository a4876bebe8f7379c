"""The whole game in flat text: no boxes, no colour, no cursor; one question at a time, every answer a line.

Made for screen readers, slow lines and pipes. It is as complete as the screens and stands on the same sitting.
"""

import sys
from typing import TYPE_CHECKING

from game.plain.voice import NobodyAnswers, Voice

if TYPE_CHECKING:
    from game.sitting.session import Session


def run(session: "Session") -> int:
    """Play on the terminal or through a pipe. Returns the exit status; whoever leaves has lost nothing."""
    from game.plain.home import Home
    from game.plain.leaving import leave

    voice = Voice(sys.stdin, sys.stdout)
    try:
        Home(session, voice).open()
    except (NobodyAnswers, KeyboardInterrupt):
        leave(session, voice, answers=False)
    return 0

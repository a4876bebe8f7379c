"""What is said when a player leaves: where the game is kept, and what can be done if it could not be."""

from datetime import date
from pathlib import Path

from game.plain.voice import NobodyAnswers, Voice
from game.saves.store import NotKept, Store
from game.sitting.session import Session


def leave(session: Session, voice: Voice, *, answers: bool = True) -> None:
    """Say where the game is kept. ``answers``: somebody is still there to be asked."""
    if session.game is None:
        voice.gap()
        voice.say("Goodbye.")
        return
    session.keep()  # whatever interrupted it
    while session.unkept and answers:
        voice.line(f"Not kept: {session.unkept}.")
        answers = _kept_elsewhere(session, voice)
    voice.gap()
    if session.unkept:
        voice.line(f"Not kept: {session.unkept}.")
    elif session.record is not None:
        voice.line(f"The game is kept: {session.record.path}")


def _kept_elsewhere(session: Session, voice: Voice) -> bool:
    """Ask for another folder. False if there is none, or nobody to say so."""
    try:
        folder = voice.ask("Another folder to keep it in (Enter for none):")
    except NobodyAnswers:
        return False
    if not folder:
        return False
    try:
        begun = session.record.header.begun if session.record else date.today().isoformat()
        session.record = Store(Path(folder).expanduser()).begin(session.playing, begun)
        session.unkept = ""
    except NotKept as error:
        session.unkept = str(error)
    return True

"""Which screen comes next. The game is asked; nothing is decided here."""

from game.play.game import BOTH
from game.sitting.knowledge import is_known
from game.sitting.passage import opening
from game.sitting.session import Session
from game.tui.page import Page


def following(session: Session, *, told: bool) -> Page:
    """The next screen; ``told`` is whether what has happened has been shown already."""
    game = session.playing
    if to := session.must_hand_over:
        from game.tui.screens.hand_over import HandOver

        return HandOver(to)
    if not told and (capital := _has_news(session)):
        from game.tui.screens.resolution import Resolution

        return Resolution(capital)
    if game.over:
        return ending(session)
    from game.tui.screens.decision import Decision

    return Decision()


def ending(session: Session) -> Page:
    """What comes after the last decision: the debrief, or after a what-if the comparison."""
    if session.what_if is not None:
        from game.tui.screens.what_if import Compared

        return Compared(session.what_if, session.playing)
    from game.tui.screens.debrief import Debrief

    return Debrief()


def resumed(session: Session) -> Page:
    """The screen on which a kept game is taken up: with two at one keyboard nobody knows who sits there."""
    game = session.playing
    if game.role == BOTH and game.decision is not None:
        from game.tui.screens.hand_over import HandOver

        return HandOver(game.decision.by)
    return following(session, told=True)


def _has_news(session: Session) -> str:
    """The capital that there is something to tell to, or nothing."""
    game = session.playing
    capital = session.listener
    news = session.news(capital)
    known = any(is_known(one, game.course, capital) for one in news.happened)
    return capital if known and not opening(game, news, session.viewer) else ""

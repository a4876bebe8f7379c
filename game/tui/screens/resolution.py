"""Resolution: what came of a choice. Prediction beside result, the sum, and every number before and after."""

from collections.abc import Iterator
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from game.play.course import Course
from game.play.game import Chose, Prediction, came
from game.printing.document import Block, Facts, Heading
from game.rules.words import FOLLOW_UPS
from game.tui import wording
from game.tui.page import Page
from game.tui.passage import Story, answered, headline, prose, stories, told
from game.tui.session import News
from game.tui.signs import marked
from game.tui.widgets.panel import Panel
from game.tui.widgets.sheet import Sheet

FOLLOWED = {
    "settle": "Washington settles",
    "drop": "Washington drops it",
    "stand": "Washington stands by it",
    "someone-goes": "Somebody goes",
}


class Resolution(Page):
    """What has happened since the capital last chose."""

    HELP = """What came of your choice. Above, in a word, how it was taken, and what you had said. Then the sum by which
the rules reach the reply that is due: you can redo it with the rules card. A star marks our reading, where the paper
does not say it in so many words. Below, each number before and after, and why. Space reads on; Enter goes on.
w shows every line of the last trace in full, u goes back to the decision (that is recorded)."""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "go_on", "go on", key_display="Enter"),
        Binding("space,pagedown", "read(1)", "read on", key_display="Space"),
        Binding("w", "show('why')", "why in full"),
        Binding("r", "show('rules_card')", "rules card"),
        Binding("u", "back", "go back", show=False),
        Binding("h", "show('so_far')", "", show=False),
        Binding("d", "show('dossier')", "", show=False),
        Binding("pageup", "read(-1)", "", show=False),
        Binding("down,j", "line(1)", "", show=False),
        Binding("up,k", "line(-1)", "", show=False),
        Binding("q,escape", "leave", "leave", show=False),
    ]

    def __init__(self, capital: str) -> None:
        """Tell a capital what has happened since it last chose."""
        super().__init__()
        self.capital = capital

    def body(self) -> ComposeResult:
        """One sheet."""
        with Panel(id="text"):
            yield Sheet()

    def on_mount(self) -> None:
        """Draw what happened."""
        session = self.session
        game, news = session.playing, session.news(self.capital)
        viewer = session.viewer if session.viewer == "both" else self.capital
        self.game_app.accent_of(self.capital)
        told_ = stories(news.happened, game.course, viewer)
        left, right = heads(news, told_, game.log, self.capital)
        self.say(left, right)
        self.query_one(Sheet).show(tuple(blocks(news, told_, game.course, viewer)))

    # --- keys ------------------------------------------------------------------------------------------------

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Reading on is offered where there is more; going back where there is something to go back to."""
        if action == "back":
            return self.session.playing.can_go_back
        return True

    def action_go_on(self) -> None:
        """To what comes next."""
        self.game_app.follow()

    def action_read(self, by: int) -> None:
        """Read on, or back."""
        self.query_one(Panel).page(by)

    def action_line(self, by: int) -> None:
        """Move the text by a line."""
        self.query_one(Panel).scroll_relative(y=by, animate=False)

    def action_show(self, name: str) -> None:
        """Look something up."""
        self.game_app.show(name)

    def action_back(self) -> None:
        """Back to the decision that was just taken."""
        self.game_app.go_back()

    def action_leave(self) -> None:
        """Leave; the game is kept."""
        self.game_app.leave_game()


def heads(news: News, told_: list[Story], log: object, capital: str) -> tuple[str, str]:
    """The headline, and what had been said of it."""
    if news.own is None:
        return "Before you decide", ""
    word = came(news.own, log)  # type: ignore[arg-type]
    if word is None:
        others = [s for s in told_ if s.first.by not in (capital, "nobody")]
        kinds = {"act": "acts alone", "offer": "makes an offer", "objection": "objects"}
        who = others[0].first if others else None
        said = f"{wording.CAPITAL[who.by]} {kinds[who.kind]}" if who and who.kind in kinds else "Nothing is answered yet"
        return said, ""
    chose = news.own.chose
    predicted = chose.predicted if isinstance(chose, Chose) else None
    headline_ = FOLLOWED[word] if word in FOLLOW_UPS else marked(word).upper()
    return headline_, _said(predicted)


def _said(predicted: Prediction | None) -> str:
    if predicted is None:
        return ""
    because = f" {chr(0xB7)} it hung on: {wording.listed(map(wording.spoken, predicted.because))}" if predicted.because else ""
    return f"you said: {wording.spoken(predicted.expects)}{because}"


def blocks(news: News, told_: list[Story], course: Course, viewer: str) -> Iterator[Block]:
    """Everything, the answer to one's own move first."""
    for n, story in enumerate(told_):
        yield from told(story, course, viewer)
        if n == 0 and news.own is not None:
            continue


__all__ = ["Facts", "Heading", "Resolution", "answered", "headline", "prose"]

"""Resolution: what came of a choice. Prediction beside result, the sum, and every number before and after."""

from typing import ClassVar

from textual.binding import Binding, BindingType

from game.debrief import wording
from game.play.game import Chose, Game, Prediction, came
from game.printing.document import Paragraph, Run
from game.rules.words import CAPITALS, FOLLOW_UPS
from game.sitting.asking import not_asked
from game.sitting.foretold import foretold
from game.sitting.knowledge import EVERYBODY
from game.sitting.passage import headline, stories, told
from game.sitting.session import News
from game.sitting.signs import marked
from game.tui.reading import Reading
from game.tui.telling import telling
from game.tui.widgets.sheet import Sheet


class Resolution(Reading):
    """What has happened since a capital last chose."""

    HELP = """What came of your choice. Above, in a word, how it was taken, and what you had said. Then the sum
by which the rules reach the reply that is due: you can redo it with the rules card. A star marks our reading,
where the paper does not say it in so many words. Below, each number before and after, and why.

Enter reads on, and goes on where all is read. u goes back to the decision; that is recorded, and the debrief
will say so."""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "read_on", "read on", key_display="Enter"),
        Binding("enter", "go_on", "go on", key_display="Enter"),
        Binding("space,pagedown", "read(1)", "read on", show=False),
        Binding("w", "show('why')", "why in full"),
        Binding("r", "show('rules_card')", "rules card"),
        Binding("u", "back", "go back one decision", show=False),
        Binding("h", "show('so_far')", "so far", show=False),
        Binding("d", "show('dossier')", "dossier", show=False),
        Binding("q,escape", "leave", "leave", show=False),
    ]

    def __init__(self, capital: str) -> None:
        """Tell a capital what has happened since it last chose."""
        super().__init__()
        self.capital = capital

    def draw(self) -> None:
        """Show what happened."""
        session = self.session
        game, news = session.playing, session.news(self.capital)
        viewer = EVERYBODY if session.viewer == EVERYBODY else self.capital
        self.game_app.accent_of(self.capital)
        self.say(*heads(news, viewer, game))
        passed = not_asked(game, news, self.capital)
        said = foretold(game, news)
        first = [Paragraph((Run("Your prediction. ", "bold"), said))] if said else []
        first += [Paragraph((Run("Not asked. ", "bold"), passed))] if passed else []
        stories_told = told(game, news, viewer)
        lines = (block for one in stories_told for block in telling(one, game.course))
        self.query_one("#text Sheet", Sheet).show((*first, *lines))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Nothing is passed over unread; going back is offered where there is something to go back to."""
        if action in ("read_on", "go_on"):
            return self.more == (action == "read_on")
        if action == "back":
            return self.session.playing.can_go_back
        return super().check_action(action, parameters)

    def action_read_on(self) -> None:
        """The same key that goes on reads on first."""
        self.action_read(1)

    def action_go_on(self) -> None:
        """To what comes next."""
        self.conduct.follow()

    def action_back(self) -> None:
        """Back to the decision that was just taken."""
        self.conduct.back()

    def action_leave(self) -> None:
        """Leave; the game is kept."""
        self.conduct.leave()


def heads(news: News, viewer: str, game: Game) -> tuple[str, str]:
    """The headline, and what had been said of it."""
    if news.own is None:
        return "Before you decide", ""
    chose = news.own.chose
    word = came(news.own, game.log)
    if word is None:
        known = stories(news.happened, game.course, viewer)
        others = [s.first for s in known if s.first.by in CAPITALS and s.first.by != getattr(chose, "by", "")]
        return (headline(others[0], game.course).text if others else "No answer is asked"), ""
    said = wording.capped(wording.FOLLOWED[word]) if word in FOLLOW_UPS else marked(word).upper()
    return said, _predicted(chose.predicted if isinstance(chose, Chose) else None)


def _predicted(predicted: Prediction | None) -> str:
    if predicted is None:
        return ""
    return f"you said: {wording.spoken(predicted.expects)}"

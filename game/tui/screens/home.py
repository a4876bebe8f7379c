"""Home: go on, play, look back. With no game kept it offers Play alone."""

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from game.tui.picking import Picking
from game.tui.widgets.choices import Choice, Choices

if TYPE_CHECKING:
    from game.play.saves import Saved

CLAIM = (
    "Washington wants results, Mexico City wants rules. You hold one capital; every choice is answered by the other."
)
CODED = 67
"""How many cases the record holds: a test holds it to them, so that the first screen need not read them."""


class Home(Picking):
    """The first screen."""

    HELP = """The first screen. Go on takes up the last game where it stands; Play begins the first case; the
other cases stand under Cases. A game is kept after every answer, so you can leave at any time."""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("q", "leave", "quit"),
        Binding("escape", "stay", "", show=False),
    ]

    def __init__(self) -> None:
        """Look for kept games only after the first paint."""
        super().__init__()
        self._last: Saved | None = None
        self._actions: list[str] = []

    def body(self) -> ComposeResult:
        """The name, what it is about, what can be done."""
        with Vertical(id="home"):
            yield Static(Content(CLAIM), id="claim")
            yield Choices(id="menu")
            yield Static("", id="notice", markup=False)

    def on_mount(self) -> None:
        """Paint first, then look what is kept."""
        self.say("Two Capitals", "a game of decisions")
        self.app.call_later(self.call_after_refresh, self.look)  # only then does a program that starts paint

    def on_screen_resume(self) -> None:
        """Somebody has come back: the list may have changed."""
        if self._actions:
            self.look()

    def look(self) -> None:
        """Offer what can be done now."""
        session = self.session
        kept = session.store.list(session.library, session.theory)
        self._last = next((saved for saved in kept if not saved.over), None)
        rows = self._rows(bool(kept), any(saved.over for saved in kept))
        self._actions = [action for action, _ in rows]
        menu = self.query_one(Choices)
        menu.offer([choice for _, choice in rows])
        menu.focus()
        self.query_one("#notice", Static).update(Content(session.unkept))
        if session.wanted.case:
            self.game_app.show_brief(session.wanted.case)
            session.wanted = session.wanted._replace(case=None)

    def _rows(self, kept: bool, finished: bool) -> list[tuple[str, Choice]]:
        rows: list[tuple[str, Choice]] = []
        if self._last:
            rows.append(("go_on", Choice("Go on", self._where(self._last))))
        rows.append(("play", Choice("Play", self._first())))
        if finished:
            rows.append(("what_if", Choice("What if", "change one decision of a finished game")))
        if kept:
            rows += [
                ("debriefs", Choice("Debriefs", "games that are kept: read, print, delete")),
                ("cases", Choice("Cases", "all cases, with years and minutes")),
                ("record", Choice("The record", f"{CODED} coded cases under the rules; argue with them")),
                ("rules_card", Choice("Rules card", "all rules on one page")),
                ("how_to_print", Choice("How to print", "debriefs, handouts, the card")),
                ("leave", Choice("Quit", "")),
            ]
        return rows

    def _where(self, saved: "Saved") -> str:
        from game.debrief.wording import NAMES

        return f"{self.session.title(saved.header.scenario)}, {NAMES[saved.header.role]}: {saved.line}"

    def _first(self) -> str:
        """The case that is played first, and what is to be known of it before; its id where it cannot be read."""
        from game.reading.diagnostics import Unreadable
        from game.sitting.cases import years_and_minutes

        ids = self.session.library.ids()
        if not ids:
            return "there is no case here"
        try:
            scenario = self.session.library.get(ids[0])
        except Unreadable:
            return ids[0]
        return ", ".join((scenario.title, *years_and_minutes(scenario)))

    # --- keys ------------------------------------------------------------------------------------------------

    def action_stay(self) -> None:
        """Nothing lies behind home."""

    def action_leave(self) -> None:
        """Leave the program."""
        self.app.exit(0)

    def on_choices_taken(self, message: Choices.Taken) -> None:
        """Do it."""
        match self._actions[message.at]:
            case "go_on" if self._last:
                self.conduct.open(self._last)
            case "play" if ids := self.session.library.ids():
                self.game_app.show_brief(ids[0])
            case "leave":
                self.action_leave()
            case "go_on" | "play":
                self.app.bell()
            case name:
                self.game_app.show(name)

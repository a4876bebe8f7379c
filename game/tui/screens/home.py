"""Home: go on, play, look back. With no game kept it offers Play alone, and names the keys of the rest in one line.

Every entry has one key, whatever else is there: who has learned it need not look again.
"""

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.style import Style
from textual.widgets import Static

from game.tui.picking import Picking
from game.tui.widgets.choices import Choice, Choices

if TYPE_CHECKING:
    from game.saves.store import Saved

CLAIM = (
    "Washington wants results, Mexico City wants rules. You hold one capital; every choice is answered by the other."
)
CODED = 67
"""How many cases the record holds: a test holds it to them, so that the first screen need not read them."""


WAYS = {
    "go_on": ("0", "Go on", ""),
    "play": ("1", "Play", ""),
    "what_if": ("2", "What if", "change one decision of a finished game"),
    "debriefs": ("3", "Debriefs", "games that are kept: read, print, delete"),
    "cases": ("4", "Cases", "all cases, with years and minutes"),
    "record": ("5", "The record", f"{CODED} coded cases under the rules; argue with them"),
    "rules_card": ("6", "Rules card", "all rules on one page"),
    "how_to_print": ("7", "How to print", "debriefs, card, exercise sheet, record"),
    "leave": ("8", "Quit", ""),
}
"""Everything that can be done from here, in its order: its key, its name, what it is."""
NO_WHAT_IF = "once a game is finished: change one decision"
ALWAYS = ("cases", "record", "rules_card", "how_to_print")
"""What is there before the first game: its keys work though its entries are not shown."""


class Home(Picking):
    """The first screen."""

    HELP = """The first screen. Play begins the first case; the other cases stand under Cases. Once something was
played, Go on takes up the last game where it stands, and the digits 0 to 8 always mean the same. A game is kept after
every answer, so you can leave at any time.

The record lists what really happened, case by case, beside what the rules make of it. The rules card has all rules on
one page; with it you can redo every sum of a game by hand."""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("q", "leave", "quit"),
        Binding("escape", "stay", "", show=False),
        *(Binding(WAYS[name][0], f"open('{name}')", WAYS[name][1], show=False) for name in ALWAYS),
    ]

    def __init__(self) -> None:
        """Look for kept games only after the first paint."""
        super().__init__()
        self._last: Saved | None = None
        self._finished = False
        self._actions: list[str] = []

    def body(self) -> ComposeResult:
        """The name, what it is about, what can be done."""
        with Vertical(id="home"):
            yield Static(Content(CLAIM), id="claim")
            yield Choices(id="menu")
            yield Static("", id="others", markup=False)
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
        from game.sitting.rival import named_rival

        session = self.session
        if rival := named_rival(session.theory):
            self.say("Two Capitals", f"the rules: {rival}")
        kept = session.store.list(session.library, session.theory)
        self._last = next((saved for saved in kept if not saved.over), None)
        self._finished = any(saved.over for saved in kept)
        self._actions = self._ways(bool(kept))
        menu = self.query_one(Choices)
        menu.offer(list(map(self._choice, self._actions)))
        menu.focus()
        self.query_one("#others", Static).update(Content("") if kept else others())
        self.query_one("#notice", Static).update(Content(session.unkept))
        if session.wanted.case:
            self.game_app.show_brief(session.wanted.case)
            session.wanted = session.wanted._replace(case=None)

    def _ways(self, kept: bool) -> list[str]:
        """What can be done: Play alone before the first game, then everything; to go on there must be a game."""
        if not kept:
            return ["play"]
        return [name for name in WAYS if name != "go_on" or self._last]

    def _choice(self, name: str) -> Choice:
        key, label, note = WAYS[name]
        if name == "go_on" and self._last:
            note = self._where(self._last)
        elif name == "play":
            note = self._first()
        elif name == "what_if" and not self._finished:
            note = NO_WHAT_IF
        return Choice(label, note, key=key)

    def _where(self, saved: "Saved") -> str:
        from game.debrief.wording import NAMES
        from game.sitting.rival import begun_under

        header = saved.header
        under = begun_under(header.theory, self.session.theory)
        where = ", ".join(filter(None, (self.session.title(header.scenario), NAMES[header.role], under)))
        return f"{where}: {saved.line}"

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
            case "what_if" if not self._finished:
                self.game_app.tell("No game is finished yet. Play one to its end, then change a decision of it.")
            case name:
                self.action_open(name)

    def action_open(self, name: str) -> None:
        """Show a screen by its name."""
        if name == "rules_card":
            self.game_app.show_card(self)
        else:
            self.game_app.show(name)


def others() -> Content:
    """The keys of what is there besides Play, in one quiet line; each can be clicked."""
    parts = (
        Content.assemble((WAYS[name][0], "bold $capital"), f" {WAYS[name][1].lower()}").stylize(
            Style.from_meta({"@click": f"screen.open('{name}')"})
        )
        for name in ALWAYS
    )
    return Content.styled("Also:   ", "$quiet") + Content("   ").join(parts).stylize_before("$quiet")

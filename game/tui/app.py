"""The program: it starts, binds and guards. Which screen comes next is asked of the game; see :mod:`game.tui.table`."""

from collections.abc import Iterable
from typing import ClassVar

from textual.app import App, SystemCommand
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import Screen

from game.play.game import Prediction
from game.play.saves import Saved, Store
from game.reading.diagnostics import Unreadable
from game.rules.theory import Theory
from game.tui import settings
from game.tui.flow import following, resumed
from game.tui.page import Page
from game.tui.session import Library, Session, Wanted
from game.tui.themes import DARK, MEANING, THEMES
from game.tui.wording import CAPITAL


class TwoCapitals(App[int]):
    """The terminal game."""

    TITLE = "Two Capitals"
    CSS_PATH = "styles.tcss"
    ENABLE_COMMAND_PALETTE = True
    HORIZONTAL_BREAKPOINTS: ClassVar[list[tuple[int, str]]] = []
    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+q", "quit", "quit", show=False, priority=True)]

    def __init__(self, session: Session, theme: str = "") -> None:
        """Play with a library and a store of games."""
        self.session = session
        self.accent = "washington"
        super().__init__()
        for known in THEMES.values():
            self.register_theme(known)
        self.theme = theme if theme in THEMES else DARK.name

    # --- starting --------------------------------------------------------------------------------------------

    def on_mount(self) -> None:
        """Show home, or the case that was asked for."""
        from game.tui.screens.home import Home

        self.push_screen(Home())
        if self.session.wanted.case:
            self.call_after_refresh(self.show_brief, self.session.wanted.case)

    # --- colours ---------------------------------------------------------------------------------------------

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Our own variables, for themes that do not know them."""
        return DARK.variables

    def get_css_variables(self) -> dict[str, str]:
        """The theme's, and the accent of the capital that is played."""
        variables = super().get_css_variables()
        self.theme_variables = variables | {"capital": variables[self.accent], "here": variables[self.accent]}
        return self.theme_variables

    def accent_of(self, capital: str) -> None:
        """Use the accent of a capital."""
        accent = capital if capital in CAPITAL and capital in self.theme_variables else "washington"
        if accent != self.accent:
            self.accent = accent
            self.refresh_css(animate=False)

    def use_theme(self, name: str) -> None:
        """Change the colours, and remember it."""
        self.theme = name
        settings.remember("theme", name)

    # --- commands --------------------------------------------------------------------------------------------

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """The command palette: what can be done from anywhere."""
        yield SystemCommand("Help", "What this screen is for", lambda: self.show_help(screen))
        yield SystemCommand("Rules card", "All rules on one page", lambda: self.show("rules_card"))
        yield SystemCommand("Cases", "Choose another case", lambda: self.show("cases"))
        yield SystemCommand("Debriefs", "Finished games: open, print, delete", lambda: self.show("debriefs"))
        yield SystemCommand("How to print", "Debriefs, handouts, the rules card", lambda: self.show("how_to_print"))
        for name, meaning in MEANING.items():
            yield SystemCommand(f"Colours: {name}", meaning, lambda name=name: self.use_theme(name))
        yield SystemCommand("Quit", "The game is kept", self.action_quit)

    def show(self, name: str) -> None:
        """Show a screen by its name."""
        from game.tui.screens import page_of

        self.push_screen(page_of(name)())

    def show_help(self, screen: Screen[object]) -> None:
        """Show what a screen is for."""
        from game.tui.screens.help import Help

        if isinstance(screen, Page):
            self.push_screen(Help(screen))

    # --- playing ---------------------------------------------------------------------------------------------

    def open(self, saved: Saved) -> None:
        """Go on with a kept game; what is odd about it is said."""
        try:
            notices = self.session.open(saved)
        except Unreadable as error:
            notices = tuple(d.message for d in error.diagnostics)
            self.tell(*notices)
            return
        self.tell(*notices)
        self.push_screen(resumed(self.session))

    def choose(self, option: str, predicted: Prediction | None, reason: str) -> None:
        """An option is chosen: kept at once, then everybody else goes on."""
        self.session.choose(option, predicted, reason)
        self.play_on()

    def play_on(self, *, told: bool = False) -> None:
        """Let the others go on, and show what comes next. Exact best play is worked out beside the screen."""
        if self.session.playing.disposition == "strategist":
            self.tell("The other capital thinks it through.")
            self.run_worker(lambda: self._played_on(told), thread=True, exclusive=True, exit_on_error=False)
            return
        self.session.run_on()
        self.follow(told=told)

    def _played_on(self, told: bool) -> None:
        self.session.run_on()
        self.call_from_thread(self.follow, told=told)

    def follow(self, *, told: bool = True) -> None:
        """Show what comes next."""
        if self.session.unkept:
            self.tell(self.session.unkept)
        self.switch_screen(following(self.session, told=told))

    def hand_over(self, to: str) -> None:
        """The other capital has sat down."""
        self.session.hand_over(to)
        self.follow(told=False)

    def go_back(self) -> None:
        """Back one decision; it is recorded."""
        if self.session.playing.can_go_back:
            self.session.back()
            self.tell("Gone back one decision. The debrief will say so.")
            self.follow()

    def leave_game(self) -> None:
        """Home; the game is kept."""
        kept = self.session.what_if is None and not self.session.unkept
        self.tell("The game is kept: Go on takes it up where it stands." if kept else "This what-if is not kept.")
        while len(self.screen_stack) > 2:
            self.pop_screen()

    def tell(self, *sentences: str) -> None:
        """Say something for a few seconds."""
        for sentence in filter(None, sentences):
            self.notify(Content(sentence).plain, markup=False, timeout=6)

    def show_brief(self, case: str) -> None:
        """Show the brief of a case."""
        from game.tui.screens.brief import Brief

        self.push_screen(Brief(case))


def run(
    library: Library,
    store: Store,
    *,
    case: str | None = None,
    role: str | None = None,
    opponent: str | None = None,
    seed: int | None = None,
    player: str = "",
    theory: Theory,
    predictions: bool = True,
) -> int:
    """Play in this terminal. Returns the exit status."""
    wanted = Wanted(case, role, opponent, seed, player, predictions)
    app = TwoCapitals(Session(library, store, theory, wanted), settings.known().get("theme", ""))
    status = app.run()
    return app.return_code or status or 0

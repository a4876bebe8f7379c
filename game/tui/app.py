"""The program: it starts, binds and guards. It knows no rule, and asks the game which screen comes next.

What is needed to paint the first screen is loaded first; the game itself is loaded after that.
"""

from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from time import monotonic
from typing import TYPE_CHECKING, Any, ClassVar

from textual import events
from textual.app import App, SystemCommand
from textual.binding import Binding, BindingType
from textual.filter import LineFilter, Monochrome, NoColor
from textual.reactive import reactive
from textual.screen import Screen
from textual.timer import Timer
from textual.worker import Worker

from game.rules.symbols import ASCII
from game.sitting.symbols import SIGNS
from game.tui import settings
from game.tui.page import Page
from game.tui.screens.home import Home
from game.tui.themes import CAPITALS, DARK, MEANING, THEMES

if TYPE_CHECKING:
    from game.sitting.session import Session
    from game.tui.conduct import Conduct

SECONDS, AT_LEAST = 6, 1.5
"""So long something that was said stays on the screen; a key lets it go sooner, once it could be read."""
QUITS = "ctrl+q leaves the program; the game is kept. Everything else is on ctrl+p."
"""Said at ctrl+c, by which many want to leave."""


class TwoCapitals(App[int]):
    """The terminal game."""

    TITLE = "Two Capitals"
    CSS_PATH = "styles.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+q", "quit", "quit", show=False, priority=True)]

    notice: reactive[str] = reactive("")
    """What is said in passing: above the keys of whatever screen is seen (not in pop-ups, which cover the text)."""

    def __init__(self, open_session: "Callable[[], Session]", theme: str = "") -> None:
        """Play in a session that is opened after the first paint."""
        self._open_session = open_session
        self.accent = CAPITALS[0]
        self.fault: Exception | None = None
        self._until: Timer | None = None
        self._said_at = 0.0
        super().__init__()
        for known in THEMES.values():
            self.register_theme(known)
        self.theme = theme if theme in THEMES else DARK.name

    @cached_property
    def session(self) -> "Session":
        """The sitting."""
        return self._open_session()

    @cached_property
    def conduct(self) -> "Conduct":
        """Whoever takes a game over the screens."""
        from game.tui.conduct import Conduct

        return Conduct(self)

    # --- starting and ending ---------------------------------------------------------------------------------

    def get_default_screen(self) -> Page:
        """Home lies under every other screen."""
        return Home()

    async def on_event(self, event: events.Event) -> None:
        """What is typed or clicked before a screen stands was meant for the one before it, and is lost."""
        if isinstance(event, events.Key | events.MouseEvent | events.Paste) and not self.screen.is_mounted:
            return
        if isinstance(event, events.Key) and self.notice and monotonic() - self._said_at > AT_LEAST:
            self._silent()
        await super().on_event(event)

    def _handle_exception(self, error: Exception) -> None:
        """A fault of ours ends the screens and is told by the outermost door; the game is kept."""
        self.fault = error
        if self.is_headless:  # in tests it is raised where they can see it
            super()._handle_exception(error)
        else:
            self.exit(return_code=1)

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Something that was worked out beside the screen is there."""
        self.conduct.thought(event)

    # --- colours ---------------------------------------------------------------------------------------------

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Our own variables, for themes that do not know them."""
        return DARK.variables

    def get_css_variables(self) -> dict[str, str]:
        """The theme's, and the accent of the capital that is played."""
        variables = super().get_css_variables()
        self.theme_variables = variables | {"capital": variables[self.accent]}
        return self.theme_variables

    def accent_of(self, capital: str) -> None:
        """Use the accent of a capital; of two at one keyboard, that of the first."""
        accent = capital if capital in CAPITALS else CAPITALS[0]
        if accent != self.accent:
            self.accent = accent
            self.refresh_css(animate=False)

    def use_theme(self, name: str) -> None:
        """Change the colours, and remember it."""
        self.theme = name
        settings.remember("theme", name)

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Textual's; one more where the terminal knows ASCII only.

        The colours of a terminal have no greys: made grey (NO_COLOR) they are black on black, so they are left out.
        """
        filters = list(super().get_line_filters())
        if self.current_theme.ansi:
            filters = [NoColor() if isinstance(each, Monochrome) else each for each in filters]
        if SIGNS is ASCII:
            from game.tui.letters import Letters

            filters.append(Letters())
        return filters

    # --- screens ---------------------------------------------------------------------------------------------

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:
        """The command palette: what can be done from anywhere."""
        yield SystemCommand("Help", "What this screen is for", lambda: self.show_help(screen))
        yield SystemCommand("Rules card", "All rules on one page", lambda: self.show_card(screen))
        yield SystemCommand("The record", "Every coded case under the rules", lambda: self.show("record"))
        yield SystemCommand(
            "How to print",
            "Debriefs, the rules card, the exercise sheet, the record",
            lambda: self.show("how_to_print"),
        )
        for name, meaning in MEANING.items():
            yield SystemCommand(f"Colours: {name}", meaning, lambda name=name: self.use_theme(name))
        yield SystemCommand("Home", "Leave this game; it is kept", self.home)
        yield SystemCommand("Quit", "Leave the program; the game is kept", self.action_quit)

    def lay(self, page: Page, *, instead: bool = False) -> None:
        """Lay a screen over the one that is seen, or put it in its place."""
        (self.switch_screen if instead else self.push_screen)(page)

    def show(self, name: str, *, instead: bool = False) -> None:
        """Show a screen by its name."""
        from game.tui.screens import page_of

        self.lay(page_of(name)(), instead=instead)

    def show_card(self, screen: Screen[Any]) -> None:
        """Show the rules of the game that a screen belongs to; home belongs to none."""
        from game.tui.screens.rules_card import RulesCard

        self.lay(RulesCard(self.session.theory if isinstance(screen, Home) else None))

    def show_help(self, screen: Screen[Any]) -> None:
        """Show what a screen is for."""
        from game.tui.screens.help import Help

        self.push_screen(Help(screen))

    def show_brief(self, case: str, *, instead: bool = False) -> None:
        """Show the brief of a case."""
        from game.tui.screens.brief import Brief

        self.lay(Brief(case), instead=instead)

    def home(self) -> None:
        """Back to the first screen, whatever lies over it."""
        while not isinstance(self.screen, Home) and len(self.screen_stack) > 1:
            self.pop_screen()

    def tell(self, *sentences: str) -> None:
        """Say something for a few seconds, letter for letter; what was said before gives way to it."""
        said = " ".join(filter(None, sentences))
        if not said:
            return
        self.notice, self._said_at = said, monotonic()
        if self._until is not None:
            self._until.stop()
        self._until = self.set_timer(SECONDS, self._silent)

    def _silent(self) -> None:
        """What was said has been seen."""
        self.notice = ""

    def action_help_quit(self) -> None:
        """Say how to leave; said again, it stands there once."""
        self.tell(QUITS)


def sit(open_session: "Callable[[], Session]") -> int:
    """Play in this terminal, in a session that is opened when the first screen is painted. Returns the exit status."""
    app = TwoCapitals(open_session, settings.known().get("theme", ""))
    status = app.run()
    if app.fault is not None:
        raise app.fault
    return app.return_code or status or 0

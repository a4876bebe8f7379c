"""What every screen has: a head, the keys, help, and the session it shows."""

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import Screen
from textual.widgets import Static

from game.tui.widgets.head import Head
from game.tui.widgets.keys import Keys
from game.tui.widgets.panel import Panel

if TYPE_CHECKING:
    from game.sitting.session import Session
    from game.tui.app import TwoCapitals
    from game.tui.conduct import Conduct

TOO_SMALL = (
    "This window is too small for the screens (40 by 12 at least). Make it larger, or leave with q and play "
    "in flat text: two-capitals play --plain"
)


class Page(Screen[None]):
    """A screen of the game."""

    HELP: ClassVar[str] = ""
    """What this screen is for and how it is used: shown by ``?``."""
    AUTO_FOCUS = ""
    HORIZONTAL_BREAKPOINTS = [  # noqa: RUF012 - Textual declares it so
        (0, "-sliver"),
        (40, "-slim"),
        (60, "-normal"),
        (110, "-wide"),
    ]
    VERTICAL_BREAKPOINTS = [  # noqa: RUF012
        (0, "-shallow"),
        (12, "-low"),
        (18, "-medium"),
        (34, "-tall"),
    ]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("question_mark,f1", "help", "help", key_display="?"),
        Binding("escape", "leave", "back", show=False),
        Binding("q", "leave", "leave", show=False),
    ]

    @property
    def game_app(self) -> "TwoCapitals":
        """The program."""
        from game.tui.app import TwoCapitals

        assert isinstance(self.app, TwoCapitals)
        return self.app

    @property
    def session(self) -> "Session":
        """The sitting that is shown."""
        return self.game_app.session

    @property
    def conduct(self) -> "Conduct":
        """Whoever takes the game over the screens."""
        return self.game_app.conduct

    @property
    def small(self) -> bool:
        """Is there room for one panel only?"""
        return self.size.width < 60 or self.size.height < 18

    def compose(self) -> ComposeResult:
        """Head, body, keys; and the sentence for a window that is too small."""
        yield Head()
        yield from self.body()
        yield Keys()
        yield Static(TOO_SMALL, id="too-small", markup=False)

    def body(self) -> ComposeResult:
        """What stands between head and keys."""
        yield from ()

    def say(self, left: str, right: str = "", capital: str = "", aside: str = "") -> None:
        """Set the head."""
        self.query_one(Head).say(left, right, capital, aside)

    # --- reading ---------------------------------------------------------------------------------------------

    @property
    def seen(self) -> Panel | None:
        """The panel that the reading keys move."""
        return next(iter(self.query("#text").results(Panel)), None)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Reading on is offered where there is more."""
        if action == "read" and parameters == (1,):
            return self.more
        return True

    @property
    def more(self) -> bool:
        """Is there text below what is seen? Then a sign above the keys says so."""
        return self.seen is not None and self.seen.has_more

    def action_read(self, by: int) -> None:
        """Read on, or back."""
        if panel := self.seen:
            panel.page(by)

    def action_line(self, by: int) -> None:
        """Move the text by a line."""
        if panel := self.seen:
            panel.scroll_relative(y=by, animate=False)

    def action_end(self, by: int) -> None:
        """To the beginning or the end of the text."""
        if panel := self.seen:
            panel.scroll_to(y=panel.max_scroll_y if by > 0 else 0, animate=False)

    # --- leading elsewhere -----------------------------------------------------------------------------------

    def action_show(self, name: str) -> None:
        """Look something up on a screen of that name."""
        self.game_app.show(name)

    def action_help(self) -> None:
        """Show what this screen is for."""
        self.game_app.show_help(self)

    def action_leave(self) -> None:
        """Go back to where one came from."""
        self.dismiss()

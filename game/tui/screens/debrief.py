"""Debrief: one phase a screen, the student's own words first."""

from collections.abc import Iterator
from dataclasses import replace
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.worker import Worker, WorkerState

from game.debrief.model import Account
from game.play.game import Game
from game.printing.document import Block, Paragraph, Timeline, text_of
from game.sitting.phases import PHASES, minutes
from game.sitting.symbols import SIGNS
from game.tui.reading import Reading
from game.tui.widgets.sheet import Sheet
from game.tui.widgets.words import Words


class Debrief(Reading):
    """The account of a finished game."""

    HELP = """The debrief, phase by phase: n goes on to the next, Esc or p back to the one before; q leaves. The head
says how many minutes each has. First write your own account, before anything is shown: on paper, or press Enter and
type; Esc ends the typing.

Then: the time line against history's, the four conditions by decision, the four cells of the paper's figure,
the real case, the smallest change that would have mattered, and questions. x changes a decision and plays it
through; s writes the sheet to print."""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n,right", "phase(1)", "next", key_display="n"),
        Binding("p,left", "phase(-1)", "phase before", show=False),
        Binding("enter", "write", "write", key_display="Enter"),
        Binding("x", "what_if", "what if"),
        Binding("s", "print", "sheet to print"),
        Binding("w", "show('why')", "why, the last trace", show=False),
        Binding("r", "show('rules_card')", "rules card", show=False),
        Binding("h", "show('so_far')", "so far", show=False),
        Binding("q", "leave", "leave", show=False),
        Binding("escape", "end_typing", "end typing", key_display="Esc"),
        Binding("escape", "back", "back", key_display="Esc"),
    ]

    def __init__(self) -> None:
        """Show the game on the table; its account is worked out beside the screen."""
        super().__init__()
        self.at = 0
        self.account: Account | None = None

    def body(self) -> ComposeResult:
        """The sheet, and the place to write."""
        yield from super().body()
        yield Words(id="own-words", show_line_numbers=False, soft_wrap=True)

    def draw(self) -> None:
        """Say that the account is coming, and have it worked out."""
        self.say("Debrief", self.session.playing.course.scenario.title)
        self.query_one(Sheet).show((Paragraph("The account is being drawn up."),))
        self.query_one(Words).load_text(self.session.own_words())
        game, played = self.session.playing, self.session.begun
        self.run_worker(lambda: accounted(game, played), thread=True, exclusive=True, exit_on_error=False)

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """The account is there, or could not be made."""
        if event.state == WorkerState.SUCCESS and isinstance(event.worker.result, Account):
            self.account = event.worker.result
            self._show()
        elif event.state == WorkerState.ERROR:
            self.query_one(Sheet).show((Paragraph("The account could not be drawn up; the game is kept."),))
            self.log.error(event.worker.error)

    def _show(self) -> None:
        if self.account is None:
            return
        phase = PHASES[self.at]
        self.say(f"Debrief {self.at + 1} of {len(PHASES)}: {phase.title}", minutes(self.account, phase))
        self.query_one(Sheet).show(tuple(self._blocks(self.account)))
        self.query_one("#text").scroll_home(animate=False)
        self.set_class(self.at == 0, "-writing")
        self.refresh_bindings()

    def _blocks(self, account: Account) -> Iterator[Block]:
        """The blocks of the phase: whose turns are one's own is marked, and in the first the way on is named."""
        for block in PHASES[self.at].blocks(account):
            yield own_turns(block, account) if isinstance(block, Timeline) else block
        if self.at == 0:
            yield Paragraph("n next, whether you have written or not. q leaves; the game is kept.", "small")

    # --- keys ------------------------------------------------------------------------------------------------

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Keys that make no sense in this phase are not offered."""
        if action == "write":
            return self.at == 0 and self.account is not None and not self.typing
        if action == "end_typing":
            return self.typing
        if action == "phase":
            wanted = self.at + int(str(parameters[0]))
            return self.account is not None and 0 <= wanted < len(PHASES)
        if action == "back":
            return self.account is not None and self.at > 0 and not self.typing
        if action in ("what_if", "print"):
            return self.account is not None and self.at > 0
        return super().check_action(action, parameters)

    def action_phase(self, by: int) -> None:
        """The next phase, or the one before."""
        self._keep_words()
        self.at = max(0, min(self.at + by, len(PHASES) - 1))
        self._show()

    def action_write(self) -> None:
        """Type one's own account."""
        self.query_one(Words).focus()

    @property
    def typing(self) -> bool:
        """Is somebody writing his own words?"""
        return self.focused is not None

    def action_end_typing(self) -> None:
        """End the typing; what was written is kept."""
        self._keep_words()
        self.set_focus(None)
        self.refresh_bindings()

    def action_back(self) -> None:
        """The phase before."""
        self.action_phase(-1)

    def action_leave(self) -> None:
        """Leave; the game is kept."""
        self._keep_words()
        self.conduct.leave()

    def _keep_words(self) -> None:
        text = self.query_one(Words).text.strip()
        notice = self.session.keep_own_words(text)
        self.game_app.tell(notice)

    def action_what_if(self) -> None:
        """Change a decision."""
        self.game_app.show("what_if")

    def action_print(self) -> None:
        """Write the sheet to print."""
        from game.tui.screens.print_sheet import PrintSheet

        if self.account is not None:
            words = self.session.own_words()
            self.app.push_screen(PrintSheet(replace(self.account, own_words=words)))


def own_turns(block: Timeline, account: Account) -> Timeline:
    """The time line with both capitals in one lane; a sign marks one's own turns."""
    role = account.header.role
    if role == "both":
        return block
    turns = tuple(
        replace(turn, label=f"{SIGNS.cursor if told.by == role else ' '} {turn.label}")
        for turn, told in zip(block.turns, account.timeline.turns, strict=True)
    )
    caption = f"{SIGNS.cursor} your own turns. {text_of(block.caption)}"
    return replace(block, mine="in play", turns=turns, caption=caption)


def accounted(game: Game, played: str) -> Account:
    """The account of a game, with best play. It takes up to a second or two, so a thread does it."""
    from game.debrief.account import account
    from game.play.solve import solution

    return account(game, solution(game.course), played=played)

"""Decision: one question, what one capital knows, the options; the option under the cursor in words."""

from collections.abc import Iterator
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, Vertical
from textual.content import Content
from textual.widgets import Static

from game.debrief.wording import NAMES
from game.play.game import Prediction
from game.printing.document import Block, Bullets, Facts, Heading, Paragraph, Run
from game.scenario.citations import citation
from game.scenario.model import Decision as Question
from game.scenario.model import Option
from game.sitting.asking import asked_again
from game.sitting.rival import named_rival
from game.sitting.session import Session, decision_of
from game.sitting.signs import dotted, marked
from game.sitting.situation import before_this, in_words, on_the_table, place, view_of
from game.sitting.symbols import SIGNS
from game.tui.page import Page
from game.tui.setting import wrapped
from game.tui.widgets.advisers import advisers
from game.tui.widgets.choices import Choice, Choices
from game.tui.widgets.panel import Panel
from game.tui.widgets.sheet import Sheet
from game.tui.widgets.state import State

PANELS = ("situation", "state", "options")
WIDE = 110
BESIDE = 48
OPTIONS, WORDS = 9, 5
"""The most lines of each."""
READ = ("#situation", "#side")


class Decision(Page):
    """A decision of the capital that is played."""

    HELP = """One decision. Read the situation (Space reads on, a goes to the advisers and back), look at the
state on the right, move through the options with the arrows: the line below says what each would do. Enter, or
the number, chooses; you are then asked what you expect.

The four conditions run from absent (□□) over some (■□) to in place (■■). Grievances are lines that were crossed
and not yet answered. Frustration drives Washington to act alone, standing is Mexico City's credit at home; both
run from 0 to 5. Autonomy counts the classes of acts that no agreement on the ledger forbids. An arrow shows
what has changed."""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "take", "choose", key_display="Enter"),
        Binding("tab", "panel(1)", "next panel", key_display="Tab"),
        Binding("shift+tab", "panel(-1)", "", show=False),
        Binding("space,pagedown", "read(1)", "read on", key_display="Space"),
        Binding("pageup", "read(-1)", "", show=False),
        Binding("a", "advisers", "advisers"),
        Binding("a", "question", "question"),
        Binding("d", "show('dossier')", "dossier"),
        Binding("h", "show('so_far')", "so far"),
        Binding("w", "show('why')", "why last", show=False),
        Binding("r", "show('rules_card')", "rules", show=False),
        Binding("u", "back", "go back one decision", show=False),
        Binding("up,k", "step(-1)", "", show=False),
        Binding("down,j", "step(1)", "", show=False),
        Binding("escape", "question", "", show=False),
        Binding("q,escape", "leave", "leave", show=False),
    ]

    def __init__(self) -> None:
        """Show the decision that waits."""
        super().__init__()
        self.panel = 0
        self.begun = ""
        """A line of reason from which somebody went back to the options."""
        self.options: tuple[Option, ...] = ()
        self.words: list[Content] = []
        """What each option would do."""

    def body(self) -> ComposeResult:
        """Situation and state above, options and their words below."""
        with Container(id="table"):
            with Vertical(id="read"):
                with Panel(id="situation"):
                    yield Sheet()
                yield Static("", id="below", markup=False)
            with Vertical(id="beside"):
                with Panel(id="side"):
                    yield State()
                with Panel(id="dossier"):
                    yield Sheet()
            with Vertical(id="choosing"):
                with Panel(id="options"):
                    yield Choices(id="choices")
                yield Static("", id="words", markup=False)

    def on_mount(self) -> None:
        """Draw what waits; words follow the cursor in the same repaint, what lies below the fold is named at once."""
        self.bindings_updated_signal.subscribe(self, lambda _: self._say_below())
        self.draw()
        self.watch(self.query_one(Choices), "at", self._say_option, init=False)

    def on_resize(self, event: events.Resize) -> None:
        """One panel at a time where there is no room for more; where there is much, the dossier lies open."""
        self._arrange()
        if event.size.width >= WIDE:
            self._open_dossier()

    def draw(self) -> None:
        """Draw the decision that waits."""
        game = self.session.playing
        decision = decision_of(game)
        self.game_app.accent_of(decision.by)
        where, aside = dotted(*place(game, decision)), named_rival(game.course.theory)
        self.say(game.course.scenario.title, where, NAMES[decision.by], aside)
        self.query_one("#situation Sheet", Sheet).show(tuple(situation(self.session, decision)))
        self.query_one(State).show(view_of(game, self.session.news(decision.by), decision.by))
        self.options = game.options
        self.words = [self._words(option) for option in self.options]
        choices = self.query_one(Choices)
        choices.offer([Choice(option.label) for option in self.options])
        choices.focus()
        self._say_option(0)
        self._arrange()

    def _open_dossier(self) -> None:
        from game.tui.screens.dossier import people

        sheet = self.query_one("#dossier Sheet", Sheet)
        if not sheet.blocks:
            sheet.show(tuple(people(self.session.playing)))

    def _words(self, option: Option) -> Content:
        """What an option would do, and the prices of it that are known beforehand."""
        said = in_words(self.session.playing, option)
        return Content("\n").join(map(Content, (dotted(*said.does), *said.prices)))

    def _say_option(self, at: int) -> None:
        if at < len(self.words):
            self.query_one("#words", Static).update(self.words[at], layout=False)

    def _fit_options(self, width: int) -> None:
        """Give options and words the lines that they need, the same for all options, so that nothing jumps."""
        choices = self.query_one("#options", Panel)
        choices.styles.height = min(self.query_one(Choices).height_at(width), OPTIONS)
        lines = max((len(wrapped(words, width - 2)) for words in self.words), default=1)
        self.query_one("#words", Static).styles.height = 1 + min(lines, WORDS)

    # --- one panel at a time ---------------------------------------------------------------------------------

    def _arrange(self) -> None:
        width = self.size.width
        self._fit_options(width - BESIDE if width >= WIDE else width)
        self.set_class(self.small, "-one")
        for n in range(len(PANELS)):
            self.set_class(self.small and n == self.panel, f"-panel-{n}")
        self.refresh_bindings()

    def action_panel(self, by: int) -> None:
        """Show the next panel."""
        self.panel = (self.panel + by) % len(PANELS)
        self._arrange()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Keys that make no sense now are not offered."""
        if action == "panel":
            return self.small
        if action == "back":
            return self.session.playing.can_go_back
        if action == "read":
            return self.check_read()
        if action == "advisers":
            return self._advisers_below() or (self.small and self.panel > 0)
        if action == "question":
            return not self.small and self.query_one("#situation", Panel).scroll_offset.y > 0
        return super().check_action(action, parameters)

    # --- keys ------------------------------------------------------------------------------------------------

    @property
    def seen(self) -> Panel:
        """The panel that the reading keys move: the state where it alone is seen, else the situation."""
        return self.query_one("#side" if self.small and self.panel == 1 else "#situation", Panel)

    @property
    def more(self) -> bool:
        """What lies below the situation is named beside it."""
        return False

    def check_read(self) -> bool:
        """Is there something that is not seen?"""
        panels = [self.seen] if self.small else [self.query_one(name, Panel) for name in READ]
        return any(panel.max_scroll_y > 0 for panel in panels)

    def action_read(self, by: int) -> None:
        """Read the situation on, then the state; at the end of both begin again."""
        panels = [self.seen] if self.small else [self.query_one(name, Panel) for name in READ]
        for panel in panels:
            if panel.has_more if by > 0 else panel.scroll_offset.y > 0:
                panel.page(by)
                return
        for panel in panels:
            panel.scroll_home(animate=False)

    def _advisers(self) -> int:
        """The line of the situation at which the advisers begin; 0 if there are none."""
        return self.query_one("#situation Sheet", Sheet).line_of(Facts)

    def _advisers_below(self) -> bool:
        """Do the advisers begin below what is seen, or too near its end to be read?"""
        seen, begins = self.query_one("#situation", Panel), self._advisers()
        return begins > 0 and begins + 2 >= seen.scroll_offset.y + seen.scrollable_content_region.height

    def _say_below(self) -> None:
        """Name what lies below the situation that is seen: a student at the back scrolls only if told what for."""
        if self.session.playing.decision is None or not self.is_current:  # the game has gone on; this screen is leaving
            return
        panel, line = self.query_one("#situation", Panel), self.query_one("#below", Static)
        line.display = panel.max_scroll_y > 0
        if self._advisers_below():
            said = f"{SIGNS.more} a: {_below(decision_of(self.session.playing))}"
        else:
            said = f"{SIGNS.more} Space reads on" if panel.has_more else ""
        line.update(Content(said), layout=False)

    def action_advisers(self) -> None:
        """To the advisers, the panel of the situation first where one panel is seen."""
        self.panel = 0
        self._arrange()
        self.call_after_refresh(self._to_advisers)

    def _to_advisers(self) -> None:
        self.query_one("#situation", Panel).scroll_to(y=self._advisers(), animate=False)

    def action_question(self) -> None:
        """Back to the question, from wherever one has read on to."""
        self.query_one("#situation", Panel).scroll_home(animate=False)

    def action_step(self, by: int) -> None:
        """Move the cursor, or the text where only the text is seen."""
        if self.small and self.panel < 2:
            self.action_line(by)
        else:
            self.query_one(Choices).step(by)

    def action_take(self) -> None:
        """Choose what is under the cursor; where the options are not seen, show them first."""
        if self.small and self.panel < 2:
            self.panel = 2
            self._arrange()
        else:
            self.query_one(Choices).take()

    def action_back(self) -> None:
        """Go back one decision."""
        self.conduct.back()

    def action_leave(self) -> None:
        """Leave; the game is kept."""
        self.conduct.leave()

    def on_choices_taken(self, message: Choices.Taken) -> None:
        """Ask what is expected of it."""
        from game.tui.screens.predict import Predict

        option = self.options[message.at]
        form = Predict(option, self.session.playing.learned, self.begun)
        self.app.push_screen(form, lambda said: self._chosen(option, said, form.written))

    def _chosen(self, option: Option, said: tuple[Prediction | None, str] | None, written: str) -> None:
        self.begun = written
        if said is not None:
            self.conduct.choose(option.id, *said)


# --- what is shown -------------------------------------------------------------------------------------------


def situation(session: Session, decision: Question) -> Iterator[Block]:
    """The question, what lies on the table, the situation, the voices, what was known."""
    game, lying = session.playing, on_the_table(session.playing.course, session.playing.position)
    yield Paragraph(decision.title, "lead")
    if before := before_this(session, lying):
        yield Paragraph((Run("Before this. ", "bold"), f"{before}."))
    if lying:
        what = ". ".join(filter(None, [lying.what, lying.does, f"{lying.expects}: "]))
        yield Paragraph((Run("On the table. ", "bold"), what, Run(f"{marked(lying.word)}.", "bold")))
    if decision.brief:
        yield Paragraph(decision.brief.strip())
    if again := asked_again(game, decision):
        yield Paragraph(again, "small")
    yield from advisers(decision.advisers)
    if decision.known_then:
        yield Heading("Known then", 3)
        yield Bullets(
            tuple(
                (f"{fact.text} ", Run(f"({citation(fact.cite, game.course.scenario.common)})", "italic"))
                for fact in decision.known_then
            )
        )


def _below(decision: Question) -> str:
    """What stands below a brief, counted."""
    voices, facts = len(decision.advisers), len(decision.known_then)
    parts = [f"{voices} adviser{'s' * (voices > 1)}", f"{facts} document{'s' * (facts > 1)}" if facts else ""]
    return ", ".join(filter(None, parts))

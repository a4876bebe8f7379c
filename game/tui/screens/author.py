"""Author: a case while it is written. The text, what is wrong with it, and beside it what players will see."""

from collections.abc import Iterator
from random import SystemRandom
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, Vertical
from textual.content import Content
from textual.style import Style
from textual.timer import Timer
from textual.widgets import Static, TextArea
from textual.worker import Worker, WorkerState

from game.authoring.bench import Bench
from game.authoring.outline import Line, chosen_somewhere
from game.authoring.replay import Row as Played
from game.authoring.way import NoWay, Way, way_to
from game.debrief.wording import spoken
from game.play.course import Course
from game.play.graph import Graph
from game.reading.characters import clean
from game.reading.diagnostics import Diagnostic, Unreadable, as_text
from game.rules.numbers import so_many
from game.scenario.model import Decision
from game.sitting.signs import dotted, marked
from game.sitting.symbols import SIGNS
from game.tui.page import Page
from game.tui.screens.question import Question
from game.tui.screens.question import Way as Answer
from game.tui.setting import justified, set_blocks
from game.tui.widgets.editor import Editor
from game.tui.widgets.jumps import Jump, Jumps
from game.tui.widgets.panel import Panel
from game.tui.widgets.sheet import Sheet

if TYPE_CHECKING:
    from game.tui.workbench import Workbench

AFTER_A_KEY = 0.3
"""Seconds without a key, until the text is looked at."""
EVERY = 1.0
"""Seconds between two looks at the file, and the longest that typed text is kept nowhere but here."""
VIEWS = ("preview", "tree", "replay")
ALONE = ("text", "faults", *VIEWS)
"""What is seen one at a time, where there is little room."""
SOUND = "No faults: it can be played."


class Author(Page):
    """The workbench of a case."""

    HELP = """Here a case is written. What is wrong is told below the text while you type: F2 and F3 go from one fault
to the next, and so does Enter on a fault (Esc leads from the text to the list, and back) or a click. In the text a
faulty line has ! beside its number, a warning ~, and the word is underlined.

Beside or below it stands what players will see of the decision in which the cursor is; F6 changes to the tree (all
decisions, events and options; Enter goes there) and to the replay (the choices of your last game made again on the
text as it now is, with what each met then and meets now; before a first game, what really happened), then hides it.
F7 reads on. In a small window one part is seen at a time, and F6 shows the next.

F5 plays from the decision in which the cursor is: the choices that lead there are made for you. Leaving the game leads
back here. Ctrl+S saves; Ctrl+Z and Ctrl+Y undo and redo; Ctrl+Q leaves, and asks if something is unsaved. What is not
saved is also kept beside the file every second, and offered when the program was ended otherwise."""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f2", "fault(1)", "next fault", key_display="F2", priority=True),
        Binding("f3", "fault(-1)", "fault before", key_display="F3", show=False, priority=True),
        Binding("f5", "play", "play from here", key_display="F5", priority=True),
        Binding("f6", "next_view", "other view", key_display="F6", show=False, priority=True),
        Binding("ctrl+s", "save", "save", key_display="^S", priority=True),
        Binding("f4", "view('tree')", "tree", key_display="F4", priority=True),
        Binding("f7", "read(1)", "read on", key_display="F7", show=False, priority=True),
        Binding("f1,question_mark", "help", "help", key_display="F1", priority=False),
        Binding("escape,q", "leave", "back to the text", show=False),
        Binding("tab", "app.focus_next", "", show=False),
    ]

    def __init__(self, bench: Bench) -> None:
        """Lay a text out."""
        super().__init__()
        self.bench = bench
        self.view = VIEWS[0]
        self.alone = 0
        self._waits: Timer | None = None
        self._faults: tuple[Diagnostic, ...] = ()
        self._lines: tuple[Line, ...] = ()
        self._played: tuple[Played, ...] = ()
        self._above: tuple[str, int] | None = None
        self._seeking: Worker[tuple[Decision, Way | NoWay]] | None = None
        self._following: Worker[None] | None = None
        self._told = ""

    def body(self) -> ComposeResult:
        """The text and its faults; beside or below them one of the views."""
        with Container(id="bench"):
            with Vertical(id="written-text"):
                yield Editor(self.bench.text, id="writing")
                with Panel(id="faults"):
                    yield Jumps(id="fault-list")
            with Vertical(id="views"):
                yield Static("", id="tabs")
                with Panel(id="text", classes="preview"):
                    yield Sheet()
                with Panel(id="outline", classes="tree"):
                    yield Jumps(id="tree-list")
                with Panel(id="again", classes="replay"):
                    yield Jumps(id="replay-list")

    @property
    def editor(self) -> Editor:
        """The text."""
        return self.query_one(Editor)

    @property
    def line(self) -> int:
        """The line in which the cursor is, from 1."""
        return self.editor.cursor_location[0] + 1

    # --- beginning -------------------------------------------------------------------------------------------

    def on_mount(self) -> None:
        """Take up the text where it was left, then see whether something must be asked first."""
        self.query_one("#tabs").auto_links = False
        self.editor.focus()
        self.editor.history = self.workbench.edits or self.editor.history
        row, column = self.bench.cursor
        self.editor.go_to(row + 1, column + 1)
        self._draw()
        self.set_interval(EVERY, self.look)
        self.call_after_refresh(self._begin)

    def _begin(self) -> None:
        draft = self.bench.draft
        if self.bench.began:
            return
        self.bench.began = True
        if left := draft.left():
            self._ask(
                f"Text was left unsaved here on {left.when}; the program ended before it was saved.",
                Answer("Take it up", "nothing is written to the file before you save", lambda: self._lay(left.text)),
                Answer("Throw it away", "and open the file as it was saved", draft.forget),
            )
        elif draft.new:
            self._ask(
                f"There is no file {clean(draft.path.name)} yet.",
                Answer("Start from a small case", "complete and playable, with comments", self._start),
                Answer("Start with nothing", "the first save makes the file", self.action_leave),
                safe=1,
            )
        elif draft.opened.harmful:
            count = draft.opened.harmful
            what = so_many(count, "character")
            self.game_app.tell(f"{what} that would speak to the terminal became blanks; a save writes it so.")

    def _ask(self, sentence: str, *answers: Answer, safe: int = 0) -> None:
        self.app.push_screen(Question(clean(self.bench.draft.path.name), sentence, answers, safe))

    def _start(self) -> None:
        self._lay(self.bench.draft.start())

    def _lay(self, text: str) -> None:
        """Put another text in the place of this one; the cursor stays where it was, as near as can be."""
        row, column = self.editor.cursor_location
        self.editor.load_text(text)
        self.editor.go_to(row + 1, column + 1)
        self.editor.focus()
        self.check()

    # --- while it is written ---------------------------------------------------------------------------------

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """A key: look at the text when no other follows at once."""
        if self._waits is not None:
            self._waits.stop()
        self._waits = self.set_timer(AFTER_A_KEY, self.check)
        self._head()

    def on_text_area_selection_changed(self, event: TextArea.SelectionChanged) -> None:
        """Preview and faults follow the cursor."""
        self._head()
        self._preview()
        row, column = self.editor.cursor_location
        at = self.bench.fault_at(row + 1, column + 1)
        if at is not None:
            self.query_one("#fault-list", Jumps).at = at

    def check(self) -> None:
        """Look at the text as it now is, and show what is found."""
        if self._waits is not None:
            self._waits.stop()
            self._waits = None
        if self.editor.text != self.bench.text:
            self.bench.read(self.editor.text)
            self._above = None
            self._draw()

    def look(self) -> None:
        """Keep what is not saved, and see whether somebody else wrote to the file; not while something is asked."""
        if self.app.screen is not self:
            return
        try:
            self.bench.draft.keep(self.editor.text)
        except OSError as error:
            self._once(f"What is not saved cannot be kept beside the file ({error.strerror or error}): save often.")
        if self.bench.draft.changed():
            self._somebody_wrote()

    def _once(self, sentence: str) -> None:
        if self._told != sentence:
            self._told = sentence
            self.game_app.tell(sentence)

    def _somebody_wrote(self) -> None:
        draft = self.bench.draft
        if draft.gone:
            draft.let_be()
            self.game_app.tell("The file is gone; a save makes it anew.")
            self._head()
        elif not draft.unsaved(self.editor.text):
            self._read_anew()
            self.game_app.tell("Another program wrote to the file; this is its text now.")
        else:
            self._ask(
                "Another program wrote to the file, and here is text that is not saved.",
                Answer("Keep this text", "a save writes over the other", self._keep_mine),
                Answer("Read the file", "what is unsaved here is lost", self._read_anew),
            )

    def _keep_mine(self) -> None:
        self.bench.draft.let_be()
        self._head()
        self.editor.focus()

    def _read_anew(self) -> None:
        try:
            self._lay(self.bench.draft.read().text)
        except Unreadable as error:
            self.bench.draft.let_be()
            self.game_app.tell(*(as_text(fault) for fault in error.diagnostics))
        self._head()

    # --- how it looks ----------------------------------------------------------------------------------------

    def _draw(self) -> None:
        """Show everything that depends on the text."""
        self._faults = self.bench.desk.found
        self.editor.mark(fault for fault in self._faults if self.bench.here(fault))
        self.query_one("#fault-list", Jumps).show(
            [self._fault(f) for f in self._faults] or [Jump(Content(SOUND), False)]
        )
        self._head()
        self._preview()
        self._tree()
        self._replay()
        self._arrange()

    def _head(self) -> None:
        draft, (row, column) = self.bench.draft, self.editor.cursor_location
        unsaved = "unsaved" if draft.unsaved(self.editor.text) else ""
        name = clean(draft.path.name)
        self.say(
            f"{name} ({unsaved})" if unsaved else name, dotted(f"line {row + 1}, column {column + 1}", self._count())
        )

    def _count(self) -> str:
        errors, all_ = self.bench.desk.errors, len(self._faults)
        parts = [(errors, "error"), (all_ - errors, "warning")]
        return ", ".join(so_many(n, word) for n, word in parts if n) or "no faults"

    def _fault(self, fault: Diagnostic) -> Jump:
        """A fault as a command prints it, its place first; the file is named where it is another."""
        here, (file, line, column) = self.bench.here(fault), fault.place
        place = f"{line}:{column}" if here else f"{clean(file)}:{line}:{column}"
        return Jump(
            Content.assemble(
                *((f"{place} ", "$quiet"), (fault.severity, "bold"), f" {fault.sentence}"),
                (f" [{fault.code}]", "$quiet"),
            ),
            here,
        )

    def _preview(self) -> None:
        """The screen under the cursor; set anew when the cursor comes to another, scrolled to the option it is in."""
        line = self.line
        span, option = self.bench.desk.span_at(line), self.bench.desk.option_span_at(line)
        above = span.id if span else "", option.first if option else 0
        if above == self._above:
            return
        sheet, panel = self.query_one("#text Sheet", Sheet), self.query_one("#text", Panel)
        blocks = self.bench.shown(line)
        if self._above is None or self._above[0] != above[0]:
            sheet.show(blocks)
        self._above = above
        over = self.bench.up_to_option(line, blocks)
        rows = len(set_blocks(over, sheet.content_size.width)) if over else 0
        self.call_after_refresh(lambda: panel.scroll_to(y=rows, animate=False))

    def _tree(self) -> None:
        self._lines = self.bench.outline()
        self.query_one("#tree-list", Jumps).show([_branch(line) for line in self._lines])
        if self.view == "tree" and self.bench.unknown and self._following is None:
            self._follow(self.bench.unknown)

    def _follow(self, course: Course) -> None:
        """Follow all paths beside the screen, to learn what can never be chosen."""
        bench = self.bench
        self._following = self.run_worker(
            lambda: bench.know(course, chosen_somewhere(Graph.of(course))), thread=True, exit_on_error=False
        )

    def _replay(self) -> None:
        self._played = self.bench.rows()
        rows = [Jump(Content.styled(_whose(self.bench), "$quiet"), False)] if self._played else []
        rows += [Jump(_made(one)) for one in self._played]
        if self._played and (ending := _ended(self.bench)):
            rows.append(Jump(ending, False))
        self.query_one("#replay-list", Jumps).show(rows)

    def _tabs(self) -> None:
        differ = sum(one.differs for one in self._played)
        notes = {"replay": f" {differ} differ{'s' if differ == 1 else ''}" if differ else ""}
        parts = []
        for view in VIEWS:
            click = Style.from_meta({"@click": f"screen.view('{view}')"})
            name = Content.styled(view.capitalize(), "bold $capital underline" if view == self.view else "$quiet")
            parts.append((name + Content.styled(notes.get(view, ""), "bold")).stylize(click))
        tabs = self.query_one("#tabs", Static)
        named, keys = Content("   ").join(parts), Content.styled("F6 other, F7 on", "$quiet")
        room = tabs.content_size.width
        tabs.update(justified(named, keys, room) if named.cell_length + keys.cell_length < room else named)

    def on_resize(self, event: events.Resize) -> None:
        """One part at a time where there is no room for more."""
        self._arrange()

    def _arrange(self) -> None:
        """Show the view that is wanted; where there is little room, one part alone."""
        for view in VIEWS:
            self.set_class(self.view == view, f"-{view}")
        self.set_class(not self.view, "-no-view")
        self.set_class(self.small, "-one")
        for part in ("text", "faults", "views"):
            alone = ALONE[self.alone] if ALONE[self.alone] not in VIEWS else "views"
            self.set_class(self.small and part == alone, f"-alone-{part}")
        self.call_after_refresh(self._tabs)
        self.refresh_bindings()

    # --- keys ------------------------------------------------------------------------------------------------

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Keys that make no sense now are not offered."""
        if action == "fault":
            return any(self.bench.here(fault) for fault in self._faults)
        if action == "read":
            return True
        return super().check_action(action, parameters)

    def action_fault(self, by: int) -> None:
        """To the next fault, or the one before."""
        self.check()
        row, column = self.editor.cursor_location
        at = self.bench.next_fault(row + 1, column + 1, by)
        if at is not None:
            self._go_to_fault(at)

    def _go_to_fault(self, at: int) -> None:
        place = self._faults[at].place
        self._go_to(place.line, place.column)

    def _go_to(self, line: int, column: int = 1) -> None:
        """To a place of the text, which takes the keys again."""
        self.alone = 0
        self._arrange()
        self.editor.focus()
        self.editor.go_to(line, column)

    def action_view(self, view: str) -> None:
        """Show a view, and let it take the keys."""
        self.view = view
        self.alone = ALONE.index(view)
        self._tree()
        self._arrange()
        lists = {"tree": "#tree-list", "replay": "#replay-list"}
        if view == "tree":
            self._find_in_tree()
        if view in lists:
            self.query_one(lists[view], Jumps).focus()

    def _find_in_tree(self) -> None:
        """The cursor of the tree stands where that of the text does."""
        span, option = self.bench.desk.span_at(self.line), self.bench.desk.option_span_at(self.line)
        here = span.id if span else "", option.id if option else ""
        at = next((n for n, branch in enumerate(self._lines) if (branch.item, branch.option) == here), None)
        if at is not None:
            self.query_one("#tree-list", Jumps).at = at

    def action_next_view(self) -> None:
        """The next view, then none; where one part is seen at a time, the next part."""
        if self.small:
            self.alone = (self.alone + 1) % len(ALONE)
            self.view = ALONE[self.alone] if ALONE[self.alone] in VIEWS else self.view
        else:
            order = (*VIEWS, "")
            self.view = order[(order.index(self.view) + 1) % len(order)]
        self._tree()
        self._arrange()
        if self.view or self.alone == 0:
            self.editor.focus()

    def action_read(self, by: int) -> None:
        """Read the view on; from its end back to its beginning."""
        panel = next(iter(self.query(f".{self.view}").results(Panel)), None) if self.view else None
        if panel is not None and panel.has_more:
            panel.page(by)
        elif panel is not None:
            panel.scroll_home(animate=False)

    def action_leave(self) -> None:
        """Back to the text."""
        self.alone = 0
        self._arrange()
        self.editor.focus()

    def on_jumps_taken(self, message: Jumps.Taken) -> None:
        """Go to what was taken from a list."""
        match message.jumps.id:
            case "fault-list":
                self._go_to_fault(message.at)
            case "tree-list":
                line = self._lines[message.at]
                self._go_to(self.bench.desk.line_of(line.item, line.option))
            case "replay-list":
                one = self._played[message.at - 1]  # the first row says whose choices they are
                self._go_to(self.bench.desk.line_of(one.decision, one.option))

    # --- saving, leaving -------------------------------------------------------------------------------------

    def action_save(self) -> None:
        """Write the file, unless somebody else has meanwhile."""
        if self.bench.draft.changed() and not self.bench.draft.gone:
            self._somebody_wrote()
        else:
            self.save()

    def save(self) -> bool:
        """Write the file; False, and said why, if that cannot be."""
        self.check()
        try:
            self.bench.draft.save(self.editor.text)
        except OSError as error:
            self.game_app.tell(f"Not saved: {clean(str(self.bench.draft.path))} ({error.strerror or error})")
            return False
        self._head()
        self.game_app.tell(f"Saved: {clean(str(self.bench.draft.path))}")
        return True

    def quit(self) -> None:
        """Leave the program; with unsaved text, ask."""
        if not self.bench.draft.unsaved(self.editor.text):
            self.bench.draft.forget()
            self.app.exit(0)
        elif not isinstance(self.app.screen, Question):
            self._ask(
                "The text is not saved.",
                Answer("Save and leave", "", self._save_and_leave),
                Answer("Leave without saving", "what is unsaved is lost", self._throw_away),
                Answer("Stay", "", self.action_leave),
                safe=2,
            )

    def _save_and_leave(self) -> None:
        if self.save():
            self.app.exit(0)

    def _throw_away(self) -> None:
        self.bench.draft.forget()
        self.app.exit(0)

    # --- playing ---------------------------------------------------------------------------------------------

    def action_play(self) -> None:
        """Find the way to the decision under the cursor, beside the screen; then play from there."""
        self.check()
        decision, course = self.bench.decision_from(self.line), self.bench.course
        if decision is None or course is None:
            self.game_app.tell("It cannot be played while it has errors; F2 goes to the first.")
        elif self._seeking is None:
            self._seeking = self.run_worker(
                lambda: (decision, way_to(course, decision)), thread=True, exit_on_error=False
            )

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """A way was found, or all paths were followed."""
        if event.worker is self._seeking and event.state in (WorkerState.SUCCESS, WorkerState.ERROR):
            self._seeking = None
            if event.state == WorkerState.ERROR:
                raise event.worker.error or RuntimeError("no way was looked for")
            assert isinstance(event.worker.result, tuple)
            self._play(*event.worker.result)
        elif event.worker is self._following and event.state in (WorkerState.SUCCESS, WorkerState.ERROR):
            self._following = None
            if event.state == WorkerState.SUCCESS:
                self._tree()

    def _play(self, decision: Decision, way: Way | NoWay) -> None:
        if isinstance(way, NoWay):
            self.game_app.tell(way.why)
        elif self.bench.sound:
            game = self.bench.game(decision, way.made, SystemRandom().randrange(1, 10_000))
            self.look()
            self.bench.cursor = self.editor.cursor_location
            self.workbench.play(game, self.editor.history)

    @property
    def workbench(self) -> "Workbench":
        """The program."""
        from game.tui.workbench import Workbench

        assert isinstance(self.app, Workbench)
        return self.app


# --- rows ----------------------------------------------------------------------------------------------------


def _branch(line: Line) -> Jump:
    """A line of the tree."""
    if not line.item:
        return Jump(Content.styled(line.text, "bold"), False)
    never = "never chosen" if line.option else "never comes up"
    note = Content.styled(f"  {line.note}", "$quiet")
    text = Content(line.text) + note + (Content.styled(f"  {never}", "bold") if line.never else Content(""))
    return Jump(text, indent=4 if line.option else 2)


def _whose(bench: Bench) -> str:
    return "your last game, made again" if bench.last.made else "what really happened (F5 plays: then your own choices)"


def _made(one: Played) -> Content:
    """One choice: the decision, the option, what it met then and meets now."""
    return Content.assemble((f"{one.decision} ", "$quiet"), one.option, *_met(one))


def _met(one: Played) -> Iterator[Content]:
    if one.then != one.now:
        met = f"{marked(one.then) or 'nothing'} {SIGNS.arrow} {marked(one.now) or 'nothing'}"
        yield Content.styled(f"  {met}", "bold")
    elif one.now:
        yield Content.styled(f"  {marked(one.now)}", "$quiet")
    if one.odd:
        yield Content.styled(f"  {one.odd}", "bold")


def _ended(bench: Bench) -> Content | None:
    """The ending then and now; None where neither game came to an end."""
    assert bench.then is not None
    assert bench.now is not None
    then, now = spoken(bench.then.ending), spoken(bench.now.ending)
    if not (then or now):
        return None
    if then == now:
        return Content.styled(f"ends in: {now}", "$quiet")
    return Content.styled(f"ends in: {then or 'no end'} {SIGNS.arrow} {now or 'no end'}", "bold")

"""Argue with the model: change a rule of a theory, and see at once which cases of the record turn."""

from collections.abc import Iterator
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal

from game.backtest.edits import (
    THEN,
    Argument,
    Changes,
    Place,
    Turn,
    changed,
    deciding,
    edited,
    numbered,
    result,
    said,
    stays,
)
from game.backtest.lookup import Against, Looked, against, quoted
from game.printing.document import Block, Bullets, Heading, Lines, Paragraph, Text, bold
from game.record.library import shipped_cases
from game.rules.numbers import signed
from game.rules.theory import Theory
from game.sitting.signs import dotted
from game.sitting.symbols import SIGNS
from game.tui.picking import Picking
from game.tui.widgets.choices import Choices
from game.tui.widgets.panel import Panel
from game.tui.widgets.rule_lines import RuleLines
from game.tui.widgets.sheet import Sheet

HOW = "Change a number, strike out a question or leave a rule out: what turns is told here."
KEPT = "u takes the last change back; s writes your changes as a theory file."
PLAY = "Play it, from that folder: two-capitals play --theory {name}"


class Argue(Picking):
    """A theory whose lines can be changed, beside what that turns."""

    HELP = """On the left the rules that decide how a case comes out: of a reply its start and its steps, and what
Washington then does; of an offer what it must pass. Below each rule stand the questions that it asks. On the right,
what your changes turn: how many cases are right before and now, whether the rules still beat plain guessing, and every
case that comes out otherwise.

+ and - change the number of a rule. Enter strikes a question out, or asks it again; on a rule, Enter leaves the whole
rule out, or takes it back. u takes the last change back, s writes the theory with your changes to a file that can be
played, compared and printed. Where one panel is seen, Tab shows the other. Nothing is changed in the game itself."""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("plus,equals_sign,right", "number(1)", "number", key_display="+ -"),
        Binding("minus,left", "number(-1)", "a smaller number", show=False),
        Binding("enter,x", "take", "strike out", key_display="Enter"),
        Binding("u,backspace", "undo", "undo", key_display="u"),
        Binding("s", "save", "save the theory to a file", show=False),
        Binding("tab", "turn", "the other panel", show=False),
        Binding("pagedown,space", "read(1)", "what turned: a page down", show=False),
        Binding("pageup,b", "read(-1)", "what turned: a page up", show=False),
        Binding("escape,q", "leave", "back", key_display="Esc"),
    ]

    def __init__(self, theory: Theory, about: Looked | None = None) -> None:
        """Argue with a theory; about a case: on the rule that decided it."""
        super().__init__()
        self.theory, self.about = theory, about
        self.made: tuple[Changes, ...] = (Changes(),)
        """Every state of the changes so far; the last is the one that counts."""
        self.saved: tuple[str, ...] = ()
        """What is to be said of the file, until something else is changed."""

    def body(self) -> ComposeResult:
        """The rules, and what turns."""
        with Horizontal(id="argue"):
            with Panel(id="rules"):
                yield RuleLines(self.theory)
            with Panel(id="text"):
                yield Sheet()

    @property
    def rules(self) -> RuleLines:
        """The lines of the theory."""
        return self.query_one(RuleLines)

    @property
    def changes(self) -> Changes:
        """What is otherwise now."""
        return self.made[-1]

    def on_mount(self) -> None:
        """Show the theory as it is."""
        self.say("Argue with the model", self.theory.title)
        if self.about:
            self.rules.go_to(deciding(self.theory, self.about.got))
        self.rules.focus()
        self.watch(self.rules, "at", self.refresh_bindings, init=False)  # the keys depend on the line
        self.call_after_refresh(self.draw)

    def draw(self) -> None:
        """Show the lines, and what they turn."""
        self.rules.show(self.changes)
        self.query_one("#text Sheet", Sheet).show(tuple(self.blocks()))
        self.query_one("#text", Panel).scroll_home(animate=False)
        self.refresh_bindings()

    def blocks(self) -> Iterator[Block]:
        """Totals before and now, the plain guesses, what turned, what was changed."""
        yield from map(Paragraph, self.saved)
        argument = Argument.of(self.theory, shipped_cases(), self.changes)
        if self.about:
            yield from _about(argument, self.about)
        yield from turned(argument)
        if self.changes:
            yield Heading("Your changes", 2)
            yield Bullets(tuple(said(self.theory, self.changes)))

    def on_resize(self) -> None:
        """Where there is little room one panel is seen at a time."""
        self.set_class(self.small, "-one")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A number is changed where there is one."""
        if action == "take":
            what = self.rules.here.what
            return not (isinstance(what, Place) and stays(self.theory, what))
        if action == "number":
            what = self.rules.here.what
            return isinstance(what, Place) and numbered(what) and what not in self.changes.dropped
        if action in ("undo", "save"):
            return len(self.made) > 1 if action == "undo" else bool(self.changes)
        return super().check_action(action, parameters)

    # --- keys ------------------------------------------------------------------------------------------------

    def on_choices_taken(self, _message: Choices.Taken) -> None:
        """Strike out, leave out, or the reverse."""
        if self.check_action("take", ()):
            self._change(self.changes.toggled(self.rules.here.what))

    def action_number(self, by: int) -> None:
        """Change the number of the rule under the cursor."""
        line = self.rules.here
        if isinstance(line.what, Place):
            self._change(self.changes.stepped(line.what, line.rule, by))

    def action_undo(self) -> None:
        """Take the last change back."""
        if len(self.made) > 1:
            self.made, self.saved = self.made[:-1], ()
            self.draw()

    def _change(self, changes: Changes) -> None:
        if changes != self.changes:
            self.made, self.saved = (*self.made, changes), ()
            self.draw()

    def action_turn(self) -> None:
        """Show the other panel, where one is seen."""
        self.toggle_class("-panel-1")

    def action_save(self) -> None:
        """Write the theory with the changes, beside the games."""
        self.saved = written(self.theory, self.changes, self.session.store.folder)
        self.draw()


def written(theory: Theory, changes: Changes, folder: Path) -> tuple[str, ...]:
    """Write the changed file of a theory under a name that is not taken; the sentences say where, or why not."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        path = _free(folder, changed(theory, changes).id)
        with path.open("x", encoding="utf-8") as file:
            file.write(edited(theory, changes))
    except OSError as error:
        why = error.strerror or error
        return (f"It could not be written: {why}. Start the game with --saves and a folder that you may write to.",)
    return f"Written: {path.resolve()}", PLAY.format(name=path.name)


def _free(folder: Path, stem: str) -> Path:
    stem = stem.removesuffix("-changed") + "-changed"
    paths = (folder / f"{stem}{f'-{number}' if number > 1 else ''}.yaml" for number in range(1, 10_000))
    return next(path for path in paths if not path.exists())


# --- what turns ----------------------------------------------------------------------------------------------


def turned(argument: Argument) -> Iterator[Block]:
    """Before and now in numbers, then case by case."""
    before, after = argument.before.share(), argument.after.share()
    by = after.right - before.right
    now = f" {SIGNS.arrow} {after.right} ({signed(by)})" if argument.changes else ""
    yield Paragraph((bold(f"Right: {before if not argument.changes else before.right}{now}"), _then(argument)))
    if argument.changes:
        yield Paragraph(KEPT, "small")
    guesses = zip(against(argument.before), against(argument.after), strict=True)
    yield Lines(tuple(_guess(was, now) for was, now in guesses))
    if not argument.changes:
        yield Paragraph(HOW)
        return
    turns = argument.turns
    yield Heading(f"Cases that turn: {len(turns)}", 2)
    yield Lines(tuple(map(_turn, turns))) if turns else Paragraph("None: every case comes out as before.")
    if argument.followed:
        yield Heading(f"Washington then does something else: {len(argument.followed)}", 2)
        yield Lines(tuple(map(_turn, argument.followed)))


def _then(argument: Argument) -> str:
    """How often what Washington does after the reply is right, before and now."""
    before, after = (test.finer(THEN) for test in (argument.before, argument.after))
    now = f" {SIGNS.arrow} {after.right}" if before != after else ""
    return f". What Washington then did: {before.right}{now} of {before.total}"


def _about(argument: Argument, about: Looked) -> Iterator[Block]:
    """The case that is argued about: before, now, and in the record."""
    case = about.case
    pairs = zip(argument.before.rows, argument.after.rows, strict=True)
    found = next(((was, now) for was, now in pairs if was.case.id == case.id), None)
    if found is None:
        yield Paragraph(f"{case.title}: no rule can judge it.")
        return
    was, now = (result(row.got) for row in found)
    came = was if was == now else f"{was} {SIGNS.arrow} {now}"
    yield Paragraph(
        (bold(case.title), f": rules {came}, record {found[0].expected}. You begin on the rule that decided it.")
    )


def _guess(was: Against, now: Against) -> Text:
    mine = str(was.mine.right) if was.mine == now.mine else f"{was.mine.right} {SIGNS.arrow} {now.mine.right}"
    word = "beaten" if now.beaten else bold("not beaten")
    return f"{quoted(now.name)} is right on {now.its}, the rules on {mine} of these: ", word


def _turn(turn: Turn) -> Text:
    case = turn.before.case
    word = bold(turn.word) if turn.word.startswith("now") else turn.word
    came = f"{turn.said(turn.before)} {SIGNS.arrow} {turn.said(turn.after)}"
    rest = dotted(f"{case.years[0]} {case.title}", came, f"record {turn.record}")
    return word, f" {SIGNS.bullet} {rest}"

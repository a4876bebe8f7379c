"""Predict: what will come, what it will hang on, and why one chooses so. Three keystrokes and one line."""

from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.style import Style
from textual.widgets import Static

from game.debrief import wording
from game.play.game import Asked, Prediction, asked
from game.reading.characters import clean
from game.scenario.model import Option
from game.sitting.signs import marked
from game.sitting.symbols import SIGNS
from game.tui.widgets.keys import Keys
from game.tui.widgets.line import Line

WHY = "Why do you choose this?"
LONGEST = 400
UNTOUCHED = -1
"""No answer is under the cursor before a key has moved it there: Enter alone never answers."""
FIRST = "First an answer: its number, or an arrow and Enter. The reason comes last."
MARK = "Mark what it hangs on. Enter again leaves it open."


class Predict(ModalScreen[tuple[Prediction | None, str] | None]):
    """Asks before the option is taken. Esc goes back a question; nothing is chosen until the last is answered."""

    HELP = """Before anything happens you say what you expect. First the answer: its number. Then what it will
hang on: one or more numbers, Enter when you are done. Last one line of reason, in your own words; Enter
chooses. Nobody grades a prediction; the debrief sets it beside what came. Esc goes back one question, and from
the first to the options."""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "next", "next", key_display="Enter"),
        Binding("escape", "previous", "back", key_display="Esc"),
        Binding("left,up", "step(-1)", "", show=False),
        Binding("right,down", "step(1)", "", show=False),
        Binding("space", "pick", "mark", key_display="Space"),
        Binding("f1,question_mark", "help", "help", key_display="F1"),
    ]

    def __init__(self, option: Option, learned: bool, begun: str = "") -> None:
        """Ask about an option; are predictions asked for at all, and was a line of reason begun already?"""
        super().__init__()
        self.option, self.begun = option, begun
        self.asked: Asked | None = asked(option) if learned else None
        self.steps = ["expects", *(["because"] if self.asked.because else [])] if self.asked else []
        self.step = 0
        self.at = UNTOUCHED
        self.expects = -1
        self.because: set[int] = set()
        self._confirmed = False
        self._reminded = False

    def compose(self) -> ComposeResult:
        """The option, the questions one under the other, the line."""
        with Vertical(id="ask"):
            yield Static(Content.assemble(("You choose   ", "$quiet"), (self.option.label, "bold")), id="chosen")
            for name in self.steps:
                yield Static("", id=name, markup=False)
            yield Static(Content(WHY), id="why")
            yield Line(
                self.begun,
                id="reason",
                max_length=LONGEST,
                select_on_focus=False,
                placeholder="one line, in your own words",
            )
            yield Keys()

    def on_mount(self) -> None:
        """Begin with the first question."""
        for part in self.query(Static):
            part.auto_links = False  # answers are links, and look like answers
        self._draw()

    @property
    def written(self) -> str:
        """The line as it stands."""
        return self.query_one(Line).value

    # --- how it looks ----------------------------------------------------------------------------------------

    def _draw(self) -> None:
        asked_ = self.asked
        if asked_:
            answers = [marked(word) for word in asked_.answers]
            self._question("expects", 0, asked_.question, answers, {self.expects} if self.expects >= 0 else set())
        if "because" in self.steps and asked_:
            words = [wording.spoken(word) for word in asked_.because]
            self._question(
                "because",
                1,
                "What will decide it? (one or more, or none of these)",
                words,
                self.because,
            )
        line = self.query_one(Line)
        last = self.step == len(self.steps)
        line.disabled = not last
        self.query_one("#why", Static).update(Content.styled(WHY, "bold" if last else "$quiet"))
        if last:
            line.focus()
        else:
            self.set_focus(None)
        self.refresh_bindings()

    def _question(self, name: str, step: int, question: str, words: Sequence[str], taken: set[int]) -> None:
        here = step == self.step
        answers = []
        for n, word in enumerate(words):
            mark = SIGNS.full if n in taken else " "
            style = "bold $capital" if n in taken else "" if here else "$quiet"
            if here and n == self.at:
                style = f"{style} underline".strip()
            click = Style.from_meta({"@click": f"screen.answer({step},{n})"})
            answer = Content.assemble((mark, "bold $capital"), (f"{n + 1} ", "$quiet"), (word, style))
            answers.append(answer.stylize(click))
        parts = [Content.styled(f"{SIGNS.cursor} " if here else "", "bold $capital")]
        parts += [Content.styled(question, "bold" if here else "$quiet")]
        parts += [Content("\n ") + row for row in _rows(answers, self.size.width - 3)]
        if here:
            meant = list(map(_meant, [self._word()] if self.at != UNTOUCHED else self._words()))
            if self._reminded and not taken:
                meant = [MARK if name == "because" else FIRST]
            said = _rows([Content.styled(one, "$quiet") for one in meant], self.size.width - 3, " · ") or [Content("")]
            parts += [Content("\n  ") + row for row in said]
        self.query_one(f"#{name}", Static).update(Content("").join(parts))

    def on_resize(self) -> None:
        """Lay the answers out anew."""
        self._draw()

    def _word(self) -> str:
        words = self._words()
        return words[self.at] if 0 <= self.at < len(words) else ""

    def _words(self) -> Sequence[str]:
        if self.asked is None or self.step >= len(self.steps):
            return ()
        return self.asked.answers if self.steps[self.step] == "expects" else self.asked.because

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Space marks only where several can be marked."""
        if action == "pick":
            return self.step < len(self.steps) and self.steps[self.step] == "because"
        return True

    # --- keys ------------------------------------------------------------------------------------------------

    def on_key(self, event: events.Key) -> None:
        """Digits answer the question that is asked."""
        if self.step < len(self.steps) and event.character and event.character in "123456789":
            event.stop()
            self.action_answer(self.step, int(event.character) - 1)
        elif self.step < len(self.steps) and event.is_printable and event.character not in (" ", "?"):
            self._remind()

    def action_answer(self, step: int, at: int) -> None:
        """Answer a question, by digit or click; an answer that is one of several is marked, or no longer."""
        if step >= len(self.steps):
            return
        self.step = step
        if not 0 <= at < len(self._words()):
            return
        self.at = at
        if self.steps[step] == "because":
            self.because ^= {at}
            self._draw()
        else:
            self.expects = at
            self._on()

    def action_step(self, by: int) -> None:
        """Move along the answers."""
        if words := self._words():
            self.at = (max(self.at, 0) + by * (self.at != UNTOUCHED)) % len(words)
            self._draw()

    def action_pick(self) -> None:
        """Mark what is under the cursor."""
        self.action_answer(self.step, self.at)

    def action_next(self) -> None:
        """Take the answer under the cursor, or go on where several can be marked."""
        if self.step < len(self.steps) and self.steps[self.step] == "expects":
            if self.at == UNTOUCHED:
                self._remind()
            else:
                self.action_answer(self.step, self.at)
        elif self.step < len(self.steps):
            if self.because or self._reminded:
                self._on()
            else:
                self._remind()

    def _remind(self) -> None:
        self._reminded = True
        self._draw()

    def _on(self) -> None:
        self.step += 1
        self.at = 0
        self._reminded = False
        self._draw()

    def action_previous(self) -> None:
        """Back to the question before, or to the options."""
        if self.step == 0:
            self.dismiss(None)
            return
        self.step -= 1
        self._reminded = False
        self.at = max(self.expects, 0) if self.step == 0 else 0
        self._draw()

    def on_input_submitted(self, event: Line.Submitted) -> None:
        """Done. A line left empty is asked for once more."""
        if not self.is_current:  # a second Enter that came while the first was closing the form
            return
        reason = clean(event.value).strip()
        if not reason and not self._confirmed:
            self._confirmed = True
            self.query_one("#why", Static).update(
                Content.assemble((WHY, "bold"), ("  A few words will do. Enter again leaves it empty.", "$quiet"))
            )
            return
        self.dismiss((self._prediction(), reason))

    def _prediction(self) -> Prediction | None:
        if self.asked is None or self.expects < 0:
            return None
        because = tuple(self.asked.because[n] for n in sorted(self.because)) if self.asked.because else ()
        return Prediction(self.asked.answers[self.expects], because)

    def action_help(self) -> None:
        """Show how this is used."""
        from game.tui.screens.help import Help

        self.app.push_screen(Help(self))


def _meant(word: str) -> str:
    """A word with what it stands for."""
    meaning = wording.MEANING.get(word, "")
    return f"{wording.spoken(word)}: {meaning}" if meaning else wording.spoken(word)


def _rows(answers: Sequence[Content], width: int, between: str = "  ") -> list[Content]:
    """Answers side by side, as many to a line as there is room for; none is broken from its number."""
    rows: list[Content] = []
    for answer in answers:
        if rows and rows[-1].cell_length + len(between) + answer.cell_length <= width:
            rows[-1] += Content.styled(between, "$quiet") + answer
        else:
            rows.append(answer)
    return rows

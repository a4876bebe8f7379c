"""The rules of a theory as lines that can be changed: a rule with its number, below it each question that it asks."""

from collections.abc import Iterator
from typing import NamedTuple, TypeAlias

from textual import events
from textual.content import Content

from game.backtest.edits import (
    EXPECTED,
    MANNER,
    RECEIVED,
    START,
    TABLES,
    Changes,
    Place,
    Question,
    numbered,
    questions,
    rules_of,
    written,
)
from game.debrief.wording import MEANING, spoken
from game.rules.theory import Rule, Theory
from game.sitting.symbols import SIGNS
from game.tui.setting import hung
from game.tui.widgets.choices import Choice, Choices

Change: TypeAlias = Place | Question
TITLES = {
    START: "The reply that is due",
    MANNER: "Replies of a kind of their own",
    EXPECTED: "What Washington then does: the first that holds",
    RECEIVED: "An offer: the first that holds",
}
"""What stands above the first rule of a table; the steps follow their start."""


class Editable(NamedTuple):
    """One line: a rule or a question of it."""

    what: Change
    rule: Rule
    title: str = ""


def lines_of(theory: Theory) -> tuple[Editable, ...]:
    """Every line of a theory, in its order."""
    return tuple(_lines(theory))


def _lines(theory: Theory) -> Iterator[Editable]:
    for table in TABLES:
        for at, rule in enumerate(rules_of(theory, table)):
            place = Place(table, at)
            yield Editable(place, rule, TITLES.get(table, "") if at == 0 else "")
            yield from (Editable(question, rule) for question in questions(rule, place))


class RuleLines(Choices):
    """The lines, one under the cursor. A click moves the cursor; a click on the line under it takes it."""

    def __init__(self, theory: Theory) -> None:
        """Show a theory as it is."""
        super().__init__()
        self.lines = lines_of(theory)
        self.changes = Changes()
        self.offer([Choice("")] * len(self.lines))

    @property
    def here(self) -> Editable:
        """The line under the cursor."""
        return self.lines[self.at]

    def go_to(self, place: Place) -> None:
        """Put the cursor on a rule."""
        self.at = next(at for at, line in enumerate(self.lines) if line.what == place)

    def show(self, changes: Changes) -> None:
        """Show the theory with some changes."""
        self.changes = changes
        self.offer(self.choices, self.at)

    def _row(self, index: int, choice: Choice, width: int) -> list[Content]:
        line = self.lines[index]
        style = "bold $capital" if index == self.at else ""
        mark = Content.styled(f"{SIGNS.cursor if index == self.at else ' '} ", style)
        what = line.what
        rows = (
            self._question(what, style, mark, width)
            if isinstance(what, Question)
            else self._rule(line, what, style, mark, width)
        )
        above = [Content(""), Content.styled(line.title, "$quiet")] if line.title else []
        return [*above[(index == 0) :], *rows]

    def _rule(self, line: Editable, place: Place, style: str, mark: Content, width: int) -> list[Content]:
        rule, changes = line.rule, self.changes
        number = changes.number(place, rule)
        if place in changes.dropped:
            sign, said = "out", f"{rule.says or MEANING[rule.word]} (left out)"
        elif numbered(place):
            was = f" (was {written(place, rule.step)})" if place in changes.numbers else ""
            sign, said = written(place, number), f"{rule.says}{was}"
        else:
            always = "" if questions(rule, place) or place.table != EXPECTED else "else "
            sign, said = "", f"{always}{spoken(rule.word)}: {rule.says or MEANING[rule.word]}"
        changed = place in changes.dropped or place in changes.numbers
        lead = mark + Content.styled(f"{sign.rjust(3)} " if sign else "", style or ("bold" if changed else ""))
        return hung(lead, Content.styled(said, style or ("bold" if changed else "")), width)

    def _question(self, question: Question, style: str, mark: Content, width: int) -> list[Content]:
        struck = question in self.changes.struck
        gone = question.place in self.changes.dropped
        words = f"{question}{' (struck out)' if struck else ''}"
        plain = "bold" if struck and not gone else "$quiet"
        return hung(mark + Content("    "), Content.styled(words, style or plain), width)

    def on_key(self, event: events.Key) -> None:
        """Digits take nothing here: lines have no numbers."""
        event.prevent_default()

    def on_click(self, event: events.Click) -> None:
        """A click moves the cursor first."""
        event.prevent_default()
        event.stop()
        owners = self._lines(self.content_size.width)[1]
        if 0 <= event.y < len(owners):
            at = owners[event.y]
            if at == self.at:
                self.take()
            else:
                self.at = at

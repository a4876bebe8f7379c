"""The workbench of somebody who writes a case: all that it knows of the text, and nothing of how that is shown."""

from game.authoring.desk import Desk
from game.authoring.draft import Draft
from game.authoring.outline import Chosen, Line, head_of, outline
from game.authoring.preview import preview
from game.authoring.replay import HISTORY, Last, Replay, Row, compared, replayed
from game.play.course import Course
from game.play.game import DRAWN, PERSON, Chose, Drew, Game, standing
from game.play.seats import HISTORY as AS_IT_WAS
from game.printing.document import Block, Heading, Numbered, Paragraph
from game.reading.diagnostics import Diagnostic, Unreadable
from game.rules.theory import Theory
from game.scenario.model import Decision

STALE = "As the case was before it had errors."
NOT_YET = "Nothing can be shown yet: the text has errors."
DUE = "due"


class Bench:
    """A text, what is wrong with it, and the last game that was played of it."""

    def __init__(self, draft: Draft, theory: Theory) -> None:
        """Lay out a draft; ``text`` is what is being written, ``cursor`` where (row and column, from 0)."""
        self.draft, self.theory = draft, theory
        self.cursor = (0, 0)
        self.began = False
        """What had to be asked before the first key has been asked."""
        self.desk: Desk
        self.course: Course | None = None
        """The case as it could last be read."""
        self.last = HISTORY
        self.then: Replay | None = None
        self.now: Replay | None = None
        self._known: tuple[str, Chosen | None] = ("", None)
        self.read(draft.opened.text)

    @property
    def text(self) -> str:
        """What is being written."""
        return self.desk.text

    @property
    def unsaved(self) -> bool:
        """Would something be lost if nobody saved?"""
        return self.draft.unsaved(self.text)

    @property
    def sound(self) -> bool:
        """Can the case be played as the text now stands?"""
        return self.desk.scenario is not None

    def read(self, text: str) -> None:
        """Look at the text as it now is; where it can be played, make the last choices again."""
        self.desk = Desk.of(text, self.draft.path)
        if self.desk.scenario is not None:
            try:
                self.course = Course.of(self.desk.scenario, self.theory)
            except Unreadable as error:
                self.desk = self.desk.refused(error.diagnostics)
                return
            self.now = replayed(self.course, self.last)
            self.then = self.then or self.now

    # --- what is wrong ---------------------------------------------------------------------------------------

    def here(self, fault: Diagnostic) -> bool:
        """Does a fault stand in this text, and not in a file that it refers to?"""
        return fault.place.file == str(self.draft.path)

    def fault_at(self, line: int, column: int) -> int | None:
        """The index of the fault at a place, else of the first in its line."""
        here = [(fault.place, n) for n, fault in enumerate(self.desk.found) if self.here(fault)]
        in_line = [(place, n) for place, n in here if place.line == line]
        return next((n for place, n in in_line if place.column == column), in_line[0][1] if in_line else None)

    def next_fault(self, line: int, column: int, by: int) -> int | None:
        """The index of the fault after a place, or before it; past the last comes the first."""
        here = [
            (fault.place.line, fault.place.column, n) for n, fault in enumerate(self.desk.found) if self.here(fault)
        ]
        if not here:
            return None
        if by > 0:
            return next((n for a, b, n in here if (a, b) > (line, column)), here[0][2])
        return next((n for a, b, n in reversed(here) if (a, b) < (line, column)), here[-1][2])

    # --- what is shown beside the text -----------------------------------------------------------------------

    def shown(self, line: int) -> tuple[Block, ...]:
        """The screen of the decision or event in a line, as players will see it; elsewhere the head of the case."""
        if self.course is None:
            return (Paragraph(NOT_YET),)
        scenario, span = self.course.scenario, self.desk.span_at(line)
        stale = () if self.sound else (Paragraph(STALE, "small"),)
        if span is None:
            return (*stale, *head_of(scenario))
        item = next((item for item in scenario.play if item.id == span.id), None)
        if item is None:
            return (Heading(span.id, 2), Paragraph(NOT_YET))
        position = self.now.positions.get(item.id) if self.now and self.sound else None
        return (*stale, *preview(self.course, item, position))

    def up_to_option(self, line: int, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
        """Of what is shown, as much as stands above the option in a line: so far it may be scrolled."""
        span, inner = self.desk.span_at(line), self.desk.option_span_at(line)
        at = span.options.index(inner) if span and inner else 0
        if at == 0 or not blocks or not isinstance(blocks[-1], Numbered):
            return ()
        return (*blocks[:-1], Numbered(blocks[-1].items[:at]))

    def outline(self) -> tuple[Line, ...]:
        """The decisions and events in order; what can never be chosen is marked once that is known."""
        if self.course is None:  # what stands where is known, but not what it is
            return tuple(
                Line(inner.id, "", span.id, inner.id if inner is not span else "")
                for span in self.desk.spans
                for inner in (span, *span.options)
            )
        digest, chosen = self._known
        return outline(self.course.scenario, chosen if digest == self.course.scenario.digest else None)

    @property
    def unknown(self) -> Course | None:
        """The case whose paths nobody has followed yet, if there is one."""
        course = self.course
        return course if course is not None and course.scenario.digest != self._known[0] else None

    def know(self, course: Course, chosen: Chosen | None) -> None:
        """Take note of what can be chosen on some path of a case."""
        self._known = course.scenario.digest, chosen

    def rows(self) -> tuple[Row, ...]:
        """The last choices, each with what it met then and meets now."""
        return compared(self.then, self.now) if self.then and self.now else ()

    # --- playing ---------------------------------------------------------------------------------------------

    def decision_from(self, line: int) -> Decision | None:
        """The decision in a line, else the next one below it, else the first. None while there are errors."""
        if self.desk.scenario is None:
            return None
        ids = [span.id for span in self.desk.spans if span.last >= line]
        outside = not self.desk.spans or line < self.desk.spans[0].first or line > self.desk.spans[-1].last
        decisions = self.desk.scenario.decisions
        below = [] if outside else [decision for decision in decisions if decision.id in ids]
        return next(iter(below or decisions), None)

    def game(self, decision: Decision, made: tuple[Chose | Drew, ...], seed: int) -> Game:
        """A game that has come as far as a decision, played by its capital; the other as the case has it, else due."""
        assert self.course is not None
        opponent = self.course.scenario.opponent
        opponent = DUE if opponent in (AS_IT_WAS, PERSON, DRAWN) else opponent
        game = Game(self.course, decision.by, opponent, seed)
        for entry in made:
            game = game.after(entry)
        return game

    def played(self, game: Game) -> None:
        """Remember the choices of a game: they are made again after every edit."""
        if any(isinstance(entry, Chose) for entry in game.entries):
            self.last = Last(tuple(standing(game.entries)), game.over)
            self.then = replayed(game.course, self.last)
            self.now = replayed(self.course, self.last) if self.course else self.then

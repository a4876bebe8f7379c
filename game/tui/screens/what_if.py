"""What if: one decision of a finished game taken otherwise, everything else as before; the paths side by side."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from game.debrief import wording
from game.debrief.material import Material, both_aims, ending_at, state_at
from game.debrief.timeline import timeline
from game.debrief.wording import NAMES
from game.play.game import BOTH, Chose, Game
from game.printing.document import Block, Paragraph, Table
from game.rules.words import CONDITIONS
from game.scenario.model import Decision, Option
from game.tui.picking import Picking
from game.tui.reading import Reading
from game.tui.widgets.choices import Choice, Choices
from game.tui.widgets.panel import Panel


@dataclass(frozen=True, slots=True)
class Fork:
    """A decision of a finished game at which something else can be taken."""

    decision: Decision
    taken: str
    options: tuple[Option, ...]


def forks(game: Game) -> list[Fork]:
    """The decisions that persons took, with what else could have been chosen there."""
    found: list[Fork] = []
    for turn in game.own_turns():
        decision = game.course.waiting(turn.before)
        if isinstance(decision, Decision) and isinstance(turn.chose, Chose):
            found.append(Fork(decision, turn.chose.option, game.course.options(turn.before)))
    return found


class WhatIf(Picking):
    """Choose a decision, then another option of it."""

    HELP = """Go back to any decision of a finished game and take another option. The rest is then played as
before, as far as that can be: your own choices, the same opponent, the same chances. The paths are shown side
by side, and from there you can also play on yourself. A what-if is not kept."""
    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "take", "change", key_display="Enter")]

    def __init__(self) -> None:
        """Branch off the finished game on the table."""
        super().__init__()
        self._forks: list[Fork] = []
        self._at: Fork | None = None
        self._others: list[Option] = []

    def body(self) -> ComposeResult:
        """The list."""
        with Panel(id="text"):
            yield Choices()

    def on_mount(self) -> None:
        """Find the last finished game, unless one is on the table."""
        self.choices.focus()
        game = self.session.finished()
        if game is None:
            self.say("What if", "no game is finished yet")
            return
        self._forks = forks(game)
        self.say(f"What if: {game.course.scenario.title}", "which decision?")
        self._offer()

    def _offer(self) -> None:
        self._at = None
        self.choices.offer([Choice(fork.decision.title, self._taken(fork), apart=True) for fork in self._forks])

    def _taken(self, fork: Fork) -> str:
        option = fork.decision.option(fork.taken)
        return f"chosen: {option.label if option else fork.taken}"

    def action_leave(self) -> None:
        """Back to the decisions; or to where one came from."""
        if self._at is not None:
            self._offer()
        else:
            super().action_leave()

    def on_choices_taken(self, message: Choices.Taken) -> None:
        """A decision, then an option."""
        if self._at is None:
            self._at = self._forks[message.at]
            self._others = [o for o in self._at.options if o.id != self._at.taken]
            self.say(self._at.decision.title, "take instead:")
            self.choices.offer([Choice(option.label) for option in self._others])
        else:
            self.conduct.branch(self._at.decision.id, self._others[message.at].id)


class Compared(Reading):
    """History, mine, mine changed: side by side."""

    HELP = """Up to three paths beside each other: history, your game, and your game with one decision changed.
Below, where each comes out. y plays on yourself from the decision that was changed; c changes something else;
Esc goes back."""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y", "play", "play it yourself"),
        Binding("c", "change", "change another"),
        Binding("escape,enter,q", "leave", "back", key_display="Esc"),
    ]

    def __init__(self, mine: Game, changed: Game, decision: str = "") -> None:
        """Compare a game with a branch of it."""
        super().__init__()
        self.mine, self.changed, self.decision = mine, changed, decision

    def draw(self) -> None:
        """Show the columns."""
        self.say("What if", self.mine.course.scenario.title)
        super().draw()

    def blocks(self) -> Iterator[Block]:
        """The paths, and where they come out."""
        yield from compared(self.mine, self.changed)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Play it yourself only where one has not done so."""
        return bool(self.decision) if action == "play" else super().check_action(action, parameters)

    def action_play(self) -> None:
        """Play on from the decision that was changed."""
        self.conduct.branch(self.decision, "")

    def action_change(self) -> None:
        """Change something else."""
        self.game_app.show("what_if", instead=True)

    def action_leave(self) -> None:
        """Back to the finished game."""
        self.session.end_what_if()
        super().action_leave()


def compared(mine: Game, changed: Game) -> Iterator[Block]:
    """Both games and history, turn by turn; then endings, aims and conditions."""
    first, second = Material(mine, mine.role), Material(changed, changed.role)
    ours = {turn.title: turn for turn in timeline(first).turns}
    theirs = {turn.title: turn for turn in timeline(second).turns}
    order = [d.title for d in mine.course.scenario.decisions if d.title in ours or d.title in theirs]
    rows = []
    for number, title in enumerate(order, 1):
        one, two = ours.get(title), theirs.get(title)
        history = (one.history if one else "") or (two.history if two else "")
        cells = [history, one.mine if one else "", two.mine if two else ""]
        by = (one or two).by if one or two else ""  # type: ignore[union-attr]
        label = f"{number} {NAMES[by]}"
        rows.append((label, *(_cell(cell, cells[:n]) for n, cell in enumerate(cells))))
    yield Table(("where they come out", "history", "mine", "mine changed"), tuple(_ends(first, second)))
    yield Table(("turn", "history", "mine", "mine changed"), tuple(rows))
    if changed.role != BOTH:
        yield Paragraph(
            f"The other side: {wording.OPPONENTS.get(mine.disposition, mine.disposition)}, as in your game.", "small"
        )


def _cell(text: str, before: list[str]) -> str:
    """What was done; “same” where the column to the left has it already."""
    if not text:
        return "–"
    return "same" if before and text == before[-1] else text


def _ends(first: Material, second: Material) -> Iterator[tuple[str, ...]]:
    course = first.course
    history = first.history
    points = [history[-1].after if history else None, first.end, second.end]
    yield ("ending", *(ending_at(course, p).word if p else "–" for p in points))
    aims = [both_aims(course, state_at(p)) if p else None for p in points]
    for at in range(2):
        name = next(a for a in aims if a)[at].name
        yield (f"aims of {name}", *(str(a[at].total) if a else "–" for a in aims))
    for at, condition in enumerate(CONDITIONS):
        yield (condition, *(wording.level(state_at(p).ground.fields[0][at]) if p else "–" for p in points))

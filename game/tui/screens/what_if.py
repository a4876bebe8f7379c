"""What if: one decision of a finished game taken otherwise, everything else as before; the paths side by side."""

from collections.abc import Iterator, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from game.debrief import wording
from game.play.game import Game
from game.printing.document import Block, Paragraph, Table
from game.rules.numbers import number_of
from game.rules.words import CAPITALS, CONDITIONS
from game.sitting.what_if import PATHS, Fork, compared, forks
from game.sitting.what_if import Compared as Paths
from game.tui.picking import Picking
from game.tui.reading import Reading
from game.tui.widgets.choices import Choice, Choices
from game.tui.widgets.panel import Panel


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
        self.choices.offer(
            [Choice(fork.decision.title, f"chosen: {fork.taken.label}", apart=True) for fork in self._forks]
        )

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
            self.say(self._at.decision.title, "take instead:")
            self.choices.offer([Choice(option.label) for option in self._at.others])
        else:
            self.conduct.branch(self._at.decision.id, self._at.others[message.at].id)


class Compared(Reading):
    """History, mine, mine changed: side by side."""

    HELP = """Up to three paths beside each other: history, your game, and your game with one decision changed.
First where each comes out, then turn by turn. y plays on yourself from the decision that was changed; c changes
something else; Esc goes back."""
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
        yield from beside(compared(self.mine, self.changed))

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


def beside(paths: Paths) -> Iterator[Block]:
    """Where the paths come out, and what was done on each, turn by turn."""
    yield Table(("where they come out", *PATHS), tuple(_ends(paths)))
    rows = (
        (f"{number} {turn.by}", *(_cell(label, turn.labels[:n]) for n, label in enumerate(turn.labels)))
        for number, turn in enumerate(paths.turns, 1)
    )
    yield Table(("turn", *PATHS), tuple(rows))
    if paths.other:
        yield Paragraph(paths.other, "small")


def _cell(label: str, before: Sequence[str]) -> str:
    """What was done; “same” where the column to the left has it already."""
    if not label:
        return "–"
    return "same" if before and label == before[-1] else label


def _ends(paths: Paths) -> Iterator[tuple[str, ...]]:
    by_path = {end.path: end for end in paths.ends}
    ends = [by_path.get(path) for path in PATHS]
    yield ("ending", *(end.ending if end else "–" for end in ends))
    for at, capital in enumerate(CAPITALS):
        yield (f"aims of {wording.NAMES[capital]}", *(number_of(end.aims[at].total) if end else "–" for end in ends))
    for at, condition in enumerate(CONDITIONS):
        yield (condition, *(wording.level(end.levels[at]) if end else "–" for end in ends))

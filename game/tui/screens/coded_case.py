"""A coded case: what was done and found, the sum of the rules, the record beside it, and what is doubtful."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType

from game.backtest.lookup import Looked
from game.printing.document import Block
from game.reading.diagnostics import Unreadable
from game.scenario.shelf import shipped_common
from game.sitting.coded import told
from game.tui.reading import Reading
from game.tui.widgets.panel import Panel

if TYPE_CHECKING:
    from game.tui.screens.record import Record


class CodedCase(Reading):
    """One case of the record."""

    HELP = """One case of the record. Above, the record beside the result of the rules, and the sum by which they
come to it: with the rules card you can redo it. Below, every mark of the case and of the field as it found it, each
with what it rests on: stated by a source, inferred from the situation, or doubtful. Last, the sources, the note of
whoever coded it, and for each doubtful mark what turns if it is coded the other way.

n and p go to the next case and the one before, among those that the table shows. t holds the next theory against it;
a argues with the theory, on the rule that decided the case.
Where the game tells the case, Enter shows its brief."""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "play", "play it", key_display="Enter"),
        Binding("n", "step(1)", "next"),
        Binding("p", "step(-1)", "previous", show=False),
        Binding("a", "argue", "argue"),
        Binding("t", "theory", "theory"),
        Binding("escape,q", "leave", "back", key_display="Esc"),
    ]

    def __init__(self, record: "Record", at: int) -> None:
        """Open a case of those that the table shows."""
        super().__init__()
        self.record, self.at = record, at

    @property
    def one(self) -> Looked:
        """The case."""
        return self.record.shown[self.at]

    def draw(self) -> None:
        """Show the case."""
        assert self.record.lookup is not None
        theory = self.record.lookup.test.theory
        self.say(self.one.case.title, f"{self.at + 1} of {len(self.record.shown)}", aside=theory.title)
        super().draw()
        self.query_one("#text", Panel).scroll_home(animate=False)
        self.refresh_bindings()

    def blocks(self) -> Iterator[Block]:
        """All that is known of it."""
        assert self.record.lookup is not None
        yield from told(self.one, self.record.lookup, shipped_common()[0], self._played())

    def _played(self) -> str:
        """The title of the scenario that tells it, if it is at hand."""
        try:
            return self.session.library.get(self.one.case.told_in).title
        except (KeyError, Unreadable):
            return ""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """It can be played where a scenario tells it."""
        if action == "play":
            return bool(self._played())
        if action == "step":
            return len(self.record.shown) > 1
        return super().check_action(action, parameters)

    def action_play(self) -> None:
        """Show the brief of the scenario."""
        self.game_app.show_brief(self.one.case.told_in, instead=True)

    def action_step(self, by: int) -> None:
        """To another case of the table, whose cursor goes along."""
        self.at = self.record.rows.at = (self.at + by) % len(self.record.shown)
        self.draw()

    def action_argue(self) -> None:
        """Argue with the theory, on the rule that decided the case."""
        from game.tui.screens.argue import Argue

        assert self.record.lookup is not None
        self.game_app.lay(Argue(self.record.lookup.test.theory, self.one))

    def action_theory(self) -> None:
        """Hold the next theory against it; a case that the table no longer shows is left."""
        name = self.one.case.id
        self.record.action_theory()
        ids = [one.case.id for one in self.record.shown]
        if name in ids:
            self.at = ids.index(name)
            self.draw()
        else:
            self.action_leave()

"""Rules card: every rule of a theory on one page, as it is printed."""

from collections.abc import Iterable

from game.printing.document import Block
from game.rules.theory import Theory
from game.tui.reading import Reading


class RulesCard(Reading):
    """The card."""

    HELP = """All rules on one page. With the card and a trace you can redo every sum of a game by hand. The
same card can be printed: two-capitals print --card. Space reads on, Esc goes back."""

    def __init__(self, theory: Theory | None = None) -> None:
        """Show the rules of a theory; unless one is given, of the game that is played."""
        super().__init__()
        self._theory = theory

    @property
    def theory(self) -> Theory:
        """Whose rules they are."""
        return self._theory or self.session.rules

    def draw(self) -> None:
        """Paint first: the card is long."""
        self.say("Rules card", self.theory.title)
        self.call_after_refresh(super().draw)

    def blocks(self) -> Iterable[Block]:
        """The blocks of the printed card."""
        from game.printing.card import rules_card

        return rules_card(self.theory).blocks

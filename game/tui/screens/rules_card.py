"""Rules card: every rule of the theory on one page, as it is printed."""

from collections.abc import Iterable

from game.printing.document import Block
from game.tui.reading import Reading


class RulesCard(Reading):
    """The card."""

    HELP = """All rules on one page. With the card and a trace you can redo every sum of a game by hand. The
same card can be printed: two-capitals print --card. Space reads on, Esc goes back."""

    def draw(self) -> None:
        """Paint first: the card is long."""
        self.say("Rules card", self.session.theory.title)
        self.call_after_refresh(super().draw)

    def blocks(self) -> Iterable[Block]:
        """The blocks of the printed card."""
        from game.printing.card import rules_card

        return rules_card(self.session.theory).blocks

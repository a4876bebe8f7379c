"""Some lines that a player types. What would speak to the terminal is left out as it comes in, pasted or typed."""

from textual.document._edit import Edit
from textual.widgets import TextArea
from textual.widgets.text_area import EditResult

from game.reading.characters import HARMFUL


class Words(TextArea):
    """A place to write that takes harmless characters only."""

    def edit(self, edit: Edit) -> EditResult:
        """Make an edit: everything typed or pasted comes by here."""
        edit.text = HARMFUL.sub(" ", edit.text)
        return super().edit(edit)

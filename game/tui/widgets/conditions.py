"""The four conditions of a field: sign, word, last change."""

from textual.content import Content

from game.debrief import wording
from game.rules.state import Field
from game.rules.words import CONDITIONS
from game.sitting.signs import squares
from game.sitting.symbols import SIGNS


def change(before: int, after: int) -> Content:
    """An arrow where something has changed."""
    if before == after:
        return Content("")
    return Content.styled(f" {SIGNS.up if after > before else SIGNS.down}", "bold")


def conditions(name: str, field: Field, before: Field) -> list[Content]:
    """A field: its name and whether a relation stands, then a line a condition."""
    lines = [Content.assemble((name.upper().ljust(13), "bold"), (wording.standing_of(field), "$quiet"))]
    for condition in CONDITIONS:
        value: int = getattr(field, condition)
        lines.append(
            Content.assemble(
                condition.ljust(13),
                (squares(value), "bold $capital"),
                "  ",
                wording.level(value),
                change(getattr(before, condition), value),
            )
        )
    if field.shut:
        lines.append(Content.styled(f"  {wording.until(field)}", "$quiet"))
    return lines

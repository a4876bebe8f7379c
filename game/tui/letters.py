"""Letters for a terminal that knows ASCII only: the nearest letter of the same width, so that nothing moves."""

import unicodedata
from functools import lru_cache

from rich.cells import cell_len
from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

NEAREST = str.maketrans(
    {
        **dict.fromkeys("─━═▔▁–—‐‑−", "-"),
        **dict.fromkeys("│┃║▏▎▍▌▐█▊▋▉▕", "|"),
        **dict.fromkeys("‘’‚′", "'"),
        **dict.fromkeys("“”„″", '"'),
        **dict.fromkeys("▂▃▄▅▆▇", "_"),
        "…": ".",
        "·": "-",
        "•": "*",
        "×": "x",
        "±": "~",
        "→": ">",
        "←": "<",
        "\u00a0": " ",
        "ß": "s",
    }
)


@lru_cache(4096)
def spelled(text: str) -> str:
    """A text in ASCII, as wide as it was."""
    return "".join(map(_letter, text.translate(NEAREST)))


def _letter(letter: str) -> str:
    if letter.isascii():
        return letter
    base = unicodedata.normalize("NFKD", letter)[0]
    return (base if base.isascii() else "?") * cell_len(letter)


class Letters(LineFilter):
    """Spells every line in ASCII just before it is painted."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """Spell the segments of a line."""
        return [Segment(spelled(text), style, control) for text, style, control in segments]

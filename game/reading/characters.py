"""Characters that a terminal or a browser would act upon instead of showing them.

ESC begins a command to the terminal, a C1 control is the same in one character, and a direction control lets
a line read otherwise than it is stored. U+2028 and U+2029 go with them: YAML counts them as line ends, but
no editor does, and every place after one would be wrong.
"""

import re

HARMFUL = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff]"
)
CONTROL = re.compile(f"[\t{HARMFUL.pattern[1:]}")

NAMES = {"\0": "NUL", "\x07": "BEL", "\t": "tab", "\x0b": "VT", "\x0c": "FF", "\x1b": "ESC", "\x7f": "DEL"}


def name_of(character: str) -> str:
    """How a message calls a character that it must not show: ``U+001B ESC``."""
    number = f"U+{ord(character):04X}"
    name = NAMES.get(character) or _family(ord(character))
    return f"{number} {name}"


def _family(code: int) -> str:
    if code < 0x20 or 0x7F <= code < 0xA0:
        return "control character"
    return "direction control" if 0x202A <= code <= 0x2069 else "invisible character"


def with_plain_ends(text: str) -> str:
    """The text with the line ends that all systems write the same."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def clean(text: str) -> str:
    """A text on one line that is safe to show: for names and reasons that people type, for names of files.

    What was read from a file needs no cleaning: there such a character is a fault with its place.
    """
    return CONTROL.sub(" ", text.replace("\n", " "))

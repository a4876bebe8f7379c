"""Text from people and files made fit for paper: the one place where letters are taken out.

What is left is printed letter for letter by every renderer. What goes: control characters (ESC would be
obeyed by a terminal), halves of characters, marks that are not seen but reorder or hide others, and accents
heaped so high on one letter that they blot out the line above.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

# Cc control, Cf format (bidirectional overrides, zero-width marks, tags), Cs surrogates.
_UNSEEN = {"Cc", "Cf", "Cs"}
_LINE_END = re.compile(r"[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_AROUND_LINE_ENDS = re.compile(r"\s*\n\s*")
# No-break spaces stay: somebody meant them.
_SPACES = re.compile(r"[^\S\n\u00a0\u202f]+")
_ACCENTS_A_LETTER = 4

T = TypeVar("T")


def clean(text: str) -> str:
    """Composed text of visible characters, with single spaces and single line ends inside."""
    one_kind = _LINE_END.sub("\n", text).replace("\t", " ")
    seen = unicodedata.normalize("NFC", "".join(_seen(one_kind)))
    return _SPACES.sub(" ", _AROUND_LINE_ENDS.sub("\n", seen)).strip("\n")


def cleaned(value: T) -> T:
    """Clean every string of a document, or of any part of one.

    It walks whatever there is, so that a block invented tomorrow cannot be forgotten here.
    """
    made: Any = value
    if isinstance(value, str):
        made = clean(value)
    elif isinstance(value, tuple):
        made = tuple(map(cleaned, value))
    elif is_dataclass(value) and not isinstance(value, type):
        made = replace(value, **{part.name: cleaned(getattr(value, part.name)) for part in fields(value)})
    return made  # type: ignore[no-any-return]


def _seen(text: str) -> Iterator[str]:
    accents = 0
    for character in text:
        accents = accents + 1 if unicodedata.combining(character) else 0
        if accents <= _ACCENTS_A_LETTER and _is_kept(character):
            yield character


def _is_kept(character: str) -> bool:
    if character == "\n":
        return True
    code = ord(character)
    # The codes that Unicode promises never to use; some PDF readers stop at them.
    promised_unused = 0xFDD0 <= code <= 0xFDEF or code & 0xFFFE == 0xFFFE
    return not promised_unused and unicodedata.category(character) not in _UNSEEN

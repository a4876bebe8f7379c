"""What is taken out of a text before it is printed, and what is left in."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.printing.clean import clean, cleaned
from game.printing.document import Facts, Quote


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("a\x1b]52;c;x\x07b", "a]52;c;xb"),
        ("a\x00b\x7fc\x9bd", "abcd"),
        ("right\u202eleft\u2066\u200f", "rightleft"),
        ("zero\u200bwidth\ufeff", "zerowidth"),
        ("half \ud83d of one", "half of one"),
        ("Jose\u0301", "José"),
        ("one\r\ntwo\x85three\u2028four\n\n\n\nfive\n", "one\ntwo\nthree\nfour\nfive"),
        ("  spaces \t and\u3000more", " spaces and more"),
        ("no\u00a0break", "no\u00a0break"),
        ("Z" + "\u0351" * 40 + "!", "Z" + "\u0351" * 4 + "!"),
        ("no\ufffecharacter", "nocharacter"),
        ("Ñandú, Ahuacatl ā, 漢字, العربية, ½ № €", "Ñandú, Ahuacatl ā, 漢字, العربية, ½ № €"),
        ("", ""),
    ],
)
def test_a_text_is_printed_like_this(typed: str, printed: str) -> None:
    assert clean(typed) == printed


@given(st.text())
def test_a_clean_text_stays_as_it_is(typed: str) -> None:
    assert clean(clean(typed)) == clean(typed)


@given(st.text())
def test_a_clean_text_can_be_written_and_seen(typed: str) -> None:
    printed = clean(typed)
    assert printed.encode("utf-8").decode("utf-8") == printed
    assert not {unicodedata.category(character) for character in printed.replace("\n", "")} & {
        "Cc",
        "Cf",
        "Cs",
    }


def test_every_string_of_a_block_is_cleaned_however_deep_it_lies() -> None:
    assert cleaned(Facts((("n\x1bame", ("w\x00ho", "x")),))) == Facts((("name", ("who", "x")),))
    assert cleaned((Quote("\x1b", "b"), 3, None)) == (Quote("", "b"), 3, None)

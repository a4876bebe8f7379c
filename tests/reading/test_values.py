"""What is written stays as it is written, and knows where it stands."""

import unicodedata
from pathlib import Path

import pytest
import yaml

from game.reading.diagnostics import Faults, Place
from game.reading.files import digest, read_file
from game.reading.places import LOADER, Listing, Scalar, Table, Value, read_text


def read(text: str) -> Value:
    faults = Faults()
    value = read_text(text, "case.yaml", faults)
    assert faults.listed() == []
    assert value is not None
    return value


def codes(text: str) -> list[str]:
    faults = Faults()
    read_text(text, "case.yaml", faults)
    return [diagnostic.code for diagnostic in faults.listed()]


@pytest.mark.parametrize(
    "text",
    [
        "NO",
        "yes",
        "true",
        "12:30",
        "12:30:45",
        "0123",
        "1.10",
        "1998-05-16",
        "1e3",
        "~",
        "null",
        "0x1F",
        "1_000",
        "=",
        "<<",
    ],
)
def test_a_word_that_yaml_would_turn_into_something_else_stays_text(text: str) -> None:
    assert read(f"a: {text}") == Table(
        {"a": Scalar(text, Place("case.yaml", 1, 4))}, {"a": Place("case.yaml", 1, 1)}, Place("case.yaml", 1, 1)
    )


def test_every_value_and_every_key_knows_its_line_and_column() -> None:
    table = read("title: A\nlist:\n  - b\n  - {c: d}\n")
    assert isinstance(table, Table)
    assert table.keys["list"] == Place("case.yaml", 2, 1)
    listing = table.values["list"]
    assert isinstance(listing, Listing)
    inner = listing.items[1]
    assert isinstance(inner, Table)
    assert listing.items[0].place == Place("case.yaml", 3, 5)
    assert inner.keys["c"] == Place("case.yaml", 4, 6)
    assert inner.values["c"].place == Place("case.yaml", 4, 9)


def test_columns_count_characters_and_not_bytes() -> None:
    table = read("{ñandú: é, b: c}")
    assert isinstance(table, Table)
    assert table.keys["b"].column == 12


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_are_counted_alike_whatever_ends_them(end: str) -> None:
    table = read(f"a: b{end}c: d{end}")
    assert isinstance(table, Table)
    assert table.keys["c"] == Place("case.yaml", 2, 1)


def test_quotes_are_remembered_where_a_number_must_have_none() -> None:
    listing = read("[1, '1', \"1\", '']")
    assert isinstance(listing, Listing)
    scalars = [item for item in listing.items if isinstance(item, Scalar)]
    assert [(scalar.text, scalar.plain) for scalar in scalars] == [("1", True), ("1", False), ("1", False), ("", False)]


def test_an_empty_text_in_quotes_is_not_a_missing_one() -> None:
    table = read("a:\nb: ''\n")
    assert isinstance(table, Table)
    a, b = table.values["a"], table.values["b"]
    assert isinstance(a, Scalar)
    assert isinstance(b, Scalar)
    assert a.missing
    assert not b.missing


def test_accents_are_composed_so_that_equal_texts_are_equal() -> None:
    value = read(unicodedata.normalize("NFD", "Mérida"))
    assert isinstance(value, Scalar)
    assert value.text == unicodedata.normalize("NFC", "Mérida")


def test_two_values_for_one_key_are_told_with_both_places() -> None:
    faults = Faults()
    read_text("a: 1\nb: 2\na: 3\n", "case.yaml", faults)
    (told,) = faults.listed()
    assert told.place == Place("case.yaml", 3, 1)
    assert "line 1, column 1" in told.message


@pytest.mark.parametrize(
    "text",
    [
        "{text: They came, saw and left}",
        "{text: They came, saw and left, cite: a}",
        "{text: They came,\n  saw and left\n}",
        "[{text: one, two three}]",
    ],
)
def test_a_text_cut_at_its_comma_is_told(text: str) -> None:
    assert codes(text) == ["cut-at-comma"]


@pytest.mark.parametrize(
    "text", ["{text: 'They came, saw', cite: a}", "{a: , b: c}", "{a: b,}", "{a : b}", "text: a, b c"]
)
def test_a_text_that_is_not_cut_is_let_be(text: str) -> None:
    assert codes(text) == []


def test_a_file_with_a_byte_order_mark_is_read(tmp_path: Path) -> None:
    path = tmp_path / "case.yaml"
    path.write_bytes(b"\xef\xbb\xbfa: b\n")
    faults = Faults()
    document = read_file(path, faults)
    assert faults.listed() == []
    assert document is not None
    assert isinstance(document.root, Table)
    assert list(document.root.values) == ["a"]


def test_a_digest_is_the_same_on_every_system() -> None:
    assert digest("a: b\r\n") == digest("a: b\n") == digest("a: b\r")
    assert digest("a: b\n") != digest("a: c\n")


def test_the_parser_is_one_that_runs_nothing() -> None:
    assert LOADER in (getattr(yaml, "CSafeLoader", None), yaml.SafeLoader)


@pytest.mark.parametrize(
    "text", ["a: [b, {c: d}]\n", "a: 'b\n  c'\n", "a: |\n  b\n\n  c\nd: >\n  e\n  f\n", "[é: ñ, x]\n"]
)
def test_without_the_c_parser_the_values_are_the_same(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    wanted = read(text)
    monkeypatch.setattr("game.reading.places.LOADER", yaml.SafeLoader)
    assert read(text) == wanted

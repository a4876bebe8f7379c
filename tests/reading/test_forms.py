"""Takers return a value of their type whatever stands there, and say what is wrong with it."""

import pytest

from game.reading.diagnostics import Faults
from game.reading.forms import Form, items_of, one_or_more, pairs_of, text_of, whole_of, word_of, yes_no_of
from game.reading.places import Value, read_text


def value_of(text: str) -> Value:
    value = read_text(text, "case.yaml", Faults())
    assert value is not None
    return value


def codes(faults: Faults) -> list[str]:
    return [diagnostic.code for diagnostic in faults.listed()]


@pytest.mark.parametrize(("text", "wanted"), [("0", 0), ("7", 7), ("-3", -3), ("-0", 0)])
def test_a_whole_number_is_taken(text: str, wanted: int) -> None:
    faults = Faults()
    assert whole_of(value_of(text), -5, 9, "count", faults) == wanted
    assert codes(faults) == []


@pytest.mark.parametrize(
    "text", ["01", "00", "+1", "1.0", "1e1", "'1'", "one", "1_0", "٣", "[1]", "{1: 2}", "~", "9" * 5000]
)
def test_what_only_looks_like_a_whole_number_is_none(text: str) -> None:
    faults = Faults()
    assert whole_of(value_of(text), 2, 9, "count", faults) == 2
    assert codes(faults) == ["not-a-number"]


def test_a_number_out_of_its_bounds_is_told_with_them() -> None:
    faults = Faults()
    assert whole_of(value_of("12"), 0, 9, "count", faults, stand_in=-1) == -1
    (told,) = faults.listed()
    assert (told.code, told.expected) == ("out-of-range", "a whole number from 0 to 9")


@pytest.mark.parametrize(("text", "wanted"), [("yes", True), ("no", False), ("'yes'", True)])
def test_yes_and_no_are_words(text: str, wanted: bool) -> None:
    faults = Faults()
    assert yes_no_of(value_of(text), "open", faults) is wanted
    assert codes(faults) == []


@pytest.mark.parametrize("text", ["true", "false", "True", "NO", "Yes", "on", "1", "[yes]", "~"])
def test_no_other_word_means_yes_or_no(text: str) -> None:
    faults = Faults()
    assert yes_no_of(value_of(text), "open", faults) is False
    assert codes(faults) == ["not-yes-or-no"]


def test_who_writes_true_is_told_what_to_write() -> None:
    faults = Faults()
    yes_no_of(value_of("true"), "open", faults)
    assert faults.listed()[0].message == "open is “true”; write yes or no"


def test_a_word_of_a_closed_list_is_taken_and_another_is_told_with_the_nearest() -> None:
    faults = Faults()
    assert word_of(value_of("police"), ("border", "police"), "field", faults) == "police"
    assert word_of(value_of("polce"), ("border", "police"), "field", faults) == ""
    (told,) = faults.listed()
    assert (told.expected, told.nearest) == ("one of border, police", "police")


def test_a_text_loses_the_blanks_around_it_and_nothing_else() -> None:
    assert text_of(value_of("|\n  a\n\n   b\n"), "text", Faults()) == "a\n\n b"


def test_a_text_that_is_too_long_is_a_warning() -> None:
    faults = Faults()
    assert text_of(value_of("four"), "label", faults, most=3) == "four"
    assert [(told.code, told.severity) for told in faults.listed()] == [("long-text", "warning")]
    assert not faults.broken


def test_one_value_may_stand_where_one_or_more_may() -> None:
    assert len(one_or_more(value_of("a"))) == 1
    assert len(one_or_more(value_of("[a, b]"))) == 2
    assert one_or_more(value_of("[]")) == ()


def test_a_list_and_a_table_are_asked_for_by_name() -> None:
    faults = Faults()
    assert items_of(value_of("a"), "roles", faults) == ()
    assert list(pairs_of(value_of("[a]"), "fields", faults)) == []
    assert codes(faults) == ["not-a-list", "not-a-table"]


def test_a_form_takes_what_is_there_and_defaults_where_it_may() -> None:
    faults = Faults()
    with Form(
        value_of("{title: A, count: 3, open: yes, level: high, list: [a], map: {b: c}}"), "a case", faults
    ) as form:
        assert form.text("title") == "A"
        assert form.whole("count", 0, 5) == 3
        assert form.yes_no("open") is True
        assert form.word("level", ("low", "high")) == "high"
        assert len(form.items("list")) == 1
        assert [key.text for key, _ in form.pairs("map")] == ["b"]
        assert form.text("absent") == ""
        assert form.whole("missing", 0, 5, default=4) == 4
        assert form.yes_no("shut", default=True) is True
        assert form.word("tone", ("low", "high"), default="low") == "low"
    assert codes(faults) == []


def test_a_form_tells_every_key_that_nobody_asked_for() -> None:
    faults = Faults()
    with Form(value_of("{titel: A, other: B}"), "a case", faults) as form:
        form.text("title")
        form.text("level")
    told = faults.listed()
    assert [diagnostic.message for diagnostic in told] == [
        "unknown key “titel” in a case",
        "unknown key “other” in a case",
    ]
    assert [diagnostic.nearest for diagnostic in told] == ["title", ""]
    assert {diagnostic.expected for diagnostic in told} == {"one of title, level"}


def test_a_form_tells_what_must_be_there_and_is_not() -> None:
    faults = Faults()
    with Form(value_of("{a: b}"), "a case", faults) as form:
        form.text("a", needed=True)
        form.text("title", needed=True)
        form.whole("count", 0, 5)
        form.word("level", ("low", "high"))
        form.items("list", needed=True)
        form.inner("map", "map", needed=True)
    missing = [diagnostic.message for diagnostic in faults.listed()]
    assert missing == [f"a case has no “{key}”" for key in ("title", "count", "level", "list", "map")]


def test_a_form_of_something_else_says_so_once_and_answers_with_stand_ins() -> None:
    faults = Faults()
    with Form(value_of("[a]"), "a case", faults) as form:
        assert form.text("title", needed=True) == ""
        assert form.whole("count", 2, 5) == 2
        assert form.word("level", ("low", "high")) == ""
        assert form.items("list", needed=True) == ()
        assert form.inner("map", "map", needed=True).yes_no("open") is False
    assert codes(faults) == ["not-a-table"]


def test_a_form_inside_another_complains_only_if_it_is_there() -> None:
    faults = Faults()
    with Form(value_of("{a: {b: c}}"), "a case", faults) as form:
        with form.inner("a", "an a", needed=True) as inner:
            inner.whole("count", 0, 5)
        with form.inner("absent", "an absent", needed=False) as inner:
            inner.whole("count", 0, 5)
    assert [diagnostic.message for diagnostic in faults.listed()] == ["an a has no “count”", "unknown key “b” in an a"]


def test_a_form_left_by_an_exception_says_nothing_of_keys() -> None:
    faults = Faults()
    with pytest.raises(RuntimeError), Form(value_of("{a: b}"), "a case", faults):
        raise RuntimeError
    assert codes(faults) == []

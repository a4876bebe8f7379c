import pytest

from game.reading.diagnostics import (
    MOST_WORDS,
    Diagnostic,
    Faults,
    Place,
    Unreadable,
    as_text,
    nearest,
    one_of,
    quoted,
)

HERE = Place("case.yaml", 3, 7)


@pytest.mark.parametrize(
    ("diagnostic", "text"),
    [
        (Diagnostic(HERE, "error", "x", "it is wrong"), "case.yaml:3:7: error: it is wrong [x]"),
        (
            Diagnostic(HERE, "warning", "x", "it is odd", "even"),
            "case.yaml:3:7: warning: it is odd (expected even) [x]",
        ),
        (
            Diagnostic(HERE, "error", "x", "it is wrong", "", "right"),
            "case.yaml:3:7: error: it is wrong (did you mean “right”?) [x]",
        ),
        (
            Diagnostic(HERE, "error", "x", "it is wrong", "one of a, b", "a"),
            "case.yaml:3:7: error: it is wrong (expected one of a, b; did you mean “a”?) [x]",
        ),
    ],
)
def test_a_diagnostic_reads_as_place_severity_message_and_hints(diagnostic: Diagnostic, text: str) -> None:
    assert as_text(diagnostic) == text


def test_faults_are_listed_in_the_order_of_their_places_and_each_once() -> None:
    faults = Faults()
    for line in (5, 2, 5):
        faults.error(Place("case.yaml", line, 1), "x", "it is wrong")
    assert [diagnostic.place.line for diagnostic in faults.listed()] == [2, 5]


def test_warnings_alone_break_nothing() -> None:
    faults = Faults()
    faults.warning(HERE, "x", "it is odd")
    assert not faults.broken
    faults.error(HERE, "y", "it is wrong")
    assert faults.broken


def test_who_needs_a_value_gets_all_diagnostics_with_the_exception() -> None:
    diagnostics = [Diagnostic(HERE, "error", "x", "one"), Diagnostic(HERE, "error", "y", "two")]
    unreadable = Unreadable(diagnostics)
    assert unreadable.diagnostics == tuple(diagnostics)
    assert str(unreadable) == "case.yaml:3:7: error: one [x]\ncase.yaml:3:7: error: two [y]"


@pytest.mark.parametrize(
    ("word", "wanted"),
    [("protst", "protest"), ("drops-claim", "drops_claim"), ("PROTEST", "protest"), ("zebra", ""), ("", "")],
)
def test_the_nearest_word_is_one_that_was_likely_meant(word: str, wanted: str) -> None:
    assert nearest(word, ("protest", "backlash", "drops_claim")) == wanted


def test_what_could_stand_somewhere_is_listed_only_while_it_can_be_read() -> None:
    assert one_of(()) == ""
    assert one_of(("a",)) == "a"
    assert one_of(("a", "b")) == "one of a, b"
    assert one_of([str(n) for n in range(MOST_WORDS + 1)]) == ""


def test_a_quoted_word_stays_short_and_on_one_line() -> None:
    assert quoted("a\nb\x1bc") == "“a b c”"
    assert quoted("x" * 100) == "“" + "x" * 39 + "…”"

"""The record in flat text."""

from plain.sittings import Sit

from game.record.library import shipped_cases

IN = ("q", "record")


def test_words_list_cases_and_an_id_reads_one(sit: Sit) -> None:
    words = sit(*IN, "wrong 1990s", "casablanca", "q", "q").words
    count = len(shipped_cases())
    assert f"The record: {count} coded cases" in words
    assert "hueys: Helicopters at the height of the storm, 1990" in words
    assert f" of {count} cases." in words
    assert "Operation Casablanca =====" in words
    assert "What is doubtful" in words


def test_all_lists_all_and_what_is_not_understood_is_answered(sit: Sit) -> None:
    words = sit(*IN, "all", "abdction", "", "theory realsm", "theory realism", "theory", "q", "q").words
    assert all(f"- {case.id}: " in words for case in shipped_cases())
    assert "Did you mean abduction?" in words
    assert "Field: border; police; verdict; military; forum." in words
    assert "Did you mean realism?" in words
    assert "The rules are those of Realism." in words
    assert "“” is no theory here." in words


def test_the_command_to_argue_is_said_and_no_sign_stands_where_a_word_is_enough(sit: Sit) -> None:
    said = sit(*IN, "all", "abduction", "q", "q").said
    assert "two-capitals theory new mine.yaml" in " ".join(said.split())
    assert not set(said) & set("○◔◑●■□▲▼│┃╭✕✓·")

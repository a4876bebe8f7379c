"""A save as text: what is written can be read by people and by any YAML reader, and comes back as it was."""

from unicodedata import normalize

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st
from small_case import TODAY, finished, new_game

from game import __version__
from game.play.game import Chose, Drew, Entry, HandedOver, Prediction, WentBack
from game.reading.characters import HARMFUL, clean
from game.saves.save_file import Header, entry_in, entry_text, header_in, header_text, pairs_in, value_in
from game.saves.store import header_of

HOSTILE = (
    "\x1b]52;c;cm0gLXJm\x07",
    "[red]markup[/red] [@click=app.quit]",
    "a: b, {c}: [d] # e",
    "- {back: the-arrest}",
    "'single' \"double\" \\ backslash",
    "yes",
    "!tag &anchor *alias %directive",
    "line one\nline two\r\nline three",
    "\u202eright to left\u202c \u2028 \x85",
    "x" * 10_000,
    "Zoë 漢字 🙂 e\u0301",
)


def kept(text: str) -> str:
    """What of a text a save keeps: one line, nothing that a terminal would act upon."""
    return normalize("NFC", clean(text)).strip()


def read(line: str) -> Entry | None:
    return entry_in(value_in(line.removeprefix("- ")))


@given(st.text(max_size=300))
@example("x" * 10_000)
@example("".join(HOSTILE))
def test_any_reason_comes_back_as_text(reason: str) -> None:
    entry = Chose("the-arrest", "washington", "wait", Prediction("protest", ("no warning",)), reason)
    line = entry_text(entry)
    assert line.count("\n") == 1
    assert not HARMFUL.search(line.rstrip("\n"))
    found = read(line)
    assert isinstance(found, Chose)
    assert (found.reason, found.predicted, found.option) == (kept(reason), entry.predicted, "wait")


@given(st.text(max_size=60))
def test_any_name_comes_back_as_text(player: str) -> None:
    pairs: dict[str, str] = {}
    for line in header_text(Header("small-case", "both", player=player)).splitlines():
        pairs |= (not line.startswith(("#", "moves")) and pairs_in(line)) or {}
    assert header_in(pairs) == Header("small-case", "both", player=kept(player))


@pytest.mark.parametrize(
    "entry",
    [
        Drew("name-out", True),
        Drew("name-out", False),
        WentBack("the-arrest"),
        HandedOver("mexico-city"),
        Chose("a", "washington", "b", Prediction("settle"), "", "backlash, cooperation"),
    ],
    ids=str,
)
def test_every_kind_of_entry_comes_back(entry: Entry) -> None:
    assert read(entry_text(entry)) == entry


@pytest.mark.parametrize("reason", HOSTILE, ids=range(len(HOSTILE)))
def test_any_reader_of_yaml_reads_a_save(reason: str) -> None:
    game = finished(player=reason)
    text = header_text(header_of(game, TODAY)) + "".join(map(entry_text, game.entries))
    found = yaml.safe_load(text + entry_text(Chose("a", "b", "c", None, reason)))
    assert found["player"] == kept(reason)
    assert found["moves"][-1]["reason"] == kept(reason)
    assert found["begun"] == TODAY


def test_the_version_of_the_program_stands_in_every_save() -> None:
    assert f'version: "{__version__}"\n' in header_text(header_of(new_game(), TODAY))


def test_a_word_that_yaml_takes_for_another_thing_is_quoted() -> None:
    assert 'option: "no"' in entry_text(Chose("a", "washington", "no"))
    assert "option: wait" in entry_text(Chose("a", "washington", "wait"))


@pytest.mark.parametrize(
    "line", ["", "# a note", "nonsense", "{}", "{unknown: kind}", "[a, b]", "{choose: [a]}", "{back: {a: b}}"]
)
def test_what_is_no_entry_is_none(line: str) -> None:
    assert read(line) is None


def test_a_control_character_in_a_save_becomes_a_blank_and_spoils_nothing() -> None:
    found = read('- {choose: a, by: washington, option: b, reason: "red \\u001b[31m \x1b[0m"}')
    assert isinstance(found, Chose)
    assert found.reason == "red  [31m  [0m"


def test_what_a_later_program_adds_to_a_line_is_passed_over() -> None:
    assert read("- {back: the-arrest, mood: bad}") == WentBack("the-arrest")

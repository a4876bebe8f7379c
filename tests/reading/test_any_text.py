"""Whatever is written, reading it ends with values or with faults, never with an exception."""

from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from game.reading.characters import clean
from game.reading.diagnostics import Faults, as_text
from game.reading.places import Listing, Scalar, Table, Value, read_text
from game.scenario.model import Common
from game.scenario.read import read_scenario

SAMPLE = (Path(__file__).parents[1] / "data" / "full-case.yaml").read_text(encoding="utf-8").split("\n")


def texts_in(value: Value) -> list[str]:
    if isinstance(value, Scalar):
        return [value.text]
    parts = value.items if isinstance(value, Listing) else tuple(value.values.values())
    keys = list(value.keys) if isinstance(value, Table) else []
    return [*keys, *(text for part in parts for text in texts_in(part))]


yaml_like = st.lists(
    st.sampled_from([*list("ab:-,[]{}'\"|>#&*!%@`?~\\ \n\t\r\x1b\u202eé"), ": ", "- ", "\n  ", "<<"]), max_size=40
).map("".join)


@given(yaml_like | st.text(max_size=60))
@example("{? a}")
@example("? - a\n: - b\n")
@example("[a: b, : c]")
def test_any_text_is_read_or_told(text: str) -> None:
    faults = Faults()
    value = read_text(text, "case.yaml", faults)
    if value is None:
        assert faults.broken
    lines = 1 + text.replace("\r\n", "\n").replace("\r", "\n").count("\n")
    assert all(1 <= diagnostic.place.line <= lines and diagnostic.place.column >= 1 for diagnostic in faults.listed())


@given(yaml_like | st.text(max_size=60))
def test_no_text_that_was_read_holds_a_character_that_a_terminal_obeys(text: str) -> None:
    value = read_text(text, "case.yaml", Faults())
    texts = [] if value is None else texts_in(value)
    assert [text for text in texts if clean(text) != text.replace("\n", " ")] == []


@given(data=st.data())
@settings(max_examples=150, deadline=None)
def test_a_scenario_with_any_line_spoilt_is_read_or_told(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    at = data.draw(st.integers(0, len(SAMPLE) - 1))
    words = data.draw(
        st.sampled_from(["", "  - ", "x: y", "    act: [a]", "{}", "[]", "- {id: }", "  play: no"]) | yaml_like
    )
    path = tmp_path_factory.getbasetemp() / "full-case.yaml"
    path.write_text("\n".join([*SAMPLE[:at], words, *SAMPLE[at + 1 :]]), encoding="utf-8")
    scenario, found = read_scenario(path, Common())
    assert (scenario is None) == any(diagnostic.severity == "error" for diagnostic in found)
    assert [line for line in map(as_text, found) if clean(line) != line] == []

"""A theory file is read like every other: each fault with its place, nothing executed, no traceback for any shape."""

from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from theories.written import TEXT, TREE, Tree, as_file, changed

from game.reading.diagnostics import Diagnostic, Unreadable
from game.reading.files import MOST_BYTES
from game.theories.load import RIVALS, SHIPPED, check_theory, parse, read_theory, shipped, shipped_path, shipped_text
from game.theories.read import Spot, spots_of

HEAD = 'id: mine\ntitle: Mine\nversion: "1"\nclaim: So it is.\n'


def faults_of(text: str | bytes, folder: Path) -> list[Diagnostic]:
    path = folder / "mine.yaml"
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    theory, _, found = check_theory(path)
    assert (theory is None) == any(fault.severity == "error" for fault in found)
    return found


# --- what comes with the game --------------------------------------------------------------------------------


@pytest.mark.parametrize("name", SHIPPED)
def test_a_shipped_theory_has_no_fault(name: str) -> None:
    theory, _, found = check_theory(shipped_path(name))
    assert found == []
    assert theory
    assert theory.digest == shipped(name).digest


def test_other_line_endings_are_the_same_theory() -> None:
    assert parse(TEXT.replace("\n", "\r\n")).digest == shipped().digest


@pytest.mark.parametrize("name", RIVALS)
def test_what_a_rival_does_not_say_stands_as_in_the_theory_it_is_based_on(name: str) -> None:
    theory = shipped(name)
    assert theory.limits == shipped().limits
    assert theory.phases["answer"] == shipped().phases["answer"]
    assert theory.steps != shipped().steps


def test_a_theory_is_another_when_the_one_it_is_based_on_has_changed() -> None:
    alone = parse(shipped_text("realism").replace("base: paradox\n", "base: interdependence\n"))
    assert alone.digest != shipped("realism").digest


# --- places --------------------------------------------------------------------------------------------------


def test_a_fault_has_its_line_and_column_and_what_was_meant(tmp_path: Path) -> None:
    (fault,) = faults_of(TEXT.replace("if: [soil], card", "if: [soill], card"), tmp_path)
    line = next(number for number, line in enumerate(TEXT.splitlines(), 1) if "if: [soil], card" in line)
    column = TEXT.splitlines()[line - 1].index("[soil]") + 2
    assert (fault.place.file, fault.place.line, fault.place.column) == (str(tmp_path / "mine.yaml"), line, column)
    assert (fault.code, fault.nearest) == ("unknown-question", "soil")


def test_faults_stand_in_the_order_of_their_lines(tmp_path: Path) -> None:
    text = (
        TEXT.replace("condition: 2", "condition: 0").replace("weight: 2", "weight: heavy").replace("step: 1", "step: 9")
    )
    lines = [fault.place.line for fault in faults_of(text, tmp_path)]
    assert lines == sorted(lines)
    assert len(set(lines)) > 3


def test_where_a_rule_stands_can_be_asked_later(tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text(TEXT, encoding="utf-8")
    _, root, _ = check_theory(path)
    assert root
    spots = spots_of(root)
    assert "id: breach" in TEXT.splitlines()[spots[Spot("due", 1)].line - 1]
    assert "level: 1" in TEXT.splitlines()[spots[Spot("due", -1)].line - 1]
    assert "id: signed" in TEXT.splitlines()[spots[Spot("answer", 5)].line - 1]


# --- one's own -----------------------------------------------------------------------------------------------


def test_a_file_of_four_lines_and_a_base_is_a_theory(tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text(f"base: realism\n{HEAD}", encoding="utf-8")
    theory = read_theory(path)
    assert (theory.id, theory.title) == ("mine", "Mine")
    assert theory.received == shipped("realism").received
    assert theory.argued == ()


def test_without_a_base_every_table_must_stand_there(tmp_path: Path) -> None:
    missing = [fault.message for fault in faults_of(HEAD, tmp_path)]
    assert {fault.split("“")[1].rstrip("”") for fault in missing} == {
        *("classes", "limits", "words", "due", "expected", "endings", "aims", "trust")
    }


def test_a_table_that_is_there_is_never_filled_in(tmp_path: Path) -> None:
    (fault,) = faults_of(f"base: paradox\n{HEAD}due:\n  steps: []\n", tmp_path)
    assert fault.message == "due has no “start”"


def test_the_id_of_a_shipped_theory_is_warned_of_unless_it_is_that_theory(tmp_path: Path) -> None:
    assert faults_of(TEXT, tmp_path) == []
    (fault,) = faults_of(TEXT.replace("step: -1", "step: -2"), tmp_path)
    assert (fault.severity, fault.code, fault.place.line) == ("warning", "taken-id", 10)


def test_a_rule_that_contradicts_itself_is_warned_of(tmp_path: Path) -> None:
    text = TEXT.replace("id: paradox", "id: mine").replace("if: [soil], card", "if: [soil, not soil], card")
    (fault,) = faults_of(text, tmp_path)
    assert (fault.severity, fault.code) == ("warning", "never-holds")


def test_citations_are_left_to_whoever_knows_the_sources(tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text(TEXT.replace("paradox@P69", "paradox@P6999"), encoding="utf-8")
    assert read_theory(path)
    with pytest.raises(Unreadable, match="not here"):
        read_theory(path, lambda value, faults: (faults.error(value.place, "x", "not here"), ())[1])


def test_lines_without_an_id_go_by_their_word_and_where_that_is_taken_by_a_number_too() -> None:
    def change(tree: Tree) -> None:
        tree["received"] = [
            {"if": ["face is open"], "then": "refused", "says": "an accusation stands"},
            {"if": ["interest is 0"], "then": "refused", "says": "Mexico has no reason"},
            {"if": ["a wound is open"], "then": "token", "says": "a wound is open"},
            {"id": "token", "unless": ["brings one"], "then": "token", "says": "nothing is brought"},
        ]

    assert [rule.id for rule in parse(changed(change)).received] == ["refused", "refused (2)", "token (2)", "token"]


# --- any shape -----------------------------------------------------------------------------------------------

HOSTILE = {
    "nothing": b"",
    "a list": b"- 1\n",
    "a word": b"theory\n",
    "a tag": b"!!python/object/apply:os.system [ls]\n",
    "an alias bomb": b"a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n",
    "two documents": b"id: a\n---\nid: b\n",
    "brackets": b"[" * 60_000,
    "no text": b"\xff\xfe\x00",
    "a control character": b"id: a\x1b[2J\n",
    "commas": b"classes: [" + b"a," * 60_000 + b"]\n",
    "too large": b"#" * (MOST_BYTES + 1),
}


@pytest.mark.parametrize("data", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_file_is_refused_in_a_sentence(data: bytes, tmp_path: Path) -> None:
    assert faults_of(data, tmp_path)


def test_a_file_that_is_not_there_is_a_fault(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match="there is no such file"):
        read_theory(tmp_path / "none.yaml")
    with pytest.raises(Unreadable, match="this is a folder"):
        read_theory(tmp_path)


SHAPES = st.recursive(
    st.sampled_from(["", "1", "-1", "99", "yes", "soil", "not soil", "now x", "interest", "here", "paradox", "\t"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["id", "if", "then", "start", "steps", "level", "x", "cite"]), inner, max_size=3
        )
    ),
    max_leaves=6,
)


def spots(tree: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Every place of a tree where a value stands."""
    inner = tree.items() if isinstance(tree, dict) else enumerate(tree) if isinstance(tree, list) else ()
    return [path, *(spot for key, value in inner for spot in spots(value, (*path, key)))]


EVERYWHERE = spots(TREE)


def with_value(tree: Any, path: tuple[Any, ...], value: object) -> Any:
    if not path:
        return value
    copied = dict(tree) if isinstance(tree, dict) else list(tree)
    copied[path[0]] = with_value(tree[path[0]], path[1:], value)
    return copied


@settings(max_examples=150, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck))
@given(st.sampled_from(EVERYWHERE), SHAPES)
def test_whatever_stands_anywhere_a_file_is_read_or_refused(path: tuple[Any, ...], value: object) -> None:
    with suppress(Unreadable):
        assert parse(as_file(with_value(TREE, path, value))).rules()

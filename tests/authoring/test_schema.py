"""The schema knows the keys that the readers ask for, takes what they take, and refuses what has the wrong shape.

UPDATE_GOLDEN=1 writes the shipped schema files anew.
"""

import os
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator
from jsonschema.exceptions import best_match
from small_case import DATA

from game.authoring.schema import scenario_schema
from game.authoring.schema_cases import cases_schema
from game.authoring.schema_shared import SHARED
from game.authoring.shapes import as_text
from game.reading.diagnostics import Faults
from game.reading.files import read_file
from game.reading.forms import Form
from game.reading.places import Listing, Scalar, Table, Value
from game.record.library import SECOND_READER, cases_folder
from game.record.read import read_cases
from game.scenario.common import FILES as COMMON_FILES
from game.scenario.common import read_common
from game.scenario.conditions import NAMED
from game.scenario.model import Common
from game.scenario.pack import read_pack
from game.scenario.read import read_scenario
from game.scenario.shelf import scenario_files, shipped_common, shipped_scenarios

BROKEN = Path(__file__).parents[1] / "scenario" / "broken"
SCENARIO, CASES = scenario_schema(), cases_schema()
FILES = {
    shipped_scenarios() / "schema.json": SCENARIO,
    cases_folder() / "schema.json": CASES,
}
MODELINE = "# yaml-language-server: $schema=schema.json"
WHOLE = re.compile(r"[-+]?[0-9]+")


def as_editors_read_it(value: Value) -> Any:
    """A value as YAML 1.2 has it, which is what the language servers of editors read: yes is a word, 1998 a number."""
    if isinstance(value, Table):
        return {key: as_editors_read_it(item) for key, item in value.values.items()}
    if isinstance(value, Listing):
        return [as_editors_read_it(item) for item in value.items]
    if value.plain and WHOLE.fullmatch(value.text):
        return int(value.text)
    if value.plain and value.text in ("", "~", "null", "true", "false"):
        return {"true": True, "false": False}.get(value.text)
    return value.text


def content(path: Path) -> Any:
    document = read_file(path, Faults())
    return None if document is None else as_editors_read_it(document.root)


def nodes(schema: Any) -> Iterator[Mapping[str, Any]]:
    """Every piece of a schema."""
    if isinstance(schema, dict):
        yield schema
        for key, value in schema.items():
            if key not in ("examples", "enum", "required"):
                yield from nodes(value)
    elif isinstance(schema, list):
        for value in schema:
            yield from nodes(value)


# --- held to the readers --------------------------------------------------------------------------------------

Asked = dict[str, set[str]]


@pytest.fixture(scope="module")
def asked() -> Asked:
    """The keys that the readers ask for, by what they call the table; of an event also by its kind."""
    found: Asked = {}
    take = Form.take

    def noting(form: Form, key: str) -> Value | None:
        names = [form.what]
        kind = form._table.values.get("event") if form.what == "an event" and form._table else None
        if isinstance(kind, Scalar):
            names = [f"an event: {kind.text}"]
        for name in names:
            found.setdefault(name, set()).add(key)
        return take(form, key)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Form, "take", noting)
        read_common(shipped_scenarios() / "common")
        read_pack(shipped_scenarios())
        common = shipped_common()[0]
        read_scenario(DATA / "full-case.yaml")
        for path in scenario_files(shipped_scenarios()):
            read_scenario(path, common)
    return found


@pytest.fixture(scope="module")
def asked_of_cases() -> Asked:
    found: Asked = {}
    take = Form.take

    def noting(form: Form, key: str) -> Value | None:
        found.setdefault(form.what, set()).add(key)
        return take(form, key)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Form, "take", noting)
        for path in scenario_files(cases_folder()):
            read_cases(path, shipped_common()[0])
    return found


def known(schema: Any) -> Asked:
    """The keys of a schema, by the titles of its tables; of an event also by its kind."""
    found: Asked = {}
    for node in nodes(schema):
        if isinstance(name := node.get("title"), str) and "properties" in node:
            kind = node["properties"].get("event", {}).get("const") if name == "an event" else None
            found.setdefault(f"{name}: {kind}" if kind else name, set()).update(node["properties"])
    return found


OF_COMMON = {"a person", "a source", "a term"}
"""Tables of the shared files."""


def test_the_schema_has_exactly_the_keys_that_the_readers_of_cases_and_shared_files_ask_for(asked: Asked) -> None:
    assert known(SCENARIO) == asked


def test_the_schema_of_cases_has_exactly_the_keys_that_the_reader_asks_for(asked_of_cases: Asked) -> None:
    assert known(CASES) == {name: keys for name, keys in asked_of_cases.items() if name not in OF_COMMON}


def test_an_if_has_exactly_the_tests_that_the_reader_knows() -> None:
    free, at_the_end = (SCENARIO["definitions"][name]["properties"] for name in ("if", "if-at-the-end"))
    assert {name for name in free if "." not in name} == set(NAMED)
    assert set(at_the_end) - set(free) == {"failed"}


def test_every_key_is_explained_and_has_an_example() -> None:
    for schema in (SCENARIO, CASES):
        for node in nodes(schema):
            keys = node.get("properties", {}) if isinstance(node.get("title"), str) else {}
            for key, value in keys.items():
                assert value["description"], key
                parts = [
                    value,
                    value.get("items", {}),
                    *value.get("anyOf", ()),
                    *value.get("patternProperties", {}).values(),
                ]
                assert any("examples" in part or "properties" in part or "items" in part for part in parts), key


def test_every_table_is_closed_and_the_schema_is_one() -> None:
    for schema in (SCENARIO, CASES):
        Draft7Validator.check_schema(schema)
        tables = [node for node in nodes(schema) if isinstance(node.get("title"), str)]
        assert len(tables) > 4
        assert [node for node in tables if node.get("additionalProperties") is not False] == []


# --- held to the files ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "path", [*scenario_files(shipped_scenarios()), *sorted(DATA.glob("*.yaml"))], ids=lambda p: p.name
)
def test_sound_scenarios_have_the_shape(path: Path) -> None:
    assert best_match(Draft7Validator(SCENARIO).iter_errors(content(path))) is None


@pytest.mark.parametrize(
    "path", [path for path in scenario_files(cases_folder()) if path.name != SECOND_READER], ids=lambda p: p.name
)
def test_sound_case_files_have_the_shape(path: Path) -> None:
    assert best_match(Draft7Validator(CASES).iter_errors(content(path))) is None


def part(name: str) -> Draft7Validator:
    """What the schema says of the shared file of that name."""
    return Draft7Validator({**SCENARIO["definitions"][name], "definitions": SCENARIO["definitions"]})


@pytest.mark.parametrize("folder", [shipped_scenarios(), DATA], ids=["shipped", "small"])
@pytest.mark.parametrize("name", SHARED)
def test_sound_shared_files_have_the_shape(folder: Path, name: str) -> None:
    path = folder / "pack.yaml" if name == "pack" else folder / "common" / f"{name}.yaml"
    assert not path.exists() or best_match(part(name).iter_errors(content(path))) is None
    assert path.exists() or folder == DATA


@pytest.mark.parametrize(
    ("name", "wrong"),
    [
        ("pack", {"author": "Nobody"}),
        ("pack", {"title": "Ours", "cases": "my-case"}),
        ("agreements", {"note": {"field": "police", "title": "A note", "bind": []}}),
        ("agreements", {"note": {"title": "A note"}}),
        ("people", {"ruiz": {"office": "Governor"}}),
        ("people", {"ruiz": {"name": "Elena Ruiz", "since": "last year"}}),
        ("sources", {"garcia": {"pages": {"P1": "11"}}}),
        ("sources", {"garcia": {"paragraphs": ["11"]}}),
        ("sources", {"outside": ["The Daily Notice"]}),
        ("glossary", {"Act": {"cite": "ours"}}),
    ],
)
def test_a_shared_file_of_another_shape_is_underlined(name: str, wrong: Any) -> None:
    assert not part(name).is_valid(wrong)


OF_SHAPE = {
    "unknown-key",
    "missing-key",
    "not-a-table",
    "not-a-list",
    "not-a-text",
    "not-a-number",
    "out-of-range",
    "not-yes-or-no",
    "unknown-word",
    "unknown-test",
    "empty-list",
    "empty-if",
    "long-text",
    "odd-id",
    "odd-date",
    "odd-years",
    "odd-bound",
    "odd-choice",
    "odd-grievance",
    "odd-citation",
    "bad-odds",
    "not-one-move",
    "no-reception",
    "no-value",
    "how-many-options",
    "failed-in-play",
}
"""What an editor can underline by the schema alone."""
SOMETIMES = {"unknown-field"}
"""A field that this case has not may be one of the five or none."""
BEYOND = {"odd-years"}
"""Files whose fault no schema of this draft can say: which of two numbers is the greater."""


@pytest.fixture(scope="module")
def common() -> Common:
    return read_common(DATA / "common")[0]


@pytest.mark.parametrize("path", sorted(BROKEN.glob("*.yaml")), ids=lambda path: path.stem)
def test_a_broken_file_fails_if_and_only_if_the_fault_is_one_of_shape(path: Path, common: Common) -> None:
    tree = content(path)
    if tree is None:  # no YAML: an editor says so without a schema
        return
    codes = {fault.code for fault in read_scenario(path, common, advice=True)[1]}
    fails = not Draft7Validator(SCENARIO).is_valid(tree)
    if not codes & SOMETIMES:
        assert fails == bool(codes & OF_SHAPE and path.stem not in BEYOND), codes


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.parent.name)
def test_the_shipped_schema_is_that_of_the_program(path: Path) -> None:
    text = as_text(FILES[path])
    if os.environ.get("UPDATE_GOLDEN"):
        path.write_text(text, encoding="utf-8")
    assert path.read_text(encoding="utf-8") == text


def first_line(path: Path) -> str:
    return path.read_text(encoding="utf-8").split("\n", 1)[0]


def test_every_shipped_file_names_its_schema_in_its_first_line() -> None:
    shipped = shipped_scenarios()
    files = [*scenario_files(shipped), *scenario_files(cases_folder())]
    assert {first_line(path) for path in files if path.name != SECOND_READER} == {MODELINE}
    assert first_line(shipped / "pack.yaml") == f"{MODELINE}#/definitions/pack"
    common = {path.stem: first_line(path) for path in (shipped / "common").glob("*.yaml")}
    assert set(common) == set(COMMON_FILES)
    for name, line in common.items():
        assert line == f"# yaml-language-server: $schema=../schema.json#/definitions/{name}"

"""In a real editor's YAML language server the modeline brings completion, explanation and squiggles.

Run where the server is (``npm install yaml-language-server`` anywhere; Node is needed):

    YAML_LANGUAGE_SERVER=FOLDER/node_modules/.bin/yaml-language-server pytest tests/authoring/test_editor.py
"""

import shutil
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from authoring.language_server import Server, installed

from game.authoring.start import start_of
from game.record.library import SECOND_READER, cases_folder
from game.scenario.shelf import scenario_files, shipped_scenarios

pytestmark = [
    pytest.mark.editor,
    pytest.mark.skipif(not installed(), reason="no yaml-language-server here; see this file's beginning"),
]

SHIPPED = shipped_scenarios()
CASE = (SHIPPED / "casablanca-1998.yaml").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder as an instructor has it: a case, and the schema beside it."""
    folder = tmp_path_factory.mktemp("mine")
    shutil.copy(SHIPPED / "schema.json", folder)
    return folder


@pytest.fixture(scope="module")
def server(folder: Path) -> Iterator[Server]:
    with Server(installed(), folder) as server:
        yield server


NUMBERS = count()


def new_in(folder: Path) -> Path:
    """A file of its own for each test: the server takes its time over what it was shown before."""
    return folder / f"case-{next(NUMBERS)}.yaml"


def place_of(text: str, words: str) -> tuple[int, int]:
    """Line and column of the first occurrence of some words."""
    before = text[: text.index(words)]
    return before.count("\n") + 1, len(before) - before.rfind("\n")


@pytest.mark.parametrize("path", scenario_files(SHIPPED), ids=lambda path: path.name)
def test_a_shipped_case_has_no_squiggle_where_it_lies(server: Server, path: Path) -> None:
    uri = server.open(path, path.read_text(encoding="utf-8"))
    assert server.faults(uri, until=lambda _: True) == []


@pytest.mark.parametrize(
    "path", [path for path in scenario_files(cases_folder()) if path.name != SECOND_READER], ids=lambda path: path.name
)
def test_a_shipped_case_file_has_no_squiggle_where_it_lies(server: Server, path: Path) -> None:
    uri = server.open(path, path.read_text(encoding="utf-8"))
    assert server.faults(uri, until=lambda _: True) == []


BESIDE = [SHIPPED / "pack.yaml", *sorted((SHIPPED / "common").glob("*.yaml"))]
"""The files that stand beside the cases."""


@pytest.mark.parametrize("path", BESIDE, ids=lambda path: path.name)
def test_a_shipped_shared_file_has_no_squiggle_where_it_lies(server: Server, path: Path) -> None:
    uri = server.open(path, path.read_text(encoding="utf-8"))
    assert server.faults(uri, until=lambda _: True) == []


@pytest.mark.parametrize(
    ("file", "right", "wrong"),
    [
        ("pack", "title: Two Capitals", "titel: Two Capitals"),
        ("people", "{name: Madeleine Albright", "{nam: Madeleine Albright"),
        ("agreements", "field: police", "field: sea"),
        ("sources", "  year: 2013", "  yaer: 2013"),
        ("glossary", "{text: ", "{txt: "),
    ],
)
def test_what_is_wrong_in_a_shared_file_is_underlined(
    server: Server, folder: Path, file: str, right: str, wrong: str
) -> None:
    shipped = SHIPPED / ("pack.yaml" if file == "pack" else f"common/{file}.yaml")
    text = shipped.read_text(encoding="utf-8").replace("../schema.json", "schema.json")
    assert right in text
    uri = server.open(new_in(folder), text.replace(right, wrong, 1))
    assert place_of(text, right)[0] in {line for line, _, _ in server.faults(uri)}


@pytest.mark.parametrize(
    ("right", "wrong", "at"),
    [
        ("level: standard", "level: hard", "hard"),
        ("frustration: 1", "frustration: 9", "9"),
        ("title: Operation", "titel: Operation", "titel"),
        ("soil: yes, face: yes", "soil: true, face: yes", "true"),
        ("soil: yes, face: yes", "soil: yes, fase: yes", "fase"),
        ("event: leak", "event: leek", "leek"),
        ("by: mexico-city", "by: mexico", "mexico\n"),
        ("odds: 1 in 3", "odds: a third", "a third"),
    ],
)
def test_what_is_wrong_is_underlined_at_its_place(
    server: Server, folder: Path, right: str, wrong: str, at: str
) -> None:
    assert right in CASE
    text = CASE.replace(right, wrong, 1)
    uri = server.open(new_in(folder), text)
    places = [(line, column) for line, column, _ in server.faults(uri)]
    line, column = place_of(text, wrong)
    assert (line, column + wrong.index(at.strip())) in places


@pytest.mark.parametrize(
    ("key", "said"),
    [
        ("frustration: 1", "what drives it to act alone"),
        ("soil: yes, face", "inside the other country without that government's consent"),
        ("objection: police", "Mexico City puts an objection on record"),
        ("known_then:", "What could be known on the day"),
        ("odds: 1 in 3", "drawn with the seed of the game"),
        ("transfer: ", "leads to another case"),
    ],
)
def test_a_key_is_explained(server: Server, folder: Path, key: str, said: str) -> None:
    uri = server.open(new_in(folder), CASE)
    line, column = place_of(CASE, key)
    assert said in server.hover(uri, line, column + 1)


CUTS = {
    "at the top": ("id: mine\n", {"title", "years", "play", "start", "opponent"}),
    "level": ("level: ", {"first", "standard", "advanced"}),
    "a decision": ("play:\n  - decision: a\n    ", {"by", "round", "brief", "options", "known_then"}),
    "who decides": ("play:\n  - decision: a\n    by: ", {"washington", "mexico-city"}),
    "an event": ("play:\n  - event: ", {"leak", "incident", "administration"}),
    "of a leak": ("play:\n  - event: leak\n    ", {"odds", "id", "round", "text"}),
    "an option": (
        "play:\n  - decision: a\n    options:\n      - id: b\n        ",
        {"label", "act", "offer", "tell", "historical"},
    ),
    "marks of an act": (
        "play:\n  - decision: a\n    options:\n      - id: b\n        act:\n          ",
        {"soil", "face", "rank", "harm", "warned", "yields"},
    ),
    "classes": (
        "play:\n  - decision: a\n    options:\n      - id: b\n        act:\n          does:\n            - ",
        {"abduction", "undercover-work"},
    ),
    "a condition": ("play:\n  - decision: a\n    if:\n      ", {"chosen", "entry", "police.institution", "grievance"}),
    "a grievance": ("play:\n  - decision: a\n    if:\n      grievance: ", {"police.soil", "border.harm"}),
}


@pytest.mark.parametrize("name", CUTS)
def test_what_can_stand_at_a_place_is_proposed(server: Server, folder: Path, name: str) -> None:
    before, wanted = CUTS[name]
    text = f"# yaml-language-server: $schema=schema.json\n{before}"
    uri = server.open(new_in(folder), text)
    line, column = text.count("\n") + 1, len(text) - text.rfind("\n")
    assert wanted - server.completions(uri, line, column) == set()


def test_without_the_line_the_server_knows_nothing(server: Server, folder: Path) -> None:
    text = CASE.partition("\n")[2].replace("level: standard", "level: hard")
    uri = server.open(new_in(folder), text)
    assert server.faults(uri, until=lambda _: True) == []
    assert server.hover(uri, *place_of(text, "frustration: 1")) == ""


def test_a_new_case_asks_for_no_schema_until_it_has_one(server: Server, tmp_path: Path) -> None:
    text = start_of("mine")
    assert server.faults(server.open(new_in(tmp_path), text), until=lambda _: True) == []
    shutil.copy(SHIPPED / "schema.json", tmp_path)
    wrong = f"# yaml-language-server: $schema=schema.json\n{text}".replace("level: first", "level: last")
    assert [line for line, _, _ in server.faults(server.open(new_in(tmp_path), wrong))] == [
        place_of(wrong, "level:")[0]
    ]

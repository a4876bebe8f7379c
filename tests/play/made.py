"""Small scenarios made for one test.

A test writes only what it is about, in the words of a scenario file: ``start``, ``agreements``, ``play``. Titles,
labels and the like are filled in, and the game's own reader reads the result. The second reading gets the same table.
"""

import json
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import yaml

from game.play.course import Course
from game.reading.diagnostics import as_text
from game.scenario.model import Common, Scenario
from game.scenario.read import read_scenario
from game.theories.load import shipped

HEAD = {
    "format": "1",
    "id": "made",
    "title": "Made for a test",
    "years": ["2000", "2001"],
    "minutes": {"brief": "1", "play": "1", "debrief": "1"},
    "level": "standard",
    "roles": ["washington", "mexico-city"],
    "objectives": ["See one thing."],
    "people": [],
}
LEVELS = {"interest": "1", "coordination": "1", "institution": "1", "capacity": "1", "cite": "ours"}
START = {"frustration": "2", "standing": "3", "ledger": [], "fields": {"police": {}}}


def as_table(text: str) -> dict[str, Any]:
    """What a test wrote, every value as written."""
    tree: dict[str, Any] = yaml.load(text, yaml.BaseLoader)  # noqa: S506 - it makes nothing but text
    return tree


def filled(tree: dict[str, Any]) -> dict[str, Any]:
    """A scenario table with everything that the test did not care for."""
    start = {**START, **tree.get("start", {})}
    start["fields"] = {name: {**LEVELS, **(levels or {})} for name, levels in start["fields"].items()}
    agreements = {
        name: {"field": "police", "binds": [], "title": name, "cite": "ours", **entry}
        for name, entry in tree.get("agreements", {}).items()
    }
    play = [_item(item) for item in tree["play"]]
    return {**HEAD, **tree, "start": start, "agreements": agreements, "play": play}


def _item(item: dict[str, Any]) -> dict[str, Any]:
    if "event" in item:
        return item
    options = [{"label": option["id"], **option} for option in item["options"]]
    return {**item, "options": options}


def read(tree: dict[str, Any], common: Common | None = None) -> Scenario:
    """The scenario of a table, by the game's own reader."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "made.yaml"
        path.write_text(json.dumps(_numbers(filled(tree))), encoding="utf-8")
        scenario, found = read_scenario(path, common or Common())
    assert scenario is not None, "\n".join(as_text(fault) for fault in found)
    return scenario


def _numbers(value: Any) -> Any:
    """Numbers as numbers, since the reader takes none in quotes; everything else stays text."""
    if isinstance(value, dict):
        return {key: _numbers(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_numbers(inner) for inner in value]
    return int(value) if value.removeprefix("-").isdigit() else value


@cache
def made(text: str) -> Scenario:
    """A scenario of a few lines."""
    return read(as_table(text))


def course_of(text: str) -> Course:
    """The course of a scenario of a few lines, under the shipped theory."""
    return Course.of(made(text), shipped())

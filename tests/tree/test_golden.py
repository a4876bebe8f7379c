"""What ``check --paths`` and ``graph`` say of the small case and of a shipped one, so that each difference is read.

The files are written by the program and judged by a person. To rewrite them, and then read the diff:

    UPDATE_GOLDEN=1 pytest tests/tree/test_golden.py
"""

import json
import os
from functools import cache
from pathlib import Path

import pytest
import small_case
from play import shipped as shelf

from game.printing import html, text
from game.tree.chart import Chart
from game.tree.chart_svg import drawing
from game.tree.chart_told import chart_document
from game.tree.plain import as_plain
from game.tree.report import Report
from game.tree.told import tree_document

GOLDEN = Path(__file__).parent / "golden"
NAMES = (small_case.ID, "merida-2007")


@cache
def report(name: str) -> Report:
    return Report.of(small_case.course() if name == small_case.ID else shelf.course(name))


def golden(file: str, printed: str) -> None:
    path = GOLDEN / file
    if os.environ.get("UPDATE_GOLDEN"):
        GOLDEN.mkdir(exist_ok=True)
        path.write_text(printed, encoding="utf-8", newline="\n")
    assert printed == path.read_text(encoding="utf-8"), "rewrite with UPDATE_GOLDEN=1 if this is meant"


@pytest.mark.parametrize("name", NAMES)
def test_all_paths_as_text_are_what_was_judged(name: str) -> None:
    golden(f"{name}.paths.txt", text.render(tree_document(report(name))))


@pytest.mark.parametrize("name", NAMES)
def test_all_paths_as_json_are_what_was_judged(name: str) -> None:
    golden(f"{name}.paths.json", json.dumps(as_plain(report(name)), ensure_ascii=False, indent=1) + "\n")


@pytest.mark.parametrize("name", NAMES)
def test_the_lines_of_best_play_in_the_text_are_those_in_json(name: str) -> None:
    said = " ".join(text.render(tree_document(report(name))).split())
    lines = as_plain(report(name))["best"]["lines"]
    for who in ("strategist", "due"):
        stops = [f"{s['at']}{'.' if s['label'] else ': '}{s['option']}" for s in lines[who]["path"]]
        assert f": {' → '.join(stops)}. Acts alone" in said


def test_all_paths_as_html_are_what_was_judged() -> None:
    golden(f"{small_case.ID}.paths.html", html.render(tree_document(report(small_case.ID)), "letter"))


@pytest.mark.parametrize("name", NAMES)
def test_the_tree_as_text_is_what_was_judged(name: str) -> None:
    tree = report(name).tree
    golden(f"{name}.graph.txt", text.render(chart_document(Chart.of(tree), len(tree.graph.nodes))))


@pytest.mark.parametrize("name", NAMES)
def test_the_tree_as_a_picture_is_what_was_judged(name: str) -> None:
    golden(f"{name}.graph.svg", drawing(Chart.of(report(name).tree)))

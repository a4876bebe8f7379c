"""A theory file as a tree of texts, to change a word of it and write it again."""

import copy
import json
import re
from collections.abc import Callable
from typing import Any

import yaml

from game.theories.load import shipped_text

Tree = dict[str, Any]
TEXT = shipped_text()
TREE: Tree = yaml.load(TEXT, yaml.BaseLoader)  # noqa: S506 - it makes nothing but text
NUMBER = re.compile(r'"(-?[0-9]+)"')


def as_file(tree: object) -> str:
    """The text of a file that says the same; a number stands without quotes, as a file must have it."""
    return NUMBER.sub(r"\1", json.dumps(tree, ensure_ascii=False))


def changed(change: Callable[[Tree], object]) -> str:
    """The shipped theory with one change."""
    tree = copy.deepcopy(TREE)
    change(tree)
    return as_file(tree)

"""A theory file as a tree of texts, to change a word of it and write it again."""

import copy
import json
import re
from collections.abc import Callable
from functools import cache
from typing import Any

import yaml

from game.theories.load import DEFAULT, shipped_text

Tree = dict[str, Any]
NUMBER = re.compile(r'"(-?[0-9]+)"')


@cache
def tree_of(name: str) -> Tree:
    """The file of a shipped theory; never to be changed."""
    tree: Tree = yaml.load(shipped_text(name), yaml.BaseLoader)  # noqa: S506 - it makes nothing but text
    return tree


TEXT, TREE = shipped_text(), tree_of(DEFAULT)


def as_file(tree: object) -> str:
    """The text of a file that says the same; a number stands without quotes, as a file must have it."""
    return NUMBER.sub(r"\1", json.dumps(tree, ensure_ascii=False))


def changed(change: Callable[[Tree], object], name: str = DEFAULT) -> str:
    """A shipped theory with one change."""
    tree = copy.deepcopy(tree_of(name))
    change(tree)
    return as_file(tree)

"""The screens, one a file, named as on the screen. A screen is loaded when it is shown for the first time."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from game.tui.page import Page

NAMES = {
    "cases": "Cases",
    "debriefs": "Debriefs",
    "dossier": "Dossier",
    "how_to_print": "HowToPrint",
    "record": "Record",
    "rules_card": "RulesCard",
    "so_far": "SoFar",
    "what_if": "WhatIf",
    "why": "Why",
}
"""Screens that can be asked for by name, and the class of each."""


def page_of(name: str) -> "type[Page]":
    """The class of a screen."""
    page: type[Page] = getattr(import_module(f"game.tui.screens.{name}"), NAMES[name])
    return page

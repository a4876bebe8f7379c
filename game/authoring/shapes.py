"""Pieces of a JSON Schema in the words of the scenario format.

Draft 7, because the language servers of editors know nothing newer. Every piece says what it is and gives an example:
an editor shows both. A table has as its title the words by which the reader's messages call it.
"""

import json
from collections.abc import Iterable, Mapping
from typing import Any

Schema = dict[str, Any]
Properties = Mapping[str, Schema]

DRAFT = "http://json-schema.org/draft-07/schema#"
SCALAR = ["string", "number"]
"""What stands without quotes may be a number to an editor and is a text to the game."""


def said(schema: Schema, about: str, *examples: object) -> Schema:
    """A piece with what an editor shows of it."""
    return {"description": about, **({"examples": list(examples)} if examples else {}), **schema}


def text(about: str, *examples: object, most: int = 0, pattern: str = "") -> Schema:
    """A text of at most so many characters (0: any)."""
    limits: Schema = {"maxLength": most} if most else {}
    return said({"type": SCALAR, **limits, **({"pattern": f"^(?:{pattern})$"} if pattern else {})}, about, *examples)


def word(words: Iterable[str], about: str) -> Schema:
    """One word of a closed list."""
    known = list(words)
    return said({"enum": known}, about, known[0])


def yes_no(about: str) -> Schema:
    """Yes or no, which are words here."""
    return word(("yes", "no"), about)


def whole(least: int, most: int, about: str, *examples: int) -> Schema:
    """A whole number between two bounds."""
    return said({"type": "integer", "minimum": least, "maximum": most}, about, *(examples or (least,)))


def listed(items: Schema, about: str, *, least: int = 0, most: int = 0) -> Schema:
    """A list of such values."""
    limits: Schema = {"minItems": least} if least else {}
    examples = [items["examples"]] if "examples" in items else []
    return said({"type": "array", "items": items, **limits, **({"maxItems": most} if most else {})}, about, *examples)


def one_or_more(items: Schema, about: str) -> Schema:
    """Such a value, or a list of them."""
    return said({"anyOf": [items, {"type": "array", "items": items}]}, about, *items.get("examples", ()))


def either(about: str, short: Schema, long: Schema) -> Schema:
    """A value that is either a word or a table that says more."""
    return said({"anyOf": [short, long]}, about, *short.get("examples", ()))


def table(name: str, about: str, keys: Properties, needed: Iterable[str] = (), **more: Any) -> Schema:
    """A table with these keys and no others; ``name`` is how the reader's messages call it."""
    required: Schema = {"required": found} if (found := list(needed)) else {}
    return said(
        {"title": name, "type": "object", "properties": dict(keys), "additionalProperties": False, **required, **more},
        about,
    )


def named(about: str, value: Schema, *, names: Iterable[str] = (), pattern: str = "", **more: Any) -> Schema:
    """A table whose keys are names: of a closed list, or of a pattern."""
    known: Schema = {"properties": dict.fromkeys(names, value)} if names else {}
    free: Schema = {"patternProperties": {f"^(?:{pattern})$": value}} if pattern else {}
    return said({"type": "object", **known, **free, "additionalProperties": False, **more}, about)


def where(key: str, values: Iterable[str], then: Schema) -> Schema:
    """What holds besides, where a key has one of these values."""
    return {"if": {"properties": {key: {"enum": list(values)}}, "required": [key]}, "then": then}


def having(keys: Iterable[str], then: Schema) -> Schema:
    """What holds besides, where one of these keys stands."""
    return {"if": {"anyOf": [{"required": [key]} for key in keys]}, "then": then}


def as_text(schema: Schema) -> str:
    """A schema as the text of its file, the same on every machine."""
    return json.dumps(schema, ensure_ascii=False, indent=1) + "\n"

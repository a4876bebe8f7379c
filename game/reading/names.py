"""How a name is written by which saves, files and other places refer to something."""

import re

from game.reading.diagnostics import quoted
from game.reading.forms import Form

ID = re.compile(r"[a-z0-9][a-z0-9-]{0,40}")


def id_in(form: Form, key: str = "id") -> str:
    """The name of a table by which others can refer to it; it can also be part of a file's name."""
    text = form.text(key, needed=True)
    if text and not ID.fullmatch(text):
        message = f"{quoted(text)} cannot be an id"
        form.faults.error(form.place_of(key), "odd-id", message, "small letters, digits and hyphens, at most 41")
    return text

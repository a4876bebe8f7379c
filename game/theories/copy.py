"""A theory written out as a file to change: every table and every comment, those of its base filled in."""

import re
from itertools import takewhile

from game.theories.load import shipped_text

KEY = re.compile(r"([a-z][a-z0-9-]*):")
NO_ID = re.compile(r"[^a-z0-9]+")
LAST_OF_THE_HEAD = "claim"
"""What a theory says of itself stands above its tables."""
HEAD = """\
# Yours to change: a copy of “{title}” (version {version}). Change a line, and see which history breaks:
#   two-capitals theory check {file}    what is wrong in it, and how it does on the coded cases
#   two-capitals theory diff {file}     where it differs, and which cases turn right or wrong
#   two-capitals play --theory {file}   play by it
#
"""


def name_for(stem: str, taken: str) -> str:
    """The id of a copy, from the name of its file; never one that is taken."""
    name = NO_ID.sub("-", stem.lower()).strip("-")[:41].rstrip("-")
    return name if name and name != taken else f"my-{taken}"[:41]


def copy_of(text: str, name: str, head: str) -> str:
    """The text of a theory file under another id and title, whole: with every table of what it is based on."""
    comment, parts = _whole(text)
    parts["id"] = f"id: {name}\n"
    parts["title"] = f"title: {name.replace('-', ' ').capitalize()}\n"
    return head + comment + "".join(parts.values())


def _whole(text: str) -> tuple[str, dict[str, str]]:
    """The comment above a file, and its parts by key, those of its base filled in and in the order of the base."""
    comment, own = _parts(text)
    base = own.pop("base", "").partition(":")[2].partition("#")[0].strip(" \t\n\"'")
    if not base:
        return comment, own
    above, parts = _whole(shipped_text(base))
    head = [key for key in own if key not in parts]
    order = list(parts)
    at = order.index(LAST_OF_THE_HEAD) + 1
    both = (*order[:at], *head, *order[at:])
    return f"{comment}#\n{above}", {key: own.get(key) or parts[key] for key in both}


def _parts(text: str) -> tuple[str, dict[str, str]]:
    """The comment above the first key, and the text of each key with the comment above it."""
    lines = text.splitlines(keepends=True)
    comment = list(takewhile(_is_comment, lines))
    parts, waiting, key = dict[str, str](), "", ""
    for line in lines[len(comment) :]:
        if found := KEY.match(line):
            key = found[1]
        if found or not _is_comment(line):
            parts[key] = parts.get(key, "") + waiting + line
            waiting = ""
        else:
            waiting += line
    parts[key] = parts.get(key, "") + waiting
    return "".join(comment), parts


def _is_comment(line: str) -> bool:
    return not line.strip() or line.startswith("#")

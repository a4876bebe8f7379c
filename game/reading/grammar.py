"""YAML's complaints about its grammar, in the words of somebody who writes a scenario and not a parser."""

from typing import NamedTuple

import yaml

from game.reading.diagnostics import Diagnostic, Place


class Complaint(NamedTuple):
    """Words by which the parser's complaint is known (all must occur), and how we put it."""

    words: tuple[str, ...]
    code: str
    message: str
    expected: str = ""
    where_begun: bool = False
    """Told where that begins which the parser could not read, not where it gave up."""


QUOTES = "put the text in quotes"

# The first that applies speaks; what the parser says in other words is passed on as it is.
COMPLAINTS = (
    Complaint(("mapping values are not allowed",), "colon-in-text", f"a colon inside a text; {QUOTES}"),
    Complaint(("tab",), "tab", "a tab stands at the beginning of a line or of a value", "blanks"),
    Complaint(("cannot start any token",), "odd-start", f"a text cannot begin with this character; {QUOTES}"),
    Complaint(
        ("unexpected end of stream",),
        "open-quote",
        "a text in quotes is never closed",
        "a closing quote",
        where_begun=True,
    ),
    Complaint(
        ("flow mapping", "did not find"),
        "in-braces",
        "the braces opened on line {line} break off here; a text with a colon, comma or brace needs quotes",
        "a comma or a closing brace",
    ),
    Complaint(
        ("flow sequence", "did not find"),
        "in-brackets",
        "the brackets opened on line {line} break off here; a text with a colon or bracket needs quotes",
        "a comma or a closing bracket",
    ),
    Complaint(("node content",), "no-value", "a value is missing before this", "a value"),
    Complaint(
        ("could not find expected ':'",),
        "loose-line",
        "this line has no key; a text of several lines needs | after its key, an item of a list its dash",
        "key: value",
        where_begun=True,
    ),
    Complaint(
        ("block mapping", "did not find expected key"),
        "indent",
        "this does not belong to the lines before it: look at its indentation and at their quotes",
        "a key, indented like those before it",
    ),
    Complaint(
        ("block collection",),
        "indent",
        "this does not belong to the list before it: look at its indentation and at the quotes there",
        "- and a value, indented like those before it",
    ),
    Complaint(("block sequence entries",), "dash", "a list cannot begin here", "the list on the next line"),
    Complaint(("document start",), "outdent", "this is indented less than the first line of the file"),
    Complaint(
        ("scanning a block scalar",), "text-after-bar", "a text begins below | or >, not beside it", "a new line"
    ),
    Complaint(("escape",), "escape", "a backslash in double quotes begins a code", "\\\\, or single quotes"),
    Complaint(
        ("nesting depth",), "too-deep", "values stand too deep in one another"
    ),  # newer parsers say so themselves
    Complaint(("scanning a tag",), "tag", f"a text cannot begin with !; {QUOTES}"),
    Complaint(("scanning an alias",), "alias", f"a text cannot begin with *; {QUOTES}"),
    Complaint(("scanning an anchor",), "anchor", f"a text cannot begin with &; {QUOTES}"),
)


def explained(error: yaml.YAMLError, text: str, file: str) -> Diagnostic:
    """One complaint of the parser as a diagnostic with its place."""
    if not isinstance(error, yaml.MarkedYAMLError) or error.problem_mark is None:
        return Diagnostic(Place(file), "error", "grammar", f"this is not YAML: {error}")
    mark, begun = error.problem_mark, error.context_mark or error.problem_mark
    said = f"{error.context or ''} {error.problem or ''}".strip()
    if text[mark.index : mark.index + 1] == "\t":
        said += ", a tab"
    complaint = next((known for known in COMPLAINTS if all(word in said for word in known.words)), None)
    if complaint is None:
        complaint = Complaint((), "grammar", f"this is not YAML: {said}")
    message = complaint.message.replace("{line}", str(begun.line + 1))
    place = _place_of(begun if complaint.where_begun else mark, text, file)
    return Diagnostic(place, "error", complaint.code, message, complaint.expected)


def _place_of(mark: yaml.Mark, text: str, file: str) -> Place:
    """The place of a mark; at the very end of a file that of its last character, which an editor can show."""
    if mark.index < len(text):
        return Place(file, mark.line + 1, mark.column + 1)
    last = text.rstrip("\n").rsplit("\n", 1)
    return Place(file, text.rstrip("\n").count("\n") + 1, max(len(last[-1]), 1))

"""Is every word of a theory file one that the rules know? A rule over a misspelt fact would hold always, or never.

A check is a function from the file's table to sentences; nothing stops at the first.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from game.reading.diagnostics import nearest, quoted
from game.theories.vocabulary import (
    AIMS,
    COUNTED,
    DECIDING,
    EFFECTS,
    KEYS,
    LIMITS,
    MARKS,
    MOSTS,
    NAMED_NUMBERS,
    NOW,
    OF_AN_ACT,
    PHASES,
    RULE_KEYS,
    SIDES,
    SILENT,
    START_KEYS,
    TIMES,
    VALUES,
    WHERES,
)

Line = Mapping[str, Any]
FORMAT = "1"
NEEDED = (
    *("id", "title", "version", "claim", "classes", "limits", "words", "due", "expected", "received", "endings"),
    *("aims", "trust"),
)
EFFECT_KEYS = ("where", "most", "times", "set")
YES_NO = ("yes", "no")


class NotUnderstood(ValueError):
    """A theory file that says something the rules do not know; the message has one sentence a line."""


def check(tree: Mapping[str, Any]) -> None:
    """Raise NotUnderstood if a word of the file is none that the rules know."""
    missing = [f"the theory: {key} is missing" for key in NEEDED if key not in tree]
    found = missing or [fault for test in (_head, _due, _changing, _deciding, _reckoning) for fault in test(tree)]
    if found:
        raise NotUnderstood("\n".join(found))


def _head(tree: Line) -> Iterator[str]:
    """Its parts, and the format that we know."""
    yield from _keys(tree, "the theory", KEYS)
    yield from _word(tree.get("format", FORMAT), "the theory", "format", (FORMAT,))


def _due(tree: Mapping[str, Any]) -> Iterator[str]:
    """The staircase: its start and its steps."""
    due = tree["due"]
    yield from _keys(due, "due", ("start", "steps"))
    yield from _keys(due["start"], "the start", START_KEYS)
    yield from _number(due["start"].get("level"), "the start", "level")
    yield from _facts(due["start"], "the start", OF_AN_ACT, ())
    for line in due["steps"]:
        name = _name(line, "due")
        yield from _rule(line, name, OF_AN_ACT, ())
        yield from _number(line.get("step"), name, "step")


def _changing(tree: Mapping[str, Any]) -> Iterator[str]:
    """The rules that change something."""
    for phase, facts in PHASES.items():
        for line in tree.get(phase, ()):
            name = _name(line, phase)
            yield from _rule(line, name, facts, NOW)
            for effect in line.get("then", ()):
                yield from _effect(effect, name)


def _deciding(tree: Mapping[str, Any]) -> Iterator[str]:
    """The tables that decide on a word; where one of them must, its last line holds always."""
    for table, (facts, words) in DECIDING.items():
        lines: Sequence[Line] = tree.get(table, ())
        for line in lines:
            name = _name(line, table)
            yield from _rule(line, name, facts, ())
            yield from _word(line.get("then"), name, "then", words)
        if table not in SILENT and (not lines or lines[-1].get("if") or lines[-1].get("unless")):
            yield f"{table}: the last line must hold always, or there may be no answer"


def _reckoning(tree: Mapping[str, Any]) -> Iterator[str]:
    """Limits and aims."""
    yield from _keys(tree["limits"], "limits", LIMITS)
    for limit in LIMITS:
        yield from _number(tree["limits"].get(limit), "limits", limit)
    yield from _keys(tree["aims"], "aims", SIDES)
    for side in SIDES:
        for line in tree["aims"].get(side, ()):
            yield from _word(line.get("id"), f"aims of {side}", "id", AIMS)
            yield from _number(line.get("weight"), f"aims of {side}", str(line.get("id")))


# --- one rule ------------------------------------------------------------------------------------------------


def _name(line: Line, table: str) -> str:
    """How a message names a rule."""
    return f"{table}: {line.get('id') or line.get('then') or 'a rule'}"


def _rule(line: Line, name: str, facts: Collection[str], now: Collection[str]) -> Iterator[str]:
    yield from _keys(line, name, RULE_KEYS)
    yield from _facts(line, name, facts, now)
    for key in ("stated", "disputed", "extension"):
        if key in line:
            yield from _word(line[key], name, key, YES_NO)


def _facts(line: Line, name: str, facts: Collection[str], now: Collection[str]) -> Iterator[str]:
    for key in ("if", "unless"):
        asked = line.get(key, [])
        if isinstance(asked, str):
            yield f"{name}: {key} is not a list"
            continue
        for written in asked:
            word = written.removeprefix("not ") if key == "if" else written
            later = word.removeprefix("now ") if key == "if" and now else word
            if word not in facts and not (later != word and later in now):
                yield _unknown(name, f"cannot ask {quoted(written)} there", word, [*facts, *(f"now {w}" for w in now)])


def _effect(effect: Line, name: str) -> Iterator[str]:
    """One thing that a rule changes: its first key says what, and its value by how much or to what."""
    what, by = next(iter(effect.items()))
    rest = {key: value for key, value in effect.items() if key != what}
    if what not in EFFECTS:
        yield _unknown(name, f"nothing is called {quoted(what)} that a rule could change", what, EFFECTS)
    elif what in VALUES:
        for word in by if isinstance(by, list) else [by]:
            yield from _word(word, name, what, VALUES[what])
    elif what in MARKS or what in COUNTED:
        yield from () if by in NAMED_NUMBERS and what in COUNTED else _number(by, name, what)
    yield from _keys(rest, name, EFFECT_KEYS)
    for key, words in (("where", WHERES), ("most", MOSTS), ("times", TIMES), ("set", YES_NO)):
        if key in rest:
            yield from _word(rest[key], name, key, words)


# --- one word ------------------------------------------------------------------------------------------------


def _keys(line: Line, name: str, known: Collection[str]) -> Iterator[str]:
    for key in line:
        if key not in known:
            yield _unknown(name, f"{quoted(key)} is not known", key, known)


def _word(word: Any, name: str, key: str, known: Collection[str]) -> Iterator[str]:
    if word not in known:
        yield _unknown(name, f"{key} cannot be {quoted(str(word))}", str(word), known)


def _number(value: Any, name: str, key: str) -> Iterator[str]:
    if not str(value).lstrip("+-").isdigit():
        yield f"{name}: {key} is {quoted(str(value))}, not a whole number"


def _unknown(name: str, message: str, word: str, known: Collection[str]) -> str:
    close = nearest(word, known)
    return f"{name}: {message}" + (f" (did you mean {quoted(close)}?)" if close else "")

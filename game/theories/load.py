"""Read a theory file. The shipped theories are trusted files; a slip in one is a programmer's error and raises."""

import hashlib
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import yaml

from game.reading.diagnostics import Faults, Place, Unreadable
from game.reading.files import read_file
from game.rules.theory import Aim, Effect, Rule, Theory
from game.theories.check import NotUnderstood, check
from game.theories.names import DEFAULT, RIVALS, SHIPPED
from game.theories.vocabulary import PHASES

__all__ = ["DEFAULT", "RIVALS", "SHIPPED", "parse", "shipped", "shipped_text"]


@cache
def shipped(name: str = DEFAULT) -> Theory:
    """A theory that comes with the game, by name. Raises FileNotFoundError if there is none of that name."""
    return parse(shipped_text(name))


def shipped_text(name: str = DEFAULT) -> str:
    """The file of a shipped theory, as it stands. Raises FileNotFoundError if there is none of that name."""
    return files("game.theories").joinpath(f"{name}.yaml").read_text(encoding="utf-8")


def read_theory(path: Path) -> Theory:
    """The theory of a file. Raises Unreadable for its faults."""
    faults = Faults()
    document = read_file(path, faults)
    if document is not None and not faults.broken:
        try:
            return parse(path.read_text(encoding="utf-8-sig"))
        except NotUnderstood as error:
            for sentence in str(error).splitlines():
                faults.error(Place(str(path)), "theory", sentence)
    raise Unreadable(faults.listed())


def tree_of(text: str) -> dict[str, Any]:
    """The tables of a theory file, those of the shipped theory it is based on filled in where it has none."""
    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)  # every value as written: no yes, no dates, no floats
    tree: dict[str, Any] = yaml.load(text, loader)  # noqa: S506 - a base loader makes nothing but text
    base = tree.pop("base", "")
    if base and base not in SHIPPED:
        raise NotUnderstood(f"the theory: there is no theory {base!r} to be based on (there are: {', '.join(SHIPPED)})")
    return {**tree_of(shipped_text(base)), **tree} if base else tree


def parse(text: str) -> Theory:
    """A theory from the text of its file. Raises KeyError where a part is missing, NotUnderstood for a word unknown."""
    tree = tree_of(text)
    check(tree)
    return Theory(
        id=tree["id"],
        title=tree["title"],
        version=tree["version"],
        claim=tree["claim"],
        classes=tuple(tree["classes"]),
        limits={k: int(v) for k, v in tree["limits"].items()},
        start=_rule({"id": "start", "step": tree["due"]["start"]["level"], **tree["due"]["start"]}),
        steps=_rules(tree["due"]["steps"]),
        expected=_rules(tree["expected"]),
        received=_rules(tree["received"]),
        phases={phase: _rules(tree.get(phase, [])) for phase in PHASES},
        aims={side: tuple(_aim(a) for a in lines) for side, lines in tree["aims"].items()},
        manner=_rules(tree.get("manner", [])),
        endings=_rules(tree["endings"]),
        argued=tuple((line["text"], _cites(line["cite"])) for line in tree.get("argued", [])),
        trust=tuple(tree["trust"]),
        words=tree["words"],
        digest=hashlib.sha256(text.replace("\r\n", "\n").encode()).hexdigest()[:12],
        text=text,
    )


def _rules(lines: Sequence[Mapping[str, Any]]) -> tuple[Rule, ...]:
    return tuple(_rule(line) for line in lines)


def _aim(line: Mapping[str, str]) -> Aim:
    return Aim(line["id"], int(line["weight"]), line["says"])


def _rule(line: Mapping[str, Any]) -> Rule:
    """One rule. The words under ``if`` are sorted by whether they are denied, or asked only now."""
    asked = [str(word) for word in line.get("if", [])]
    then = line.get("then", "")
    return Rule(
        id=line.get("id") or str(then),
        needs=frozenset(w for w in asked if not w.startswith(("not ", "now "))),
        forbids=frozenset(w.removeprefix("not ") for w in asked if w.startswith("not ")),
        unless=frozenset(line.get("unless", [])),
        now=tuple(w.removeprefix("now ") for w in asked if w.startswith("now ")),
        then=() if isinstance(then, str) else tuple(_effect(e) for e in then),
        word=then if isinstance(then, str) else "",
        step=int(line.get("step", 0)),
        says=line.get("says", ""),
        otherwise=line.get("otherwise", ""),
        card=line.get("card", ""),
        cite=_cites(line.get("cite", "ours")),
        stated=line.get("stated") == "yes",
        disputed=line.get("disputed") == "yes",
        extension=line.get("extension") == "yes",
    )


def _cites(value: str | Sequence[str]) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value)


def _effect(line: Mapping[str, Any]) -> Effect:
    """One effect: its first key is what it changes."""
    what, by = next(iter(line.items()))
    return Effect(
        what=what,
        by=_by(by),
        where=line.get("where", "here"),
        most=line.get("most", ""),
        times=line.get("times", ""),
        to=line.get("set") == "yes",
    )


def _by(value: Any) -> int | str | tuple[str, ...]:
    """A number, the name of one, or a list of names."""
    if isinstance(value, list):
        return tuple(value)
    text = str(value)
    return int(text) if text.lstrip("+-").isdigit() else text

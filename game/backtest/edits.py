"""Arguing with a theory: its lines changed one by one, what that turns in the record, and the changed file.

A change is kept as a value beside the theory, never made to it: taking one back is forgetting it. The same changes are
made twice, to the theory in memory and to the text of its file; the tests hold both to each other.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple

import yaml

from game.backtest.outcome import Outcome
from game.backtest.scored import Backtest, Row
from game.backtest.told import RIGHT, WRONG
from game.debrief.wording import spoken
from game.record.model import Case
from game.rules.numbers import number_of, signed
from game.rules.theory import Rule, Theory
from game.rules.words import OFFER_RECEPTIONS
from game.theories.load import shipped_text

START, STEPS, MANNER, EXPECTED, RECEIVED = "start", "steps", "manner", "expected", "received"
TABLES = (START, STEPS, MANNER, EXPECTED, RECEIVED)
"""The tables that decide how a case of the record comes out: what can be changed here."""
LEAST, MOST = -3, 3
"""A number is kept within these: the ladder of replies has four rungs."""
CHANGED = "changed"
THEN = "then"
TOP = {START: "due", STEPS: "due", MANNER: MANNER, EXPECTED: EXPECTED, RECEIVED: RECEIVED}
"""The part of the file in which each table stands."""


class Place(NamedTuple):
    """Where a rule stands: its table, and how many stand before it."""

    table: str
    at: int = 0


class Question(NamedTuple):
    """One thing that a rule asks: a word under ``if`` or ``unless``, as the file has it."""

    place: Place
    key: str
    word: str

    def __str__(self) -> str:
        return f"{self.key} {self.word}"


def rules_of(theory: Theory, table: str) -> tuple[Rule, ...]:
    """The rules of a table, in their order."""
    if table == START:
        return (theory.start,)
    rules: tuple[Rule, ...] = getattr(theory, table)
    return rules


def stays(theory: Theory, place: Place) -> bool:
    """Must a rule stand? The start does, and the last line of what Washington then does: it answers always."""
    return place.table == START or place == Place(EXPECTED, len(theory.expected) - 1)


def deciding(theory: Theory, got: Outcome | None) -> Place:
    """The rule that decided a case: that the thing is done, the last step that counted, or the obstacle of an offer."""
    if got is None:
        return Place(START)
    if got.manner:
        return Place(MANNER, [rule.word for rule in theory.manner].index(got.manner))
    counted = [line.rule for line in got.lines if line.what in ("due", "reception") and line.holds and line.step]
    table = RECEIVED if got.reception in OFFER_RECEPTIONS else STEPS
    names = [rule.id for rule in rules_of(theory, table)]
    if counted and counted[-1] in names:
        return Place(table, names.index(counted[-1]))
    return Place(table, len(names) - 1) if table == RECEIVED else Place(START)


def questions(rule: Rule, place: Place) -> tuple[Question, ...]:
    """What a rule asks, in a steady order."""
    asked = [("if", word) for word in sorted(rule.needs)]
    asked += [("if", f"not {word}") for word in sorted(rule.forbids)]
    asked += [("unless", word) for word in sorted(rule.unless)]
    return tuple(Question(place, key, word) for key, word in asked)


def numbered(place: Place) -> bool:
    """Has a rule a number that can be changed?"""
    return place.table in (START, STEPS)


def written(place: Place, number: int) -> str:
    """A number as it is read: a step with its sign, the start without."""
    return number_of(number) if place.table == START else signed(number)


@dataclass(frozen=True, slots=True)
class Changes:
    """What is to be otherwise: other numbers, questions no longer asked, rules left out."""

    numbers: Mapping[Place, int] = field(default_factory=dict)
    struck: frozenset[Question] = frozenset()
    dropped: frozenset[Place] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.numbers or self.struck or self.dropped)

    def number(self, place: Place, rule: Rule) -> int:
        """The number of a rule as it is now."""
        return self.numbers.get(place, rule.step)

    def stepped(self, place: Place, rule: Rule, by: int) -> "Changes":
        """A number raised or lowered; brought back to what it was it is no change. The start is never below 0."""
        least = 0 if place.table == START else LEAST
        number = min(max(self.number(place, rule) + by, least), MOST)
        others = {other: its for other, its in self.numbers.items() if other != place}
        return replace(self, numbers=others if number == rule.step else {**others, place: number})

    def toggled(self, what: Place | Question) -> "Changes":
        """A question struck out or asked again; a rule left out or taken back. The start cannot be left out."""
        if isinstance(what, Question):
            return replace(self, struck=self.struck ^ {what})
        return self if what.table == START else replace(self, dropped=self.dropped ^ {what})

    def struck_of(self, place: Place) -> tuple[Question, ...]:
        """The questions of a rule that are struck out."""
        return tuple(sorted(question for question in self.struck if question.place == place))

    def touch(self, place: Place) -> bool:
        """Does a rule that stays say something else than before?"""
        return place not in self.dropped and (place in self.numbers or bool(self.struck_of(place)))


# --- the theory ----------------------------------------------------------------------------------------------


def changed(theory: Theory, changes: Changes) -> Theory:
    """The theory with the changes made."""
    tables = {table: tuple(_kept(theory, table, changes)) for table in TABLES}
    return replace(
        theory,
        start=tables[START][0],
        steps=tables[STEPS],
        manner=tables[MANNER],
        expected=tables[EXPECTED],
        received=tables[RECEIVED],
    )


def _kept(theory: Theory, table: str, changes: Changes) -> Iterator[Rule]:
    for at, rule in enumerate(rules_of(theory, table)):
        place = Place(table, at)
        if place not in changes.dropped:
            yield _rule(rule, place, changes) if changes.touch(place) else rule


def _rule(rule: Rule, place: Place, changes: Changes) -> Rule:
    """A rule as it now reads. What a paper states, it states no longer once somebody has changed it."""
    struck = changes.struck_of(place)
    gone = {key: {question.word for question in struck if question.key == key} for key in ("if", "unless")}
    return replace(
        rule,
        step=changes.number(place, rule),
        needs=rule.needs - gone["if"],
        forbids=rule.forbids - {word.removeprefix("not ") for word in gone["if"] if word.startswith("not ")},
        unless=rule.unless - gone["unless"],
        card=_card(rule.card, struck),
        stated=False,
    )


def _card(card: str, struck: Sequence[Question]) -> str:
    """The line on the card still has the question in its words: so it says that it is struck out."""
    return f"{card} (not asked: {', '.join(map(str, struck))})" if card and struck else card


def said(theory: Theory, changes: Changes) -> Iterator[str]:
    """Each change in a few words, in the order of the file."""
    for table in TABLES:
        for at, rule in enumerate(rules_of(theory, table)):
            place, name = Place(table, at), rule.id if table != EXPECTED else f"{EXPECTED}, line {at + 1}, {rule.id}"
            if place in changes.dropped:
                yield f"{name}: left out"
                continue
            if place in changes.numbers:
                yield f"{name}: {written(place, rule.step)} → {written(place, changes.numbers[place])}"
            yield from (f"{name}: no longer asks “{question}”" for question in changes.struck_of(place))


# --- what it turns -------------------------------------------------------------------------------------------


class Turn(NamedTuple):
    """A case that comes out otherwise."""

    before: Row
    after: Row
    then: bool = False
    """Is it what Washington does after the reply that comes out otherwise?"""

    @property
    def word(self) -> str:
        """What has become of it."""
        was, now = self._right(self.before), self._right(self.after)
        return f"{'still' if was == now else 'now'} {RIGHT if now else WRONG}"

    def _right(self, row: Row) -> bool:
        return bool(row.finer(THEN)) if self.then else row.right

    def said(self, row: Row) -> str:
        """How it comes out, in a word or two."""
        return spoken(row.got.then) if self.then else result(row.got)

    @property
    def record(self) -> str:
        """What really came."""
        return spoken(self.before.case.real.then) if self.then else self.before.expected


@dataclass(frozen=True)
class Argument:
    """A theory before and after some changes, on the same cases."""

    before: Backtest
    after: Backtest
    changes: Changes

    @classmethod
    def of(cls, theory: Theory, cases: Iterable[Case], changes: Changes) -> "Argument":
        """Hold both against the cases."""
        given = tuple(cases)
        return cls(Backtest.of(theory, given), Backtest.of(changed(theory, changes), given), changes)

    @property
    def turns(self) -> tuple[Turn, ...]:
        """The cases that come out otherwise, in their order."""
        return tuple(Turn(before, after) for before, after in self._rows() if result(before.got) != result(after.got))

    @property
    def followed(self) -> tuple[Turn, ...]:
        """The cases in which Washington then does something else, of those whose record tells what it did."""
        return tuple(
            Turn(before, after, then=True)
            for before, after in self._rows()
            if before.case.real.then and before.got.then != after.got.then
        )

    def _rows(self) -> Iterator[tuple[Row, Row]]:
        return zip(self.before.rows, self.after.rows, strict=True)


def result(got: Outcome) -> str:
    """How a case comes out, in words: the reception, and its manner if it is of a kind of its own."""
    return ", ".join(filter(None, (got.reception, got.manner)))


# --- the file ------------------------------------------------------------------------------------------------


class Patch(NamedTuple):
    """A stretch of a text, and what is to stand in its place."""

    first: int
    last: int
    text: str


def edited(theory: Theory, changes: Changes) -> str:
    """The file of the theory with the changed lines changed in place, its comments kept, under a name of its own.

    A rule that is left out becomes a comment. A table that the file takes from its base is copied in to be changed.
    """
    text = _whole(theory.text, {TOP[place.table] for place in _places(theory, changes)})
    text = _patched(text, [*_named(theory, _tree(text)), *_inside(theory, _tree(text), text, changes)])
    text = _patched(text, _without(_tree(text), text, changes))
    head = [f"Changed from the theory {theory.id}, version {theory.version}:", *said(theory, changes)]
    return "".join(f"# {line}\n" for line in head) + text


def _places(theory: Theory, changes: Changes) -> list[Place]:
    """Where something is changed."""
    every = (Place(table, at) for table in TABLES for at in range(len(rules_of(theory, table))))
    return [place for place in every if place in changes.dropped or changes.touch(place)]


def _patched(text: str, patches: Iterable[Patch]) -> str:
    for patch in sorted(patches, reverse=True):
        text = text[: patch.first] + patch.text + text[patch.last :]
    return text


def _tree(text: str) -> Any:
    """The nodes of a file with their places; the loader in Python, whose places are letters of the text."""
    return yaml.compose(text, yaml.BaseLoader)


def _of(node: Any, key: str) -> Any:
    """What stands under a key of a table; nothing if it is not there."""
    return next((value for name, value in node.value if name.value == key), None)


def _end(node: Any) -> int:
    """Behind the last letter of a node: a block's own end mark lies where the next thing begins."""
    if isinstance(node, yaml.ScalarNode) or node.flow_style or not node.value:
        return int(node.end_mark.index)
    last = node.value[-1]
    return _end(last[1] if isinstance(last, tuple) else last)


def _in_place_of(node: Any, text: str) -> Patch:
    return Patch(node.start_mark.index, _end(node), text)


def _quoted(words: str) -> str:
    """A text as the format writes it in double quotes."""
    return json.dumps(words, ensure_ascii=False)


def _named(theory: Theory, tree: Any) -> Iterator[Patch]:
    """Another theory has another name: games and comparisons know theories by it."""
    if not theory.id.endswith(f"-{CHANGED}"):
        yield _in_place_of(_of(tree, "id"), f"{theory.id}-{CHANGED}")
        yield _in_place_of(_of(tree, "title"), _quoted(f"{theory.title} ({CHANGED})"))


def _rules_in(tree: Any, table: str) -> Sequence[Any]:
    """The nodes of the rules of a table."""
    due = _of(tree, "due")
    if table == START:
        return [_of(due, START)] if due else []
    found = _of(due, STEPS) if due and table == STEPS else _of(tree, table)
    return list(found.value) if isinstance(found, yaml.SequenceNode) else []


def _inside(theory: Theory, tree: Any, text: str, changes: Changes) -> Iterator[Patch]:
    """Rules that stay and read otherwise."""
    for place in _places(theory, changes):
        if place in changes.dropped:
            continue
        node, struck = _rules_in(tree, place.table)[place.at], changes.struck_of(place)
        if place in changes.numbers:
            yield _in_place_of(_of(node, "level" if place.table == START else "step"), str(changes.numbers[place]))
        for key in dict.fromkeys(question.key for question in struck):
            yield _fewer(_of(node, key), text, {question.word for question in struck if question.key == key})
        if struck and (card := _of(node, "card")):
            yield _in_place_of(card, _quoted(_card(card.value, struck)))
        if (stated := _of(node, "stated")) and stated.value == "yes":
            yield _in_place_of(stated, "no")


def _fewer(asked: Any, text: str, gone: set[str]) -> Patch:
    """A list of questions without some of them."""
    kept = [text[word.start_mark.index : _end(word)] for word in asked.value if word.value not in gone]
    return _in_place_of(asked, f"[{', '.join(kept)}]")


def _without(tree: Any, text: str, changes: Changes) -> Iterator[Patch]:
    """Rules that are left out: comments from now on, or gone where a whole table stands in one line."""
    for table in sorted({place.table for place in changes.dropped}):
        nodes = _rules_in(tree, table)
        gone = {place.at for place in changes.dropped if place.table == table}
        due = _of(tree, "due") if table == STEPS else tree
        listed = _of(due, table)
        if listed.flow_style:
            kept = [text[n.start_mark.index : _end(n)] for at, n in enumerate(nodes) if at not in gone]
            yield _in_place_of(listed, f"[{', '.join(kept)}]")
            continue
        yield from (_commented(nodes[at], text) for at in gone)
        if len(gone) == len(nodes):
            behind = next(key.end_mark.index for key, value in due.value if value is listed) + 1
            yield Patch(behind, behind, " []")


def _commented(node: Any, text: str) -> Patch:
    """The lines of a rule as comments, at the place where they stood."""
    first = text.rfind("\n", 0, node.start_mark.index) + 1
    last = _end(node)
    indent = len(text[first:]) - len(text[first:].lstrip(" "))
    lines = text[first:last].split("\n")
    return Patch(first, last, "\n".join(f"{line[:indent]}# {line[indent:]}" for line in lines))


# --- a file that takes tables from its base ------------------------------------------------------------------


def _whole(text: str, wanted: Iterable[str]) -> str:
    """The file with the parts that are to be changed in it, copied from its base where it has none of its own."""
    for name in sorted(wanted):
        tree = _tree(text)
        if _of(tree, name) is None and (base := _of(tree, "base")):
            text = f"{text.rstrip()}\n\n{_part(shipped_text(base.value), name)}\n"
    return text


def _part(text: str, name: str) -> str:
    """One part of a file as it stands there; from its base, if it has none of its own."""
    tree = _tree(text)
    key = next((key for key, _ in tree.value if key.value == name), None)
    if key is None:
        return _part(shipped_text(_of(tree, "base").value), name)
    return text[key.start_mark.index : _end(_of(tree, name))]

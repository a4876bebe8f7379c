"""What must hold for an item to come or an option to be open, part by part: how far each is from holding, in words.

The words are those of a scenario file, so that an author finds the line.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from game.play.asking import OFFER_MARK, numbers_of, test_of
from game.play.course import Course
from game.play.position import Going, Position, Table
from game.play.table import ANSWERING, other
from game.rules.moves import Consent, Follow, Keeps, Leak, Move, Reply
from game.rules.state import Field
from game.rules.words import OFFER_RECEPTIONS, RECEPTIONS
from game.scenario.model import Condition, Decision, Event, Item, Option, Scenario


@dataclass(frozen=True, slots=True)
class Part:
    """One thing that must hold: in words, how far it is from holding (0: it holds), and how things stand instead."""

    words: str
    gap: Callable[[Position], int]
    found: Callable[[Position], str] = lambda _: ""


def parts_of_item(course: Course, item: Item) -> tuple[Part, ...]:
    """What must hold for a decision to come up, or for an event to happen."""
    what = _calls(course, item) if isinstance(item, Decision) else _finds(course, item)
    return (*what, *parts_of(item.when, course.scenario))


def parts_of_option(course: Course, option: Option) -> tuple[Part, ...]:
    """What must hold for an option to be open where its decision comes up."""
    return (*parts_of(option.when, course.scenario), *_fits(course, option.move))


# --- an if ---------------------------------------------------------------------------------------------------


def parts_of(condition: Condition | None, scenario: Scenario) -> tuple[Part, ...]:
    """The parts of an ``if``, all of which must hold."""
    if condition is None:
        return ()
    parts = condition.parts if condition.kind == "all" else (condition,)
    return tuple(
        Part(words_of(part), lambda here, p=part: gap(p, here, scenario), lambda here, p=part: found(p, here, scenario))  # type: ignore[misc]
        for part in parts
    )


def words_of(condition: Condition) -> str:
    """A condition as its author wrote it."""
    subject, bound = condition.subject, f"at {'least' if condition.at_least else 'most'}"
    match condition.kind:
        case "level":
            return f"{subject}.{condition.detail}: {bound} {condition.number}"
        case "shut":
            return f"{subject}.shut: {'yes' if condition.wanted else 'no'}"
        case "grievance":
            return f"grievance: {subject}.{condition.detail}"
        case "entry":
            return f"entry: {subject}"
        case "chosen":
            names = [".".join(names) for names in condition.options]
            return f"chosen: {names[0] if len(names) == 1 else '[' + ', '.join(names) + ']'}"
        case "reception":
            return f"reception of {subject}: {bound} {condition.detail}"
        case "frustration" | "standing":
            return f"{condition.kind}: {bound} {condition.number}"
    inner = [words_of(part) for part in condition.parts]
    return ", ".join(inner) if condition.kind == "all" else f"{condition.kind}: {{{' | '.join(inner)}}}"


def gap(condition: Condition, here: Position, scenario: Scenario) -> int:
    """How far a condition is from holding: 0 where it holds, else by how much or how many parts."""
    if test_of(condition, scenario)(here):
        return 0
    match condition.kind:
        case "level" | "frustration" | "standing":
            return abs(condition.number - _number(condition, here, scenario))
        case "any":
            return min(gap(part, here, scenario) for part in condition.parts)
        case "all":
            return sum(gap(part, here, scenario) for part in condition.parts)
    return 1


def found(condition: Condition, here: Position, scenario: Scenario) -> str:
    """How things stand with what a condition asks about, in a position of which nothing is forgotten."""
    match condition.kind:
        case "level" | "frustration" | "standing":
            return f"it is {_number(condition, here, scenario)}"
        case "reception":
            mark = here.received[scenario.index(condition.subject)]
            return f"it was {_reception(mark)}" if mark else "nothing was received there"
        case "chosen":
            return "; ".join(_chosen(at, here, scenario) for at in numbers_of(condition, scenario))
    return ""


def _chosen(at: int, here: Position, scenario: Scenario) -> str:
    item, taken = scenario.play[at], here.chosen[at]
    if isinstance(item, Decision) and taken:
        return f"it was {item.options[taken - 1].id}"
    return f"{item.id} did not come up"


def _number(condition: Condition, here: Position, scenario: Scenario) -> int:
    if condition.kind == "level":
        return here.ground.fields[scenario.fields.index(condition.subject)][Field._fields.index(condition.detail)]
    return int(getattr(here.home, condition.kind))


def _reception(mark: int) -> str:
    return OFFER_RECEPTIONS[mark - 1 - OFFER_MARK] if mark > OFFER_MARK else RECEPTIONS[mark - 1]


# --- what the order of play asks for -------------------------------------------------------------------------


def _calls(course: Course, item: Decision) -> Iterator[Part]:
    """What must lie on the table for a decision, and that one of its options is open."""
    table = {
        "reply": "an act alone or an incident waits for its reply",
        "answer": f"an offer of {other(item.by)} waits for its answer",
        "follow": "a reply of protest or more waits for what follows",
    }
    if item.kind in table:
        yield Part(table[item.kind], lambda here: 0 if _lies(course, item, here.table) else 1)
    options = [parts_of_option(course, option) for option in item.options]
    if all(options):
        yield Part("one of its options is open", lambda here: min(_sum(parts, here) for parts in options))


def _lies(course: Course, item: Decision, table: Table | None) -> bool:
    if table is None or table.kind != item.kind:
        return False
    return item.kind != "answer" or course.dealings.maker(table) != item.by


def _finds(course: Course, item: Event) -> Iterator[Part]:
    """What an event needs to find: a secret act, or a result that can leak."""
    if item.of:
        of = course.scenario.places[item.of]
        yield Part(
            f"a secret act was done at {item.of}",
            lambda here: 0 if course.dealings.secret(item, here) >= 0 else 1,
            lambda here: _chosen(of, here, course.scenario),
        )
    if isinstance(item.move, Leak):
        yield Part(
            "a result has just been reached, and no body shelters it",
            lambda here: 0 if course.exposes(here) else 1,
            lambda here: _hidden(course, here),
        )


def _hidden(course: Course, here: Position) -> str:
    """Why nothing can leak here, once what lies on the table is finished by the rules."""
    going = Going.on(here)
    course.dealings.finish(going)
    return "a body shelters it" if going.ground.fresh else "no result came just before"


def _fits(course: Course, move: Move) -> Iterator[Part]:
    """What a move needs to find when it is made."""
    match move:
        case Reply(level=level):
            yield Part(
                "it is not below the reply that is due while standing was gone at the last close",
                lambda here: max(here.table.due - level, 0) if here.ground.floor and here.table else 0,
            )
            if move.manner is not None:
                yield Part("a verdict was given", lambda here: 0 if _act(course, here, "verdict") else 1)
        case Follow(how="someone-goes"):
            yield Part("the reply was to an incident", lambda here: 0 if _act(course, here, "incident") else 1)
        case Keeps(entry=entry):
            yield Part(f"entry: {entry}", lambda here: 0 if entry in here.ground.ledger else 1)
        case Consent(field=where):
            at = course.setting.index(where)
            yield Part(f"Mexico City was told of {where}", lambda here: 0 if here.ground.fields[at].told else 1)


def _act(course: Course, here: Position, what: str) -> bool:
    """Does an act of this kind lie on the table?"""
    table = here.table
    return table is not None and table.kind in ANSWERING and bool(getattr(course.dealings.act_on(table), what))


def _sum(parts: tuple[Part, ...], here: Position) -> int:
    return sum(part.gap(here) for part in parts)


__all__ = ["Part", "found", "gap", "parts_of", "parts_of_item", "parts_of_option", "words_of"]

"""Reads the cases of the rules and plays them. How a case is written stands in ``cases/README.md``."""

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import yaml
from play.made import as_table, read

from game.play.course import Course
from game.play.graph import worth
from game.play.happened import Happened
from game.play.position import Position
from game.play.table import other
from game.play.walk import ending_of
from game.rules.moves import Act
from game.rules.state import Field, Ground, Home, State
from game.rules.theory import Rule, Theory
from game.rules.words import CAPITALS, CONDITIONS, FIELDS, FLAGS, GRIEVANCES
from game.scenario.model import Common, Decision, Event, Person, Scenario
from game.theories.load import shipped

HERE = Path(__file__).parent
AGREEMENTS = as_table((HERE / "agreements.yaml").read_text(encoding="utf-8"))
SHUT = {"no": 0, "this round": 1, "next round": 2, "until settled": 3}
YES = {"no": 0, "yes": 1}
COMMON = Common(people={"somebody": Person("somebody", "Somebody")})
EVENTS: dict[str, dict[str, Any]] = {
    "incident": {},
    "discovery": {"of": "m0"},
    "omission": {"field": "police"},
    "leak": {"odds": "1 in 2"},
    "develop": {"cite": "ours"},
    "trouble": {"cause": "something"},
    "pressure": {"audience": "somebody"},
    "administration": {"side": "washington", "to": "somebody"},
}
STOP = "stop"
MEXICAN = ("consent", "objection", "reply")


class Case(NamedTuple):
    """One case as it is written, and the file it stands in."""

    number: str
    written: Mapping[str, Any]
    file: str

    @property
    def moves(self) -> list[dict[str, Any]]:
        """What is done, in order."""
        return list(self.written["moves"])

    @property
    def before(self) -> dict[str, Any]:
        """What differs from the plain start."""
        return dict(self.written.get("before", {}))

    def listed(self, key: str) -> list[str]:
        """A list of the case, empty if it has none of that name."""
        return list(self.written.get(key, []))


@cache
def cases() -> tuple[Case, ...]:
    """Every case, in the order of the files."""
    return tuple(
        Case(written["number"], written, path.name)
        for path in sorted((HERE / "cases").glob("*.yaml"))
        for written in yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)  # noqa: S506 - only text
    )


# --- the state as a case writes it ---------------------------------------------------------------------------


def ground_of(before: Mapping[str, Any], fields: tuple[str, ...], ledger: tuple[str, ...]) -> Ground:
    """The ground that a case starts from."""
    return Ground(
        fields=tuple(_field(before.get(name, {})) for name in fields),
        ledger=ledger,
        lasting=frozenset(before.get("kept", [])),
        verdicts=YES[before.get("verdict given", "no")],
        shown=YES[before.get("shown", "no")],
        relieved=YES[before.get("relieved", "no")],
        floor=YES[before.get("floor", "no")],
    )


def _field(written: Mapping[str, Any]) -> Field:
    levels = {condition: int(written.get(condition, 1)) for condition in CONDITIONS}
    consent = written.get("consent", "no")
    return Field(
        **levels,
        **dict.fromkeys(written.get("open", []), 1),
        shut=SHUT[written.get("shut", "no")],
        told=YES[written.get("told", "no")],
        consent=int(consent != "no"),
        entered=int(consent == "used"),
        law=YES[written.get("law", "no")],
    )


def home_of(before: Mapping[str, Any]) -> Home:
    """The meters that a case starts from."""
    return Home(*(int(before.get(meter, plain)) for meter, plain in zip(Home._fields, (2, 3, 0, 0), strict=True)))


def as_written(state: State, course: Course) -> dict[str, object]:
    """A state in the words of the cases, one word or number for each thing that can change."""
    ground = state.ground
    plain: dict[str, object] = {}
    for name, here in zip(course.setting.fields, ground.fields, strict=True):
        plain |= {f"{name}.{key}": value for key, value in _field_as_written(here).items()}
    made = course.setting.made(ground)
    return {
        **plain,
        **{meter: str(number) for meter, number in state.home._asdict().items()},
        "ledger": {e for e in ground.ledger if e not in made},
        "made": set(made),
        "kept": set(ground.lasting),
        "verdict given": ("no", "yes")[ground.verdicts],
        "floor": ("no", "yes")[ground.floor],
    }


def _field_as_written(here: Field) -> dict[str, object]:
    return {
        **{condition: str(getattr(here, condition)) for condition in CONDITIONS},
        "open": {g for g in GRIEVANCES if getattr(here, g)},
        "shut": next(word for word, number in SHUT.items() if number == here.shut),
        "told": ("no", "yes")[here.told],
        "consent": "used" if here.entered else ("no", "yes")[here.consent],
        "law": ("no", "yes")[here.law],
    }


def changed(before: dict[str, object], after: Mapping[str, Any]) -> dict[str, object]:
    """The state before with everything changed that the case says has changed."""
    flat: dict[str, Any] = {}
    for key, value in after.items():
        flat |= {f"{key}.{inner}": v for inner, v in value.items()} if isinstance(value, dict) else {key: value}
    unknown = set(flat) - set(before)
    assert not unknown, f"no state has {unknown}"
    return {**before, **{key: set(v) if isinstance(v, list) else v for key, v in flat.items()}}


# --- playing a case ------------------------------------------------------------------------------------------


class Played(NamedTuple):
    """What came of a case."""

    course: Course
    before: State
    after: State
    log: tuple[Happened, ...]
    came: bool
    """Did the last move come up?"""
    closes: bool
    """Does a round close in it?"""
    end: Position | None
    """The last position, if the case went to the end of the game."""
    manner: str | None
    """The kind of its own that the record knows the due reply to the last act as; None if nothing was done."""

    @property
    def fired(self) -> set[str]:
        """``phase.rule`` for each rule that the trace names."""
        named = {_qualified(h.kind, line.rule) for h in self.log for line in h.lines if line.holds}
        expected = {f"expected.{h.how}" for h in self.log if h.kind == "follow" and h.by_rules}
        manner = {f"manner.{self.manner}"} if self.manner else set()
        return named | expected | manner | ({f"endings.{self.ending}"} if self.end else set())

    @property
    def asked(self) -> set[str]:
        """Every ``phase.rule`` whose phase came up in the case."""
        phases = {phase for h in self.log for phase in PHASES_OF.get(h.kind, (h.kind,))}
        phases |= {"expected"} if any(h.kind == "follow" and h.by_rules for h in self.log) else set()
        phases |= {"close", "judged"} if self.closes else set()
        phases |= {"endings"} if self.end else set()
        phases |= {"manner"} if self.manner is not None else set()
        return {name for name in RULES if name.partition(".")[0] in phases}

    @property
    def ending(self) -> str | None:
        """Where the game came out."""
        return ending_of(self.course, self.end) if self.end else None

    def last(self, attribute: str, *kinds: str) -> object:
        """An attribute of the last record of these kinds that has one."""
        values = [getattr(h, attribute) for h in self.log if h.kind in kinds]
        return next((v for v in reversed(values) if v is not None), None)

    @property
    def follows(self) -> object:
        """What Washington did when it was left to the rules."""
        return next((h.how for h in reversed(self.log) if h.kind == "follow" and h.by_rules), None)

    @property
    def flags(self) -> list[str]:
        """The flags of the whole case, in the order of the closed list."""
        seen = {flag for h in self.log for flag in h.flags}
        return [flag for flag in FLAGS if flag in seen]

    @property
    def outcome(self) -> tuple[object, ...]:
        """All that a case can be held to but the trace."""
        reception = self.last("reception", "act", "reply", "answer")
        written = as_written(self.after, self.course)
        state = tuple((key, sorted(value) if isinstance(value, set) else value) for key, value in written.items())
        due = self.last("due", "act", "offer")
        worths = tuple(self.aims.values())
        return self.came, due, reception, self.follows, self.manner, self.ending, state, worths

    @property
    def aims(self) -> dict[str, str]:
        """What each capital's aims come to."""
        return {capital: str(worth(self.course, self.after, capital)) for capital in CAPITALS}


PHASES_OF = {
    "act": ("due", "act", "reply"),  # a verdict that is tolerated is replied to at once
    "offer": ("offered", "received"),
    "answer": ("received", "answer"),
    "close": ("close", "judged"),
}
TABLES = ("manner", "expected", "endings")
"""Tables that decide on a word, and whose lines no trace names."""
OWN_LINES = ("answer", "override")
"""Lines of a trace that no rule of the theory gives: an answer below what was due, and an author's override."""


def theory_rules() -> Iterator[tuple[str, Rule]]:
    """Every rule of the theory, by the phase that asks it."""
    theory = shipped()
    yield "due", theory.start
    words = {"manner": theory.manner, "expected": theory.expected, "endings": theory.endings}
    for phase, rules in {"due": theory.steps, "received": theory.received, **theory.phases, **words}.items():
        yield from ((phase, rule) for rule in rules)


RULES = {f"{phase}.{rule.id}": rule for phase, rule in theory_rules()}


def qualified(name: str) -> str:
    """``phase.rule`` for a rule as a case names it; its bare id, where only one rule that changes something has it."""
    if name in RULES or name in OWN_LINES:
        return name
    found = [full for full in RULES if full.partition(".")[2] == name and not full.startswith(TABLES)]
    assert len(found) == 1, f"which rule is {name}? {found}"
    return found[0]


def _qualified(kind: str, rule: str) -> str:
    if rule in OWN_LINES:
        return rule
    return next(full for phase in PHASES_OF.get(kind, (kind,)) if (full := f"{phase}.{rule}") in RULES)


def play(case: Case, theory: Theory | None = None) -> Played:
    """Play a case from its before to its last move."""
    before, scenario = case.before, scenario_of(case.number)
    course = Course.of(scenario, theory or shipped())
    ledger = (*before.get("ledger", []), *before.get("made", []))
    position = course.start()._replace(ground=ground_of(before, scenario.fields, ledger), home=home_of(before))
    return _run(course, position, case.moves)


@cache
def scenario_of(number: str) -> Scenario:
    """The scenario that has the moves of a case for its play."""
    case = next(case for case in cases() if case.number == number)
    fields = [name for name in case.before if name in FIELDS] or ["police"]
    start = {"fields": {name: {} for name in fields}, "ledger": case.before.get("ledger", [])}
    return read({"start": start, "agreements": AGREEMENTS, "play": _items(case.moves)}, COMMON)


def _items(moves: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The play of a case: a first step that does nothing, the moves, and one step more where the game goes on."""
    number, asked, items = 1, "mexico-city", [_decision("before", 1, {"wait": "yes"}, "washington")]
    for at, move in enumerate(moves):
        number += "close" in move
        by = asked if "answer" in move else _mover(move)
        asked = other(by) if "offer" in move else asked
        if "event" in move:
            items.append(_event(f"m{at}", number, move))
        elif "close" not in move:
            items.append(_decision(f"m{at}", number, {"wait": "yes"} if "left" in move else move, by))
    if moves[-1].get("close") != "the game":
        items.append(_decision(STOP, number, {"wait": "yes"}, "washington"))
    return items


def _mover(move: dict[str, Any]) -> str:
    """Whose move it is: Mexico City's where only it can make it, Washington's otherwise."""
    mexican = isinstance(move.get("turn"), dict) or any(key in MEXICAN for key in move)
    return "mexico-city" if mexican else move.get("by", "washington")


def _decision(name: str, number: int, move: dict[str, Any], by: str) -> dict[str, Any]:
    carried = {key: _marks(key, value) for key, value in move.items() if key != "by"}
    return {"decision": name, "round": str(number), "by": move.get("by", by), "options": [{"id": "it", **carried}]}


def _marks(key: str, value: Any) -> Any:
    return {"field": "police", **value} if key in ("act", "offer") else value


def _event(name: str, number: int, move: dict[str, Any]) -> dict[str, Any]:
    written = {key: value for key, value in move.items() if key != "leaks"}
    if "marks" in written:
        written["marks"] = {"field": "police", **written["marks"]}
    return {"id": name, "round": str(number), **EVENTS[written["event"]], **written}


def _run(course: Course, position: Position, moves: list[dict[str, Any]]) -> Played:
    log: list[Happened] = []
    before = position.state
    position = course.choose(position, course.options(position)[0], log)
    met, manner = set[str](), None
    while (item := course.waiting(position)) is not None and item.id != STOP:
        met.add(item.id)
        manner = _manner(course, position, item) if _is_act(item) else manner
        if isinstance(item, Event):
            position = course.chance(position, moves[int(item.id[1:])]["leaks"] == "yes", log)
        else:
            position = course.choose(position, course.options(position)[0], log)
    last, over = moves[-1], item is None
    came = {h.item for h in log if not h.by_rules} | met
    kept = log[1:] if "close" in last or "left" in last else _up_to(log[1:], f"m{len(moves) - 1}")
    after = position.state if "close" in last else (kept[-1].state if kept else before)
    comes = "close" in last or "left" in last or f"m{len(moves) - 1}" in came
    closes = any("close" in move for move in moves)
    return Played(course, before, after, tuple(kept), comes, closes, position if over else None, manner)


def _is_act(item: Decision | Event) -> bool:
    return isinstance(item, Decision) and isinstance(item.options[0].move, Act)


def _manner(course: Course, position: Position, item: Decision | Event) -> str:
    """The kind of its own that the record knows the due reply to an act as; no game asks it."""
    assert isinstance(item, Decision)
    act = item.options[0].move
    assert isinstance(act, Act)
    return course.rules.manner(act, position.ground, course.rules.due(act, position.ground).level)


def _up_to(log: list[Happened], name: str) -> list[Happened]:
    """The log up to the move of that name; the whole log without what the rules finished, if it did not come up."""
    at = max((i for i, h in enumerate(log) if h.item == name and not h.by_rules), default=None)
    return [h for h in log if not h.by_rules and h.kind != "close"] if at is None else log[: at + 1]

"""Reads theory files, shipped or anybody's own: every fault at once with its place, or a theory ready to be used.

What may stand in a file is what is asked for here, in the words of :mod:`game.theories.vocabulary`. A question that
the rules do not answer would make its rule hold always, or never, and no case would show why.
"""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain, count
from typing import NamedTuple

from game.reading.diagnostics import Faults, Place, quoted
from game.reading.files import Document, digest
from game.reading.forms import Form, one_or_more, text_of, whole_of, word_of
from game.reading.names import id_in
from game.reading.places import Listing, Scalar, Table, Value, at
from game.rules.theory import Aim, Effect, Rule, Theory
from game.rules.words import CONDITIONS, GRIEVANCES, RECEPTIONS
from game.theories.names import DEFAULT, SHIPPED
from game.theories.vocabulary import (
    AIMS,
    DECIDING,
    EFFECTS,
    GIVEN,
    LIMITS,
    LISTED,
    MOST,
    MOSTS,
    MOVED,
    NAMED_NUMBERS,
    NOW,
    OF_AN_ACT,
    PHASES,
    SIDES,
    SILENT,
    TIMES,
    UNSPOKEN,
    VALUES,
    WHERES,
    WHERES_OF,
)

FORMAT = 1
TITLE = 60
OURS = ("ours",)
TOP = len(RECEPTIONS) - 1
START = "start"
ONLY_ADDED = ("results", "yields")
"""What is only ever added to: it is counted on the way, so nobody knows what it stands at."""
HOW = ("where", "most", "times", "set")
"""The keys of an effect that say how it works; the other one says what it changes."""
NOTHING = Theory("", "", "", "", (), {}, Rule(START), (), (), (), {}, {}, ())
"""What a theory is based on that is based on none."""

Citing = Callable[[Value, Faults], tuple[str, ...]]
"""Takes the citations of a value. Who knows the sources hands in one that refuses those that lead nowhere."""


def as_written(value: Value, faults: Faults) -> tuple[str, ...]:
    """One citation or a list of them, whatever they name."""
    return tuple(text_of(item, "a citation", faults) for item in one_or_more(value))


def theory_in(
    document: Document, faults: Faults, based_on: Callable[[str], Theory], cites: Citing = as_written
) -> Theory:
    """The theory of a file; it may be used if no fault is an error. ``based_on`` gives a shipped theory by name."""
    with Form(document.root, "the theory", faults) as form:
        form.whole("format", FORMAT, FORMAT, default=FORMAT)
        name = form.word("base", SHIPPED, default="")
        base = based_on(name or DEFAULT) if "base" in form else NOTHING
        theory = _Reader(form, base, cites).theory()
    return replace(theory, digest=digest(document.digest + base.digest) if base.digest else document.digest)


class Spot(NamedTuple):
    """A rule of a theory: its table, and which of its lines it is; the start of the staircase is line -1."""

    table: str
    line: int


STEPS = "due"
"""The table of the staircase; its lines are the steps."""


def spots_of(root: Value) -> dict[Spot, Place]:
    """Where the rules stand that a file writes itself, for whoever finds fault with one later."""
    found = dict[Spot, Place]()
    for table, value in root.values.items() if isinstance(root, Table) else ():
        inside = value.values if table == STEPS and isinstance(value, Table) else {}
        if start := inside.get(START):
            found[Spot(STEPS, -1)] = start.place
        lines = inside.get("steps", value)
        if table in (STEPS, *DECIDING, *PHASES) and isinstance(lines, Listing):
            found |= {Spot(table, number): line.place for number, line in enumerate(lines.items)}
    return found


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads one file, table by table; a table that it has not stands as in the theory it is based on."""

    form: Form
    base: Theory
    cites: Citing

    @property
    def faults(self) -> Faults:
        return self.form.faults

    @property
    def alone(self) -> bool:
        """Whether nothing stands in for a table that is missing."""
        return self.base is NOTHING

    def inherits(self, key: str) -> bool:
        return not self.alone and key not in self.form

    def theory(self) -> Theory:
        start, steps = self.due()
        return Theory(
            id=id_in(self.form),
            title=self.form.text("title", needed=True, most=TITLE),
            version=self.form.text("version", needed=True),
            claim=self.form.text("claim", needed=True),
            classes=self.classes(),
            limits=self.limits(),
            words=self.words(),
            start=start,
            steps=steps,
            manner=self.deciding("manner", self.base.manner),
            expected=self.deciding("expected", self.base.expected),
            received=self.deciding("received", self.base.received),
            endings=self.deciding("endings", self.base.endings),
            phases={phase: self.changing(phase) for phase in PHASES},
            aims=self.aims(),
            argued=self.argued(),
            trust=self.trust(),
        )

    # --- what is no rule -------------------------------------------------------------------------------------

    def classes(self) -> tuple[str, ...]:
        items = self.form.items("classes", needed=self.alone)
        if self.inherits("classes"):
            return self.base.classes
        classes = [text_of(item, "a class of acts", self.faults) for item in items]
        for number, item in enumerate(items):
            if classes[number] in classes[:number]:
                self.faults.error(item.place, "id-twice", f"the class {quoted(classes[number])} stands here twice")
        return tuple(classes)

    def limits(self) -> Mapping[str, int]:
        with self.form.inner("limits", "limits", needed=self.alone) as form:
            found = {name: form.whole(name, 1, most) for name, most in LIMITS.items()}
        return self.base.limits if self.inherits("limits") else found

    def words(self) -> Mapping[str, str]:
        pairs = self.form.pairs("words", needed=self.alone)
        if self.inherits("words"):
            return self.base.words
        known = (*CONDITIONS, *GRIEVANCES)
        return {
            word_of(key, known, "a word", self.faults): text_of(value, key.text, self.faults) for key, value in pairs
        }

    def aims(self) -> Mapping[str, tuple[Aim, ...]]:
        with self.form.inner("aims", "aims", needed=self.alone) as form:
            found: dict[str, tuple[Aim, ...]] = {
                side: self.aims_of(form.items(side, needed=True), side) for side in SIDES
            }
        return self.base.aims if self.inherits("aims") else found

    def aims_of(self, items: Sequence[Value], side: str) -> tuple[Aim, ...]:
        self.refuse_twins(items, f"aims of {side}")
        return tuple(map(self.aim, items))

    def aim(self, value: Value) -> Aim:
        with Form(value, "an aim", self.faults) as form:
            return Aim(form.word("id", AIMS), form.whole("weight", -MOST, MOST), form.text("says", needed=True))

    def argued(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """A theory's argument is its own: none is taken over."""
        return tuple(map(self.argument, self.form.items("argued")))

    def argument(self, value: Value) -> tuple[str, tuple[str, ...]]:
        with Form(value, "an argument", self.faults) as form:
            cite = form.need("cite")
            return form.text("text", needed=True), () if cite is None else self.cites(cite, self.faults)

    def trust(self) -> tuple[str, ...]:
        items = self.form.items("trust", needed=self.alone)
        if self.inherits("trust"):
            return self.base.trust
        return tuple(text_of(item, "a sentence of trust", self.faults) for item in items)

    # --- tables of rules -------------------------------------------------------------------------------------

    def due(self) -> tuple[Rule, tuple[Rule, ...]]:
        """The staircase: where it starts, and its steps."""
        with self.form.inner(STEPS, "due", needed=self.alone) as form:
            begins = form.need(START)
            start = self.start(begins)
            steps = form.items("steps", needed=True)
            self.refuse_twins(steps, STEPS, {} if begins is None else {START: begins.place})
            found = start, tuple(map(self.step, steps))
        return (self.base.start, self.base.steps) if self.inherits(STEPS) else found

    def start(self, value: Value | None) -> Rule:
        with Form(value, "the start", self.faults) as form:
            return replace(self.line(form, START, OF_AN_ACT), step=form.whole("level", 0, TOP))

    def step(self, value: Value) -> Rule:
        with Form(value, "a step", self.faults) as form:
            return replace(self.line(form, id_in(form), OF_AN_ACT), step=form.whole("step", -TOP, TOP))

    def deciding(self, table: str, inherited: tuple[Rule, ...]) -> tuple[Rule, ...]:
        """A table that decides on a word; where it must, its last line holds always."""
        items = self.form.items(table, needed=self.alone and table not in SILENT)
        if self.inherits(table):
            return inherited
        self.refuse_twins(items, table)
        rules = _told_apart([self.decision(item, table) for item in items], [bool(at(item, "id")) for item in items])
        if table not in SILENT and table in self.form and not (rules and _holds_always(rules[-1])):
            place = items[-1].place if items else self.form.place_of(table)
            message = f"the last line of {table} must hold always, or there may be no answer"
            self.faults.error(place, "no-answer", message, "a last line without if and unless")
        return rules

    def decision(self, value: Value, table: str) -> Rule:
        facts, words = DECIDING[table]
        with Form(value, f"a line of {table}", self.faults) as form:
            word = form.word("then", words)
            name = id_in(form) if "id" in form else word
            form.take("id")
            return replace(self.line(form, name, facts, spoken=table not in UNSPOKEN), word=word)

    def changing(self, phase: str) -> tuple[Rule, ...]:
        """The rules that change something on one occasion."""
        items = self.form.items(phase)
        if self.inherits(phase):
            return self.base.phases[phase]
        self.refuse_twins(items, phase)
        return tuple(self.change(item, phase) for item in items)

    def change(self, value: Value, phase: str) -> Rule:
        with Form(value, f"a rule of {phase}", self.faults) as form:
            rule = self.line(form, id_in(form), PHASES[phase], NOW)
            effects = form.items("then", needed=True)
            return replace(rule, then=tuple(self.effect(effect, phase) for effect in effects))

    def refuse_twins(self, items: Sequence[Value], table: str, taken: Mapping[str, Place] | None = None) -> None:
        """Two rules of one name could not be told apart in a trace."""
        first = dict(taken or {})
        for item in items:
            name = at(item, "id")
            if isinstance(name, Scalar) and name.text in first:
                there = f"line {first[name.text].line}"
                message = f"{quoted(name.text)} stands in {table} already, at {there}"
                self.faults.error(name.place, "id-twice", message, "an id of its own")
            elif isinstance(name, Scalar):
                first[name.text] = name.place

    # --- one rule --------------------------------------------------------------------------------------------

    def line(
        self, form: Form, name: str, facts: Collection[str], now: Collection[str] = (), *, spoken: bool = True
    ) -> Rule:
        """What every rule has: its questions, its words, and who says so."""
        asked = tuple(self.asked(form, facts, now))
        cite = form.take("cite")
        rule = Rule(
            id=name,
            needs=frozenset(word for word in asked if not word.startswith(("not ", "now "))),
            forbids=frozenset(word.removeprefix("not ") for word in asked if word.startswith("not ")),
            now=tuple(word.removeprefix("now ") for word in asked if word.startswith("now ")),
            unless=frozenset(self.excepted(form, facts)),
            says=form.text("says", needed=spoken),
            otherwise=form.text("otherwise"),
            card=form.text("card"),
            cite=OURS if cite is None else self.cites(cite, self.faults),
            stated=form.yes_no("stated"),
            disputed=form.yes_no("disputed"),
            extension=form.yes_no("extension"),
        )
        if rule.needs & rule.forbids or (rule.unless and rule.unless <= rule.needs):
            message = f"{quoted(name)} never holds: it asks for something and rules it out"
            self.faults.warning(form.place, "never-holds", message)
        return rule

    def asked(self, form: Form, facts: Collection[str], now: Collection[str]) -> Iterator[str]:
        """The questions under ``if`` that can be asked there; ``not`` denies one, ``now`` asks it at work."""
        for item in form.items("if"):
            written = text_of(item, "a question", self.faults)
            word = written.removeprefix("not ")
            if word in facts or (written.startswith("now ") and written.removeprefix("now ") in now):
                yield written
            else:
                self.refuse_question(item, written, word, [*facts, *(f"now {later}" for later in now)])

    def excepted(self, form: Form, facts: Collection[str]) -> Iterator[str]:
        """The questions under ``unless``."""
        for item in form.items("unless"):
            word = text_of(item, "a question", self.faults)
            if word in facts:
                yield word
            else:
                self.refuse_question(item, word, word, list(facts))

    def refuse_question(self, item: Value, written: str, word: str, known: Collection[str]) -> None:
        if written:  # what is no text has been refused already
            message = f"{quoted(written)} cannot be asked there"
            self.faults.unknown(item.place, "unknown-question", message, word, sorted(known))

    # --- one effect ------------------------------------------------------------------------------------------

    def effect(self, value: Value, phase: str) -> Effect:
        """One thing that a rule changes: what, by how much or to what, and how."""
        with Form(value, "an effect", self.faults) as form:
            what = self.changed(form, value)
            to = what not in ONLY_ADDED and form.yes_no("set")
            return Effect(
                what=what,
                by=self.by(form, what, phase, least=0 if to else -MOST),
                where=form.word("where", WHERES_OF.get(what, WHERES), default="here"),
                most=form.word("most", MOSTS, default=""),
                times=form.word("times", TIMES, default=""),
                to=to,
            )

    def changed(self, form: Form, value: Value) -> str:
        """What an effect changes: the one of its keys that does not say how."""
        keys = [key for key in value.values if key not in HOW] if isinstance(value, Table) else []
        what = next((key for key in keys if key in EFFECTS), keys[0] if keys else "")
        if what not in EFFECTS and isinstance(value, Table):
            place = value.keys.get(what, value.place)
            message = f"no rule can change {quoted(what)}" if what else "nothing is said of what changes"
            self.faults.unknown(place, "unknown-effect", message, what, EFFECTS)
            form.take(what)
        for other in keys:
            if other in EFFECTS and other != what:
                form.take(other)
                message = f"{quoted(other)} is a second change in one effect"
                self.faults.error(form.place_of(other), "two-effects", message, "braces of its own for each change")
        return what

    def by(self, form: Form, what: str, phase: str, least: int) -> int | str | tuple[str, ...]:
        """A number, the name of one that the move gives, or words."""
        value = form.take(what)
        if value is None or what not in EFFECTS:
            return 0
        if isinstance(value, Scalar) and not self.is_given(value, phase):
            return 0
        if what in VALUES:
            return self.words_of(value, what)
        if what in MOVED and isinstance(value, Scalar) and value.text in NAMED_NUMBERS:
            return value.text
        return whole_of(value, least, MOST, what, self.faults)

    def is_given(self, value: Scalar, phase: str) -> bool:
        """Whether a word for what the move gives stands where the move gives it."""
        phases = GIVEN.get(value.text, (phase,))
        if phase not in phases:
            message = f"no move gives {quoted(value.text)} in {phase}"
            self.faults.error(value.place, "not-given", message, f"a rule of {' or '.join(phases)}")
        return phase in phases

    def words_of(self, value: Value, what: str) -> str | tuple[str, ...]:
        if what in LISTED and isinstance(value, Listing):
            return tuple(word_of(item, VALUES[what], what, self.faults) for item in value.items)
        return word_of(value, VALUES[what], what, self.faults)


def _told_apart(rules: Sequence[Rule], named: Sequence[bool]) -> tuple[Rule, ...]:
    """Lines without an id go by their word, and where that is taken by a number too: a trace names one of them."""
    taken = {rule.id for rule, has_id in zip(rules, named, strict=True) if has_id}
    told = list[Rule]()
    for rule, has_id in zip(rules, named, strict=True):
        names = chain([rule.word], (f"{rule.word} ({number})" for number in count(2)))
        name = rule.id if has_id else next(name for name in names if name not in taken)
        taken.add(name)
        told.append(replace(rule, id=name))
    return tuple(told)


def _holds_always(rule: Rule) -> bool:
    return not (rule.needs or rule.forbids or rule.unless or rule.now)

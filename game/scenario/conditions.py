"""Reads an ``if``: a table of tests which must all hold. The list of tests is closed.

    police.institution: at least 1     police.shut: yes                grievance: police.soil
    entry: brownsville-1998            chosen: decision.option         reception of DECISION: at least protest
    frustration: at least 4            standing: at most 1             any: [{…}, {…}]      not: {…}

In the questions of a debrief, and there alone, ``failed: CONDITION`` is known too.
"""

import re
from dataclasses import dataclass

from game.reading.diagnostics import nearest, one_of, quoted
from game.reading.forms import Form, items_of, one_or_more, pairs_of, text_of, word_of, yes_no_of
from game.reading.places import Scalar, Table, Value
from game.rules.words import CONDITIONS, GRIEVANCES, OFFER_RECEPTIONS, RECEPTIONS
from game.scenario.model import Condition
from game.scenario.references import References, Step

METERS = ("frustration", "standing")
NAMED = ("grievance", "entry", "chosen", *METERS, "any", "not")
RECEPTION_OF = "reception of "
BOUND = re.compile(r"at (least|most) (.+)")
METER_MOST = 5
LEVEL_MOST = 2
NOTHING = Condition("all")
"""Stands in for a test that could not be read."""


def condition_in(form: Form, refs: References, position: int | None) -> Condition | None:
    """The ``if`` of a table, or None. ``position`` is that of its item in the play; None is the debrief."""
    value = form.take("if")
    return None if value is None else Tests(refs, position).read(value)


@dataclass(frozen=True, slots=True)
class Tests:
    """Reads the tests of one place in the play, where only what came before can be asked for."""

    refs: References
    position: int | None = None
    """None: asked after the last round."""

    def read(self, value: Value) -> Condition:
        """A table of tests: one stands for itself, several become an ``all``."""
        if isinstance(value, Table) and not value.values:
            self.refs.faults.error(value.place, "empty-if", "this if asks nothing")
        tests = tuple(self._test(key, item) for key, item in pairs_of(value, "an if", self.refs.faults))
        return tests[0] if len(tests) == 1 else Condition("all", parts=tests)

    def _test(self, key: Scalar, value: Value) -> Condition:
        match key.text:
            case "grievance":
                return self._grievance(value)
            case "entry":
                return Condition("entry", self.refs.entry_met(value))
            case "chosen":
                return Condition("chosen", options=tuple(self._option(item) for item in one_or_more(value)))
            case "frustration" | "standing" as meter:
                return self._bound(Condition(meter), value, METER_MOST)
            case "any":
                return Condition("any", parts=tuple(self.read(item) for item in self._items(value)))
            case "not":
                return Condition("not", parts=(self.read(value),))
            case "failed":
                return self._failed(key, value)
        return self._phrase(key, value)

    def _phrase(self, key: Scalar, value: Value) -> Condition:
        """A test whose key itself names something: ``police.shut``, ``reception of the-trap``."""
        if key.text.startswith(RECEPTION_OF):
            subject = Scalar(key.text.removeprefix(RECEPTION_OF).strip(), key.place)
            return self._reception(subject, value)
        field, _, detail = key.text.partition(".")
        if detail == "shut":
            wanted = yes_no_of(value, key.text, self.refs.faults)
            return Condition("shut", self.refs.field_of(Scalar(field, key.place)), wanted=wanted)
        if detail in CONDITIONS:
            level = Condition("level", self.refs.field_of(Scalar(field, key.place)), detail)
            return self._bound(level, value, LEVEL_MOST)
        return self._unknown(key, detail)

    def _unknown(self, key: Scalar, detail: str) -> Condition:
        by_field = [f"{field}.{detail}" for field in self.refs.fields for detail in (*CONDITIONS, "shut")]
        close = nearest(key.text, [*NAMED, *by_field])
        if detail in GRIEVANCES:
            close = f"grievance: {key.text}"
        expected = one_of(("FIELD.CONDITION", "FIELD.shut", "reception of DECISION", *NAMED))
        self.refs.faults.error(key.place, "unknown-test", f"an if cannot ask {quoted(key.text)}", expected, close)
        return NOTHING

    def _items(self, value: Value) -> tuple[Value, ...]:
        items = items_of(value, "any", self.refs.faults)
        if not items and not isinstance(value, Scalar | Table):
            self.refs.faults.error(value.place, "empty-if", "this any can never hold", "a list of tables of tests")
        return items

    def _grievance(self, value: Value) -> Condition:
        text = text_of(value, "grievance", self.refs.faults)
        field, dot, name = text.partition(".")
        if not dot:
            self.refs.faults.error(value.place, "odd-grievance", f"{quoted(text)} names no field", "FIELD.GRIEVANCE")
            return NOTHING
        subject = self.refs.field_of(Scalar(field, value.place))
        return Condition(
            "grievance",
            subject,
            word_of(Scalar(name, value.place), GRIEVANCES, "a grievance", self.refs.faults),
        )

    def _failed(self, key: Scalar, value: Value) -> Condition:
        if self.position is not None:
            self.refs.faults.error(key.place, "failed-in-play", "failed can be asked only in a question of the debrief")
        return Condition("failed", word_of(value, CONDITIONS, "failed", self.refs.faults))

    def _option(self, value: Value) -> tuple[str, str]:
        """``decision.option``, both of which must be there, the decision before this place."""
        text = text_of(value, "chosen", self.refs.faults)
        decision, dot, option = text.partition(".")
        if not dot:
            self.refs.faults.error(value.place, "odd-choice", f"{quoted(text)} names no option", "DECISION.OPTION")
            return "", ""
        name = Scalar(decision, value.place)
        step = self.refs.steps.get(self.refs.decision_of(name))
        if step is not None and not step.event:
            self._check_earlier(step, name)
            if option not in step.carries:
                message = f"{quoted(decision)} has no option {quoted(option)}"
                self.refs.faults.unknown(value.place, "unknown-option", message, option, step.carries)
        return decision, option

    def _reception(self, subject: Scalar, value: Value) -> Condition:
        text = value.text if isinstance(value, Scalar) else ""
        bound, words = BOUND.fullmatch(text), self._receptions_of(subject)
        if not bound:
            message = f"{quoted(text)} is no bound" if text else "this is no bound"
            self.refs.faults.error(value.place, "odd-bound", message, f"“at least {words[1]}” or “at most {words[1]}”")
            return NOTHING
        word = word_of(Scalar(bound[2], value.place), words, "a reception", self.refs.faults)
        return Condition("reception", subject.text, word, at_least=bound[1] == "least")

    def _receptions_of(self, subject: Scalar) -> tuple[str, ...]:
        """The words for how what is done there can be received."""
        step = self.refs.steps.get(subject.text)
        if step is None:
            self.refs.decision_of(subject)
            return (*RECEPTIONS, *OFFER_RECEPTIONS)
        self._check_earlier(step, subject)
        acts = RECEPTIONS if step.has("act") or step.event in ("incident", "discovery") else ()
        offers = OFFER_RECEPTIONS if step.has("offer") else ()
        if not acts and not offers:
            message = f"{quoted(subject.text)} carries no act and no offer that could be received"
            self.refs.faults.error(subject.place, "nothing-received", message)
        return (*acts, *offers) or (*RECEPTIONS, *OFFER_RECEPTIONS)

    def _check_earlier(self, step: Step, name: Scalar) -> None:
        if self.position is not None and step.position >= self.position:
            when = "comes later in the play" if step.position > self.position else "is asked at this very point"
            self.refs.faults.error(name.place, "comes-later", f"{quoted(name.text)} {when}", "something earlier")

    def _bound(self, test: Condition, value: Value, most: int) -> Condition:
        """``at least n`` or ``at most n``. A bare number is refused: nobody could tell which is meant."""
        text = value.text if isinstance(value, Scalar) else ""
        bound = BOUND.fullmatch(text)
        if not bound or not bound[2].isdecimal():
            stands = f"{quoted(text)} is no bound" if text else "this is no bound"
            number = text if text.isdecimal() else "1"
            self.refs.faults.error(value.place, "odd-bound", stands, f"“at least {number}” or “at most {number}”")
            return NOTHING
        at_least, number = bound[1] == "least", bound[2]
        if number not in map(str, range(most + 1)):
            self.refs.faults.error(value.place, "out-of-range", f"{number} is never reached here", f"0 to {most}")
            return NOTHING
        if int(number) == (0 if at_least else most):
            self.refs.faults.warning(value.place, "always-true", f"{quoted(text)} always holds here")
        return Condition(test.kind, test.subject, test.detail, at_least, int(number))

"""Reads the options of a decision."""

from dataclasses import dataclass

from game.reading.diagnostics import Place, quoted
from game.reading.forms import Form
from game.reading.names import id_in
from game.reading.places import Value
from game.rules.moves import Turn, Wait
from game.rules.numbers import so_many
from game.rules.words import OFFER_RECEPTIONS, RECEPTIONS
from game.scenario.citations import cites_in
from game.scenario.conditions import condition_in
from game.scenario.model import Cites, Option
from game.scenario.moves_reader import CARRIERS, MEXICO_CITY, Carried, read_move
from game.scenario.references import References
from game.scenario.vocabulary import FOIL, LABEL, OUTCOME

MANY, MOST = 4, 6

WORDS_OF_RECEPTION = {
    "act": RECEPTIONS,
    "reply": RECEPTIONS,
    "offer": OFFER_RECEPTIONS,
    "answer": OFFER_RECEPTIONS,
}


@dataclass(frozen=True, slots=True)
class ReadOption:
    """An option with what only the reader needs: where it stands, and by which key it carries its move."""

    option: Option
    place: Place
    key: str

    @property
    def kind(self) -> str:
        """The kind of decision at which such a move is made."""
        return CARRIERS[self.key].kind


def options_in(form: Form, by: str, position: int, refs: References) -> tuple[ReadOption, ...]:
    """The options of a decision; at least one, of one kind, each id once."""
    options = tuple(_option(value, by, position, refs) for value in form.items("options", needed=True))
    _check_number(form, len(options))
    _check_ids(options, refs)
    _check_kinds(options, refs)
    _check_single([read for read in options if read.option.historical], "historical", refs)
    _check_single([read for read in options if read.option.foil], "foil", refs)
    return options


def _option(value: Value, by: str, position: int, refs: References) -> ReadOption:
    with Form(value, "an option", refs.faults) as form:
        name, label = id_in(form), form.text("label", needed=True, most=LABEL)
        key, carried = _carried_in(form, by, refs)
        option = Option(
            id=name,
            label=label,
            move=carried.move,
            historical=form.yes_no("historical"),
            when=condition_in(form, refs, position),
            foil=form.text("foil", most=FOIL),
            outcome=_outcome_in(form, key),
            override=_override_in(form, key, refs),
            cite=joined(cites_in(form, refs.common), carried.cite),
        )
        _check_turn(form, option, by)
        if key in ("act", "offer") and "outcome" not in form:
            message = f"this {key} has no outcome text: a generic sentence will tell what came of it"
            refs.faults.warning(form.place, "no-outcome", message, f"outcome: {{{WORDS_OF_RECEPTION[key][1]}: …}}")
        return ReadOption(option, form.place, key)


def joined(*cites: Cites) -> Cites:
    """Citations of several places, each once."""
    return tuple(dict.fromkeys(cite for some in cites for cite in some))


def _carried_in(form: Form, by: str, refs: References) -> tuple[str, Carried]:
    """The one move of an option; with none or two it waits, which nobody will see."""
    values = {key: value for key in CARRIERS if (value := form.take(key)) is not None}
    carried = {key: read_move(key, value, by, refs) for key, value in values.items()}
    if len(carried) == 1:
        return next(iter(carried.items()))
    if form.is_table:
        message = f"this option carries {' and '.join(carried) or 'no move'}"
        refs.faults.error(form.place, "not-one-move", message, f"exactly one of {', '.join(CARRIERS)}")
    return next(iter(carried.items()), ("wait", Carried(Wait())))


def _outcome_in(form: Form, key: str) -> dict[str, str]:
    """Prose by the word for how the move was received."""
    words = WORDS_OF_RECEPTION.get(key, ())
    if not words:
        _refuse(form, "outcome", key)
        return {}
    with form.inner("outcome", "an outcome") as outcome:
        texts = {word: outcome.text(word, most=OUTCOME) for word in words}
    return {word: text for word, text in texts.items() if text}


def _override_in(form: Form, key: str, refs: References) -> tuple[str, str, Cites] | None:
    """A reception that the author sets against the rules: it needs a reason and a source."""
    if key not in ("act", "offer"):
        _refuse(form, "override", key)
        return None
    with form.inner("override", "an override") as override:
        reception, reason = (
            override.word("reception", WORDS_OF_RECEPTION[key]),
            override.text("reason", needed=True, most=FOIL),
        )
        override.need("cite")
        cites = cites_in(override, refs.common)
    return (reception, reason, cites) if "override" in form else None


def _refuse(form: Form, what: str, key: str) -> None:
    if form.take(what) is not None:
        message = f"{key} is not received by anybody, so it has no {what}"
        form.faults.error(form.place_of(what), "no-reception", message)


def _check_turn(form: Form, option: Option, by: str) -> None:
    if isinstance(option.move, Turn) and by == MEXICO_CITY and not option.cite:
        form.faults.warning(form.place, "uncited", "a turn of Mexico City has no source", "cite")


def _check_number(form: Form, number: int) -> None:
    place, message = (
        form.place_of("options"),
        f"this decision has {so_many(number, 'option') if number else 'no options'}",
    )
    if "options" in form and (number < 1 or number > MOST):
        form.faults.error(place, "how-many-options", message, f"1 to {MANY}")
    elif number > MANY:
        form.faults.warning(place, "how-many-options", message, f"1 to {MANY}")


def _check_ids(options: tuple[ReadOption, ...], refs: References) -> None:
    first: dict[str, Place] = {}
    for read in options:
        if read.option.id in first:
            line = first[read.option.id].line
            message = f"this decision has an option {quoted(read.option.id)} already, on line {line}"
            refs.faults.error(read.place, "id-twice", message, "another id")
        elif read.option.id:
            first[read.option.id] = read.place


def _check_kinds(options: tuple[ReadOption, ...], refs: References) -> None:
    for read in options[1:]:
        if read.kind != options[0].kind:
            fitting = [key for key, carrier in CARRIERS.items() if carrier.kind == options[0].kind]
            message = f"{read.key} cannot stand beside {options[0].key} in one decision"
            refs.faults.unknown(read.place, "mixed-kinds", message, read.key, fitting)


def _check_single(marked: list[ReadOption], mark: str, refs: References) -> None:
    for read in marked[1:]:
        message = f"the option {quoted(marked[0].option.id)} of this decision is marked {mark} too"
        refs.faults.error(read.place, "marked-twice", message, "one a decision")

"""Reads sentences of fact, each of which owes the reader a source."""

from game.reading.forms import Form
from game.reading.places import Value
from game.scenario.citations import cites_in
from game.scenario.model import Cites, Fact
from game.scenario.references import References


def facts_in(form: Form, key: str, refs: References, most: int) -> tuple[Fact, ...]:
    """The facts under a key; one without a source, or longer than ``most``, draws a warning."""
    return tuple(_fact(item, refs, most) for item in form.items(key))


def owed_cites_in(form: Form, refs: References) -> Cites:
    """Citations that should be there."""
    cites = cites_in(form, refs.common)
    if not cites and "cite" not in form:
        form.faults.warning(form.place, "uncited", f"{form.what} has no source", "cite")
    return cites


def _fact(value: Value, refs: References, most: int) -> Fact:
    with Form(value, "a fact", refs.faults) as form:
        return Fact(form.text("text", needed=True, most=most), owed_cites_in(form, refs))

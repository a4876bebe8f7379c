"""Citations: ``source@P12``, ``outside:KEY`` or ``ours``, each checked against the bibliography."""

import re

from game.reading.diagnostics import Faults, quoted
from game.reading.forms import Form, one_or_more, text_of
from game.reading.places import Value
from game.scenario.model import Cites, Common

PARAGRAPH = re.compile(r"[a-z][a-z0-9-]*@[A-Za-z]+[0-9]+[a-z]?")
FORMS = "source@P12, outside:KEY or ours"


def cites_in(form: Form, common: Common, *, key: str = "cite") -> Cites:
    """The citations of a table, one or a list; none if it has none."""
    value = form.take(key)
    return () if value is None else cites_of(value, common, form.faults)


def cites_of(value: Value, common: Common, faults: Faults) -> Cites:
    """One citation, or a list of them."""
    return tuple(_cite(item, common, faults) for item in one_or_more(value))


def _cite(value: Value, common: Common, faults: Faults) -> str:
    cite = text_of(value, "a citation", faults)
    if cite.startswith("outside:"):
        _check_outside(value, cite.removeprefix("outside:"), common, faults)
    elif PARAGRAPH.fullmatch(cite):
        _check_paragraph(value, cite, common, faults)
    elif cite and cite != "ours":
        message = f"{quoted(cite)} is not a citation; each paragraph is one of its own, without ranges"
        faults.error(value.place, "odd-citation", message, FORMS)
    return cite


def _check_outside(value: Value, key: str, common: Common, faults: Faults) -> None:
    if key not in common.outside:
        message = f"sources.yaml has no {quoted(key)} under outside"
        faults.unknown(value.place, "unknown-source", message, key, common.outside)


def _check_paragraph(value: Value, cite: str, common: Common, faults: Faults) -> None:
    name, _, mark = cite.partition("@")
    source = common.sources.get(name)
    if source is None:
        message = f"sources.yaml has no source {quoted(name)}"
        faults.unknown(value.place, "unknown-source", message, name, common.sources)
    elif mark not in source.paragraphs:
        message = f"sources.yaml has no page for {quoted(mark)} of {name}"
        faults.unknown(value.place, "unknown-paragraph", message, mark, source.paragraphs)

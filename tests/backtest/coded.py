"""The shipped record as the tests of the backtest use it: cases, theories, any case drawn at random."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from typing import Any

import pytest
from hypothesis import strategies as st
from rules.strategies import CLASSES, acts, fields, offers
from theories.written import changed as text_changed

from game.backtest.scored import Backtest
from game.record.library import shipped_cases
from game.record.model import OWN_ENTRY, Found
from game.record.read import OF_ACTS, OF_ANY_CASE, OF_OFFERS
from game.rules.moves import Act, Entry, Offer
from game.rules.state import Field
from game.rules.theory import Theory
from game.theories.load import DEFAULT, SHIPPED, parse, shipped

CASES = shipped_cases()
MOVES = tuple(case for case in CASES if case.found.act or case.found.offer)
"""Cases that there is something to say about, scored or not."""
THEORIES = tuple(shipped(name) for name in SHIPPED)
each_case = pytest.mark.parametrize("case", MOVES, ids=lambda case: case.id)
each_theory = pytest.mark.parametrize("theory", THEORIES, ids=lambda theory: theory.id)


@cache
def held_against(name: str = DEFAULT) -> Backtest:
    """The backtest of a shipped theory."""
    return Backtest.of(shipped(name), CASES)


def marks_of(found: Found) -> list[str]:
    """Every mark that a case of this kind has."""
    return sorted(OF_ANY_CASE | (OF_OFFERS if found.offer else OF_ACTS))


def changed(change: Callable[[dict[str, Any]], object], name: str = DEFAULT) -> Theory:
    """A shipped theory with one change in the text of its file."""
    return parse(text_changed(change, name))


# --- any case ------------------------------------------------------------------------------------------------


def _of_act(act: Act, here: Field, bound: int, tied: bool) -> Found:
    return Found("police", here, frozenset(CLASSES[:bound]), tied, act=act)


def _of_offer(offer: Offer, here: Field, binds: bool, by: str, delivered: str) -> Found:
    entry = Entry(OWN_ENTRY, "police", "what came of it", frozenset(CLASSES[:binds])) if offer.builds or binds else None
    made = replace(offer, signs=OWN_ENTRY if entry else None)
    return Found("police", here, frozenset(), True, None, made, by, entry, delivered)


of_acts = st.builds(_of_act, acts, fields, st.integers(0, 2), st.booleans())
of_offers = st.builds(
    _of_offer,
    offers,
    fields,
    st.booleans(),
    st.sampled_from(["washington", "mexico-city", "both"]),
    st.sampled_from(["yes", "partly", "no"]),
)
any_found = of_acts | of_offers


def leaves(value: object, path: str = "") -> Iterator[tuple[str, object]]:
    """Everything that a case found, one leaf at a time, so that two cases can be told apart."""
    if hasattr(value, "__dataclass_fields__"):
        for name in value.__dataclass_fields__:
            yield from leaves(getattr(value, name), f"{path}.{name}" if path else name)
    elif isinstance(value, Field):
        yield from ((f"{path}.{name}", number) for name, number in value._asdict().items())
    else:
        yield path, value

"""Who was told, and who agreed, is said by name: two governments could be meant."""

import pytest
from small_case import ID, library

from game.backtest.lookup import Lookup
from game.debrief.wording import counted, value
from game.record.library import shipped_cases
from game.scenario.shelf import shipped_common
from game.sitting.coded import ACT, STATE, told
from game.theories.load import shipped


@pytest.mark.parametrize("mark", ["told", "consent"])
def test_a_change_of_the_trace_says_whose_government_it_is(mark: str) -> None:
    scenario = library().get(ID)
    assert "Mexico City" in counted(f"{scenario.fields[0]}.{mark}", scenario)
    assert (value(f"{scenario.fields[0]}.{mark}", 0), value(f"{scenario.fields[0]}.{mark}", 1)) == ("no", "yes")


def test_the_marks_of_a_coded_case_say_it_too() -> None:
    assert all("Mexico City" in words for words in (STATE["state.told"], STATE["state.consent"], ACT["warned"]))
    lookup = Lookup.of(shipped(), shipped_cases())
    one = lookup.case("casablanca")
    assert one
    said = " ".join(str(block) for block in told(one, lookup, shipped_common()[0]))
    assert "Mexico City had been told" in said
    assert "they had" not in said

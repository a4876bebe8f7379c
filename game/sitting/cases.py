"""A case as it stands in a list, before one plays it."""

from collections.abc import Iterator

from game.debrief.quadrant import FIGURE
from game.rules.moves import Act, Offer
from game.rules.numbers import so_many
from game.scenario.citations import citation
from game.scenario.model import Scenario
from game.sitting.gloss import GLOSS, glossed


def case_in_words(scenario: Scenario, played: int, begun: int = 0) -> tuple[str, ...]:
    """What is to be known of a case beside its title: also how often it has been finished here, and begun."""
    never = "begun" if begun else "not played"
    times = (never, "played once")[played] if played < 2 else f"played {played} times"
    parts = (*years_and_minutes(scenario), scenario.level, ", ".join(_cell(scenario)), times)
    return tuple(filter(None, parts))


def explained(scenario: Scenario) -> Iterator[str]:
    """What the words in that line mean."""
    yield f"Level {glossed(scenario.level)}."
    if cell := _cell(scenario):
        words = ", ".join(f"{word} ({GLOSS[word]})" for word in cell)
        yield f"The first move of history: {words}; Figure 1, {citation((FIGURE,), scenario.common)}."


def years_and_minutes(scenario: Scenario) -> tuple[str, str]:
    """The years in which a case plays, and the minutes that it takes."""
    return f"{scenario.years[0]}–{scenario.years[1]}", so_many(sum(scenario.minutes.values()), "minute")


def _cell(scenario: Scenario) -> tuple[str, ...]:
    """The cell of the paper's figure for the first act or offer of history."""
    for decision in scenario.decisions:
        for option in decision.options:
            if option.historical and isinstance(option.move, Act | Offer):
                return option.move.purpose, "unilateral" if isinstance(option.move, Act) else "negotiated"
    return ()

"""A case as it stands in a list, before one plays it."""

from game.rules.moves import Act, Offer
from game.rules.numbers import so_many
from game.scenario.model import Scenario


def case_in_words(scenario: Scenario, played: int) -> tuple[str, ...]:
    """What is to be known of a case beside its title; ``played`` is how often it has been finished here."""
    times = ("not played yet", "played once")[played] if played < 2 else f"played {played} times"
    parts = (*years_and_minutes(scenario), scenario.level, _cell(scenario), times)
    return tuple(filter(None, parts))


def years_and_minutes(scenario: Scenario) -> tuple[str, str]:
    """The years in which a case plays, and the minutes that it takes."""
    return f"{scenario.years[0]}–{scenario.years[1]}", so_many(sum(scenario.minutes.values()), "minute")


def _cell(scenario: Scenario) -> str:
    """The cell of the paper's figure for the first act or offer of history."""
    for decision in scenario.decisions:
        for option in decision.options:
            if option.historical and isinstance(option.move, Act | Offer):
                return f"{option.move.purpose}, {'unilateral' if isinstance(option.move, Act) else 'negotiated'}"
    return ""

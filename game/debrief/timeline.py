"""My path above, history's below: one label a turn, where they agree and where they part."""

from game.debrief.material import Material, label_at
from game.debrief.model import Timeline, TimelineTurn
from game.debrief.wording import day_of, numbers


def timeline(material: Material) -> Timeline:
    """Both paths by turn."""
    history = material.history or ()
    decisions = [material.course.scenario.decision(name) for name in material.numbers]
    turns = tuple(
        TimelineTurn(
            number=material.numbers[decision.id],
            date=day_of(decision.date),
            title=decision.title,
            by=decision.by,
            mine=label_at(material.choices, decision.id),
            history=label_at(history, decision.id),
        )
        for decision in decisions
        if decision is not None
    )
    return Timeline(turns, _says(turns, played=material.history is not None))


def _says(turns: tuple[TimelineTurn, ...], *, played: bool) -> str:
    """Where the paths agree, and where they first part."""
    if not played:
        return "The path that really happened cannot be played under these rules."
    agree = [turn.number for turn in turns if turn.agrees]
    apart = [turn for turn in turns if not turn.agrees]
    if not apart:
        return "Play and history agree at every turn."
    first = apart[0]
    mine = f"“{first.mine}”" if first.mine else "not met in play"
    history = f"“{first.history}”" if first.history else "not met in history"
    together = f"Play and history agree at {numbers(agree)}. " if agree else "Play and history agree at no turn. "
    parted = f"They part first at turn {first.number} (in play: {mine}; in history: {history})"
    rest = [turn.number for turn in apart[1:]]
    return f"{together}{parted}{', and again at ' + numbers(rest) if rest else ''}."

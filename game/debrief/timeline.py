"""My path above, history's below: one label a turn, where they agree and where they part; what nobody chose."""

from collections.abc import Iterator

from game.debrief.material import Material, label_at
from game.debrief.model import Timeline, TimelineTurn, Unchosen
from game.debrief.wording import FLAGS, day_of, event_name, numbers
from game.play.happened import Happened
from game.scenario.model import Event

COSTLY = ("leaked", "congress")
"""The flags of what can turn a game although nobody chose it."""


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
    return Timeline(turns, _says(turns, played=material.history is not None), tuple(_unchosen(material)))


def _unchosen(material: Material) -> Iterator[Unchosen]:
    """Events, leaks, and the verdicts of Congress: what came after a turn and was nobody's choice."""
    for turn, happened in material.log:
        what = _event_of(material, happened)
        cost = next((FLAGS[flag] for flag in COSTLY if flag in happened.flags), "")
        if turn and (what or cost):
            yield Unchosen(turn, what or f"Round {happened.round} closes", cost)


def _event_of(material: Material, happened: Happened) -> str:
    """The name of an event; empty for a move, an answer and the close of a round."""
    scenario = material.course.scenario
    item = scenario.play[scenario.places[happened.item]] if happened.item in scenario.places else None
    return event_name(item) if isinstance(item, Event) and not happened.answers else ""


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

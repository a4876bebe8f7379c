"""What holds between the items of a play.

Each check is a function from the play to faults:

1. an id stands for one item;
2. rounds never fall, and none is left out;
3. a reply, an answer or a follow-up, and an option for verdicts or incidents, comes after what calls for it;
4. a secret comes out once;
5. some option is marked as what was really done.

What a play leads to is not asked here: ``check --paths`` plays it.
"""

from collections.abc import Iterator

from game.reading.diagnostics import Faults, Place, quoted
from game.rules.moves import Act, Follow, Move, Offer, Reply
from game.rules.words import CAPITALS
from game.scenario.model import Decision, Event, Item

Placed = tuple[tuple[Item, Place], ...]


def check_play(play: Placed, faults: Faults) -> None:
    """Everything above."""
    _check_ids(play, faults)
    _check_rounds(play, faults)
    _check_called_for(play, faults)
    _check_discoveries(play, faults)
    _check_history(play, faults)


def _check_ids(play: Placed, faults: Faults) -> None:
    first: dict[str, Place] = {}
    for item, place in play:
        if item.id in first:
            message = f"the play has an item {quoted(item.id)} already, on line {first[item.id].line}"
            faults.error(place, "id-twice", message, "another id")
        elif item.id:
            first[item.id] = place


def _check_rounds(play: Placed, faults: Faults) -> None:
    last = 0
    for item, place in play:
        if not item.round:  # it could not be read, which has been said
            continue
        if item.round < last:
            message = f"round {item.round} comes after round {last}"
            faults.error(place, "round-falls", message, f"round {last} or a later one")
        elif item.round > last + 1:
            message = f"round {item.round} leaves one out: a round in which nothing comes up would never close"
            faults.warning(place, "round-skipped", message, f"round {last + 1}")
        last = max(item.round, last)


def _check_called_for(play: Placed, faults: Faults) -> None:
    """Warns of what would always be skipped, because nothing before it calls for it."""
    before: set[str] = set()
    for item, place in play:
        for name, called in _called_by(item):
            if called not in before:
                message = f"no {called} comes before {quoted(name)}, so it never comes up"
                faults.warning(place, "never-met", message)
        before.update(_calls(item))


def _check_discoveries(play: Placed, faults: Faults) -> None:
    """A second discovery would lay the same secret act on the table once more."""
    first: dict[str, Place] = {}
    for item, place in play:
        of = item.of if isinstance(item, Event) else ""
        if of in first:
            message = f"what {quoted(of)} keeps secret comes out already, on line {first[of].line}"
            faults.error(place, "discovered-twice", message, "one discovery of a decision")
        elif of:
            first[of] = place


def _check_history(play: Placed, faults: Faults) -> None:
    options = [option for item, _ in play if isinstance(item, Decision) for option in item.options]
    if options and not any(option.historical for option in options):
        message = "no option is marked historical, so nobody learns what was really done"
        faults.warning(play[0][1], "no-history", message, "historical: yes on an option of each decision that came up")


def _called_by(item: Item) -> Iterator[tuple[str, str]]:
    """What must have come before an item, or before an option of it, with the id of what needs it."""
    if not isinstance(item, Decision):
        return
    if item.kind == "answer" and item.by in CAPITALS:
        yield item.id, f"offer of {CAPITALS[1 - CAPITALS.index(item.by)]}"
    elif item.kind in ("reply", "follow"):
        yield item.id, "act alone"
    for option in item.options:
        if isinstance(option.move, Reply) and option.move.manner:
            yield option.id, "verdict"
        elif option.move == Follow("someone-goes"):
            yield option.id, "incident"


def _calls(item: Item) -> Iterator[str]:
    """What an item puts on the table, as far as somebody can answer it."""
    if isinstance(item, Decision):
        for option in item.options:
            yield from _calls_of(option.move, item.by)
    elif item.of or isinstance(item.move, Act):
        yield from ("act alone", "incident")


def _calls_of(move: Move, by: str) -> Iterator[str]:
    if isinstance(move, Act):
        yield "act alone"
        if move.verdict:
            yield "verdict"
    elif isinstance(move, Offer):
        yield f"offer of {by}"

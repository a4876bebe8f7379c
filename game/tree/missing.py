"""What no game ever meets, and the closest that one comes to it; and what hardly any game meets.

Of an item that is never met, or an option that is never open, the closest miss is the state in which the fewest parts
of what it asks for fail, of these one that lacks least, and of these one that is soonest come to.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import takewhile
from typing import NamedTuple

from game.play.asking import of_a_place
from game.play.happened import Happened, Log
from game.play.position import Position
from game.play.ways import LEAKS, QUIET
from game.rules.moves import Act, Leak, Offer
from game.rules.words import ENDINGS, OFFER_RECEPTIONS, RECEPTIONS
from game.scenario.model import Condition, Decision, Event, Item
from game.tree.asked import Part, parts_of_item, parts_of_option
from game.tree.steps import on, weighed
from game.tree.trails import LEAKED, Path, Taken, soonest
from game.tree.tree import RARE, Met, Tree


class Failing(NamedTuple):
    """A part of a condition that fails, and how things stand instead."""

    words: str
    found: str


class Miss(NamedTuple):
    """The closest that a game comes to a thing: what holds there, what fails, and the path to it."""

    holds: tuple[str, ...]
    fails: tuple[Failing, ...]
    path: Path


@dataclass(frozen=True, slots=True)
class Never:
    """A thing that no game meets. ``what``: decision, event, option, prose or ending."""

    what: str
    where: str
    sentence: str
    miss: Miss | None = None


class Rare(NamedTuple):
    """A thing that fewer than one game in a hundred at random meets, and the shortest path to it."""

    what: str
    where: str
    chance: float
    path: Path


class Unwritten(NamedTuple):
    """An option that is received in ways for which it has no text of its own."""

    where: str
    words: tuple[str, ...]


def never(tree: Tree) -> list[Never]:
    """Everything that no game meets, in the order of the play; endings last."""
    found: list[Never] = []
    for at, item in enumerate(tree.course.scenario.play):
        if item.id not in (tree.decisions if isinstance(item, Decision) else tree.events):
            found.append(_unmet(tree, at, item))
        elif isinstance(item, Decision):
            found += _closed_options(tree, item)
            found += _unshown(tree, at, item)
    unreached = (ending for ending in ENDINGS if ending not in tree.endings)
    return [*found, *(Never("ending", ending, "no game ends so") for ending in unreached)]


# --- decisions, events, options ------------------------------------------------------------------------------


def _unmet(tree: Tree, at: int, item: Item) -> Never:
    """A decision that never comes up, or an event that never happens."""
    parts = parts_of_item(tree.course, item)
    what, sentence = ("decision", "never comes up") if isinstance(item, Decision) else ("event", "never happens")
    if between := _between(tree, at, item):
        sentence = f"{sentence}: {between} comes between it and the answer"
    return Never(what, item.id, sentence, _closest(tree, parts, _passes(tree, at)) if parts else None)


def _between(tree: Tree, at: int, item: Item) -> str:
    """The events that happen between a leak and the decision before it: after them there is nothing left to leak."""
    if isinstance(item, Decision) or not isinstance(item.move, Leak):
        return ""
    before = takewhile(lambda other: isinstance(other, Event), reversed(tree.course.scenario.play[:at]))
    happen = [other.id for other in before if other.id in tree.events]
    return _and(happen[::-1]) if happen else ""


def _passes(tree: Tree, item: int) -> Iterator[tuple[Position, Met]]:
    """Every different position in which an item is passed over."""
    course, nodes = tree.course, tree.graph.nodes
    first = nodes[0].position
    if item <= first.at:
        yield first._replace(at=item), Met(1.0, 0, 0)
    for taken in _over(tree, item):
        before, log = nodes[taken.node].position, list[Happened]()
        to = on(course, before, nodes[taken.node].edges[taken.edge].option, log).at
        yield weighed(course, before, log, to, item), Met(0, *taken)


def _over(tree: Tree, item: int) -> Iterable[Taken]:
    """The steps that pass an item over, of all that go alike the soonest; by meters and marks too, if the item asks."""
    nodes, steps = tree.graph.nodes, tree.trails.steps
    asks = not all(map(of_a_place, _conditions(tree.course.scenario.play[item])))
    first = bisect_left(nodes, item, key=lambda node: node.position.at)  # they stand in the order of the play

    def passing() -> Iterator[tuple[tuple[object, ...], Taken]]:
        for at, node in enumerate(nodes[:first]):
            for index, edge in enumerate(node.edges):
                if edge.to >= first:
                    yield (asks and node.point[1:], *edge.ways), Taken(steps[at] + 1, at, index)

    return soonest(passing()).values()


def _conditions(item: Item) -> Iterator[Condition]:
    options = item.options if isinstance(item, Decision) else ()
    yield from (one.when for one in (item, *options) if one.when is not None)


def _closed_options(tree: Tree, item: Decision) -> Iterator[Never]:
    """The options of a decision that are open at none of its visits."""
    at, steps = tree.course.scenario.places[item.id], tree.trails.steps
    for index, option in enumerate(item.options):
        if (item.id, index) not in tree.options:
            nodes = enumerate(tree.graph.nodes)
            visits = ((node.position, Met(0, steps[i], i)) for i, node in nodes if node.position.at == at)
            miss = _closest(tree, parts_of_option(tree.course, option), visits)
            yield Never("option", f"{item.id}.{option.id}", "can never be chosen", miss)


def _closest(tree: Tree, parts: tuple[Part, ...], seen: Iterable[tuple[Position, Met]]) -> Miss | None:
    """The closest miss among some positions."""
    best: tuple[tuple[int, int, int], Position, Met] | None = None
    for position, met in seen:
        gaps = [part.gap(position) for part in parts]
        rank = sum(map(bool, gaps)), sum(gaps), met.steps
        if best is None or rank < best[0]:
            best = rank, position, met
    if best is None:
        return None
    _, position, met = best
    real = _remembered(tree, met, position.at)
    holds = tuple(part.words for part in parts if not part.gap(real))
    return Miss(holds, tuple(Failing(part.words, part.found(real)) for part in parts if part.gap(real)), tree.path(met))


def _remembered(tree: Tree, met: Met, item: int) -> Position:
    """The position in which an item was weighed after the shortest path to it, with nothing forgotten."""
    course, path = tree.course, tree.path(met)
    before = after = course.start()
    log: Log = []
    for stop in path:
        before, log, waits = after, [], course.waiting(after)
        names = [option.id for option in waits.options] if isinstance(waits, Decision) else []
        index = names.index(stop.option) if names else LEAKS if stop.option == LEAKED else QUIET
        after = on(course, before, index, log)
    return after if met.edge < 0 or not path else weighed(course, before, log, after.at, item)


# --- prose ---------------------------------------------------------------------------------------------------


def _unshown(tree: Tree, at: int, item: Decision) -> Iterator[Never]:
    """Texts for receptions that an option never meets."""
    for index, option in enumerate(item.options):
        met = _in_order(tree.words_met(at, index))
        for word in option.outcome:
            if word not in met and (item.id, index) in tree.options:
                how = f"what it does is received with {_and(met)}" if met else "what it does is not received"
                yield Never("prose", f"{item.id}.{option.id} {word}", how)


def unwritten(tree: Tree) -> list[Unwritten]:
    """Acts and offers that are received in ways for which they have no text, where they have any."""
    found = []
    for at, item in enumerate(tree.course.scenario.play):
        for index, option in enumerate(item.options if isinstance(item, Decision) else ()):
            words = tuple(word for word in _in_order(tree.words_met(at, index)) if word not in option.outcome)
            if isinstance(option.move, Act | Offer) and words:
                found.append(Unwritten(f"{item.id}.{option.id}", words))
    return found


def _in_order(words: Iterable[str]) -> list[str]:
    return sorted(words, key=[*RECEPTIONS, *OFFER_RECEPTIONS].index)


def _and(words: list[str]) -> str:
    return " and ".join(filter(None, (", ".join(words[:-1]), words[-1])))


# --- what is rare --------------------------------------------------------------------------------------------


def rare(tree: Tree, below: float = RARE) -> list[Rare]:
    """What fewer games at random meet than this share; the options of a rare decision are not named again."""
    scenario, found = tree.course.scenario, list[tuple[str, str, Met]]()
    for item in scenario.play:
        met = (tree.decisions if isinstance(item, Decision) else tree.events).get(item.id)
        if met is None:
            continue
        if met.chance < below:
            found.append(("decision" if isinstance(item, Decision) else "event", item.id, met))
        elif isinstance(item, Decision):
            found += [
                ("option", f"{item.id}.{option.id}", chosen)
                for index, option in enumerate(item.options)
                if (chosen := tree.options.get((item.id, index))) and chosen.chance < below
            ]
    for one, met in sorted(tree.received.items()):  # in the order of the play
        decision = scenario.play[one.item]
        assert isinstance(decision, Decision)
        if met.chance < below and one.word in decision.options[one.option].outcome:
            found.append(("prose", f"{decision.id}.{decision.options[one.option].id} {one.word}", met))
    found += [("ending", ending, met) for ending, met in tree.endings.items() if met.chance < below]
    return [Rare(what, where, met.chance, tree.path(met)) for what, where, met in found]


__all__ = ["Failing", "Miss", "Never", "Rare", "Unwritten", "never", "rare", "unwritten"]

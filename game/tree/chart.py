"""The decision tree of a scenario drawn together: one point for each decision, however many states it is met in.

From each option leads go to whatever can come next; a lead says how the option was received on it. The tree of states
is too large to be read; this one says what each choice can lead to, and how often.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from game.play.course import Course
from game.play.game import Drew
from game.play.walk import by_history
from game.play.ways import LEAKS
from game.rules.words import ENDINGS, NOBODY, OFFER_RECEPTIONS, RECEPTIONS
from game.scenario.model import Decision, Event
from game.tree.steps import Stretch, receptions
from game.tree.trails import KEPT, LEAKED
from game.tree.tree import Tree

WORDS = (*RECEPTIONS, *reversed(OFFER_RECEPTIONS))
END = "end"


class Lead(NamedTuple):
    """Where a choice leads: to the id of an item or ``end``, received in these ways (none: nothing to receive)."""

    to: str
    words: tuple[str, ...]
    due: bool
    """The words are what the rules expect; whoever must answer has not yet."""
    share: float
    """How often the choice leads there, of all games at random that make it."""
    historical: bool


@dataclass(frozen=True, slots=True)
class Choice:
    """An option, or what chance says, and where it leads."""

    id: str
    label: str
    leads: tuple[Lead, ...]

    @property
    def historical(self) -> bool:
        """It is taken on the historical path."""
        return any(lead.historical for lead in self.leads)


@dataclass(frozen=True, slots=True)
class Place:
    """A decision, or a point at which chance speaks (``by`` is then ``nobody``)."""

    id: str
    round: int
    by: str
    kind: str
    title: str
    date: str
    share: float
    """In how many games at random it comes up."""
    historical: bool
    """It comes up on the historical path."""
    choices: tuple[Choice, ...]


class Ending(NamedTuple):
    """An ending and in how many games at random it comes."""

    name: str
    share: float


@dataclass(frozen=True, slots=True)
class Chart:
    """The drawn-together tree."""

    id: str
    title: str
    theory: str
    places: tuple[Place, ...]
    """In the order of the play; what never comes up is left out."""
    endings: tuple[Ending, ...]
    whole: bool

    @classmethod
    def of(cls, tree: Tree) -> "Chart":
        """Draw a tree together."""
        scenario, path, met = tree.course.scenario, _path(tree.course), _leads(tree)
        places = tuple(
            place for at, item in enumerate(scenario.play) if (place := _place(tree, item, met.get(at, {}), path))
        )
        endings = tuple(Ending(name, tree.endings[name].chance) for name in ENDINGS if name in tree.endings)
        return cls(scenario.id, scenario.title, tree.course.theory.title, places, endings, tree.whole)


Leads = dict[tuple[int, str], tuple[dict[str, bool], float]]
"""Of a place, by option and where it leads: the words (true: only due), and how likely."""


def _leads(tree: Tree) -> dict[int, Leads]:
    play, met = tree.course.scenario.play, dict[int, Leads]()
    for stretch in tree.stretches.chosen.values():
        node = tree.graph.nodes[stretch.soonest.node]
        option, to = node.edges[stretch.soonest.edge].option, play[stretch.to].id if stretch.to < len(play) else END
        leads = met.setdefault(node.position.at, {})
        words, chance = leads.get((option, to), ({}, 0.0))
        for word, due in _words(tree, stretch, node.position.at, option):
            words[word] = words.get(word, True) and due
        leads[option, to] = words, chance + stretch.chance
    return met


def _words(tree: Tree, chosen: Stretch, at: int, option: int) -> Iterable[tuple[str, bool]]:
    """How an option was received; while that is open what the rules expect."""
    words = {one.word for one in receptions(tree.graph, chosen) if (one.item, one.option) == (at, option)}
    if words:
        return [(word, False) for word in words]
    first = chosen.log[0] if chosen.log else None
    waits = first and first.due and first.option is not None and first.answers is None
    return [(first.due, True)] if first and first.due and waits else []


def _path(course: Course) -> dict[str, tuple[str, str]]:
    """For each place that the historical path comes to what was chosen there, and what came next; no leak came out."""
    game, path = by_history(course), dict[str, tuple[str, str]]()
    for turn in game.turns:
        chose, then = turn.chose, course.waiting(turn.after)
        place, taken = (chose.event, KEPT) if isinstance(chose, Drew) else (chose.decision, chose.option)
        path[place] = taken, then.id if then else END
    if game.waiting:
        path[game.waiting.id] = "", ""
    return path


def _place(
    tree: Tree,
    item: Decision | Event,
    leads: Leads,
    path: dict[str, tuple[str, str]],
) -> Place | None:
    met = (tree.decisions if isinstance(item, Decision) else tree.events).get(item.id)
    if met is None or not leads:
        return None
    if isinstance(item, Decision):
        named = [(i, o.id, o.label) for i, o in enumerate(item.options)]
        by, kind, title = item.by, item.kind, item.title
    else:
        named = [(option, LEAKED if option == LEAKS else KEPT, "") for option in dict.fromkeys(o for o, _ in leads)]
        by, kind, title = NOBODY, "chance", "Does it come out?"
    taken, then = path.get(item.id, ("", ""))
    choices = tuple(
        Choice(name, label, _sorted(leads, index, then if name == taken else "")) for index, name, label in named
    )
    return Place(item.id, item.round, by, kind, title, item.date, met.chance, item.id in path, choices)


def _sorted(leads: Leads, option: int, then: str) -> tuple[Lead, ...]:
    """The leads of an option, the most likely first; history's is the one that leads to what came then."""
    mine = [(to, words, chance) for (index, to), (words, chance) in leads.items() if index == option]
    whole = sum(chance for *_, chance in mine) or 1.0
    made = (
        Lead(to, tuple(sorted(words, key=WORDS.index)), any(words.values()), chance / whole, to == then)
        for to, words, chance in mine
    )
    return tuple(sorted(made, key=lambda lead: (-lead.share, lead.to)))


__all__ = ["END", "WORDS", "Chart", "Choice", "Ending", "Lead", "Place"]

"""What a scenario is held to when it is played on every path (docs/authoring.md, 12): is the dilemma real?

A *visit* is any point that a capital can reach against some way of playing the other, whatever it does itself.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from game.play.graph import Edge, Graph, Node, worth
from game.play.happened import Log
from game.play.opponents import Seat
from game.play.solve import BEST, DISPOSITIONS, Solved, Values, counted, mean, met
from game.play.walk import Endings, by_history
from game.rules.moves import Act, Offer
from game.rules.words import CAPITALS, ENDINGS
from game.scenario.model import Decision, Item
from game.tree.trails import Path, stop

AGAINST = (*DISPOSITIONS, BEST)
Held = Callable[[int], Sequence[int]]
"""The edges that a capital is held to at a node of its own."""
CLOSE = 1e-9
SIZE = 25_000
NEVER_ALONE = "never alone"


class Warned(NamedTuple):
    """One thing that a scenario is warned about: which test, where, and a sentence."""

    test: str
    where: str
    sentence: str


@dataclass(slots=True)
class Visits:
    """All visits of one decision: for each, against whom, and what each option is worth there."""

    decision: Decision
    worths: list[tuple[str, dict[int, float]]] = field(default_factory=list)

    def losses(self, option: int) -> list[float]:
        """What an option loses on each visit where it can be chosen."""
        return [max(w.values()) - w[option] for _, w in self.worths if option in w]

    def alone(self, option: int) -> list[str]:
        """Against whom an option is better than all others on some visit."""
        return sorted({who for who, w in self.worths if option in w and _alone(option, w)})


def _alone(option: int, worths: dict[int, float]) -> bool:
    return all(worths[option] > w + CLOSE for o, w in worths.items() if o != option)


@dataclass
class Dilemma:
    """A scenario solved: what its choices are worth, and where none of them has to be thought about."""

    solved: Solved
    visits: dict[str, Visits] = field(default_factory=dict)
    acts: tuple[Mapping[int, str], ...] = field(default=(), repr=False)
    """For each item of the play its options that act alone: ``decision.option`` by index; none at the end."""
    known: dict[str, dict[str, float]] = field(default_factory=dict, repr=False)
    """What policies lose and what never acting alone costs, once it was asked for."""

    @classmethod
    def of(cls, solved: Solved) -> "Dilemma":
        """Gather every visit of every decision."""
        paths = cls(solved, acts=(*map(_acts, solved.graph.course.scenario.play), {}))
        for capital in CAPITALS:
            for who in AGAINST:
                paths._gather(solved.values[capital, who])
        return paths

    @property
    def graph(self) -> Graph:
        """The graph that was solved."""
        return self.solved.graph

    @cached_property
    def history(self) -> dict[str, int] | None:
        """What came of what was really done, for each capital; None where it cannot be played."""
        course, game = self.graph.course, by_history(self.graph.course)
        return {capital: worth(course, game.position.state, capital) for capital in CAPITALS} if game.over else None

    def _gather(self, values: Values) -> None:
        nodes, play = self.graph.nodes, self.graph.course.scenario.play
        for at in values.met:
            node = nodes[at]
            if node.by == values.capital and len(node.edges) > 1:
                item = play[node.position.at]
                assert isinstance(item, Decision)
                found = self.visits.setdefault(item.id, Visits(item))
                found.worths.append((values.against, {e.option: values.edge_worth(e) for e in node.edges}))

    def warnings(self) -> list[Warned]:
        """Everything that the scenario is warned about."""
        tests = (
            self._decisions(),
            self._policies(),
            self._history(),
            self._endings(),
            self._stuck(),
            self._last_acts(),
            self._unanswered(),
            self._claim(),
            self._size(),
        )
        return [warned for test in tests for warned in test]

    # --- the dilemma of each decision ------------------------------------------------------------------------

    def _decisions(self) -> Iterator[Warned]:
        for decision in self.graph.course.scenario.decisions:
            found = self.visits.get(decision.id)
            if found is None:
                yield Warned("unvisited", decision.id, "nobody can come to this decision")
            else:
                ruling = _ruling(found)
                tied = len(ruling) > 1  # one fault: of such options none is best alone, and neither is any other
                yield from [_tied(found, ruling)] if tied else _ruled(found, ruling)
                if decision.kind in ("opening", "reply"):
                    yield from () if tied else _twins(found)
                    yield from _hopeless(found)

    # --- the dilemma of the whole ----------------------------------------------------------------------------

    def _policies(self) -> Iterator[Warned]:
        for capital, name in POLICIES:
            lost = self.policy_losses(capital, name)
            if max(lost.values()) < 2:
                yield Warned("policy", name, f"{capital} loses less than two points against everyone by playing {name}")

    def policy_losses(self, capital: str, name: str) -> dict[str, float]:
        """What a simple policy loses against each way of playing the other capital."""
        if name not in self.known:
            self.known[name] = self._losses(capital, self._by_policy(capital, name))
        return self.known[name]

    def _by_policy(self, capital: str, name: str) -> Held:
        """The edge that a simple policy takes at a node: that of a disposition, but where Washington opens."""
        graph, known = self.graph, dict[tuple[int, Sequence[int]], int]()

        def edges(at: int) -> Sequence[int]:
            node, taken = graph.nodes[at], -1
            if capital == "washington" and node.position.table is None:
                seen = node.point[0], node.choices  # an opening looks at neither meters nor marks
                if seen not in known:
                    option = _opening(Seat(graph.course, node.position), name)
                    known[seen] = -1 if option is None else node.choices.index(option)
                taken = known[seen]
            return (taken if taken >= 0 else self.solved.policies[_AS[name]].edge(at),)

        return edges

    def _losses(self, capital: str, mine: Held) -> dict[str, float]:
        """What it costs a capital to hold to some edges at its nodes, against each way of playing the other."""
        best = (self.solved.values[capital, who] for who in AGAINST)
        return {v.against: v.worth[0] - _held_to(self.graph, capital, mine, v.other) for v in best}

    def _history(self) -> Iterator[Warned]:
        if self.history is None:
            yield Warned("history", "history", "the historical path cannot be played")
        elif all(found + CLOSE >= self.solved.values[c, "history"].worth[0] for c, found in self.history.items()):
            yield Warned("history", "history", "history is best for both capitals")

    def endings(self) -> dict[str, int]:
        """For each ending, at how many last points it can be met."""
        met, ending = dict.fromkeys(ENDINGS, 0), Endings(self.graph.course)
        for at, bits in self.graph.counts():
            node = self.graph.nodes[at]
            if not node.edges:
                some = {0: bits & 1, 1: bits >> 1}  # with no result, and with any
                for word in {ending[node.position.ground, r > 0] for r in some if some[r]}:
                    met[word] += 1
        return met

    def _endings(self) -> Iterator[Warned]:
        for ending, times in self.endings().items():
            if not times:
                yield Warned("ending", ending, f"no game ends in “{ending}”")

    def _stuck(self) -> Iterator[Warned]:
        """Interest 0 that can never rise, met before Washington's last decision."""
        nodes, names = self.graph.nodes, self.graph.course.setting.fields
        for at, name in enumerate(names):
            rises = [node.position.ground.fields[at].interest > 0 for node in nodes]
            if all(rises):
                continue
            asks, stuck = [node.by == "washington" for node in nodes], False
            for i in range(len(nodes) - 1, -1, -1):
                for edge in nodes[i].edges:
                    rises[i], asks[i] = rises[i] or rises[edge.to], asks[i] or asks[edge.to]
                stuck = stuck or (asks[i] and not rises[i])
            if stuck:
                yield Warned("stuck", name, f"interest in {name} can fall to 0 for good while Washington still decides")

    def _last_acts(self) -> Iterator[Warned]:
        last = self.graph.course.scenario.rounds
        for found in self.visits.values():
            for i, option in enumerate(found.decision.options):
                alone = isinstance(option.move, Act) and found.decision.round == last
                if alone and any(loss < CLOSE for loss in found.losses(i)):
                    yield Warned("last-act", f"{found.decision.id}.{option.id}", "acting alone in the last round pays")

    def _unanswered(self) -> Iterator[Warned]:
        asked, answered, nodes = set[str](), set[str](), self.graph.nodes
        for node, acts in self._acting():
            for edge in node.edges:
                if edge.option in acts:
                    asked.add(acts[edge.option])
                    table = nodes[edge.to].position.table
                    if table and table.kind == "reply":
                        answered.add(acts[edge.option])
        for name in sorted(asked - answered):
            if self._can_be_due(name):
                why = ": the due reply is always 0" if self._always_tolerated(name) else ""
                yield Warned("unanswered", name, f"Mexico City can never answer this act{why}")

    def _always_tolerated(self, name: str) -> bool:
        """Is no reply ever due to this act, however one comes to it?"""
        log: Log = []
        for node, acts in self._acting():
            for edge in node.edges:
                if acts.get(edge.option) == name:
                    self.graph.course.follow(node.position, edge.option, log)
        return {h.due for h in log if h.option and f"{h.item}.{h.option}" == name} == {"toleration"}

    def _acting(self) -> Iterator[tuple[Node, Mapping[int, str]]]:
        """Where Washington can act alone: each node, and the options that do."""
        for node in self.graph.nodes:
            if node.by == "washington" and (acts := self.acts[node.position.at]):
                yield node, acts

    def _can_be_due(self, name: str) -> bool:
        decision_id, _, option_id = name.partition(".")
        decision = self.graph.course.scenario.decision(decision_id)
        option = decision.option(option_id) if decision else None
        act = option.move if option else None
        return isinstance(act, Act) and act.visibility != "secret" and (act.soil or act.face or act.rank or act.harm)

    # --- the papers' claim -----------------------------------------------------------------------------------

    def _claim(self) -> Iterator[Warned]:
        if acts := ", ".join(self.acts_on(BEST)):
            sentence = f"acting alone is part of the line with both at their best: {acts}"
            yield Warned("claim", "both at their best", sentence)
        for capital in CAPITALS:
            best = self.solved.values[capital, BEST].worth[0]
            if self.history is not None and best <= self.history[capital] + CLOSE:
                yield Warned("claim", capital, f"with both at their best {capital} does no better than in history")
        prices = self.joint_price()
        if prices["due"] > 1 + CLOSE:
            acts = f" (it acts at {', '.join(self.acts_on('due'))})"
            sentence = f"against due, not acting alone costs Washington {prices['due']:.1f} points{acts}"
            yield Warned("claim", "due", sentence)
        if max(prices.values()) < CLOSE:
            yield Warned("claim", "temptation", "acting alone is best against nobody, so nobody is tempted")

    def joint_price(self) -> dict[str, float]:
        """What it costs Washington never to act alone, against each way of playing Mexico City."""
        if NEVER_ALONE not in self.known:
            nodes = self.graph.nodes
            self.known[NEVER_ALONE] = self._losses(
                "washington", lambda at: _joint(nodes[at], self.acts[nodes[at].position.at])
            )
        return self.known[NEVER_ALONE]

    def line(self, who: str) -> Path:
        """Washington's best play against a way of playing Mexico City, with no leak."""
        return tuple(stop(self.graph, at, taken) for at, taken in self._line(who))

    def acts_on(self, who: str) -> list[str]:
        """The acts alone on that line."""
        nodes = self.graph.nodes
        line = ((self.acts[nodes[at].position.at], nodes[at].edges[taken].option) for at, taken in self._line(who))
        return [acts[option] for acts, option in line if option in acts]

    def _line(self, who: str) -> Iterator[tuple[int, int]]:
        """Each point of that line, and which of its edges is taken."""
        at, nodes, best = 0, self.graph.nodes, self.solved.values["washington", who]
        while nodes[at].edges:
            node = nodes[at]
            if node.by == "chance":
                taken = len(node.edges) - 1
            elif node.by == "washington":
                taken = best.best[at]
            else:
                taken = self.solved.values[node.by, BEST].best[at] if who == BEST else best.other[at]
            yield at, taken
            at = node.edges[taken].to

    def _size(self) -> Iterator[Warned]:
        if len(self.graph.nodes) > SIZE:
            yield Warned("size", "scenario", f"more than {SIZE:,} different states")


def _ruling(found: Visits) -> list[str]:
    """The options that are best on every visit, or as good as the best."""
    losses = [(option.id, found.losses(i)) for i, option in enumerate(found.decision.options)]
    return [name for name, lost in losses if len(lost) == len(found.worths) and max(lost) < CLOSE]


def _ruled(found: Visits, ruling: list[str]) -> Iterator[Warned]:
    """One option is best on every visit."""
    for name in ruling:
        yield Warned("ruled", f"{found.decision.id}.{name}", "is best on every visit")


def _tied(found: Visits, ruling: list[str]) -> Warned:
    """Several options are: it makes no difference which of them is chosen."""
    return Warned("tied", found.decision.id, f"{' and '.join(ruling)} are best on every visit alike")


def _twins(found: Visits) -> Iterator[Warned]:
    """Fewer than two options are ever best alone."""
    best = [o.id for i, o in enumerate(found.decision.options) if found.alone(i)]
    if len(best) < 2:
        only = f"only {best[0]} is ever best alone" if best else "no option is ever best alone"
        yield Warned("twins", found.decision.id, only)


def _hopeless(found: Visits) -> Iterator[Warned]:
    """An option loses a point or more on every visit, and is not there to teach that."""
    for i, option in enumerate(found.decision.options):
        losses = found.losses(i)
        if losses and min(losses) >= 1 - CLOSE and not option.foil:
            yield Warned("hopeless", f"{found.decision.id}.{option.id}", "loses a point or more on every visit")


POLICIES = (
    ("washington", "always joint"),
    ("washington", "always alone"),
    ("mexico-city", "always mild"),
    ("mexico-city", "always as due"),
    ("mexico-city", "always hard"),
)
_AS = {
    "always joint": "accommodator",
    "always alone": "hard-liner",
    "always mild": "accommodator",
    "always as due": "due",
    "always hard": "hard-liner",
}


def _opening(seat: Seat, name: str) -> int | None:
    if name == "always alone":
        acts = seat.acts()
        return max(acts, key=lambda pair: getattr(pair[1].move, "yields", 0))[0] if acts else None
    offers = seat.offers()
    operational = [(i, o) for i, o in offers if isinstance(o.move, Offer) and o.move.purpose == "operational"]
    return seat.best_received(operational or offers) if offers else None


def _held_to(graph: Graph, capital: str, mine: Held, theirs: Sequence[int]) -> float:
    """What a game is worth to a capital at the best of the edges it is held to; only what is come to is looked at."""

    def held(at: int) -> Sequence[Edge]:
        node = graph.nodes[at]
        if node.by not in CAPITALS:
            return node.edges
        return [node.edges[i] for i in (mine(at) if node.by == capital else (theirs[at],))]

    side, (result, seizure), worths = CAPITALS.index(capital), counted(graph, capital), dict[int, float]()
    for at, edges in reversed(list(met(graph, held))):
        node = graph.nodes[at]
        sums = [worths[to] + (result * results + seizure * yields) for _, to, results, yields, _ in edges]
        worths[at] = node.ends[side] if not sums else mean(node, sums) if node.by == "chance" else max(sums)
    return worths[0]


def _joint(node: Node, acts: Mapping[int, str]) -> Sequence[int]:
    """The edges that do not act alone; all, where there is no other."""
    joint = [i for i, edge in enumerate(node.edges) if edge.option not in acts] if acts else ()
    return joint or range(len(node.edges))


def _acts(item: Item) -> dict[int, str]:
    """The options of an item that act alone, as ``decision.option``."""
    if not isinstance(item, Decision):
        return {}
    return {i: f"{item.id}.{option.id}" for i, option in enumerate(item.options) if isinstance(option.move, Act)}


__all__ = ["AGAINST", "POLICIES", "Dilemma", "Visits", "Warned"]

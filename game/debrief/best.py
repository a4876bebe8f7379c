"""Best play, shown only after the game: against this opponent, and with both capitals at their best."""

from game.debrief.material import Material, both_aims, ending_at
from game.debrief.model import BestLine, LineStep
from game.debrief.wording import NAMES, OPPONENTS
from game.play.graph import Edge
from game.play.position import Position
from game.play.solve import BEST, Solved, Values, gain
from game.rules.words import CAPITALS
from game.scenario.model import Decision, Event


def best_lines(material: Material, solved: Solved | None) -> tuple[BestLine, ...]:
    """The lines of best play, none if the case was not solved."""
    if solved is None:
        return ()
    lines = [_against(material, solved, capital) for capital in material.sides]
    return (*(line for line in lines if line is not None), _line(material, solved, BOTH_BEST, "washington", BEST))


BOTH_BEST = "Both capitals at their best"


def _against(material: Material, solved: Solved, capital: str) -> BestLine | None:
    """One's own best play against the opponent of this game; None where that was a person, or at its own best."""
    disposition = material.game.disposition
    if (capital, disposition) not in solved.values or disposition == BEST:
        return None
    title = f"{NAMES[capital]} at its best against {OPPONENTS[disposition]}"
    return _line(material, solved, title, capital, disposition)


def _line(material: Material, solved: Solved, title: str, capital: str, against: str) -> BestLine:
    course, values = material.course, solved.values[capital, against]
    steps, position = _walked(material, solved, values)
    return BestLine(
        title,
        steps,
        ending_at(course, position),
        both_aims(course, position.state),
        _worth(solved, values),
    )


def _walked(material: Material, solved: Solved, values: Values) -> tuple[tuple[LineStep, ...], Position]:
    """The line from the start to its end, with the chances of this game."""
    course, nodes = material.course, solved.graph.nodes
    at, position, steps = 0, course.start(), list[LineStep]()
    while nodes[at].edges:
        item, node = course.waiting(position), nodes[at]
        if isinstance(item, Event):
            leaks = material.game.draws(item)
            edge = node.edges[0 if leaks else -1]
            position = course.chance(position, leaks)
        else:
            assert isinstance(item, Decision)
            edge = node.edges[values.best[at] if node.by == values.capital else values.other[at]]
            steps.append(LineStep(item.id, item.by, item.title, item.options[edge.option].label))
            position = course.follow(position, edge.option)
        at = edge.to
    return tuple(steps), position


def _worth(solved: Solved, values: Values, at: int = 0) -> tuple[float, float]:
    """What the line is worth to each capital from a point on, chance by its mean."""
    node = solved.graph.nodes[at]
    if not node.edges:
        return float(node.ends[0]), float(node.ends[1])
    if node.by == "chance":
        n, m = node.odds
        leak, quiet = (_along(solved, values, edge) for edge in (node.edges[0], node.edges[-1]))
        first, second = ((n * a + (m - n) * b) / m for a, b in zip(leak, quiet, strict=True))
        return first, second
    return _along(solved, values, node.edges[values.best[at] if node.by == values.capital else values.other[at]])


def _along(solved: Solved, values: Values, edge: Edge) -> tuple[float, float]:
    """What a step and all after it are worth."""
    rest = _worth(solved, values, edge.to)
    gains = [gain(solved.graph, capital, edge) for capital in CAPITALS]
    return rest[0] + gains[0], rest[1] + gains[1]

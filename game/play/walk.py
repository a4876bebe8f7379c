"""Walks through a course that need no player: the historical path, and the name of an ending."""

from game.play.course import Course, Log
from game.play.position import Position
from game.rules.state import UNTIL_SETTLED, State
from game.scenario.model import Event


def historical_end(course: Course, log: Log | None = None) -> State | None:
    """The state at the end of the path that really happened, or None if it cannot be played. No leak comes out."""
    position = course.start(log)
    while (item := course.waiting(position)) is not None:
        if isinstance(item, Event):
            position = course.chance(position, False, log)
            continue
        option = next((o for o in course.options(position) if o.historical), None)
        if option is None:
            return None
        position = course.choose(position, option, log)
    return State(position.ground, position.home)


def ending_of(course: Course, position: Position, results: int | None = None) -> str:
    """The name of the ending at a last point; ``results`` in place of those counted, where points were merged."""
    ground = position.ground
    reached = position.home.results if results is None else results
    made = [course.setting.agreements[e] for e in course.setting.made(ground)]
    asked = {
        "a field is shut by a rupture": any(f.shut == UNTIL_SETTLED for f in ground.fields),
        "a wound is open somewhere": any(f.wounded for f in ground.fields),
        "a binding entry was made": any(e.binds for e in made),
        "a result was reached": reached > 0,
    }
    facts = frozenset(fact for fact, true in asked.items() if true)
    return next(rule.word for rule in course.theory.endings if rule.holds(facts))

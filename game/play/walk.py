"""Walks through a course that need no player: the historical path, and the name of an ending."""

from game.play.course import Course
from game.play.game import BOTH, PERSON, Drew, Game
from game.play.position import Position
from game.rules.state import UNTIL_SETTLED
from game.scenario.model import Event


def by_history(course: Course, seed: int = 0) -> Game:
    """The game of what was really done by both capitals; no leak comes out, since none did.

    Where no option that is marked as done can be chosen it stops, and that decision waits.
    """
    game = Game(course, BOTH, PERSON, seed)
    while (item := game.waiting) is not None:
        if isinstance(item, Event):
            game = game.after(Drew(item.id, leaked=False))
            continue
        option = next((o for o in game.options if o.historical), None)
        if option is None:
            break
        game = game.choose(option.id)
    return game


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

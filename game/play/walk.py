"""Walks through a course that need no player: the historical path, and the name of an ending."""

from game.play.course import Course
from game.play.game import BOTH, PERSON, Drew, Game
from game.play.position import Position
from game.rules.facts import those_true
from game.rules.state import UNTIL_SETTLED, Ground
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


def ending_of(course: Course, position: Position) -> str:
    """The name of the ending at a last point."""
    return Endings(course)[position.ground, position.home.results > 0]


class Endings(dict[tuple[Ground, bool], str]):
    """The names of endings, by the last ground and whether a result was reached; worked out when first looked up."""

    def __init__(self, course: Course) -> None:
        """Of a course."""
        self.course = course

    def __missing__(self, key: tuple[Ground, bool]) -> str:
        ground, reached = key
        made = [self.course.setting.agreements[e] for e in self.course.setting.made(ground)]
        asked = {
            "a field is shut by a rupture": any(f.shut == UNTIL_SETTLED for f in ground.fields),
            "a wound is open somewhere": any(f.wounded for f in ground.fields),
            "a binding entry was made": any(e.binds for e in made),
            "a result was reached": reached,
        }
        facts = those_true(asked)
        found = self[key] = next(rule.word for rule in self.course.theory.endings if rule.holds(facts))
        return found

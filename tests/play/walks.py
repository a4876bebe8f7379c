"""Whole games played at random, the same on every run."""

from random import Random

from game.play.course import Course
from game.play.game import Chose, Game, WentBack
from game.play.seats import Opponents
from game.scenario.model import Decision


def played(course: Course, seed: int, role: str = "both", opponent: str = "person", back: float = 0.0) -> Game:
    """A game in which whoever is a person chooses at random, and goes back now and then."""
    dice = Random(f"walk {seed}")
    game = Game(course, role, opponent, seed)
    chooser = Opponents().of(game) if opponent != "person" else None
    game = game.run_on(chooser)
    while not game.over:
        if game.can_go_back and dice.random() < back:
            game = game.back().run_on(chooser)
        else:
            game = game.choose(dice.choice(game.options).id, reason=f"because {dice.random()}").run_on(chooser)
    return game


def choices(game: Game) -> list[tuple[str, str]]:
    """Decision and option of every choice that stands."""
    return [(t.chose.decision, t.chose.option) for t in game.turns if isinstance(t.chose, Chose)]


def went_back(game: Game) -> int:
    """How often somebody went back."""
    return sum(isinstance(entry, WentBack) for entry in game.entries)


def line_of(course: Course, chosen: dict[str, str], seed: int = 0) -> Game:
    """A game of both capitals along options by decision; where none is named, the first that can be chosen."""
    game = Game(course, "both", "person", seed).run_on()
    while isinstance(item := game.waiting, Decision):
        ids = [option.id for option in game.options]
        wanted = chosen.get(item.id, ids[0])
        game = game.choose(wanted if wanted in ids else ids[0]).run_on()
    return game

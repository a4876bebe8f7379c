"""Finished games of the harbour, each played in one way; and their accounts."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from game.debrief.account import account
from game.debrief.model import Account
from game.play.course import Course
from game.play.game import Game, Prediction, asked
from game.play.graph import Graph
from game.play.opponents import choose
from game.play.solve import Solved
from game.scenario.read import read_scenario
from game.theories.load import shipped

FILE = Path(__file__).parent / "data" / "harbour.yaml"
REASON = "If *one* name leaks\x1b #eval(1) they're dead & $15\tbn goes <b>[x](y) 名"
PLAYER = "Zoë “[sic]” N\u0303un\u0303ez-Čapek \u202e<script>"
TODAY = "24 November 2026"


@cache
def course() -> Course:
    scenario, found = read_scenario(FILE)
    assert scenario is not None, found
    return Course.of(scenario, shipped())


@cache
def solved() -> Solved:
    return Solved.of(Graph.of(course()))


def play(
    wanted: Mapping[str, str],
    role: str = "washington",
    opponent: str = "due",
    seed: int = 1,
    reason: str = "",
    predict: bool = True,
) -> Game:
    """A game by the options wanted at each decision; where none is, the historical one or the first."""
    game = Game(course(), role, opponent, seed=seed, player=PLAYER)
    disposition = game.disposition
    chooser = lambda c, p: choose(disposition, c, p)  # noqa: E731
    game = game.run_on(chooser)
    while not game.over:
        ids = [o.id for o in game.options]
        historical = next((o.id for o in game.options if o.historical), ids[0])
        assert game.decision is not None
        option = wanted.get(game.decision.id, historical)
        option = option if option in ids else historical
        question = asked(next(o for o in game.options if o.id == option))
        said = Prediction(question.answers[1], question.because[:2]) if question and predict else None
        game = game.choose(option, said, reason).run_on(chooser)
    return game


QUARREL = {"the-arrest": "at-the-quay", "afterwards": "stand", "letter-answer": "no-letter", "the-work": "again"}
TOGETHER = {"the-arrest": "together", "the-work": "joint"}
NIGHT = {"the-arrest": "by-night", "the-work": "rest"}
AS_IT_WAS: Mapping[str, str] = {}


@cache
def told(name: str = "quarrel", side: str = "") -> Account:
    """The account of one of the games below."""
    return account(GAMES[name](), solved(), played=TODAY, side=side)


GAMES = {
    "quarrel": lambda: play(QUARREL, reason=REASON),
    "together": lambda: play(TOGETHER, reason=REASON),
    "history": lambda: play(AS_IT_WAS, reason=REASON),
    "night": lambda: play(NIGHT, reason=REASON),
    "harbour": lambda: play({"harbour-replies": "break-off"}, "mexico-city", "hard-liner", reason=REASON),
    "drawn": lambda: play(AS_IT_WAS, opponent="drawn", seed=4),
    "pair": lambda: play({**QUARREL, "harbour-replies": "note"}, "both", "person", reason=REASON),
    "silent": lambda: play(AS_IT_WAS, predict=False),
}

"""``run`` and ``replay``: a whole game without a screen."""

from argparse import Namespace

from game.cli.places import library_of, reopened, scenario_of, theory_of
from game.cli.talk import (
    BEYOND_THE_END,
    BOTH_ARE_PERSONS,
    ENDS_EARLY,
    NO_HISTORY,
    NO_PERSON,
    NO_STRATEGIST,
    Refused,
    Status,
    no_such,
    printed,
    say,
)
from game.play.course import Course
from game.play.game import BOTH, PERSON, Game, NotPossible
from game.play.report import as_report, as_text
from game.play.seats import HISTORY, Disposition, Opponents
from game.play.solve import TooLarge
from game.play.walk import by_history


def run(asked: Namespace) -> int:
    """Play a whole game and print it."""
    library = library_of(asked)
    course = Course.of(scenario_of(library, asked.case), theory_of(asked))
    seed = asked.seed or 0
    if asked.choose is not None:
        game = by_list(Game(course, BOTH, PERSON, seed), asked.choose)
        _print(game, asked.role or BOTH, asked.opponent or PERSON, asked)
    elif asked.history or (asked.role is None and asked.opponent is None):
        _print(_as_it_was(course, seed), asked.role or BOTH, asked.opponent or HISTORY, asked)
    else:
        try:
            game = by_dispositions(_against_one(course, asked, seed))
        except TooLarge as error:
            raise Refused(NO_STRATEGIST.format(error=error)) from None
        _print(game, game.role, game.disposition, asked)
    return Status.DONE


def replay(asked: Namespace) -> int:
    """Recompute a game that was kept, and print it."""
    opened = reopened(asked)
    for notice in opened.notices:
        say(notice)
    game = opened.game
    _print(game, game.role, game.disposition if game.over else game.opponent, asked)
    return Status.DONE


def _print(game: Game, role: str, opponent: str, asked: Namespace) -> None:
    if asked.json:
        printed(as_report(game, role, opponent))
    else:
        print(as_text(game))


# --- who chooses ---------------------------------------------------------------------------------------------


def by_list(game: Game, options: str) -> Game:
    """Both sides by a list of options; chance is drawn. Raises Refused at the first that cannot be chosen."""
    game = game.run_on()
    for name in filter(None, map(str.strip, options.split(","))):
        if game.decision is None:
            raise Refused(BEYOND_THE_END.format(option=name))
        try:
            game = game.choose(name).run_on()
        except NotPossible as error:
            raise Refused(_not_there(name, game, error)) from None
    if decision := game.decision:
        say(ENDS_EARLY.format(decision=decision.id, options=", ".join(o.id for o in game.options)))
    return game


def _not_there(name: str, game: Game, error: NotPossible) -> str:
    """Why an option cannot be chosen: there is none of that name, or things do not lie so."""
    assert game.decision is not None
    if game.decision.option(name):
        return f"{error} as things lie (what can be: {', '.join(error.choices)})"
    return f"{error}: {no_such('option', name, error.choices)}"


def _as_it_was(course: Course, seed: int) -> Game:
    """The path that happened, on both sides. Raises Refused where it cannot be played."""
    game = by_history(course, seed)
    if game.waiting:
        raise Refused(NO_HISTORY.format(decision=game.waiting.id))
    return game


def _against_one(course: Course, asked: Namespace, seed: int) -> Game:
    """The game of one capital against a disposition. Raises Refused where a person would be needed."""
    role, opponent = asked.role or course.scenario.roles[0], asked.opponent or HISTORY
    if opponent == PERSON:
        raise Refused(NO_PERSON)
    if role == BOTH:
        raise Refused(BOTH_ARE_PERSONS.format(opponent=opponent))
    return Game(course, role, opponent, seed)


def by_dispositions(game: Game) -> Game:
    """The capital that is played does what was really done where it can; the other plays by its disposition."""
    mine, theirs = Disposition(HISTORY), Opponents().of(game)
    game = game.run_on(theirs)
    while game.decision is not None:
        option = game.decision.options[mine(game.course, game.position)]
        game = game.choose(option.id).run_on(theirs)
    return game

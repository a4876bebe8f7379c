"""One account of one finished game: everything that a debrief says, worked out once."""

from game import __version__
from game.debrief.best import best_lines
from game.debrief.citing import cited
from game.debrief.conditions import conditions
from game.debrief.flip import flip
from game.debrief.material import Material, both_aims, ending_at
from game.debrief.model import (
    Account,
    Ending,
    EventTold,
    Header,
    HowSure,
    Phase,
    RealCase,
    TraceLine,
    Turn,
)
from game.debrief.predictions import predictions
from game.debrief.quadrant import quadrant
from game.debrief.questions import prompts, questions
from game.debrief.stages import rounds
from game.debrief.theories import theories
from game.debrief.timeline import timeline
from game.debrief.turns import record, taken_back, told_event, turns_of
from game.debrief.wording import NAMES, OPPONENTS
from game.play.game import DRAWN, Game
from game.play.solve import Solved
from game.rules.words import RECEPTIONS
from game.scenario.citations import citation

MODEL_NOTE = (
    "This is a model, not the world: its rules are drawn from the papers, its numbers are the game’s. "
    "It follows what two governments do to each other, and leaves out most of those who pay for it."
)
PHASES = (
    ("reaction", "Reaction", 2),
    ("description", "What happened?", 5),
    ("analysis", "Why?", 5),
    ("real", "The real case", 4),
    ("what-if", "What if?", 3),
    ("application", "Application", 3),
)
"""The phases and, beside the two minutes of the first, their shares of the time for the debrief."""


class NotOver(ValueError):
    """There is no account of a game that still goes on."""


def account(
    game: Game, solved: Solved | None = None, *, played: str = "", side: str = "", own_words: str = ""
) -> Account:
    """The account of a finished game.

    ``solved`` adds best play; ``played`` is the date of play, as it is to be read; ``side`` is the capital that
    the account is for (left out: whom the game was played by), so that each of two players can have an own sheet;
    ``own_words`` is what the player wrote about the game.
    Raises NotOver if the game still goes on.
    """
    if not game.over:
        raise NotOver("the game is not over: there is nothing to account for yet")
    material = Material(game, side or game.role)
    scenario, turns = material.course.scenario, turns_of(material)
    history = material.history
    return Account(
        header=_header(material, played),
        objectives=scenario.objectives,
        content_note=scenario.content_note,
        model_note=MODEL_NOTE,
        phases=phases(scenario.minutes.get("debrief", 0)),
        prompts=prompts(material, material.trace),
        aims=both_aims(material.course, material.end.state),
        history_aims=both_aims(material.course, history[-1].after.state) if history else (),
        turns=turns,
        before=_before(material),
        taken_back=taken_back(material),
        record=record(material),
        timeline=timeline(material),
        conditions=conditions(material),
        quadrant=quadrant(material),
        predictions=predictions(turns),
        flips=tuple(flip(material, capital, solved) for capital in material.sides),
        best=best_lines(material, solved),
        stages=rounds(material),
        real=_real(material),
        sure=how_sure(material.trace),
        theories=theories(material),
        questions=questions(material, turns),
        trace=material.trace,
        hinge=_hinge(material, turns),
        own_words=own_words,
    )


def _header(material: Material, played: str) -> Header:
    game, scenario, history = material.game, material.course.scenario, material.history
    return Header(
        case=scenario.title,
        case_id=scenario.id,
        years=scenario.years,
        role=material.side,
        role_name=NAMES[material.side],
        opponent=_opponent(game),
        player=game.player,
        theory=f"{material.course.theory.title}, version {material.course.theory.version}",
        version=__version__,
        seed=game.seed,
        played=played,
        ending=ending_at(material.course, material.end),
        history_ending=_history_ending(material) if history else None,
    )


def _history_ending(material: Material) -> Ending:
    assert material.history
    return ending_at(material.course, material.history[-1].after)


def _opponent(game: Game) -> str:
    words = OPPONENTS.get(game.disposition, game.disposition)
    return f"{words}; drawn with the seed, named only now" if game.opponent == DRAWN else words


def phases(minutes: int) -> tuple[Phase, ...]:
    """The phases with their minutes, which add up to the time that the case gives to its debrief."""
    rest, shares = max(minutes - PHASES[0][2], 0), [share for _, _, share in PHASES[1:]]
    given = [rest * share // sum(shares) for share in shares]
    for at in range(rest - sum(given)):
        given[at] += 1
    first = min(PHASES[0][2], minutes)
    return tuple(Phase(id_, name, m) for (id_, name, _), m in zip(PHASES, (first, *given), strict=True))


def _before(material: Material) -> tuple[EventTold, ...]:
    found = (told_event(material, happened) for happened in material.game.opening[1])
    return tuple(event for event in found if event is not None)


def _real(material: Material) -> RealCase:
    scenario = material.course.scenario
    return RealCase(
        outcome=cited(scenario.outcome, scenario.common),
        disputed=cited(scenario.disputed, scenario.common, "disputed"),
        known_now=cited(scenario.known_now, scenario.common),
        left_out=scenario.left_out,
        counted_apart=tuple((w, n, citation(cite, scenario.common)) for w, n, cite in scenario.other_account),
    )


def how_sure(trace: tuple[TraceLine, ...]) -> HowSure:
    """How many of the lines that worked rest on what."""
    kinds = [line.kind for line in trace if line.worked]
    stated, disputed, ours = (kinds.count(kind) for kind in ("stated", "disputed", "ours"))
    says = (
        f"Of the {len(kinds)} rule lines that changed something in this game the papers state {stated}; "
        f"the game’s own reading or number: {ours}; disputed: {disputed}."
    )
    return HowSure(stated, disputed, ours, says)


def _hinge(material: Material, turns: tuple[Turn, ...]) -> int:
    """The turn to look at from both capitals: the act that met most resistance, else where history parts.

    Of several acts with the same resistance it is the first, since what follows answers it.
    """
    resisted = [turn for turn in turns if turn.came in RECEPTIONS[1:] and turn.kind == "act"]
    if resisted:
        return max(resisted, key=lambda turn: (RECEPTIONS.index(turn.came), -turn.number)).number
    own = [turn.number for turn in turns if turn.own]
    apart = [turn.number for turn in timeline(material).turns if turn.mine and not turn.agrees]
    return next(iter([*(n for n in apart if n in own), *own, *(turn.number for turn in turns)]), 0)

"""The questions of a debrief, chosen by what happened; and the prompts that everybody is asked."""

from collections.abc import Iterable

from game.debrief.conditions import failed
from game.debrief.material import Material
from game.debrief.model import AskedQuestion, Prompts, TraceLine, Turn
from game.debrief.wording import NAMES
from game.play.asking import holds
from game.play.game import BOTH
from game.rules.words import RECEPTIONS
from game.scenario.model import Condition, Question

NOT_HERE = "not in the printout"
"""How an author marks a question whose answer must be looked for elsewhere."""
ELSEWHERE = "To look for elsewhere"
"""How it is then asked."""
NO_RULES = ("answer", "override")
"""Lines of a trace that stand for a choice, and on no card."""
TRANSFER = (
    "Take another case of the two capitals, or of two others: which of the four conditions was missing, and when?"
)


def questions(material: Material, turns: tuple[Turn, ...]) -> tuple[AskedQuestion, ...]:
    """The case's questions that fit this game, those for what happened first; at least one not answered here."""
    mine = [q for q in material.course.scenario.questions if not q.side or q.side in material.sides]
    fitting = [q for q in mine if asked_for(q.when, material)]
    chosen = [_asked(q, material) for q in fitting if q.when is not None]
    common = [_asked(q, material) for q in fitting if q.when is None]
    elsewhere = [] if any(not q.here for q in (*chosen, *common)) else [_elsewhere(turns)]
    return (*chosen, *common, *elsewhere)


def _asked(question: Question, material: Material) -> AskedQuestion:
    """A question as it is asked; where two play, one that is put to one of them names him."""
    here = not question.ask.casefold().startswith(NOT_HERE)
    ask = question.ask if here else f"{ELSEWHERE}{question.ask[len(NOT_HERE) :]}"
    to = f"{NAMES[question.side]}: " if question.side and material.side == BOTH else ""
    return AskedQuestion(f"{to}{ask}", question.when is not None, here)


def _elsewhere(turns: tuple[Turn, ...]) -> AskedQuestion:
    """A question whose answer nobody has written down here, about the turn that met most resistance."""
    resisted = [turn for turn in turns if turn.came in RECEPTIONS[2:]]
    if resisted:
        turn = resisted[-1]
        ask = (
            f"{ELSEWHERE}: at turn {turn.number} ({turn.title}) somebody paid who sat in neither capital. "
            "Who, and where would you look for their account of it?"
        )
    else:
        ask = (
            f"{ELSEWHERE}: who, outside both governments, gained or lost by what you agreed or left undone? "
            "Where would you look for their account of it?"
        )
    return AskedQuestion(ask, chosen=True, here=False)


def asked_for(test: Condition | None, material: Material) -> bool:
    """Does the condition of a question hold at the end of the game? Knows ``failed``, which no play may ask."""
    if test is None:
        return True
    parts = (asked_for(part, material) for part in test.parts)
    match test.kind:
        case "failed":
            return failed(material, test.subject)
        case "any":
            return any(parts)
        case "all":
            return all(parts)
        case "not":
            return not all(parts)
    return holds(test, material.end, material.course.scenario)


def prompts(material: Material, trace: Iterable[TraceLine]) -> Prompts:
    """What is written by hand: open, ungraded, own words before any analysis."""
    role = "the two capitals" if material.side == BOTH else NAMES[material.side]
    return Prompts(
        reaction=f"What was it like to decide for {role}? Nobody grades this.",
        own_account="In your own words, before you read on: what happened, and why?",
        change_a_rule=_change_a_rule(trace),
        transfer=material.course.scenario.transfer or TRANSFER,
        next_time="One sentence: what I would do next time, and on what evidence.",
    )


def _change_a_rule(trace: Iterable[TraceLine]) -> str:
    """Change a rule and defend it; for instance one of our own that worked in this game."""
    ours = [line for line in trace if line.worked and line.kind != "stated" and line.turn and line.rule not in NO_RULES]
    reckoned = [line for line in ours if line.what in ("due", "reception")]
    example = next(iter((*reckoned, *ours)), None)
    named = f" (say “{example.why}”, turn {example.turn})" if example else ""
    return (
        f"Change one line of the rules card that is our reading{named} and defend it: which of the recorded cases "
        "would the rules then get right, which would they lose? (The record in the game tells.)"
    )

"""Who is asked, and who is not: rounds that pass without a decision of a capital say so, with the reason.

A case has no jumps: what has nothing to decide is passed over. Without a word a player would think that the game had
forgotten him.
"""

from collections.abc import Iterator, Sequence

from game.debrief.wording import NAMES
from game.play.game import Chose, Game, reception_of
from game.play.happened import Happened
from game.play.table import other
from game.rules.words import RECEPTIONS
from game.scenario.model import Decision
from game.sitting.session import News

WAITED = {
    "reply": "no act alone waited for a reply of {own}",
    "answer": "no offer of {other} waited for an answer",
    "follow": "no protest waited for what {own} would do then",
    "opening": "what {own} could have decided there had not come about",
}
ONLY_IF = {"reply": "acts alone", "answer": "makes an offer", "follow": "protests"}
FINISHED = {"reply": "replied to", "answer": "answered", "follow": "followed up"}


def not_asked(game: Game, news: News, capital: str) -> str:
    """Why a capital was not asked in rounds that have passed since it last chose; empty if it missed none."""
    chose = news.own.chose if news.own else None
    last = game.course.scenario.decision(chose.decision) if isinstance(chose, Chose) else None
    end = game.decision.round if game.decision else game.course.scenario.rounds + 1
    rounds = range((last.round if last else 0) + 1, end)
    passed = [*_let_pass(game, last)] if last else []
    return " ".join([*passed, *(f"Round {n}: {_why(game, n, capital)}." for n in rounds)])


def _why(game: Game, round_: int, capital: str) -> str:
    """Why a capital had nothing to decide in a round."""
    own = [d for d in game.course.scenario.decisions if d.by == capital and d.round == round_]
    name, them = NAMES[capital], NAMES[other(capital)]
    if not own:
        reasons = [f"this case asks nothing of {name} there"]
    else:
        reasons = [WAITED[kind].format(own=name, other=them) for kind in dict.fromkeys(d.kind for d in own)]
    return "; ".join([*reasons, *_by_rules(game.log, round_, capital)])


def _by_rules(log: Sequence[Happened], round_: int, capital: str) -> Iterator[str]:
    """What the rules did in the place of a capital."""
    done = [h for h in log if h.by_rules and h.by == capital and h.round == round_ and h.kind in FINISHED]
    for kind in dict.fromkeys(h.kind for h in done):
        what = "offer" if kind == "answer" else "act" if kind == "reply" else "reply"
        yield f"the {what} of {NAMES[other(capital)]} was {FINISHED[kind]} by the rules, as this case has it"


def _let_pass(game: Game, last: Decision) -> Iterator[str]:
    """An act of one's own that was let pass asks for nothing more, though the case has a decision for that."""
    if reception_of(last.id, game.log) == RECEPTIONS[0]:
        between = _own(game, last.by, game.course.scenario.index(last.id) + 1, game.position.at)
        if any(d.kind == "follow" and d.round == last.round for d in between):
            yield f"{NAMES[other(last.by)]} let it pass: nothing is left to say of it."


def asked_again(game: Game, decision: Decision) -> str:
    """Whether the capital that decides now will be asked again, where that is not certain; else empty."""
    scenario = game.course.scenario
    later = _own(game, decision.by, scenario.index(decision.id) + 1, len(scenario.play))
    kinds = list(dict.fromkeys(d.kind for d in later))
    if not kinds:
        return f"This is the last decision of {NAMES[decision.by]} in this case."
    if "opening" in kinds:
        return ""
    reasons = " or ".join(ONLY_IF[kind] for kind in kinds)
    return f"After this {NAMES[decision.by]} is asked again only if {NAMES[other(decision.by)]} {reasons}."


def _own(game: Game, capital: str, first: int, end: int) -> list[Decision]:
    """The decisions of a capital in a stretch of the case."""
    return [d for d in game.course.scenario.play[first:end] if isinstance(d, Decision) and d.by == capital]

"""A prediction held against what came, in a sentence or two: what was right, and what it hung on."""

from game.debrief.because import CAN_BE_NAMED, NOTHING_BROUGHT, NOTHING_MISSING, THE_ANSWER, hung_on
from game.debrief.material import Material
from game.debrief.wording import joined, spoken
from game.play.game import BOTH, Chose, Game, came
from game.sitting.session import News

UNNAMED = {
    NOTHING_MISSING: "Nothing stood in its way: no condition was absent.",
    NOTHING_BROUGHT: "Nothing stood in its way, and it brought nothing.",
    THE_ANSWER: "The answer gave less than the rules would have given.",
}
"""What is said where no single cause decided it."""


def foretold(game: Game, news: News) -> str:
    """What was said before a capital's last choice, beside what came of it; "" where nothing was said."""
    chose = news.own.chose if news.own else None
    if news.own is None or not isinstance(chose, Chose) or chose.predicted is None:
        return ""
    expects, because = chose.predicted
    word = came(news.own, game.log)
    if word is None:
        return f"You said {spoken(expects)}. The answer is still to come."
    result = (
        f"As you said: {spoken(word)}."
        if word == expects
        else f"You said {spoken(expects)}; it came to {spoken(word)}."
    )
    return f"{result} {_causes(because, _hung_on(game, chose))}".rstrip()


def _hung_on(game: Game, chose: Chose) -> tuple[str, ...]:
    material = Material(game, BOTH)
    return next(hung_on(material, choice) for choice in material.choices if choice.decision.id == chose.decision)


def _causes(named: tuple[str, ...], hung: tuple[str, ...]) -> str:
    """What it hung on by the rules, and how much of that had been named."""
    if not hung:
        return ""
    if not set(hung) <= CAN_BE_NAMED:
        return UNNAMED.get(hung[0], f"It hung on this: {joined(hung)}.")
    right, wrong = [c for c in named if c in hung], [f"“{spoken(c)}”" for c in named if c not in hung]
    if len(right) == len(hung):
        said = ", as you said."
    elif right:
        said = f"; of these you named {joined(map(spoken, right))}."
    else:
        said = ", which you did not name." if named else "."
    counted = f" {joined(wrong)} did not decide it." if wrong else ""
    return f"It hung on {joined(map(spoken, hung))}{said}{counted}"

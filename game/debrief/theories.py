"""Where the theories part: what each would have expected of the acts and offers of one game, as they were made."""

from game.debrief.material import Choice, Material
from game.debrief.model import Expected, Parting, Theories
from game.rules.moves import Act, Offer
from game.rules.resolve import Rules
from game.rules.theory import Theory
from game.rules.words import OFFER_RECEPTIONS, RECEPTIONS
from game.theories.findings import findings_of
from game.theories.load import SHIPPED, shipped

ALIKE = "The other theories would have expected the same of every act and offer of this game."


def theories(material: Material) -> Theories:
    """The theory that was played under beside the others: its findings, and each turn at which they part."""
    mine = material.course.theory
    others = [shipped(name) for name in SHIPPED if name != mine.id]
    found = findings_of(mine)
    parted = tuple(part for choice in material.choices if (part := _parting(material, choice, (mine, *others))))
    return Theories(
        firm=found.firm if found else "",
        rivals=found.rivals if found else "",
        parted=parted,
        says=_says(parted, mine, others),
    )


def _parting(material: Material, choice: Choice, all_of_them: tuple[Theory, ...]) -> Parting | None:
    """What each theory expects of an act or offer; None if they agree, or if it is neither, or secret."""
    expected = [(theory, _expected(theory, material, choice)) for theory in all_of_them]
    if len({word for _, word in expected}) < 2:
        return None
    number = material.numbers[choice.decision.id]
    return Parting(number, choice.option.label, tuple(Expected(theory.title, word) for theory, word in expected))


def _expected(theory: Theory, material: Material, choice: Choice) -> str:
    move, ground = choice.option.move, choice.before.ground
    rules = Rules(theory, material.course.setting)
    if isinstance(move, Act) and move.visibility != "secret":
        return RECEPTIONS[rules.due(move, ground).level]
    if isinstance(move, Offer):
        made = rules.offered(move, choice.decision.by, ground)
        return OFFER_RECEPTIONS[rules.received(move, choice.decision.by, made.ground).level]
    return ""


def _says(parted: tuple[Parting, ...], mine: Theory, others: list[Theory]) -> str:
    """One line: at which turns the others would have expected something else."""
    if not parted:
        return ALIKE
    said = []
    for theory in others:
        apart = [
            f"{part.turn} ({part.word_of(theory.title)}, not {part.word_of(mine.title)})"
            for part in parted
            if part.word_of(theory.title) != part.word_of(mine.title)
        ]
        said += [f"{theory.title} at turn {', '.join(apart)}"] if apart else []
    return f"{'; '.join(said)}."

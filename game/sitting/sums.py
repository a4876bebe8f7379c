"""The sum by which the rules come to a result, laid out alike in a game and for the record."""

from collections.abc import Iterator

from game.printing.document import Sum, SumLine
from game.rules.numbers import signed
from game.rules.trace import Line
from game.scenario.citations import references
from game.scenario.model import Common
from game.sitting.passage import Judgement, is_our_reading, level_of

TITLES = {"due": "The reply that is due", "reception": "How the offer is received"}
OURS = "*"
KEY = "* our reading, not the paper's words"


def sum_of(judgement: Judgement, common: Common) -> Sum:
    """A line a step. The work that most lines cite stands in the head, and its pages alone in the lines."""
    cites = [_cite(line, judgement, common) for line in judgement.lines]
    works = [work for work, _ in cites if work]
    work = max(works, key=works.count, default="")
    made = [
        _summand(line, judgement, place if cited == work else f"{cited}, {place}".rstrip(", "))
        for line, (cited, place) in zip(judgement.lines, cites, strict=True)
    ]
    if judgement.what == "due":
        made[0] = SumLine(made[0].why, "start", level_of(judgement.lines[0]), made[0].cite, made[0].mark)
    key = KEY if any(line.mark for line in made) else ""
    head = ("why", "step" if judgement.what == "due" else "", "level", work)
    return Sum(TITLES[judgement.what], tuple(made), tuple(_totals(judgement)), key, head)


def _cite(line: Line, judgement: Judgement, common: Common) -> tuple[str, str]:
    """The work and the place to be named: none for a step that did not count, nor for our own number."""
    if line.cite == ("ours",) or not (line.holds or judgement.what == "reception"):
        return "", ""
    first, *_ = references(line.cite, common)
    return first.work, first.place


def _summand(line: Line, judgement: Judgement, cite: str) -> SumLine:
    unmoved = "0" if judgement.what == "due" else "passed"
    step, level = (signed(line.step), level_of(line)) if line.step else (unmoved, "")
    return SumLine(line.why, step, level, cite, OURS if cite and is_our_reading(line) else "")


def _totals(judgement: Judgement) -> Iterator[SumLine]:
    """What the rules come to, and beside it what was chosen, with its price at home."""
    ladder, chosen, due = judgement.ladder, judgement.chosen, judgement.what == "due"
    yield SumLine("due" if due else "by the rules", "", f"{judgement.result} {ladder[judgement.result]}")
    if chosen is not None and chosen.reception is not None:
        costs = f"standing {signed(judgement.price)}" if judgement.price else "costs no standing" if due else ""
        level = f"{ladder.index(chosen.reception)} {chosen.reception}"
        yield SumLine("chosen", "", level, costs)

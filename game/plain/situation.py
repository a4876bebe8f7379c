"""What one capital has before it at a decision: the question, the documents, how things stand, the options."""

from collections.abc import Iterator

from game.play.course import Course
from game.play.game import Game
from game.play.graph import accounts
from game.play.position import Position, Table
from game.play.report import cited
from game.play.table import state_of
from game.rules.moves import Trouble
from game.rules.state import Field, Home
from game.rules.words import CONDITIONS, OFFER_RECEPTIONS, RECEPTIONS
from game.scenario.model import Decision, Event, Option
from game.sitting.asking import asked_again
from game.sitting.knowledge import is_known, known_lines
from game.sitting.prices import prices
from game.sitting.session import News
from game.sitting.wording import CAPITAL, DOT, date, level, listed, move_in_words, spoken, standing_of, until

CAUSES = 2
"""So many of the last causes of frustration are named beside it."""


def place(game: Game, decision: Decision) -> str:
    """Where and when, and who is asked."""
    when = f"{date(decision.date)}, round" if decision.date else "Round"
    return f"{when} {decision.round} of {game.course.scenario.rounds}. You are {CAPITAL[decision.by]}."


def situation(game: Game, decision: Decision) -> Iterator[str]:
    """What lies on the table, the situation, the voices, what was known; a paragraph each."""
    yield on_the_table(game.course, game.position)
    yield decision.brief.strip()
    yield asked_again(game, decision)
    yield from (f"{a.who}, on {a.condition}: “{a.says}”" for a in decision.advisers)
    yield from (f"Known then: {fact.text} ({cited(game.course, fact.cite)})" for fact in decision.known_then)


def on_the_table(course: Course, position: Position) -> str:
    """What waits for a reply, a follow-up or an answer, with what the rules expect; empty if nothing does."""
    table = position.table
    if table is None:
        return ""
    item = course.scenario.play[table.item]
    what = item.options[table.option].label if isinstance(item, Decision) else item.text or "what came out"
    who = f"{CAPITAL[item.by]}: " if isinstance(item, Decision) else ""
    return f"On the table. {who}{what.rstrip('.')}. {_expected(table)}"


def _expected(table: Table) -> str:
    """What the rules expect, or what was answered already."""
    if table.kind == "reply":
        return f"The reply that is due by the rules: {RECEPTIONS[table.due]}."
    if table.kind == "follow":
        return f"Mexico City's reply: {RECEPTIONS[table.level]}."
    return f"Taken up in earnest it would be received, by the rules, as {OFFER_RECEPTIONS[table.level]}."


def in_words(game: Game, option: Option, by: str) -> str:
    """What an option does, and what it is known to cost at home."""
    said = move_in_words(option.move, game.course, game.position, by).replace(f" {DOT} ", "; ")
    known = "".join(f" If you do: {price}." for price in prices(game.course, game.position, option))
    return f"{said}.{known}"


# --- how things stand ----------------------------------------------------------------------------------------


def standing(game: Game, news: News, capital: str) -> Iterator[str]:
    """How things stand, each number with its word, and beside what has changed what it was before."""
    before = news.own.before if news.own else game.opening[0]
    course, now = game.course, game.position
    for name, here, was in zip(course.setting.fields, now.ground.fields, before.ground.fields, strict=True):
        yield _field(name, here, was)
    yield from _meters(game, before.home, capital)
    counts = accounts(course, state_of(now))
    bound = sorted(map(spoken, course.setting.bound(now.ground)))
    autonomy = f"{counts['autonomy']} of {len(course.theory.classes)} classes of acts; bound: {listed(bound)}"
    yield f"Results: {counts['results']}. Yields: {counts['yields']}. Autonomy: {autonomy}."
    yield f"Ledger: {listed(course.setting.agreements[name].title for name in now.ground.ledger)}."


def _field(name: str, here: Field, was: Field) -> str:
    """One field: the four conditions, the grievances, whether it is shut."""
    levels = ", ".join(f"{c} {level(getattr(here, c))}{_was(getattr(here, c), getattr(was, c))}" for c in CONDITIONS)
    shut = f" The field is {until(here)}." if here.shut else ""
    stands = {
        "relation": "a working relation stands",
        "no relation": "no working relation",
        "shut": "no working relation",
    }
    return f"{name.capitalize()}: {levels}; {stands[standing_of(here)]}. Grievances: {listed(here.open)}.{shut}"


def _was(now: int, before: int) -> str:
    return f" (was {level(before)})" if now != before else ""


def _meters(game: Game, before: Home, capital: str) -> Iterator[str]:
    """Washington's frustration with its last causes, and Mexico City's standing."""
    home, limits = game.position.home, game.course.theory.limits
    why = listed(causes(game, capital), "")
    was = f" (was {before.frustration})" if before.frustration != home.frustration else ""
    last = f"; last causes: {why}" if why else ""
    yield f"Washington's frustration: {home.frustration} of {limits['frustration']}{was}{last}."
    was = f" (was {before.standing})" if before.standing != home.standing else ""
    yield f"Mexico City's standing: {home.standing} of {limits['standing']}{was}."


def causes(game: Game, capital: str) -> tuple[str, ...]:
    """The last causes of Washington's frustration that a capital knows of, the latest first."""
    found = [
        _cause(game.course, happened.item) or line.why
        for happened in game.log
        if is_known(happened, game.course, capital)
        for line in known_lines(happened.lines, capital).lines
        if line.what == "frustration" and line.step > 0
    ]
    return tuple(found[: -CAUSES - 1 : -1])


def _cause(course: Course, item: str) -> str:
    """The cause that the case itself names."""
    found = course.scenario.play[course.scenario.index(item)] if item != "close" else None
    return found.move.cause if isinstance(found, Event) and isinstance(found.move, Trouble) else ""

"""What one capital has before it at a decision, read out: the question, the documents, how things stand."""

from collections.abc import Iterator

from game.debrief.wording import NAMES, capped, field_in_words, listed, spoken
from game.play.game import Game
from game.scenario.citations import citation
from game.scenario.model import Decision, Option
from game.sitting.asking import asked_again
from game.sitting.session import Session
from game.sitting.situation import View, before_this, in_words, on_the_table, place


def asked(game: Game, decision: Decision) -> str:
    """Where and when, and who is asked."""
    return f"{capped(', '.join(place(game, decision)))}. You are {NAMES[decision.by]}."


def situation(session: Session, decision: Decision) -> Iterator[str]:
    """What lies on the table, the situation, the voices, what was known; a paragraph each."""
    game = session.playing
    lying, common = on_the_table(game.course, game.position), game.course.scenario.common
    before = before_this(session, lying)
    yield f"Before this. {before}." if before else ""
    if lying:
        yield f"On the table. {'. '.join(filter(None, [lying.what, lying.does]))}. {lying.expects}: {lying.word}."
    yield decision.brief.strip()
    yield asked_again(game, decision)
    yield from (f"{a.who}, on {a.condition}: “{a.says}”" for a in decision.advisers)
    yield from (f"Known then: {fact.text} ({citation(fact.cite, common)})" for fact in decision.known_then)


def would(game: Game, option: Option) -> str:
    """What an option does, and what it is known to cost at home."""
    said = in_words(game, option)
    return " ".join(f"{sentence}." for sentence in ("; ".join(said.does), *said.prices))


def standing(view: View) -> Iterator[str]:
    """How things stand, each number with its word, and beside what has changed what it was before."""
    yield from (f"{capped(field_in_words(name, now, before))}." for name, now, before in view.fields)
    home, before, limits = view.now.home, view.before.home, view.course.theory.limits
    why = "".join(f"; {'up' if moved.up else 'down'}: {moved.why}" for moved in view.moved)
    warning = f"; {view.warning}" if view.warning else ""
    frustration = f"{home.frustration} of {limits['frustration']}{_was(home.frustration, before.frustration)}"
    yield f"Washington's frustration: {frustration}{why}{warning}."
    yield f"Mexico City's standing: {home.standing} of {limits['standing']}{_was(home.standing, before.standing)}."
    autonomy = f"{view.autonomy} of {view.classes} classes of acts; bound: {listed(map(spoken, view.bound))}"
    yield f"Results: {home.results}. Yields: {home.yields}. Autonomy: {autonomy}."
    yield f"Ledger: {listed(entry.title for entry in view.entries)}."


def _was(now: int, before: int) -> str:
    return f" (was {before})" if now != before else ""

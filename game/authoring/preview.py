"""A decision or an event as its players will see it, and what each option carries."""

from collections.abc import Iterator

from game.debrief.moves_in_words import move_in_words
from game.debrief.wording import NAMES, day_of
from game.play.course import Course
from game.play.position import Position
from game.printing.document import Block, Bullets, Heading, Lines, Numbered, Paragraph, Text, bold
from game.scenario.citations import citation
from game.scenario.model import Decision, Event, Fact, Option, Scenario

KINDS = {"opening": "an opening", "reply": "a reply", "answer": "an answer", "follow": "a follow-up"}


def preview(course: Course, item: Decision | Event, position: Position | None) -> tuple[Block, ...]:
    """The screen of a decision or the text of an event; ``position`` is how things stand there, if a game came by."""
    blocks = _decision(course, item, position) if isinstance(item, Decision) else _event(course.scenario, item)
    return tuple(blocks)


def _event(scenario: Scenario, event: Event) -> Iterator[Block]:
    yield Heading(f"An event: {event.id}", 2, f"round {event.round}")
    yield Paragraph(event.text or "It has no text: players read only what it does.")
    if event.odds:
        yield Paragraph(f"By chance: {event.odds[0]} in {event.odds[1]}.", "small")
    if event.cite:
        yield Paragraph(citation(event.cite, scenario.common), "small")


def _decision(course: Course, decision: Decision, position: Position | None) -> Iterator[Block]:
    where = ", ".join(filter(None, (day_of(decision.date), f"round {decision.round}")))
    yield Heading(decision.title, 2, where)
    yield Paragraph(f"{NAMES[decision.by]}: {KINDS[decision.kind]}", "small")
    if decision.brief:
        yield Paragraph(decision.brief)
    if decision.known_then:
        yield Bullets(tuple(_fact(fact, course.scenario) for fact in decision.known_then))
    if decision.advisers:
        yield Lines(tuple((bold(f"{a.who} ({a.condition}): "), f"“{a.says}”") for a in decision.advisers))
    yield Numbered(tuple(_option(course, decision, option, position) for option in decision.options))


def _fact(fact: Fact, scenario: Scenario) -> str:
    return f"{fact.text} ({citation(fact.cite, scenario.common)})"


def _option(course: Course, decision: Decision, option: Option, position: Position | None) -> Text:
    """Its label, what it carries in words, and what prose it has."""
    star = " · what happened" if option.historical else ""
    does = "; ".join(move_in_words(option.move, course, position or course.start(), decision.by))
    prose = f" Prose for: {', '.join(option.outcome)}." if option.outcome else ""
    return bold(f"{option.label}{star}. "), f"{does}.{prose}"

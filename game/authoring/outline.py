"""A case as a list to look over and to jump in: its head, and its decisions and events with their options."""

from collections.abc import Iterator
from typing import NamedTuple

from game.debrief.wording import NAMES, joined, level, listed
from game.play.graph import Graph
from game.printing.document import Block, Facts, Heading, Paragraph
from game.rules.moves import Act, Answer, Consent, Follow, Keeps, Move, Objection, Offer, Reply, Tell, Turn
from game.rules.numbers import so_many
from game.rules.words import ANSWERS, CONDITIONS, MARKED, RECEPTIONS
from game.scenario.model import Decision, Event, Option, Scenario


class Line(NamedTuple):
    """A line of the outline: a round, a decision or event, or one of its options."""

    text: str
    note: str = ""
    item: str = ""
    """The decision or event to jump to; empty for a round."""
    option: str = ""
    never: bool = False
    """It can never come up, or never be chosen."""


Chosen = frozenset[tuple[str, str]]
"""Decisions with their options that can be chosen on some path; a decision or event that waits, with no option."""


def chosen_somewhere(graph: Graph) -> Chosen | None:
    """What can be chosen on some path; None where the paths are too many to be sure.

    :mod:`game.tree.tree` tells more, with the shortest path to each; somebody who types cannot wait for that.
    """
    if not graph.whole:
        return None
    play, found = graph.course.scenario.play, set[tuple[str, str]]()
    for node in graph.nodes:
        if node.edges:
            item = play[node.position.at]
            found.add((item.id, ""))
            if isinstance(item, Decision):
                found |= {(item.id, item.options[edge.option].id) for edge in node.edges}
    return frozenset(found)


def outline(scenario: Scenario, chosen: Chosen | None) -> tuple[Line, ...]:
    """The decisions and events in their order, by round; ``chosen``: what can be chosen, if that is known."""
    return tuple(_lines(scenario, chosen))


def _lines(scenario: Scenario, chosen: Chosen | None) -> Iterator[Line]:
    round_ = 0
    for item in scenario.play:
        if item.round != round_:
            round_ = item.round
            yield Line(f"Round {round_}")
        if isinstance(item, Event):
            yield Line(item.id, f"event: {_happening(item)}", item.id)
            continue
        never = chosen is not None and (item.id, "") not in chosen
        yield Line(item.id, _asks(item), item.id, never=never)
        for option in item.options:
            closed = chosen is not None and not never and (item.id, option.id) not in chosen
            yield Line(option.id, _carries(option), item.id, option.id, closed)


def _asks(decision: Decision) -> str:
    return ", ".join(filter(None, (f"{NAMES[decision.by]}: {decision.kind}", "has an if" if decision.when else "")))


def _happening(event: Event) -> str:
    kind = "discovery" if event.of else "incident" if isinstance(event.move, Act) else type(event.move).__name__.lower()
    odds = f", {event.odds[0]} in {event.odds[1]}" if event.odds else ""
    return f"{kind}{odds}" + (", has an if" if event.when else "")


def _carries(option: Option) -> str:
    parts = (in_short(option.move), "what happened" if option.historical else "", "has an if" if option.when else "")
    return ", ".join(filter(None, parts))


def in_short(move: Move) -> str:
    """What a move is, in the words of the file."""
    name = type(move).__name__.lower()
    match move:
        case Act():
            marks = [mark for mark in MARKED if getattr(move, mark)]
            return f"act in {move.field}: {listed(marks, 'no mark')}"
        case Offer(signs=signs):
            return f"offer in {move.field}" + (f": signs {signs}" if signs else "")
        case Tell(field=where) | Consent(field=where) | Objection(field=where) | Turn(field=where):
            return f"{name}: {where}"
        case Reply(level=reached):
            return f"reply: {RECEPTIONS[reached]}"
        case Answer(level=reached):
            return f"answer: {ANSWERS[reached]}"
        case Follow(how=how):
            return f"follow: {how}"
        case Keeps(entry=entry):
            return f"keeps: {entry}"
    return name


def head_of(scenario: Scenario) -> tuple[Block, ...]:
    """What a case says of itself and how it starts: what is seen beside a line outside the play."""
    minutes, years = scenario.minutes, scenario.years
    decisions, events = len(scenario.decisions), len(scenario.play) - len(scenario.decisions)
    counts = f"{so_many(decisions, 'decision')}, {so_many(events, 'event')}"
    facts = [
        ("Case", f"{scenario.id}, {years[0]}–{years[1]}, level {scenario.level}"),
        ("Minutes", f"brief {minutes['brief']}, play {minutes['play']}, debrief {minutes['debrief']}"),
        ("Roles", joined(NAMES[role] for role in scenario.roles)),
        ("Play", f"{counts}, {so_many(scenario.rounds, 'round')}"),
    ]
    for name, levels in zip(scenario.fields, scenario.start_levels, strict=True):
        stands = ", ".join(f"{word} {level(number)}" for word, number in zip(CONDITIONS, levels, strict=True))
        facts.append((f"Start: {name}", stands))
    facts.append(("At home", f"frustration {scenario.frustration}, standing {scenario.standing}"))
    facts.append(("Ledger", listed(scenario.agreements[entry].title for entry in scenario.ledger)))
    summary = (Paragraph(scenario.summary),) if scenario.summary else ()
    return (Heading(scenario.title, 2), *summary, Facts(tuple(facts)))

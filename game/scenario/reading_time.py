"""How long a case takes to read: every line a capital is shown before it decides, on the longest way through.

Which way is the longest is not played out, that would need the rules: followed is only what the author wrote, choices
asked for by an ``if``, and what calls for a reply, an answer or a follow-up. What depends on the state may hold.
"""

from collections.abc import Iterator
from math import ceil

from game.reading.diagnostics import Faults, Place
from game.rules.moves import Act, Offer, Reply
from game.scenario.model import Condition, Decision, Item, Option, Scenario

WORDS_A_MINUTE = 180
"""Slower than a novel: names, numbers, and something to decide at the end."""

Choice = tuple[str, str]
Way = tuple[frozenset[Choice], str]
"""What was chosen that is asked for later, and what lies on the table: an act, an act replied to, whose offer."""


def check_reading_time(scenario: Scenario, places: dict[str, Place], faults: Faults) -> None:
    """Warn if reading alone takes longer than the stated minutes. ``places``: where brief and play have theirs."""
    read = {
        "brief": {role: _words(*_of_the_brief(scenario, role)) for role in scenario.roles},
        "play": {role: longest(scenario, role) for role in scenario.roles},
    }
    for part, words in read.items():
        role = max(words, key=lambda role: words[role])
        minutes = ceil(words[role] / WORDS_A_MINUTE)
        if minutes > scenario.minutes[part] and part in places:
            message = f"{role} has {words[role]} words to read, at {WORDS_A_MINUTE} a minute more than {part} is given"
            faults.warning(places[part], "reading-time", message, f"at least {minutes}, or less text")


def longest(scenario: Scenario, capital: str) -> int:
    """The words that a capital is shown before its decisions, on the longest way through the play."""
    ways: dict[Way, int] = {(frozenset(), ""): 0}
    for position, item in enumerate(scenario.play):
        asked = frozenset(choice for later in scenario.play[position + 1 :] for choice in _asked_in(later))
        further: dict[Way, int] = {}
        for way, words in ways.items():
            for (chosen, table), more in _from(way, item, capital):
                to = chosen & asked, table
                further[to] = max(further.get(to, 0), words + more)
        ways = further
    return max(ways.values())


def _of_the_brief(scenario: Scenario, role: str) -> tuple[str, ...]:
    return scenario.summary, scenario.role_briefs.get(role, ""), scenario.content_note, *scenario.objectives


def _words(*texts: str) -> int:
    return sum(len(text.split()) for text in texts)


# --- from one item to the next --------------------------------------------------------------------------------


def _from(way: Way, item: Item, capital: str) -> Iterator[tuple[Way, int]]:
    """Every way on past an item, with the words it adds for a capital."""
    chosen, table = way
    holds = _answers(item.when, chosen)
    if not isinstance(item, Decision):
        if True in holds:
            yield (chosen, "act" if item.of or isinstance(item.move, Act) else ""), 0
        if False in holds:
            yield way, 0
    elif False in holds or not _called_for(item, table):
        yield way, 0
    if isinstance(item, Decision) and True in holds and _called_for(item, table):
        shown = [option for option in item.options if True in _answers(option.when, chosen)]
        words = _of_decision(item, shown) if item.by == capital else 0
        for option in shown:
            yield (chosen | {(item.id, option.id)}, _table_after(option, item.by)), words


def _called_for(decision: Decision, table: str) -> bool:
    """Whether there is anything to decide; else the decision is skipped."""
    if decision.kind == "answer":
        return table.startswith("offer") and table != f"offer of {decision.by}"
    return table == {"opening": table, "reply": "act", "follow": "replied"}[decision.kind]


def _table_after(option: Option, by: str) -> str:
    move = option.move
    if isinstance(move, Act) and move.visibility != "secret":
        return "act"
    if isinstance(move, Offer):
        return f"offer of {by}"
    return "replied" if isinstance(move, Reply) and move.level else ""


def _of_decision(decision: Decision, shown: list[Option]) -> int:
    facts = [fact.text for fact in decision.known_then]
    advice = [word for adviser in decision.advisers for word in (adviser.who, adviser.says)]
    return _words(decision.title, decision.brief, *facts, *advice, *(option.label for option in shown))


# --- what an if may answer ------------------------------------------------------------------------------------


def _answers(test: Condition | None, chosen: frozenset[Choice]) -> frozenset[bool]:
    """What a test may answer after these choices: whatever it asks of the state may hold or not."""
    if test is None:
        return frozenset({True})
    if test.kind == "chosen":
        return frozenset({any(choice in chosen for choice in test.options)})
    parts = [_answers(part, chosen) for part in test.parts]
    if test.kind == "not":
        return frozenset(not answer for answer in parts[0])
    if test.kind in ("all", "any"):
        one = test.kind == "any"  # the answer that a single part can give for all
        can_one, must_one = any(one in part for part in parts), any(part == {one} for part in parts)
        return frozenset({one} if can_one else set()) | frozenset(set() if must_one else {not one})
    return frozenset({True, False})


def _asked_in(item: Item) -> Iterator[Choice]:
    """The choices that an item, or an option of it, asks for."""
    options = item.options if isinstance(item, Decision) else ()
    for test in (item.when, *(option.when for option in options)):
        yield from _asked_by(test)


def _asked_by(test: Condition | None) -> Iterator[Choice]:
    if test is not None:
        yield from test.options
        for part in test.parts:
            yield from _asked_by(part)

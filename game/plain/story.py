"""What happened between two choices, in sentences, a number a sentence."""

from collections.abc import Iterator

from game.debrief.wording import bound_by, capped, counted, spoken, value
from game.play.course import Course
from game.rules.numbers import signed
from game.rules.trace import Line
from game.rules.words import GRIEVANCES
from game.scenario.citations import citation
from game.sitting.passage import Change, Head, Judgement, Sourced, Told, is_our_reading, level_of

TITLES = {"due": "The reply that is due, step by step:", "reception": "How the offer is received, rule by rule:"}


def sentences(told: Told, course: Course) -> Iterator[str]:
    """One story, sentence by sentence."""
    yield from map(headed, told.heads)
    yield from (_sourced(said) for said in (told.event, *told.overrides) if said)
    yield from told.outcomes
    if told.judgement:
        yield from _sum(told.judgement, course)
    yield from (_changed(change, course) for change in told.changes)
    yield told.unknown
    yield from (f"Entered on the ledger: {entry.title}. It {bound_by(entry)}." for entry in told.entered)
    yield from told.notes


def headed(head: Head) -> str:
    """Who did what, and in large letters how it was meant or taken."""
    return f"{head.text}." + (f" {spoken(head.word).upper()}." if head.word else "")


def _sourced(said: Sourced) -> str:
    return f"{said.text} ({said.cite})" if said.cite else said.text


def source_of(line: Line, course: Course) -> str:
    """Who says so, and whether it is our reading."""
    return f" ({citation(line.cite, course.scenario.common)}{'; our reading' if is_our_reading(line) else ''})"


# --- the sum -------------------------------------------------------------------------------------------------


def _sum(judgement: Judgement, course: Course) -> Iterator[str]:
    """The addition on the ladder, a step a sentence: what is due, and beside it what was chosen."""
    yield TITLES[judgement.what]
    for number, line in enumerate(judgement.lines):
        said = _step(line, first=not number) if judgement.what == "due" or line.step else line.why
        yield f"- {said}{source_of(line, course) if line.holds else ''}"
    yield _totals(judgement)


def _step(line: Line, *, first: bool) -> str:
    if first:
        return f"starts at {level_of(line)}: {line.why}"
    if line.step:
        return f"{signed(line.step)}, so {level_of(line)}: {line.why}"
    return f"no change: {line.why}"


def _totals(judgement: Judgement) -> str:
    """What the rules come to, and what was chosen at which price."""
    ladder, chosen = judgement.ladder, judgement.chosen
    said = f"By the rules: {judgement.result} {ladder[judgement.result]}."
    if chosen is None or chosen.reception is None:
        return said
    free = ", which costs no standing" if judgement.what == "due" else ""
    costs = f", standing {signed(judgement.price)}" if judgement.price else free
    return f"{said} Chosen: {ladder.index(chosen.reception)} {chosen.reception}{costs}."


# --- what changed --------------------------------------------------------------------------------------------


def _changed(change: Change, course: Course) -> str:
    """A number before and after, with the reasons. A grievance is open or answered, and before it was laid neither."""
    first = "" if _is_grievance(change.what) else f"from {value(change.what, change.steps[0].before)} "
    verb = "to" if first else "is"
    ways = (f"{verb} {value(change.what, line.after)}: {line.why}{source_of(line, course)}" for line in change.steps)
    return f"{named(change.what, course)} {first}{'; then '.join(ways)}."


def _is_grievance(what: str) -> bool:
    return what.partition(".")[2] in GRIEVANCES


def named(what: str, course: Course) -> str:
    """What a line counts, as a sentence begins with it."""
    words = counted(what, course.scenario)
    return f"Grievance {words}" if _is_grievance(what) else capped(words)

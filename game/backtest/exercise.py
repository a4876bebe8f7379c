"""The exercise sheet: a theory's steps, some cases to predict, and three tasks that argue with it. To be written on."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, zip_longest

from game.backtest.scored import BASELINES, Backtest, Row, seen
from game.debrief.wording import capped
from game.printing.card import Sources, line_of
from game.printing.document import (
    Block,
    Document,
    Heading,
    Lines,
    Numbered,
    Paragraph,
    Table,
    Text,
    WritingLines,
    bold,
)
from game.record.model import Case
from game.rules.theory import Rule, Theory
from game.rules.words import CONDITIONS, OFFER_RECEPTIONS, RECEPTIONS
from game.scenario.model import Common

ACTS, OFFERS = 6, 3
"""How many cases of each kind the sheet has room for."""
LINES = 4
BLANK = "\u00a0"
BINDS = "forbids Washington a class of acts."
HOW_TO = (
    "Reckon each case from what it was and what it found; what is not named was not so. Write the theory’s answer, "
    "then your own guess of what came of it. What really came stands at the end: fold it back first."
)


def exercise(test: Backtest, common: Common) -> Document:
    """The sheet of a theory: what it says, what it should have said of some cases, and what can be said against it."""
    theory, sources = test.theory, Sources(common)
    acts, offers = chosen(test, "act", ACTS), chosen(test, "offer", OFFERS)
    return Document(
        title="Argue with the model",
        subtitle=f"{theory.title}. {theory.claim}",
        running_head="Two Capitals · Argue with the model",
        footer=f"Two Capitals · theory: {theory.id}, version {theory.version} · A model, not the world",
        blocks=(
            WritingLines(1, "Your name, and the date"),
            *_acts(theory, sources, acts),
            *_offers(theory, sources, offers),
            *_words(theory, sources),
            *_tasks(test),
            *_record((*acts, *offers)),
        ),
    )


# --- what the theory says, and the cases to try it on --------------------------------------------------------


def _acts(theory: Theory, sources: Sources, rows: Sequence[Row]) -> Iterator[Block]:
    top = len(RECEPTIONS) - 1
    ladder = ", ".join(f"{level} {word}" for level, word in enumerate(RECEPTIONS))
    yield Heading("What it says of an act alone", 2)
    start = f"{line_of(theory.start)} ({sources.of(theory.start)})."
    steps = f"Add every step that applies; the sum ends between 0 and {top}" if theory.steps else "The answers are"
    yield Paragraph(f"{start} {steps}: {ladder}.")
    if theory.steps:
        rows_of_steps = tuple((capped(line_of(step)), sources.of(step)) for step in theory.steps)
        yield Table(("step", "source"), rows_of_steps, widths=(3, 1))
    if theory.manner:
        kinds = "; ".join(f"{line_of(rule)} ({sources.of(rule)})" for rule in theory.manner)
        yield Paragraph((bold("But first: "), f"{kinds}."))
    yield Paragraph(HOW_TO)
    yield _to_predict(theory, rows)


def _offers(theory: Theory, sources: Sources, rows: Sequence[Row]) -> Iterator[Block]:
    best = OFFER_RECEPTIONS[-1]
    obstacles = tuple(f"{capped(line_of(rule))} ({sources.of(rule)})" for rule in theory.received)
    yield Heading("What it says of an offer: the first line that fits", 2)
    yield Numbered((*obstacles, f"Else: {best}"))
    yield _to_predict(theory, rows)


def _words(theory: Theory, sources: Sources) -> Iterator[Block]:
    conditions = "; ".join(f"{name} ({theory.words[name]})" if name in theory.words else name for name in CONDITIONS)
    yield Lines(
        (
            (bold("Conditions, 0 to 2 each: "), f"{conditions}."),
            (bold("Soft: "), "all four at 1 or more, nothing shut, no soil entered. ", bold("Binds: "), BINDS),
            (bold("Marks: "), f"* our reading or number; ‡ disputed; none: stated there. {sources.key()}."),
        )
    )


# --- the cases -----------------------------------------------------------------------------------------------


def chosen(test: Backtest, what: str, most: int) -> tuple[Row, ...]:
    """Some cases of the record, by year: every outcome has its turn, and what the theory misses is among them."""
    rows = [row for row in test.rows if getattr(row.case.found, what)]
    outcomes = sorted({row.expected for row in rows})
    turns = zip_longest(*(_misses_between([row for row in rows if row.expected == word]) for word in outcomes))
    picked = [row for row in chain.from_iterable(turns) if row][:most]
    return tuple(sorted(picked, key=lambda row: (row.case.years, row.case.id)))


def _misses_between(rows: Sequence[Row]) -> list[Row]:
    """Missed and right ones by turns."""
    missed, right = ([row for row in rows if row.right == is_right] for is_right in (False, True))
    return [row for pair in zip_longest(missed, right) for row in pair if row]


def _to_predict(theory: Theory, rows: Sequence[Row]) -> Table:
    lines = tuple((f"{row.case.title}, {row.case.when}", found_of(theory, row.case), BLANK, BLANK) for row in rows)
    return Table(("case", "what it was and found", "the theory", "your guess"), lines, widths=(9, 11, 4, 4))


def found_of(theory: Theory, case: Case) -> str:
    """What the theory looks at in a case, in its own words and in the order in which it asks."""
    facts = seen(theory, case.found)
    rules = (theory.start, *theory.steps, *theory.manner) if case.found.act else theory.received
    words = [word for word in _asked(rules) if word in facts]
    return ", ".join([*(["an incident"] if case.kind == "incident" else []), *words]) or "nothing that it asks for"


def _asked(rules: Iterable[Rule]) -> list[str]:
    """Every question of some rules, in their order."""
    questions = (word for rule in rules for word in sorted(rule.needs | rule.forbids | rule.unless))
    return list(dict.fromkeys(questions))


# --- the tasks -----------------------------------------------------------------------------------------------


def _tasks(test: Backtest) -> Iterator[Block]:
    yield Heading("Three arguments", 2)
    tasks: tuple[Text, ...] = (
        (
            bold("Change one line. "),
            "Another number, one question more or one less. Which of these cases would then come out otherwise, and "
            "which history breaks?",
        ),
        (
            bold("Right for the wrong reason. "),
            "Name a case that the theory gets right. What does it say decided it, and what do you think did?",
        ),
        (
            bold("Do better than a rule of thumb. "),
            f"{_thumbs(test)} Write one line that does better than the best of these; count it on the cases above.",
        ),
    )
    yield Numbered(tasks, lines=LINES)
    yield Paragraph(
        "With the program: two-capitals theory new my-theory.yaml writes the table out to be changed; theory diff "
        "my-theory.yaml says which of all the coded cases turn right or wrong with it.",
        size="small",
    )


def _thumbs(test: Backtest) -> str:
    said = [
        f"“{baseline.name}” is right on {share}, the theory on {test.beside(baseline)} of the same"
        for baseline in BASELINES
        if (share := test.baseline(baseline)).total
    ]
    return f"{'; '.join(said)}."


def _record(rows: Sequence[Row]) -> Iterator[Block]:
    yield Heading("What came of them", 3)
    said = "; ".join(
        f"{row.case.title}, {row.case.when}: {row.expected} (the theory: {row.got.reception})" for row in rows
    )
    yield Paragraph(f"{said}. Our coding of others’ cases.", size="small")

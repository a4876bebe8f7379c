"""The debrief on the screen: an account arranged as phases, one a screen. It decides nothing and works nothing out."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from game.debrief.model import Account, AimLine, Aims, Cited, FieldConditions
from game.debrief.wording import NAMES, capped, listed, spoken
from game.printing.document import (
    Block,
    Bullets,
    Columns,
    Conditions,
    Facts,
    Heading,
    Note,
    Numbered,
    Paragraph,
    Run,
    Table,
    Text,
    Timeline,
    Turn,
)
from game.printing.drawn import quadrant_of, stage_of
from game.rules.numbers import number_of, so_many
from game.rules.words import CONDITIONS
from game.scenario.citations import shortened
from game.sitting.signs import marked

Arrange = Callable[[Account], Iterator[Block]]


class Phase(NamedTuple):
    """One screen of the debrief: its name, the phase of the account that it belongs to, and its blocks."""

    title: str
    id: str
    blocks: Arrange


def own_words(account: Account) -> Iterator[Block]:
    """Room for the student's own account, before anything is shown."""
    yield Paragraph(account.prompts.reaction)
    yield Paragraph(account.prompts.own_account)
    yield Paragraph(
        "Write on paper; or press Enter and type here: it is kept beside the game and printed on the sheet. "
        "Esc ends the typing.",
        "small",
    )


def happened(account: Account) -> Iterator[Block]:
    """The time line against history's, and what had been predicted."""
    if account.before:
        yield Paragraph(" ".join(event.text for event in account.before), "small")
    wide = len(str(max((t.number for t in account.timeline.turns), default=0)))
    turns = tuple(
        Turn(f"{t.number:>{wide}} {NAMES[t.by][0]} {t.date}".rstrip(), t.mine, t.history)
        for t in account.timeline.turns
    )
    yield Timeline("in play", "history", turns, f"W: Washington, M: Mexico City. {account.timeline.says}")
    yield from _unchosen(account)
    yield from _predicted(account)
    for back in account.taken_back:
        yield Paragraph(f"Taken back: “{back.label}”, at “{back.title}”; then “{back.instead}”.", "small")


def _unchosen(account: Account) -> Iterator[Block]:
    rows = tuple((str(one.turn), one.what, one.cost) for one in account.timeline.unchosen)
    if rows:
        yield Heading("What nobody chose", 2)
        yield Table(("after turn", "what came", "what it did"), rows)


def _predicted(account: Account) -> Iterator[Block]:
    if account.predictions.turns:
        rows = tuple(
            (
                str(p.turn),
                marked(p.expects),
                listed(map(spoken, p.because), "–"),
                marked(p.came),
                listed(map(spoken, p.hung_on), "–"),
            )
            for p in account.predictions.turns
        )
        yield Heading("Prediction and result", 2)
        yield Table(("turn", "you said", "it would hang on", "it came", "it hung on"), rows)
    yield Paragraph(account.predictions.says)


def why(account: Account) -> Iterator[Block]:
    """The four conditions by decision, how it ended, and what each capital was after."""
    for field in account.conditions:
        yield Heading(f"The four conditions: {field.field}", 2)
        yield Paragraph((Run("What was missing. ", "bold"), field.missing))
        yield _conditions(field)
    ending, history = account.header.ending, account.header.history_ending
    beside = f" History, by the same rules: {history.word}." if history else ""
    yield Paragraph((Run(f"It ended in: {ending.word}", "bold"), f": {ending.says}.{beside}"))
    yield Heading("What each was after", 2)
    yield Paragraph(AIMS)
    for aims in account.aims:
        yield _aims(aims, next((h for h in account.history_aims if h.capital == aims.capital), None))


AIMS = (
    "What each capital wants, with the weights by which best play is reckoned. The two want different things, so one "
    "sum says nothing beside the other; beside history's it says what was got and what was paid. It is no grade."
)


def _conditions(field: FieldConditions) -> Conditions:
    stages = tuple(
        stage_of(str(turn.number or "start"), turn) for turn in field.turns if not turn.number or any(turn.moved)
    )
    return Conditions("turn", CONDITIONS, stages, "at the end", tuple(v.says for v in field.verdicts))


def _aims(aims: Aims, history: Aims | None) -> Table:
    """What each line comes to in play and in history, as the sums they are."""
    real = {line.id: line for line in history.lines} if history else {}
    rows = tuple((line.says, _sum_of(line), _sum_of(real.get(line.id))) for line in aims.lines)
    total = ("together", number_of(aims.total), number_of(history.total) if history else "")
    head = (aims.name, "in play", "in history")
    return Table(head, (*rows, total), align=("left", "right", "right"), ruled=(len(rows),))


def _sum_of(line: AimLine | None) -> str:
    """What a line of the aims adds: so many, each worth so much."""
    return f"{line.count} × {number_of(line.weight)} = {number_of(line.worth)}" if line else ""


def cells(account: Account) -> Iterator[Block]:
    """The four cells with both paths as numbers in them, and one turn from both capitals."""
    yield quadrant_of(account)
    yield from _hinge(account)
    staged = tuple((f"round {r.round}", ", ".join(r.stages) or "–") for r in account.stages)
    yield Heading("Stages of the cycle", 2)
    yield Facts(staged)


def _hinge(account: Account) -> Iterator[Block]:
    turn = account.turn(account.hinge)
    if turn is None:
        return
    yield Heading(f"Turn {turn.number} from both capitals: {turn.label}", 2)
    yield Paragraph(turn.why)
    sides = []
    for seen in (turn.knew, account.answering(turn)):
        facts = tuple(f"{fact.text} ({fact.cite})" for fact in seen.facts) or ("No document yet.",)
        hidden = tuple(f"Not known: {text}" for text in seen.hidden)
        sides.append((Paragraph((Run(f"{NAMES[seen.capital]} knew then", "bold"),)), Bullets((*facts, *hidden))))
    yield Columns(tuple(sides))
    yield Paragraph((Run(f"{NAMES[turn.other.capital]} then: ", "bold"), turn.other.did, _reason(turn.other.reason)))


def _reason(reason: str) -> str:
    return f" “{reason}”" if reason else ""


def real_case(account: Account) -> Iterator[Block]:
    """What really happened, what is disputed, what came out later, what is left out."""
    real = account.real
    yield from _notes("What happened", real.outcome)
    yield from _notes("Disputed", real.disputed)
    yield from _notes("Known only later", real.known_now)
    if real.left_out:
        yield Heading("Left out of the model", 2)
        yield Bullets(real.left_out)
    if real.counted_apart:
        yield Heading("Counted apart, never as points", 2)
        yield Facts(tuple((f"{number:,}", f"{what} ({cite})") for what, number, cite in real.counted_apart))
    yield Paragraph(account.sure.says)
    told = (*real.outcome, *real.disputed, *real.known_now)
    if full := shortened(reference for fact in told for reference in fact.references):
        yield Heading("Sources in full", 2)
        yield Bullets(full)


def theories(account: Account) -> Iterator[Block]:
    """Where other theories would have expected something else, and how firm the one is that was played under."""
    told = account.theories
    yield Heading("Where the theories part", 2)
    if told.parted:
        head = ("turn", *(expected.theory for expected in told.parted[0].expected))
        rows = tuple((str(part.turn), *(marked(e.word) for e in part.expected)) for part in told.parted)
        yield Table(head, rows)
    else:
        yield Paragraph(told.says)
    if told.firm:
        yield Heading("How firm these rules are", 2)
        yield Paragraph(f"On the record: {told.firm} {told.rivals}")
    yield Paragraph(account.model_note, "small")


def _notes(title: str, facts: Sequence[Cited]) -> Iterator[Block]:
    if facts:
        yield Heading(title, 2)
        for fact in facts:
            yield Note(fact.kind, fact.text, fact.cite)


def what_if(account: Account) -> Iterator[Block]:
    """The smallest change, and best play for both sides, shown only now."""
    for flip in account.flips:
        whose = f" of {NAMES[flip.capital]}" if len(account.flips) > 1 else ""
        yield Heading(f"The smallest change{whose}", 2)
        yield Paragraph(capped(flip.says))
    for line in account.best:
        yield Heading(line.title, 2)
        worth = ", ".join(f"{aims.name} {number_of(aims.total)}" for aims in line.aims)
        yield Paragraph(f"{worth}; it ends in: {line.ending.word}.")
        yield Table(("", ""), tuple((NAMES[step.by], step.label) for step in line.steps))
    yield Paragraph("x changes a decision of your own and plays it through.", "small")


def application(account: Account) -> Iterator[Block]:
    """Questions, and the prompts that everybody is asked."""
    prompts = account.prompts
    asked: tuple[Text, ...] = tuple(question.ask for question in account.questions)
    yield Heading("To discuss", 2)
    yield Numbered(asked)
    yield Heading("To write", 2)
    yield Numbered((prompts.change_a_rule, prompts.transfer, prompts.next_time), start=len(asked) + 1)
    yield Heading("What this case is for", 2)
    yield Bullets(account.objectives)
    yield Paragraph("s writes the sheet to print and hand in: two pages, with room to write.", "small")


PHASES = (
    Phase("Your own words", "reaction", own_words),
    Phase("What happened?", "description", happened),
    Phase("Why?", "analysis", why),
    Phase("Why? The four cells", "analysis", cells),
    Phase("The real case", "real", real_case),
    Phase("The real case: other theories", "real", theories),
    Phase("What if?", "what-if", what_if),
    Phase("Application", "application", application),
)


def minutes(account: Account, phase: Phase) -> str:
    """The minutes of a phase, as the head shows them; two screens of one phase share them."""
    given = {p.id: p.minutes for p in account.phases}.get(phase.id, 0)
    first = next(p for p in PHASES if p.id == phase.id)
    time = so_many(given, "minute")
    return time if phase is first else f"within the same {time}"

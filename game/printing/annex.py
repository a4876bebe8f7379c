"""The annex of a debrief: the record, the documents and every rule line, in full and in order."""

from collections.abc import Sequence

from game.debrief.model import Account, Cited, Recorded, Seen, TraceLine, Turn
from game.debrief.wording import NAMES, spoken
from game.printing.document import Block, Bullets, Heading, PageBreak, Paragraph, Table, Text, bold, italic

KINDS = {"stated": "stated", "disputed": "disputed", "ours": "ours"}


def annex(account: Account) -> tuple[Block, ...]:
    """Everything that the sheet had no room for."""
    return (
        PageBreak(),
        Heading("Annex: the whole record"),
        *_record(account),
        *_documents(account),
        *_real(account),
        *_best(account),
        *_trace(account),
    )


def _record(account: Account) -> tuple[Block, ...]:
    rows = tuple(_recorded(entry) for entry in account.record)
    stages = "; ".join(f"round {r.round}: {', '.join(r.stages) or 'none'}" for r in account.stages)
    return (
        Heading("What was chosen, in order", 2),
        Table(("who", "what", "reason", "expected"), rows, widths=(0, 5, 6, 3)),
        Paragraph((bold("Stages of the cycle, by round: "), stages, ".")),
    )


def _recorded(entry: Recorded) -> tuple[Text, ...]:
    causes = f" ({', '.join(entry.because)})" if entry.because else ""
    return (NAMES[entry.by], entry.text, entry.reason, f"{spoken(entry.expects)}{causes}" if entry.expects else "")


def _documents(account: Account) -> tuple[Block, ...]:
    rows = tuple(_known(turn) for turn in account.turns)
    return (
        Heading("What each side knew and did, turn by turn", 2),
        Table(("turn", "the decision, and what followed", "known then", "the other side"), rows, widths=(0, 5, 6, 4)),
    )


def _known(turn: Turn) -> tuple[Text, ...]:
    told = " ".join(event.text for event in turn.events)
    what: Text = (bold(turn.title), f" {NAMES[turn.by]}: {turn.label}. {turn.does}. {turn.why} {told}".rstrip())
    other = turn.other
    reason = f" “{other.reason}”" if other.reason else ""
    stood = f"frustration {other.frustration}, standing {other.standing}; its aims came to {other.aims.total}"
    return (str(turn.number), what, _seen(turn.knew), f"{NAMES[other.capital]}: {other.did}{reason}. Then: {stood}.")


def _seen(seen: Seen) -> str:
    facts = " ".join(f"{fact.text} ({fact.cite})" for fact in seen.facts)
    hidden = f" Not known: {'; '.join(seen.hidden)}." if seen.hidden else ""
    return f"{facts} {seen.stood}{hidden}".strip()


def _real(account: Account) -> tuple[Block, ...]:
    real = account.real
    return (
        Heading("The real case, in full", 2),
        Paragraph(bold("Stated")),
        Bullets(_sentences(real.outcome)),
        Paragraph(bold("Disputed")),
        Bullets(_sentences(real.disputed)),
        Paragraph(bold("Known only later")),
        Bullets(_sentences(real.known_now)),
        Paragraph(bold("Left out of the model")),
        Bullets(real.left_out or ("Nothing is noted.",)),
    )


def _sentences(facts: Sequence[Cited]) -> tuple[Text, ...]:
    return tuple((fact.text, " ", italic(f"({fact.cite})")) for fact in facts) or ("Nothing is noted.",)


def _best(account: Account) -> tuple[Block, ...]:
    if not account.best:
        return ()
    items = tuple(
        f"{line.title}: "
        + "; ".join(f"{NAMES[step.by]}: {step.label}" for step in line.steps)
        + f". {line.ending.word}."
        for line in account.best
    )
    return (Heading("Lines of best play", 2), Bullets(items))


def _trace(account: Account) -> tuple[Block, ...]:
    """Every line, by occasion; what did not happen stays, with a step of 0."""
    rows = tuple(_line(line) for line in account.trace)
    head = ("turn", "rule", "counts", "before → after", "source", "sure")
    key = "“ours”: the game’s own reading or number. A line whose rule was asked and did not hold keeps its number."
    return (Heading("Every rule line", 2), Table(head, rows, key, widths=(0, 6, 4, 0, 7, 0)))


def _line(line: TraceLine) -> tuple[Text, ...]:
    change = f"{line.before} → {line.after}" if line.step else str(line.after)
    return (str(line.turn or "–"), line.why, line.counts, change, line.cite, KINDS[line.kind])

"""The annex of a debrief: the record, the documents and every rule line, in full and in order."""

from collections.abc import Sequence

from game.debrief.model import Account, Cited, Recorded, Seen, TraceLine, Turn
from game.debrief.wording import NAMES, spoken
from game.printing.document import Block, Bullets, Heading, PageBreak, Paragraph, Table, Text, bold, italic
from game.rules.numbers import number_of


def annex(account: Account) -> tuple[Block, ...]:
    """Everything that the sheet had no room for."""
    return (
        PageBreak(),
        Heading("Annex: the whole record"),
        *_own_words(account),
        *_record(account),
        *_turns(account),
        *_real(account),
        *_best(account),
        *_trace(account),
    )


def _own_words(account: Account) -> tuple[Block, ...]:
    """What was written at the screen, line by line."""
    lines = tuple(line for line in account.own_words.splitlines() if line.strip())
    return (Heading("In your own words", 2), *(Paragraph(line) for line in lines)) if lines else ()


def _record(account: Account) -> tuple[Block, ...]:
    rows = tuple(_recorded(entry) for entry in account.record)
    stages = "; ".join(f"round {r.round}: {', '.join(r.stages) or 'none'}" for r in account.stages)
    return (
        Heading("What was chosen, in order", 2),
        Table(("who", "what", "reason", "expected"), rows, widths=(0, 5, 6, 3)),
        Paragraph((bold("Stages of the cycle, by round. "), stages, ".")),
    )


def _recorded(entry: Recorded) -> tuple[Text, ...]:
    causes = f": {', '.join(map(spoken, entry.because))}" if entry.because else ""
    return (NAMES[entry.by], entry.text, entry.reason, f"{spoken(entry.expects)}{causes}" if entry.expects else "")


# --- what each side knew -------------------------------------------------------------------------------------


def _turns(account: Account) -> tuple[Block, ...]:
    told = tuple(block for turn in account.turns for block in _turn(turn))
    return (Heading("What each side knew and did, turn by turn", 2), *told)


def _turn(turn: Turn) -> tuple[Block, ...]:
    """One turn: what was done and what followed; what was known then; the other side."""
    events = " ".join(event.text for event in turn.events)
    head = f"Turn {turn.number}, {turn.date}. {NAMES[turn.by]}: {turn.title} "
    reason = f" “{turn.other.reason}”" if turn.other.reason else ""
    stood = f"frustration {turn.other.frustration}, standing {turn.other.standing}"
    other = f"{turn.other.did}{reason} ({stood}; its aims came to {number_of(turn.other.aims.total)})."
    return (
        Paragraph((bold(head), f"{turn.label}. {turn.does}. {turn.why} {events}".rstrip())),
        Bullets(
            (
                (italic("Known then: "), _seen(turn.knew)),
                (italic(f"{NAMES[turn.other.capital]}: "), other, _also(turn)),
            )
        ),
    )


def _seen(seen: Seen) -> str:
    return f"{_facts(seen.facts)} {seen.stood}{_hidden(seen)}".strip()


def _also(turn: Turn) -> str:
    """What the other side could not see."""
    return _hidden(turn.other_knew)


def _facts(facts: Sequence[Cited]) -> str:
    return " ".join(f"{fact.text} ({fact.cite})" for fact in facts)


def _hidden(seen: Seen) -> str:
    return f" Not known to it: {'; '.join(seen.hidden)}." if seen.hidden else ""


# --- the real case, best play, the rules ---------------------------------------------------------------------


def _real(account: Account) -> tuple[Block, ...]:
    real = account.real
    counted = tuple(f"{what}: {count:,} ({cite})" for what, count, cite in real.counted_apart)
    return (
        Heading("The real case, in full", 2),
        *_listed("Stated", _sentences(real.outcome)),
        *_listed("Disputed, or our coding", _sentences(real.disputed)),
        *_listed("Known only later", _sentences(real.known_now)),
        *_listed("Left out of the model", real.left_out),
        *_listed("Counted apart, never as points", counted),
        Paragraph(account.model_note),
    )


def _listed(head: str, items: tuple[Text, ...]) -> tuple[Block, ...]:
    return (Paragraph(bold(head)), Bullets(items)) if items else ()


def _sentences(facts: Sequence[Cited]) -> tuple[Text, ...]:
    return tuple((fact.text, " ", italic(f"({fact.cite})")) for fact in facts)


def _best(account: Account) -> tuple[Block, ...]:
    if not account.best:
        return ()
    items = tuple(
        f"{line.title}: {'; '.join(f'{NAMES[s.by]}: {s.label}' for s in line.steps)}. It ends in: {line.ending.word}."
        for line in account.best
    )
    return (Heading("Lines of best play", 2), Bullets(items))


def _trace(account: Account) -> tuple[Block, ...]:
    """Every line, by turn; what did not happen stays, with an unchanged number."""
    rows = tuple(_line(line) for line in account.trace)
    head = ("turn", "rule", "what", "number", "source", "sure")
    key = (
        "A rule that was asked and did not hold keeps its number: what did not happen is half of the lesson. "
        "“ours”: the game’s own reading or number, its source the passage it was read off."
    )
    table = Table(head, rows, widths=(0, 6, 5, 0, 6, 0))
    return (Heading("Every rule line", 2), Paragraph(key, "small"), table)


def _line(line: TraceLine) -> tuple[Text, ...]:
    change = f"{line.before} → {line.after}" if line.step else str(line.after)
    return (str(line.turn or "–"), line.why, line.counts, change, line.cite, line.kind)

"""The debrief as a printout: two pages to read, to write on and to hand in; on request an annex with every line.

It arranges an account and decides nothing. Where a long text is cut to keep to two pages it ends in “…”, and the
annex has the whole.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

from game.debrief.model import Account, Aims, BestLine, Cited, ConditionTurn, Reference, Seen, Turn
from game.debrief.wording import NAMES, capped, joined, numbers, spoken
from game.printing.annex import annex as annex_of
from game.printing.document import (
    Block,
    Columns,
    Conditions,
    Document,
    Facts,
    Heading,
    Level,
    Numbered,
    Paragraph,
    Quadrant,
    Quarter,
    Run,
    Stage,
    Table,
    Text,
    WritingLines,
    bold,
    italic,
)
from game.printing.fitting import PAGES, pages
from game.rules.words import CAPITALS, CONDITIONS, OFFER_RECEPTIONS, RECEPTIONS

Sheet = Literal["own", "joint"]
SYMBOLS = dict(zip((*RECEPTIONS, *OFFER_RECEPTIONS), "○◔◑●✕~✓", strict=True))
MOST_PAGES = 2
HOW_TO = (
    "Alone, in a pair or in class; a pen and the rules card are enough. Write before you read on. Numbers in the "
    "margin are turns; sources are explained at the end of “The real case”."
)


@dataclass(frozen=True, slots=True)
class Room:
    """How much a sheet has room for: lines to write on, sentences, letters of a text."""

    reaction: int
    own_account: int
    answer: int
    questions: int
    reason: int
    outcome: int
    disputed: int
    later: int
    known: int
    left_out: int
    best: int


ROOMS = (
    Room(2, 7, 3, 4, 999, 99, 9, 9, 9, 999, 999),
    Room(2, 6, 2, 3, 300, 30, 4, 4, 3, 500, 600),
    Room(2, 5, 2, 2, 220, 14, 3, 3, 3, 400, 500),
    Room(1, 5, 2, 2, 170, 12, 2, 2, 3, 300, 400),
    Room(1, 4, 2, 1, 140, 12, 2, 2, 2, 240, 360),
    Room(1, 4, 1, 2, 120, 12, 2, 1, 2, 200, 320),
    Room(1, 4, 1, 1, 100, 10, 2, 1, 2, 160, 300),
    Room(1, 4, 1, 1, 80, 9, 1, 1, 2, 120, 260),
    Room(1, 3, 1, 1, 70, 8, 1, 1, 2, 100, 220),
    Room(1, 3, 1, 1, 60, 6, 1, 1, 1, 80, 200),
    Room(1, 3, 1, 1, 40, 5, 1, 1, 1, 60, 160),
    Room(1, 3, 1, 1, 25, 3, 1, 1, 1, 40, 120),
)
"""From ample to narrow. Room to write is given up last, and never all of it."""


def debrief(account: Account, sheet: Sheet = "own", *, annex: bool = False) -> Document:
    """The sheet of one player or of a pair. Two people at one keyboard have the joint sheet, whatever is asked for."""
    header = account.header
    joint = sheet == "joint" or header.role == "both"
    whose = "Joint debrief, Washington and Mexico City" if joint else f"Debrief for {header.role_name}"
    player = [header.player] if header.player else []
    return Document(
        title=header.case,
        subtitle=f"{whose}, {header.years[0]}–{header.years[1]}",
        running_head=f"Two Capitals · Debrief · {header.case}",
        footer=" · ".join(
            [header.case, *player, f"Two Capitals {header.version}", header.theory, "a model, not the world"]
        ),
        blocks=(
            *_fitted(account, _first_words_of_two if joint else _first_words, _turns_of_two if joint else _own_turns),
            *(annex_of(account) if annex else ()),
        ),
        # Two dense pages: in the measures of a sheet the same would fill three.
        style="card",
    )


Part = Callable[[Account, Room], tuple[Block, ...]]


def _fitted(account: Account, words: Part, turns: Part) -> tuple[Block, ...]:
    """The blocks with as much room as two pages of either paper have."""
    made: tuple[Block, ...] = ()
    for room in ROOMS:
        made = _arranged(account, room, words, turns)
        if all(pages(made, page) <= MOST_PAGES for page in PAGES):
            return made
    return made


def _arranged(account: Account, room: Room, words: Part, turns: Part) -> tuple[Block, ...]:
    """The parts in the order of the debrief: own words, what happened, why, the real case, what if and what next."""
    key = Key()
    return (
        *_opening(account),
        *words(account, room),
        *turns(account, room),
        *_ending(account),
        *_why(account, room, key),
        *_real_case(account, room, key),
        *_what_if(account, room),
        *_what_next(account, room),
    )


# --- words ---------------------------------------------------------------------------------------------------


def trimmed(text: str, most: int) -> str:
    """A text cut at a word, with “…” where something is missing."""
    if len(text) <= most:
        return text
    cut = text[: most - 1]
    at = cut.rfind(" ")
    return f"{(cut[:at] if at > most // 2 else cut).rstrip(' ,;:.')}…"


def marked(word: str) -> str:
    """A reception with its sign; any other word as it is."""
    return f"{SYMBOLS[word]} {word}" if word in SYMBOLS else spoken(word)


def _minutes(account: Account, *phases: str) -> str:
    return f"{sum(phase.minutes for phase in account.phases if phase.id in phases)} minutes"


def _reason(turn: Turn, room: Room) -> tuple[Run, ...]:
    """A person's reason in italics, as it was typed."""
    return (italic(f" “{trimmed(turn.reason, room.reason)}”"),) if turn.reason.strip() else ()


@dataclass(slots=True)
class Key:
    """Short names for the works that are cited on a sheet, and the line that explains them."""

    short: dict[str, str] = field(default_factory=dict)
    letters: Iterator[str] = field(default_factory=lambda: iter("abcdefghijklmnopqrstuvwxyz"))

    def sentence(self, fact: Cited, most: int = 9999) -> str:
        """A sentence of fact with its source."""
        cite = "our coding" if fact.kind == "ours" else "; ".join(map(self._cite, fact.references))
        return f"{trimmed(fact.text, most).rstrip()} ({cite})"

    def _cite(self, reference: Reference) -> str:
        """A citation by its short name: R&A 15–16."""
        if reference.work not in self.short:
            self.short[reference.work] = self._made(reference.work)
        place = reference.place.removeprefix("pp. ").removeprefix("p. ")
        return f"{self.short[reference.work]} {place}".rstrip()

    def _made(self, work: str) -> str:
        """The initials of two authors; else the work itself if it is short; else a letter."""
        initials = "&".join(name[0] for name in work.rpartition(" ")[0].split(" & ") if name)
        if " & " in work and work[-4:].isdigit() and initials not in self.short.values():
            return initials
        return work if len(work) < 24 else next(self.letters, work)

    def explained(self) -> str:
        """The line under the sentences."""
        return "; ".join(f"{short}: {work}" for work, short in self.short.items() if short != work)


# --- first page ----------------------------------------------------------------------------------------------


def _opening(account: Account) -> tuple[Block, ...]:
    header = account.header
    facts: list[tuple[str, Text]] = [("Player", header.player or "_" * 24)]
    facts += [("Facing", header.opponent)] if header.role != "both" else []
    facts += [("Played", header.played or "_" * 14), ("Seed", str(header.seed))]
    note = f" Content: {account.content_note}" if account.content_note else ""
    learn = Paragraph((bold("To learn here. "), " ".join(account.objectives), italic(note)))
    return (Facts(tuple(facts)), learn, Paragraph(HOW_TO, "small"))


def _first_words(account: Account, room: Room) -> tuple[Block, ...]:
    """The student's own words, before any analysis."""
    return (
        Heading("First, in your own words", 1, _minutes(account, "reaction")),
        WritingLines(room.reaction, account.prompts.reaction),
        WritingLines(room.own_account, account.prompts.own_account),
    )


def _first_words_of_two(account: Account, room: Room) -> tuple[Block, ...]:
    """Both write, each in a column, before they compare."""
    columns = tuple(
        (
            WritingLines(room.reaction, f"{NAMES[capital]}: what was it like to decide here? Not graded."),
            WritingLines(room.own_account, "What happened, and why? Write before you compare."),
        )
        for capital in CAPITALS
    )
    return (Heading("First, each in your own words", 1, _minutes(account, "reaction")), Columns(columns))


# --- turn by turn --------------------------------------------------------------------------------------------


def _own_turns(account: Account, room: Room) -> tuple[Block, ...]:
    """One row for each own decision; beside it what the other capital did, and what was done in history."""
    rows = tuple(_own_row(account, group, room) for group in _groups(account))
    them = next(NAMES[c] for c in CAPITALS if c != account.header.role)
    head = ("turn", "in play, and why", "expected", f"it came; {them}", "in history")
    table = Table(head, rows, _table_says(account), widths=(0, 10, 3, 7, 6))
    return (Heading("What happened?", 1, _minutes(account, "description")), table)


def _groups(account: Account) -> list[list[int]]:
    """The turns of both paths, each own one with those of the other capital that follow it."""
    groups: list[list[int]] = []
    own = account.header.role
    for turn in account.timeline.turns:
        if turn.by == own or not groups:
            groups.append([turn.number])
        else:
            groups[-1].append(turn.number)
    return groups


def _own_row(account: Account, group: Sequence[int], room: Room) -> tuple[Text, ...]:
    turns = [turn for number in group if (turn := account.turn(number)) is not None]
    own = next((turn for turn in turns if turn.own), None)
    mine: tuple[str | Run, ...] = (own.label, *_reason(own, room)) if own else ("–",)
    others = [f"{turn.number} {turn.label}{_came_to(turn)}" for turn in turns if not turn.own]
    came = ", ".join(filter(None, [marked(own.came), *own.flags])) if own else ""
    expected = marked(own.expects) if own and own.expects else ""
    dates = [turn.date for turn in account.timeline.turns if turn.number == group[0]]
    label = f"{group[0]}\n{dates[0]}".rstrip() if dates else str(group[0])
    return (label, mine, expected, "; ".join(filter(None, [came, *others])) or "–", _history(account, group))


def _came_to(turn: Turn) -> str:
    """What an opening of the other capital met."""
    return f" ({', '.join([marked(turn.came), *turn.flags])})" if turn.kind in ("act", "offer") and turn.came else ""


def _history(account: Account, group: Sequence[int]) -> Text:
    """What was done in history at these turns."""
    turns = [turn for turn in account.timeline.turns if turn.number in group]
    if all(turn.agrees for turn in turns):
        return italic("the same")
    return "; ".join(f"{turn.number} {'the same' if turn.agrees else turn.history or 'not met'}" for turn in turns)


def _table_says(account: Account) -> Text:
    agree, apart = account.timeline.agree, account.timeline.part
    parts = [f"Agree: {numbers(agree)}." if agree else "", f"Part: {numbers(apart)}." if apart else ""]
    back = [f"“{back.label}” (then “{back.instead}”)" for back in account.taken_back]
    undone = (
        f" Taken back: {joined(trimmed(b, 90) for b in back[:2])}{' and more' if len(back) > 2 else ''}."
        if back
        else ""
    )
    return f"Play and history: {' '.join(filter(None, parts))} {account.predictions.says}{undone}"


def _turns_of_two(account: Account, room: Room) -> tuple[Block, ...]:
    """One row a round: what each capital did, why, and what it expected."""
    rounds = sorted({turn.round for turn in account.turns})
    rows = tuple(_round_row(account, number, room) for number in rounds)
    head = ("round", "Washington, and why", "Mexico City, and why", "in history")
    table = Table(head, rows, _table_says(account), widths=(0, 8, 8, 5))
    return (Heading("What happened?", 1, _minutes(account, "description")), table)


def _round_row(account: Account, number: int, room: Room) -> tuple[Text, ...]:
    turns = [turn for turn in account.turns if turn.round == number]
    cells = [_side(turns, capital, room) for capital in CAPITALS]
    return (str(number), *cells, _history(account, [turn.number for turn in turns]))


def _side(turns: Iterable[Turn], capital: str, room: Room) -> Text:
    """What one capital did in a round."""
    parts: list[str | Run] = []
    for turn in turns:
        if turn.by == capital:
            parts += ["\n" if parts else "", bold(f"{turn.number} "), turn.label, *_reason(turn, room), _foretold(turn)]
    return tuple(parts) or "–"


def _foretold(turn: Turn) -> str:
    came = f"came {marked(turn.came)}" if turn.came else ""
    expected = f"expected {marked(turn.expects)}" if turn.expects else ""
    return f" [{', '.join(filter(None, [expected, came, *turn.flags]))}]" if came or expected or turn.flags else ""


# --- why -----------------------------------------------------------------------------------------------------


def _why(account: Account, room: Room, key: Key) -> tuple[Block, ...]:
    figures = Columns(((_conditions(account),), (_quadrant(account),)), (9, 7))
    return (Heading("Why?", 1, _minutes(account, "analysis")), figures, *_hinge(account, room, key))


def _conditions(account: Account) -> Conditions:
    """The main field by turn; turns in which nothing moved are drawn together."""
    main = account.conditions[0]
    stages = tuple(_stage(group) for group in _still(main.turns))
    others = [f"{c.field}: {', '.join(v.word for v in c.verdicts)}" for c in account.conditions[1:]]
    return Conditions(
        "turn",
        CONDITIONS,
        stages,
        "end",
        tuple(verdict.says for verdict in main.verdicts),
        caption=f"{capped(main.field)} field. {'; '.join(others)}".rstrip(),
    )


def _still(turns: Sequence[ConditionTurn]) -> list[list[ConditionTurn]]:
    """Turns in order, each with those after it in which nothing moved."""
    groups: list[list[ConditionTurn]] = []
    for turn in turns:
        if groups and not any(turn.moved):
            groups[-1].append(turn)
        else:
            groups.append([turn])
    return groups


def _stage(group: Sequence[ConditionTurn]) -> Stage:
    first, last = group[0].number, group[-1].number
    label = str(first or "start") if first == last else f"{first or 'start'}–{last}"
    return Stage(label, tuple(_level(v, m) for v, m in zip(group[0].levels, group[0].moved, strict=True)))


def _level(value: int, moved: int) -> Level:
    levels: tuple[Literal[0], Literal[1], Literal[2]] = (0, 1, 2)
    moves: tuple[Literal[0], Literal[1], Literal[-1]] = (0, 1, -1)
    return Level(levels[value], moves[moved])


def _quadrant(account: Account) -> Quadrant:
    cells = account.quadrant.cells
    quarters = [
        Quarter(cell.name, tuple(str(p.number) for p in cell.mine), tuple(str(p.number) for p in cell.history))
        for cell in cells
    ]
    caption = f"Acts and offers of both capitals by turn. Cells: {account.quadrant.cite}."
    rows, columns = ("Operational", "Principled"), ("Unilateral", "Negotiated")
    return Quadrant(
        rows, columns, (quarters[0], quarters[1], quarters[2], quarters[3]), "in play", "in history", caption
    )


def _ending(account: Account) -> tuple[Block, ...]:
    header = account.header
    history = f" History: {header.history_ending.word}." if header.history_ending else ""
    aims = [_aims(account, side) for side in account.aims]
    ended = (bold(f"It ended in: {header.ending.word}"), f" ({header.ending.says}).{history} ", bold("Aims. "), *aims)
    return (Paragraph(ended),)


def _aims(account: Account, aims: Aims) -> str:
    """The sum of a capital's aims, line by line, beside history's."""
    terms = [f"{_times(line.weight)}{line.says} {line.count}" for line in aims.lines if line.count]
    history = next((h.total for h in account.history_aims if h.capital == aims.capital), None)
    beside = f" (history {history})" if history is not None else ""
    return f"{aims.name}: {' '.join(_signed(terms)) or '0'} = {aims.total}{beside}. "


def _times(weight: int) -> str:
    sign = "−" if weight < 0 else "+"
    return f"{sign} {abs(weight)} × " if abs(weight) != 1 else f"{sign} "


def _signed(terms: Sequence[str]) -> list[str]:
    """A sum does not begin with a plus."""
    return [terms[0].removeprefix("+ "), *terms[1:]] if terms else []


def _hinge(account: Account, room: Room, key: Key) -> tuple[Block, ...]:
    """One turn from both capitals: what each had before it, why it came so; what came out only later."""
    turn = account.turn(account.hinge)
    if turn is None:
        return ()
    answer = next((t for t in account.turns if t.number > turn.number and t.by != turn.by), None)
    theirs = answer.knew if answer else turn.other_knew
    columns = tuple((Paragraph(_knew(turn, seen, room, key)),) for seen in (turn.knew, theirs))
    later = " ".join(key.sentence(fact, 220) for fact in account.real.known_now[: room.later])
    return (
        Paragraph((bold(f"Turn {turn.number} from both capitals. "), turn.why)),
        Columns(columns, rule=True),
        *([Paragraph((bold("Known only later. "), later))] if later else []),
    )


def _knew(turn: Turn, seen: Seen, room: Room, key: Key) -> Text:
    """What a capital had before it at the hinge, and how it stood."""
    meter = f"frustration {turn.frustration[0]}" if seen.capital == "washington" else f"standing {turn.standing[0]}"
    aims = f", aims worth {turn.other.aims.total}" if turn.other.capital == seen.capital else ""
    facts = " ".join(key.sentence(fact, 150) for fact in seen.facts[: room.known]) or "no document of its own."
    hidden = f" Not known: {'; '.join(seen.hidden)}." if seen.hidden else ""
    return (bold(f"{NAMES[seen.capital]} knew then"), f" ({meter}{aims}): {facts}{hidden}")


# --- the real case -------------------------------------------------------------------------------------------


def _real_case(account: Account, room: Room, key: Key) -> tuple[Block, ...]:
    real = account.real
    left_out = trimmed(" ".join(real.left_out), room.left_out) or "Nothing is noted."
    parts: list[tuple[str, str]] = [
        ("Stated. ", _some(real.outcome, room.outcome, key)),
        ("Disputed. ", _some(real.disputed, room.disputed, key, 230)),
        ("How sure. ", f"{account.sure.says} The annex marks each."),
        ("Left out. ", f"{left_out}{_apart(account)}"),
    ]
    blocks = tuple(Paragraph((bold(head), said or "Nothing is noted.")) for head, said in parts)
    explained = key.explained()
    sources = (Paragraph(f"{explained}.", "small"),) if explained else ()
    return (Heading("The real case", 1, _minutes(account, "real")), *blocks, *sources)


def _some(facts: Sequence[Cited], most: int, key: Key, length: int = 9999) -> str:
    """The first sentences, and how many more there are."""
    more = len(facts) - most
    rest = f" … {more} more in the annex." if more > 0 else ""
    return " ".join(key.sentence(fact, length) for fact in facts[:most]) + rest


def _apart(account: Account) -> str:
    """What is counted apart: deaths and rights, never points."""
    counted = account.real.counted_apart
    return "".join(f" Counted apart, never as points: {what}, {count:,} ({cite})." for what, count, cite in counted)


# --- what if, what next --------------------------------------------------------------------------------------


def _what_if(account: Account, room: Room) -> tuple[Block, ...]:
    flips = enumerate(account.flips)
    return (
        Heading("What if?", 1, _minutes(account, "what-if")),
        *(Paragraph((bold(_flip_head(account, n)), capped(flip.says))) for n, flip in flips),
        *_best(account, room),
    )


def _flip_head(account: Account, number: int) -> str:
    whose = f" of {NAMES[account.flips[number].capital]}" if len(account.flips) > 1 else ""
    return f"The smallest change{whose}. "


def _best(account: Account, room: Room) -> tuple[Block, ...]:
    if not account.best:
        return ()
    said = trimmed(" ".join(_line(account, line) for line in account.best), room.best)
    return (Paragraph((bold("Best play. "), said)),)


def _line(account: Account, line: BestLine) -> str:
    mine = [c for c in CAPITALS if account.header.role in (c, "both")]
    steps = [trimmed(step.label, 48) for capital in mine for step in line.chosen_by(capital)]
    worth = f"Washington {line.aims[0].total}, Mexico City {line.aims[1].total}"
    return f"{line.title} ({worth}; {line.ending.word}): {'; '.join(steps)}."


def _what_next(account: Account, room: Room) -> tuple[Block, ...]:
    """The questions there is room for, one of them not answered here; then the prompts that everybody has."""
    here = [q.ask for q in account.questions if q.here][: room.questions]
    elsewhere = [q.ask for q in account.questions if not q.here][:1]
    prompts = account.prompts
    asked = (*here, *elsewhere, prompts.change_a_rule, prompts.transfer, prompts.next_time)
    return (Heading("What next?", 1, _minutes(account, "application")), Numbered(asked, lines=room.answer))

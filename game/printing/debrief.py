"""The debrief as a printout: two pages to read, to write on and to hand in; on request an annex with every line.

It arranges an account and decides nothing. Where a long text is cut to keep to two pages it ends in “…”; the annex
has the whole, and a sheet without one says how to print it.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from hashlib import sha256
from typing import Literal

from game.debrief.model import Account, Aims, BestLine, Cited, ConditionTurn, Seen, Turn
from game.debrief.wording import NAMES, capped, joined
from game.printing.annex import annex as annex_of
from game.printing.document import (
    Block,
    Columns,
    Conditions,
    Document,
    Facts,
    Heading,
    Lines,
    Numbered,
    Paper,
    Paragraph,
    Run,
    Stage,
    Table,
    Text,
    WritingLines,
    bold,
    italic,
)
from game.printing.drawn import quadrant_of, stage_of
from game.printing.fitting import PAGES, Page, pages
from game.printing.room import WIDER, Room, trimmed
from game.printing.turn_by_turn import own_turns, turns_of_two
from game.rules.numbers import MINUS, number_of, so_many
from game.rules.words import CAPITALS, CONDITIONS
from game.scenario.citations import Reference

Sheet = Literal["own", "joint"]
MOST_PAGES = 2
HOW_TO = (
    "A model, not the world. Write before you read on; a pen and the rules card are enough. The numbers are turns; the "
    "sources stand under “The real case”."
)


def debrief(account: Account, sheet: Sheet = "own", *, annex: bool = False, paper: Paper | None = None) -> Document:
    """The sheet of one player or of a pair, cut to one paper or (left out) to fit US Letter and A4 alike."""
    return (joint_sheet if sheet == "joint" else own_sheet)(account, annex=annex, paper=paper)


def own_sheet(account: Account, *, annex: bool = False, paper: Paper | None = None) -> Document:
    """The sheet of one capital; of two people whose account was made for both, their joint sheet."""
    if account.header.role == "both":
        return joint_sheet(account, annex=annex, paper=paper)
    blocks = _fitted(Arranging(account, _first_words, own_turns, _papers(paper), annex))
    return _document(account, f"Debrief for {account.header.role_name}", blocks, annex=annex)


def joint_sheet(account: Account, *, annex: bool = False, paper: Paper | None = None) -> Document:
    """The sheet of a pair: the capitals side by side, both people's reasons and predictions."""
    blocks = _fitted(Arranging(account, _first_words_of_two, turns_of_two, _papers(paper), annex))
    return _document(account, "Joint debrief, Washington and Mexico City", blocks, annex=annex)


def _papers(paper: Paper | None) -> tuple[Page, ...]:
    return tuple(PAGES.values()) if paper is None else (PAGES[paper],)


def default_name(account: Account) -> str:
    """A file name fit for handing in, without an ending: case, role, player if given, date of play.

    Letters, digits and hyphens only, so that every file system and every upload form takes it.
    """
    header = account.header
    player = _plain(header.player) or (f"player-{_digest(header.player)}" if header.player.strip() else "")
    parts = (_plain(header.case_id) or "debrief", _plain(header.role), player, _plain(header.played))
    return "_".join(part for part in parts if part)


def _plain(text: str, most: int = 40) -> str:
    """Text in the letters that every file system knows: accents off, all else a hyphen."""
    ascii_ = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().casefold()
    return re.sub(r"[^a-z0-9]+", "-", ascii_)[:most].strip("-")


def _digest(text: str) -> str:
    """Six letters that stand for a name in letters that cannot be written plainly."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:6]


def _document(account: Account, whose: str, blocks: tuple[Block, ...], *, annex: bool) -> Document:
    header = account.header
    player = [header.player] if header.player else []
    foot = (header.case, *player, f"Two Capitals {header.version}", header.theory)
    return Document(
        title=header.case,
        subtitle=f"{whose}, {header.years[0]}–{header.years[1]}",
        running_head=f"Two Capitals · Debrief · {header.case}",
        footer=" · ".join(foot),
        blocks=(*blocks, *(annex_of(account) if annex else ())),
        # The dense measures: in those of a sheet the same would fill three pages.
        style="card",
    )


@dataclass(frozen=True, slots=True)
class Arranging:
    """One account, the two parts that differ between own and joint sheet, the papers it must fit; is there an annex?"""

    account: Account
    words: Callable[[Account, Room], tuple[Block, ...]]
    turns: Callable[[Account, Room], Table]
    papers: tuple[Page, ...]
    annex: bool

    def blocks(self, room: Room, *, figures_first: bool = True) -> tuple[Block, ...]:
        """The parts in the order of the debrief: own words, what happened, why, the real case, what if and next."""
        account, key = self.account, Key()
        return (
            *_opening(account),
            *self.words(account, room),
            Heading("What happened?", 1, _minutes(account, "description")),
            self.turns(account, room),
            *_ending(account),
            *_why(account, room, key, figures_first=figures_first),
            *_real_case(account, room, key, annex=self.annex),
            *_what_next(account, room),
        )

    def fitting(self, room: Room) -> tuple[Block, ...] | None:
        """The blocks in one room if they fit; the figures, which no page may break, stand where they leave no gap."""
        for figures_first in (True, False):
            made = self.blocks(room, figures_first=figures_first)
            if all(pages(made, paper) <= MOST_PAGES for paper in self.papers):
                return made
        return None


def _fitted(arranging: Arranging) -> tuple[Block, ...]:
    """The blocks with as much room as two pages have."""
    room = Room()
    made = arranging.fitting(room) or arranging.blocks(room)
    for more in WIDER:
        if "own_words" in more and not arranging.account.own_words:
            continue
        wider = replace(room, **more)
        fitting = arranging.fitting(wider)
        if fitting is not None:
            room, made = wider, fitting
    return made


# --- words ---------------------------------------------------------------------------------------------------


def _minutes(account: Account, *phases: str) -> str:
    return so_many(sum(phase.minutes for phase in account.phases if phase.id in phases), "minute")


@dataclass(slots=True)
class Key:
    """Short names for the works that are cited on a sheet, and the line that explains them."""

    short: dict[str, str] = field(default_factory=dict)
    letters: Iterator[str] = field(default_factory=lambda: iter("abcdefghijklmnopqrstuvwxyz"))

    def sentence(self, fact: Cited, most: int = 9999) -> str:
        """A sentence of fact with its source."""
        cite = "our coding" if fact.kind == "ours" else self.cited(fact.references)
        return f"{trimmed(fact.text, most).rstrip()} ({cite})"

    def cited(self, references: Sequence[Reference]) -> str:
        """Citations by short names."""
        return "; ".join(map(self._cite, references))

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
    player = "Players" if header.role == "both" else "Player"
    facts: list[tuple[str, Text]] = [(player, header.player or "_" * 24)]
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
        *_own_account(account, room),
    )


def _own_account(account: Account, room: Room) -> tuple[Block, ...]:
    """What happened, in one's own words: as it was written at the screen, and room for more."""
    asked, written = account.prompts.own_account, _written(account, room)
    lines = _ruled(account, room)
    return (Paragraph(asked), *written, WritingLines(lines)) if written else (WritingLines(lines, asked),)


def _written(account: Account, room: Room) -> tuple[Block, ...]:
    """What was written on the screen, letter for letter but for its line ends."""
    words = " ".join(account.own_words.split())
    return (
        (Paragraph((bold("Written at the screen. "), italic(f"“{trimmed(words, room.own_words)}”"))),) if words else ()
    )


def _ruled(account: Account, room: Room) -> int:
    """Lines for the own account: fewer where it was written at the screen."""
    return max(room.own_account - 2, 1) if account.own_words.strip() else room.own_account


def _first_words_of_two(account: Account, room: Room) -> tuple[Block, ...]:
    """Both write, each in a column, before they compare."""
    columns = tuple(
        (
            WritingLines(room.reaction, f"{NAMES[capital]}: what was it like to decide here? Not graded."),
            WritingLines(_ruled(account, room), "What happened, and why? Write before you compare."),
        )
        for capital in CAPITALS
    )
    head = Heading("First, each in your own words", 1, _minutes(account, "reaction"))
    return (head, *_written(account, room), Columns(columns))


# --- why -----------------------------------------------------------------------------------------------------


def _why(account: Account, room: Room, key: Key, *, figures_first: bool) -> tuple[Block, ...]:
    figures = Columns(((_conditions(account),), (quadrant_of(account),)), (9, 7))
    head, hinge = Heading("Why?", 1, _minutes(account, "analysis")), _hinge(account, room, key)
    decided = _decided(account, key)
    return (head, figures, decided, *hinge) if figures_first else (head, *hinge, decided, figures)


def _decided(account: Account, key: Key) -> Paragraph:
    """Which conditions were missing and when; the rule that moved each last, and who says so."""
    moved: dict[tuple[int, str], list[str]] = {}
    for verdict in account.conditions[0].verdicts:
        if verdict.decided:
            rule = f"{verdict.decided.why} ({key.cited(verdict.decided.references)})"
            moved.setdefault((verdict.decided.turn, rule), []).append(verdict.condition)
    said = [f"{joined(conditions)}, turn {turn}: {rule}" for (turn, rule), conditions in moved.items()]
    last = f"{'; '.join(said) or 'nothing: all four stand as at the start'}."
    return Paragraph((bold("Missing. "), f"{account.conditions[0].missing} ", bold("Moved last by. "), last))


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
    return stage_of(label, group[0])


def _ending(account: Account) -> tuple[Block, ...]:
    header = account.header
    history = f" History: {header.history_ending.word}." if header.history_ending else ""
    aims: list[str | Run] = [_aims(account, side) for side in account.aims]
    ended = [bold(f"It ended in: {header.ending.word}"), f" ({header.ending.says}).{history} ", bold("Aims. "), *aims]
    return (Paragraph(tuple(ended)),)


def _aims(account: Account, aims: Aims) -> str:
    """The sum of a capital's aims, line by line, beside history's."""
    terms = [f"{_times(line.weight)}{line.count} {line.says}" for line in aims.lines if line.count]
    history = next((h.total for h in account.history_aims if h.capital == aims.capital), None)
    beside = f" (history {number_of(history)})" if history is not None else ""
    return f"{aims.name}: {' '.join(_signed(terms)) or '0'} = {number_of(aims.total)}{beside}. "


def _times(weight: int) -> str:
    sign = MINUS if weight < 0 else "+"
    return f"{sign} {abs(weight)} × " if abs(weight) != 1 else f"{sign} "


def _signed(terms: Sequence[str]) -> list[str]:
    """A sum does not begin with a plus."""
    return [terms[0].removeprefix("+ "), *terms[1:]] if terms else []


def _hinge(account: Account, room: Room, key: Key) -> tuple[Block, ...]:
    """One turn from both capitals: what each had before it, why it came so; what came out only later."""
    turn = account.turn(account.hinge)
    if turn is None:
        return ()
    seen_by_each = (turn.knew, account.answering(turn))
    columns = tuple((Paragraph(_knew(turn, seen, room, key)),) for seen in seen_by_each)
    later = " ".join(key.sentence(fact, 220) for fact in account.real.known_now[: room.later])
    return (
        Paragraph((bold(f"Turn {turn.number} from both capitals. "), turn.why)),
        Columns(columns, rule=True),
        *([Paragraph((bold("Known only later. "), later))] if later else []),
    )


def _knew(turn: Turn, seen: Seen, room: Room, key: Key) -> Text:
    """What a capital had before it at the hinge, and how it stood."""
    meter = f"frustration {turn.frustration[0]}" if seen.capital == "washington" else f"standing {turn.standing[0]}"
    aims = f", aims worth {number_of(turn.other.aims.total)}" if turn.other.capital == seen.capital else ""
    facts = " ".join(key.sentence(fact, 150) for fact in seen.facts[: room.known]) or "no document of its own."
    hidden = f" Not known: {'; '.join(seen.hidden)}." if seen.hidden else ""
    return (bold(f"{NAMES[seen.capital]} knew then"), f" ({meter}{aims}): {facts}{hidden}")


# --- the real case -------------------------------------------------------------------------------------------


def _real_case(account: Account, room: Room, key: Key, *, annex: bool) -> tuple[Block, ...]:
    """What the sources say, sentence by sentence; beside it what is disputed, what is ours, what is left out."""
    real = account.real
    where = "in the annex" if annex else "in the longer printout"
    stated = _some(real.outcome, room.outcome, key, where) or ("Nothing is noted.",)
    disputed = _some(real.disputed, room.disputed, key, where, 240) or ("Nothing is noted.",)
    marks = "The annex marks each." if annex else "The longer printout marks each."
    left_out = trimmed(" ".join(real.left_out), room.left_out) or "Nothing is noted."
    beside: list[Block] = [
        Paragraph(bold("Disputed, or our coding")),
        Lines(disputed),
        Paragraph((bold("How sure. "), account.sure.says, f" {marks}")),
        *_firm(account, room),
        Paragraph((bold("Left out. "), left_out, _apart(account))),
    ]
    explained = key.explained()
    beside += [Paragraph(f"{explained}.", "small")] if explained else []
    columns = Columns(((Paragraph(bold("Stated by the sources")), Lines(stated)), tuple(beside)))
    return (Heading("The real case", 1, _minutes(account, "real")), columns)


def _firm(account: Account, room: Room) -> tuple[Block, ...]:
    """How firm the rules are on the record, and at which turns other theories expect something else."""
    told = account.theories
    if not room.firm:
        return ()
    firm = (Paragraph((bold("On the record. "), told.firm)),) if told.firm else ()
    return (*firm, Paragraph((bold("Other theories. "), told.says)))


def _some(facts: Sequence[Cited], most: int, key: Key, where: str, length: int = 9999) -> tuple[Text, ...]:
    """The first sentences, and how many more there are where."""
    more = len(facts) - most
    rest = (italic(f"… {more} more {where}."),) if more > 0 else ()
    return (*(key.sentence(fact, length) for fact in facts[:most]), *rest)


def _apart(account: Account) -> str:
    """What is counted apart: deaths and rights, never points."""
    counted = "; ".join(f"{what}, {count:,} ({cite})" for what, count, cite in account.real.counted_apart)
    return f" Counted apart, never as points: {counted}." if counted else ""


# --- what if, what next --------------------------------------------------------------------------------------


def _flip_head(account: Account, number: int) -> str:
    whose = f" of {NAMES[account.flips[number].capital]}" if len(account.flips) > 1 else ""
    return f"The smallest change{whose}. "


def _best(account: Account, room: Room) -> tuple[Block, ...]:
    if not account.best:
        return ()
    said = " ".join(_line(account, line, room.best // len(account.best)) for line in account.best)
    return (Paragraph((bold("Best play. "), said)),)


def _line(account: Account, line: BestLine, most: int) -> str:
    """A line of best play: what it comes to, and those of one's own steps in it that were not taken."""
    mine = [c for c in CAPITALS if account.header.role in (c, "both")]
    taken = {turn.label for turn in account.turns}
    steps = [f"“{s.label}”" for capital in mine for s in line.chosen_by(capital) if s.label not in taken]
    shown = [step for at, step in enumerate(steps) if len("; ".join(steps[: at + 1])) <= most] or steps[:1]
    more = f" and {len(steps) - len(shown)} more" if len(steps) > len(shown) else ""
    comes_to = (
        f"Washington {number_of(line.aims[0].total)}, Mexico City {number_of(line.aims[1].total)}; {line.ending.word}"
    )
    return f"{line.title} ({comes_to}){' by ' + '; '.join(shown) + more if steps else ', as played'}."


def _what_next(account: Account, room: Room) -> tuple[Block, ...]:
    """The smallest change, best play, and what is asked: questions chosen by what happened, then everybody's."""
    flips = enumerate(account.flips)
    here = [q.ask for q in account.questions if q.here][: room.questions]
    elsewhere = [q.ask for q in account.questions if not q.here][:1]
    prompts = account.prompts
    asked = (*here, *elsewhere, prompts.change_a_rule, prompts.transfer, prompts.next_time)
    changes = tuple(Paragraph((bold(_flip_head(account, n)), capped(flip.says))) for n, flip in flips)
    best = _best(account, room)
    return (
        Heading("What if, and what next?", 1, _minutes(account, "what-if", "application")),
        *((Columns((changes, best)),) if best else changes),
        Numbered(asked, lines=room.answer),
    )

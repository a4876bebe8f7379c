"""A coded case of the record in words: what was done and found, what the rules make of it, what came of it.

Both faces tell it. What a mark rests on stands beside it as a word: stated, inferred, doubtful.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from game.backtest.flips import flips
from game.backtest.lookup import Looked, Lookup
from game.backtest.scored import FINER, Row, Turned
from game.backtest.told import RIGHT, WRONG
from game.debrief.moves_in_words import CROSSED
from game.debrief.quadrant import FIGURE
from game.debrief.wording import LADDERS, NAMES, capped, level, listed, spoken, value
from game.printing.document import Block, Bullets, Cell, Columns, Heading, Lines, Paragraph, SumLine, Table, Text, bold
from game.record.model import Case
from game.rules.moves import Act, Offer
from game.rules.state import Field
from game.rules.theory import Theory
from game.rules.trace import Line
from game.rules.words import CONDITIONS, RECEPTIONS
from game.scenario.citations import citation
from game.scenario.model import Common
from game.sitting.decided import what_decided
from game.sitting.gloss import glossed, with_gloss
from game.sitting.passage import Judgement
from game.sitting.signs import dotted, marked
from game.sitting.sums import sum_of

STATED, INFERRED, DOUBTFUL = "stated", "inferred", "doubtful"
NO, YES = "no", "yes"
PLAIN_NO = "No, and the account gives no occasion to think so: "
HOW_SURE = (
    f"{STATED}: the sources tell it; {INFERRED}: read from the situation, no source says it; "
    f"{DOUBTFUL}: another reader could well code it otherwise."
)
KINDS = {
    "act": "an act alone",
    "incident": "an incident, nobody's policy",
    "joint": "joint: offered, and taken up or not",
    "prospect": "an option that was weighed, not taken",
    "omission": "an omission: something was not done",
    "turn": "Mexico's own move",
}
ACT = {
    "soil": "enters Mexican soil",
    **CROSSED,
    "warned": "Mexico City is warned",
    "needs": "needs Mexico afterwards",
    "visibility": "announced",
    "mooted": "only proposed",
    "demands": "demands of Mexico",
    "does": "what agreements can forbid",
    "whose": "whose doing it was",
    "harm_north": "people in the north feel it",
    "feels_more": "who would feel a stop more",
}
OFFER = {
    "offer.by": "who offers",
    "offer.recognises": "treats the other as a partner",
    "offer.drops_claim": "withdraws the accusation",
    "offer.withdraws": "withdraws what harms",
    "offer.shares": "takes on its own share",
    "offer.talks": "brings talks",
    "offer.builds": "builds",
    "offer.gives": "gives",
    "offer.binds": "its text binds Washington",
    "offer.body": "founds a staffed body",
    "offer.ends": "ends with the administration",
    "offer.delivered": "what was promised came",
    "harm_north": ACT["harm_north"],
    "feels_more": ACT["feels_more"],
}
STATE = {
    **{f"state.{condition}": condition for condition in CONDITIONS},
    "state.shut": "the field is shut",
    "state.open": "grievances open",
    "state.bound": "agreements bind",
    "state.told": "Mexico City had been told",
    "state.consent": "Mexico City had consented",
}
HEAD = {"years": "years", "field": "field", "purpose": "purpose", "orientation": "orientation"}
WORDS = {**HEAD, **ACT, **OFFER, **STATE}
"""Every mark that can be inferred or doubtful, as a reader reads it."""
FINER_WORDS = {"then": "Washington then", "binding": "a text binds", "manner": "manner", "lasted": "it lasted"}
BUILDS = ("nothing", "a letter or working group", "a standing body")
GIVES = ("nothing", "training or know-how", "money and equipment")
VISIBILITY = {"open": "openly", "quiet": "not at all: quiet", "secret": "not at all: secret"}
FEELS = {"washington": "Washington", "even": "neither", "mexico": "Mexico"}
Coded = tuple[str, str]
"""The name of a mark, and how it is coded."""


def how_sure(case: Case, mark: str, value: str) -> str:
    """What a mark rests on; nothing for a plain no, for which there was no occasion."""
    said = [INFERRED] if mark in case.inferred else [] if value == NO else [STATED]
    return ", ".join(said + ([DOUBTFUL] if mark in case.doubtful else []))


# --- in a few words ------------------------------------------------------------------------------------------


def in_short(one: Looked, lookup: Lookup) -> tuple[str, str, str]:
    """Three lines on a case: what it was, in which cell it stands, and how it came out."""
    case = one.case
    if one.got is None:
        what = dotted(f"record: {marked(case.real.reception) or 'not told'}", f"not scored: {case.unscored}")
    else:
        turned = {turn.mark for turn in lookup.test.turns if turn.row.case.id == case.id}
        doubts = f"{len(case.doubtful)} doubtful, {len(turned)} would turn it" if case.doubtful else "nothing doubtful"
        parts = (f"record: {marked(case.real.reception)}", f"rules: {marked(one.got.reception)}, {one.verdict}", doubts)
        what = dotted(*parts)
    return dotted(*_head(case)), _cell(case), what


def _head(case: Case) -> tuple[str, ...]:
    """When, who, what kind, which field; and what of it is not simply stated."""
    return (
        case.when + _aside(case, "years"),
        NAMES[case.by],
        KINDS[case.kind],
        case.found.field + _aside(case, "field"),
    )


def _cell(case: Case) -> str:
    """Its cell of the papers' figure, each word with what it means; and how sure that is."""
    words = with_gloss((case.orientation, case.purpose))
    if case.kind == "joint" and case.orientation == "unilateral":
        words = f"unilateral in the papers' figure; {glossed(case.purpose)}"
    return f"{words}{_aside(case, 'orientation') or _aside(case, 'purpose')}"


# --- the whole case ------------------------------------------------------------------------------------------


def told(one: Looked, lookup: Lookup, common: Common, played: str = "") -> Iterator[Block]:
    """Everything that is known of a case, what it comes to under the theory first; ``played`` is where one plays it."""
    case = one.case
    figure = f"A cell of the papers’ figure ({citation((FIGURE,), common)})."
    yield Lines(("; ".join(_head(case)), f"{capped(_cell(case))}. {figure}"))
    if played:
        yield Paragraph(("A case of the game tells it: ", bold(played)))
    if decided := tuple(what_decided(one, lookup.test.theory)):
        yield Lines(decided)
    yield from _result(one, lookup.test.theory, common)
    yield from _coding(case)
    yield Heading("Sources", 2)
    yield Paragraph(f"{citation(case.cite, common)}. Casebook: {case.source}, {case.id}.")
    if case.note:
        yield Heading("Note of the coder", 2)
        yield Paragraph(case.note)
    yield from _doubts(one, lookup)


def _coding(case: Case) -> Iterator[Block]:
    """What was done and what it found, beside each other where there is room."""
    move = Heading("What was done" if case.found.offer is None else "What was offered", 2)
    field = Heading("The field as it found it", 2)
    yield Columns(((move, *_marks(case, _move(case))), (field, *_marks(case, _state(case)))), (6, 5))
    yield Paragraph(HOW_SURE, "small")


def _aside(case: Case, mark: str) -> str:
    """What is to be said of a mark in the head, if it is not simply stated."""
    sure = how_sure(case, mark, "")
    return "" if sure == STATED else f" ({sure.removeprefix(f'{STATED}, ')})"


def _marks(case: Case, coded: Sequence[Coded]) -> Iterator[Block]:
    """The marks that say something in a table; the plain noes in one sentence."""
    if not coded:
        yield Paragraph("It is not coded: no rule reaches it.", "small")
        return
    rows = [(WORDS[mark], value, how_sure(case, mark, value)) for mark, value in coded]
    yield Table(("mark", "coded", "how sure"), tuple(row for row in rows if row[2]))
    if noes := [name for name, _, sure in rows if not sure]:
        yield Paragraph(f"{PLAIN_NO}{'; '.join(noes)}.", "small")


def _yes_no(value: object) -> str:
    return YES if value else NO


def _classes(words: frozenset[str]) -> str:
    return listed(map(spoken, sorted(words)), NO)


def _move(case: Case) -> list[Coded]:
    found = case.found
    if found.act:
        return _act(found.act)
    return _offer(case, found.offer) if found.offer else []


def _act(act: Act) -> list[Coded]:
    said = {
        "warned": "as it was told" if act.warned is None else _yes_no(act.warned),
        "visibility": VISIBILITY[act.visibility],
        "demands": {"none": NO, "general": "improvement by a date", "particular": "one particular thing"}[act.demands],
        "does": _classes(act.does),
        "whose": {"agency": "an agency's, unordered", "private": "private", "mexico": "Mexico's own"}.get(
            act.whose, NO
        ),
        "feels_more": FEELS[act.feels_more],
    }
    return [(mark, said.get(mark) or _yes_no(getattr(act, mark))) for mark in ACT]


def _offer(case: Case, offer: Offer) -> list[Coded]:
    entry = case.found.entry
    said: Mapping[str, str] = {
        "offer.by": NAMES.get(case.found.offered_by, ""),
        "offer.builds": NO if not offer.builds else BUILDS[offer.builds],
        "offer.gives": NO if not offer.gives else GIVES[offer.gives],
        "offer.binds": _yes_no(entry and entry.binds),
        "offer.body": _yes_no(entry and entry.body),
        "offer.ends": _yes_no(entry and entry.ends),
        "offer.delivered": case.found.delivered,
        "feels_more": FEELS[offer.feels_more],
    }
    return [(mark, said.get(mark) or _yes_no(getattr(offer, mark.removeprefix("offer.")))) for mark in OFFER]


def _state(case: Case) -> list[Coded]:
    here: Field = case.found.here
    levels = [(f"state.{name}", level(number)) for name, number in _levels(here)]
    return [
        *levels,
        ("state.shut", _yes_no(here.shut)),
        ("state.open", listed(here.open, NO)),
        ("state.bound", _classes(case.found.bound)),
        ("state.told", _yes_no(here.told)),
        ("state.consent", _yes_no(here.consent)),
    ]


def _levels(here: Field) -> list[tuple[str, int]]:
    return list(zip(CONDITIONS, here[:4], strict=True))


# --- the rules and the record --------------------------------------------------------------------------------


def _result(one: Looked, theory: Theory, common: Common) -> Iterator[Block]:
    """The record beside the rules, and the sum by which they come to it."""
    case = one.case
    yield Table(("", "record", "rules", ""), tuple(_beside(one)))
    if one.got is None:
        yield Paragraph((bold("Not scored: "), case.unscored or "no rule reaches it."))
        return
    lines = tuple(line for line in one.got.lines if line.what in LADDERS)
    before = [line for line in one.got.lines if line.what not in LADDERS and line.step]
    if before:
        yield Bullets(tuple(map(_first, before)))
    made = sum_of(Judgement(lines[0].what, lines, None), common)
    yield replace(made, totals=(*made.totals, *_of_its_kind(one, theory)))


def _first(line: Line) -> str:
    """What making an offer changes before it is judged."""
    name = line.what.rpartition(".")[2]
    before, after = (value(line.what, number) for number in (line.before, line.after))
    return f"First, {line.why}: {name} from {before} to {after}."


def _of_its_kind(one: Looked, theory: Theory) -> Iterator[SumLine]:
    """A reply of a kind of its own, whatever was due."""
    if one.got and one.got.manner:
        says = next((rule.says for rule in theory.manner if rule.word == one.got.manner), one.got.manner)
        level = RECEPTIONS.index(one.got.reception)
        yield SumLine(f"{one.got.manner}: {says}", "", f"{level} {one.got.reception}")


def _verdict(right: bool) -> Text:
    """Right is quiet and wrong is loud, each by its word."""
    return RIGHT if right else bold(WRONG.upper())


def _beside(one: Looked) -> Iterator[tuple[Cell, ...]]:
    real, got = one.case.real, one.got
    verdict: Text = "" if got is None else _verdict(got.reception == real.reception)
    yield "reception", marked(real.reception) or "not told", marked(got.reception) if got else "–", verdict
    for what in FINER:
        said, came = getattr(got, what) if got else "", getattr(real, what)
        if came or (said and what == "manner"):
            right = Row(one.case, got).finer(what) if got else None
            word: Text = "" if right is None else _verdict(right)
            yield FINER_WORDS[what], spoken(came) or "none", spoken(said) or "–", word
    if real.lever:
        yield "lever", spoken(real.lever), "–", ""


# --- what is doubtful ----------------------------------------------------------------------------------------


def _doubts(one: Looked, lookup: Lookup) -> Iterator[Block]:
    """What another reader could code otherwise, and what that turns."""
    yield Heading("What is doubtful", 2)
    if not one.case.doubtful:
        yield Paragraph("Nothing: no mark of it is held to be doubtful.")
        return
    turns = [turned for turned in lookup.test.turns if turned.row.case.id == one.case.id]
    yield Bullets(tuple(_doubt(one, mark, turns) for mark in WORDS if mark in one.case.doubtful))


def _doubt(one: Looked, mark: str, turns: Sequence[Turned]) -> Text:
    """A doubtful mark, coded the other way."""
    mine = [turned for turned in turns if turned.mark == mark]
    if mine:
        results = " or ".join(f"{marked(t.result)}, which is {RIGHT if t.now_right else WRONG}" for t in mine)
        return f"{WORDS[mark]}: ", bold(f"coded otherwise it comes to {results}")
    asked = one.got is not None and flips(one.case.found, mark)
    return f"{WORDS[mark]}: {'coded otherwise, nothing turns' if asked else 'no rule looks at it here'}"

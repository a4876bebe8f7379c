"""The backtest as a document: what the rules get right, what they miss, and what that is worth."""

from collections.abc import Iterable, Iterator

from game.backtest.coders import Agreement
from game.backtest.extensions import bought
from game.backtest.scored import BASELINES, FINER, Backtest, Baseline, Row, Share, Turned
from game.printing.document import Block, Bullets, Document, Facts, Heading, Lines, Paragraph, Shaded, Table, Text, bold
from game.record.model import Case
from game.rules.numbers import so_many
from game.scenario.citations import citation
from game.scenario.model import Common

RIGHT, WRONG = "right", "wrong"
FINER_WORDS = {
    "then": "what Washington did then",
    "binding": "whether a text binds Washington (nearly a mark itself)",
    "manner": "deliveries for a date, or what was asked is done",
    "lasted": "whether it still held after the next change of administration",
}
KIND_WORDS = {"act": "acts alone", "incident": "incidents", "joint": "joint work", "prospect": "options weighed"}


def backtest_document(test: Backtest, common: Common, second: Agreement | None = None) -> Document:
    """Everything that a sceptical reader asks of the table, in the order in which he asks it."""
    blocks = (
        *_summary(test),
        *_cases(test),
        *_misses(test, common),
        *_finer(test),
        *_alike(test),
        *_doubtful(test),
        *_extensions(test),
        *(_second(second) if second else ()),
        *_apart(test),
    )
    return Document(
        title=f"The record under the rules: {test.theory.title}",
        subtitle=test.theory.claim,
        running_head="Two Capitals · Backtest",
        footer=f"Two Capitals · theory: {test.theory.id}, version {test.theory.version} · Our coding of others’ cases",
        blocks=blocks,
    )


def percent(share: Share) -> str:
    """A share in words, with its percentage where that means anything."""
    return f"{share} ({round(100 * share.right / share.total)} %)" if share.total else "none"


# --- how many ------------------------------------------------------------------------------------------------


def _summary(test: Backtest) -> Iterator[Block]:
    yield Paragraph(
        "Each case is coded by what the act or offer was and what it found. The rules are given that and never what "
        "came of it; the record stands beside their result. The rules were shaped by people who knew the cases.",
        size="small",
    )
    yield Paragraph((bold(f"Right: {percent(test.share())}. "), *plainly(test)))
    yield Table(
        ("", "rules", *(baseline.short for baseline in BASELINES)),
        tuple(_kind_row(test, kind) for kind in KIND_WORDS if test.share(lambda c, k=kind: c.kind == k).total),  # type: ignore[misc]
        title="By kind",
        caption="; ".join(f"{baseline.short}: {baseline.name}" for baseline in BASELINES),
    )
    yield Lines(
        (
            (bold("By source: "), _list(test.by(lambda case: case.source))),
            (bold("By decade: "), _list(test.by(lambda case: f"{case.decade}s"))),
        )
    )


def _kind_row(test: Backtest, kind: str) -> tuple[Text, ...]:
    rows = Backtest(test.theory, tuple(row for row in test.rows if row.case.kind == kind))
    said = (rows.baseline(baseline) for baseline in BASELINES)
    return (KIND_WORDS[kind], str(rows.share()), *(str(share) if share.total else "–" for share in said))


def _list(shares: dict[str, Share]) -> str:
    return "; ".join(f"{name} {share}" for name, share in shares.items())


def plainly(test: Backtest) -> tuple[str, ...]:
    """One sentence for each baseline that the theory does not beat, or one that it beats them all."""
    return unbeaten(test) or ("They do better than each of the baselines below on the cases of which it speaks.",)


def unbeaten(test: Backtest) -> tuple[str, ...]:
    """One sentence for each baseline that the theory does not beat."""
    found = [b for b in BASELINES if (mine := test.beside(b)).total and mine.right <= test.baseline(b).right]
    return tuple(_unbeaten(test, baseline) for baseline in found)


def _unbeaten(test: Backtest, baseline: Baseline) -> str:
    mine, its = test.beside(baseline), test.baseline(baseline)
    word = "no better than" if mine.right == its.right else "worse than"
    said = f"On the {so_many(mine.total, 'case')} of which it speaks they do {word} “{baseline.name}”"
    return f"{said} ({mine.right} and {its.right}). "


# --- the cases -----------------------------------------------------------------------------------------------


def _cases(test: Backtest) -> Iterator[Block]:
    yield Heading("The cases", 2)
    rows = tuple(
        (
            row.case.when,
            row.case.id,
            row.case.kind,
            row.expected,
            row.got.reception,
            Shaded(RIGHT, "good") if row.right else Shaded(WRONG, "bad"),
        )
        for row in test.rows
    )
    yield Table(("year", "case", "kind", "record", "rules", ""), rows)


def _misses(test: Backtest, common: Common) -> Iterator[Block]:
    if not test.misses:
        return
    yield Heading(f"What they miss: {len(test.misses)}", 2)
    yield Bullets(tuple(_miss(row, common) for row in test.misses))


def _miss(row: Row, common: Common) -> Text:
    case = row.case
    sources = f" ({citation(case.cite, common)})"
    said = f"{case.title}, {case.when}: the record has {row.expected}, the rules {row.got.reception}. "
    return bold(said), f"{case.note or 'No note.'}{sources}"


def _finer(test: Backtest) -> Iterator[Block]:
    told = [(FINER_WORDS[what], test.finer(what)) for what in FINER]
    if not any(share.total for _, share in told):
        return
    yield Heading("What else the record tells", 2)
    yield Facts(tuple((words, str(share)) for words, share in told if share.total))


# --- how far to trust it -------------------------------------------------------------------------------------


def _alike(test: Backtest) -> Iterator[Block]:
    if not test.twins:
        return
    yield Heading("Cases that look alike and came out differently", 2)
    yield Paragraph("The rules see the same in each of them, so no rule over these marks gets all of a group right.")
    yield Bullets(tuple("; ".join(f"{row.case.id}: {row.expected}" for row in group) for group in test.twins))


def _doubtful(test: Backtest) -> Iterator[Block]:
    yield Heading("Doubtful marks", 2)
    inferred = sum(len(row.case.inferred) for row in test.rows)
    doubtful = sum(len(row.case.doubtful) for row in test.rows)
    yield Paragraph(
        f"Of the marks of these cases {inferred} are inferred and {doubtful} doubtful. "
        f"Coding one doubtful mark the other way turns {so_many(len(test.turns), 'result')}."
    )
    if test.turns:
        yield Bullets(tuple(map(_turn, test.turns)))


def _turn(turned: Turned) -> Text:
    now = RIGHT if turned.now_right else WRONG
    return f"{turned.row.case.id}: {turned.mark} makes it {turned.result}, which is {now}"


def _extensions(test: Backtest) -> Iterator[Block]:
    said = list(bought(test))
    turned = test.by_delivery
    if not said and not turned:
        return
    yield Heading("What the extensions buy", 2)
    lines: list[Text] = [
        f"{rule.id}: with it {with_it}, without it {without} ({', '.join(turns) or 'no case turns'})"
        for rule, with_it, without, turns in said
    ]
    if turned:
        lines.append("A promise judged by what came of it: " + "; ".join(map(str, map(_turn, turned))))
    yield Bullets(tuple(lines))


def _second(agreement: Agreement) -> Iterator[Block]:
    yield Heading("A second reader", 2)
    yield Paragraph(
        f"{agreement.cases} cases were coded a second time by somebody who had not seen the first coding, but who knew "
        "the papers and so how the cases ended: the agreement is flattered. With that coding the rules get "
        f"{percent(agreement.second)} right, with the first {percent(agreement.first)} of the same cases."
    )
    rows = tuple(
        (line.mark, str(line.cases), f"{line.agreed:.2f}", "–" if line.kappa is None else f"{line.kappa:.2f}")
        for line in agreement.lines
    )
    yield Table(("mark", "cases", "agreed", "κ"), rows, align=("left", "right", "right", "right"))
    if agreement.turned:
        yield Paragraph("With the second coding these results turn:")
        yield Bullets(tuple(f"{name}: {first} → {second}" for name, first, second in agreement.turned))


def _apart(test: Backtest) -> Iterator[Block]:
    if not test.unscored:
        return
    yield Heading("Listed and not scored", 2)
    yield Bullets(tuple(_not_scored(case) for case in test.unscored))


def _not_scored(case: Case) -> Text:
    return bold(f"{case.title}, {case.when}: "), case.unscored or "outside the rules’ reach"


def names(cases: Iterable[Case]) -> str:
    """Cases by their ids."""
    return ", ".join(case.id for case in cases)

"""The findings of ``check --paths`` as a document, the most urgent first."""

from collections.abc import Iterator

from game.play.solve import BEST
from game.printing.document import Block, Bullets, Document, Facts, Heading, Paragraph, Table, Text, bold, italic
from game.rules.words import CAPITALS, ENDINGS
from game.scenario.model import Decision
from game.tree.extremes import Extreme
from game.tree.historical import Turn
from game.tree.missing import Miss, Never
from game.tree.plain import best
from game.tree.report import Report
from game.tree.trails import Path
from game.tree.tree import RARE
from game.tree.warnings import AGAINST, POLICIES, Visits
from game.tree.words import not_exhaustive, share

AT_RANDOM = (
    "“At random”: in how many of a hundred games in which each open option is as likely as any other and chance has "
    "its own odds."
)
UNDER = "under this theory"
"""Another theory may receive the same act otherwise, so such a text need not be in vain."""


def tree_document(report: Report) -> Document:
    """One scenario, played on all paths."""
    scenario, theory = report.course.scenario, report.course.theory
    blocks = (
        *_size(report),
        *_warnings(report),
        *_never(report),
        *_rare(report),
        *_endings(report),
        *_best(report),
        *_extremes(report),
        *_history(report),
        *_decisions(report),
        *_texts(report),
    )
    return Document(
        title=f"{scenario.title}, on all paths",
        subtitle=f"Theory: {theory.title}",
        running_head=scenario.id,
        footer=f"Two Capitals · digest of the file: {scenario.digest} · theory: {theory.id}, version {theory.version}",
        blocks=blocks,
    )


# --- words ---------------------------------------------------------------------------------------------------


def with_labels(path: Path) -> str:
    """A path with the label of each option."""
    return " → ".join(f"{s.at}.{s.option} ({s.label})" if s.label else f"{s.at}: {s.option}" for s in path) or START


def without_labels(path: Path) -> str:
    """A path by ids alone."""
    return " → ".join(f"{s.at}.{s.option}" if s.label else f"{s.at}: {s.option}" for s in path) or START


START = "at the start"


# --- what is wrong -------------------------------------------------------------------------------------------


def _size(report: Report) -> Iterator[Block]:
    nodes = report.tree.graph.nodes
    ends = sum(not node.by for node in nodes)
    yield Facts(
        (
            ("states", f"{len(nodes):,}, {ends:,} of them ends"),
            ("games", f"{report.tree.graph.paths():,}"),
            ("looked at", "every state" if report.tree.whole else not_exhaustive(len(nodes))),
        )
    )


def _warnings(report: Report) -> Iterator[Block]:
    yield Heading("Warnings")
    if not report.warnings:
        yield Paragraph("None.")
        return
    yield Bullets(tuple((bold(f"{w.test}, {w.where}"), f": {w.sentence}") for w in report.warnings))


def _never(report: Report) -> Iterator[Block]:
    found = [one for one in report.never if one.what not in ("prose", "ending")]
    yield Heading("What can never be chosen or met")
    if not found:
        yield Paragraph("Nothing: every decision comes up, every option can be chosen, every event happens.")
    for one in found:
        yield Paragraph((bold(f"{one.what} {one.where}"), f" {one.sentence}."))
        if one.miss:
            yield Bullets(tuple(_miss(one.miss)))


def _miss(miss: Miss) -> Iterator[Text]:
    yield "The closest that a game comes to it:"
    for failing in miss.fails:
        yield (bold("fails: "), failing.words, f" ({failing.found})" if failing.found else "")
    for words in miss.holds:
        yield (bold("holds: "), words)
    yield (bold("after: "), with_labels(miss.path))


def _rare(report: Report) -> Iterator[Block]:
    yield Heading("What hardly any game meets")
    yield Paragraph(f"Less than {share(RARE)} of games at random. {AT_RANDOM}", size="small")
    if report.rare:
        yield Bullets(
            tuple(
                (bold(f"{one.what} {one.where}"), f": {share(one.chance)}. Shortest path: {with_labels(one.path)}")
                for one in report.rare
            )
        )
    else:
        yield Paragraph("Nothing.")


def _endings(report: Report) -> Iterator[Block]:
    tree = report.tree
    yield Heading("Endings")
    rows = []
    for ending in ENDINGS:
        met = tree.endings.get(ending)
        rows.append((ending, f"{tree.ends[ending]:,}", share(met.chance) if met else "never"))
    yield Table(("ending", "end states", "at random"), tuple(rows), align=("left", "right", "right"))
    paths = [(ending, tree.path(tree.endings[ending])) for ending in ENDINGS if ending in tree.endings]
    yield Paragraph("The shortest path to each:")
    yield Bullets(tuple((bold(ending), f": {with_labels(path)}") for ending, path in paths))


# --- best play -----------------------------------------------------------------------------------------------


def _best(report: Report) -> Iterator[Block]:
    if report.dilemma is None:
        return
    found = best(report.dilemma)
    yield Heading("Best play")
    head = ("", *AGAINST)
    rows: list[tuple[str, ...]] = [_against(capital, found["play"][capital]) for capital in CAPITALS]
    rows.append(_against("never alone", found["never alone"]))
    rows += [_against(name, found["policies"][name]) for _, name in POLICIES]
    yield Table(
        head,
        tuple(rows),
        align=("left", "right", "right", "right", "right", "right"),
        ruled=(len(CAPITALS),),
        caption="Above: points of best play against each opponent; strategist: both at their best. Below: what is lost "
        "by Washington if it never acts alone, and by each simple policy.",
    )
    for who, title in ((BEST, "Both at their best"), ("due", "Best play of Washington against due")):
        acts = ", ".join(report.dilemma.acts_on(who)) or "none"
        yield Paragraph((bold(title), f": {without_labels(report.dilemma.line(who))}. Acts alone: {acts}."))
    if found["history"]:
        yield Paragraph("History: " + ", ".join(f"{capital} {found['history'][capital]}" for capital in CAPITALS) + ".")


def _against(name: str, numbers: dict[str, float]) -> tuple[str, ...]:
    return (name, *(f"{numbers[who]:.2f}" for who in AGAINST))


def _extremes(report: Report) -> Iterator[Block]:
    yield Heading("Least and greatest")
    yield Bullets(
        tuple(
            (bold(one.what), f": least {_extreme(one.least)}; greatest {_extreme(one.greatest)}")
            for one in report.extremes
        )
    )


def _extreme(extreme: Extreme) -> Text:
    where = without_labels(extreme.path)
    return f"{extreme.value}, {where}" if where == START else f"{extreme.value} after {where}"


# --- history -------------------------------------------------------------------------------------------------


def _history(report: Report) -> Iterator[Block]:
    found = report.historical
    yield Heading("The historical path")
    round_ = 0
    rows: list[Text] = []
    for turn in found.turns:
        if turn.round != round_ and rows:
            yield from (Heading(f"Round {round_}", level=3), Bullets(tuple(rows)))
            rows = []
        round_ = turn.round
        rows.append(_turn(turn))
    if rows:
        yield from (Heading(f"Round {round_}", level=3), Bullets(tuple(rows)))
    if found.stops:
        yield Paragraph((bold("The path stops"), f" at {found.stops}: no option that is marked can be chosen there."))
    parted = [turn for turn in found.turns if turn.parts]
    yield Paragraph(
        "The record parts from the rules at " + ", ".join(turn.at for turn in parted) + "."
        if parted
        else "Wherever a reply or an answer is marked as what was really done, it is the one that the rules expect."
    )
    if found.aside:
        yield Paragraph(f"Marked, but off the path: {', '.join(found.aside)}.")
    for one in found.overrides:
        yield Paragraph(
            (
                bold(one.where),
                f": its author sets “{one.reception}” against the rules: {one.reason} ({'; '.join(one.cite)})",
            )
        )


def _turn(turn: Turn) -> Text:
    where = f"{turn.at}.{turn.option}" if turn.option else turn.at
    label = f" ({turn.label})" if turn.label else ""
    who = ", finished by the rules" if turn.by_rules else ""
    said = [f"{turn.how}{who}"]
    if turn.received and turn.due and not turn.parts:
        said.append(f"received with {turn.received}" + ("" if turn.received == turn.due else f", due {turn.due}"))
    elif turn.parts:
        said.append(f"the record has {turn.parts}, the rules expect {turn.due}")
    elif turn.due:
        said.append(f"the rules expect {turn.due}")
    return (bold(where), f"{label}: {'; '.join(said)}")


# --- decision by decision ------------------------------------------------------------------------------------


def _decisions(report: Report) -> Iterator[Block]:
    yield Heading("Decision by decision")
    for decision in report.course.scenario.decisions:
        met = report.tree.decisions.get(decision.id)
        visits = report.dilemma.visits.get(decision.id) if report.dilemma else None
        yield Heading(f"{decision.id}: {decision.title}", level=3)
        yield Paragraph(
            f"Round {decision.round}, {decision.by}, {decision.kind}; at random {share(met.chance if met else 0)}; "
            f"{len(visits.worths) if visits else 0:,} visits",
            size="small",
        )
        yield Bullets(tuple(_option(report, decision, index, visits) for index in range(len(decision.options))))


def _option(report: Report, decision: Decision, index: int, visits: Visits | None) -> Text:
    option, met = decision.options[index], report.tree.options.get((decision.id, index))
    said = [share(met.chance) if met else "never open"]
    losses = visits.losses(index) if visits else []
    if visits and losses:
        said.append(f"loses {min(losses):.2f} to {max(losses):.2f}")
        said.append(f"best alone against {', '.join(visits.alone(index)) or 'nobody'}")
    star = italic(" ★ history") if option.historical else ""
    return (bold(option.id), f" ({option.label})", star, f": {'; '.join(said)}")


def _texts(report: Report) -> Iterator[Block]:
    never = [one for one in report.never if one.what == "prose"]
    yield Heading("Texts")
    if never:
        yield Paragraph(f"Never shown {UNDER}:")
        yield Bullets(tuple(map(_unshown, never)))
    if report.unwritten:
        yield Paragraph("Receptions that come and have no text of their own; the general words serve:")
        yield Bullets(tuple((bold(one.where), f": {', '.join(one.words)}") for one in report.unwritten))
    if not never and not report.unwritten:
        yield Paragraph("Every text can be shown, and every act and offer has one for each reception that comes.")


def _unshown(one: Never) -> Text:
    return (bold(one.where), f": {one.sentence}")


__all__ = ["tree_document", "with_labels", "without_labels"]

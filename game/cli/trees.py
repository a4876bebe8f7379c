"""``check --paths`` and ``graph``: a scenario as the tree of all its games."""

from argparse import Namespace
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from game.cli.paper import STDOUT, print_document, put_out
from game.cli.places import library_of, scenario_of, theory_of
from game.cli.talk import ONE_FILE_EACH, Refused
from game.play.course import Course
from game.reading.diagnostics import Diagnostic, Place, Unreadable
from game.rules.theory import Theory
from game.scenario.model import Scenario

if TYPE_CHECKING:  # each command loads only what it needs of these
    from game.tree.warnings import Warned


def play_through(
    scenarios: Sequence[tuple[Path, Scenario]], asked: Namespace, found: list[Diagnostic]
) -> list[dict[str, object]]:
    """Play scenarios on all paths: each as data for JSON, else printed; what is to be warned about joins ``found``."""
    from game.tree.report import Report

    theory, plain = theory_of(asked), []
    target: Path | None = asked.output
    if len(scenarios) > 1 and target and target != STDOUT and not target.is_dir():
        raise Refused(ONE_FILE_EACH)
    for path, course in courses_of(scenarios, theory):
        report = Report.of(course)
        found += placed(report.warnings, path)
        if asked.json:
            from game.tree.plain import as_plain

            plain.append(as_plain(report))
        else:
            from game.tree.told import tree_document

            print_document(tree_document(report), f"paths-{course.scenario.id}", asked)
    return plain


def courses_of(scenarios: Sequence[tuple[Path, Scenario]], theory: Theory) -> list[tuple[Path, Course]]:
    """Each scenario under a theory, before any is played. Raises Unreadable for all that the theory does not bear."""
    courses, refused = list[tuple[Path, Course]](), list[Diagnostic]()
    for path, scenario in scenarios:
        try:
            courses.append((path, Course.of(scenario, theory)))
        except Unreadable as error:
            refused += error.diagnostics
    if refused:
        raise Unreadable(refused)
    return courses


def placed(warnings: "Iterable[Warned]", path: Path) -> Iterator[Diagnostic]:
    """Warnings at the decision, option or event that they are about; at the head of the file those about all of it."""
    from game.authoring.desk import line_of, spans_of

    spans = tuple(spans_of(path.read_text(encoding="utf-8-sig"), str(path)))
    for warned in warnings:
        item, _, option = warned.where.partition(".")
        line = line_of(spans, item, option)
        yield Diagnostic(Place(str(path), line), "warning", warned.test, f"{warned.where}: {warned.sentence}")


def graph(asked: Namespace) -> int:
    """The decision tree of a case, as text or as a picture."""
    from game.play.graph import Graph
    from game.printing.arrange import arranged
    from game.tree.chart import Chart
    from game.tree.chart_svg import drawing
    from game.tree.chart_told import chart_document
    from game.tree.tree import Tree

    tree = Tree.of(Graph.of(Course.of(scenario_of(library_of(asked), asked.case), theory_of(asked))))
    chart = Chart.of(tree)
    how = asked.format or ("svg" if asked.output and asked.output.suffix.lower() == ".svg" else "text")
    if how == "svg":
        return put_out(drawing(chart).encode(), f"graph-{chart.id}.svg", asked, spoken=False)
    data = arranged(chart_document(chart, len(tree.graph.nodes)), how)
    return put_out(data, f"graph-{chart.id}.txt", asked, spoken=True)

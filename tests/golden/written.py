"""Documents whose figures the program writes: ``docs/record.md``, and the README's lines about it.

To rewrite them (ten thousand draws: some ten seconds), and then read the diff:

    UPDATE_GOLDEN=1 pytest tests/golden/test_written.py
"""

import os
from functools import cache
from pathlib import Path
from textwrap import fill

from game.backtest.coders import Agreement, agreement
from game.backtest.firmness import robustness_document
from game.backtest.rivals import Comparison, comparison_document, verdict
from game.backtest.robustness import Robustness, robustness
from game.backtest.scored import BASELINES
from game.backtest.told import backtest_document, percent
from game.printing import markdown
from game.record.library import SECOND_READER, cases_folder, coding_of, shipped_cases
from game.scenario.shelf import shipped_common
from game.theories.findings import findings_of
from game.theories.load import SHIPPED, shipped

ROOT = Path(__file__).resolve().parents[2]
RECORD, README = ROOT / "docs/record.md", ROOT / "README.md"
SAMPLES, SEED = 10_000, 0
WIDTH = 118
HEAD = f"""<!--
Written by the program; a test holds it to what the program says now. To write it anew:
    UPDATE_GOLDEN=1 .venv/bin/pytest tests/golden/test_written.py
The same, part by part:
    two-capitals backtest --coder scenarios/cases/second-reader.yaml --format md -o -
    two-capitals backtest --compare --format md -o -
    two-capitals robustness --samples {SAMPLES} --seed {SEED} --format md -o -
-->
"""
NEXT = "\n<!-- next part -->\n\n"
BEGIN, END = "<!-- figures: UPDATE_GOLDEN=1 pytest tests/golden/test_written.py -->\n", "<!-- end of figures -->\n"
UPDATE = bool(os.environ.get("UPDATE_GOLDEN"))


@cache
def compared() -> Comparison:
    """The shipped theories on the shipped cases."""
    return Comparison.of(map(shipped, SHIPPED), shipped_cases())


@cache
def second() -> Agreement:
    """The two readers."""
    return agreement(shipped(), shipped_cases(), coding_of(cases_folder() / SECOND_READER))


@cache
def inspected(samples: int) -> Robustness:
    """How firm it is, by so many draws."""
    return robustness(shipped(), shipped_cases(), samples, SEED)


def record_parts() -> tuple[str, str]:
    """The parts of the document that take no time: the backtest, and the theories beside one another."""
    test = compared().tests[0]
    documents = backtest_document(test, shipped_common()[0], second()), comparison_document(compared())
    return markdown.render(documents[0]), markdown.render(documents[1])


def firmness_part(samples: int = SAMPLES) -> str:
    """The part that takes time."""
    return markdown.render(robustness_document(inspected(samples)))


def figures(sentence: str) -> str:
    """The README's lines about the record; ``sentence`` sums up what took time to find out."""
    test, *rivals = compared().tests
    reached = f"{len(test.rows)} of them within the rules' reach ({len(test.unscored)} are listed and not scored)"
    said = "; ".join(f"“{b.name}” {test.baseline(b)}, the rules there {test.beside(b)}" for b in BASELINES)
    lines = (
        f"{len(shipped_cases())} cases are coded, {reached}. Right: {percent(test.share())}.",
        f"Simpler guesses: {said}.",
        "Rivals on the same cases: " + "; ".join(f"{r.theory.title} {r.share()}" for r in rivals) + ".",
        verdict(compared().tests),
        f"Coded by a second reader, {second().second} are right, where the first coding has {second().first}.",
        sentence.partition("cases. ")[2],  # how many are right has been said
    )
    return "".join(f"{fill(line, WIDTH, initial_indent='- ', subsequent_indent='  ')}\n" for line in lines)


def kept() -> str:
    """What the card and the debrief say of its firmness: the README says the same."""
    found = findings_of(shipped())
    assert found, "make the findings first: UPDATE_GOLDEN=1 pytest tests/backtest/test_findings.py"
    return found.firm


def rewrite() -> None:
    """Write both anew."""
    RECORD.write_text(HEAD + NEXT.join((*record_parts(), firmness_part())), encoding="utf-8", newline="\n")
    before, after = README.read_text(encoding="utf-8").split(BEGIN)
    text = before + BEGIN + figures(kept()) + END + after.partition(END)[2]
    README.write_text(text, encoding="utf-8", newline="\n")

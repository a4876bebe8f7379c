"""docs/diagnostics.md has every kind of fault that the program can tell, each with a sample that really draws it.

UPDATE_GOLDEN=1 writes the document anew.
"""

import ast
import os
from pathlib import Path

import pytest
from authoring.samples import Sample, samples

import game
from game.authoring.codes import CATALOGUE, WHY

DOCUMENT = Path(__file__).parents[2] / "docs" / "diagnostics.md"
HEAD = """# Kinds of faults

What `two-capitals check` can say of a case, by its code. The code stands in brackets at the end of each fault; it stays
the same when the words around it change. An *error* keeps a case from being played, a *warning* does not.

A fault reads `file:line:column: error: what is wrong (expected …; did you mean …?) [code]`. Below it stands the line,
with a caret under the column and beside it what was probably meant; `--no-excerpt` leaves the line out, `--json` has
everything as data.

*Made by* `UPDATE_GOLDEN=1 .venv/bin/pytest tests/authoring/test_catalogue.py` *from* `game/authoring/codes.py` *and the
samples of the tests; every sample is run.*
"""

CODE_AT = {
    "error": 1,
    "warning": 1,
    "unknown": 1,
    "_fault": 1,
    "_TooMuchError": 1,
    "Complaint": 1,
    "Diagnostic": 2,
    "Warned": 0,
    "Doubt": 1,
}
"""By the name of what makes a fault: which of its arguments is the code."""
PASSED_ON = {
    "code",
    "complaint.code",
    "*refusal",
    "warned.test",
    "doubt.code",
    "f'unknown-{kind}'",
    "f'never-{one.what}'",
    "'grammar'",
}
"""Where a code is none of the literals: handed on, or one of the kinds of names that are tested one by one."""


def codes_in_the_program() -> tuple[set[str], set[str]]:
    """The codes written down in the program; and what else stands in their place."""
    literal, other = set[str](), set[str]()
    for path in Path(game.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            at = CODE_AT.get(getattr(node.func, "attr", getattr(node.func, "id", "")), len(node.args))
            for argument in node.args[at : at + 1]:
                if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
                    literal.add(argument.value)
                else:
                    other.add(ast.unparse(argument))
    return literal, other


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Sample]:
    return samples(tmp_path_factory.mktemp("samples"))


def test_every_code_of_the_program_is_in_the_catalogue() -> None:
    literal, other = codes_in_the_program()
    assert len(literal) > 90
    assert literal - set(WHY) == set()
    assert other <= PASSED_ON


def test_every_code_of_the_catalogue_is_drawn_by_its_sample(shown: dict[str, Sample]) -> None:
    assert set(WHY) == set(shown)
    assert [code for code, sample in shown.items() if sample.told.code != code] == []


def test_each_code_stands_in_one_part_and_says_why_in_one_sentence() -> None:
    assert sum(map(len, CATALOGUE.values())) == len(WHY)
    for why in WHY.values():
        assert why[0].isupper()
        assert why.endswith(".")
        assert ". " not in why


def test_the_document_is_what_the_program_says(shown: dict[str, Sample]) -> None:
    text = document(shown)
    if os.environ.get("UPDATE_GOLDEN"):
        DOCUMENT.write_text(text, encoding="utf-8")
    assert text == DOCUMENT.read_text(encoding="utf-8")


# --- the document --------------------------------------------------------------------------------------------


def document(shown: dict[str, Sample]) -> str:
    parts = [HEAD]
    for title, codes in CATALOGUE.items():
        parts.append(f"## {title}\n")
        parts += [_entry(code, why, shown[code]) for code, why in codes.items()]
    return "\n".join(parts)


def _entry(code: str, why: str, sample: Sample) -> str:
    lines = [f"### `{code}` · {sample.told.severity}", "", why, ""]
    if sample.play:
        lines += ["```yaml", *sample.play.strip("\n").split("\n"), "```", ""]
    lines += ["```text", *sample.told.lines, "```", ""]
    if sample.link:
        lines += [f"[The whole file]({sample.link})", ""]
    elif sample.about:
        lines += [f"Drawn by: {sample.about}.", ""]
    return "\n".join(lines)

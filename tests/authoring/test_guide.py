"""The guide for authors is true: its commands run, its blocks are sound where it says they go, and it has every key."""

import ast
import inspect
import re
import shlex
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path

import pytest
from authoring.guided import GUIDE, ROOT, Block, Desk, sections, tables_of_keys
from cli.said import Said
from play import shipped as shelf

from game.cli import main
from game.cli.arguments import parsed
from game.reading.forms import Form
from game.scenario.check import check
from game.scenario.read import read_scenario
from game.tree import warnings

LAID = ("before", "instead of", "file")
KNOWN = {*LAID, "from", "says", "shows", "warns"}
SECTIONS = sections()
Says = Callable[[str], Said]


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("TWO_CAPITALS_SCENARIOS", raising=False)
    return Desk(tmp_path)


@pytest.fixture
def says(desk: Desk, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Says:
    def run(line: str) -> Said:
        program, *words = shlex.split(line)
        assert program == "two-capitals"
        if words[0] == "play":  # needs somebody at the keyboard: here it is enough that it is understood
            if "<" not in words:
                parsed(words)
                return Said(0, "", "")
            at = words.index("<")
            monkeypatch.setattr("sys.stdin", (desk.folder / words[at + 1]).open(encoding="utf-8"))
            words = words[:at]
        if words[0] == "new":  # the case is there already
            words.append("--force")
        said = Said(main([*words, "--saves", str(desk.folder / "saves")]), *capsys.readouterr())
        faults = words[0] == "check" and re.search("error:|warning:", said.out + said.err)
        assert said.status == int(bool(faults)), said.err
        assert words[0] != "play" or "The game is over." in said.out
        return said

    return run


@pytest.mark.parametrize("head", SECTIONS)
def test_a_section_can_be_followed_with_the_case_to_start_from(head: str, desk: Desk, says: Says) -> None:
    for number, block in enumerate(SECTIONS[head]):
        if block.how in LAID:
            desk.lay(block)
            shown = _next_shown(SECTIONS[head][number + 1 :])
            assert shown or [str(fault) for fault in check([desk.path]).found] == []
        elif block.how == "says":
            said = says(block.what)
            assert (said.out or said.err).strip() == block.text.strip()
        elif block.how == "shows":
            printed = says(block.what).out
            assert [part for part in block.text.strip().split("\n\n") if part not in printed] == []
        elif block.how == "warns":
            warned = block.text.strip() in says("two-capitals check my-case.yaml --paths").err
            assert warned == (block.what == "yes")
        elif block.kind == "sh":
            for line in block.text.splitlines():
                says(line)


def _next_shown(blocks: list[Block]) -> bool:
    """Is the case broken on purpose here? The next block then shows what is said of it."""
    return bool(blocks) and blocks[0].how == "says" and "error:" in blocks[0].text


def test_every_block_of_a_case_says_where_it_goes() -> None:
    blocks = [block for found in SECTIONS.values() for block in found]
    assert {block.kind for block in blocks} <= {"yaml", "sh", "text"}
    assert [block for block in blocks if block.kind != "sh" and block.how not in KNOWN] == []
    assert len([block for block in blocks if block.how in LAID]) >= 10


def test_what_the_guide_shows_of_a_file_of_the_project_stands_in_it() -> None:
    shown = [block for found in SECTIONS.values() for block in found if block.how == "from"]
    assert shown
    for block in shown:
        assert block.text in (ROOT / block.what).read_text(encoding="utf-8")


# --- the reference -------------------------------------------------------------------------------------------


def asked(monkeypatch: pytest.MonkeyPatch) -> dict[str, set[str]]:
    """Every key that the reader asks of each kind of table, when it reads files that have all kinds."""
    keys = defaultdict[str, set[str]](set)
    close = Form.close

    def note(form: Form) -> None:
        keys[form.what] |= set(form._asked)
        close(form)

    monkeypatch.setattr(Form, "close", note)
    for path in (ROOT / "scenarios", ROOT / "scenarios/common", ROOT / "tests/data/full-case.yaml"):
        check([path])
    return keys


def test_the_guide_has_every_key_that_the_reader_asks_for_and_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    keys, tables = asked(monkeypatch), tables_of_keys()
    assert {what: keys[what] for what in tables} == tables
    small = {"minutes", "aims", "role_briefs", "offices"}  # in full where they are named
    assert set(keys) - set(tables) <= small


def test_the_guide_explains_every_warning_of_check_paths() -> None:
    calls = [node for node in ast.walk(ast.parse(inspect.getsource(warnings))) if isinstance(node, ast.Call)]
    sentences = [call.args[2] for call in calls if getattr(call.func, "id", "") == "Warned"]
    assert len(sentences) > 10
    for sentence in sentences:
        texts = [n.value for n in ast.walk(sentence) if isinstance(n, ast.Constant) and isinstance(n.value, str)]
        longest = max(texts, key=len, default="")
        assert re.sub(r"[“”]", "", longest).strip() in GUIDE


# --- the worked example --------------------------------------------------------------------------------------


def test_the_worked_example_has_the_marks_and_the_state_of_the_record() -> None:
    record = (ROOT / "scenarios/cases/papers.yaml").read_text(encoding="utf-8")
    coded = record[record.index("id: intercept\n") : record.index("id: cooperation\n")]
    act = shelf.scenario("intercept-1969").decisions[0].options[0].move
    for mark in ("soil", "face", "rank", "harm", "warned", "needs"):
        assert f"{mark}: {'yes' if getattr(act, mark) else 'no'}," in coded
    assert "{interest: 0, coordination: 0, institution: 0, capacity: 0," in coded
    assert shelf.scenario("intercept-1969").start_levels == ((0, 0, 0, 0),)


def test_the_worked_example_draws_no_warning_as_the_guide_says() -> None:
    assert read_scenario(ROOT / "scenarios/intercept-1969.yaml")[1] == []
    assert shelf.dilemma("intercept-1969").warnings() == []

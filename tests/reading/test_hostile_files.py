"""Files that are made to hang, crash or hijack: each is refused, with its place."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from game.reading.characters import clean
from game.reading.diagnostics import MOST_FAULTS, Diagnostic, Faults, as_text
from game.reading.files import MOST_BYTES, read_file
from game.reading.places import MOST_DEPTH, read_text
from game.scenario.model import Common
from game.scenario.read import read_scenario


def told(text: str) -> list[Diagnostic]:
    faults = Faults()
    read_text(text, "case.yaml", faults)
    return faults.listed()


def refusal_of(path: Path) -> Diagnostic:
    faults = Faults()
    assert read_file(path, faults) is None
    (diagnostic,) = faults.listed()
    return diagnostic


BOMBS = {
    "brackets": "[" * 100_000,
    "braces": "{a: " * 100_000,
    "dashes": "- " * 100_000,
    "keys": "? " * 100_000,
    "lines": "\n".join(" " * depth + "a:" for depth in range(1_000)),
}


@pytest.mark.parametrize("name", BOMBS)
def test_a_depth_bomb_is_refused_and_nothing_crashes(name: str) -> None:
    assert [diagnostic.code for diagnostic in told(BOMBS[name])] == ["too-deep"]


def test_a_depth_bomb_does_not_end_the_interpreter(tmp_path: Path) -> None:
    path = tmp_path / "bomb.yaml"
    path.write_text(BOMBS["brackets"], encoding="utf-8")
    code = "import pathlib, sys; from game.scenario.read import read_scenario as read; "
    code += "print(read(pathlib.Path(sys.argv[1]))[1][0].code)"
    root = Path(__file__).parents[2]
    run = subprocess.run([sys.executable, "-c", code, str(path)], capture_output=True, text=True, cwd=root, check=False)
    assert (run.returncode, run.stdout) == (0, "too-deep\n")


def test_values_may_stand_as_deep_as_is_allowed() -> None:
    assert told("[" * MOST_DEPTH + "a" + "]" * MOST_DEPTH) == []
    assert [d.code for d in told("[" * (MOST_DEPTH + 1) + "a" + "]" * (MOST_DEPTH + 1))] == ["too-deep"]


def test_an_alias_that_is_meant_ends_the_reading_and_one_by_accident_does_not() -> None:
    assert [(d.code, d.place.line) for d in told("a: &a [x]\nb: *a\nc: *a\n")] == [("alias", 2)]
    assert [(d.code, d.place.line) for d in told("a: *b\nc: &d e\nf: *b\n")] == [
        ("alias", 1),
        ("anchor", 2),
        ("alias", 3),
    ]


def test_a_tag_that_is_meant_ends_the_reading_and_one_by_accident_does_not() -> None:
    assert [(d.code, d.place.line) for d in told("a: !!int 2\nb: !!str c\n")] == [("tag", 1)]
    assert [(d.code, d.place.line) for d in told("a: !b c\nd: !e f\n")] == [("tag", 1), ("tag", 2)]


def test_a_few_harmful_characters_are_told_one_by_one_and_many_as_one() -> None:
    assert [d.code for d in told("a: x\x1b\n" * 1 + "".join(f"b{n}: \x1b\n" for n in range(5)))] == [
        "control-character"
    ] * 6
    (found,) = told("a: b\n" + "c\x9b: \x1b\n" * 20)
    assert (found.code, found.place[1:]) == ("not-text", (2, 2))


@pytest.mark.parametrize(
    "text",
    [
        "[" + "a," * 480_000 + "]",
        "{" + "a," * 480_000 + "}",
        "- a\n" * 240_000,
        "".join(f"k{n}: 1\n" for n in range(90_000)),
        '- "\\e"\n' * 100_000,
        "\x1b" * 900_000,
        "%TAG !a! tag:x\n" * 60_000 + "--- a",
        "--- a\n" * 100_000,
        "- &a b\n" * 100_000,
    ],
    ids=["commas", "cut", "dashes", "keys", "escapes", "controls", "directives", "documents", "anchors"],
)
def test_a_text_that_nobody_wrote_by_hand_is_refused_in_a_second(text: str) -> None:
    diagnostics = told(text)
    assert 1 <= len(diagnostics) <= MOST_FAULTS + 1
    assert diagnostics[0].severity == "error"


def test_a_file_of_many_faults_says_that_there_are_more() -> None:
    diagnostics = told('- "\\e"\n' * (MOST_FAULTS + 7))
    assert len(diagnostics) == MOST_FAULTS + 1
    assert diagnostics[-1].code == "more-faults"
    assert {diagnostic.code for diagnostic in diagnostics[:-1]} == {"control-character"}


def test_a_file_of_five_megabytes_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "large.yaml"
    path.write_bytes(b"- a\n" * 1_250_000)
    told = as_text(refusal_of(path))
    assert told == f"{path}:1:1: error: the file has 5.0 MB (expected at most 1 MB) [too-large]"


def test_the_largest_file_is_still_read(tmp_path: Path) -> None:
    path = tmp_path / "case.yaml"
    path.write_bytes(b"#" * (MOST_BYTES - 5) + b"\na: b")
    faults = Faults()
    assert read_file(path, faults) is not None
    path.write_bytes(b"#" * (MOST_BYTES - 4) + b"\na: b")
    assert refusal_of(path).code == "too-large"


@pytest.mark.parametrize(
    ("text", "line", "column", "name"),
    [
        ("a: b\0c", 1, 5, "U+0000 NUL"),
        ("a: b\nc: \x1b[2J", 2, 4, "U+001B ESC"),
        ('a: "\\e[2J"', 1, 4, "U+001B ESC"),
        ('a: "\\x1b]52;c;eA\\a"', 1, 4, "U+001B ESC"),
        ('a: "\\u009b2J"', 1, 4, "U+009B control character"),
        ("a: x\x9b", 1, 5, "U+009B control character"),
        ("a: x\u0085y", 1, 5, "U+0085 control character"),
        ("a: x\x7f", 1, 5, "U+007F DEL"),
        ("a: x\u202ey", 1, 5, "U+202E direction control"),
        ('a: "\\u2066y"', 1, 4, "U+2066 direction control"),
        ("a: x\u2028y", 1, 5, "U+2028 invisible character"),
        ("a: x\ufeffy", 1, 5, "U+FEFF invisible character"),
        ("a: x\ud800y", 1, 5, "U+D800 invisible character"),
        ('a: "x\\ty"', 1, 4, "U+0009 tab"),
        ('a: "x\\ry"', 1, 4, "U+000D control character"),
        ('"\\e": a', 1, 1, "U+001B ESC"),
        ("# \x1b[2J\na: b", 1, 3, "U+001B ESC"),
    ],
)
def test_a_character_that_would_be_obeyed_is_told_with_its_place(text: str, line: int, column: int, name: str) -> None:
    diagnostic = told(text)[0]
    assert diagnostic.code == "control-character"
    assert diagnostic.place[1:] == (line, column)
    assert diagnostic.message.endswith(name)


def test_a_harmful_character_does_not_hide_the_faults_after_it() -> None:
    assert [diagnostic.code for diagnostic in told("a: \x1b\nb: *c\na: d\n")] == ["control-character", "alias", "twice"]


@pytest.mark.parametrize(
    "text", ["a: \x1b[2J\nb: *c", '"\\e]0;x\\a": b\n"\\e]0;x\\a": c', '{a: b, "\\e c": d, "\\e c"}', "{\u202ea, b c}"]
)
def test_no_message_carries_what_it_warns_of(text: str) -> None:
    lines = [as_text(diagnostic) for diagnostic in told(text)]
    assert lines
    assert [line for line in lines if clean(line) != line] == []


def test_the_name_of_a_file_is_shown_without_what_a_terminal_would_obey(tmp_path: Path) -> None:
    diagnostic = refusal_of(tmp_path / "a\x1b[2Jb.yaml")
    assert "\x1b" not in as_text(diagnostic)


def test_a_tag_that_names_a_program_is_refused_and_not_run(tmp_path: Path) -> None:
    made = tmp_path / "made"
    assert [d.code for d in told(f"!!python/object/apply:os.mkdir [{made}]")] == ["tag"]
    assert not made.exists()


def test_a_file_that_is_not_utf_8_is_told_with_its_place(tmp_path: Path) -> None:
    path = tmp_path / "case.yaml"
    path.write_bytes("a: b\nc: é".encode("latin-1"))
    diagnostic = refusal_of(path)
    assert (diagnostic.code, diagnostic.place[1:]) == ("not-utf-8", (2, 4))
    path.write_bytes("a: b".encode("utf-16"))
    assert refusal_of(path).code == "not-utf-8"


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    assert refusal_of(tmp_path).message == "this is a folder"


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    assert refusal_of(tmp_path / "nowhere.yaml").message == "there is no such file"
    assert refusal_of(tmp_path / "no\0where.yaml").code == "cannot-open"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with names")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.yaml")
    assert refusal_of(tmp_path / "pipe.yaml").code == "not-a-file"


def test_a_file_that_may_not_be_read_is_told(tmp_path: Path) -> None:
    path = tmp_path / "closed.yaml"
    path.write_text("a: b", encoding="utf-8")
    path.chmod(0)
    if os.access(path, os.R_OK):
        pytest.skip("this user may read everything")
    assert refusal_of(path).message == "you may not read this file"


@pytest.mark.parametrize("text", ["", "# nothing\n", "---\n...\n"])
def test_a_file_in_which_nothing_is_written_is_no_scenario(tmp_path: Path, text: str) -> None:
    path = tmp_path / "case.yaml"
    path.write_text(text, encoding="utf-8")
    scenario, found = read_scenario(path, Common())
    assert scenario is None
    assert found[0].severity == "error"

"""``author``: without a terminal it names what serves instead; ``--watch`` checks whenever the file is saved."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from cli.said import Command
from theories.written import changed

from game.authoring.start import start_of
from game.cli.watching import watch
from game.rules.theory import Theory
from game.theories.load import parse, shipped

TEXT = start_of("my-case")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "my-case.yaml"
    path.write_text(TEXT, encoding="utf-8")
    return path


def watching(path: Path, *looks: Callable[[], object], theory: Theory | None = None, **more: bool) -> int:
    """Watch a file while something is done to it before each further look; then Ctrl-C."""
    rest = list(looks)

    def wait(_seconds: float) -> None:
        if not rest:
            raise KeyboardInterrupt
        rest.pop(0)()

    return watch(path, theory or shipped(), wait=wait, **more)


def saved(path: Path, text: str, at: int) -> Callable[[], object]:
    def save() -> None:
        path.write_text(text, encoding="utf-8")
        os.utime(path, ns=(at, at))

    return save


def test_without_a_terminal_it_names_what_serves_instead(command: Command, path: Path) -> None:
    said = command("author", path)
    assert said.status == 2
    assert "--watch" in said.err
    assert f"two-capitals check {path}" in said.err


def test_paths_alone_is_refused(command: Command, path: Path) -> None:
    said = command("author", path, "--paths")
    assert said.status == 2
    assert "--paths goes with --watch" in said.err


def test_the_file_is_checked_at_once_and_after_each_save(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    wrong = TEXT.replace("label: Walk to", "lable: Walk to")
    status = watching(path, lambda: None, saved(path, wrong, 1), lambda: None, path.unlink, saved(path, TEXT, 2))
    said = capsys.readouterr()
    assert status == 0
    assert said.out.splitlines() == [
        "my-case.yaml: no faults; it can be played (8 decisions, 3 events, 4 rounds)",
        "my-case.yaml: 2 errors",
        "my-case.yaml: 1 error",
        "my-case.yaml: no faults; it can be played (8 decisions, 3 events, 4 rounds)",
    ]
    assert "did you mean “label”?" in said.err
    assert "there is no such file" in said.err
    assert "\x1b" not in said.out  # no terminal, nothing to clear


def test_with_paths_what_playing_shows_is_told_too(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    saved(path, TEXT.replace("id: close-ours,", "id: close-ours, if: {border.shut: yes},"), 1)()
    watching(path)
    assert "warning" not in capsys.readouterr().err
    watching(path, paths=True)
    assert "warning" in capsys.readouterr().err


def test_with_paths_a_case_that_its_theory_does_not_bear_is_told_so(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    low = parse(changed(lambda tree: tree["limits"].update(standing="1")))
    assert watching(path, theory=low, paths=True) == 0
    said = capsys.readouterr()
    assert said.out == "my-case.yaml: 1 error\n"
    assert "my-case starts at standing 3" in said.err

"""Runs a command as a person would type it, with the cases of the tests and a folder of its own for games."""

from pathlib import Path

import pytest
from cli.said import Command, Said
from small_case import DATA

from game.cli import main


@pytest.fixture
def command(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Command:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("TWO_CAPITALS_SCENARIOS", raising=False)

    def run(*words: object) -> Said:
        places = ["--scenarios", str(DATA), "--saves", str(tmp_path / "saves")]
        try:
            status = main([*map(str, words), *places])
        except SystemExit as end:
            status = int(str(end.code or 0))
        return Said(status, *capsys.readouterr())

    return run

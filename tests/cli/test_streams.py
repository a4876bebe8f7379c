"""Pipes, full disks and poor encodings: a sentence and a status, never a traceback."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from cli.said import Command, Said
from small_case import DATA

ROOT = Path(__file__).resolve().parents[2]
START = [sys.executable, "-m", "game", "--scenarios", str(DATA)]


def run(*words: str, **more: object) -> "subprocess.CompletedProcess[str]":
    environment = os.environ | {"PYTHONPATH": str(ROOT)} | dict(more.pop("env", {}))  # type: ignore[call-overload]
    streams = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "stdin": subprocess.DEVNULL} | more
    return subprocess.run([*START, *words], text=True, timeout=60, check=False, env=environment, **streams)  # type: ignore[call-overload, no-any-return]


def test_a_reader_who_has_had_enough_is_no_fault() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    done = run("run", "casablanca-1998", "--json", stdout=writing)
    os.close(writing)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no full device")
def test_a_full_disk_behind_stdout_is_a_sentence() -> None:
    with Path("/dev/full").open("w") as full:
        done = run("run", "small-case", stdout=full)
    assert done.returncode == 2
    assert done.stderr == "the output cannot be written: No space left on device\n"


def test_an_encoding_that_lacks_a_letter_gets_the_plainest_form_of_it() -> None:
    done = run("cases", env={"PYTHONIOENCODING": "ascii"})
    assert done.returncode == 0
    assert "2007-2012  The Merida Initiative" in done.stdout


def test_json_is_whole_in_any_encoding() -> None:
    import json

    found = json.loads(run("cases", "--json", env={"PYTHONIOENCODING": "cp1252"}).stdout)
    assert "The Mérida Initiative" in [head["title"] for head in found]


# --- the outermost door --------------------------------------------------------------------------------------


def broken(*_: object) -> int:
    raise ZeroDivisionError("one by nothing")


def test_a_fault_of_the_program_is_a_sentence_that_says_what_is_kept(
    command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("game.cli.lists.cases", broken)
    said = command("cases")
    assert said.status == 2
    assert said.err == (
        "this is a fault of the program (ZeroDivisionError: one by nothing); no game is kept of this sitting. "
        "TWO_CAPITALS_DEBUG=1 shows where it happened.\n"
    )


def test_a_fault_while_a_game_is_played_names_the_file_of_the_game(
    command: Command, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    from io import StringIO

    monkeypatch.setattr("game.plain.play.Play.begin", broken)
    monkeypatch.setattr("sys.stdin", StringIO("\n"))
    said = command("play", "small-case", "--plain")
    assert said.status == 2
    (kept,) = (tmp_path / "saves").glob("*.yaml")
    assert f"your game is kept at {kept}" in said.err


def test_whoever_asks_sees_where_it_happened(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TWO_CAPITALS_DEBUG", "1")
    monkeypatch.setattr("game.cli.lists.cases", broken)
    with pytest.raises(ZeroDivisionError):
        command("cases")


def test_a_command_that_is_stopped_says_so(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(*_: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr("game.cli.lists.cases", stopped)
    assert command("cases") == Said(2, "", "stopped\n")

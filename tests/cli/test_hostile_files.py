"""What is made to hang, crash or flood is refused in one line. How long that takes tests/bench/run.py prints."""

import os
from pathlib import Path

import pytest
from cli.said import Command
from hostile import HOSTILE


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.skipif(os.name == "nt", reason="there are no pipes and devices among the files of this system")
def test_a_hostile_file_is_refused_in_one_line(name: str, command: Command, tmp_path: Path) -> None:
    path = HOSTILE[name].make(tmp_path)
    said = command("check", path, "--no-excerpt")
    (line,) = said.err.splitlines()
    assert line.isprintable()
    assert len(line) < 300 + len(str(path))
    assert line.endswith(f"[{HOSTILE[name].code}]")
    assert said.status in (1, 2)
    assert not (tmp_path / "made").exists()


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.skipif(os.name == "nt", reason="there are no pipes and devices among the files of this system")
def test_its_excerpt_is_short_and_harmless(name: str, command: Command, tmp_path: Path) -> None:
    lines = command("check", HOSTILE[name].make(tmp_path)).err.splitlines()
    assert len(lines) in (1, 3)
    assert all(line.isprintable() for line in lines)
    assert max(map(len, lines[1:]), default=0) <= 160

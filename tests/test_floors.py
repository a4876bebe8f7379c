"""The house keeps its floors: imports point down, and what has no screen does not load one."""

import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
SCREENS = ROOT / "game/tui"
HEAVY = ("textual", "rich", "typst")  # a screen library, and a compiler of 80 MB that only a PDF needs

IMPORT_ALL = f"""
import importlib, sys
for name in sys.argv[1:]:
    importlib.import_module(name)
    for heavy in {HEAVY!r}:
        if heavy in sys.modules:
            sys.exit(f"importing {{name}} loads {{heavy}}")
"""


def headless_modules() -> list[str]:
    paths = (p for p in (ROOT / "game").rglob("*.py") if SCREENS not in p.parents)
    return sorted(".".join(p.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__") for p in paths)


def python(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *arguments], cwd=ROOT, capture_output=True, text=True, check=False, timeout=120
    )


def test_the_contracts_of_the_house_are_kept() -> None:
    if find_spec("importlinter") is None:
        pytest.skip("import-linter is not installed; it comes with the extra `test`")
    done = python("-c", "from importlinter.cli import lint_imports_command as lint; lint(['--no-cache'])")
    assert done.returncode == 0, done.stdout + done.stderr


def test_every_headless_module_is_found() -> None:
    assert {"game", "game.rules.resolve", "game.scenario.read", "game.play.course"} <= set(headless_modules())


@pytest.mark.parametrize("name", headless_modules())
def test_a_module_without_a_screen_loads_no_screen(name: str) -> None:
    done = python("-c", IMPORT_ALL, name)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("arguments", [("--version",), ("--help",), ("cases",)], ids=" ".join)
def test_a_command_without_a_screen_loads_no_screen(arguments: tuple[str, ...]) -> None:
    done = python("-X", "importtime", "-m", "game", *arguments)
    loaded = {line.rpartition("|")[2].strip() for line in done.stderr.splitlines()}
    assert done.returncode == 0, done.stderr[-2000:]
    assert "game.cli" in loaded
    assert not loaded & set(HEAVY)

"""``graph``: the decision tree on stdout or in a file."""

from pathlib import Path

from cli.said import Command
from small_case import FILE


def test_the_tree_is_told_on_stdout(command: Command) -> None:
    said = command("graph", FILE)
    assert said.status == 0
    assert said.out.startswith("small-case\n")
    assert "- ★ at-the-quay (Arrest them at the quay): due backlash, then harbour-replies" in said.out


def test_a_case_may_be_named_by_its_id(command: Command) -> None:
    assert command("graph", "merida-2007").out.startswith("merida-2007\n")


def test_a_picture_is_put_into_a_file_of_a_fitting_name(command: Command, tmp_path: Path) -> None:
    said = command("graph", FILE, "--format", "svg")
    assert said.out == "graph-small-case.svg\n"
    assert (tmp_path / "graph-small-case.svg").read_text(encoding="utf-8").startswith("<svg ")
    again = command("graph", FILE, "--format", "svg")
    assert again.status == 2
    assert "--force" in again.err


def test_a_file_called_svg_is_a_picture(command: Command, tmp_path: Path) -> None:
    command("graph", FILE, "-o", tmp_path / "tree.svg")
    assert (tmp_path / "tree.svg").read_text(encoding="utf-8").startswith("<svg ")


def test_another_theory_makes_another_tree(command: Command) -> None:
    assert command("graph", FILE, "--theory", "realism").out != command("graph", FILE).out


def test_a_case_that_is_none_is_status_2(command: Command) -> None:
    assert command("graph", "casablanca-1899").status == 2

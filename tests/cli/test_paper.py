"""``debrief`` and ``print``: what is written is named, and nothing is written over unless told so."""

import io
from pathlib import Path
from typing import Self

import pytest
from cli.said import Command
from small_case import TODAY, begun, finished, new_game

from game import __version__
from game.play.game import BOTH
from game.printing.putting import format_of, put, put_beside
from game.saves.store import Store


@pytest.fixture
def save(tmp_path: Path) -> Path:
    return Store(tmp_path / "saves").begin(finished(player="Ana María"), TODAY).path


def test_text_goes_to_stdout(command: Command, save: Path) -> None:
    said = command("debrief", save)
    assert said.status == 0
    assert "The Harbour Lights" in said.out
    assert f"Two Capitals {__version__}" in said.out


def test_what_the_player_wrote_beside_the_game_is_on_the_sheet(command: Command, save: Path) -> None:
    assert "Written at the screen" not in command("debrief", save).out
    save.with_suffix(".own-words.txt").write_bytes(b"Nobody asked\x1b the pilots.\n\xff")
    said = command("debrief", save)
    assert "Nobody asked the pilots." in said.out
    assert "\x1b" not in said.out


def test_the_default_name_is_fit_for_handing_in_and_is_printed(command: Command, save: Path, tmp_path: Path) -> None:
    said = command("debrief", save, "--format", "md")
    name = said.out.strip()
    assert (tmp_path / name).is_file()
    for part in ("small-case", "washington", "ana-maria", TODAY):
        assert part in name
    assert name.endswith(".md")


def test_a_file_that_is_there_is_not_written_over_without_force(command: Command, save: Path, tmp_path: Path) -> None:
    target = tmp_path / "mine.html"
    target.write_text("precious")
    said = command("debrief", save, "-o", target)
    assert said.status == 2
    assert "is there already; --force writes over it" in said.err
    assert target.read_text() == "precious"
    assert command("debrief", save, "-o", target, "--force").out == f"{target}\n"
    assert target.read_text(encoding="utf-8").startswith("<!")


def test_the_name_of_the_file_says_its_format_unless_one_is_given(command: Command, save: Path, tmp_path: Path) -> None:
    command("debrief", save, "-o", "a.html")
    command("debrief", save, "-o", "a.md")
    command("debrief", save, "-o", "b.html", "--format", "md")
    assert (tmp_path / "a.html").read_text(encoding="utf-8").startswith("<!")
    assert (tmp_path / "b.html").read_text(encoding="utf-8") == (tmp_path / "a.md").read_text(encoding="utf-8")
    assert format_of(Path("x.PDF")) == "pdf"
    assert format_of(Path("x")) == "text"


def test_into_a_folder_it_goes_under_its_own_name(command: Command, save: Path, tmp_path: Path) -> None:
    (tmp_path / "handed-in").mkdir()
    said = command("debrief", save, "--format", "md", "-o", tmp_path / "handed-in")
    assert Path(said.out.strip()).parent == tmp_path / "handed-in"


def test_a_dash_is_stdout(command: Command, save: Path) -> None:
    assert command("debrief", save, "--format", "md", "-o", "-").out.count("\n# The Harbour Lights\n") == 1


def test_a_folder_that_is_not_there_is_a_sentence(command: Command, save: Path) -> None:
    said = command("debrief", save, "-o", "nowhere/x.md")
    assert said.status == 2
    assert said.err == "nowhere/x.md: No such file or directory\n"


def test_a_game_that_is_not_over_has_no_debrief(command: Command, tmp_path: Path) -> None:
    said = command("debrief", Store(tmp_path / "saves").begin(begun(), TODAY).path)
    assert said.status == 2
    assert "this game is not over; go on with it first" in said.err


@pytest.mark.parametrize("sheet", ["own", "joint"])
def test_there_is_a_sheet_for_one_and_for_a_pair(command: Command, save: Path, sheet: str) -> None:
    assert ("Joint" in command("debrief", save, "--sheet", sheet).out) == (sheet == "joint")


def test_each_of_two_players_has_a_sheet_of_their_own(command: Command, tmp_path: Path) -> None:
    game = new_game(BOTH, "person")
    for option in ("at-the-quay", "withhold", "regret", "ask", "sign", "rest"):
        game = game.choose(option)
    save = Store(tmp_path / "saves").begin(game, TODAY).path
    assert "Joint debrief" in command("debrief", save).out
    assert "Debrief for Mexico City" in command("debrief", save, "--as", "mexico-city").out
    assert "--as washington or --as mexico-city" in command("debrief", save, "--sheet", "own").err


def test_there_is_no_sheet_for_a_capital_that_nobody_played(command: Command, save: Path) -> None:
    said = command("debrief", save, "--as", "mexico-city")
    assert (said.status, said.out) == (2, "")
    assert said.err == "nobody played mexico-city in this game (washington was)\n"


def test_where_no_pdf_can_be_made_the_sentence_says_what_to_do(
    command: Command, save: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(__import__("sys").modules, "typst", None)
    said = command("debrief", save, "--format", "pdf")
    assert said.status == 2
    assert "A PDF needs the extra 'pdf'" in said.err


def test_the_rules_card_is_printed(command: Command, tmp_path: Path) -> None:
    assert command("print", "--card").out.count("\n") > 40
    said = command("print", "--card", "--format", "html")
    assert said.out == "rules-card.html\n"
    assert (tmp_path / "rules-card.html").is_file()


# --- putting a file on disk ----------------------------------------------------------------------------------


class Full:
    """A file on a full disk."""

    def __init__(self, path: Path) -> None:
        self.file = io.FileIO(path, "x")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.file.close()

    def write(self, data: bytes) -> None:
        self.file.write(data[:2])
        raise OSError("no room")

    close = __exit__


@pytest.mark.parametrize("there_is_one", [False, True])
def test_a_full_disk_leaves_nothing_half_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, there_is_one: bool
) -> None:
    target = tmp_path / "sheet.md"
    if there_is_one:
        target.write_text("as it was")
    monkeypatch.setattr(Path, "open", lambda path, *_: Full(path))
    with pytest.raises(OSError, match="no room"):
        put(target, b"text", over=True)
    monkeypatch.undo()
    assert [path.read_text() for path in tmp_path.iterdir()] == ["as it was"] * there_is_one


def test_a_name_that_is_taken_gets_a_number(tmp_path: Path) -> None:
    paths = [put_beside(tmp_path, "sheet", ".md", b"text") for _ in range(3)]
    assert [path.name for path in paths] == ["sheet.md", "sheet-2.md", "sheet-3.md"]

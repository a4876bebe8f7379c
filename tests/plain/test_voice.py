"""What is said fits its place, what is typed is made harmless, and trouble costs a sentence, not the game."""

import io
import os
import subprocess
import sys
from pathlib import Path
from random import Random

import pytest
from plain.sittings import ARREST, BEGIN, GAME, Sit, Sitting
from small_case import DATA, ID

from game.plain.leaving import leave
from game.plain.voice import NobodyAnswers, Question, Voice, named
from game.sitting.session import Wanted

ROOT = Path(__file__).resolve().parents[2]
HOSTILE = "\x1b]52;c;cm0gLXJm\x07 [red]no[/red] \u202eabc {a: b} \x9b31m"


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


# --- harmless ------------------------------------------------------------------------------------------------


def test_hostile_text_is_kept_and_said_as_text(sit: Sit) -> None:
    sitting = sit("", "1", "2", "1", HOSTILE, "h", "d \x1b[31mword", "\x1b[2J", player=HOSTILE)
    assert not set(sitting.said) & set("\x1b\x07\x9b\u202e")
    assert "[red]no[/red]" in sitting.words
    game = sitting.kept.game
    assert game.turns[0].chose.reason.endswith("{a: b} 31m".replace("} 3", "}  3"))  # type: ignore[union-attr]
    assert "[red]no[/red]" in game.player


def test_a_reason_of_any_length_is_kept(sit: Sit) -> None:
    reason = "word " * 2_000 + "x" * 10_000
    assert sit("", "1", "2", "1", reason).kept.game.turns[0].chose.reason == reason  # type: ignore[union-attr]


def test_an_answer_without_a_line_end_is_an_answer() -> None:
    voice = Voice(io.StringIO("yes"), io.StringIO())
    assert voice.ask("?") == "yes"
    with pytest.raises(NobodyAnswers):
        voice.ask("?")


def test_a_program_without_streams_has_nobody_to_ask() -> None:
    voice = Voice(None, None)
    voice.say("hello")
    with pytest.raises(NobodyAnswers):
        voice.ask("?")


def test_a_terminal_that_was_closed_answers_no_more() -> None:
    closed = io.StringIO("yes")
    closed.close()
    with pytest.raises(NobodyAnswers):
        Voice(closed, None).ask("?")


def test_what_is_typed_at_a_terminal_is_not_said_twice() -> None:
    target = io.StringIO()
    Voice(Terminal("yes\n"), target).ask("Sure?")
    assert target.getvalue() == "Sure? "
    target = io.StringIO()
    Voice(io.StringIO("yes\n"), target).ask("Sure?")
    assert target.getvalue() == "Sure? yes\n"


# --- answers -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("answer", "name"),
    [
        ("1", "at-the-quay"),
        ("02", "wait"),
        ("At the Quay", "at-the-quay"),
        ("WAIT", "wait"),
        ("3", ""),
        ("0", ""),
        ("-1", ""),
        ("²", ""),
        ("9" * 5000, ""),
        ("", ""),
    ],
)
def test_a_number_or_a_word_is_an_answer(answer: str, name: str) -> None:
    assert named(answer, ["at-the-quay", "wait"]) == name


def test_one_question_is_asked_at_a_time_and_nothing_is_guessed() -> None:
    target = io.StringIO()
    voice = Voice(io.StringIO("?\nx\n2\n"), target)
    assert voice.choose(Question("Which", ["one", "two"], ["One", "Two"], keys={"q": "leaves"})) == "two"
    said = target.getvalue()
    assert said.count("Which (1 to 2, ? for help):") == 3
    assert "Or: q leaves." in said
    assert "“x” is none of these." in said


@pytest.mark.parametrize("columns", [10, 20, 40, 300])
def test_on_a_narrow_terminal_the_lines_are_narrow(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, columns: int
) -> None:
    monkeypatch.setattr("game.plain.voice.get_terminal_size", lambda: os.terminal_size((columns, 24)))
    target = Terminal()
    Voice(None, target).say("Acts alone on Mexican soil, without warning; shames Mexico in public. " * 4)
    longest = max(map(len, target.getvalue().splitlines()))
    assert longest <= min(max(columns - 1, 20), 78)


# --- trouble -------------------------------------------------------------------------------------------------


def test_a_game_that_cannot_be_kept_is_said_once_played_on_and_offered_another_folder(tmp_path: Path) -> None:
    (tmp_path / "saves").write_text("a file where the folder should be")
    elsewhere = tmp_path / "elsewhere"
    sitting = Sitting(tmp_path / "saves", Wanted(ID, seed=7))
    sitting.answer(*BEGIN, *ARREST, "q", str(tmp_path / "saves"), str(elsewhere))
    assert sitting.words.count("What do we say now?") == 1
    assert "Another folder to keep it in" in sitting.words
    assert sitting.session.unkept == ""
    assert len(sitting.kept.game.entries) == 2
    assert sitting.session.record is not None
    assert sitting.session.record.path.parent == elsewhere


def test_whoever_wants_no_other_folder_is_told_that_it_is_not_kept(tmp_path: Path) -> None:
    (tmp_path / "saves").write_text("a file where the folder should be")
    sitting = Sitting(tmp_path / "saves", Wanted(ID, seed=7)).answer(*BEGIN, "q", "")
    assert "Not kept:" in sitting.words.partition("Another folder")[2]


def test_a_game_that_another_program_went_on_with_is_said_to_go_on_elsewhere(sit: Sit) -> None:
    sitting = sit(*BEGIN, *ARREST)
    assert sitting.session.record
    with sitting.session.record.path.open("a") as file:
        file.write("- {choose: afterwards, by: washington, option: stand}\n")
    target = io.StringIO()
    from game.plain.play import Play

    play = Play(sitting.session, Voice(io.StringIO("1\nI regret\n"), target))
    with pytest.raises(NobodyAnswers):
        play.go_on()
    assert "was changed or removed by another program; the game goes on in" in " ".join(target.getvalue().split())


def test_leaving_without_a_game_is_a_goodbye(tmp_path: Path) -> None:
    sitting = Sitting(tmp_path, Wanted())
    target = io.StringIO()
    leave(sitting.session, Voice(None, target))
    assert target.getvalue() == "\nGoodbye.\n"


WORDS = (
    *"1 2 3 4 ? b s d h w r u q c o x y p 0 -1 back protest play quit go-on".split(),
    *("", "", "", "d backlash", "1,2", "no warning, soil", "because", HOSTILE, "9" * 60),
)


@pytest.mark.parametrize("seed", range(12))
def test_whatever_is_typed_ends_in_no_fault_and_everything_chosen_is_kept(sit: Sit, seed: int) -> None:
    chance = Random(seed)
    role = chance.choice([None, "washington", "mexico-city", "both"])
    sitting = sit("", *chance.choices(WORDS, k=70), role=role, seed=seed)
    assert "\x1b" not in sitting.said
    if sitting.session.what_if is None and sitting.session.record is not None:
        assert sitting.kept.game.position == sitting.session.playing.position


# --- the program itself --------------------------------------------------------------------------------------


def start(saves: Path, *words: str) -> "subprocess.Popen[str]":
    command = [sys.executable, "-m", "game", "play", ID, "--plain", "--seed", "7"]
    return subprocess.Popen(
        [*command, "--scenarios", str(DATA), "--saves", str(saves), *words],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
    )


def read_until(program: "subprocess.Popen[str]", word: str) -> str:
    assert program.stdout
    said = ""
    while word not in said:
        letter = program.stdout.read(1)
        assert letter, f"{word!r} never came: {said[-400:]}"
        said += letter
    return said


def type_in(program: "subprocess.Popen[str]", *lines: str) -> None:
    assert program.stdin
    program.stdin.write("".join(f"{line}\n" for line in lines))
    program.stdin.flush()


def test_after_kill_9_the_game_goes_on_where_it_stood(sit: Sit, tmp_path: Path) -> None:
    program = start(tmp_path / "saves")
    type_in(program, *BEGIN, *ARREST)
    read_until(program, "What followed")
    program.kill()
    program.communicate()
    again = sit("0", case=None)
    assert "Mexico City: Refuse five requests. BACKLASH." in again.said
    assert again.kept.game.turns[0].chose.reason == ARREST[-1]  # type: ignore[union-attr]


@pytest.mark.skipif(sys.platform == "win32", reason="no such signal")
def test_ctrl_c_leaves_in_a_sentence_and_the_game_is_kept(tmp_path: Path) -> None:
    import signal

    program = start(tmp_path / "saves")
    type_in(program, *BEGIN, *ARREST)
    read_until(program, "What do we say now?")
    program.send_signal(signal.SIGINT)
    out, err = program.communicate()
    assert (program.returncode, err) == (0, "")
    assert "The game is kept:" in out


def test_a_whole_game_goes_through_a_pipe(tmp_path: Path) -> None:
    program = start(tmp_path / "saves")
    out, err = program.communicate("".join(f"{line}\n" for line in GAME))
    assert (program.returncode, err) == (0, "")
    assert "The game is over. It ends in: bound and cold." in out

"""A save read back: nothing is refused that can be read, and what is not as it was is said."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from small_case import ID, THEORY, TODAY, begun, changed_copy, finished, library, new_game, played

from game.play.game import BOTH, Chose, Game
from game.reading.diagnostics import Unreadable
from game.saves.reopened import Opened, read_game, read_pages
from game.saves.store import Store
from game.scenario.library import Library


def saved(folder: Path, game: Game) -> Path:
    return Store(folder).begin(game, TODAY).path


SHELF = library()


def opened(path: Path, shelf: Library = SHELF) -> Opened:
    return read_game(path, shelf, THEORY)


def edited(path: Path, edit: Callable[[bytes], bytes]) -> Path:
    path.write_bytes(edit(path.read_bytes()))
    return path


def without_receptions(game: Game) -> list[object]:
    return [(e.decision, e.option, e.reason, e.predicted) if isinstance(e, Chose) else e for e in game.entries]


# --- whole files ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "game",
    [new_game(), begun(), finished(), finished(opponent="drawn", seed=7, player="Ana"), new_game(BOTH, "person")],
    ids=["new", "begun", "finished", "drawn", "two persons"],
)
def test_a_game_comes_back_as_it_was(tmp_path: Path, game: Game) -> None:
    found = opened(saved(tmp_path, game))
    assert without_receptions(found.game) == without_receptions(game)
    assert found.game.position == game.position
    assert (found.game.role, found.game.opponent, found.game.seed) == (game.role, game.opponent, game.seed)
    assert found.notices == ()
    assert found.intact


def test_going_back_and_handing_over_are_kept(tmp_path: Path) -> None:
    game = begun().back().choose("wait", None, "second thoughts")
    found = opened(saved(tmp_path, game))
    assert found.game.position == game.position
    assert [c.option for c in found.game.undone()] == ["at-the-quay"]
    two = new_game(BOTH, "person").choose("at-the-quay").hand_over("mexico-city")
    assert opened(saved(tmp_path, two)).game.entries[-1] == two.entries[-1]


@pytest.mark.parametrize(
    "edit",
    [
        lambda data: data.replace(b"\n", b"\r\n"),
        lambda data: b"\xef\xbb\xbf" + data,
        lambda data: data.rstrip(b"\n"),
        lambda data: data + b"\n\n",
        lambda data: data.replace(b"moves:\n", b"moves:\n# from the teacher: well done\n\n"),
        lambda data: data.replace(b"- {", b"  -   {"),
    ],
    ids=["CRLF", "BOM", "no last line end", "empty lines", "a note", "indented"],
)
def test_what_editors_do_to_a_save_changes_nothing(tmp_path: Path, edit: Callable[[bytes], bytes]) -> None:
    found = opened(edited(saved(tmp_path, finished()), edit))
    assert found.game.over
    assert found.notices == ()
    assert found.intact


def test_a_save_that_a_program_set_anew_is_read_and_not_written_over(tmp_path: Path) -> None:
    path = saved(tmp_path, begun(reason="a long reason, " * 20))
    edited(path, lambda data: yaml.safe_dump(yaml.safe_load(data)).encode())
    found = opened(path)
    assert len(found.game.entries) == 2
    assert not found.intact
    assert any("set anew" in notice for notice in found.notices)


# --- damaged files -------------------------------------------------------------------------------------------


def test_every_beginning_of_a_save_opens_with_a_beginning_of_its_moves(tmp_path: Path) -> None:
    game = begun(reason="Zoë said: “no”").back().choose("wait", None, "b")
    whole = saved(tmp_path, game).read_bytes()
    moves, path = whole.index(b"moves:") + len(b"moves:"), tmp_path / "torn.yaml"
    path.write_bytes(whole)
    entries = read_pages(path).entries
    for size in range(moves, len(whole) + 1):
        path.write_bytes(whole[:size])
        found = opened(path)
        kept = len(found.game.entries)
        assert list(found.game.entries) == entries[:kept]
        assert found.intact
        line_ends = whole[:size].count(b"\n") - whole[:moves].count(b"\n")
        assert kept >= max(line_ends - 1, 0)


def test_a_save_that_breaks_off_in_its_header_opens_as_a_new_game_or_is_refused_in_a_sentence(tmp_path: Path) -> None:
    whole = saved(tmp_path, begun()).read_bytes()
    path = tmp_path / "torn.yaml"
    for size in range(whole.index(b"moves:") + len(b"moves:")):
        path.write_bytes(whole[:size])
        if b"role: washington\n" in whole[:size]:
            found = opened(path)
            assert found.game.entries == ()
            assert not found.intact
        else:
            with pytest.raises(Unreadable, match=r"not a game|empty"):
                opened(path)


def test_a_torn_last_line_is_dropped_and_said(tmp_path: Path) -> None:
    path = edited(saved(tmp_path, begun()), lambda data: data + b"- {choose: afterw")
    found = opened(path)
    assert len(found.game.entries) == 2
    assert found.notices == (f"{path}:17: the last line is torn and was dropped",)


def test_a_line_in_the_middle_that_cannot_be_read_ends_the_game_there_and_is_never_written_over(tmp_path: Path) -> None:
    path = saved(tmp_path, finished())
    lines = path.read_bytes().splitlines(keepends=True)
    lines[-3] = b"- {choose: \xff\xfe [\n"
    path.write_bytes(b"".join(lines))
    found = opened(path)
    assert len(found.game.entries) == len(finished().entries) - 3
    assert not found.intact
    assert "cannot be read; the game is kept up to it" in found.notices[0]


def test_a_damaged_line_of_the_header_costs_that_line_alone(tmp_path: Path) -> None:
    path = edited(saved(tmp_path, begun(player="Ana")), lambda data: data.replace(b"player: ", b'player: "'))
    found = opened(path)
    assert found.game.player == ""
    assert len(found.game.entries) == 2
    assert "line of the header cannot be read" in found.notices[0]


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "this file is empty"),
        (b"hello\n", "this is not a game of Two Capitals"),
        (b"\x00\x01\x02" * 100, "this is not a game of Two Capitals"),
        (b"moves:\n- {choose: a}\n", "this is not a game of Two Capitals"),
        (b"scenario: small-case\nrole: paris\nmoves:\n", "this is not a game of Two Capitals"),
        (b"[" * 50_000, "this is not a game of Two Capitals"),
        (b"scenario: elsewhere\nrole: both\nmoves:\n", "its scenario “elsewhere” is not here"),
        (b"scenario: ../../etc/passwd\nrole: both\nmoves:\n", "its scenario “../../etc/passwd” is not here"),
    ],
)
def test_what_is_no_save_is_refused_in_a_sentence(tmp_path: Path, content: bytes, sentence: str) -> None:
    path = tmp_path / "odd.yaml"
    path.write_bytes(content)
    with pytest.raises(Unreadable, match=re.escape(sentence)):
        opened(path)


def test_a_folder_or_a_missing_file_is_refused_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match="this is a folder"):
        opened(tmp_path)
    with pytest.raises(Unreadable, match="there is no such file"):
        opened(tmp_path / "none.yaml")


# --- saves that somebody wrote by hand -----------------------------------------------------------------------

HEAD = "scenario: small-case\nrole: washington\nmoves:\n"


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("- {event: the-arrest, leaked: yes}", "chance does not speak at 'the-arrest'"),
        ("- {event: name-out, leaked: yes}", "chance does not speak at 'the-arrest'"),
        ("- {choose: own-house, option: rest}", "'own-house' does not come up there; 'the-arrest' does"),
        ("- {choose: the-arrest, option: at-the-kay}", "nearest is at-the-quay"),
        ("- {back: nowhere}", "there is no decision 'nowhere' to go back to"),
    ],
)
def test_a_move_that_cannot_be_made_ends_the_game_there_with_a_sentence(
    tmp_path: Path, line: str, sentence: str
) -> None:
    path = tmp_path / "hand.yaml"
    path.write_text(HEAD + line + "\n", encoding="utf-8")
    found = opened(path)
    assert found.game.entries == ()
    assert not found.intact
    assert sentence in found.notices[-1]


def test_whose_decision_it_is_the_scenario_knows_better(tmp_path: Path) -> None:
    path = tmp_path / "hand.yaml"
    path.write_text(HEAD + "- {choose: the-arrest, by: mexico-city, option: wait}\n", encoding="utf-8")
    assert [turn.chose.by for turn in opened(path).game.own_turns() if isinstance(turn.chose, Chose)] == ["washington"]


@pytest.mark.parametrize("opponent", ["nobody-knows", "person"])
def test_what_the_header_does_not_say_has_a_default_and_what_is_odd_in_it_is_said(
    tmp_path: Path, opponent: str
) -> None:
    path = tmp_path / "hand.yaml"
    path.write_text(f"format: 9\nopponent: {opponent}\nseed: many\n" + HEAD, encoding="utf-8")
    found = opened(path)
    assert (found.game.opponent, found.game.seed) == ("history", 0)
    assert len(found.notices) == 2
    assert "newer program" in found.notices[0]
    assert f"no opponent “{opponent}”" in found.notices[1]


# --- a scenario that has changed -----------------------------------------------------------------------------


def test_a_scenario_that_changed_only_in_its_words_is_said_to_have_and_every_move_stays(tmp_path: Path) -> None:
    path = saved(tmp_path / "saves", finished())
    found = opened(path, changed_copy(tmp_path, ("Three men", "Four men")))
    assert found.game.over
    assert found.intact
    assert found.notices == (
        "the scenario “The Harbour Lights” has changed since this game was begun; every move comes out as it did",
    )


def test_an_option_put_before_the_chosen_one_does_not_shift_the_choice(tmp_path: Path) -> None:
    path = saved(tmp_path / "saves", finished())
    fresh = "options:\n      - {id: first, label: Something new, wait: yes}\n      - id: at-the-quay"
    found = opened(path, changed_copy(tmp_path, ("options:\n      - id: at-the-quay", fresh)))
    assert found.intact
    assert found.game.position.ground == finished().position.ground


def test_an_option_that_was_renamed_ends_the_game_there_and_the_nearest_is_named(tmp_path: Path) -> None:
    path = saved(tmp_path / "saves", finished())
    found = opened(path, changed_copy(tmp_path, ("id: regret", "id: regrets")))
    assert [e.decision for e in found.game.entries if isinstance(e, Chose)] == ["the-arrest", "harbour-replies"]
    assert not found.intact
    assert "has changed since this game was begun" in found.notices[0]
    assert "'regret' cannot be chosen at afterwards any more" in found.notices[1]
    assert "nearest is regrets" in found.notices[1]
    assert "2 of 6 lines" in found.notices[1]


def test_a_decision_that_is_gone_ends_the_game_there(tmp_path: Path) -> None:
    path = saved(tmp_path / "saves", finished())
    changes = ("decision: letter-answer", "decision: letter-reply")
    found = opened(path, changed_copy(tmp_path, changes))
    assert not found.game.over
    assert "'letter-answer' does not come up there; 'letter-reply' does" in found.notices[1]


def test_the_first_reception_that_comes_out_otherwise_is_named(tmp_path: Path) -> None:
    path = saved(tmp_path / "saves", finished())
    found = opened(
        path, changed_copy(tmp_path, ("reply: {level: backlash, lever: withhold}", "reply: {level: rupture}"))
    )
    assert found.game.over
    assert found.notices[1:] == ("at harbour-replies the reception is now rupture; it was backlash when it was played",)


def test_a_theory_that_changed_is_said(tmp_path: Path) -> None:
    path = edited(saved(tmp_path, begun()), lambda data: re.sub(rb"theory-digest: .*", b"theory-digest: abc", data))
    assert "the theory" in opened(path).notices[0]
    other = edited(path, lambda data: data.replace(b"theory: paradox", b"theory: ours"))
    assert "begun under the theory “ours”" in opened(other).notices[0]


def test_what_chance_said_is_kept_and_not_drawn_again(tmp_path: Path) -> None:
    game = played("together", seed=3)
    path = saved(tmp_path, game)
    said = b"yes" if b"leaked: yes" in path.read_bytes() else b"no"
    other = b"no" if said == b"yes" else b"yes"
    edited(path, lambda data: data.replace(b"leaked: " + said, b"leaked: " + other))
    assert opened(path).game.position != game.position


def test_the_small_case_is_the_one_that_is_meant() -> None:
    assert library().get(ID).title == "The Harbour Lights"

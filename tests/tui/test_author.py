"""The workbench: what is wrong is told while one types, what players will see follows the cursor, nothing is lost."""

import os
from collections.abc import Callable
from pathlib import Path
from shutil import copytree

import pytest
from textual.pilot import Pilot
from textual.widgets import Static
from tui.sitting import DATA, LARGE, SMALL, name_of, text_of

from game.authoring.bench import Bench
from game.authoring.draft import Draft
from game.authoring.start import start_of
from game.theories.load import shipped
from game.tui.screens.author import Author
from game.tui.widgets.jumps import Jumps
from game.tui.widgets.keys import MOST, Keys
from game.tui.workbench import Workbench, trial_of

TEXT = start_of("my-case")
LINES = TEXT.splitlines()
TYPO = ("    round: 2\n    by: mexico-city\n", "    round: 2\n    bye: mexico-city\n")


async def test_what_was_typed_before_a_game_can_be_undone_after_it(path: Path) -> None:
    app = workbench(path)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        await at(pilot, "id: kind-words")
        await pilot.press("home", "#", "f5")
        await until(pilot, lambda: app.game is not None)
    written = app.bench.text
    assert written != TEXT
    back = Workbench(app.bench, edits=app.edits)
    async with back.run_test(size=SMALL) as pilot:
        await pilot.pause()
        assert author(back).editor.text == written
        await pilot.press("ctrl+z")
        assert author(back).editor.text == TEXT


WEAKER = ("talks: yes, builds: 1, gives: 2, drops_claim: yes, withdraws: yes}", "builds: 0}")
Snap = Callable[..., bool]


def line_with(words: str) -> int:
    return next(number for number, line in enumerate(LINES, 1) if words in line)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "cases" / "my-case.yaml"
    path.parent.mkdir()
    path.write_text(TEXT, encoding="utf-8")
    return path


def workbench(path: Path, theme: str = "dark") -> Workbench:
    return Workbench(Bench(Draft(path), shipped()), theme)


def author(app: Workbench) -> Author:
    found = app.screen_stack[0]
    assert isinstance(found, Author)
    return found


async def at(pilot: Pilot[int], words: str) -> None:
    """Put the cursor into the first line with some words."""
    assert isinstance(pilot.app, Workbench)
    author(pilot.app).editor.go_to(line_with(words))
    await pilot.pause()


async def changed(pilot: Pilot[int], *changes: tuple[str, str]) -> None:
    """Change the text as keys would, and wait until it has been looked at."""
    assert isinstance(pilot.app, Workbench)
    editor = author(pilot.app).editor
    for old, new in changes:
        before, found, _ = editor.text.partition(old)
        assert found
        start = editor.document.get_location_from_index(len(before))
        end = editor.document.get_location_from_index(len(before) + len(old))
        editor.replace(new, start, end)
    await pilot.pause()
    author(pilot.app).check()
    await pilot.pause()


def rows_of(app: Workbench, name: str) -> str:
    rows = author(app).query_one(name, Jumps)
    return "\n".join(line.plain.rstrip() for line in rows._lines(200)[0])


def told(app: Workbench) -> str:
    return app.notice


async def until(pilot: Pilot[int], done: Callable[[], bool]) -> None:
    """Wait for something that is worked out beside the screen."""
    for _ in range(200):
        if done():
            return
        await pilot.pause(0.05)
    raise AssertionError("it never came")


# --- faults --------------------------------------------------------------------------------------------------


async def test_a_typo_shows_its_diagnostic_after_a_moment_and_f2_lands_on_it(path: Path) -> None:
    app = workbench(path)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        assert "No faults: it can be played." in text_of(app)
        await at(pilot, "level: first")
        await pilot.press("end", *["left"] * 52, "s")
        author(app).editor.go_to(1)
        await until(pilot, lambda: "errors" in text_of(app) or "1 error" in text_of(app))
        assert f"{line_with('level: first')}:" in rows_of(app, "#fault-list")
        await pilot.press("f2")
        await pilot.pause()
        assert author(app).line == line_with("level: first")


async def test_a_fault_stands_with_place_code_sentence_and_suggestion_and_is_marked_in_the_text(path: Path) -> None:
    app = workbench(path)
    async with app.run_test(size=LARGE) as pilot:
        await pilot.pause()
        await changed(pilot, TYPO)
        line = line_with("decision: what-we-ask") + 2
        fault = next(row for row in rows_of(app, "#fault-list").splitlines() if "bye" in row)
        assert f"{line}:5 error unknown key “bye”" in fault
        assert "did you mean “by”?" in fault
        assert "[unknown-key]" in fault
        await pilot.press("f2")
        await pilot.pause()
        assert f"{line}!" in text_of(app)


async def test_f2_and_f3_go_round_and_enter_and_a_click_on_a_fault_go_there(path: Path) -> None:
    app = workbench(path)
    async with app.run_test(size=LARGE) as pilot:
        await pilot.pause()
        await changed(pilot, TYPO, ("level: first", "level: frist"))
        places = [(fault.place.line, fault.place.column) for fault in app.bench.desk.found]
        assert len(places) == 4
        editor = author(app).editor
        editor.go_to(1)
        for key, place in (("f2", 0), ("f2", 1), ("f2", 2), ("f2", 3), ("f2", 0), ("f3", 3), ("f3", 2)):
            await pilot.press(key)
            await pilot.pause()
            row, column = editor.cursor_location
            assert (row + 1, column + 1) == places[place]
        await pilot.press("escape", "home", "enter")
        await pilot.pause()
        assert author(app).line == places[0][0]
        assert author(app).focused is editor
        faults = author(app).query_one("#fault-list", Jumps)
        second = faults._lines(faults.size.width)[1].index(1)
        await pilot.click(faults, offset=(5, second))
        await pilot.pause()
        assert author(app).line == places[1][0]


async def test_a_fault_in_another_file_is_named_and_not_jumped_to(path: Path) -> None:
    common = path.parent / "common"
    common.mkdir()
    (common / "people.yaml").write_text("somebody: 3\n")
    app = workbench(path)
    async with app.run_test(size=LARGE) as pilot:
        await pilot.pause()
        assert "people.yaml:1" in rows_of(app, "#fault-list")
        await pilot.press("f2")
        assert author(app).line == 1


# --- what players will see -----------------------------------------------------------------------------------


async def test_the_preview_follows_the_cursor(path: Path) -> None:
    app = workbench(path)
    async with app.run_test(size=LARGE) as pilot:
        await pilot.pause()
        assert "Trucks with cocaine" in text_of(app)  # the head of the case
        for words, shown in (
            ("decision: the-bridge", "How do we search the truck"),
            ("id: growers,", "An event: growers"),
            ("decision: our-word", "Do we give them what they"),
        ):
            await at(pilot, words)
            await pilot.pause()
            assert shown in text_of(app)


async def test_the_preview_is_scrolled_to_the_option_under_the_cursor(path: Path) -> None:
    app = workbench(path)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        await at(pilot, "id: tell-them")
        await pilot.pause()
        assert "3 Tell the governor what we know, and wait." in text_of(app)


async def test_while_there_are_errors_the_preview_shows_the_case_as_it_was(path: Path) -> None:
    app = workbench(path)
    async with app.run_test(size=LARGE) as pilot:
        await pilot.pause()
        await changed(pilot, TYPO)
        await at(pilot, "decision: what-we-ask")
        assert "As the case was before it had errors." in text_of(app)
        assert "What do we ask for?" in text_of(app)


async def test_a_file_that_begins_with_errors_has_a_tree_all_the_same(path: Path) -> None:
    path.write_text(TEXT.replace(*TYPO))
    app = workbench(path)
    async with app.run_test(size=LARGE) as pilot:
        await pilot.pause()
        assert "Nothing can be shown yet" in text_of(app)
        await pilot.press("f4")
        assert "two-weeks-are-two-weeks" in rows_of(app, "#tree-list")


async def test_the_tree_opens_where_the_cursor_is_and_enter_goes_to_an_item(path: Path) -> None:
    app = workbench(path)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        await at(pilot, "id: close-ours")
        await pilot.press("f4", "down", "enter")
        await pilot.pause()
        assert author(app).line == line_with("decision: the-second-week")
        assert author(app).focused is author(app).editor


async def test_the_tree_marks_what_can_never_be_chosen_once_all_paths_are_followed(path: Path) -> None:
    path.write_text(TEXT.replace("id: close-ours,", "id: close-ours, if: {border.shut: yes},"))
    app = workbench(path)
    async with app.run_test(size=LARGE) as pilot:
        await pilot.pause()
        await pilot.press("f4")
        await until(pilot, lambda: "never chosen" in rows_of(app, "#tree-list"))
        never = [line for line in rows_of(app, "#tree-list").splitlines() if "never" in line]
    assert ["close-ours" in line for line in never] == [True]


# --- the last choices ----------------------------------------------------------------------------------------


async def test_the_replay_tells_a_reception_that_an_edit_has_changed(path: Path) -> None:
    app = workbench(path)
    async with app.run_test(size=LARGE) as pilot:
        await pilot.pause()
        await pilot.press("f6", "f6")
        assert "what really happened" in text_of(app)
        await changed(pilot, WEAKER)
        assert "the-work joint-lane  ✓ cooperation → ~ token" in text_of(app)
        assert "ends in: bound relation → bound and cold" in text_of(app)
        assert "Replay 1 differs" in text_of(app)


async def test_an_option_that_is_gone_is_said_and_a_line_of_the_replay_can_be_gone_to(path: Path) -> None:
    app = workbench(path)
    async with app.run_test(size=LARGE) as pilot:
        await pilot.pause()
        way = {"the-bridge": "at-our-end"}
        decision = app.bench.course.scenario.decision("the-bridge")  # type: ignore[union-attr]
        assert decision is not None
        app.bench.played(app.bench.game(decision, (), 1).choose(way["the-bridge"]))
        await changed(pilot, ("id: at-our-end", "id: at-ours"))
        author(app).action_view("replay")
        await pilot.pause()
        assert "at-our-end is gone; at-their-end taken" in rows_of(app, "#replay-list")
        await pilot.press("enter")
        await pilot.pause()
        assert author(app).line == line_with("id: at-their-end")


# --- playing -------------------------------------------------------------------------------------------------


async def played_from(path: Path, words: str) -> Workbench:
    app = workbench(path)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        await at(pilot, words)
        await pilot.press("f5")
        await until(pilot, lambda: app.game is not None)
    return app


async def test_f5_opens_the_game_at_the_decision_under_the_cursor(path: Path, saves: Path) -> None:
    app = await played_from(path, "id: kind-words")
    game = app.game
    assert game is not None
    assert (game.role, game.opponent) == ("washington", "due")
    assert game.decision is not None
    assert game.decision.id == "our-word"
    trial = trial_of(game, saves)
    async with trial.run_test(size=SMALL) as pilot:
        await pilot.pause()
        await pilot.pause()
        assert name_of(trial) == "Decision"
        assert "Do we give them what they ask for?" in text_of(trial)
        trial.session.choose("kind-words", None, "")
        trial.session.run_on()
        await pilot.press("q")
        await pilot.pause()
    assert trial.return_code == 0
    app.bench.played(trial.session.playing)
    options = [row.option for row in app.bench.rows()]
    assert options == ["tell-them", "a-letter", "kind-words"]
    back = Workbench(app.bench)
    async with back.run_test(size=SMALL) as pilot:
        await pilot.pause()
        assert author(back).line == line_with("id: kind-words")
        await pilot.press("f6", "f6")
        assert "your last game, made again" in text_of(back)


async def test_outside_a_decision_f5_plays_the_next_one_and_outside_the_play_the_first(path: Path) -> None:
    for words, decision in (("id: growers,", "our-word"), ("title: The Flower Bridge", "the-bridge")):
        app = await played_from(path, words)
        assert app.game is not None
        assert app.game.decision is not None
        assert app.game.decision.id == decision


async def test_with_errors_or_without_a_way_f5_says_why_it_does_not_play(path: Path) -> None:
    app = workbench(path)
    async with app.run_test(size=LARGE) as pilot:
        await pilot.pause()
        await changed(pilot, TYPO)
        await pilot.press("f5")
        await until(pilot, lambda: "cannot be played while" in told(app))
        await changed(
            pilot, TYPO[::-1], ("if: {entry: bridge-notice}", "if: {frustration: at least 5, border.shut: yes}")
        )
        await at(pilot, "decision: the-letter-again")
        await pilot.press("f5")
        await until(pilot, lambda: "never comes up" in told(app))
        assert app.game is None


# --- nothing is lost -----------------------------------------------------------------------------------------


async def test_what_is_unsaved_is_marked_and_ctrl_s_saves_it(path: Path) -> None:
    app = workbench(path)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        await pilot.press("#", "enter")
        assert "my-case.yaml (unsaved)" in text_of(app)
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert "(unsaved)" not in text_of(app)
    assert path.read_text(encoding="utf-8") == "#\n" + TEXT


@pytest.mark.parametrize(
    ("answer", "leaves", "saved"),
    [("1", True, True), ("2", True, False), ("3", False, False), ("escape", False, False)],
)
async def test_whoever_leaves_with_unsaved_text_is_asked(path: Path, answer: str, leaves: bool, saved: bool) -> None:
    app = workbench(path)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        await pilot.press("#")
        await pilot.press("ctrl+q")
        await pilot.pause()
        assert "The text is not saved." in text_of(app)
        await pilot.press(answer)
        await pilot.pause()
        if not leaves:
            assert "(unsaved)" in text_of(app)
    assert (app.return_code == 0 and app._exit) is leaves
    assert path.read_text(encoding="utf-8").startswith("##") is saved


async def test_with_nothing_unsaved_it_is_left_at_once(path: Path) -> None:
    app = workbench(path)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        await pilot.press("ctrl+q")
        await pilot.pause()
        assert app._exit


async def test_a_crash_loses_only_what_was_typed_last_and_the_rest_is_offered(path: Path) -> None:
    app = workbench(path)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        await pilot.press("#", "x")
        author(app).look()  # as every second
    again = workbench(path)
    async with again.run_test(size=SMALL) as pilot:
        await pilot.pause()
        assert "Text was left unsaved here" in text_of(again)
        author(again).look()  # while it is asked nothing is thrown away
        assert again.bench.draft.beside.exists()
        await pilot.press("enter")
        await pilot.pause()
        assert author(again).editor.text == "#x" + TEXT
        await pilot.press("ctrl+s")
    assert path.read_text(encoding="utf-8") == "#x" + TEXT
    assert not again.bench.draft.beside.exists()


async def test_what_was_left_can_be_thrown_away(path: Path) -> None:
    Draft(path).keep("x")
    app = workbench(path)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        await pilot.press("2")
        await pilot.pause()
        assert author(app).editor.text == TEXT
    assert not app.bench.draft.beside.exists()


def somebody_writes(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")
    os.utime(path, ns=(1, 1))


async def test_a_file_that_changes_on_disk_is_read_anew_while_nothing_is_unsaved(path: Path) -> None:
    app = workbench(path)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        await at(pilot, "decision: the-work")
        somebody_writes(path, TEXT.replace("The Flower Bridge", "Another Bridge"))
        author(app).look()
        await pilot.pause()
        assert "Another Bridge" in author(app).editor.text
        assert author(app).line == line_with("decision: the-work")
        assert not app.bench.unsaved


@pytest.mark.parametrize(("answer", "mine"), [("1", True), ("2", False), ("escape", True)])
async def test_with_unsaved_text_it_is_asked_whose_text_stays(path: Path, answer: str, mine: bool) -> None:
    app = workbench(path)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        await pilot.press("#")
        somebody_writes(path, "theirs: 1\n")
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert "Another program wrote to the file" in text_of(app)
        assert path.read_text() == "theirs: 1\n"
        await pilot.press(answer)
        await pilot.pause()
        assert author(app).editor.text == ("#" + TEXT if mine else "theirs: 1\n")
        await pilot.press("ctrl+s")
    assert path.read_text(encoding="utf-8") == ("#" + TEXT if mine else "theirs: 1\n")


async def test_a_file_that_is_gone_is_said_and_a_save_makes_it_anew(path: Path) -> None:
    app = workbench(path)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        path.unlink()
        author(app).look()
        await pilot.pause()
        assert "(unsaved)" in text_of(app)
        await pilot.press("ctrl+s")
    assert path.read_text(encoding="utf-8") == TEXT


async def test_a_disk_that_takes_nothing_is_said_and_the_text_stays(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("game.authoring.draft.put", full)
    app, said = workbench(path), list[str]()
    monkeypatch.setattr(app, "tell", said.append)  # also what the next sentence takes the place of
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        await pilot.press("#", "ctrl+s")
        await until(pilot, lambda: any("Not saved" in sentence for sentence in said))
        assert "(unsaved)" in text_of(app)
    assert path.read_text(encoding="utf-8") == TEXT


@pytest.mark.parametrize(("answer", "begins"), [("1", "# A case to start from"), ("2", ""), ("escape", "")])
async def test_a_file_that_is_not_there_can_be_started_from_the_template(
    tmp_path: Path, answer: str, begins: str
) -> None:
    app = workbench(tmp_path / "new-case.yaml")
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        assert "There is no file new-case.yaml yet." in text_of(app)
        await pilot.press(answer)
        await pilot.pause()
        text = author(app).editor.text
        assert text.startswith(begins)
        assert ("id: new-case" in text) is bool(begins)
    assert not (tmp_path / "new-case.yaml").exists()


async def test_hostile_bytes_do_not_reach_the_terminal(path: Path) -> None:
    path.write_text(f"title: \x1b]52;c;aGFj\x07 [red]x[/red] [@click=app.exit]\n{TEXT}", encoding="utf-8")
    app = workbench(path)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        await until(pilot, lambda: "became blanks" in told(app))
        assert "\x1b" not in text_of(app)
        assert "\x07" not in text_of(app)
        assert "[@click=app.exit]" in text_of(app)
        assert "(unsaved)" in text_of(app)


# --- how it looks --------------------------------------------------------------------------------------------


async def test_at_most_five_keys_stand_in_the_last_line_and_they_fit(path: Path) -> None:
    app = workbench(path)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        await changed(pilot, TYPO)
        keys = author(app).query_one(Keys)
        assert [b.action for b in keys.shown()] == ["fault(1)", "play", "save", "view('tree')", "help"]
        assert len(keys._fitting()) == len(keys.shown()) <= MOST


async def test_in_a_small_window_f6_shows_one_part_after_the_other(path: Path) -> None:
    app = workbench(path)
    async with app.run_test(size=(50, 16)) as pilot:
        await pilot.pause()
        seen = []
        for _ in range(6):
            seen.append(text_of(app))
            await pilot.press("f6")
            await pilot.pause()
    for text, words in zip(
        seen, ("# A case", "No faults", "Trucks", "Round 1", "what really", "# A case"), strict=True
    ):
        assert words in text


async def test_help_and_the_views_can_be_reached_by_key_and_by_mouse(path: Path) -> None:
    app = workbench(path)
    async with app.run_test(size=LARGE) as pilot:
        await pilot.pause()
        await pilot.press("f1")
        await pilot.pause()
        assert name_of(app) == "Help"
        await pilot.press("escape")
        await pilot.pause()
        tabs = author(app).query_one("#tabs", Static)
        await pilot.click(tabs, offset=(12, 0))
        await pilot.pause()
        assert "Round 1" in text_of(app)


TOY = "label: Fetch it at night"


async def seen(pilot: Pilot[int]) -> None:
    """With a fault, and the cursor in an option."""
    await pilot.pause()
    await changed(pilot, (TOY, TOY.replace("label", "lable")))
    assert isinstance(pilot.app, Workbench)
    lines = author(pilot.app).editor.text.splitlines()
    author(pilot.app).editor.go_to(next(n for n, line in enumerate(lines, 1) if "lable" in line), 9)
    await pilot.pause()
    await pilot.pause()


@pytest.mark.parametrize(("size", "theme"), [(SMALL, "dark"), (LARGE, "light")], ids=["80x24", "120x40"])
def test_the_workbench(snap_compare: Snap, tmp_path: Path, size: tuple[int, int], theme: str) -> None:
    path = tmp_path / "toy" / "toy-case.yaml"  # the case to start from is written for people, and changes
    copytree(DATA, path.parent)
    assert snap_compare(workbench(path, theme), terminal_size=size, run_before=seen)

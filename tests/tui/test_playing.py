"""From home to the debrief, as a student goes: one key after the other."""

from contextlib import suppress
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from textual.worker import WorkerFailed
from tui.sitting import (
    FETCH,
    LINE,
    ON,
    SILENT,
    SMALL,
    TEXT,
    name_of,
    press,
    program,
    sheet_of,
    text_of,
    to_decision,
)

from game.play.game import Chose, WentBack
from game.play.graph import Graph
from game.reading.diagnostics import Diagnostic, Place, Unreadable
from game.scenario.model import Scenario
from game.tui import settings
from game.tui.widgets.choices import Choices
from game.tui.widgets.panel import Panel


async def test_with_no_game_kept_home_offers_play_alone(saves: Path) -> None:
    app = program(saves)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        labels = [choice.label for choice in app.screen.query_one(Choices).choices]
    assert labels == ["Play"]


async def test_two_keys_lead_from_home_to_the_first_decision(saves: Path) -> None:
    app = program(saves)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        await press(pilot, "enter")
        assert name_of(app) == "Brief"
        await press(pilot, "enter")
        assert name_of(app) == "Decision"


async def test_the_brief_says_what_it_is_for_how_long_it_takes_and_that_it_is_a_model(saves: Path) -> None:
    app = program(saves)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        await press(pilot, "enter")
        text = sheet_of(app)
    assert "Tell notice apart from consent." in text
    assert "brief 2, play 8, debrief 10" in text
    assert "Nothing in it happened." in text
    assert "This is a model, not the world" in text
    assert "You speak for the northern office" in text


async def test_capital_and_opponent_are_changed_on_the_brief(saves: Path) -> None:
    app = program(saves, opponent=None)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        await press(pilot, "enter", "c", "o")
        assert "Mexico City" in text_of(app)
        assert "one who does what the rules expect" in text_of(app)
        await press(pilot, "enter")
        game = app.session.playing
    assert (game.role, game.opponent) == ("mexico-city", "due")


async def test_one_key_changes_whom_one_faces_and_another_the_capital(saves: Path) -> None:
    app = program(saves, opponent=None)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        await press(pilot, "enter")
        for _ in range(7):
            await press(pilot, "o")
            assert "second person" not in text_of(app)
            assert "You play   Washington" in text_of(app)
        await press(pilot, "c", "c")
        assert "You play   both capitals" in text_of(app)
        await press(pilot, "o")
        assert "You face   a second person" in text_of(app)
        await press(pilot, "c")
        assert "You play   Washington" in text_of(app)
        assert "second person" not in text_of(app)


async def test_what_it_hangs_on_is_left_open_only_by_a_second_enter(saves: Path) -> None:
    app = program(saves)
    async with app.run_test(size=SMALL) as pilot:
        await to_decision(pilot, "silent")
        await press(pilot, "1", "3", "enter")
        assert "Mark what it hangs on. Enter again leaves it open." in text_of(app)
        await press(pilot, "enter")
        assert "Enter done" in text_of(app)
        await press(pilot, *LINE)
        assert name_of(app) == "Resolution"


async def test_a_first_game_faces_what_was_really_done(saves: Path) -> None:
    app = program(saves, opponent=None)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        await press(pilot, "enter")
        assert "what was really done" in text_of(app)


async def test_an_opponent_that_is_drawn_is_not_named_before_the_debrief(saves: Path) -> None:
    app = program(saves, opponent="drawn")
    async with app.run_test(size=SMALL) as pilot:
        await to_decision(pilot, "silent")
        assert app.session.playing.opponent == "drawn"
        assert not any(word in text_of(app) for word in ("hard-liner", "accommodator"))


async def test_the_decision_shows_question_state_and_what_the_option_under_the_cursor_does(saves: Path) -> None:
    app = program(saves)
    async with app.run_test(size=SMALL) as pilot:
        await to_decision(pilot, "silent")
        text = text_of(app)
        assert "How do we get the box?" in text
        assert "coordination ■□  some" in text
        assert "Our frustration   ■■■□□ 3 ▲" in text
        assert "Acts alone on Mexican soil, without warning" in text
        await press(pilot, "down", "down")
        assert "Offers joint work" in text_of(app)


async def test_a_price_known_beforehand_stands_beside_the_option(saves: Path) -> None:
    app = program(saves)
    async with app.run_test(size=SMALL) as pilot:
        await to_decision(pilot)
        assert "locksmith" not in text_of(app)
        await press(pilot, "down")
        assert "At home, besides what else comes: frustration +1: the locksmith worries" in text_of(app)


async def test_an_act_is_predicted_in_three_keystrokes_and_a_line(saves: Path) -> None:
    app = program(saves)
    async with app.run_test(size=SMALL) as pilot:
        await to_decision(pilot, "silent")
        await press(pilot, "1")
        assert name_of(app) == "Predict"
        await press(pilot, "3", "1", "enter", *"why not", "enter")
        assert name_of(app) == "Resolution"
        chose = app.session.playing.entries[-2]
    assert isinstance(chose, Chose)
    assert chose.predicted is not None
    assert (chose.predicted.expects, chose.predicted.because) == ("backlash", ("soil",))
    assert chose.reason == "why not"


async def test_predictions_cannot_be_skipped_and_nothing_is_chosen_by_going_back(saves: Path) -> None:
    app = program(saves)
    async with app.run_test(size=SMALL) as pilot:
        await to_decision(pilot, "silent")
        entries = app.session.playing.entries
        await press(pilot, "1", "3", "escape", "escape")
        assert name_of(app) == "Decision"
    assert app.session.playing.entries == entries


async def test_an_empty_line_of_reason_is_asked_for_once_more(saves: Path) -> None:
    app = program(saves)
    async with app.run_test(size=SMALL) as pilot:
        await to_decision(pilot)
        await press(pilot, "1", "enter")
        assert name_of(app) == "Predict"
        await press(pilot, "enter")
        assert name_of(app) == "Resolution"


async def test_where_predictions_are_switched_off_only_the_reason_is_asked(saves: Path) -> None:
    app = program(saves, predictions=False)
    async with app.run_test(size=SMALL) as pilot:
        await to_decision(pilot, "silent")
        await press(pilot, "1", *LINE)
        assert name_of(app) == "Resolution"


async def test_the_resolution_sets_the_prediction_beside_the_result_and_shows_the_sum(saves: Path) -> None:
    app = program(saves)
    async with app.run_test(size=SMALL) as pilot:
        await to_decision(pilot, "silent")
        await press(pilot, *FETCH)
        head, text = text_of(app).splitlines()[0], sheet_of(app)
    assert "◑ BACKLASH" in head
    assert "you said: backlash" in head
    assert "As you said: backlash. It hung on soil" in text
    assert "The box is here, and the gate is shut." in text
    assert "enters Mexican soil" in text
    assert "+1" in text
    assert "2 backlash" in text
    assert "coordination" in text
    assert "■□ → □□" in text


async def test_an_agreement_is_entered_on_the_ledger_in_front_of_the_player(saves: Path) -> None:
    app = program(saves)
    async with app.run_test(size=SMALL) as pilot:
        await to_decision(pilot, "silent", "fetch", "sorry")
        await press(pilot, *TEXT)
        assert "Entered on the ledger: The new text" in sheet_of(app)
        assert "what the paper calls a strangulation" in sheet_of(app)


async def test_going_back_is_recorded_and_offers_the_decision_again(saves: Path) -> None:
    app = program(saves)
    async with app.run_test(size=SMALL) as pilot:
        await to_decision(pilot, "silent")
        await press(pilot, "u")
        assert name_of(app) == "Decision"
        assert "Do we say a word?" in text_of(app)
    assert isinstance(app.session.playing.entries[-1], WentBack)


async def test_leaving_says_that_the_game_is_kept_and_go_on_takes_it_up(saves: Path) -> None:
    app = program(saves)
    async with app.run_test(size=SMALL) as pilot:
        await to_decision(pilot, "silent")
        await press(pilot, "q")
        assert name_of(app) == "Home"
        assert "The game is kept" in text_of(app)
        assert app.screen.query_one(Choices).choices[0].label == "Go on"
        await press(pilot, "enter")
        assert "How do we get the box?" in text_of(app)


async def test_what_is_said_in_passing_stands_above_the_keys_once_and_covers_nothing(saves: Path) -> None:
    app = program(saves)
    async with app.run_test(size=SMALL) as pilot:
        await to_decision(pilot, "silent")
        shown = text_of(app).splitlines()
        await press(pilot, "ctrl+c", "ctrl+c", "ctrl+c")
        said = text_of(app).splitlines()
        assert sum("ctrl+q leaves" in line for line in said) == 1
        assert [line for line in said if "ctrl+q leaves" not in line] == shown[:-2] + shown[-1:]
        app._silent()
        await pilot.pause()
        assert text_of(app).splitlines() == shown


async def test_every_answer_is_on_disk_before_the_next_screen_is_drawn(saves: Path) -> None:
    app = program(saves)
    async with app.run_test(size=SMALL) as pilot:
        await to_decision(pilot, "silent")
        await press(pilot, "1", "3", "1", "enter", *LINE)
        written = next(saves.glob("*.yaml")).read_text(encoding="utf-8")
    assert "option: fetch" in written
    assert "expects: backlash" in written


async def test_a_game_that_cannot_be_kept_is_said_so_and_played_on(saves: Path) -> None:
    saves.write_text("a file where the folder should be")
    app = program(saves)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        await press(pilot, "enter", "enter")
        assert name_of(app) == "Decision"
        assert "no game can be kept here" in " ".join(text_of(app).split())


async def test_enter_reads_what_came_to_its_end_before_it_goes_on(saves: Path) -> None:
    app = program(saves)
    async with app.run_test(size=SMALL) as pilot:
        await to_decision(pilot, "silent")
        await press(pilot, *FETCH)
        assert name_of(app) == "Resolution"
        assert "Enter read on" in text_of(app)
        await press(pilot, "enter")
        assert name_of(app) == "Resolution"
        await press(pilot, "end")
        assert "Enter go on" in text_of(app)
        await press(pilot, "enter")
        assert name_of(app) == "Decision"


async def test_after_the_last_decision_comes_the_debrief(saves: Path) -> None:
    app = program(saves)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        await press(pilot, "enter", "enter", *SILENT, *ON, *FETCH, *ON, *SILENT, *ON, *TEXT, *ON)
        assert name_of(app) == "Debrief"
        assert app.session.playing.over


@pytest.mark.parametrize("key", ["d", "h", "w", "r", "question_mark", "f1"])
async def test_what_is_looked_up_lies_over_the_decision_and_escape_goes_back(saves: Path, key: str) -> None:
    app = program(saves)
    async with app.run_test(size=SMALL) as pilot:
        await to_decision(pilot, "silent")
        await press(pilot, key)
        assert name_of(app) != "Decision"
        await press(pilot, "escape")
        assert name_of(app) == "Decision"


async def test_nonsense_typed_at_a_decision_changes_nothing(saves: Path) -> None:
    app = program(saves)
    async with app.run_test(size=SMALL) as pilot:
        await to_decision(pilot, "silent")
        entries = app.session.playing.entries
        await press(pilot, "0", "9", "z", "ctrl+a", "é", "f7", "backspace", "delete", "9")
        assert name_of(app) == "Decision"
    assert app.session.playing.entries == entries


async def test_options_and_keys_can_be_clicked(saves: Path) -> None:
    app = program(saves)
    async with app.run_test(size=SMALL) as pilot:
        await to_decision(pilot)
        await pilot.click(Choices, offset=(8, 1))
        await pilot.pause()
        assert name_of(app) == "Predict"
        await press(pilot, "escape")
        keys = text_of(app).splitlines()[-1]
        await pilot.click(offset=(keys.index("dossier"), 23))
        await pilot.pause()
        assert name_of(app) == "Dossier"


async def test_a_strategist_thinks_beside_the_screen_and_then_answers(saves: Path) -> None:
    app = program(saves, opponent="strategist")
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        await press(pilot, "enter", "enter")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert name_of(app) == "Decision"
        await press(pilot, *SILENT)
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert name_of(app) == "Resolution"


async def test_a_strategist_that_cannot_solve_the_case_is_refused(saves: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Graph, "of", partial(Graph.of, cap=3))
    app = program(saves, opponent="strategist", role="mexico-city")
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        await press(pilot, "enter", "enter")
        with suppress(WorkerFailed):
            await app.workers.wait_for_complete()
        await pilot.pause()
        await pilot.pause()
        assert name_of(app) == "Home"
        assert "too large to be solved exactly" in app.notice
        assert "too large to be solved exactly" in text_of(app)
        assert not list(saves.glob("*.yaml"))


async def test_a_case_that_was_asked_for_is_shown_at_once(saves: Path) -> None:
    app = program(saves, case="toy-case", role="mexico-city")
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        await pilot.pause()
        assert name_of(app) == "Brief"
        assert "Mexico City" in text_of(app)


async def test_a_case_with_faults_is_said_to_have_them(saves: Path, tmp_path: Path) -> None:
    app = program(saves)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        broken = Unreadable([Diagnostic(Place("toy.yaml", 3, 1), "error", "odd", "[sic] this is odd")])
        app.session.library.get = lambda name: raised(broken)  # type: ignore[method-assign]
        app.show_brief("toy-case")
        await pilot.pause()
        assert "[sic] this is odd" in sheet_of(app)
        await press(pilot, "enter")
        assert name_of(app) == "Brief"


def raised(error: Exception) -> Scenario:
    raise error


async def test_the_colours_are_chosen_in_the_palette_and_remembered(saves: Path) -> None:
    app = program(saves)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        await press(pilot, "ctrl+p", *"light")
        await pilot.pause(0.5)
        await press(pilot, "enter")
        await pilot.pause(0.2)
        assert app.theme == "light"
    assert settings.known()["theme"] == "light"


async def test_a_and_esc_lead_back_from_the_advisers_to_the_question_and_not_out_of_the_game(saves: Path) -> None:
    app = program(saves)
    async with app.run_test(size=(80, 18)) as pilot:
        await to_decision(pilot)
        question = app.screen.query_one("#situation", Panel)
        for back in ("a", "escape"):
            await press(pilot, "a")
            assert question.scroll_offset.y > 0
            await press(pilot, back)
            assert (name_of(app), question.scroll_offset.y) == ("Decision", 0)
        await press(pilot, "escape")
        assert name_of(app) == "Home"


@pytest.mark.parametrize("key", ["enter", "t"])
async def test_a_prediction_is_never_made_by_a_key_that_was_meant_for_something_else(saves: Path, key: str) -> None:
    app = program(saves)
    async with app.run_test(size=SMALL) as pilot:
        await to_decision(pilot, "silent")
        await press(pilot, "1", key)
        assert "First an answer: its number" in text_of(app)
        await press(pilot, "down", "down", "enter")
        assert "■2 ◔ protest" in text_of(app)


async def test_a_text_that_goes_on_below_says_so_above_the_keys_until_its_end_is_seen(saves: Path) -> None:
    app = program(saves)
    async with app.run_test(size=(80, 18)) as pilot:
        await to_decision(pilot, "silent")
        await press(pilot, *FETCH)
        assert name_of(app) == "Resolution"
        assert "more below" in text_of(app)
        await press(pilot, "end")
        assert "more below" not in text_of(app)


async def test_what_was_said_in_passing_goes_with_the_next_key_once_it_could_be_read(
    saves: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = program(saves)
    async with app.run_test(size=SMALL) as pilot:
        await to_decision(pilot)
        app.tell("Something was said.")
        await press(pilot, "down")
        assert "Something was said." in text_of(app)
        monkeypatch.setattr("game.tui.app.AT_LEAST", -1.0)
        await press(pilot, "up")
        assert "Something was said." not in text_of(app)


async def test_a_reason_that_was_begun_is_not_lost_by_going_back_to_the_options(saves: Path) -> None:
    app = program(saves)
    async with app.run_test(size=SMALL) as pilot:
        await to_decision(pilot)
        await press(pilot, "1", *"my reason", "escape")
        assert name_of(app) == "Decision"
        await press(pilot, "2")
        assert name_of(app) == "Predict"
        assert "my reason" in text_of(app)


async def test_a_case_that_cannot_be_played_by_the_theory_says_why_and_leaves_the_brief_open(saves: Path) -> None:
    app = program(saves)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        theory = app.session.theory
        app.session.theory = replace(theory, limits={**theory.limits, "standing": 1})
        await press(pilot, "enter", "enter")
        assert name_of(app) == "Brief"
        assert "starts at standing" in " ".join(text_of(app).split())

"""The record and the argument on the screens: sieved, opened, played, argued with, saved."""

from collections.abc import Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot
from tui.sitting import LARGE, SMALL, name_of, press, program, sheet_of, text_of

from game.record.library import shipped_cases
from game.saves.store import Store
from game.scenario.library import Library
from game.sitting.gloss import glossed
from game.sitting.session import Session, Wanted
from game.theories.load import parse, shipped
from game.tui.app import TwoCapitals
from game.tui.screens.home import CODED
from game.tui.screens.record import Record
from game.tui.widgets.choices import Choices
from game.tui.widgets.keys import Keys
from game.tui.widgets.rule_lines import RuleLines

Snap = Callable[..., bool]
WRONG = ("o", "3")
"""The keys that leave the cases that the rules get wrong."""


async def to_record(pilot: Pilot[int], *keys: str) -> Record:
    app = pilot.app
    assert isinstance(app, TwoCapitals)
    await pilot.pause()
    app.show("record")
    await pilot.pause()
    await pilot.pause()
    record = app.screen
    assert isinstance(record, Record)
    if keys:
        await press(pilot, *keys)
    return record


def to_rule(app: TwoCapitals, name: str) -> list[str]:
    """The keys from the first line of the rules to a rule."""
    lines = app.screen.query_one(RuleLines).lines
    return ["down"] * next(at for at, line in enumerate(lines) if line.rule.id == name)


# --- the table -----------------------------------------------------------------------------------------------


async def test_the_table_shows_totals_and_how_many_of_how_many(saves: Path) -> None:
    app = program(saves)
    async with app.run_test(size=LARGE) as pilot:
        await to_record(pilot)
        text = text_of(app)
        assert (
            "67 cases coded. The rules can judge 58 and are right on 52 (90 %), better than each plain guess." in text
        )
        assert "“always protest” is right on 14 of 23, the rules on 20 of the same" in text
        assert f"{len(shipped_cases())} of {len(shipped_cases())} cases" in text
        assert "1836–1917  Wars and expeditions, from Texas to the hunt for Villa  " in text


def test_home_knows_how_many_cases_there_are() -> None:
    assert len(shipped_cases()) == CODED


async def test_one_key_a_facet_sieves_and_x_shows_all_again(saves: Path) -> None:
    app = program(saves)
    async with app.run_test(size=SMALL) as pilot:
        record = await to_record(pilot, *WRONG)
        assert {one.verdict for one in record.shown} == {"wrong"}
        assert "6 of 67" in text_of(app)
        await press(pilot, "c", "down", "enter")
        assert [one.case.cell for one in record.shown] == ["unilateral, operational"] * len(record.shown)
        await press(pilot, "x")
        assert len(record.shown) == len(shipped_cases())


@pytest.mark.parametrize("key", ["o", "d", "f", "i", "c"])
async def test_a_list_says_how_many_cases_each_value_leaves_and_esc_changes_nothing(saves: Path, key: str) -> None:
    app = program(saves)
    async with app.run_test(size=SMALL) as pilot:
        record = await to_record(pilot, key)
        choices = app.screen.query_one(Choices).choices
        assert choices[0].note == "67"
        await press(pilot, "escape")
        assert app.screen is record
        await press(pilot, key, "2")
        assert len(record.shown) == int(choices[1].note.split()[0])


async def test_a_facet_can_be_clicked(saves: Path) -> None:
    app = program(saves)
    async with app.run_test(size=SMALL) as pilot:
        await to_record(pilot)
        await pilot.click("#sieve", offset=(4, 0))
        await pilot.pause()
        assert name_of(app) == "PickOne"


async def test_the_cursor_stays_on_its_case_when_the_theory_or_the_sieve_changes(saves: Path) -> None:
    app = program(saves)
    async with app.run_test(size=SMALL) as pilot:
        record = await to_record(pilot, *WRONG, "down", "down")
        assert record.here
        name = record.here.case.id
        await press(pilot, "x")
        assert record.here.case.id == name
        seen = []
        for _ in range(4):
            await press(pilot, "t")
            assert record.here.case.id == name
            seen.append(record.lookup and record.lookup.test.theory.id)
        assert seen == ["realism", "interdependence", "pressure-response", "paradox"]


async def test_a_theory_changes_what_is_right(saves: Path) -> None:
    app = program(saves)
    async with app.run_test(size=LARGE) as pilot:
        await to_record(pilot, "t")
        assert "no better than “always protest”" in text_of(app)
        assert "Realism" in text_of(app)


async def test_no_case_is_all_of_this(saves: Path) -> None:
    app = program(saves)
    async with app.run_test(size=SMALL) as pilot:
        await to_record(pilot, *WRONG, "d", "2")
        assert "0 of 67" in text_of(app)
        assert "No case is all of this." in text_of(app)
        await press(pilot, "enter")
        assert name_of(app) == "Record"


@pytest.mark.parametrize("size", [SMALL, LARGE, (50, 16), (40, 12)])
async def test_the_table_and_a_case_can_be_used_at_any_size(saves: Path, size: tuple[int, int]) -> None:
    app = program(saves)
    async with app.run_test(size=size) as pilot:
        await to_record(pilot, "end")
        assert "▸ 2015" in text_of(app)
        await press(pilot, "enter")
        assert name_of(app) == "CodedCase"


@pytest.mark.parametrize("theme", ["light", "ansi"])
async def test_right_and_wrong_are_words(saves: Path, theme: str) -> None:
    app = program(saves, theme=theme)
    async with app.run_test(size=SMALL) as pilot:
        await to_record(pilot, "o", "3")
        assert text_of(app).count("WRONG") == 6


async def test_what_has_no_digit_in_a_list_has_a_letter(saves: Path) -> None:
    app = program(saves)
    async with app.run_test(size=SMALL) as pilot:
        record = await to_record(pilot, "d")
        choices = app.screen.query_one(Choices).choices
        last = choices[-1]
        assert len(choices) > 9
        assert last.key.isalpha()
        assert "Up Down move" in text_of(app)
        await press(pilot, last.key)
        assert record.sieve.decade == last.label
        assert len(record.shown) == int(last.note)


async def test_no_title_is_cut_at_120_columns(saves: Path) -> None:
    app = program(saves)
    async with app.run_test(size=LARGE) as pilot:
        record = await to_record(pilot)
        width = record.rows.content_size.width
        shown = "\n".join(line.plain for line in record.rows._lines(width)[0])
        assert all(case.title in shown for case in shipped_cases())


async def test_the_words_of_the_case_under_the_cursor_are_explained(saves: Path) -> None:
    app = program(saves)
    async with app.run_test(size=SMALL) as pilot:
        record = await to_record(pilot)
        for name in ("intercept", "brownsville"):
            record.rows.at = [one.case.id for one in record.shown].index(name)
            await pilot.pause()
            case = record.shown[record.rows.at].case
            assert glossed(case.purpose) in text_of(app)
        assert "nilateral in the papers' figure" in text_of(app)


# --- a case --------------------------------------------------------------------------------------------------


async def open_case(pilot: Pilot[int], record: Record, name: str) -> None:
    record.rows.at = [one.case.id for one in record.shown].index(name)
    await pilot.pause()
    await press(pilot, "enter")


async def test_the_abduction_is_told_with_how_sure_each_mark_is(saves: Path) -> None:
    app = program(saves)
    async with app.run_test(size=SMALL) as pilot:
        await open_case(pilot, await to_record(pilot), "abduction")
        sheet = " ".join(sheet_of(app).split())
        for part in (
            "1990; Washington; an act alone; police Unilateral: done alone; operational: solves a problem.",
            "reception ● rupture ● rupture right",
            "a line is crossed start 1 protest p. 29",
            "breaks a signed rule +1 3 rupture",
            "shames Mexico in public yes inferred, doubtful",
            "institution some stated, doubtful",
            "Aspinwall & Reich 2016, “The leyenda case”; Long 2015",
            "shames Mexico in public: coded otherwise, nothing turns",
        ):
            assert part in sheet
        assert "play it" not in text_of(app)


async def test_a_doubt_that_turns_a_result_says_to_what(saves: Path) -> None:
    app = program(saves)
    async with app.run_test(size=SMALL) as pilot:
        await open_case(pilot, await to_record(pilot), "hold-86")
        sheet = " ".join(sheet_of(app).split())
        assert "compliance: one particular" in sheet
        assert "0 toleration" in sheet
        assert "puts outsiders over Mexico's own bodies: coded otherwise it comes to ◔ protest, which is wrong" in sheet


async def test_a_case_that_no_rule_reaches_says_why(saves: Path) -> None:
    app = program(saves)
    async with app.run_test(size=SMALL) as pilot:
        await open_case(pilot, await to_record(pilot), "pri-2013")
        sheet = " ".join(sheet_of(app).split())
        assert "Not scored: Mexico's own turn" in sheet
        assert "coordination: no rule looks at it here" in sheet


async def test_n_and_p_go_along_the_table_and_t_leaves_a_case_that_it_no_longer_shows(saves: Path) -> None:
    app = program(saves)
    async with app.run_test(size=SMALL) as pilot:
        record = await to_record(pilot, *WRONG, "enter", "n", "n", "p")
        assert "2 of 6" in text_of(app)
        await press(pilot, "escape")
        assert record.rows.at == 1
        assert record.here
        name = record.here.case.id
        await press(pilot, "enter", "t")
        assert (name_of(app) == "CodedCase") is (name in [one.case.id for one in record.shown])


async def test_enter_shows_the_brief_of_the_case_of_the_game_that_tells_it(saves: Path) -> None:
    session = Session(Library([]), Store(saves), shipped(), Wanted())
    app = TwoCapitals(lambda: session, "dark")
    async with app.run_test(size=SMALL) as pilot:
        await open_case(pilot, await to_record(pilot), "casablanca")
        assert "A case of the game tells it: Operation Casablanca" in sheet_of(app)
        assert "play it" in text_of(app)
        await press(pilot, "enter")
        assert name_of(app) == "Brief"


async def test_a_case_names_the_theory_that_is_held_against_it(saves: Path) -> None:
    app = program(saves)
    async with app.run_test(size=SMALL) as pilot:
        await open_case(pilot, await to_record(pilot), "casablanca")
        assert shipped().title in text_of(app).splitlines()[0]
        await press(pilot, "t")
        assert "Realism" in text_of(app).splitlines()[0]


async def test_a_argues_on_the_rule_that_decided_the_case_and_esc_comes_back_to_it(saves: Path) -> None:
    app = program(saves)
    async with app.run_test(size=SMALL) as pilot:
        await open_case(pilot, await to_record(pilot), "abduction")
        assert "a argue" in text_of(app)
        await press(pilot, "a")
        assert app.screen.query_one(RuleLines).here.rule.id == "breach"
        assert "The abduction of a doctor: rules rupture, record rupture." in " ".join(sheet_of(app).split())
        await press(pilot, "-")
        assert "The abduction of a doctor: rules rupture → backlash, record rupture." in " ".join(sheet_of(app).split())
        await press(pilot, "escape")
        assert name_of(app) == "CodedCase"


async def test_a_case_says_in_one_line_what_was_missing_or_what_made_it_hard_to_take(saves: Path) -> None:
    app = program(saves)
    async with app.run_test(size=SMALL) as pilot:
        record = await to_record(pilot)
        for name, line in (
            ("katrina", "What was missing: institution (no rule or standing body, and none offered)."),
            ("hueys", "What the rules see in its way: an accusation stands and is not withdrawn."),
            ("casablanca", "What made it hard to take: it enters Mexican soil; it shames Mexico in public."),
        ):
            await open_case(pilot, record, name)
            assert line in " ".join(text_of(app).split())
            await press(pilot, "escape")


# --- the argument --------------------------------------------------------------------------------------------


async def test_a_number_turns_the_cases_that_the_sum_says(saves: Path) -> None:
    app = program(saves)
    async with app.run_test(size=SMALL) as pilot:
        await to_record(pilot, "a")
        assert "Right: 52 of 58" in sheet_of(app)
        await press(pilot, *to_rule(app, "breach"), "-")
        sheet = " ".join(sheet_of(app).split())
        assert "Right: 52 → 51 (−1)" in sheet
        assert "now wrong · 1990 The abduction of a doctor · rupture → backlash · record rupture" in sheet
        assert "breach: +1 → 0" in sheet
        await press(pilot, "u")
        assert "Right: 52 of 58" in sheet_of(app)


async def test_a_question_is_struck_out_and_asked_again_and_a_rule_left_out(saves: Path) -> None:
    app = program(saves)
    async with app.run_test(size=LARGE) as pilot:
        await to_record(pilot, "a")
        await press(pilot, *to_rule(app, "harm"), "down", "down", "enter")
        assert "if not warned (struck out)" in text_of(app)
        assert "harm: no longer asks “if not warned”" in sheet_of(app)
        await press(pilot, "enter")
        assert "struck out)" not in text_of(app)
        await press(pilot, "up", "up", "enter")
        assert "harm without warning (left out)" in text_of(app)
        assert "1969 Operation Intercept · backlash → protest" in sheet_of(app)


async def test_the_start_stays_and_a_question_has_no_number(saves: Path) -> None:
    app = program(saves)
    async with app.run_test(size=SMALL) as pilot:
        await to_record(pilot, "a", "enter")
        assert "Right: 52 of 58" in sheet_of(app)
        await press(pilot, "down", "+")
        assert "Right: 52 of 58" in sheet_of(app)


async def test_the_changed_theory_is_written_and_can_be_read_and_is_never_written_over(saves: Path) -> None:
    app = program(saves)
    async with app.run_test(size=SMALL) as pilot:
        await to_record(pilot, "a", "s")
        assert not list(saves.glob("*.yaml"))  # nothing is changed yet
        await press(pilot, "+", "s", "+", "s")
        assert "Written:" in sheet_of(app)
    first, second = saves / "paradox-changed.yaml", saves / "paradox-changed-2.yaml"
    assert [parse(path.read_text(encoding="utf-8")).start.step for path in (first, second)] == [2, 3]


async def test_the_argument_is_about_the_theory_that_was_held_against_the_cases(saves: Path) -> None:
    app = program(saves)
    async with app.run_test(size=SMALL) as pilot:
        await to_record(pilot, "t", "a")
        assert "Realism" in text_of(app)
        assert "Right: 42 of 58" in sheet_of(app)


async def test_a_click_moves_to_a_line_and_a_second_one_strikes_it_out(saves: Path) -> None:
    app = program(saves)
    async with app.run_test(size=SMALL) as pilot:
        await to_record(pilot, "a")
        await pilot.click(RuleLines, offset=(10, 4))
        await pilot.pause()
        assert str(app.screen.query_one(RuleLines).here.what) == "if soil"
        await pilot.click(RuleLines, offset=(10, 4))
        await pilot.pause()
        assert "soil: no longer asks “if soil”" in sheet_of(app)


async def test_where_there_is_little_room_tab_shows_what_turned(saves: Path) -> None:
    app = program(saves)
    async with app.run_test(size=(50, 16)) as pilot:
        await to_record(pilot, "a", "+")
        assert "a line is crossed (was 1)" in text_of(app)
        assert "Right:" not in text_of(app)
        await press(pilot, "tab")
        assert "Right: 52 → 41" in text_of(app)


async def test_the_keys_of_the_argument_name_undo_and_the_way_back(saves: Path) -> None:
    app = program(saves)
    async with app.run_test(size=SMALL) as pilot:
        await to_record(pilot, "a", "down", "+", "down", "enter")
        line = text_of(app).splitlines()[-1]
        assert [key in line for key in ("Enter strike out", "u undo", "Esc back")] == [True] * 3
        assert "s writes your changes" in " ".join(sheet_of(app).split())


async def test_what_washington_then_does_is_argued_with_too(saves: Path) -> None:
    app = program(saves)
    async with app.run_test(size=LARGE) as pilot:
        await to_record(pilot, "a")
        assert "What Washington then did: 19 of 23" in " ".join(sheet_of(app).split())
        await press(pilot, *to_rule(app, "settle"), "enter")
        sheet = " ".join(sheet_of(app).split())
        assert "What Washington then did: 19 → 1" in sheet
        assert "1969 Operation Intercept · settle → stand · record settle" in sheet
        assert "Cases that turn: 0" in sheet


@pytest.mark.parametrize("keys", [(), ("enter",), ("a",), ("a", "+")])
async def test_the_keys_fit_in_80_columns(saves: Path, keys: tuple[str, ...]) -> None:
    app = program(saves)
    async with app.run_test(size=SMALL) as pilot:
        await to_record(pilot, *keys)
        line = app.screen.query_one(Keys)
        assert len(line._fitting()) == len(line.shown())


# --- pictures ------------------------------------------------------------------------------------------------


def at_the_record(*keys: str) -> Callable[[Pilot[int]], object]:
    async def go(pilot: Pilot[int]) -> None:
        await to_record(pilot, *keys)
        await pilot.pause()

    return go


@pytest.mark.parametrize("size", [SMALL, LARGE], ids=["80x24", "120x40"])
def test_the_picture_of_the_record(snap_compare: Snap, saves: Path, size: tuple[int, int]) -> None:
    assert snap_compare(program(saves), terminal_size=size, run_before=at_the_record("o", "3"))


@pytest.mark.parametrize("size", [SMALL, LARGE], ids=["80x24", "120x40"])
def test_the_picture_of_a_coded_case(snap_compare: Snap, saves: Path, size: tuple[int, int]) -> None:
    async def go(pilot: Pilot[int]) -> None:
        await open_case(pilot, await to_record(pilot), "casablanca")

    assert snap_compare(program(saves, theme="light"), terminal_size=size, run_before=go)


@pytest.mark.parametrize("size", [SMALL, LARGE], ids=["80x24", "120x40"])
def test_the_picture_of_an_argument(snap_compare: Snap, saves: Path, size: tuple[int, int]) -> None:
    assert snap_compare(program(saves), terminal_size=size, run_before=at_the_record("a", "down", "down", "minus"))

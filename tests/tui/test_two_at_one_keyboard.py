"""Two people at one keyboard: what one chose or knows is hidden from the other."""

from pathlib import Path

from tui.sitting import LINE, SMALL, name_of, press, program, sheet_of, text_of, to_decision

from game.play.game import HandedOver

TWO = {"role": "both", "opponent": "person"}
PEEK = ("2", "1", "enter", "enter", *LINE)


async def test_between_the_two_a_screen_hides_everything(saves: Path) -> None:
    app = program(saves, **TWO)
    async with app.run_test(size=SMALL) as pilot:
        await to_decision(pilot)
        await press(pilot, "1", *LINE)
        assert name_of(app) == "HandOver"
        text = text_of(app)
        assert "Mexico City" in text
        assert not any(word in text for word in ("nothing", "frustration", "police", "box"))


async def test_the_hand_over_is_recorded_and_the_other_sees_what_has_happened(saves: Path) -> None:
    app = program(saves, **TWO)
    async with app.run_test(size=SMALL) as pilot:
        await to_decision(pilot)
        await press(pilot, "1", *LINE, "enter")
        assert isinstance(app.session.playing.entries[-1], HandedOver)
        assert name_of(app) == "Decision"
        assert "Before this. Washington: Say nothing" in text_of(app)
        assert "MEXICO CITY" in text_of(app)


async def test_nobody_can_go_back_across_a_hand_over(saves: Path) -> None:
    app = program(saves, **TWO)
    async with app.run_test(size=SMALL) as pilot:
        await to_decision(pilot)
        await press(pilot, "1", *LINE, "enter", "enter")
        entries = app.session.playing.entries
        await press(pilot, "u")
        assert app.session.playing.entries == entries


async def test_a_secret_act_is_not_shown_to_the_other_capital(saves: Path) -> None:
    app = program(saves, **TWO)
    async with app.run_test(size=SMALL) as pilot:
        await to_decision(pilot)
        await press(pilot, "1", *LINE, "enter", "enter")  # to Mexico City, which writes nothing
        await press(pilot, "1", *LINE, "enter", "enter")  # to Washington, which looks unseen
        await press(pilot, *PEEK)
        seen = text_of(app) + sheet_of(app)
        assert name_of(app) == "Resolution"
        assert "Look into it unseen" in seen  # Washington, which is asked next, knows it
        await press(pilot, "enter")
        await press(pilot, "1", "3", "enter", "enter", *LINE, "enter")  # Washington writes a text; to Mexico City
        assert name_of(app) == "Resolution"
        assert "MEXICO" in text_of(app).upper()
        assert "unseen" not in sheet_of(app)
        await press(pilot, "enter", "h")
        assert name_of(app) == "SoFar"
        assert "unseen" not in sheet_of(app)


async def test_taking_up_a_game_of_two_begins_with_the_hand_over(saves: Path) -> None:
    app = program(saves, **TWO)
    async with app.run_test(size=SMALL) as pilot:
        await to_decision(pilot)
        await press(pilot, "q")
        await pilot.pause()
        await press(pilot, "0")
        assert name_of(app) == "HandOver"

"""Debrief, what if, printing and deletion in flat text."""

from pathlib import Path

from plain.sittings import ARREST, BEGIN, DEBRIEF, GAME, Sit

from game.saves.store import OWN_WORDS


def test_the_player_speaks_first_and_the_words_are_kept_beside_the_game(sit: Sit) -> None:
    sitting = sit(*GAME, "I learned to warn.", "And to sign.", "")
    words = sitting.words
    assert words.index("what happened, and why?") < words.index("Debrief 2 of")
    assert sitting.session.record
    kept = sitting.session.record.path.with_suffix(OWN_WORDS)
    assert kept.read_text(encoding="utf-8") == "I learned to warn.\nAnd to sign."


def test_the_debrief_is_read_phase_by_phase_and_back(sit: Sit) -> None:
    said = sit(*GAME, "", "", "p", "", *[""] * 5).said
    for part in ("Debrief 2 of", "Debrief 3 of", "Debrief 7 of", "The real case", "To discuss", "The smallest change"):
        assert part in said
    assert said.count("Debrief 2 of") == 2


def test_no_sign_stands_where_a_word_is_enough(sit: Sit) -> None:
    said = sit(*GAME, *DEBRIEF).said
    assert not set(said) & set("○◔◑●■□▲▼│┃╭")
    assert "\x1b" not in said


def test_the_sheet_is_offered_written_and_never_written_over(sit: Sit, tmp_path: Path) -> None:
    said = sit(*GAME, "", "s", "markdown", "s", "markdown", "q").said
    written = sorted(path.name for path in (tmp_path / "saves").glob("*.md"))
    assert len(written) == 2
    assert written[0].removesuffix(".md").removesuffix("-2") == written[1].removesuffix(".md")
    assert all(f"Written: {tmp_path / 'saves' / name}\n" in said for name in written)


def test_at_the_end_the_sheet_is_offered_once_more_to_whoever_has_not_printed(sit: Sit) -> None:
    assert "The sheet to print" in sit(*GAME, "", "q").said
    assert sit(*GAME, "", "s", "text", "q").said.count("The sheet to print") == 1


def test_one_decision_is_changed_and_the_paths_are_told_beside_each_other(sit: Sit) -> None:
    sitting = sit(*GAME, "", "x", "1", "wait", "", "q")
    words = sitting.words
    assert "History and mine: Arrest them at the quay. Mine changed: Let them go." in words
    assert "Where history comes out: bound and cold." in words
    assert "Where mine changed comes out:" in words
    assert [t.chose.option for t in sitting.kept.game.own_turns()] == ["at-the-quay", "regret", "sign", "rest"]  # type: ignore[union-attr]


def test_a_changed_decision_can_be_played_by_hand_and_left(sit: Sit) -> None:
    sitting = sit(*GAME, "", "x", "1", "wait", "y", "together", "1", "", "mine", "q", "", "q")
    assert "This what-if was left before its end." in sitting.said
    assert sitting.session.what_if is None
    assert sitting.kept.game.over


def test_a_finished_game_of_another_day_is_read_changed_or_printed(sit: Sit, tmp_path: Path) -> None:
    sit(*GAME)
    said = sit("debriefs", "1", "print", "html", "what-if", "1", "1", "wait", "", "quit", case=None).said
    assert len(list((tmp_path / "saves").glob("*.html"))) == 1
    assert "Mine changed: Let them go." in said
    assert "Debrief 1 of" in sit("debriefs", "1", "read", case=None).said


def test_a_game_is_deleted_only_after_asking(sit: Sit, tmp_path: Path) -> None:
    sit(*GAME)
    sit("debriefs", "1", "delete", "", case=None)
    assert len(list((tmp_path / "saves").glob("*.yaml"))) == 1
    assert "Deleted." in sit("debriefs", "1", "delete", "y", case=None).said
    assert list((tmp_path / "saves").iterdir()) == []


def test_a_game_of_two_has_its_debrief(sit: Sit) -> None:
    arrest = ("", *ARREST, "", "2", "settle", "we must", "", "1", "so be it", "")
    said = sit(*arrest, "1", "2", "1", "rules", "", "1", "fine", "2", "done", *DEBRIEF, role="both").said
    assert "Debrief 7 of" in said


def test_how_to_print_names_the_folder_of_games(sit: Sit, tmp_path: Path) -> None:
    sit(*BEGIN)
    said = sit("how-to-print", "rules-card", "quit", case=None).said
    assert f"two-capitals debrief {tmp_path / 'saves' / 'FILE.yaml'} --format pdf\n" in said

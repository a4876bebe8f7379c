"""The debrief on paper: two pages, nothing lost without saying so, nothing a person typed obeyed."""

import random
import re
from dataclasses import replace
from io import BytesIO

import pytest
from debrief.games import GAMES, PLAYER, REASON, told
from play import shipped as shelf
from printing.reading import in_html, in_markdown, in_pdf, missing, squeezed
from pypdf import PdfReader

from game.debrief.account import account
from game.debrief.model import Account
from game.play.game import BOTH, PERSON, Game, Prediction, asked
from game.play.opponents import choose
from game.printing import html, markdown, pdf, text
from game.printing.clean import clean
from game.printing.debrief import debrief, default_name, own_sheet
from game.printing.document import Document, Paper, Paragraph, WritingLines
from game.printing.fitting import PAGES, lines, pages
from game.printing.room import trimmed

PAPERS: tuple[Paper, ...] = ("letter", "a4")
LONG = "We cannot wait for courts that may never open, and our people in the field have names and families. " * 2
each_case = pytest.mark.parametrize("case", shelf.IDS)
each_paper = pytest.mark.parametrize("paper", PAPERS)


def count(document: Document, paper: Paper) -> int:
    return len(PdfReader(BytesIO(pdf.render(document, paper))).pages)


def at_random(case: str, role: str, opponent: str, seed: int, reason: str) -> Account:
    """A game of a shipped case, played at random and with a reason at every decision."""
    chance = random.Random(seed)
    game = Game(shelf.course(case), role, opponent, seed=seed, player="María José Núñez Peñafiel")
    chooser = lambda c, p: choose(game.disposition, c, p)  # noqa: E731
    game = game.run_on(chooser)
    while not game.over:
        option = chance.choice(game.options)
        question = asked(option)
        said = Prediction(question.answers[0], question.because[-3:]) if question else None
        game = game.choose(option.id, said, reason).run_on(chooser)
    return account(game, shelf.solved(case), played="24 November 2026")


@each_paper
@each_case
def test_a_usual_game_of_a_shipped_case_fills_two_pages(case: str, paper: Paper) -> None:
    found = at_random(case, "washington", "due", 1, "If one name leaks, our agents are dead; quiet work is better.")
    assert count(debrief(found), paper) == 2


@each_paper
@each_case
@pytest.mark.parametrize(
    ("role", "opponent"), [("washington", "hard-liner"), ("mexico-city", "history"), (BOTH, PERSON)]
)
def test_the_longest_reasons_at_every_decision_still_fill_two(
    case: str, role: str, opponent: str, paper: Paper
) -> None:
    for seed in range(3):
        found = at_random(case, role, opponent, seed, LONG[:200])
        assert count(debrief(found), paper) == 2


@each_paper
@pytest.mark.parametrize("name", GAMES)
@pytest.mark.parametrize("sheet", ["own", "joint"])
def test_every_game_of_the_harbour_fits_two_pages(name: str, sheet: str, paper: Paper) -> None:
    assert count(debrief(told(name), sheet), paper) <= 2  # type: ignore[arg-type]


@each_paper
def test_long_labels_and_sentences_still_fit(paper: Paper) -> None:
    found = told("pair")
    turns = tuple(replace(t, label="W" * 28 + " " + "long label " * 3, reason=LONG[:200]) for t in found.turns)
    timeline = replace(
        found.timeline,
        turns=tuple(
            replace(t, mine="a label as long as labels may be, " * 2, history=LONG[:60]) for t in found.timeline.turns
        ),
    )
    outcome = tuple(replace(fact, text=LONG) for fact in found.real.outcome * 5)
    real = replace(found.real, outcome=outcome, left_out=(LONG, LONG))
    worst = replace(found, turns=turns, timeline=timeline, real=real, objectives=(LONG[:150],) * 5)
    assert count(debrief(worst, "joint"), paper) == 2


@each_case
def test_what_is_cut_short_says_so_and_stands_whole_in_the_annex(case: str) -> None:
    found = at_random(case, "washington", "due", 1, LONG[:200])
    sheet, whole = (squeezed(text.render(debrief(found, annex=annex))) for annex in (False, True))
    assert "…" in sheet
    assert squeezed(LONG[:200].strip()) not in sheet
    assert squeezed(LONG[:200].strip()) in whole
    facts = (*found.real.outcome, *found.real.disputed, *found.real.known_now)
    assert [fact.text for fact in facts if squeezed(fact.text) not in whole] == []
    assert [line.why for line in found.trace if squeezed(line.why) not in whole] == []


@pytest.mark.parametrize("name", GAMES)
def test_the_annex_has_every_rule_line_in_order(name: str) -> None:
    found = told(name)
    table = debrief(found, annex=True).blocks[-1]
    rows = list(getattr(table, "rows", ()))
    assert len(rows) == len(found.trace)
    assert [str(row[1]) for row in rows] == [line.why for line in found.trace]
    assert [str(row[-1]) for row in rows] == [line.kind for line in found.trace]


def test_sheets_that_are_cut_to_one_paper_have_more_room_on_the_whole() -> None:
    longer = 0
    for case in shelf.IDS:
        found = at_random(case, "washington", "due", 1, LONG[:90])
        both, a4 = debrief(found), debrief(found, paper="a4")
        assert count(a4, "a4") == 2
        longer += len(text.render(a4)) - len(text.render(both))
    assert longer > 0


def test_ones_own_account_comes_before_anything_is_explained() -> None:
    blocks = own_sheet(told("quarrel")).blocks
    room = [at for at, block in enumerate(blocks) if isinstance(block, WritingLines)]
    analysed = [
        at for at, block in enumerate(blocks) if isinstance(block, Paragraph) and "both capitals" in str(block.text)
    ]
    assert len(room) == 2
    assert max(room) < min(analysed)
    assert sum(block.lines for block in blocks if isinstance(block, WritingLines)) >= 4


WORDS = "It *went*\x1b badly,\n\nbecause #eval(1) nobody <b>asked</b>; $15\tbn & 名 \u202e"


@pytest.mark.parametrize("name", ["quarrel", "pair"])
@pytest.mark.parametrize("annex", [False, True])
def test_what_was_written_at_the_screen_is_printed_letter_for_letter_in_every_format(name: str, annex: bool) -> None:
    document = debrief(replace(told(name), own_words=WORDS), annex=annex)
    formats = {
        "text": text.render(document),
        "html": in_html(html.render(document, "letter")),
        "md": in_markdown(markdown.render(document)),
        "pdf": in_pdf(pdf.render(document, "letter")),
    }
    for how, printed in formats.items():
        for part in ("It *went* badly,", "because #eval(1) nobody <b>asked</b>; $15 bn &"):
            assert squeezed(printed).count(squeezed(part)) == 1 + annex, how
    assert not {"\x1b", "\u202e"} & set("".join(formats.values()))


def test_without_anything_written_no_word_is_said_of_it() -> None:
    assert "Written at the screen" not in text.render(debrief(told("quarrel"), annex=True))


@each_paper
@each_case
@pytest.mark.parametrize(("role", "opponent"), [("mexico-city", "history"), (BOTH, PERSON)])
def test_however_much_was_written_the_sheet_keeps_to_two_pages(
    case: str, role: str, opponent: str, paper: Paper
) -> None:
    found = at_random(case, role, opponent, 2, LONG[:200])
    for words in ("Short.", LONG * 3, LONG * 40, "W" * 5000, "a\n" * 3000):
        document = debrief(replace(found, own_words=words))
        assert count(document, paper) == 2
        assert "Written at the screen" in text.render(document)


@pytest.mark.parametrize("annex", [False, True])
def test_an_annex_is_spoken_of_as_printed_only_where_it_is(annex: bool) -> None:
    found = at_random("casablanca-1998", "washington", "due", 1, "")
    said = " ".join(text.render(debrief(found, annex=annex)).split())
    assert ("The annex marks each." in said) == annex
    assert ("more in the annex." in said) == annex
    assert ("more in the longer printout." in said) != annex


def test_there_is_room_to_write_under_every_question() -> None:
    asked_ = [block for block in own_sheet(told("quarrel")).blocks if type(block).__name__ == "Numbered"]
    assert len(asked_) == 1
    assert asked_[0].lines >= 1  # type: ignore[union-attr]


@pytest.mark.parametrize("name", ["quarrel", "pair"])
def test_names_and_reasons_are_printed_letter_for_letter_in_every_format(name: str) -> None:
    document = debrief(told(name))
    formats = {
        "text": text.render(document),
        "html": re.sub(r"<[^>]*>", "", html.render(document, "letter")),
        "pdf": in_pdf(pdf.render(document, "letter")),
    }
    escaped = {
        "html": lambda t: t.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("'", "&#x27;")
    }
    for how, printed in formats.items():
        for typed in (clean(PLAYER), clean(REASON)):
            wanted = escaped.get(how, str)(typed)
            assert squeezed(wanted.replace("名", "")) in squeezed(printed.replace("名", "")), how
    assert "\x1b" not in "".join(formats.values()) + markdown.render(document)


def test_the_pdf_has_every_word_of_the_sheet() -> None:
    document = own_sheet(told("together"))
    assert missing(document, in_pdf(pdf.render(document, "a4"))) in ([], ["名”"])


def test_the_same_game_gives_the_same_bytes() -> None:
    first, second = (pdf.render(debrief(told("quarrel")), "letter") for _ in range(2))
    assert first == second


def test_two_people_have_the_joint_sheet_as_their_own() -> None:
    assert own_sheet(told("pair")).subtitle.startswith("Joint debrief")
    assert own_sheet(told("pair", "washington")).subtitle.startswith("Debrief for Washington")


# --- the reckoning of the room -------------------------------------------------------------------------------


@each_paper
@each_case
def test_the_reckoning_agrees_with_the_pages_that_come_out(case: str, paper: Paper) -> None:
    page = PAGES[paper]
    found = at_random(case, "mexico-city", "accommodator", 5, LONG[:120])
    document = debrief(found)
    assert pages(document.blocks, page) == 2
    grown = replace(document, blocks=(*document.blocks, WritingLines(30, "more")))
    assert pages(grown.blocks, page) == count(grown, paper) == 3


@pytest.mark.parametrize(("said", "expected"), [("", 1), ("a", 1), ("word " * 40, 3), ("a\nb", 2), ("W" * 200, 4)])
def test_lines_are_counted_as_they_are_set(said: str, expected: int) -> None:
    assert lines(said.strip(), 9, 400) == expected


@pytest.mark.parametrize(
    ("whole", "most", "cut"),
    [("short", 9, "short"), ("one two three four", 12, "one two…"), ("unbreakable" * 3, 10, "unbreakab…"), ("", 5, "")],
)
def test_a_text_is_cut_at_a_word_and_shows_it(whole: str, most: int, cut: str) -> None:
    assert trimmed(whole, most) == cut
    assert len(trimmed(whole, most)) <= most


# --- file names ----------------------------------------------------------------------------------------------


def test_a_file_name_is_fit_for_handing_in() -> None:
    assert default_name(told("quarrel")) == "harbour_washington_zoe-sic-nunez-capek-script_24-november-2026"
    assert default_name(told("pair")).startswith("harbour_both_")


@pytest.mark.parametrize(
    "player",
    ["", "   ", "CON", 'a/b\\c:d*e?f"g<h>i|j', "..", "名前", "x" * 300, "\ud800", "nul.txt", "\u202eevil", "😀"],
)
def test_a_file_name_is_safe_whatever_the_player_is_called(player: str) -> None:
    found = told("quarrel")
    name = default_name(replace(found, header=replace(found.header, player=player)))
    assert re.fullmatch(r"[a-z0-9_-]{1,120}", name)
    assert not name.startswith(("-", "_"))


def test_names_in_other_letters_are_still_told_apart() -> None:
    found = told("quarrel")
    names = {
        default_name(replace(found, header=replace(found.header, player=player))) for player in ("名前", "别人", "")
    }
    assert len(names) == 3

"""What a debrief must contain, by the numbers of the list that the product is held to: own sheet and joint sheet."""

from collections.abc import Callable

import pytest
from debrief.games import PLAYER, TODAY, course, told

from game.debrief.model import Account, Verdict
from game.debrief.wording import marked
from game.printing import text
from game.printing.clean import clean
from game.printing.debrief import debrief
from game.rules.symbols import UNICODE
from game.rules.words import CONDITIONS

Check = Callable[[Account, str], bool]


def flat(printed: str) -> str:
    return " ".join(printed.split())


def before(first: str, second: str, printed: str) -> bool:
    return 0 <= printed.find(first) < printed.find(second)


def every(texts: object, printed: str) -> bool:
    """Does each of some texts stand there? There must be some."""
    found = [flat(clean(str(t))) in printed for t in texts]  # type: ignore[attr-defined]
    return bool(found) and all(found)


def moved(account: Account) -> list[Verdict]:
    """The verdicts on conditions that something moved."""
    return [verdict for verdict in account.conditions[0].verdicts if verdict.decided]


LIST: tuple[tuple[str, str, Check], ...] = (
    ("1", "the learning objectives", lambda a, p: every(a.objectives, p)),
    ("4", "a note on hard content", lambda a, p: every([a.content_note], p)),
    ("4", "that this is a model and not the world", lambda a, p: "A model, not the world" in p),
    ("6", "every own decision, by turn", lambda a, p: every((turn.label for turn in a.own), p)),
    ("6", "every own reason", lambda a, p: every((turn.reason for turn in a.own), p)),
    (
        "7",
        "every condition traced to a turn",
        lambda a, p: every((verdict.says for verdict in a.conditions[0].verdicts), p),
    ),
    (
        "7",
        "by a rule and a source",
        lambda a, p: every((f"turn {v.decided.turn}: {v.decided.why} (" for v in moved(a) if v.decided), p),
    ),
    ("8", "an open question about holding the role", lambda a, p: "what was it like" in p.casefold()),
    ("8", "that nobody is graded on it", lambda a, p: "not graded" in p.casefold() or "nobody grades" in p.casefold()),
    ("9", "a time line of both sides", lambda a, p: every((turn.label for turn in a.turns), p)),
    ("9", "its dates", lambda a, p: "17 May 1996" in p and "1999" in p),
    ("10", "room for one's own account before the analysis", lambda a, p: before("____", "Why?", p)),
    ("10", "and before the record", lambda a, p: before("____", "What happened?", p)),
    ("11", "the four conditions", lambda a, p: every(CONDITIONS, p)),
    ("12", "predictions beside results", lambda a, p: every([a.predictions.says], p)),
    (
        "12",
        "each prediction in words",
        lambda a, p: every({marked(t.expects, UNICODE) for t in a.own if t.expects}, p),
    ),
    ("13", "what each side knew then", lambda a, p: "Washington knew then" in p and "Mexico City knew then" in p),
    ("13", "what came out later, set apart", lambda a, p: every(["Known only later."], p)),
    ("14", "the other side's view of a turn", lambda a, p: f"Turn {a.hinge} from both capitals" in p),
    ("15", "a question without an answer here", lambda a, p: every([q.ask for q in a.questions if not q.here][:1], p)),
    ("16", "what really happened", lambda a, p: every((fact.text.rstrip(".") for fact in a.real.outcome), p)),
    ("16", "with author, year and page", lambda a, p: "L&R 3" in p and "L&R: Long & Reed 2001" in p),
    ("17", "where play and history agree and part", lambda a, p: "Play and history:" in p and "in history" in p),
    ("18", "what is stated", lambda a, p: "Stated by the sources" in p),
    ("18", "what is disputed or our coding", lambda a, p: "Disputed, or our coding" in p and "(our coding)" in p),
    ("18", "how many rules rest on what", lambda a, p: every([a.sure.says], p)),
    ("19", "what the model leaves out", lambda a, p: every(a.real.left_out, p)),
    ("19", "deaths counted apart", lambda a, p: "Counted apart, never as points: drowned in the harbour, 12" in p),
    ("20", "the smallest change", lambda a, p: every((flip.says[4:] for flip in a.flips), p)),
    (
        "21",
        "a rule to change and defend",
        lambda a, p: every([a.prompts.change_a_rule], p) and "The record in the game tells" in p,
    ),
    ("22", "a question for another case", lambda a, p: every([course().scenario.transfer], p)),
    ("23", "one sentence to write", lambda a, p: every([a.prompts.next_time], p)),
    ("24", "whose it is and when", lambda a, p: every([PLAYER, TODAY], p)),
    ("27", "how to use it alone", lambda a, p: "a pen and the rules card are enough" in p),
    ("27", "the minutes of each part", lambda a, p: p.count(" minutes)") == 5),
)

SHEETS = (("quarrel", "own"), ("together", "own"), ("harbour", "own"), ("pair", "joint"), ("quarrel", "joint"))


@pytest.mark.parametrize(("name", "sheet"), SHEETS)
@pytest.mark.parametrize(("number", "line", "check"), LIST, ids=[f"{n}-{line}" for n, line, _ in LIST])
def test_the_sheet_has(number: str, line: str, check: Check, name: str, sheet: str) -> None:
    account = told(name)
    printed = flat(text.render(debrief(account, sheet)))  # type: ignore[arg-type]
    assert check(account, printed), f"line {number}: {line}"


def test_5_everything_is_recorded_in_order_for_both_sides() -> None:
    account = told("pair")
    printed = flat(text.render(debrief(account, annex=True)))
    places = [printed.find(flat(entry.text)) for entry in account.record]
    assert len(places) > 6
    assert -1 not in places
    assert {entry.by for entry in account.record} >= {"washington", "mexico-city"}


def test_25_own_and_joint_sheet_differ_and_say_which_they_are() -> None:
    own, joint = (text.render(debrief(told("quarrel"), sheet)) for sheet in ("own", "joint"))
    assert "Debrief for Washington, 1996–1999" in own
    assert "Joint debrief, Washington and Mexico City, 1996–1999" in joint


def test_25_the_joint_sheet_has_both_peoples_reasons_side_by_side() -> None:
    account = told("pair")
    table = next(
        b for b in debrief(account, "joint").blocks if getattr(b, "head", ("",))[1:2] == ("Washington, and why",)
    )
    cells = [[str(cell) for cell in row[1:3]] for row in table.rows]  # type: ignore[union-attr]
    assert any("“" in washington and "“" in mexico for washington, mexico in cells)


def test_28_the_sheet_of_a_game_that_went_badly_is_not_shorter() -> None:
    bad, well = (debrief(told(name)) for name in ("quarrel", "together"))
    assert [type(block) for block in bad.blocks] == [type(block) for block in well.blocks]
    assert len(text.render(bad)) > 0.9 * len(text.render(well))

"""Where two theories differ is told rule by rule, and what turns is counted on the same cases."""

from dataclasses import replace

import pytest

from game.backtest.argument import Argument, Change, diff, told, turned
from game.backtest.scored import Backtest
from game.record.library import shipped_cases
from game.rules.theory import Rule, Theory
from game.theories.load import RIVALS, shipped

THEORY = shipped()
CASES = shipped_cases()


def with_steps(*steps: Rule) -> Theory:
    return replace(THEORY, id="other", digest="other", steps=steps)


def test_a_theory_does_not_differ_from_itself() -> None:
    assert diff(THEORY, THEORY) == ()
    assert "  no difference" in list(told(Argument.of(THEORY, THEORY, CASES)))


def test_a_rule_that_is_added_dropped_or_moved_is_named_once() -> None:
    soil, breach, harm, again, quiet, own = THEORY.steps
    assert diff(THEORY, with_steps(soil, harm, again, quiet, own)) == (
        Change("due", "breach", "dropped", before="breach: +1"),
    )
    fresh = Rule("fresh", needs=frozenset({"rank"}), step=1)
    assert diff(THEORY, with_steps(*THEORY.steps, fresh)) == (Change("due", "fresh", "added", after="rank: +1"),)
    assert diff(THEORY, with_steps(breach, harm, again, quiet, own, soil)) == (
        Change("due", "soil", "moved", "after start", "after own-doing"),
    )


def test_numbers_questions_and_effects_are_told_as_the_file_writes_them() -> None:
    soil, *rest = THEORY.steps
    changed = replace(soil, step=2, forbids=frozenset({"warned"}), unless=frozenset({"soft"}), says="otherwise said")
    assert [str(change) for change in diff(THEORY, with_steps(changed, *rest))] == [
        "due: soil: step 1 → 2",
        "due: soil: if soil → soil, not warned",
        "due: soil: unless nothing → soft",
        "due: soil: says in other words",
    ]
    relief, *others = THEORY.phases["act"]
    less = replace(relief, then=(relief.then[0]._replace(by=-2), *relief.then[1:]))
    other = replace(THEORY, phases={**THEORY.phases, "act": (less, *others)})
    assert [str(change) for change in diff(THEORY, other)] == [
        "act: relief: then frustration -1; relieved +1 → frustration -2; relieved +1"
    ]


def test_limits_classes_and_aims_differ_too() -> None:
    first, *others = THEORY.aims["washington"]
    aims = {**THEORY.aims, "washington": (replace(first, weight=5), *others)}
    other = replace(THEORY, limits={**THEORY.limits, "standing": 4}, classes=THEORY.classes[1:], aims=aims)
    assert [(change.table, change.what, change.before, change.after) for change in diff(THEORY, other)] == [
        ("limits", "standing", "5", "4"),
        ("classes", THEORY.classes[0], "a class of acts", ""),
        ("aims of washington", "results", "2", "5"),
    ]


def test_lines_without_a_name_of_their_own_are_told_apart() -> None:
    (change, *_) = diff(shipped("interdependence"), replace(shipped("interdependence"), expected=THEORY.expected))
    assert "settle (2)" in {change.rule for change in diff(shipped("interdependence"), THEORY)}
    assert change.table == "expected"


@pytest.mark.parametrize("name", RIVALS)
def test_every_case_that_comes_out_otherwise_turns_in_one_way(name: str) -> None:
    before, after = Backtest.of(THEORY, CASES), Backtest.of(shipped(name), CASES)
    turnings = turned(before, after)
    both = zip(before.rows, after.rows, strict=True)
    apart = [row.case.id for row, other in both if row.got.reception != other.got.reception]
    assert sorted(turning.case.id for cases in turnings for turning in cases) == sorted(apart)
    assert after.share().right - before.share().right == len(turnings.right) - len(turnings.wrong)
    assert all(turning.after == turning.case.real.reception for turning in turnings.right)
    assert all(turning.before == turning.case.real.reception for turning in turnings.wrong)

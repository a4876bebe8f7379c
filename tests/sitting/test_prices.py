"""What an option is known to cost or to risk before it is chosen."""

from play import shipped

from game.play.graph import Graph
from game.scenario.model import Decision
from game.sitting.prices import leak_of


def test_the_odds_of_a_leak_are_said_with_joint_work_that_no_staffed_body_shelters() -> None:
    course = shipped.course("merida-2007")
    summit = course.scenario.decision("summit")
    assert isinstance(summit, Decision)
    intelligence, sheltered = summit.option("intelligence"), set[bool]()
    assert intelligence is not None
    for node in Graph.of(course).nodes:
        if course.waiting(node.position) is summit:
            body = course.setting.has_body(node.position.ground.ledger, "police")
            assert leak_of(course, node.position, intelligence) == (None if body else (1, 3))
            sheltered.add(body)
    assert sheltered == {True, False}


def test_the_risk_is_said_to_whoever_offers_and_to_whoever_answers_in_earnest() -> None:
    course = shipped.course("casablanca-1998")
    told = {
        (decision.id, option.id)
        for node in Graph.of(course).nodes
        if isinstance(decision := course.waiting(node.position), Decision)
        for option in course.options(node.position)
        if leak_of(course, node.position, option)
    }
    assert ("the-trap", "together") in told
    assert ("hand-over-answer", "real") in told
    assert not {("the-trap", "las-vegas"), ("hand-over-answer", "token")} & told

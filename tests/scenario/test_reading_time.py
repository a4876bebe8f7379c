"""The longest way through a case, in words to read: what excludes one another is not counted twice."""

import pytest
from play.made import made

from game.scenario.reading_time import longest

TEN = "one two three four five six seven eight nine ten"
OPENING = """
  - decision: start
    round: 1
    by: washington
    options: [{id: tell, label: Tell, tell: police}, {id: wait, label: Wait, wait: yes}]
"""


def later(name: str, condition: str = "", by: str = "washington", brief: str = TEN) -> str:
    test = f"\n    if: {condition}" if condition else ""
    return f"""
  - decision: {name}
    round: 1
    by: {by}{test}
    brief: {brief}
    options: [{{id: rest, label: Rest, wait: yes}}]
"""


def words(play: str, capital: str = "washington") -> int:
    return longest(made(f"play:{play}"), capital)


def test_what_a_capital_is_shown_at_its_own_decisions_is_counted() -> None:
    assert words(OPENING + later("more")) == 2 + 11
    assert words(OPENING + later("more", by="mexico-city")) == 2
    assert words(OPENING + later("more", by="mexico-city"), "mexico-city") == 11


@pytest.mark.parametrize(
    ("first", "second", "both"),
    [
        ("{chosen: start.tell}", "{chosen: start.wait}", False),
        ("{chosen: start.tell}", "{not: {chosen: start.tell}}", False),
        ("{chosen: start.tell}", "{any: [{chosen: start.wait}, {chosen: start.tell}]}", True),
        ("{chosen: start.tell, police.shut: yes}", "{chosen: start.wait, police.shut: yes}", False),
        ("{chosen: start.tell}", "{not: {police.shut: yes}}", True),
        ("{police.shut: yes}", "{police.shut: no}", True),  # of the state nothing is known
    ],
)
def test_two_decisions_that_exclude_one_another_are_not_both_read(first: str, second: str, both: bool) -> None:
    assert words(OPENING + later("one", first) + later("two", second)) == 2 + (22 if both else 11)


FORK = """
  - decision: fork
    round: 1
    by: washington
    options: [{id: act, label: Act, act: {field: police, face: yes}}, {id: ask, label: Ask, offer: {field: police}}]
"""
REPLY = f"""
  - decision: reply
    round: 1
    by: mexico-city
    brief: {TEN}
    options: [{{id: note, label: Note, reply: protest}}]
"""
ANSWER = REPLY.replace("decision: reply", "decision: answer").replace(
    "id: note, label: Note, reply: protest", "id: no, label: No, answer: refuse"
)


def test_of_a_reply_and_an_answer_to_one_decision_only_one_is_read() -> None:
    assert words(FORK + REPLY, "mexico-city") == 11
    assert words(FORK + REPLY + ANSWER, "mexico-city") == 11
    assert words(FORK + REPLY + FORK.replace("fork", "again") + ANSWER, "mexico-city") == 22


def test_what_is_on_the_table_no_longer_calls_for_nothing() -> None:
    assert words(FORK + later("between") + REPLY, "mexico-city") == 0

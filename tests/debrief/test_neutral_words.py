"""A debrief neither blames nor praises; it says what followed, and because of what."""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass

import pytest
from debrief.games import GAMES, REASON, course, told

from game.debrief.moves_in_words import move_in_words
from game.debrief.wording import FLAGS

JUDGING = re.compile(
    r"\b(fail(ed|ure)?|mistakes?|wrong|bad(ly)?|poor(ly)?|good|great|excellent|well done|success(ful)?|win|won|"
    r"lost|lose|blame|fault|should have|unfortunately|congratulations|score|clever|foolish|punish(ed|ment)?|"
    r"correct(ly)?)\b",
    re.IGNORECASE,
)
LOADED = re.compile(r"\b(sting|transgress\w*|perform(s|ed|ance)|enemy|enemies)\b", re.IGNORECASE)


def own_words(part: object) -> Iterator[str]:
    """Every text of an account but those that the case's author or a player wrote, and ids."""
    if isinstance(part, str):
        yield part
    elif isinstance(part, tuple):
        for item in part:
            yield from own_words(item)
    elif is_dataclass(part):
        for field in fields(part):
            if field.name not in {"rule", "what", "decision", "option", "kind", "reason", "player", "questions"}:
                yield from own_words(getattr(part, field.name))


def written_by_the_author() -> set[str]:
    scenario = course().scenario
    texts = {decision.title for decision in scenario.decisions}
    texts |= {option.label for decision in scenario.decisions for option in decision.options}
    return texts | {fact.text for facts in (scenario.outcome, scenario.disputed, scenario.known_now) for fact in facts}


@pytest.mark.parametrize("name", GAMES)
def test_no_word_judges_the_player(name: str) -> None:
    authors = written_by_the_author()
    ours = [text for text in own_words(told(name)) if text not in authors and REASON not in text]
    assert len(ours) > 100
    # “the result is lost” is what a leak does; it speaks of work, not of the player.
    judged = [text for text in ours if JUDGING.search(text.replace(FLAGS["leaked"], "").replace("and is lost", ""))]
    allowed = [text for text in judged if "would the rules then get right, which would they lose" in text]
    assert judged == allowed


@pytest.mark.parametrize("name", GAMES)
def test_no_word_is_loaded(name: str) -> None:
    assert [text for text in own_words(told(name)) if LOADED.search(text)] == []


def test_strangulation_is_always_what_the_paper_calls_so() -> None:
    found = [text for name in GAMES for text in own_words(told(name)) if "strangulation" in text.casefold()]
    assert found
    assert all("what the paper calls" in text for text in found)


def test_every_move_of_the_case_can_be_put_into_words() -> None:
    start, decisions = course().start(), course().scenario.decisions
    said = {o.id: move_in_words(o.move, course(), start, d.by) for d in decisions for o in d.options}
    assert said["at-the-quay"][0] == "Acts alone on Mexican soil, without warning; shames Mexico in public"
    assert said["by-night"][0] == "Acts alone on Mexican soil, in secret"
    assert said["ask"][-1].startswith("signs: The harbour letter, which binds ")
    assert "withholds extradition, aid, trade or joint work" in said["withhold"]
    assert said["warn"] == ("Puts on record that it does not want such work: police",)
    assert all(said.values())

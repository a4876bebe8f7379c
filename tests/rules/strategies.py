"""Any act, offer and ground that the rules can meet, drawn at random but the same on every run."""

from itertools import combinations
from math import prod

from hypothesis import settings
from hypothesis import strategies as st

from game.rules.moves import Act, Answer, Entry, Offer
from game.rules.resolve import Rules
from game.rules.state import Field, Ground, Home, Setting
from game.rules.words import DEMANDS, FEELS_MORE, PURPOSES, VISIBILITIES, WHOSE
from game.theories.load import shipped

steadily = settings(max_examples=200, deadline=None, derandomize=True, database=None)
CLASSES = ("abduction", "unannounced-operation")
AGREEMENTS = {
    "rule": Entry("rule", "police", "A rule", frozenset({"abduction"})),
    "notice": Entry("notice", "police", "Notice", frozenset({"unannounced-operation"}), ends=True),
    "body": Entry("body", "border", "A body", body=True),
    "words": Entry("words", "police", "Words"),
}
SETTING = Setting(("police", "border"), AGREEMENTS)
THEORY = shipped()
RULES = Rules(THEORY, SETTING)


def numbers(*sizes: int) -> st.SearchStrategy[tuple[int, ...]]:
    """Small whole numbers, each below its size; drawn as one, which is ten times as fast."""

    def unpacked(packed: int) -> tuple[int, ...]:
        digits = []
        for size in sizes:
            packed, digit = divmod(packed, size)
            digits.append(digit)
        return tuple(digits)

    return st.integers(0, prod(sizes) - 1).map(unpacked)


def field_of(digits: tuple[int, ...]) -> Field:
    return Field(*digits)


def ground_of(here: Field, there: Field, ledger: tuple[str, ...], round_: tuple[int, ...]) -> Ground:
    verdicts, shown, relieved, floor = round_
    return Ground((here, there), ledger, frozenset(), verdicts, shown, relieved, floor)


def act_of(digits: tuple[int, ...]) -> Act:
    purpose, warned, visibility, yields, does, demands, feels, whose, *marks = digits
    soil, face, rank, harm, needs, mooted, incident, harm_north = map(bool, marks)
    return Act(
        "police",
        PURPOSES[purpose],
        *(soil, face, rank, harm),
        warned=(None, True, False)[warned],
        needs=needs,
        visibility=VISIBILITIES[visibility],
        mooted=mooted,
        yields=yields,
        does=frozenset(CLASSES[:does]),
        incident=incident,
        demands=DEMANDS[demands],
        feels_more=FEELS_MORE[feels],
        whose=WHOSE[whose],
        harm_north=harm_north,
    )


def offer_of(digits: tuple[int, ...]) -> Offer:
    purpose, builds, gives, signs, feels, *marks = digits
    recognises, drops_claim, withdraws, shares, talks, harm_north = map(bool, marks)
    return Offer(
        "police",
        PURPOSES[purpose],
        *(recognises, drops_claim, withdraws, shares, talks),
        builds=builds,
        gives=gives,
        signs=(None, *AGREEMENTS)[signs],
        feels_more=FEELS_MORE[feels],
        harm_north=harm_north,
    )


level = st.integers(0, 2)
fields = numbers(*(3,) * 4, *(2,) * 6, 4, 2, 2, 2).map(field_of)
ledgers = st.sampled_from([some for n in range(4) for some in combinations(sorted(AGREEMENTS), n)])
grounds = st.builds(ground_of, fields, fields, ledgers, numbers(2, 3, 2, 2))
homes = numbers(6, 6, 4, 4).map(lambda digits: Home(*digits))
acts = numbers(2, 3, 3, 3, 3, 3, 3, 4, *(2,) * 8).map(act_of)
offers = numbers(2, 3, 3, 5, 3, *(2,) * 6).map(offer_of)
capitals = st.sampled_from(["washington", "mexico-city"])
answers = st.builds(Answer, level)

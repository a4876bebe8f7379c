"""How much of each part of a debrief a sheet has room for, and what more room is given to first."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Room:
    """How much a sheet has room for: lines to write on, sentences, letters of a text."""

    reaction: int = 1
    own_account: int = 3
    own_words: int = 240
    """What was written on the screen stands in place of two of the lines."""
    answer: int = 1
    questions: int = 1
    reason: int = 25
    outcome: int = 3
    disputed: int = 1
    later: int = 1
    known: int = 1
    left_out: int = 40
    best: int = 100
    firm: int = 0
    """1: how firm the rules are, and where other theories part."""
    causes: int = 0
    """1: what a reception hung on, beside it."""


WIDER: tuple[dict[str, int], ...] = (
    {"own_words": 700},
    {"reason": 40},
    {"outcome": 5},
    {"firm": 1},
    {"left_out": 80, "reason": 55},
    {"outcome": 7, "known": 2},
    {"own_account": 4},
    {"own_words": 1400},
    {"causes": 1},
    {"reason": 80},
    {"outcome": 9, "disputed": 2},
    {"left_out": 140},
    {"best": 200},
    {"outcome": 12},
    {"reason": 110},
    {"answer": 2},
    {"own_account": 5},
    {"reason": 160, "best": 300},
    {"known": 3, "later": 2},
    {"questions": 2},
    {"left_out": 300, "reason": 220},
    {"reaction": 2},
    {"disputed": 4, "best": 450},
    {"own_account": 6},
    {"own_words": 9999},
    {"outcome": 99, "later": 9},
    {"questions": 3, "disputed": 99},
    {"own_account": 8, "answer": 3},
    {"reason": 999, "left_out": 999, "best": 999, "known": 9},
)
"""From the narrowest sheet on, what further space is given to, in this order; what does not fit is passed over."""


def trimmed(text: str, most: int) -> str:
    """A text cut at a word, with “…” where something is missing."""
    if len(text) <= most:
        return text
    cut = text[: most - 1]
    at = cut.rfind(" ")
    return f"{(cut[:at] if at > most // 2 else cut).rstrip(' ,;:.')}…"

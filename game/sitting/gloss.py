"""What the short words beside a case mean: for whoever meets them first in a list."""

from collections.abc import Iterable

GLOSS = {
    "first": "a case to begin with; you are shown everything that happens",
    "standard": "you see what your capital could know, the rest in the debrief",
    "advanced": "as standard, with more to weigh",
    "operational": "solves a problem",
    "principled": "states a principle",
    "unilateral": "done alone",
    "negotiated": "offered to the other capital",
    "joint": "offered to the other capital",
}


def glossed(word: str) -> str:
    """A word with what it means."""
    return f"{word}: {GLOSS[word]}" if word in GLOSS else word


def with_gloss(words: Iterable[str]) -> str:
    """Words, each with what it means behind it."""
    return "; ".join(map(glossed, words))

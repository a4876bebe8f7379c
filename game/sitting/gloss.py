"""What the short words beside a case mean: for whoever meets them first in a list."""

from collections.abc import Iterable

GLOSS = {
    "first": "a case to begin with; you are shown everything that happens",
    "standard": "you see what your capital could know, the rest in the debrief",
    "advanced": "as standard, with more to weigh",
    "operational": "solves a problem",
    "principled": "states a principle",
    "unilateral": "done alone",
    "negotiated": "proposed to the other capital",
    "joint": "proposed to the other capital",
}
FIGURE = "Two questions sort every act and offer: {cells}"
"""Before the citation of the papers' figure."""


def glossed(words: Iterable[str]) -> str:
    """Words, each with what it means."""
    return "; ".join(f"{word}: {GLOSS[word]}" for word in words)

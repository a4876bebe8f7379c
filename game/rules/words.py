"""The closed vocabularies of the game, each word once, in the order in which it is ranked or read.

These are the words of the scenario format, the trace, the screens and the papers alike.
What a word is worth stands in a theory file, never here.
"""

from typing import Literal

Capital = Literal["washington", "mexico-city"]
CAPITALS: tuple[Capital, ...] = ("washington", "mexico-city")
NOBODY = "nobody"

FIELDS = ("border", "police", "verdict", "military", "forum")
CONDITIONS = ("interest", "coordination", "institution", "capacity")
LEVEL_WORDS = ("absent", "some", "in place")

GRIEVANCES = ("soil", "rank", "breach", "face", "harm", "objection")
WOUNDS = frozenset({"soil", "rank", "breach"})
MARKED = ("soil", "face", "rank", "harm")

RECEPTIONS = ("toleration", "protest", "backlash", "rupture")
OFFER_RECEPTIONS = ("refused", "token", "cooperation")
ANSWERS = ("refuse", "token", "real")
LEVERS = ("withhold", "restrict", "law")
MANNERS = ("performance", "compliance")
LEVEL_OF_MANNER = {"performance": "protest", "compliance": "toleration"}
"""Which reply a manner is: deliveries for the date are a protest, what is done as it was asked is none."""
FOLLOW_UPS = ("settle", "drop", "stand", "someone-goes")

PURPOSES = ("operational", "principled")
VISIBILITIES = ("open", "quiet", "secret")

DEMANDS = ("none", "general", "particular")
"""What an act asks of Mexico: nothing, a general improvement judged by a date, one particular thing."""
FEELS_MORE = ("washington", "even", "mexico")
"""Who would feel it more if all cooperation in the field stopped."""
WHOSE = ("agency", "private", "nobody", "mexico")
"""Whose doing an incident was: an agency without orders, a private person, an accident, Mexico's own."""
TIED_SINCE = 1994
"""From this year on a trade treaty ties the two markets (coyote@C5)."""

SHUT_WORDS = ("no", "round", "round", "settled")
"""By ``Field.shut``: not, to the end of this round, of the next, until settled."""

FLAGS = (
    "binding",
    "signed",
    "strangulation",
    "result",
    "leaked",
    "performance",
    "compliance",
    "congress",
)
STAGES = (
    "frustration",
    "unilateral act",
    "sovereignty response",
    "retreat",
    "agreement",
    "cooperation",
    "forgetting",
)
ENDINGS = ("rupture", "open quarrel", "bound relation", "bound and cold", "unbound relation", "token peace")

SEEN_BY = ("both", "washington", "mexico-city", "after")
OPPONENTS = ("history", "due", "hard-liner", "accommodator", "strategist", "person")

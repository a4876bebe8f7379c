"""The words that a theory file may use, occasion by occasion; the rules at work know these and no others.

Written out here, not gathered from the rules, so that who writes a theory finds them in one place.
``tests/theories`` holds both to each other.
"""

from game.rules.words import (
    CAPITALS,
    CONDITIONS,
    ENDINGS,
    FOLLOW_UPS,
    GRIEVANCES,
    LEVERS,
    MANNERS,
    OFFER_RECEPTIONS,
    PURPOSES,
    RECEPTIONS,
)

OF_THE_SIDES = ("Mexico would feel it more", "Washington would feel it more", "harms the north", "the markets are tied")
"""What rival theories ask of acts and offers alike."""
OF_AN_ACT = frozenset(
    {
        *("soil", "face", "rank", "harm", "a line is crossed", "warned", "breach", "a grievance is open", "soft"),
        *("quiet", "secret", "mooted", "incident", "needs Mexico", "verdict", "first verdict", "interest is 2"),
        "interest is 0",
        "first relief of the round",
        *("demands", "demands one thing", "Mexico's own doing", "an agency's doing", *PURPOSES, *OF_THE_SIDES),
    }
)
OF_A_REPLY = frozenset({*RECEPTIONS, "protest or more", "backlash or more", *LEVERS, *MANNERS})
OF_A_FOLLOW_UP = frozenset({*(how.replace("-", " ") for how in FOLLOW_UPS), "settle or drop"})
OF_AN_OFFER = frozenset(
    {
        *("Washington offers", "Mexico City offers", "recognises", "drops the claim", "withdraws", "shares", "talks"),
        *("binds", *PURPOSES, "face is open", "the field is shut", "a wound is open", "interest is 0"),
        *("found interest below 2", "coordination counts", "institution counts", "capacity counts", "brings one"),
        *("gives 0", "gives 1", "gives 2", "builds 0", "builds 1", "builds 2"),
        *OF_THE_SIDES,
    }
)
OF_AN_ANSWER = frozenset({"refused", "passes", "real", "cooperation", "signed", "cooperation or signed", "result"})
OF_THE_MOVER = frozenset({"by Washington", "by Mexico City", "by nobody"})
OF_A_CLOSE = frozenset({"last round", "shown", "harm is open somewhere"})
OF_A_JUDGEMENT = frozenset({"last round", "frustration is full", "standing is gone", "no verdict yet"})
OF_THE_END = frozenset(
    {
        *("a field is shut by a rupture", "a wound is open somewhere", "a binding entry was made"),
        "a result was reached",
    }
)
NOW = frozenset({"only an objection is open", "capacity reached 2", "the field is shut"})
"""What can be asked after the rules above have worked; only where rules change something."""

PHASES: dict[str, frozenset[str]] = {
    "act": OF_AN_ACT,
    "reply": OF_AN_ACT | OF_A_REPLY,
    "follow": OF_AN_ACT | OF_A_FOLLOW_UP,
    "offered": OF_AN_OFFER,
    "answer": OF_AN_OFFER | OF_AN_ANSWER,
    **dict.fromkeys(
        ("tell", "consent", "objection", "turn", "keeps", "leak", "omission", "develop", "trouble", "pressure"),
        OF_THE_MOVER,
    ),
    "administration": OF_THE_MOVER,
    "close": OF_A_CLOSE,
    "judged": OF_A_JUDGEMENT,
}
"""The occasions on which rules change something, and what can be asked on each."""

DECIDING = {
    "expected": (OF_AN_ACT | OF_A_REPLY - {*LEVERS, *MANNERS}, FOLLOW_UPS),
    "received": (OF_AN_OFFER, OFFER_RECEPTIONS),
    "manner": (OF_AN_ACT | OF_A_REPLY - {*LEVERS, *MANNERS}, MANNERS),
    "endings": (OF_THE_END, ENDINGS),
}
"""The tables whose rules decide on a word: what can be asked, and the words."""
SILENT = ("received", "manner")
"""Of these, the tables in which perhaps no line applies."""
UNSPOKEN = ("expected",)
"""Of these, the tables whose lines leave no words in a trace."""

METERS = ("frustration", "standing", "results", "yields")
MOVED = (*METERS, *CONDITIONS)
COUNTED = (*MOVED, "lapse")
"""Effects with a number; that of a lapse is what each lapsed entry does to coordination."""
MARKS = ("told", "consent", "law", "relieved", "shown", "verdicts", "floor", "fresh")
VALUES = {
    "shut": ("open", "this round", "next round", "until settled", "one round less"),
    "lay": ("marked", *GRIEVANCES),
    "clear": GRIEVANCES,
    "enter": ("entry",),
    "lasting": ("entry",),
    "levels": ("given",),
}
"""What else an effect can change, and to what."""
LISTED = ("clear",)
"""Of these, what can be given several words at once."""
EFFECTS = (*COUNTED, *MARKS, *VALUES)
NAMED_NUMBERS = ("marked", "change", "level")
"""Numbers that the move gives: the yields it is marked with, a pressure's change, a level of interest."""
GIVEN = {
    "marked": ("act", "reply", "follow"),
    "entry": ("answer", "keeps"),
    "given": ("develop",),
    "change": ("pressure",),
    "level": ("turn",),
}
"""Words under ``then`` for what the move gives, and the occasions on which there is a move that gives it."""
WHERES = ("here", "main field", "every field", "fields without a body", "other fields without a body")
WHERES_OF = {"lapse": ("entries made",)}
"""Where a rule works: in fields; only a lapse works on the entries made in the game."""
MOSTS = ("builds", "gives")
TIMES = ("steps off due",)

AIMS = (
    *("results", "yields", "autonomy", "weakest-condition", "grievances", "frustration", "entries", "standing"),
    *("coordination", "capacity"),
)
LIMITS = {"condition": 2, "frustration": 9, "standing": 9}
"""The most that each limit can be: the papers know three levels of a condition, and a meter must fit on its line."""
MOST = 9
"""No number of a rule or an aim is larger; one that is, is a slip of the hand."""
SIDES = CAPITALS

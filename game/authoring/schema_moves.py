"""The JSON Schema of what an option or an event carries: marks, offers, replies, answers; coded cases have them too."""

from game.authoring.shapes import (
    Properties,
    Schema,
    either,
    listed,
    named,
    one_or_more,
    said,
    table,
    text,
    whole,
    word,
    yes_no,
)
from game.reading.names import ID
from game.rules.words import (
    ANSWERS,
    DEMANDS,
    FEELS_MORE,
    FIELDS,
    FOLLOW_UPS,
    LEVERS,
    MANNERS,
    PURPOSES,
    RECEPTIONS,
    VISIBILITIES,
    WHOSE,
)
from game.scenario.citations import PARAGRAPH
from game.scenario.conditions import LEVEL_MOST
from game.scenario.moves_reader import ACT_MARKS, OFFER_MARKS
from game.scenario.vocabulary import CLASSES

OF_A_LEVEL = "0 absent, 1 some, 2 in place."
CITES = one_or_more(
    text(
        "A paragraph of a source, a work from outside, or our own coding.",
        "paradox@P28",
        "outside:Y16",
        "ours",
        pattern=rf"{PARAGRAPH.pattern}|outside:.+|ours",
    ),
    "Where it is from: source@paragraph, outside:KEY or ours; one, or a list of them. Each is one string, no ranges.",
)
FIELD = word(FIELDS, "The field of the quarrel; one of those under start.")
DOUBTFUL = "Marks that a competent reader could code otherwise; check plays the case both ways."


def name(about: str, *examples: str) -> Schema:
    """An id: small letters, digits and hyphens."""
    return said({"type": ["string", "integer"], "pattern": f"^(?:{ID.pattern})$"}, about, *examples)


MARKS: Properties = {
    "field": FIELD,
    "purpose": word(
        PURPOSES, "operational: solves a problem. principled: states a principle. Unless said: operational."
    ),
    "soil": yes_no("Did its agents work, or take anybody, inside the other country without that government's consent?"),
    "face": yes_no("Did it, meant or not, show the other government as corrupt, weak or untruthful in public?"),
    "rank": yes_no("Did outsiders judge, command or supervise its bodies?"),
    "harm": yes_no("Would people who had done nothing feel it within weeks?"),
    "warned": yes_no(
        "Could the government, foreign ministry included, have answered before it happened? "
        "Left out: whether the field was told."
    ),
    "visibility": word(VISIBILITIES, "open; quiet: nothing announced; secret: the other government does not know."),
    "does": listed(word(CLASSES, "A class of acts."), "The classes of acts it is: what an agreement may bind."),
    "feels_more": word(
        FEELS_MORE, "Who would feel it more if all cooperation in the field stopped (rival theories ask)."
    ),
    "harm_north": yes_no(
        "Would people in the United States who had done nothing feel it within weeks (rival theories ask)?"
    ),
    "doubtful": listed(word(ACT_MARKS, "A mark."), DOUBTFUL),
    "cite": CITES,
}
ACT = table(
    "an act",
    "Something Washington does alone, described by its marks and never by what it leads to. Unsaid marks are no.",
    {
        **MARKS,
        "needs": yes_no("Does Washington's policy in this field need Mexico's help to succeed? Unless said: yes."),
        "mooted": yes_no("Is it only proposed?"),
        "yields": whole(0, LEVEL_MOST, "What it brings in on the day, by itself: 0 none, 1 some, 2 large.", 2),
        "demands": word(DEMANDS, "What it asks of Mexico (rival theories ask)."),
    },
    ["field"],
)
INCIDENT = table(
    "an incident",
    "What is nobody's policy, described by its marks.",
    {**MARKS, "whose": word(WHOSE, "Whose doing it was (rival theories ask).")},
    ["field"],
)
CONCESSIONS: Properties = {
    "gives": whole(0, LEVEL_MOST, "0 nothing, 1 training or know-how, 2 money and equipment.", 1),
    "shares": yes_no("Does Washington take on its own part: demand, guns, money?"),
    "drops_claim": yes_no("Are accusations withdrawn?"),
    "withdraws": yes_no("Is the harmful act withdrawn?"),
}
OFFER = table(
    "an offer",
    "Something proposed to the other capital, described by what it brings.",
    {
        "field": FIELD,
        "purpose": MARKS["purpose"],
        "recognises": yes_no("Does it treat the other as a rightful partner? Unless said: yes."),
        "talks": yes_no("Does it bring regular contact (coordination)?"),
        "builds": whole(0, LEVEL_MOST, "0 nothing, 1 a letter or a working group, 2 a standing body (institution).", 1),
        **CONCESSIONS,
        "signs": name("The agreement that it would make.", "brownsville-1998"),
        "feels_more": MARKS["feels_more"],
        "harm_north": MARKS["harm_north"],
        "doubtful": listed(word(OFFER_MARKS, "A mark."), DOUBTFUL),
        "cite": CITES,
    },
    ["field"],
)
REPLY = table(
    "a reply",
    "Mexico City's reply to an act alone or an incident.",
    {
        "level": word(RECEPTIONS, "Each level away from the one that is due costs Mexico City one point of standing."),
        "lever": word(LEVERS, "The means of a backlash or rupture: withhold help, restrict agents, go to law."),
        "manner": word(
            MANNERS, "To a verdict: performance, deliveries timed for the date; compliance, the one thing asked."
        ),
        "cite": CITES,
    },
    ["level"],
)
ANSWER = table(
    "an answer",
    "The answer to an offer; on an offer of Mexico City, Washington says in it what it brings.",
    {"level": word(ANSWERS, "Whether it is meant."), **CONCESSIONS, "cite": CITES},
    ["level"],
)
INTEREST = whole(0, LEVEL_MOST, "The interest to which Mexico City turns.", 2)
MOVES: Properties = {
    "act": ACT,
    "offer": OFFER,
    "tell": {**FIELD, "description": "Washington tells the government what it does in this field; it opens consent."},
    "consent": {**FIELD, "description": "Mexico City agrees to Washington's later acts in this field."},
    "objection": {**FIELD, "description": "Mexico City puts an objection on record, in this field."},
    "turn": either(
        "One's own house. Washington: the field in which it takes its share. Mexico City: {FIELD: interest}.",
        FIELD,
        named("The field and the level of interest.", INTEREST, names=FIELDS, minProperties=1, maxProperties=1),
    ),
    "keeps": name("Washington orders that this agreement goes on after the administration.", "brownsville-1998"),
    "wait": word(("yes",), "Does nothing."),
    "reply": either("A reply to an act alone, by Mexico City.", word(RECEPTIONS, "A level."), REPLY),
    "answer": either("An answer to an offer of the other capital.", word(ANSWERS, "real, token or refuse."), ANSWER),
    "follow": word(FOLLOW_UPS, "What Washington does after a reply of protest or more."),
}

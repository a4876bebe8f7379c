"""The JSON Schema of a file of coded cases."""

from game.authoring.schema_moves import ACT, CITES, OF_A_LEVEL, OFFER, name
from game.authoring.shapes import DRAFT, Properties, Schema, either, listed, table, text, where, whole, word, yes_no
from game.record.model import DELIVERED, KINDS, ORIENTATIONS
from game.record.read import (
    ALONE,
    BY,
    FIRST_YEAR,
    FORMAT,
    LAST_YEAR,
    LEVEL_MOST,
    OF_ACTS,
    OF_ANY_CASE,
    OF_OFFERS,
    WITH_OFFER,
)
from game.rules.words import (
    CAPITALS,
    CONDITIONS,
    FIELDS,
    FOLLOW_UPS,
    GRIEVANCES,
    LEVERS,
    MANNERS,
    OFFER_RECEPTIONS,
    PURPOSES,
    RECEPTIONS,
    WHOSE,
)
from game.scenario.vocabulary import CLASSES, TITLE

OF_ACT: Properties = ACT["properties"]
OF_OFFER: Properties = OFFER["properties"]
MARKS = table(
    "the marks",
    "What an act or incident was; of an offer only feels_more and harm_north. Unsaid marks are no.",
    {
        **{key: OF_ACT[key] for key in OF_ACT if key not in ("field", "purpose", "yields", "doubtful", "cite")},
        "whose": word(WHOSE, "Whose doing an incident was."),
    },
)
OFFERED = table(
    "an offer",
    "What was offered, by what it brought.",
    {
        **{
            key: OF_OFFER[key]
            for key in ("recognises", "drops_claim", "withdraws", "shares", "talks", "builds", "gives")
        },
        "by": word((*CAPITALS, "both"), "Who made it. Unless said: washington."),
        "binds": yes_no("Did its text limit Washington's later acts?"),
        "body": yes_no("Did it make a staffed body that goes on meeting?"),
        "ends": yes_no("Was it to end with the administration?"),
        "delivered": word(DELIVERED, "Did what was promised come?"),
    },
)
STATE = table(
    "the state",
    "What the act or offer found in its own field; what an offer brings goes into the offer.",
    {
        **{c: whole(0, LEVEL_MOST, f"{c}: {OF_A_LEVEL}", 1) for c in CONDITIONS},
        "shut": yes_no("Was the field shut by a quarrel?"),
        "open": listed(word(GRIEVANCES, "A grievance."), "Grievances that were open."),
        "bound": listed(
            word(CLASSES, "A class of acts."), "Classes of acts that agreements in force bound at the time."
        ),
        "told": yes_no("Had Washington told the government?"),
        "consent": yes_no("Had Mexico City given consent?"),
    },
    CONDITIONS,
)
REAL = table(
    "what came of it",
    "What really came of it; the rules never see it.",
    {
        "reception": word((*RECEPTIONS, *OFFER_RECEPTIONS), "How it was received."),
        "then": word(FOLLOW_UPS, "What Washington did after the reply."),
        "binding": yes_no("Did a text come of it that limits Washington's later acts?"),
        "manner": word(MANNERS, "The manner of the reply."),
        "lever": word(LEVERS, "The means of the reply."),
        "lasted": yes_no("Did it still hold after the next change of administration?"),
    },
)
CODED_AS = listed(word(sorted(OF_ANY_CASE | OF_ACTS | OF_OFFERS), "What was coded."), "")
CASE = table(
    "a case",
    "One row of the record.",
    {
        "id": name("Its id.", "casablanca"),
        "title": text("Its title.", "Operation Casablanca", most=TITLE),
        "years": either(
            "The year, or the first and the last.",
            whole(FIRST_YEAR, LAST_YEAR, "A year.", 1998),
            listed(whole(FIRST_YEAR, LAST_YEAR, "A year.", 1995), "First and last.", least=2, most=2),
        ),
        "by": word(BY, "Whose doing it was."),
        "kind": word(KINDS, "What kind of case it is."),
        "orientation": word(ORIENTATIONS, "Its side of the papers' figure."),
        "purpose": word(PURPOSES, "operational: solves a problem. principled: states a principle."),
        "field": word(FIELDS, "The field of the quarrel."),
        "marks": MARKS,
        "offer": OFFERED,
        "state": STATE,
        "real": REAL,
        "cite": CITES,
        "inferred": {**CODED_AS, "description": "What no source tells and the coder read from the situation."},
        "doubtful": {**CODED_AS, "description": "What another reader could well code otherwise; the note says why."},
        "note": text("What was hard to code, and why it is coded so.", "The sources differ over the date."),
        "scored": yes_no("Do the rules reach it? Unless said: yes."),
        "unscored": text("Why they do not.", "Mexico's own law; nobody had to answer it."),
        "told_in": name("The scenario that tells it.", "casablanca-1998"),
    },
    ["id", "title", "years", "by", "kind", "orientation", "purpose", "field", "cite"],
    allOf=[
        where("kind", [kind for kind in KINDS if kind != "turn"], {"required": ["state"]}),
        where(
            "kind",
            ALONE,
            {
                "properties": {
                    "real": {"properties": {"reception": {"enum": list(RECEPTIONS)}}, "required": ["reception"]}
                }
            },
        ),
        where(
            "kind",
            WITH_OFFER,
            {
                "properties": {
                    "real": {"properties": {"reception": {"enum": list(OFFER_RECEPTIONS)}}, "required": ["reception"]}
                }
            },
        ),
    ],
)


def cases_schema() -> Schema:
    """The schema of a file of coded cases."""
    keys = {
        "format": whole(FORMAT, FORMAT, "The edition of this format.", FORMAT),
        "cases": listed(CASE, "The cases, in any order."),
    }
    return {"$schema": DRAFT, **table("the file", "Coded cases of Two Capitals.", keys, ["format", "cases"])}

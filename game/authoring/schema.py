"""The JSON Schema of a scenario file: what an editor needs to complete, to explain and to underline.

The words and limits are those of the reader; a test compares the keys with those that the reader asks for. What a
schema cannot say (that a name is known, that something comes later) remains with ``check``.
"""

from game.authoring.schema_moves import CITES, FIELD, INCIDENT, MOVES, OF_A_LEVEL, name
from game.authoring.schema_shared import ENTRY, SHARED, date
from game.authoring.shapes import (
    DRAFT,
    SCALAR,
    Properties,
    Schema,
    having,
    listed,
    named,
    one_or_more,
    said,
    table,
    text,
    where,
    whole,
    word,
    yes_no,
)
from game.reading.names import ID
from game.rules.words import (
    CAPITALS,
    CONDITIONS,
    FIELDS,
    GRIEVANCES,
    OFFER_RECEPTIONS,
    OPPONENTS,
    RECEPTIONS,
)
from game.scenario.conditions import LEVEL_MOST, METER_MOST
from game.scenario.events import ODDS
from game.scenario.moves_reader import CARRIERS
from game.scenario.options_reader import MOST, WORDS_OF_RECEPTION
from game.scenario.play_reader import ROUND_MOST
from game.scenario.read import COUNT_MOST, FIRST_YEAR, FORMAT, LAST_YEAR, MINUTES_MOST
from game.scenario.vocabulary import (
    AIMS,
    ASK,
    BRIEF,
    CONTENT_NOTE,
    EVENTS,
    FACT,
    FOIL,
    KNOWN_THEN,
    LABEL,
    LEFT_OUT,
    LEVELS,
    OBJECTIVE,
    OUTCOME,
    SAYS,
    SUMMARY,
    TITLE,
    TRANSFER,
)

WHEN = date(
    "The day on which it is read: a year, a month or a day. No text of it may tell of a later one.",
    "1998-05",
    "1998-05-16",
)
ROUND = whole(
    1, ROUND_MOST, "The round, a stretch of the case at whose close both home fronts judge. Rounds never fall.", 2
)


def facts(about: str, most: int) -> Schema:
    """Sentences with their sources."""
    keys = {
        "text": text("One sentence or two.", "Five extraditions were refused.", most=most),
        "cite": CITES,
    }
    return listed(table("a fact", "A sentence with its source.", keys, ["text"]), about)


# --- conditions ----------------------------------------------------------------------------------------------


def bounds(most: int, about: str) -> Schema:
    """At least or at most a number."""
    return word([f"at {side} {number}" for side in ("least", "most") for number in range(most + 1)], about)


def _tests(own: str, more: Properties) -> Schema:
    receptions = [f"at {side} {reception}" for side in ("least", "most") for reception in RECEPTIONS + OFFER_RECEPTIONS]
    here = {"$ref": f"#/definitions/{own}"}
    keys: dict[str, Schema] = {
        "chosen": one_or_more(
            text("decision.option", "the-trap.las-vegas", pattern=rf"{ID.pattern}\.{ID.pattern}"),
            "An option that was chosen, as decision.option; of several, any of them.",
        ),
        "entry": name("An agreement in force.", "brownsville-1998"),
        "grievance": word([f"{field}.{name}" for field in FIELDS for name in GRIEVANCES], "A grievance that is open."),
        "frustration": bounds(METER_MOST, "Washington's frustration, 0 to 5."),
        "standing": bounds(METER_MOST, "Mexico City's standing, 0 to 5."),
        "any": said(
            {"type": "array", "items": here, "minItems": 1}, "One of several must hold.", [{"standing": "at most 1"}]
        ),
        "not": {"allOf": [here], **said({}, "This must not hold.", {"entry": "brownsville-1998"})},
        **{
            f"{f}.{c}": bounds(LEVEL_MOST, f"The {c} in the field {f}: {OF_A_LEVEL}")
            for f in FIELDS
            for c in CONDITIONS
        },
        **{f"{f}.shut": yes_no(f"Whether a quarrel has shut the field {f}.") for f in FIELDS},
        **more,
    }
    received = word(receptions, "How what was done there was received: at least or at most.")
    about = "Holds if every test in it holds."
    return said(
        {
            "type": "object",
            "properties": keys,
            "patternProperties": {f"^reception of {ID.pattern}$": received},
            "additionalProperties": False,
            "minProperties": 1,
        },
        about,
        {"chosen": "the-trap.las-vegas"},
        {"reception of the-trap": "at least protest"},
    )


IF = {
    "allOf": [{"$ref": "#/definitions/if"}],
    **said({}, "Comes up only if this holds.", {"entry": "brownsville-1998"}),
}
IF_AT_THE_END = {
    "allOf": [{"$ref": "#/definitions/if-at-the-end"}],
    **said({}, "Asked only if this held in the game.", {"failed": "coordination"}),
}
DEFINITIONS = {
    "if": _tests("if", {}),
    "if-at-the-end": _tests(
        "if-at-the-end", {"failed": word(CONDITIONS, "A condition that was lowered, or 0 at the end of a round.")}
    ),
}


# --- options and decisions -----------------------------------------------------------------------------------


def outcome(words: tuple[str, ...]) -> Schema:
    """Prose by reception."""
    texts = {
        reception: text(f"What players read if it ends in {reception}.", "The note is sent.", most=OUTCOME)
        for reception in words
    }
    return table("an outcome", "Prose for each way in which the move can be received.", texts)


def override(words: tuple[str, ...]) -> Schema:
    """A reception set against the rules."""
    keys = {
        "reception": word(words, "The reception that is set."),
        "reason": text("Why; the screen shows it.", "The minister was abroad.", most=FOIL),
        "cite": CITES,
    }
    return table(
        "an override", "A reception that the author sets against the rules.", keys, ["reception", "reason", "cite"]
    )


RECEIVED = (*RECEPTIONS, *OFFER_RECEPTIONS)
UNRECEIVED = [key for key in CARRIERS if key not in WORDS_OF_RECEPTION]
OPTION = table(
    "an option",
    "One thing that a capital can do. It carries exactly one move.",
    {
        "id": name("What saves and conditions call it; it should never change.", "las-vegas"),
        "label": text("What the player reads in the list.", "Arrest them in Las Vegas", most=LABEL),
        "historical": yes_no("Is it what was really done? One option of a decision."),
        "foil": text(
            "It is there to be tried and lost: what it teaches.",
            "Consent without a rule gives away the ground.",
            most=FOIL,
        ),
        "if": IF,
        **MOVES,
        "outcome": outcome(RECEIVED),
        "override": override(RECEIVED),
        "cite": CITES,
    },
    ["id", "label"],
    oneOf=[{"required": [key]} for key in MOVES],
    allOf=[
        *(having([key], {"properties": {"outcome": outcome(words)}}) for key, words in WORDS_OF_RECEPTION.items()),
        *(having([key], {"properties": {"override": override(WORDS_OF_RECEPTION[key])}}) for key in ("act", "offer")),
        having(UNRECEIVED, {"properties": {"outcome": False}}),
        having([key for key in CARRIERS if key not in ("act", "offer")], {"properties": {"override": False}}),
    ],
)
ADVISER = table(
    "an adviser",
    "A voice at the table, in one line.",
    {
        "who": text("An office rather than a person.", "Customs", most=TITLE),
        "condition": word(CONDITIONS, "The condition that the advice rests on."),
        "says": text("What they say; it may take a side.", "If one name leaks, our agents are dead.", most=SAYS),
    },
    ["who", "condition", "says"],
)
DECISION = table(
    "a decision",
    "A point where one capital chooses. Its options are of one kind: moves of its own, replies, answers or follow-ups.",
    {
        "decision": name("Its id.", "the-trap"),
        "round": ROUND,
        "by": word(CAPITALS, "Which capital decides."),
        "when": WHEN,
        "title": text("The question that is decided.", "How does the trap close?", most=TITLE),
        "if": IF,
        "brief": text("The situation, as this capital sees it on the day.", "The case is ripe.", most=BRIEF),
        "known_then": facts("What could be known on the day, each with its source.", KNOWN_THEN),
        "advisers": listed(ADVISER, "Advisers, each resting on one of the four conditions."),
        "options": listed(OPTION, "What can be done: two to four options, six at most.", least=1, most=MOST),
    },
    ["decision", "round", "by", "options"],
)


# --- events --------------------------------------------------------------------------------------------------

LEVELS_TO = named(
    "Conditions by field, with the level they rise to at least (or fall to at most).",
    named("Conditions of this field.", whole(0, LEVEL_MOST, OF_A_LEVEL, 2), names=CONDITIONS),
    names=FIELDS,
)
OF_KIND: dict[str, tuple[str, Properties, tuple[str, ...]]] = {
    "incident": ("Nobody's policy, and answered all the same.", {"marks": INCIDENT}, ("marks",)),
    "discovery": (
        "A secret act comes out.",
        {"of": name("The decision whose secret act it is.", "the-trap")},
        ("of",),
    ),
    "omission": ("A promise to a field is not kept.", {"field": FIELD}, ("field",)),
    "leak": (
        "Joint work may come out; placed after an answer.",
        {"odds": text("n in m; drawn with the seed of the game.", "1 in 3", pattern=ODDS.pattern)},
        ("odds",),
    ),
    "develop": (
        "Conditions change for reasons outside the game; with a source.",
        {"fields": LEVELS_TO, "down": yes_no("Do they fall instead of rising?")},
        ("fields",),
    ),
    "trouble": (
        "Washington's frustration rises by one.",
        {"cause": text("Why; the screen shows it.", "Congress asks for results", most=TITLE)},
        ("cause",),
    ),
    "pressure": (
        "Mexico City's standing changes by one.",
        {
            "change": said({"enum": [1, -1]}, "Up or down.", -1),
            "audience": text("Who does it.", "the nationalists", most=TITLE),
        },
        ("change", "audience"),
    ),
    "administration": (
        "A change of government: what is not institutionalised is half forgotten.",
        {"side": word(CAPITALS, "Where."), "to": name("Who takes office; somebody of people.yaml.", "bush-43")},
        ("side", "to"),
    ),
}


def _event(kind: str) -> Schema:
    about, keys, needed = OF_KIND[kind]
    common: Properties = {
        "id": name("Its id.", "bush-2001"),
        "event": said({"const": kind}, f"{kind}: {about}", kind),
        "round": ROUND,
        "when": WHEN,
        "if": IF,
        "text": text("What players read of it.", "A name is out.", most=OUTCOME),
        "cite": CITES,
    }
    return table("an event", about, {**common, **keys}, ["id", "event", "round", *needed])


EVENT = said(
    {
        "type": "object",
        "properties": {"event": word(EVENTS, "What kind of thing happens; its other keys depend on it.")},
        "allOf": [where("event", [kind], _event(kind)) for kind in EVENTS],
    },
    "Something that nobody chooses.",
)
PLAY = said(
    {
        "type": "array",
        "minItems": 1,
        "items": {"if": {"required": ["event"]}, "then": EVENT, "else": DECISION},
    },
    "Decisions and events, met in this order. What has nothing to decide is skipped.",
)


# --- the whole -----------------------------------------------------------------------------------------------


def _sides(name_: str, about: str, value: Schema) -> Schema:
    return table(name_, about, dict.fromkeys(CAPITALS, value))


LEVEL = {
    "interest": "Mexico's own reason",
    "coordination": "contact and sharing",
    "institution": "rules and bodies",
    "capacity": "means",
}
START = table(
    "the start",
    "How things stand before the first decision.",
    {
        "fields": named(
            "The fields of the quarrel with their four conditions. The first is the main field.",
            table(
                "a field",
                f"The four conditions: {OF_A_LEVEL}",
                {
                    **{c: whole(0, LEVEL_MOST, f"{c}: {about}. {OF_A_LEVEL}", 1) for c, about in LEVEL.items()},
                    "cite": CITES,
                },
                CONDITIONS,
            ),
            names=FIELDS,
            minProperties=1,
        ),
        "frustration": whole(0, METER_MOST, "Washington's frustration: what drives it to act alone.", 2),
        "standing": whole(0, METER_MOST, "Mexico City's credit at home.", 3),
        "ledger": listed(name("An agreement.", "extradition-1978"), "The agreements in force."),
        "offices": _sides("offices", "Who governs, by capital.", name("Somebody of people.yaml.", "clinton")),
        "cite": CITES,
    },
    ["fields", "frustration", "standing"],
)
HISTORY = table(
    "the history",
    "What came of it, for the debrief.",
    {
        "outcome": facts("What happened.", FACT),
        "disputed": facts("Where the sources disagree.", FACT),
        "left_out": listed(
            text("Whom or what the case does not tell of.", "The crew's families.", most=LEFT_OUT),
            "What the case leaves out.",
        ),
    },
)
COUNTED = table(
    "a count",
    "A number that is told apart and never scored.",
    {
        "what": text("What was counted.", "killed since 2006", most=SAYS),
        "count": whole(0, COUNT_MOST, "How many.", 35000),
        "cite": CITES,
    },
    ["what", "count"],
)
QUESTION = table(
    "a question",
    "A question for the debrief.",
    {
        "ask": text("The question.", "Who should have been told?", most=ASK),
        "if": IF_AT_THE_END,
        "for": word(CAPITALS, "Whom it is put to; unless said, both."),
    },
    ["ask"],
)
DEBRIEF = table(
    "the debrief",
    "What is talked about afterwards.",
    {
        "questions": listed(QUESTION, "Questions to discuss."),
        "transfer": text(
            "A question that leads to another case.", "Which condition was missing in 1969?", most=TRANSFER
        ),
    },
)
MINUTES = {"brief": "reading the brief", "play": "playing", "debrief": "the debrief"}
YEAR = whole(FIRST_YEAR, LAST_YEAR, "A year.", 1995)
SCENARIO: Properties = {
    "format": whole(FORMAT, FORMAT, "The edition of this format.", FORMAT),
    "id": name("The id of the case, which is also the name of its file.", "casablanca-1998"),
    "title": text("The title of the case.", "Operation Casablanca", most=TITLE),
    "years": {**listed(YEAR, "The first and the last year.", least=2, most=2), "examples": [[1995, 2001]]},
    "minutes": table(
        "minutes",
        "What a class needs, in minutes.",
        {part: whole(0, MINUTES_MOST, f"Minutes for {about}.", 20) for part, about in MINUTES.items()},
        MINUTES,
    ),
    "level": word(LEVELS, "For whom it is."),
    "opponent": word(OPPONENTS, "Whom the player faces unless they choose; unless said: history."),
    "roles": {
        **listed(word(CAPITALS, "A capital."), "Who can be played; the first is proposed.", least=1),
        "examples": [list(CAPITALS)],
    },
    "objectives": listed(
        text("What somebody can do afterwards.", "Tell notice apart from agreement.", most=OBJECTIVE),
        "Learning objectives, shown in the brief.",
        least=1,
    ),
    "content_note": text("What some would rather know beforehand.", "Mentions killings.", most=CONTENT_NOTE),
    "summary": text("The case in one paragraph, for the brief.", "Agents have been inside for months.", most=SUMMARY),
    "brief": text("An older name for summary.", "Agents have been inside for months.", most=SUMMARY),
    "role_briefs": _sides(
        "role_briefs", "Who you are, by capital.", text("One paragraph.", "You speak for Customs.", most=SUMMARY)
    ),
    "agreements": named("Agreements of this case alone, by id.", ENTRY, pattern=".+"),
    "start": START,
    "aims": _sides(
        "aims",
        "What each capital is after, line by line; the arithmetic stands in the theory.",
        listed(word(AIMS, "An aim."), "Aims."),
    ),
    "people": listed(name("Somebody of people.yaml.", "zedillo"), "Who is in the dossier."),
    "known_now": facts("What came out later; shown in the debrief only.", FACT),
    "play": PLAY,
    "history": HISTORY,
    "other_account": listed(COUNTED, "Deaths and rights, told apart from every score."),
    "debrief": DEBRIEF,
}
NEEDED = ("format", "id", "title", "years", "minutes", "level", "roles", "objectives", "start", "play")


def scenario_schema() -> Schema:
    """The schema of a scenario file."""
    about = "One case of Two Capitals in one file. yes and no are words; a text with a colon needs quotes."
    return {
        "$schema": DRAFT,
        **table("the scenario", about, SCENARIO, NEEDED),
        "definitions": {**DEFINITIONS, **SHARED},
    }


__all__ = ["SCALAR", "scenario_schema"]

"""Words of the scenario format that the rules proper do not need."""

LEVELS = ("first", "standard", "advanced")

# The closed list of a theory file; tests compare the two, because reading a scenario must not need a theory.
CLASSES = (
    "abduction",
    "agents-abroad",
    "undercover-work",
    "unannounced-operation",
    "border-closing",
    "barrier",
    "verdict",
    "command",
    "aid-condition",
    "arms-walking",
)

# Likewise: what the aims of a role can count.
AIMS = (
    "results",
    "yields",
    "autonomy",
    "weakest-condition",
    "grievances",
    "frustration",
    "entries",
    "standing",
    "coordination",
    "capacity",
)

EVENTS = (
    "incident",
    "discovery",
    "omission",
    "leak",
    "develop",
    "trouble",
    "pressure",
    "administration",
)

# How long a text may be before a screen of 80 columns or a printed page has no room for it.
LABEL, TITLE, SAYS, BRIEF, OUTCOME, SUMMARY = 60, 60, 120, 900, 700, 900
KNOWN_THEN, FACT, FOIL, OBJECTIVE, CONTENT_NOTE, LEFT_OUT, ASK, TRANSFER = 240, 600, 160, 160, 200, 160, 280, 400
NAME, OFFICE, TERM = 60, 120, 300

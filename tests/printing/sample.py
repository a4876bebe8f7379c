"""A debrief as the game will make one: an invented player, a game that went badly."""

from game.printing.document import (
    Bullets,
    Columns,
    Conditions,
    Document,
    Facts,
    Heading,
    Level,
    Note,
    Numbered,
    PageBreak,
    Paragraph,
    Quadrant,
    Quarter,
    Shaded,
    Stage,
    Sum,
    SumLine,
    Table,
    Timeline,
    Turn,
    WritingLines,
    bold,
    italic,
)

# What people type: markup of four languages, a terminal's escape, a mark that turns the line around.
NAME = "Zoë “[sic]” Ñuñez-Čapek <script>"
TYPED_NAME = "Zoë “[sic]” N\u0303un\u0303ez-Čapek \u202e<script>\x1b"
REASON = "If *one* name leaks #eval(1) they're dead & $15 bn goes \\on\\ <b>[x](y)"
TYPED_REASON = "If *one* name leaks\x1b #eval(1) they're dead & $15\tbn goes \\on\\ <b>[x](y)\x00"

PAPER = "Reich & Aspinwall 2013"
FOOTER = "Two Capitals 0.1 · theory: paradox 3 · This is a model, not the world."


def debrief() -> Document:
    """A game that went badly, told on two pages; the order of DEBRIEF.md."""
    return Document(
        title="Operation Casablanca",
        subtitle="Debrief: Washington, 1995–2001",
        running_head="Two Capitals · Debrief · Operation Casablanca",
        footer=FOOTER,
        blocks=(
            *_opening(),
            *_what_happened(),
            PageBreak(),
            *_why(),
            *_real_case(),
            *_what_if(),
        ),
    )


def _opening() -> tuple[Facts | Heading | Bullets | Columns | WritingLines | Paragraph, ...]:
    return (
        Facts(
            (
                ("Player", TYPED_NAME),
                ("Capital", "Washington"),
                ("Opposite", "history"),
                ("Played", "14 March 2027"),
            )
        ),
        Paragraph(
            (
                bold("To learn here: "),
                "tell notice apart from agreement; see what an arrest costs afterwards; find which of the "
                "four "
                "conditions was missing, and when.",
            )
        ),
        Heading("Before you read on", 1, "7 minutes, pen in hand"),
        WritingLines(2, "What was it like to answer for Washington? Nobody grades this line."),
        WritingLines(5, "In your own words: what happened, and why?"),
    )


def _what_happened() -> tuple[Heading | Timeline | Table, ...]:
    return (
        Heading("What happened", 1, "5 minutes"),
        Timeline(
            "You",
            "History",
            (
                Turn("1 · Jan 1996", "Tell the attorney general", "One line at a meeting, no names"),
                Turn("2 · May 1998", "Arrest them in Las Vegas", "Arrest them in Las Vegas"),
                Turn("3 · June 1998", "Stand by the work", "Say that we regret it"),
                Turn("4 · July 1998", "A letter that binds", "A letter that binds"),
                Turn("5 · Feb 1999", "Joint operations first", "An agreement at Mérida"),
                Turn("6 · 2000", "The next sting", "Joint work with means"),
            ),
            "Where the lines run together you did what was done; you part at turns 1, 3, 5 and 6.",
        ),
        Table(
            ("Turn", "You chose, and why", "You said", "It came", "Mexico City"),
            (
                (
                    "1",
                    ("Tell the attorney general. ", italic("“They write the law we ask for.”")),
                    "toleration",
                    "–",
                    "filed it and said nothing",
                ),
                (
                    "2",
                    ("Arrest them in Las Vegas. ", italic(f"“{TYPED_REASON}”")),
                    "◔ protest; soil",
                    Shaded("◑ backlash", "bad"),
                    "refused five extraditions",
                ),
                (
                    "3",
                    ("Stand by the work. ", italic("“Congress voted for us 404 to 3.”")),
                    "–",
                    "field stays shut",
                    "kept the police field shut",
                ),
                (
                    "4",
                    ("A letter that binds. ", italic("“We need their courts.”")),
                    "✓ cooperation; talks",
                    Shaded("~ token, signed", "bad"),
                    "signed, and gave little",
                ),
                (
                    "5",
                    ("Joint operations first. ", italic("“Results, then paper.”")),
                    "~ token; capacity",
                    Shaded("✓ cooperation", "good"),
                    "put its best unit on it",
                ),
                (
                    "6",
                    ("The next sting. ", italic("“It worked in 1998.”")),
                    "◑ backlash; breach",
                    Shaded("● rupture", "bad"),
                    "suspended all police work",
                ),
            ),
            caption="Prediction against result: 1 of 4 receptions foreseen.",
            widths=(0, 9, 4, 4, 5),
        ),
    )


def _why() -> tuple[Heading | Columns | Numbered, ...]:
    return (
        Heading("Why", 1, "10 minutes"),
        Columns(
            (
                (_conditions(), _sum()),
                (
                    _quadrant(),
                    Heading("Turn 2, from the other capital", 2),
                    Paragraph(
                        "Known there that day: what the newspapers had. A unit trained abroad had worked "
                        "inside its "
                        "banks for three years; its own ministry read it in print."
                    ),
                    Heading("Known only later", 2),
                    Paragraph("That one line had been said at a meeting in 1996, without names or dates."),
                ),
            ),
            widths=(5, 3),
        ),
    )


def _conditions() -> Conditions:
    return Conditions(
        "after turn",
        ("interest", "coordination", "institution", "capacity"),
        (
            Stage("start", (Level(1), Level(1), Level(1), Level(1))),
            Stage("1", (Level(1), Level(1), Level(2, 1), Level(1))),
            Stage("2", (Level(1), Level(0, -1), Level(2), Level(1))),
            Stage("3", (Level(1), Level(0), Level(2), Level(1))),
            Stage("4", (Level(1), Level(1, 1), Level(2), Level(1))),
            Stage("5", (Level(1), Level(2, 1), Level(2), Level(2, 1))),
            Stage("6", (Level(0, -1), Level(1, -1), Level(2), Level(1, -1))),
        ),
        "verdict",
        ("not met, turn 6", "partly, turn 2", "met, turn 1", "partly, turn 6"),
        caption="Police field. ■■ in place, ■□ some, □□ absent; ▲ ▼ changed in this turn.",
    )


def _quadrant() -> Quadrant:
    return Quadrant(
        ("Operational", "Principled"),
        ("Unilateral", "Negotiated"),
        (
            Quarter("Domestic: authority", ("2", "6"), ("2",)),
            Quarter("Interdependent: regulation", ("5",), ("6",)),
            Quarter("Westphalian: autonomy", ("3",), ()),
            Quarter("Mutual recognition", ("1", "4"), ("3", "4", "5")),
        ),
        "you",
        "history",
        "The path in the four cells (Reich & Aspinwall 2013, fig. 1).",
    )


def _sum() -> Sum:
    return Sum(
        "The reply that was due at turn 2",
        (
            SumLine("a line is crossed: soil, face", "start", "1 protest", "p. 29"),
            SumLine("it enters Mexican soil", "+1", "2 backlash", "p. 29", "*"),
            SumLine("breaks a signed rule", "0", "no: not customs"),
            SumLine("harm without warning", "0", "none"),
            SumLine("an old grievance still open", "0", "none"),
        ),
        (
            SumLine("due", "", "2 backlash"),
            SumLine("chosen", "", "2 backlash", "costs no standing"),
        ),
        f"Pages of {PAPER}. * Our reading, not the paper’s words.",
    )


def _real_case() -> tuple[Heading | Note | Paragraph, ...]:
    return (
        Heading("The real case", 1, "8 minutes"),
        Note("stated", "160 people were held and $150 million was taken; Mexico protested.", f"{PAPER}, p. 15"),
        Note("stated", "On 2 July 1998 two attorneys general signed a letter on notice.", f"{PAPER}, p. 16"),
        Note("disputed", "One newspaper wrote that Mexico had been told two years before.", f"{PAPER}, n. 2"),
        Note("ours", "That the treaties of 1978 and 1991 did not bind undercover customs work."),
        Paragraph(
            (
                bold("Left out of the model: "),
                "the people whose money it was, and those who were killed; drug flows; the year’s elections.",
            ),
            "small",
        ),
    )


def _what_if() -> tuple[Heading | Paragraph | Numbered | WritingLines, ...]:
    return (
        Heading("What if, and what next", 1, "15 minutes"),
        Paragraph(
            (
                bold("The smallest change: "),
                "at turn 6, joint work with means in place of the sting; all else as you played it, the "
                "police "
                "field ends in a bound relation. Change one rule of the card and defend it against the "
                "backtest.",
            )
        ),
        Numbered(
            (
                "Who in Mexico City could have been told without danger? The printout does not say.",
                "Carry the four conditions to the border closing of 1969: which was missing?",
                "One sentence: what I would do next time, and on what evidence.",
            ),
            lines=2,
        ),
    )

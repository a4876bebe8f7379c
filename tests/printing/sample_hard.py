"""A document with every kind of block, each with something in it that breaks careless printing."""

from printing.sample import TYPED_NAME, TYPED_REASON

from game.printing.document import (
    Bullets,
    Columns,
    Conditions,
    Document,
    Facts,
    Heading,
    Level,
    Lines,
    Note,
    Numbered,
    PageBreak,
    Paragraph,
    Quadrant,
    Quarter,
    Quote,
    Run,
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


def hard() -> Document:
    """Every kind of block, each with something in it that breaks careless printing."""
    poison = "\x1b[31m| 1. *not* `code` <b>&amp;</b> [sic] #eval(1) $y$ C:\\new\\ _x_ ~~no~~ @ref {x}\u200b\u202e"
    return Document(
        title=poison,
        subtitle="first line\r\nsecond line\x85third\u2028fourth\n\n\nfifth",
        running_head="<head> & “tail”",
        footer="1. footer | - not a list",
        language="es",
        page_of=("Página", "de"),
        blocks=(
            Heading(("A ", italic("styled"), " heading"), 1, "7 min. | #"),
            Heading("Second level", 2),
            Heading("Third level", 3),
            Paragraph(("- not a list; ", bold(" bold with spaces "), "and ", italic("*stars*"), ".")),
            Paragraph("1. not a list\n+ nor this\n=====\n--- | ---\n    nor code", "small"),
            Paragraph("Ahuacatl ā ē ī ō, José (decomposed: Jose\u0301), Q" + "\u0351" * 20 + "algo", "lead"),
            Bullets((poison, "two\nlines", "")),
            Numbered((poison, "second"), start=9, lines=1),
            Lines(("short", poison, ("a ", bold("b"), " c"))),
            Facts((("Name", TYPED_NAME), ("Empty", ""), ("Long", "w" * 120))),
            Table(("One",), ((Shaded(poison, "bad"),), ("two\nlines",))),
            Table(
                ("left", "centre", "right"),
                (
                    ("a", "b", "1"),
                    (Shaded("fell ▼", "bad"), Shaded("rose ▲", "good"), "−22"),
                    ("sum", "", "−21"),
                ),
                "Few words: set in columns.",
                ("left", "centre", "right"),
                (2, 1, 0),
                (2,),
                "A title with | and *",
            ),
            Table(
                ("turn", "the reason that was given", "what came of it in the end"),
                (("1", TYPED_REASON, "nothing, for a long time, that anybody could have named at once"),),
                caption=("Many words: ", italic("a list"), " in plain text."),
            ),
            Sum(
                ("The reply ", bold("due"), " | sum"),
                (
                    SumLine(TYPED_REASON, "start", "1 protest", "p. 29"),
                    SumLine("quiet", "-1", "0 toleration", "", "*"),
                ),
                (SumLine("due", "", "0 toleration"),),
                "* ours",
                ("why | how", "step", "level", "source"),
            ),
            WritingLines(2, "¿Por qué? Write *here*."),
            Timeline("Yo", "Historia", _hard_turns(), "A caption <with> | marks", "turno", "lo mismo"),
            Quadrant(
                ("Op & eration", "Principle"),
                ("Alone", "Together"),
                (
                    Quarter("<1>", tuple(str(turn) for turn in range(1, 10))),
                    Quarter("a name that is far too long for one line of a cell", (), ("10",)),
                    Quarter("", (), ()),
                    Quarter("both", ("11",), ("11", "12")),
                ),
                "yo",
                "historia",
            ),
            Conditions(
                "decisión",
                ("interés", "capacidad"),
                (Stage(("1 ", italic("x")), (Level(0, -1), Level(2, 1))), Stage("2", (Level(1), Level(1)))),
                "al fin",
                (Shaded("no", "bad"), "sí"),
                ("nada", "algo", "todo"),
                ("baja", "sube"),
            ),
            Quote(TYPED_REASON + "\nand a second line", TYPED_NAME),
            Note("stated", poison, "p. 1"),
            Note("disputed", "something"),
            Note("ours", ("a ", Run("styled", "italic"), " note"), "", "nuestro"),
            Columns(((Paragraph("left"),), (Paragraph("right"), Bullets(("inside",)))), (1, 2), True),
            PageBreak(),
            Paragraph("After the break: " + "x" * 400),
        ),
    )


def _hard_turns() -> tuple[Turn, ...]:
    split = (Turn(f"{n} <&>", f"mine {n} *", f"theirs {n} |") for n in range(1, 4))
    return (
        *split,
        Turn(
            "4",
            "the same thing in many words that have to be wrapped",
            "the same thing in many words that have to be wrapped",
        ),
        Turn("5", "only me", ""),
        Turn("6", "", "only they"),
        Turn("7", "", ""),
        Turn("8", "joined", "joined"),
    )

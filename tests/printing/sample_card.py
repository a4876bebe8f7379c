"""A rules card as full as the one to come: its words are a draft, its length is the point."""

from game.printing.document import (
    Columns,
    Document,
    Heading,
    Lines,
    Numbered,
    Paragraph,
    Table,
    bold,
)


def card() -> Document:
    """A rules card as dense as the theory needs it: one page, two columns, nine points."""
    return Document(
        title="STAIRS: the rules card",
        subtitle="Numbers ours, direction from the papers",
        footer="Two Capitals 0.1 · theory: paradox 3 · This is a model, not the world.",
        style="card",
        blocks=(Columns((_card_left(), _card_right()), rule=True),),
    )


def _card_left() -> tuple[Heading | Lines | Table | Paragraph, ...]:
    return (
        Paragraph(
            "Each field 0–2: interest (Mexico’s), coordination, institution, capacity. Frustration 0–5 "
            "(Washington), standing 0–5 (Mexico City). Cut at the limit each time. Wounds: soil, rank, "
            "breach. "
            "Also: face, harm, objection. Soft: all four 1+, field not shut, no soil entered."
        ),
        Heading("A  Reply due to an act alone or an incident"),
        Paragraph("No soil, face, rank, harm: 0, no reply asked. Otherwise start at 1, end between 0 and 3:"),
        Table(
            ("step", "when", "page"),
            (
                ("+1", "it enters Mexican soil", "p. 29"),
                ("+1", "it breaks a rule in force", "C33"),
                ("+1", "harm unwarned, unless soft", "C13"),
                ("+1", "any grievance open here, unless soft", "C37 *"),
                ("−1", "soft and unannounced", "P65 *"),
            ),
            widths=(0, 1, 0),
        ),
        Lines(
            (
                (
                    bold("0"),
                    " toleration  ",
                    bold("1"),
                    " protest  ",
                    bold("2"),
                    " backlash  ",
                    bold("3"),
                    " rupture",
                ),
                "The act itself: yields count; frustration −1 once a round. Only proposed: neither.",
                "Told: warned. Consent: warned, no soil, until the round of such an act closes.",
            )
        ),
        Heading("B  Reply chosen (none asked: due, no lever)"),
        Lines(
            (
                "each step off due: standing −1",
                "1–3 lays its marks (and breach); unwarned: coordination −1",
                "2 field shut to the end of the next round",
                "3 interest −1, capacity −1, field shut until a settle; other fields without a body shut this round",
                "2–3 one lever: withhold: frustration +1; restrict: coordination −1; law: next agreement "
                "here "
                "outlives administrations",
                "First verdict (principled, rank): interest −1 everywhere.",
                "Performance: a protest, frustration −1. Compliance: toleration and a result; no price at interest 2.",
            )
        ),
        Heading("Follow-up to 1–3"),
        Table(
            ("Washington", "what changes"),
            (
                ("settle", "face, harm gone; field open; frustration +1"),
                ("drop", "harm gone; frustration +1 unless proposed"),
                ("someone goes", "(incident) face gone"),
                ("stand", "nothing"),
            ),
            widths=(0, 1),
        ),
        Paragraph(
            "None asked: proposed drop; incident someone goes; needs Mexico and 2–3 settle; else stand.",
        ),
        Heading("Round closes (* not the last)"),
        Lines(
            (
                "* no result, act alone, signature: frustration +1",
                "harm open: frustration +1",
                "* frustration 5: Congress: face, rank in main field; counts as verdict; frustration 3",
                "* standing 0: 1; next reply not below due",
            )
        ),
    )


def _card_right() -> tuple[Heading | Lines | Numbered | Table | Paragraph, ...]:
    return (
        Heading("C  Offer: the first line that fits"),
        Paragraph("(Mexico City offers: interest becomes 2 first.)"),
        Numbered(
            (
                "not recognised; Washington, face open, claim kept: refused",
                "field shut, unless claim dropped and binding: refused",
                "interest 0: operational refused, principled token",
                "Washington, wound open, binds nothing: token",
                "Mexico City binds, no wound open: token, unsigned",
                "talks or coordination 1+, builds or institution 1+, gives or capacity 1+: all three, one "
                "brought: "
                "cooperation, else token",
            )
        ),
        Paragraph(
            (
                bold("Answer. "),
                "Real as above, token at most token, refuse refused. Not asked: real as above. Refused "
                "Mexican offer: "
                "standing −1, interest 1. Otherwise, in this order:",
            )
        ),
        Table(
            ("the offer", "what changes"),
            (
                ("drops claim", "face gone"),
                ("withdraws", "harm gone"),
                ("gives 2", "frustration +1"),
                ("shares", "frustration +1, interest +1"),
                ("real, signs", "in force, field open (if it was shut, frustration +1)"),
                ("and binds", "if a wound was open: wounds gone, standing +1"),
                ("real to Mexico", "rank gone"),
                ("cooperation or signed", "coordination +1 if talks; institution +1, up to builds"),
                ("cooperation", "capacity +1, up to gives; on reaching 2 interest +1"),
                ("operational, builds below 2", "RESULT, frustration −1; gave 0: capacity −1"),
                ("Mexico real, interest found below 2", "standing −1"),
                ("objection", "goes with settle, drop, agreed offer, if last"),
            ),
            widths=(4, 7),
        ),
        Heading("Events"),
        Table(
            ("event", "what changes"),
            (
                ("leak", "after a result, no body: result back, frustration +2"),
                ("omission", "capacity −1"),
                ("trouble", "frustration +1"),
                ("pressure", "standing ±1"),
                ("develop", "raised to the value given"),
                (
                    "new administration",
                    "entries that end with it and are not kept lapse, coordination −1 each; fields without "
                    "body: "
                    "coordination −1, institution −1",
                ),
            ),
            widths=(4, 7),
        ),
        Heading("Aims"),
        Lines(
            (
                "Washington: 2 results + yields + unbound classes (of 10) + 2 lowest main condition − "
                "grievances − "
                "frustration",
                "Mexico City: 2 entries made, in force + standing + main coordination, capacity + results − grievances",
            )
        ),
        Paragraph(
            (
                bold("How far to trust it. "),
                "Rules learnt from half the cases do no better on the rest than “always protest”. One step "
                "is a "
                "whole reply. Breach, again, quiet: one case each. No drug flows. * ours",
            )
        ),
    )

"""The JSON Schemas of the files that stand beside cases: ``pack.yaml``, and what cases share in ``common/``.

They are definitions in the schema of a scenario, so that one ``schema.json`` serves a whole folder; the first line of
such a file names its own part of it.
"""

from game.authoring.schema_moves import CITES, FIELD, name
from game.authoring.shapes import SCALAR, Properties, Schema, listed, named, said, table, text, whole, word, yes_no
from game.scenario.names import DATE
from game.scenario.pack import FORMAT
from game.scenario.vocabulary import CLASSES, NAME, OFFICE, SUMMARY, TERM, TITLE


def date(about: str, *examples: str) -> Schema:
    """A year, a month or a day."""
    return said({"type": ["string", "integer"], "pattern": f"^(?:{DATE.pattern})$"}, about, *examples)


ENTRY = table(
    "an agreement",
    "An agreement that can stand on the ledger.",
    {
        "field": FIELD,
        "title": text("Its name.", "the Brownsville Letter", most=NAME),
        "binds": listed(word(CLASSES, "A class of acts."), "The classes of acts it forbids; may be empty. Our coding."),
        "body": yes_no("Is it a staffed body that goes on meeting?"),
        "ends": word(("administration",), "It lapses with an administration unless somebody keeps it."),
        "cite": CITES,
    },
    ["field", "title"],
)
PERSON = table(
    "a person",
    "Somebody of the case, for the dossier. An office says nothing that came later.",
    {
        "name": text("The name.", "Rosario Green", most=NAME),
        "office": text("The office held in the case.", "Foreign minister of Mexico", most=OFFICE),
        "since": date("When it was taken up, if during a case.", "1998", "1996-12"),
        "until": date("When it was given up, if during a case.", "2000", "1996-11"),
        "cite": CITES,
    },
    ["name"],
)
PARAGRAPHS: Schema = {
    "type": "object",
    "additionalProperties": text("A page, pages, or the name of a section.", "15", "8-9", "Casablanca"),
    **said({}, "By the mark of a paragraph the page on which it stands in print.", {"P1": "7", "P2": "8-9"}),
}
SOURCE = table(
    "a source",
    "A work with numbered paragraphs. Of a work that is known already, only what is added.",
    {
        "authors": text("Who wrote it, with and before the last.", "Simon Reich and Mark Aspinwall"),
        "year": text("When it came out.", "2013"),
        "title": text("Its title.", "The Paradox of Unilateralism"),
        "where": text("Where it came out: journal, volume, pages.", "Norteamérica, year 8, no. 2, pp. 7-39"),
        "journal": text("An older name for where.", "Norteamérica"),
        "short": text("How it is cited; unless said, authors and year.", "Reich & Aspinwall 2013"),
        "paragraphs": PARAGRAPHS,
    },
)
DEFINED = table(
    "a term",
    "A term that rests on a source.",
    {"text": text("The definition.", "A letter of July 1998.", most=TERM), "cite": CITES},
    ["text"],
)
PACK: Properties = {
    "format": whole(FORMAT, FORMAT, "The edition of this format.", FORMAT),
    "title": text("The title of the pack.", "Two border cases", most=TITLE),
    "author": text("Who made it.", "Department of Politics", most=TITLE),
    "licence": text("What may be done with it.", "CC BY 4.0", most=TITLE),
    "about": text("What it holds, in a sentence or two.", "Cases for a seminar.", most=SUMMARY),
    "cases": listed(name("The id of a case in this folder.", "my-case"), "In which order they are offered."),
}
SHARED: Properties = {
    "pack": table("the pack", "A folder of cases that is handed on as one thing.", PACK, ["title"]),
    "agreements": named("Agreements that several cases share, by id.", ENTRY, pattern=".+"),
    "people": named("The people of the cases, by id.", PERSON, pattern=".+"),
    "sources": {
        **named("The works that are cited, by id.", SOURCE, pattern="(?!outside$).+"),
        "properties": {
            "outside": {
                "type": "object",
                "additionalProperties": {"type": SCALAR},
                **said({}, "Works cited as a whole, by key.", {"N1": "The Daily Notice, 4 May 1998"}),
            }
        },
    },
    "glossary": named(
        "Terms that the dossier explains, each a definition of our own or a text with its source.",
        {"anyOf": [text("The definition.", "Something done alone.", most=TERM), DEFINED]},
        pattern=".+",
    ),
}
"""By the name of the file, without its ending."""

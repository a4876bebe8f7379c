"""The rules card: one page from which every outcome can be reckoned by hand. Made from the theory file.

Each rule brings its own line: when, a colon, then what, its numbers in place of ``{n}``, ``{second}``, ``{third}``.
What is written here is only what no rule of a table can say: what the words mean and in which order one reckons.
"""

import re
from collections.abc import Iterable
from itertools import groupby
from operator import itemgetter

from game.debrief.wording import NAMES
from game.printing.document import Block, Columns, Document, Heading, Lines, Numbered, Paragraph, Table, Text, bold
from game.rules.moves import Act
from game.rules.numbers import MINUS, number_of, signed, with_minus
from game.rules.resolve import Rules
from game.rules.state import Field, Ground, Setting
from game.rules.theory import Effect, Rule, Theory
from game.rules.words import OFFER_RECEPTIONS, RECEPTIONS
from game.scenario.citations import references
from game.scenario.model import Common
from game.scenario.shelf import shipped_common
from game.theories.findings import NONE_YET, findings_of

OURS, DISPUTED = "*", "‡"
BROUGHT = "Builds 1: a letter or group, 2: a body. Gives 1: training, 2: money or equipment. Operational: joint work."
"""What the numbers of an offer stand for, in the words of the screens."""


def rules_card(theory: Theory, common: Common | None = None) -> Document:
    """The card of a theory, its sources named after ``common`` (left out: what comes with the game)."""
    sources = Sources(common or shipped_common()[0])
    left = (
        *_words(theory),
        *_due(theory, sources),
        *_reply(theory),
        *_follow(theory),
        *_moves(theory),
        *_close(theory),
    )
    right = (*_offer(theory, sources), *_events(theory), *_aims(theory), *_trust(theory, sources))
    return Document(
        title=f"Rules card: {theory.title}",
        subtitle=theory.claim,
        running_head="Two Capitals · Rules card",
        footer=f"Two Capitals · theory: {theory.id}, version {theory.version} · A model, not the world",
        style="card",
        blocks=(Columns((left, right), rule=True),),
    )


# --- one rule on the card ------------------------------------------------------------------------------------


def line_of(rule: Rule) -> str:
    """The line of a rule with its numbers in it; its words in a trace, where it has no line of its own."""
    numbers = _numbers(rule)
    said = re.sub(r"\{(\w+)\}", lambda found: numbers.get(found[1], found[0]), rule.card or rule.says)
    return with_minus(said)


PLACES = ("n", "second", "third")
STEADY = {"zero": "0", "one": "1"}
"""Digits that a line needs and that are no numbers of the theory."""


def _numbers(rule: Rule) -> dict[str, str]:
    """What stands for the names in braces: a change with its sign; the start, and a number to be set, without."""
    if rule.step:
        return {"n": str(rule.step) if rule.id == "start" else signed(rule.step)} | STEADY
    counted = (_number(effect) for effect in rule.then if isinstance(effect.by, int))
    return dict(zip(PLACES, counted, strict=False)) | STEADY


def _number(effect: Effect) -> str:
    assert isinstance(effect.by, int)
    return number_of(effect.by) if effect.to else signed(effect.by)


def _parts(rule: Rule) -> tuple[str, str]:
    """When a rule holds, and what then: the two sides of its first colon."""
    when, colon, what = line_of(rule).partition(": ")
    return (when, what) if colon else ("", when)


def _mark(rule: Rule) -> str:
    """How sure the rule is."""
    return DISPUTED if rule.disputed else "" if rule.stated else OURS


def _lines(rules: Iterable[Rule], *more: Text) -> Lines:
    """Rules as lines, in their order; neighbours that hold at the same time share one."""
    said = [(when, [f"{what}{_mark(rule)}" for rule, what in same]) for when, same in _alike(rules)]
    return Lines((*((bold(f"{when}: "), "; ".join(whats)) for when, whats in said), *more))


def _alike(rules: Iterable[Rule]) -> list[tuple[str, list[tuple[Rule, str]]]]:
    """Rules that follow one another and hold at the same time, together."""
    parts = [(rule, *_parts(rule)) for rule in rules]
    return [(when, [(rule, what) for rule, _, what in same]) for when, same in groupby(parts, key=itemgetter(1))]


def _phases(theory: Theory, *names: str) -> tuple[Rule, ...]:
    return tuple(rule for name in names for rule in theory.phases.get(name, ()))


class Sources:
    """Short names for the works that the rules rest on: letters for authors, numbers for sections."""

    def __init__(self, common: Common) -> None:
        """Nothing cited yet."""
        self.common = common
        self.works: dict[str, str] = {}
        self.sections: dict[str, str] = {}

    def of(self, rule: Rule) -> str:
        """The sources of one rule, with the mark of how sure it is."""
        found = [self._one(reference.work, reference.place) for reference in references(rule.cite, self.common)]
        return f"{'; '.join(found)}{_mark(rule)}"

    def _one(self, work: str, place: str) -> str:
        short = self.works.setdefault(work, _initials(work))
        pages = place.removeprefix("pp. ").removeprefix("p. ")
        return f"{short} {pages if pages[:1].isdigit() else self._sections(pages)}".rstrip()

    def _sections(self, names: str) -> str:
        """Sections by letters; their names stand in the key."""
        known = [name for name in names.split("”, “") if name]
        return ", ".join(self._letter(name.strip("“”")) for name in known)

    def _letter(self, name: str) -> str:
        return self.sections.setdefault(name, "abcdefghijklmnop"[len(self.sections) % 16])

    def key(self) -> str:
        """The line that explains them."""
        works = [f"{short}: {work}" for work, short in self.works.items() if short != work]
        sections = [f"{letter} “{name}”" for name, letter in self.sections.items()]
        return "; ".join([*works, *sections])


def _initials(work: str) -> str:
    """``Reich & Aspinwall 2013`` as R&A; a work of one author as it is."""
    names = work.rpartition(" ")[0].split(" & ")
    return "&".join(name[0] for name in names) if len(names) > 1 else work


# --- the left column -----------------------------------------------------------------------------------------


def _words(theory: Theory) -> tuple[Block, ...]:
    """What the words mean, and their limits."""
    limits = theory.limits
    meters = f"FRUSTRATION 0–{limits['frustration']} (Washington), STANDING 0–{limits['standing']} (Mexico City)"
    said = (
        f"Each field 0–{limits['condition']}: INTEREST (Mexico’s own reason), COORDINATION, INSTITUTION, CAPACITY. "
        f"{meters}. Every change is cut at the limit. In a field, open or not: the wounds soil, rank, breach; face, "
        "harm, objection. Soft: all four at 1 or more, field not shut, no soil entered. Warned: announced, told or "
        "consented. Binds: forbids a class of acts. Body: a staffed agreement in force in the field. The first field "
        "is the main one."
    )
    return (Paragraph(said),)


def _due(theory: Theory, sources: Sources) -> tuple[Block, ...]:
    """A. The staircase."""
    rows = tuple((*_parts(rule), sources.of(rule)) for rule in theory.steps)
    top = len(RECEPTIONS) - 1
    ladder = "  ".join(f"{level} {word}" for level, word in enumerate(RECEPTIONS))
    return (
        Heading("A  The reply due to an act alone or an incident"),
        Paragraph(f"{line_of(theory.start)} ({sources.of(theory.start)}):"),
        Table(("", "step", "source"), rows, widths=(0, 1, 0)),
        Paragraph(
            (f"End between 0 and {top}: ", bold(ladder), ". In secret: no reply; found out, an incident, unwarned.")
        ),
        _example(theory),
        _lines(_phases(theory, "act")),
    )


def _example(theory: Theory) -> Paragraph:
    """One sum worked out, as a beginner does it with a finger on the lines; and what a mild reply would cost."""
    act, ground = Act("here", soil=True, harm=True, warned=False), Ground((Field(1, 1, 0, 1),), ())
    rules = Rules(theory, Setting(("here",), {}))
    due = rules.due(act, ground)
    first, *more = [line.step for line in due.lines if line.step] or [0]
    total = first + sum(more)
    summed = " ".join([number_of(first), *map(signed, more), *([f"= {total}"] if more else [])])
    cut = f", cut to {due.level}" if due.level != total else ""
    home = rules.reply(act, ground, due.level, 1, None, None).home
    price = sum(step.change.by for step in home if step.change.meter == "standing")
    mild = f"; protest instead: standing {signed(price)}" if price and due.level > 1 else ""
    said = (
        f"soil entered and bystanders harmed, unwarned, no institution: {summed}{cut}, {RECEPTIONS[due.level]}{mild}."
    )
    return Paragraph((bold("Example: "), said))


def _reply(theory: Theory) -> tuple[Block, ...]:
    """B. What a reply costs and leaves."""
    return (
        Heading("B  The reply chosen (nobody asked: due, no lever)"),
        Paragraph("Backlash and rupture name a lever. Verdict: principled, marks rank."),
        _lines(_phases(theory, "reply")),
        *_manner(theory),
    )


def _manner(theory: Theory) -> tuple[Block, ...]:
    """Which replies the record knows as of a kind of their own."""
    said = "; ".join(f"{line_of(rule)}{_mark(rule)}" for rule in theory.manner)
    return (Paragraph((bold("Of a kind of their own, the first that fits: "), f"{said}.")),) if said else ()


def _follow(theory: Theory) -> tuple[Block, ...]:
    """What Washington does then, and what is expected of it."""
    expected = "; ".join(line_of(rule) for rule in theory.expected)
    return (
        Heading("Washington’s follow-up to protest or more", 2),
        _lines(_phases(theory, "follow"), (bold("stand: "), "nothing")),
        Paragraph(f"Nobody asked, the first that fits: {expected}."),
    )


def _moves(theory: Theory) -> tuple[Block, ...]:
    """Moves that nobody answers."""
    return (Heading("Other moves", 2), _lines(_phases(theory, "tell", "consent", "objection", "turn", "keeps")))


# --- the right column ----------------------------------------------------------------------------------------


def _offer(theory: Theory, sources: Sources) -> tuple[Block, ...]:
    """C. How an offer is received, and what follows."""
    made = " ".join(line_of(rule) + _mark(rule) for rule in _phases(theory, "offered"))
    obstacles = tuple(f"{line_of(rule)} ({sources.of(rule)})" for rule in theory.received)
    refused, token, best = OFFER_RECEPTIONS
    answers = (
        f"Real: as found. Token: {token} at most. Refuse: {refused}. Nobody asked: as found. If the answer adds to the "
        f"offer, judge again with it. Then, in this order; from the second line on if not {refused}:"
    )
    return (
        Heading("C  An offer: the first line that fits"),
        Paragraph(f"{made}. {BROUGHT}"),
        Numbered((*obstacles, f"no line fits: {best}")),
        Paragraph((bold("Answer. "), answers)),
        _lines(_phases(theory, "answer")),
    )


def _events(theory: Theory) -> tuple[Block, ...]:
    """What nobody chose."""
    names = ("leak", "omission", "develop", "trouble", "pressure", "administration")
    return (Heading("Events", 2), _lines(_phases(theory, *names)))


def _close(theory: Theory) -> tuple[Block, ...]:
    """The close of a round."""
    rules = _phases(theory, "close", "judged")
    last = [_parts(rule)[0] for rule in rules if "last round" not in rule.forbids]
    counts = f"In the last round only: {'; '.join(last)}." if last else "Not in the last round."
    said = f"What still lies on the table is finished as if nobody were asked. {counts}"
    return (Heading("A round closes", 2), Paragraph(said), _lines(rules))


def _aims(theory: Theory) -> tuple[Block, ...]:
    """What each capital is after, and where a game comes out."""
    sums = tuple((bold(f"{NAMES[side]}: "), _sum(theory, side)) for side in theory.aims)
    endings = "; ".join(_ending(rule) for rule in theory.endings)
    return (
        Heading("Aims and endings", 2),
        Lines((*sums, (bold("It ends in, the first that fits: "), f"{endings}."))),
    )


def _sum(theory: Theory, side: str) -> str:
    terms = [(f"{MINUS if aim.weight < 0 else '+'} ", abs(aim.weight), aim.says) for aim in theory.aims[side]]
    said = " ".join(f"{sign}{'' if weight == 1 else f'{weight} × '}{says}" for sign, weight, says in terms)
    return said.removeprefix("+ ").replace("classes of acts", f"classes of acts (of {len(theory.classes)})")


def _ending(rule: Rule) -> str:
    return f"{rule.word} ({', '.join(sorted(rule.needs)) or 'else'})"


def _trust(theory: Theory, sources: Sources) -> tuple[Block, ...]:
    """How far to trust it, and what the marks mean."""
    marks = f" {OURS} ours; {DISPUTED} disputed; no mark: stated in the papers. {sources.key()}."
    found = findings_of(theory)
    record = f" {found.card if found else NONE_YET}"
    return (Paragraph((bold("How far to trust it. "), " ".join(theory.trust), record, marks)),)

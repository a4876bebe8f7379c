"""A printout as data: what stands on the paper, in which order, and nothing of how it looks.

It knows no game and no format. Words are kept as runs, never as markup: what a student typed can then
mean nothing to a renderer but letters. Whoever builds a document hands in every word, in his language.
"""

from dataclasses import dataclass
from typing import Literal, TypeAlias

Style: TypeAlias = Literal["plain", "bold", "italic"]
Align: TypeAlias = Literal["left", "centre", "right"]
Shade: TypeAlias = Literal["none", "good", "bad"]
NoteKind: TypeAlias = Literal["stated", "disputed", "ours"]
Size: TypeAlias = Literal["body", "small", "lead"]
Paper: TypeAlias = Literal["letter", "a4"]


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of words in one style."""

    text: str
    style: Style = "plain"


Text: TypeAlias = str | Run | tuple[str | Run, ...]


def bold(text: str) -> Run:
    """Words in bold."""
    return Run(text, "bold")


def italic(text: str) -> Run:
    """Words in italics."""
    return Run(text, "italic")


def runs(text: Text) -> tuple[Run, ...]:
    """Any text as runs, empty ones left out."""
    parts = text if isinstance(text, tuple) else (text,)
    made = (part if isinstance(part, Run) else Run(part) for part in parts)
    return tuple(run for run in made if run.text)


def words_of(text: Text) -> str:
    """Take the words of a text without their styles."""
    return "".join(run.text for run in runs(text))


@dataclass(frozen=True, slots=True)
class Shaded:
    """A table cell on a tint. The tint repeats what the words say, so a cell without words is refused."""

    text: Text
    shade: Shade = "none"

    def __post_init__(self) -> None:
        if self.shade != "none" and not words_of(self.text).strip():
            raise ValueError("a shaded cell needs words: shade never carries meaning alone")


Cell: TypeAlias = Text | Shaded


def text_of(cell: Cell) -> Text:
    """Take the text of a table cell, shaded or not."""
    return cell.text if isinstance(cell, Shaded) else cell


def shade_of(cell: Cell) -> Shade:
    """Take the tint of a table cell."""
    return cell.shade if isinstance(cell, Shaded) else "none"


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; ``aside`` stands at the far end of its line (the minutes of a phase, a page)."""

    text: Text
    level: int = 1
    aside: str = ""

    def __post_init__(self) -> None:
        if self.level not in (1, 2, 3):
            raise ValueError(f"a heading is of level 1, 2 or 3, not {self.level}")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph: of the body, small (sources, terms of use) or leading (what the page is about)."""

    text: Text
    size: Size = "body"


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list without order."""

    items: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Numbered:
    """A list with numbers; ``lines`` rules that many lines under each item to write on."""

    items: tuple[Text, ...]
    start: int = 1
    lines: int = 0


@dataclass(frozen=True, slots=True)
class Lines:
    """Short lines one under the other, without marks (a rules card lives on them)."""

    items: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Facts:
    """Names and what they stand for: who played, when, against whom."""

    items: tuple[tuple[str, Text], ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a head; its title stands above it, its caption below.

    ``widths`` are shares of the line, 0 for as wide as its words. A rule stands above each row whose index is
    in ``ruled`` (sums, verdicts).
    """

    head: tuple[Text, ...]
    rows: tuple[tuple[Cell, ...], ...]
    caption: Text = ""
    align: tuple[Align, ...] = ()
    widths: tuple[int, ...] = ()
    ruled: tuple[int, ...] = ()
    title: Text = ""

    def __post_init__(self) -> None:
        for row in self.rows:
            _same_length("a table row", row, self.head)
        for given in (self.align, self.widths):
            if given:
                _same_length("align or widths", given, self.head)

    def aligned(self) -> tuple[Align, ...]:
        """One alignment a column, also where none was given."""
        return self.align or tuple("left" for _ in self.head)


@dataclass(frozen=True, slots=True)
class SumLine:
    """One line of an addition: why, the step it adds, the level it leads to, who says so, a mark (``*``)."""

    why: Text
    step: str = ""
    level: str = ""
    cite: str = ""
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Sum:
    """The addition that a reader can redo by hand: lines, a rule, totals; ``key`` explains the marks."""

    title: Text
    lines: tuple[SumLine, ...]
    totals: tuple[SumLine, ...]
    key: Text = ""
    head: tuple[str, str, str, str] = ("why", "step", "level", "source")


@dataclass(frozen=True, slots=True)
class WritingLines:
    """Room to write by hand, with what to write about above it."""

    lines: int
    prompt: Text = ""


@dataclass(frozen=True, slots=True)
class Turn:
    """One turn of a time line: what each lane did there ("" if it did not come by)."""

    label: str
    mine: str
    history: str

    @property
    def agrees(self) -> bool:
        """Whether both lanes did the same."""
        return bool(self.mine) and self.mine == self.history


@dataclass(frozen=True, slots=True)
class Timeline:
    """Two lanes, mine above and history's below, which meet where they agree."""

    mine: str
    history: str
    turns: tuple[Turn, ...]
    caption: Text = ""
    head: str = "turn"
    same: str = "the same"

    @property
    def alt(self) -> str:
        """The same facts in one line."""
        return " ".join(self._said(turn) for turn in self.turns)

    def _said(self, turn: Turn) -> str:
        theirs = self.same if turn.agrees else turn.history
        said = ((self.mine, turn.mine), (self.history, theirs))
        return f"{turn.label}: " + "; ".join(f"{who}: {what}" for who, what in said if what) + "."


@dataclass(frozen=True, slots=True)
class Quarter:
    """One cell of a quadrant: its name and the turns of each path that fell into it."""

    name: str
    mine: tuple[str, ...] = ()
    history: tuple[str, ...] = ()

    def paths(self, mine: str, history: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """List the paths that came here, each with its turns."""
        both = ((mine, self.mine), (history, self.history))
        return tuple((who, turns) for who, turns in both if turns)

    def counted(self, mine: str, history: str, none: str = "–") -> str:
        """Say which paths came here, in words."""
        return "; ".join(f"{who} {', '.join(turns)}" for who, turns in self.paths(mine, history)) or none


@dataclass(frozen=True, slots=True)
class Quadrant:
    """Four cells, row by row, with the paths in them as numbers: mine full, history's open."""

    rows: tuple[str, str]
    columns: tuple[str, str]
    cells: tuple[Quarter, Quarter, Quarter, Quarter]
    mine: str
    history: str
    caption: Text = ""

    @property
    def alt(self) -> str:
        """The same facts in one line."""
        sides = [f"{row}, {column}" for row in self.rows for column in self.columns]
        said = zip(sides, self.cells, strict=True)
        return " ".join(f"{side} ({cell.name}): {cell.counted(self.mine, self.history)}." for side, cell in said)


@dataclass(frozen=True, slots=True)
class Level:
    """A condition at one moment, 0 to 2, and whether it has just risen (1) or fallen (-1)."""

    value: Literal[0, 1, 2]
    change: Literal[-1, 0, 1] = 0


@dataclass(frozen=True, slots=True)
class Stage:
    """The conditions after one decision, in the order of their names."""

    label: Text
    levels: tuple[Level, ...]


@dataclass(frozen=True, slots=True)
class Conditions:
    """Conditions decision by decision, and under the rule what became of each and where it was decided.

    ``words`` name the values 0, 1 and 2; ``moves`` name a fall and a rise.
    """

    head: str
    names: tuple[str, ...]
    stages: tuple[Stage, ...]
    verdict: str = ""
    verdicts: tuple[Cell, ...] = ()
    words: tuple[str, str, str] = ("absent", "some", "in place")
    moves: tuple[str, str] = ("down", "up")
    caption: Text = ""

    def __post_init__(self) -> None:
        for stage in self.stages:
            _same_length("a stage", stage.levels, self.names)
        if self.verdicts:
            _same_length("the verdicts", self.verdicts, self.names)


@dataclass(frozen=True, slots=True)
class Quote:
    """Somebody's own words, as they were written, and who wrote them."""

    text: str
    who: str = ""


@dataclass(frozen=True, slots=True)
class Note:
    """A sentence of fact and how sure it is: stated by the source, disputed, or our own coding.

    ``word`` says the kind on paper where English will not do.
    """

    kind: NoteKind
    text: Text
    cite: str = ""
    word: str = ""

    @property
    def marked(self) -> str:
        """The word that stands before the sentence."""
        return self.word or {"stated": "stated", "disputed": "disputed", "ours": "our coding"}[self.kind]


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins a page."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Lists of blocks side by side; ``widths`` are shares of the line, ``rule`` draws a line between them."""

    columns: "tuple[tuple[Block, ...], ...]"
    widths: tuple[int, ...] = ()
    rule: bool = False

    def __post_init__(self) -> None:
        if self.widths:
            _same_length("widths", self.widths, self.columns)

    def shares(self) -> tuple[int, ...]:
        """One share a column, also where none was given."""
        return self.widths or (1,) * len(self.columns)


Block: TypeAlias = (
    Heading
    | Paragraph
    | Bullets
    | Numbered
    | Lines
    | Facts
    | Table
    | Sum
    | WritingLines
    | Timeline
    | Quadrant
    | Conditions
    | Quote
    | Note
    | Columns
    | PageBreak
)


@dataclass(frozen=True, slots=True)
class Document:
    """One printout. A ``sheet`` is read and written on; a ``card`` is one dense page to look things up on."""

    title: str
    blocks: tuple[Block, ...]
    subtitle: str = ""
    running_head: str = ""
    footer: str = ""
    language: str = "en"
    style: Literal["sheet", "card"] = "sheet"
    page_of: tuple[str, str] = ("Page", "of")


def _same_length(what: str, given: tuple[object, ...], wanted: tuple[object, ...]) -> None:
    """Refuse a figure whose parts do not fit together when it is built, not when it is printed."""
    if len(given) != len(wanted):
        raise ValueError(f"{what} has {len(given)} parts where {len(wanted)} are needed")

"""The record: every coded case of the papers with the rules' result beside it, to be sieved and opened."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.style import Style
from textual.widgets import Static

from game.backtest.lookup import NOT_SCORED, Looked, Lookup, Sieve, guesses, total
from game.backtest.told import RIGHT, WRONG
from game.debrief.wording import spoken
from game.record.library import shipped_cases
from game.rules.theory import Theory
from game.sitting.coded import KINDS, in_short
from game.sitting.gloss import GLOSS
from game.sitting.signs import dotted, marked
from game.theories.load import SHIPPED, shipped
from game.tui.picking import Picking
from game.tui.setting import justified
from game.tui.widgets.choices import Choice, Choices
from game.tui.widgets.panel import Panel
from game.tui.widgets.rows import Column, Rows, RowsHead

ANY = "any"
KEYS = {"outcome": "o", "decade": "d", "field": "f", "kind": "i", "cell": "c"}
"""The key of each facet; k is taken: it moves the cursor."""
ASKED = {
    "outcome": "Right or wrong, or how it was received",
    "decade": "In which decade it began",
    "field": "In which field",
    "kind": "Of which kind",
    "cell": "In which cell of the papers’ figure",
}
ROOMY = 100
"""From this width on there is room for the signs and both years."""


class Record(Picking):
    """The record of coded cases."""

    HELP = """Every case of the two papers and the policy papers, coded by what was done and what it found. The rules
are given that and never what came of it; beside their result stands what really came. Above, how many are right, and
what plain guessing gets. Cases that no rule can judge are listed and not scored.

An act is done by Washington alone; an incident is nobody's policy; joint is offered, and taken up or not; a prospect
was weighed and not taken; an omission was not done; a turn is Mexico's own move. The papers' figure sorts by two
questions: unilateral (done alone) or joint (offered to the other capital), and operational (solves a problem) or
principled (states a principle).

One key opens a list to choose from: o outcome (right, wrong, not scored, or a reception), d decade, f field, i kind,
c cell of the papers’ figure. x shows all again. Enter opens a case. t holds the next theory against the same cases.
a argues: change a rule and see which cases turn."""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "take", "open", key_display="Enter"),
        Binding("t", "theory", "theory"),
        Binding("a", "argue", "argue"),
        *(Binding(key, f"sieve('{facet}')", f"filter by {facet}", show=False) for facet, key in KEYS.items()),
        Binding("x", "all", "show all cases", show=False),
        Binding("pagedown,space", "leap(1)", "a page down", show=False),
        Binding("pageup,b", "leap(-1)", "a page up", show=False),
    ]

    def __init__(self) -> None:
        """Read the record after the first paint."""
        super().__init__()
        self.theories: tuple[Theory, ...] = ()
        self.lookup: Lookup | None = None
        self.sieve = Sieve()
        self.shown: tuple[Looked, ...] = ()

    def body(self) -> ComposeResult:
        """Totals, sieve, the table, and the case under the cursor in full."""
        rows = Rows()
        yield Static("", id="totals", markup=False)
        yield Static("", id="guesses", markup=False)
        yield Static("", id="sieve", markup=False)
        yield RowsHead(rows)
        with Panel(id="text", classes="rows"):
            yield rows
        yield Static("", id="under", markup=False)

    @property
    def rows(self) -> Rows:
        """The table."""
        return self.query_one(Rows)

    def on_mount(self) -> None:
        """Paint first: the cases are read after that."""
        self.say("The record", "")
        self.query_one("#sieve", Static).auto_links = False  # the facets are links, and look like keys
        self.rows.focus()
        self.watch(self.rows, "at", self._under, init=False)
        self.call_after_refresh(self.look)

    def look(self) -> None:
        """Hold the theory of the sitting against the cases."""
        own = self.session.theory
        self.theories = (own, *(shipped(name) for name in SHIPPED if name != own.id))
        self.hold(own)

    def hold(self, theory: Theory) -> None:
        """Hold a theory against the cases; the cursor stays on its case."""
        here = self.here.case.id if self.here else ""
        self.lookup = Lookup.of(theory, shipped_cases())
        self.say("The record", theory.title)
        self.draw(here)

    @property
    def here(self) -> Looked | None:
        """The case under the cursor."""
        return self.shown[self.rows.at] if self.shown else None

    # --- how it looks ----------------------------------------------------------------------------------------

    def draw(self, here: str = "") -> None:
        """Show the cases that are asked for."""
        lookup = self.lookup
        if lookup is None:
            return
        self.shown = lookup.sieved(self.sieve)
        test = lookup.test
        self.query_one("#totals", Static).update(Content.styled(total(test), "bold"))
        self.query_one("#guesses", Static).update(Content.styled(guesses(test), "$quiet"))
        self.query_one("#sieve", Static).update(self._sieve(self.size.width - 2))
        at = next((n for n, one in enumerate(self.shown) if one.case.id == here), 0)
        _, columns, cells = next(table for table in _TABLES if self.size.width >= table[0])
        self.rows.fill(columns, [cells(one) for one in self.shown], at)
        self.query_one(RowsHead).refresh()
        self._under()

    def _sieve(self, width: int) -> Content:
        """The facets with their keys and what is asked of each; how many of how many."""
        parts = []
        for facet, key in KEYS.items():
            value = getattr(self.sieve, facet)
            text = Content.assemble((key, "bold $capital"), f" {facet} ", (value or ANY, "bold" if value else "$quiet"))
            parts.append(text.stylize(Style.from_meta({"@click": f"screen.sieve('{facet}')"})))
        roomy = width >= ROOMY
        assert self.lookup is not None
        count = Content.assemble((f"{len(self.shown)} of {len(self.lookup.lines)}", "bold"), " cases" if roomy else "")
        if any(self.sieve):
            clear = Content.assemble(("x", "bold $capital"), " show all   ")
            count = clear.stylize(Style.from_meta({"@click": "screen.all"})) + count
        return _in_lines(parts, count, "   " if roomy else "  ", width)

    def _under(self) -> None:
        """The case under the cursor in full."""
        under = self.query_one("#under", Static)
        if self.here is None or self.lookup is None:
            under.update(Content.styled("No case is all of this. x shows all again.", "$quiet"))
            return
        first, cell, came = in_short(self.here, self.lookup)
        quiet = (Content.styled(line, "$quiet") for line in (first, cell))
        lines = (Content.styled(self.here.case.title, "bold"), *quiet, Content(came))
        width = self.size.width - 2
        under.update(Content("\n").join(line.truncate(width, ellipsis=True) for line in lines))

    def on_resize(self) -> None:
        """The columns depend on the width."""
        self.draw(self.here.case.id if self.here else "")

    # --- keys ------------------------------------------------------------------------------------------------

    def on_choices_taken(self, message: Choices.Taken) -> None:
        """Open a case."""
        from game.tui.screens.coded_case import CodedCase

        assert self.lookup is not None
        self.game_app.lay(CodedCase(self, message.at))

    def action_leap(self, by: int) -> None:
        """Move the cursor by nearly a page."""
        page = max(self.query_one("#text", Panel).scrollable_content_region.height - 1, 1)
        self.rows.at += by * page

    def action_sieve(self, facet: str) -> None:
        """Ask for a value of a facet."""
        from game.tui.screens.pick_one import PickOne

        if self.lookup is None:
            return
        values = self.lookup.values(facet, self.sieve)
        left = len(self.lookup.sieved(self.sieve._replace(**{facet: ""})))
        words = ["", *(value for value, _ in values)]
        choices = [Choice(ANY, f"{left}"), *(Choice(marked(value), _note(facet, value, n)) for value, n in values)]
        at = words.index(getattr(self.sieve, facet)) if getattr(self.sieve, facet) in words else 0

        def picked(place: int | None) -> None:
            if place is not None:
                self.ask(self.sieve._replace(**{facet: words[place]}))

        self.app.push_screen(PickOne(f"{ASKED[facet]}: how many cases each would leave", choices, at), picked)

    def ask(self, sieve: Sieve) -> None:
        """Show what is asked for."""
        here = self.here.case.id if self.here else ""
        self.sieve = sieve
        self.draw(here)

    def action_all(self) -> None:
        """Show every case."""
        self.ask(Sieve())

    def action_theory(self) -> None:
        """Hold the next theory against the same cases."""
        if self.lookup is not None:
            names = [theory.id for theory in self.theories]
            self.hold(self.theories[(names.index(self.lookup.test.theory.id) + 1) % len(names)])

    def action_argue(self) -> None:
        """Argue with the theory that is held against the cases."""
        from game.tui.screens.argue import Argue

        if self.lookup is not None:
            self.game_app.lay(Argue(self.lookup.test.theory))


def _note(facet: str, value: str, count: int) -> str:
    """How many cases a value leaves, and what it means where the word alone does not say it."""
    means = {"kind": KINDS.get(value, ""), "cell": "; ".join(GLOSS.get(word, "") for word in value.split(", "))}
    return dotted(str(count), means.get(facet, ""))


def _in_lines(parts: Sequence[Content], last: Content, gap: str, width: int) -> Content:
    """Parts in as many lines as they need, none broken; the last one at the end of the last line."""
    lines = [parts[0]]
    for part in parts[1:]:
        longer = Content(gap).join((lines[-1], part))
        lines[-1:] = [longer] if longer.cell_length <= width else [lines[-1], part]
    if lines[-1].cell_length + len(gap) + last.cell_length > width:
        lines.append(Content(""))
    return Content("\n").join((*lines[:-1], justified(lines[-1], last, width)))


# --- rows ----------------------------------------------------------------------------------------------------


def _verdict(one: Looked) -> Content:
    """Right is quiet and wrong is loud, each by its word."""
    word = one.verdict.upper() if one.verdict == WRONG else one.verdict
    return Content.styled(word, {RIGHT: "", WRONG: "bold"}.get(one.verdict, "$quiet"))


def _few(one: Looked) -> tuple[Content, ...]:
    return (Content(str(one.case.years[0])), Content(one.case.title), _verdict(one))


def _cells(one: Looked) -> tuple[Content, ...]:
    case = one.case
    head = (Content(str(case.years[0])), Content(case.title))
    return (*head, Content(case.real.reception or "–"), *_rules(one, one.got.reception if one.got else ""))


def _wide(one: Looked) -> tuple[Content, ...]:
    case = one.case
    head = (Content(case.when), Content(case.title), Content.styled(spoken(case.kind), "$quiet"))
    return (
        *head,
        Content(marked(case.real.reception) or "–"),
        *_rules(one, marked(one.got.reception) if one.got else ""),
    )


def _widest(one: Looked) -> tuple[Content, ...]:
    when, title, kind, *rest = _wide(one)
    return (when, title, kind, Content.styled(one.case.found.field, "$quiet"), *rest)


def _rules(one: Looked, result: str) -> tuple[Content, Content]:
    """What the rules say, and whether that is right; one word for both where they say nothing."""
    if not result:
        return Content.styled(NOT_SCORED, "$quiet"), Content("")
    return Content(result), _verdict(one)


_FEW = (Column("year", 4), Column("case"), Column("", 10))
_COLUMNS = (Column("year", 4), Column("case"), Column("record", 11), Column("rules", 11), Column("", 5))
_WIDE = (
    *(Column("year", 9), Column("case"), Column("kind", 8)),
    *(Column("record", 13), Column("rules", 13), Column("", 5)),
)
_WIDEST = (*_WIDE[:3], Column("field", 8), *_WIDE[3:])
_TABLES: tuple[tuple[int, Sequence[Column], Callable[[Looked], tuple[Content, ...]]], ...] = (
    (130, _WIDEST, _widest),
    (ROOMY, _WIDE, _wide),
    (60, _COLUMNS, _cells),
    (0, _FEW, _few),
)
"""From which width on which columns stand: the titles come first, so that they are whole at 120."""

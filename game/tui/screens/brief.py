"""Brief: the case on one screen, who you are and whom you face. One key begins."""

from collections.abc import Iterator
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from game.debrief import wording
from game.play.game import BOTH, DRAWN, PERSON
from game.play.seats import seated, usual_opponent
from game.printing.document import Block, Bullets, Facts, Paragraph, Run
from game.reading.diagnostics import Unreadable, as_text
from game.rules.numbers import so_many
from game.rules.words import CAPITALS
from game.scenario.model import Scenario
from game.sitting.rival import named_rival
from game.sitting.signs import dotted
from game.tui.reading import Reading
from game.tui.widgets.sheet import Sheet

OPPONENTS = (DRAWN, "history", "due", "hard-liner", "accommodator", "strategist")
MODEL = (
    "This is a model, not the world: a few rules drawn from two papers, written so that you can check and dispute each."
)


class Brief(Reading):
    """A case before it begins."""

    HELP = """What the case is about, and what it wants to teach. c changes the capital that you play, or both:
then a second person at this keyboard plays the other. o changes whom you face: what was really
done (history), the rules (due), a hard-liner, an accommodator, a strategist who plays
exactly best, or one of them drawn by lot. Enter begins."""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "begin", "begin", key_display="Enter"),
        Binding("c", "capital", "capital"),
        Binding("o", "opponent", "opponent"),
        Binding("escape,q", "leave", "back", show=False),
    ]

    def __init__(self, case: str) -> None:
        """Show a case by its id."""
        super().__init__()
        self.case = case
        self.scenario: Scenario | None = None
        self.role, self.opponent = "", ""
        self._faced = DRAWN

    def body(self) -> ComposeResult:
        """The text, and the two things that can be changed."""
        yield from super().body()
        yield Static("", id="seats", markup=False)

    def draw(self) -> None:
        """Read the case."""
        try:
            self.scenario = self.session.library.get(self.case)
        except Unreadable as error:
            self.say(self.case, "cannot be read")
            faults = tuple(map(as_text, error.diagnostics))
            self.query_one(Sheet).show(
                (Paragraph("This case has faults; its author will want to know them:"), Bullets(faults))
            )
            return
        except KeyError:
            self.say(self.case, "is not here")
            self.query_one(Sheet).show(
                (Paragraph(f"There is no case {self.case!r}. The cases stand under Cases, on the first screen."),)
            )
            return
        self._seat(self.scenario)

    def _seat(self, scenario: Scenario) -> None:
        """Seat the player as asked for, or as the case has it."""
        wanted = self.session.wanted
        usual = usual_opponent(scenario, first_game=not self.session.played())
        self.role, self.opponent = seated(wanted.role or scenario.roles[0], wanted.opponent or usual)
        self._faced = usual
        self._show(scenario)
        self.refresh_bindings()

    def _show(self, scenario: Scenario) -> None:
        self.game_app.accent_of(self.role)
        years, minutes = scenario.years, scenario.minutes
        head = dotted(f"{years[0]}–{years[1]}", f"about {so_many(sum(minutes.values()), 'minute')}")
        self.say(scenario.title, head, aside=named_rival(self.session.theory))
        self.query_one(Sheet).show(tuple(brief_blocks(scenario, self.role)))
        facing = wording.OPPONENTS[self.opponent]
        seat = "both capitals, two people" if self.role == BOTH else wording.NAMES[self.role]
        self.query_one("#seats", Static).update(
            Content.assemble(
                ("You play   ", "$quiet"), (seat, "bold $capital"), "\n", ("You face   ", "$quiet"), facing
            )
        )

    # --- keys ------------------------------------------------------------------------------------------------

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Two people at one keyboard face each other."""
        if action == "opponent":
            return self.role != BOTH
        return super().check_action(action, parameters)

    def action_capital(self) -> None:
        """Play the other capital; or both, with a second person."""
        if not self.scenario:
            return
        if self.opponent != PERSON:
            self._faced = self.opponent
        roles: list[str] = [*(capital for capital in CAPITALS if capital in self.scenario.roles), BOTH]
        role = roles[(roles.index(self.role) + 1) % len(roles)]
        self.role, self.opponent = seated(role, self._faced)
        self._show(self.scenario)
        self.action_end(-1)
        self.refresh_bindings()

    def action_opponent(self) -> None:
        """Face somebody else."""
        if self.scenario and self.opponent != PERSON:
            self.opponent = OPPONENTS[(OPPONENTS.index(self.opponent) + 1) % len(OPPONENTS)]
            self._show(self.scenario)

    def action_begin(self) -> None:
        """Begin the game; a case that cannot be played by the theory says why."""
        if not self.scenario:
            return
        try:
            self.session.begin(self.scenario, self.role, self.opponent)
        except Unreadable as error:
            self.game_app.tell(*(fault.message for fault in error.diagnostics))
        else:
            self.conduct.play_on()


def brief_blocks(scenario: Scenario, role: str) -> Iterator[Block]:
    """The case in a few blocks."""
    if scenario.summary:
        yield Paragraph(scenario.summary)
    for capital in CAPITALS:
        if role in (capital, BOTH) and capital in scenario.role_briefs:
            yield Paragraph((Run(f"{wording.NAMES[capital]}. ", "bold"), scenario.role_briefs[capital]))
    facts = [("To learn here" if n == 0 else "", text) for n, text in enumerate(scenario.objectives)]
    minutes = scenario.minutes
    facts.append(("Minutes", f"brief {minutes['brief']}, play {minutes['play']}, debrief {minutes['debrief']}"))
    if scenario.content_note:
        facts.append(("Note", scenario.content_note))
    yield Facts((*facts, ("A model", MODEL)))

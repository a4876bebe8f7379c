"""What a debrief is made of: frozen records, every text ready to read, nothing of how it looks.

Texts that people typed (names, reasons) stand here letter for letter; whoever shows them makes them harmless.
"""

from dataclasses import dataclass
from typing import Literal

from game.scenario.citations import Reference, together

Kind = Literal["stated", "disputed", "ours"]
"""How sure a sentence or a rule is: the papers say it, somebody contradicts it, or it is the game's own coding."""


@dataclass(frozen=True, slots=True)
class Cited:
    """A sentence, how sure it is, and who says so."""

    text: str
    kind: Kind
    references: tuple[Reference, ...]

    @property
    def cite(self) -> str:
        """Author, year and page, several in one string; never empty."""
        return together(self.references)


@dataclass(frozen=True, slots=True)
class Ending:
    """Where a game came out: the word and its sentence."""

    word: str
    says: str


@dataclass(frozen=True, slots=True)
class Header:
    """What game this is an account of."""

    case: str
    case_id: str
    years: tuple[int, int]
    role: str
    """``washington``, ``mexico-city`` or ``both``."""
    role_name: str
    opponent: str
    """In words; one that was drawn is named now."""
    player: str
    theory: str
    version: str
    """Of the program."""
    seed: int
    played: str
    ending: Ending
    history_ending: Ending | None
    """Where the path that really happened comes out under the same rules; None if it cannot be played."""


@dataclass(frozen=True, slots=True)
class AimLine:
    """One line of what a capital is after: so many, each worth so much."""

    id: str
    says: str
    count: int
    weight: int

    @property
    def worth(self) -> int:
        """What the line adds."""
        return self.weight * self.count


@dataclass(frozen=True, slots=True)
class Aims:
    """What a capital was after, line by line, and what it came to."""

    capital: str
    name: str
    lines: tuple[AimLine, ...]

    @property
    def total(self) -> int:
        """The sum of the lines."""
        return sum(line.worth for line in self.lines)


@dataclass(frozen=True, slots=True)
class TraceLine:
    """One rule that was asked for: what it changed, from what to what, and who says so.

    ``turn`` is 0 for what came before anybody chose.
    """

    turn: int
    occasion: str
    """At what: the title of a decision, the text of an event, the close of a round."""
    rule: str
    what: str
    """What the numbers count, as the rules name it: ``police.coordination``."""
    counts: str
    """The same in words: ``police: coordination``."""
    before: int
    after: int
    why: str
    references: tuple[Reference, ...]
    kind: Kind
    holds: bool
    seen_by: str
    chosen: bool = True
    """False: an event or the close of a round, which nobody chose."""

    @property
    def cite(self) -> str:
        """Author, year and page, several in one string."""
        return together(self.references)

    @property
    def step(self) -> int:
        """What the rule added."""
        return self.after - self.before

    @property
    def worked(self) -> bool:
        """Did it change anything?"""
        return self.holds and self.step != 0


@dataclass(frozen=True, slots=True)
class Seen:
    """What a capital had before it when it decided: facts of the day, how things stood, and what was kept from it."""

    capital: str
    facts: tuple[Cited, ...]
    stood: str
    hidden: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OtherSide:
    """The other capital at the same turn."""

    capital: str
    did: str
    reason: str
    """A person's reason, letter for letter; "" where no person played."""
    frustration: int
    standing: int
    aims: Aims
    """What its aims would have come to just then."""


@dataclass(frozen=True, slots=True)
class EventTold:
    """Something nobody chose, as it was told."""

    text: str
    cite: str
    date: str


@dataclass(frozen=True, slots=True)
class Turn:
    """One decision of the game, whoever took it."""

    number: int
    round: int
    decision: str
    title: str
    date: str
    by: str
    own: bool
    """Was it taken by whom this account is for?"""
    person: bool
    """Was it taken by a person?"""
    option: str
    label: str
    does: str
    """The move in words."""
    kind: str
    reason: str
    expects: str
    """The reception or follow-up that was predicted; "" if none was."""
    because: tuple[str, ...]
    """What it was expected to hang on."""
    came: str
    """What the prediction is held against; "" where nothing could come."""
    hung_on: tuple[str, ...]
    """What it hung on by the rules."""
    due: str
    """The reply that was due, or the reception that the rules would have given."""
    flags: tuple[str, ...]
    why: str
    """One neutral sentence: what followed, and because of which rules."""
    knew: Seen
    other_knew: Seen
    other: OtherSide
    changes: tuple[TraceLine, ...]
    events: tuple[EventTold, ...]
    frustration: tuple[int, int]
    standing: tuple[int, int]
    historical: bool
    foil: str
    """What the option was there to teach, if anything."""

    @property
    def foreseen(self) -> bool | None:
        """Did it come as predicted? None if nothing was predicted or nothing came."""
        return self.expects == self.came if self.expects and self.came else None


@dataclass(frozen=True, slots=True)
class TakenBack:
    """A choice that was undone, and what was chosen there in the end."""

    title: str
    label: str
    reason: str
    expects: str
    instead: str


@dataclass(frozen=True, slots=True)
class Recorded:
    """One entry of the game's list, in order, choices taken back and hand-overs included."""

    by: str
    text: str
    reason: str = ""
    expects: str = ""
    because: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TimelineTurn:
    """One label a turn on each line; "" where a path did not come by."""

    number: int
    date: str
    title: str
    by: str
    mine: str
    history: str

    @property
    def agrees(self) -> bool:
        """Was the same done?"""
        return bool(self.mine) and self.mine == self.history


@dataclass(frozen=True, slots=True)
class Unchosen:
    """Something that nobody chose in the game, after a turn."""

    turn: int
    what: str
    cost: str = ""
    """What it undid or brought down, if it was of that kind: a leak, a verdict of Congress."""


@dataclass(frozen=True, slots=True)
class Timeline:
    """My path above, history's below."""

    turns: tuple[TimelineTurn, ...]
    says: str
    """Where the two agree and where they part, in a sentence or two."""
    unchosen: tuple[Unchosen, ...] = ()
    """What nobody chose in play, in order."""

    @property
    def agree(self) -> tuple[int, ...]:
        """The turns at which the same was done."""
        return tuple(t.number for t in self.turns if t.agrees)

    @property
    def part(self) -> tuple[int, ...]:
        """The turns at which something else was done, or only one path came by."""
        return tuple(t.number for t in self.turns if not t.agrees)


@dataclass(frozen=True, slots=True)
class ConditionTurn:
    """The four conditions after one turn, in the order of the paper, and how each moved in it (-1, 0, 1)."""

    number: int
    """0: as it stood before anybody chose."""
    levels: tuple[int, ...]
    moved: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of one condition, and the line that decided it."""

    condition: str
    level: int
    word: str
    """``met``, ``partly`` or ``not met``."""
    decided: TraceLine | None
    """The last line that raised or lowered it; None if nothing did."""
    says: str


@dataclass(frozen=True, slots=True)
class FieldConditions:
    """The four conditions of one field by turn, with a verdict on each at the end."""

    field: str
    turns: tuple[ConditionTurn, ...]
    verdicts: tuple[Verdict, ...]
    missing: str
    """Which conditions were absent, from when to when and because of what, in a sentence."""


@dataclass(frozen=True, slots=True)
class Placed:
    """One act or offer in the four cells."""

    number: int
    by: str
    label: str


@dataclass(frozen=True, slots=True)
class QuadrantCell:
    """One of the four cells of the paper's figure 1, and the acts and offers of both paths that fall into it."""

    purpose: str
    """``operational`` or ``principled``."""
    manner: str
    """``unilateral`` or ``negotiated``."""
    name: str
    mine: tuple[Placed, ...]
    history: tuple[Placed, ...]


@dataclass(frozen=True, slots=True)
class QuadrantPath:
    """The path through the four cells: operational above, principled below, unilateral left."""

    cells: tuple[QuadrantCell, QuadrantCell, QuadrantCell, QuadrantCell]
    cite: str


@dataclass(frozen=True, slots=True)
class PredictionTold:
    """One prediction beside what came."""

    turn: int
    by: str
    expects: str
    because: tuple[str, ...]
    came: str
    hung_on: tuple[str, ...]

    @property
    def foreseen(self) -> bool:
        """Did it come as predicted?"""
        return self.expects == self.came


@dataclass(frozen=True, slots=True)
class Predictions:
    """Predictions against results, turn by turn."""

    turns: tuple[PredictionTold, ...]
    says: str

    @property
    def foreseen(self) -> int:
        """How many came as predicted."""
        return sum(p.foreseen for p in self.turns)


@dataclass(frozen=True, slots=True)
class Changed:
    """One option put in place of another. ``number`` is None where the game never came to that decision."""

    decision: str
    number: int | None
    title: str
    was: str
    instead: str


@dataclass(frozen=True, slots=True)
class Flip:
    """The fewest of a capital's own options that, changed, would have changed the ending; or that none would."""

    capital: str
    changes: tuple[Changed, ...]
    """Empty: no change of up to ``searched`` options would have."""
    ending: Ending
    searched: int
    says: str


@dataclass(frozen=True, slots=True)
class LineStep:
    """One choice on a line of best play."""

    decision: str
    by: str
    title: str
    label: str


@dataclass(frozen=True, slots=True)
class BestLine:
    """A line of best play: what is chosen, where it comes out with this game's chances, what it is worth."""

    title: str
    steps: tuple[LineStep, ...]
    ending: Ending
    aims: tuple[Aims, ...]
    worth: tuple[float, float]
    """What it is worth to Washington and to Mexico City before chance has spoken, by the mean of the chances."""

    def chosen_by(self, capital: str) -> tuple[LineStep, ...]:
        """The choices of one capital."""
        return tuple(step for step in self.steps if step.by == capital)


@dataclass(frozen=True, slots=True)
class RoundStages:
    """Where the cycle stood in one round: every stage that held, in order."""

    round: int
    stages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RealCase:
    """What is known of the real case, apart from the game."""

    outcome: tuple[Cited, ...]
    disputed: tuple[Cited, ...]
    known_now: tuple[Cited, ...]
    left_out: tuple[str, ...]
    counted_apart: tuple[tuple[str, int, str], ...]
    """Deaths and rights: what, how many, who says so. Never points."""


@dataclass(frozen=True, slots=True)
class HowSure:
    """How many of the rule lines that worked in this game the papers state, somebody disputes, or we made."""

    stated: int
    disputed: int
    ours: int
    says: str


@dataclass(frozen=True, slots=True)
class Expected:
    """What one theory expects of an act or offer."""

    theory: str
    word: str


@dataclass(frozen=True, slots=True)
class Parting:
    """A turn at which the theories expect different receptions, the one that was played under first."""

    turn: int
    label: str
    expected: tuple[Expected, ...]

    def word_of(self, theory: str) -> str:
        """What a theory expects there."""
        return next((e.word for e in self.expected if e.theory == theory), "")


@dataclass(frozen=True, slots=True)
class Theories:
    """How firm the theory is that was played under, and where others would have expected something else."""

    firm: str
    """Its findings against the record; empty for a theory that was never held against it."""
    rivals: str
    parted: tuple[Parting, ...]
    says: str


@dataclass(frozen=True, slots=True)
class AskedQuestion:
    """A question chosen by what happened. ``here`` tells whether its answer can be found in this printout."""

    ask: str
    chosen: bool
    """Asked because of what happened in this game, and not of everybody."""
    here: bool


@dataclass(frozen=True, slots=True)
class Phase:
    """One phase of the debrief and its minutes."""

    id: str
    name: str
    minutes: int


@dataclass(frozen=True, slots=True)
class Prompts:
    """What the student is asked to write: open, ungraded, in the order in which it is asked."""

    reaction: str
    own_account: str
    change_a_rule: str
    transfer: str
    next_time: str


@dataclass(frozen=True, slots=True)
class Account:
    """The account of one game."""

    header: Header
    objectives: tuple[str, ...]
    content_note: str
    model_note: str
    phases: tuple[Phase, ...]
    prompts: Prompts
    aims: tuple[Aims, ...]
    """Of both capitals, Washington first."""
    history_aims: tuple[Aims, ...]
    """The same on the path that really happened; empty if that cannot be played."""
    turns: tuple[Turn, ...]
    before: tuple[EventTold, ...]
    """What happened before anybody chose."""
    taken_back: tuple[TakenBack, ...]
    record: tuple[Recorded, ...]
    timeline: Timeline
    conditions: tuple[FieldConditions, ...]
    """The main field first."""
    quadrant: QuadrantPath
    predictions: Predictions
    flips: tuple[Flip, ...]
    """One for each capital that this account is for."""
    best: tuple[BestLine, ...]
    stages: tuple[RoundStages, ...]
    real: RealCase
    sure: HowSure
    theories: Theories
    questions: tuple[AskedQuestion, ...]
    trace: tuple[TraceLine, ...]
    hinge: int
    """The turn that the sheet looks at from both capitals."""
    own_words: str = ""
    """What the player wrote about the game before reading on, letter for letter."""

    @property
    def own(self) -> tuple[Turn, ...]:
        """The decisions of whom this account is for."""
        return tuple(turn for turn in self.turns if turn.own)

    def answering(self, turn: Turn) -> Seen:
        """What the other capital had before it when it next decided; else what it had at this turn."""
        following = (t.knew for t in self.turns if t.number > turn.number and t.by != turn.by)
        return next(following, turn.other_knew)

    def turn(self, number: int) -> Turn | None:
        """The turn of that number, if the game came by."""
        return next((turn for turn in self.turns if turn.number == number), None)

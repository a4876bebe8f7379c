"""What one capital has before it at a decision: what lies on the table, how things stand, what an option would do."""

from dataclasses import dataclass
from typing import NamedTuple

from game.debrief.moves_in_words import move_in_words
from game.debrief.wording import NAMES, OPPONENTS, day_of
from game.play.course import Course
from game.play.game import Game
from game.play.position import Position
from game.rules.moves import Entry, Trouble
from game.rules.state import Field
from game.rules.words import OFFER_RECEPTIONS, RECEPTIONS
from game.scenario.model import Decision, Event, Fact, Option
from game.sitting.knowledge import is_known, known_lines
from game.sitting.passage import CONGRESS, opening
from game.sitting.prices import leak_of, prices
from game.sitting.session import News, Session, decision_of

NO_AGREEMENT = "None; no class of acts is bound."
REASONS = 2
"""So many of the last reasons why frustration moved are named beside it."""


def place(game: Game, decision: Decision) -> tuple[str, ...]:
    """When, and in which round."""
    return tuple(filter(None, (day_of(decision.date), f"round {decision.round} of {game.course.scenario.rounds}")))


def faced(game: Game) -> str:
    """Whom the player faces, as it was chosen on the brief."""
    return f"You face {OPPONENTS[game.opponent]}."


# --- what lies on the table ----------------------------------------------------------------------------------


class OnTheTable(NamedTuple):
    """What waits for a reply, a follow-up or an answer."""

    what: str
    """Who did what, without a full stop."""
    does: str
    """What that is, in words, its marks named; "" for what is one's own or nobody chose."""
    expects: str
    """What the word is: what the rules expect, or what was answered already."""
    word: str


def on_the_table(course: Course, position: Position) -> OnTheTable | None:
    """What waits, with what the rules expect of it; None if nothing does."""
    table = position.table
    if table is None:
        return None
    item = course.scenario.play[table.item]
    if isinstance(item, Decision):
        option = item.options[table.option]
        what = f"{NAMES[item.by]}: {option.label}"
        own = table.kind == "follow"  # what Washington did itself needs no telling
        does = "" if own else "; ".join(move_in_words(option.move, course, position, item.by))
    else:
        what, does = item.text or "what came out", ""
    expects, word = {
        "reply": ("The reply that is due by the rules", RECEPTIONS[table.due]),
        "follow": ("Mexico City's reply", RECEPTIONS[table.level]),
        "answer": ("Taken up in earnest, by the rules", OFFER_RECEPTIONS[table.level]),
    }[table.kind]
    return OnTheTable(what.rstrip("."), does, expects, word)


def before_this(session: Session, lying: OnTheTable | None) -> str:
    """What came before the first question, in a line; what lies on the table is not said again. Empty later."""
    game = session.playing
    heads = opening(game, session.news(decision_of(game).by), session.viewer)
    return ". ".join(head for head in heads if lying is None or head != lying.what)


class InWords(NamedTuple):
    """What an option would do, in parts, and what it is known to cost or to risk."""

    does: tuple[str, ...]
    prices: tuple[str, ...]


def in_words(game: Game, option: Option) -> InWords:
    """What an option of the decision that waits would do."""
    does = move_in_words(option.move, game.course, game.position, decision_of(game).by)
    known = [f"At home, besides what else comes: {price}" for price in prices(game.course, game.position, option)]
    if odds := leak_of(game.course, game.position, option):
        known.append(f"If a result comes of it: {odds[0]} in {odds[1]} that it leaks and is lost")
    return InWords(does, tuple(known))


# --- how things stand ----------------------------------------------------------------------------------------


class Moved(NamedTuple):
    """Why a number moved, and which way."""

    up: bool
    why: str


@dataclass(frozen=True, slots=True)
class View:
    """How things stand for a capital, beside how they stood when it last chose."""

    course: Course
    now: Position
    before: Position
    moved: tuple[Moved, ...] = ()
    """Why Washington's frustration moved meanwhile, as far as the capital knows, the latest first."""
    capital: str = "washington"
    """Whose eyes it is seen with."""

    @property
    def fields(self) -> list[tuple[str, Field, Field]]:
        """Each field by name, now and before; the main one first."""
        now, before = self.now.ground.fields, self.before.ground.fields
        return list(zip(self.course.setting.fields, now, before, strict=True))

    @property
    def warning(self) -> str:
        """What a full frustration brings, where it is one step away."""
        full = self.course.theory.limits["frustration"]
        return f"at {full}, {CONGRESS}" if self.now.home.frustration == full - 1 else ""

    @property
    def entries(self) -> list[Entry]:
        """The entries in force."""
        return [self.course.setting.agreements[name] for name in self.now.ground.ledger]

    @property
    def classes(self) -> int:
        """How many classes of acts there are."""
        return len(self.course.theory.classes)

    @property
    def bound(self) -> list[str]:
        """The classes of acts that an entry binds, in the order of the alphabet."""
        return sorted(self.course.setting.bound(self.now.ground))

    @property
    def autonomy(self) -> int:
        """How many classes of acts no entry binds."""
        return self.classes - len(self.bound)


def view_of(game: Game, news: News, capital: str) -> View:
    """The state now, beside what it was when the capital last chose."""
    before = news.own.before if news.own else game.opening[0]
    return View(game.course, game.position, before, _moved(game.course, news, capital), capital)


def _moved(course: Course, news: News, capital: str) -> tuple[Moved, ...]:
    found = [
        Moved(line.step > 0, _cause(course, happened.item) or line.why)
        for happened in news.happened
        if is_known(happened, course, capital)
        for line in known_lines(happened.lines, capital).lines
        if line.what == "frustration" and line.step
    ]
    return tuple(found[: -REASONS - 1 : -1])


def _cause(course: Course, item: str) -> str:
    """The cause that the case itself names."""
    found = course.scenario.play[course.scenario.index(item)] if item != "close" else None
    return found.move.cause if isinstance(found, Event) and isinstance(found.move, Trouble) else ""


def known_so_far(game: Game, capital: str) -> list[Fact]:
    """The documents of the decisions that a capital has met, each once."""
    scenario = game.course.scenario
    met = [d for d in scenario.decisions if d.by == capital and scenario.index(d.id) <= game.position.at]
    return list({fact.text: fact for decision in met for fact in decision.known_then}.values())

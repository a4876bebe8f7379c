"""The whole game in flat text: no boxes, no colour, no cursor; one question at a time, every answer a line.

Made for screen readers, slow lines and pipes. It is as complete as the screens and stands on the same sitting.
"""

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from textwrap import wrap
from typing import NamedTuple, TextIO

from game.play.game import BOTH, Asked, NotPossible, Prediction, asked, came
from game.play.graph import accounts
from game.play.happened import Happened
from game.play.report import cited
from game.play.saves import Saved, Store
from game.play.table import state_of
from game.play.walk import ending_of
from game.reading.characters import clean
from game.reading.diagnostics import Unreadable, as_text, nearest
from game.rules.state import grievances
from game.rules.theory import Theory
from game.rules.words import CAPITALS, CONDITIONS, OPPONENTS
from game.scenario.library import Library
from game.scenario.model import Decision, Option, Scenario
from game.tui.knowledge import is_known, known_lines
from game.tui.prices import prices
from game.tui.session import Session, Wanted, default_opponent
from game.tui.wording import (
    CAPITAL,
    MARKS_OF_A_ROUND,
    MEANING,
    OPPONENT,
    counted,
    date,
    level,
    listed,
    move_in_words,
    spoken,
    value,
)

WIDTH = 78
MUCH = 40
"""Empty lines that push what the other saw off the screen."""


class Choices(NamedTuple):
    """What was asked for on the command line."""

    case: str | None = None
    role: str | None = None
    opponent: str | None = None
    seed: int | None = None
    player: str = ""
    predictions: bool = True


class Left(Exception):
    """The player leaves, or nobody answers any more."""


def play(library: Library, store: Store, theory: Theory, choices: Choices) -> int:
    """Play in flat text on the terminal or a pipe. Returns the exit status."""
    session = Session(library, store, theory, Wanted(*choices))
    try:
        return Plain(session, sys.stdin, sys.stdout).sit()
    except (Left, KeyboardInterrupt, EOFError):
        kept = session.record.path if session.record else None
        sys.stdout.write(f"\nThe game is kept: {kept}\n" if kept else "\nGoodbye.\n")
        return 0


@dataclass(slots=True)
class Plain:
    """One sitting in flat text."""

    session: Session
    source: TextIO
    target: TextIO

    # --- saying and asking -----------------------------------------------------------------------------------

    def say(self, text: str = "") -> None:
        """A paragraph, wrapped."""
        for part in text.split("\n"):
            self.target.write("\n".join(wrap(part, WIDTH)) + "\n")

    def head(self, text: str) -> None:
        """A heading, after an empty line."""
        self.say()
        self.say(text)
        self.say()

    def ask(self, prompt: str) -> str:
        """One line of answer. Raises Left when nobody answers."""
        self.target.write(prompt + " ")
        self.target.flush()
        line = self.source.readline()
        if not line:
            raise Left
        if not self.source.isatty():
            self.target.write("\n")
        return clean(line).strip()

    def pick(self, prompt: str, names: Sequence[str], labels: Sequence[str], default: str = "") -> str:
        """One of several, by number or by name."""
        for number, label in enumerate(labels, 1):
            self.say(f"{number}. {label}")
        while True:
            answer = self.ask(f"{prompt} 1 to {len(names)}{', Enter for ' + spoken(default) if default else ''}:")
            if not answer and default:
                return default
            found = chosen(answer, names)
            if found:
                return found
            self.say(not_understood(answer, names))

    # --- the way through a game ------------------------------------------------------------------------------

    def sit(self) -> int:
        """From the choice of a game to its debrief."""
        self.say("TWO CAPITALS, in plain text. ? explains the keys at every question; q leaves, and the game is kept.")
        if self.session.wanted.case is None and (kept := self._unfinished()):
            self._go_on(kept[0])
        if self.session.game is None:
            self._begin()
        self._play()
        self._debrief()
        return 0

    def _unfinished(self) -> list[Saved]:
        games = self.session.store.list(self.session.library, self.session.theory)
        return [saved for saved in games if not saved.over]

    def _go_on(self, saved: Saved) -> None:
        title = f"{saved.header.scenario}, {CAPITAL.get(saved.header.role, saved.header.role)}: {saved.line}"
        answer = self.ask(f"Go on with {title}? y or n:")
        if answer.lower().startswith("y"):
            try:
                notices = self.session.open(saved)
            except Unreadable as error:
                self.say("\n".join(map(as_text, error.diagnostics)))
                return
            for notice in notices:
                self.say(notice)

    def _begin(self) -> None:
        wanted, library = self.session.wanted, self.session.library
        scenario = library.get(wanted.case) if wanted.case else self._case()
        self._case_brief(scenario)
        role = wanted.role or self._role(scenario)
        opponent = wanted.opponent or self._opponent(scenario, role)
        self.session.begin(scenario, role, opponent)
        self.session.run_on()
        if role in CAPITALS and scenario.role_briefs.get(role):
            self.head(f"You are {CAPITAL[role]}.")
            self.say(scenario.role_briefs[role])
        self._kept()

    def _case(self) -> Scenario:
        library = self.session.library
        sound = [name for name in library.ids() if not library.faults(name)]
        titles = [f"{library.get(n).title}, {library.get(n).years[0]} to {library.get(n).years[1]}" for n in sound]
        self.head("Which case?")
        return library.get(self.pick("Case", sound, titles))

    def _case_brief(self, scenario: Scenario) -> None:
        self.head(f"{scenario.title}, {scenario.years[0]} to {scenario.years[1]}")
        self.say(scenario.summary)
        self.head("What it is for:")
        for objective in scenario.objectives:
            self.say(f"- {objective}")
        minutes = scenario.minutes
        self.head(
            ", ".join(f"{name} {minutes[name]} minutes" for name in ("brief", "play", "debrief") if name in minutes)
        )
        if scenario.content_note:
            self.say(f"Note: {scenario.content_note}")
        self.say("This is a model, not the world.")

    def _role(self, scenario: Scenario) -> str:
        self.head("Which capital do you play?")
        roles = [*scenario.roles, BOTH]
        return self.pick("Capital", roles, [CAPITAL[r] for r in roles], scenario.roles[0])

    def _opponent(self, scenario: Scenario, role: str) -> str:
        if role == BOTH:
            return "person"
        names = [*(o for o in OPPONENTS if o != "person"), "drawn"]
        self.head("Whom do you face?")
        return self.pick("Opponent", names, [OPPONENT[n] for n in names], default_opponent(scenario))

    def _play(self) -> None:
        session = self.session
        self._tell(session.playing.opening[1])
        while not session.playing.over:
            if to := session.must_hand_over:
                self._hand_over(to)
            self._decide()

    def _hand_over(self, to: str) -> None:
        self.target.write("\n" * MUCH)
        self.ask(f"Hand the keyboard to {CAPITAL[to]}. Press Enter when only {CAPITAL[to]} can see this.")
        self.session.hand_over(to)
        self._tell(self.session.news(to).happened)

    # --- one decision ----------------------------------------------------------------------------------------

    def _decide(self) -> None:
        decision = self.session.playing.decision
        assert decision is not None
        self._situation(decision)
        while True:
            answer = self.ask("Your choice (number, or ? for help):")
            if self._command(answer):
                if self.session.playing.decision is not decision:
                    return
                continue
            names = [o.id for o in self.session.playing.options]
            if found := chosen(answer, names):
                self._choose(next(o for o in self.session.playing.options if o.id == found))
                return
            self.say(not_understood(answer, names))

    def _situation(self, decision: Decision) -> None:
        game = self.session.playing
        self.head(
            f"{game.course.scenario.title}. {date(decision.date)}, round {decision.round} of {game.course.scenario.rounds}. You are {CAPITAL[decision.by]}."
        )
        self.say(decision.title)
        if decision.brief:
            self.say(decision.brief.strip())
        for fact in decision.known_then:
            self.say(f"Known then: {fact.text} [{cited(game.course, fact.cite)}]")
        for adviser in decision.advisers:
            self.say(f"{adviser.who} (on {adviser.condition}): “{adviser.says}”")
        self.head(self._state_line())
        for number, option in enumerate(game.options, 1):
            self.say(f"{number}. {option.label}")
            self.say(f"   {self._in_words(option)}")

    def _in_words(self, option: Option) -> str:
        game = self.session.playing
        decision = game.decision
        assert decision is not None
        said = move_in_words(option.move, game.course, game.position, decision.by)
        known = "; ".join(f"known price, {price}" for price in prices(game.course, game.position, option))
        return f"{said}; {known}" if known else said

    def _state_line(self) -> str:
        game = self.session.playing
        state = state_of(game.position)
        parts = []
        for name, here in zip(game.course.setting.fields, state.ground.fields, strict=True):
            levels = ", ".join(f"{c} {level(getattr(here, c))}" for c in CONDITIONS)
            shut = "; the field is shut" if here.shut else ""
            parts.append(f"{name.capitalize()}: {levels}; grievances: {listed(here.open)}{shut}.")
        counts = accounts(game.course, state)
        parts.append(
            f"Washington's frustration {state.home.frustration} of 5. Mexico City's standing {state.home.standing} of 5."
        )
        parts.append(
            f"Results {counts['results']}, yields {counts['yields']}, autonomy {counts['autonomy']} of {len(game.course.theory.classes)}."
        )
        return " ".join(parts)

    def _choose(self, option: Option) -> None:
        predicted, reason = self._predict(asked(option))
        session = self.session
        session.choose(option.id, predicted, reason)
        self._kept()
        session.run_on()
        self._kept()
        if session.must_hand_over:
            return
        self._resolve(option)

    def _predict(self, form: Asked | None) -> tuple[Prediction | None, str]:
        predicted = None
        if form is not None and self.session.playing.learned:
            self.head(form.question)
            expects = self.pick(
                "Your prediction", form.answers, [f"{spoken(a)}: {MEANING.get(a, '')}" for a in form.answers]
            )
            because = self._because(form) if form.because else ()
            predicted = Prediction(expects, because)
        return predicted, self.ask("Why do you choose this? One line:")

    def _because(self, form: Asked) -> tuple[str, ...]:
        self.head("What will decide it? Numbers or words with commas between them; Enter for nothing.")
        for number, cause in enumerate(form.because, 1):
            self.say(f"{number}. {spoken(cause)}: {MEANING.get(cause, '')}")
        while True:
            parts = [p.strip() for p in self.ask("It hangs on:").split(",") if p.strip()]
            found = [chosen(p, form.because) for p in parts]
            if all(found):
                return tuple(dict.fromkeys(filter(None, found)))
            self.say(not_understood(parts[found.index("")], form.because))

    def _resolve(self, option: Option) -> None:
        game = self.session.playing
        news = self.session.news(self.session.capital if not game.over else game.role)
        own = news.own
        self.head("What followed")
        self._tell(news.happened)
        if own is not None:
            result = came(own, game.log)
            said = getattr(own.chose, "predicted", None)
            if result and said:
                self.say(f"You said: {spoken(said.expects)}. It came: {spoken(result)}.")

    def _tell(self, happened: Iterable[Happened]) -> None:
        """What happened, with the sum of the rules as one line a step."""
        game, viewer = self.session.playing, self.session.viewer
        for one in happened:
            if not is_known(one, game.course, viewer):
                continue
            self.say(self._headline(one))
            for line in known_lines(one.lines, viewer).lines:
                if line.what in MARKS_OF_A_ROUND:
                    continue
                change = (
                    f"{value(line.what, line.before)} → {value(line.what, line.after)}"
                    if line.step
                    else value(line.what, line.after)
                )
                ours = "" if line.stated else ", our reading"
                self.say(
                    f"   {counted(line.what, game.course.scenario)}: {change}. {line.why.capitalize()} [{cited(game.course, line.cite)}{ours}]"
                )

    def _headline(self, one: Happened) -> str:
        scenario = self.session.playing.course.scenario
        if one.item == "close":
            return f"Round {one.round} closes."
        item = scenario.play[scenario.index(one.item)]
        if isinstance(item, Decision):
            option = item.option(one.option or "")
            what = f"{CAPITAL[one.by]}: {option.label}" if option else f"{CAPITAL[one.by]}, left to the rules"
            word = f" {one.reception or one.how}".upper() if (one.reception or one.how) else ""
            prose = option.outcome.get(one.reception or "", "") if option else ""
            return f"{what}.{word and f' {word.strip()}.'} {prose}".strip()
        return item.text or spoken(item.id)

    # --- commands --------------------------------------------------------------------------------------------

    def _command(self, answer: str) -> bool:
        """Is the answer a command? Then it is done."""
        commands: dict[str, Callable[[], None]] = {
            "?": self._help,
            "b": self._brief_again,
            "s": lambda: self.say(self._state_line()),
            "d": self._dossier,
            "h": self._so_far,
            "w": self._why,
            "r": self._card,
            "u": self._back,
            "q": self._leave,
        }
        done = commands.get(answer.lower())
        if done:
            done()
        return done is not None

    def _help(self) -> None:
        self.say(
            "A number chooses. b the brief again, s how things stand, d dossier, h history so far, w why (the last trace in full), r rules card, u go back one decision, q leave."
        )

    def _brief_again(self) -> None:
        if decision := self.session.playing.decision:
            self._situation(decision)

    def _dossier(self) -> None:
        scenario = self.session.playing.course.scenario
        self.head("People")
        for person in scenario.people:
            self.say(f"{person.name}: {person.office}")
        self.head("Agreements in force")
        for name in self.session.playing.position.ground.ledger:
            entry = scenario.agreements[name]
            self.say(f"{entry.title}: binds {listed(spoken(b) for b in sorted(entry.binds))}")
        self.head("Glossary")
        for term, fact in scenario.common.glossary.items():
            self.say(f"{term}: {getattr(fact, 'text', fact)}")

    def _so_far(self) -> None:
        self.head("So far")
        viewer = self.session.viewer
        for one in self.session.playing.log:
            if is_known(one, self.session.playing.course, viewer):
                self.say(self._headline(one))

    def _why(self) -> None:
        turns = self.session.playing.turns
        self.head("The last turn")
        self._tell(h for turn in turns[-2:] for h in turn.happened)

    def _card(self) -> None:
        from game.printing import text
        from game.printing.card import rules_card

        self.target.write(text.render(rules_card(self.session.theory)))

    def _back(self) -> None:
        try:
            self.session.back()
        except NotPossible as error:
            self.say(str(error).capitalize() + ".")
            return
        self.say("Gone back one decision. This is recorded, and stands in the debrief.")

    def _leave(self) -> None:
        raise Left

    def _kept(self) -> None:
        if self.session.unkept:
            self.say(f"Not kept: {self.session.unkept}")

    # --- the end ---------------------------------------------------------------------------------------------

    def _debrief(self) -> None:
        from game.debrief.account import account
        from game.play.graph import Graph
        from game.play.solve import Solved
        from game.printing import text
        from game.printing.debrief import joint_sheet, own_sheet

        game = self.session.playing
        self.head(f"The game is over: {ending_of(game.course, game.position)}.")
        self.say("First, before you read on: what happened, and why? Say it in a line or two. Enter when you are done.")
        self.ask("Your own account:")
        record = self.session.record
        told = account(game, Solved.of(Graph.of(game.course)), played=record.header.begun if record else "")
        self.target.write(text.render((joint_sheet if game.role == BOTH else own_sheet)(told)))
        if record:
            self.say(f"To print it: two-capitals debrief {record.path} --format pdf")


def chosen(answer: str, names: Sequence[str]) -> str:
    """The name that a number or a word means; empty if none."""
    if answer.isdigit() and 1 <= int(answer) <= len(names):
        return names[int(answer) - 1]
    return next(
        (n for n in names if (answer and n.lower() == answer.lower().replace(" ", "-")) or spoken(n) == answer.lower()),
        "",
    )


def not_understood(answer: str, names: Sequence[str]) -> str:
    """What is to be said to an answer that means nothing here."""
    near = nearest(answer, names) if answer else ""
    hint = f" Did you mean {near}?" if near else ""
    return (
        f"“{answer}” is none of these.{hint} Answer with a number from 1 to {len(names)}."
        if answer
        else "Answer with a number."
    )


__all__ = ["Choices", "Iterator", "Plain", "grievances", "play"]

"""The debrief, phase by phase: one's own words first, then the account of the game; and the sheet to print."""

from dataclasses import replace
from pathlib import Path

from game.debrief.account import account
from game.debrief.model import Account
from game.plain.voice import Question, Voice
from game.play.graph import Graph
from game.play.solve import Solved
from game.printing.arrange import arranged
from game.printing.debrief import debrief, default_name
from game.printing.document import Paper
from game.printing.pdf import NoPdf
from game.printing.putting import ENDS, put_beside
from game.sitting.phases import PHASES, minutes
from game.sitting.session import Session

NEXT = "next"
KEYS = {
    "p": "goes back to the phase before",
    "x": "changes one decision and plays it through",
    "s": "writes the sheet to print",
    "q": "leaves the debrief",
}
FORMATS: dict[str, tuple[str, Paper, str]] = {
    "letter": ("pdf", "letter", "PDF on US Letter"),
    "a4": ("pdf", "a4", "PDF on A4"),
    "html": ("html", "letter", "HTML, which any browser prints"),
    "markdown": ("md", "letter", "Markdown"),
    "text": ("text", "letter", "plain text, 80 columns"),
    "none": ("", "letter", "nothing"),
}


class Debrief:
    """The account of the finished game on the table."""

    def __init__(self, session: Session, voice: Voice) -> None:
        """Read out the account of the game of a sitting."""
        self.session, self.voice = session, voice
        self.printed = False
        self._account: Account | None = None

    @property
    def account(self) -> Account:
        """The account, drawn up when it is first asked for: it takes a moment."""
        if self._account is None:
            self.voice.say("The account is being drawn up.")
            game = self.session.playing
            self._account = account(game, Solved.of(Graph.of(game.course)), played=self.session.begun)
        return self._account

    def read(self) -> None:
        """Phase after phase, to the last; then offer the sheet."""
        self._own_words()
        at = 1
        while at < len(PHASES):
            self._read_phase(at)
            answer = self._asked(at)
            if answer == "q":
                break
            at += -1 if answer == "p" and at > 1 else 1 if answer == NEXT else 0
        if not self.printed:
            self.print_sheet()

    def _read_phase(self, at: int) -> None:
        phase = PHASES[at]
        title = f"Debrief {at + 1} of {len(PHASES)}: {phase.title} ({minutes(self.account, phase)})"
        self.voice.read_out(title, phase.blocks(self.account))

    def _asked(self, at: int) -> str:
        """To the next phase, or to what a key asks for."""
        while True:
            prompt = "Read on" if at + 1 < len(PHASES) else "End of the debrief"
            answer = self.voice.choose(Question(prompt, [NEXT], default=NEXT, keys=KEYS))
            if answer == "s":
                self.print_sheet()
            elif answer == "x":
                from game.plain.what_if import WhatIf

                WhatIf(self.session, self.voice).change()
            else:
                return answer

    def _own_words(self) -> None:
        """The player says first what happened; it is kept beside the game."""
        phase, prompts = PHASES[0], self.account.prompts
        self.voice.head(f"Debrief 1 of {len(PHASES)}: {phase.title} ({minutes(self.account, phase)})")
        self.voice.say(prompts.reaction, prompts.own_account)
        if kept := self.session.own_words():
            self.voice.say("You wrote:", kept)
        self.voice.say("Write on paper, or type here, as many lines as you like; Enter alone goes on.")
        lines = [kept] if kept else []
        while line := self.voice.ask("Your own account:"):
            lines.append(line)
            if notice := self.session.keep_own_words("\n".join(lines)):
                self.voice.line(notice)

    # --- on paper --------------------------------------------------------------------------------------------

    def print_sheet(self) -> None:
        """Write the sheet in the format asked for, under a name that is not taken."""
        self.voice.gap()
        self.voice.say("The sheet to print: two pages to read, to write on and to hand in. As what?")
        labels = [label for _, _, label in FORMATS.values()]
        how, paper, _ = FORMATS[self.voice.choose(Question("Format", list(FORMATS), labels, default="none"))]
        if how:
            self.voice.line(self._written(how, paper))
            self.printed = True

    def _written(self, how: str, paper: Paper) -> str:
        told = replace(self.account, own_words=self.session.own_words())
        try:
            data = arranged(debrief(told), how, paper)
            path = put_beside(Path(), default_name(told), ENDS[how], data)
        except NoPdf as error:
            return str(error)
        except OSError as error:
            reason = error.strerror or error
            return f"It could not be written ({reason}). Start the game in a folder that you may write to."
        return f"Written: {path.resolve()}"

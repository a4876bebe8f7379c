"""The debrief, phase by phase: one's own words first, then the account of the game; and the sheet to print."""

from dataclasses import replace

from game.debrief.account import account
from game.debrief.model import Account
from game.plain.voice import Question, Voice
from game.play.solve import solution
from game.sitting.phases import PHASES, minutes
from game.sitting.session import Session
from game.sitting.sheets import FORMATS, written

NEXT = "next"
KEYS = {
    "p": "goes back to the phase before",
    "x": "changes one decision and plays it through",
    "s": "writes the sheet to print",
    "q": "leaves the debrief",
}
NOTHING = "none"


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
            self._account = account(game, solution(game.course), played=self.session.begun)
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
        names = [*(form.id for form in FORMATS), NOTHING]
        labels = [*(f"{form.name}: {form.note}" for form in FORMATS), "Nothing"]
        answer = self.voice.choose(Question("Format", names, labels, default=NOTHING))
        if answer != NOTHING:
            form = FORMATS[names.index(answer)]
            told = replace(self.account, own_words=self.session.own_words())
            self.voice.line(written(told, form, self.session.store.folder))
            self.printed = True

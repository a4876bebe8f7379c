"""Three short questions before anything happens: what will come, what it will hang on, and why one chooses so."""

from typing import NamedTuple

from game.debrief.wording import MEANING, spoken
from game.plain.voice import HELP, Question, Voice, helped, named, not_understood
from game.play.game import Asked, Prediction, asked
from game.scenario.model import Option

BACK = "back"
KEYS = {BACK: "goes back to the options; nothing is chosen yet"}
WHY = "Why do you choose this? One line, in your own words:"


class Said(NamedTuple):
    """What a player said before a choice."""

    predicted: Prediction | None
    reason: str


def predict(voice: Voice, option: Option, *, learned: bool) -> Said | None:
    """Ask about an option; None if the player goes back to the options. ``learned``: predictions are asked for."""
    voice.gap()
    voice.say(f"You choose: {option.label}.")
    form, predicted = asked(option) if learned else None, None
    if form is not None:
        expects = _expects(voice, form)
        because = _because(voice, form) if expects != BACK and form.because else ()
        if BACK in (expects, because):
            return None
        predicted = Prediction(expects, tuple(because))
    reason = _reason(voice)
    return None if reason == BACK else Said(predicted, reason)


def _expects(voice: Voice, form: Asked) -> str:
    voice.gap()
    voice.say(form.question)
    return voice.choose(Question("Your prediction", form.answers, [_meant(a) for a in form.answers], keys=KEYS))


def _meant(word: str) -> str:
    meaning = MEANING.get(word, "")
    return f"{spoken(word)}: {meaning}" if meaning else spoken(word)


def _because(voice: Voice, form: Asked) -> tuple[str, ...] | str:
    """What it will hang on: any number of causes, or back."""
    voice.gap()
    voice.say("What will decide it? One or more, with commas between them.")
    voice.numbered(map(_meant, form.because))
    while True:
        answer = voice.ask(f"It will hang on (1 to {len(form.because)}, Enter for none of these, {HELP} for help):")
        if answer.lower() == BACK:
            return BACK
        parts = [part.strip() for part in answer.split(",") if part.strip()]
        found = [named(part, form.because) for part in parts]
        if all(found):
            return tuple(dict.fromkeys(found))
        odd = parts[found.index("")]
        voice.say(helped(Question("", form.because, keys=KEYS)) if odd == HELP else not_understood(odd, form.because))


def _reason(voice: Voice) -> str:
    """One line; left empty it is asked for once more."""
    voice.gap()
    for more in ("", " A few words will do; Enter alone leaves it empty."):
        voice.say(more)
        answer = voice.ask(WHY)
        while answer == HELP:
            voice.say(f"Nobody grades it; the debrief sets it beside what came. {BACK} {KEYS[BACK]}.")
            answer = voice.ask(WHY)
        if answer:
            return BACK if answer.lower() == BACK else answer
    return ""

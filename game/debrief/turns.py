"""The decisions of both sides turn by turn: what was done and why, what came of it, what each side knew then."""

from collections.abc import Iterator
from typing import NamedTuple

from game.debrief.because import hung_on, why
from game.debrief.citing import cited, told
from game.debrief.material import Choice, Material, aims_at
from game.debrief.model import EventTold, OtherSide, Recorded, Seen, TakenBack, Turn
from game.debrief.moves_in_words import move_in_words
from game.debrief.wording import FLAGS, NAMES, capped, day_of, spoken, state_in_words
from game.play.game import Chose, Drew, Entry, Game, HandedOver, Prediction, WentBack, came
from game.play.happened import Happened
from game.play.table import other
from game.rules.moves import Act
from game.rules.words import NOBODY
from game.scenario.model import Event

NO_PREDICTION = Prediction("")
NOT_ASKED = "Nothing was asked of it."


class Said(NamedTuple):
    """What a player said with a choice."""

    reason: str
    predicted: Prediction


def turns_of(material: Material) -> tuple[Turn, ...]:
    """Every decision that stands, in order."""
    said = said_by(material.game)
    return tuple(_turn(material, at, said) for at in range(len(material.choices)))


def said_by(game: Game) -> dict[str, Said]:
    """Reasons and predictions by decision."""
    chosen = [turn.chose for turn in game.turns if isinstance(turn.chose, Chose)]
    return {chose.decision: Said(chose.reason, chose.predicted or NO_PREDICTION) for chose in chosen}


def _turn(material: Material, at: int, said: dict[str, Said]) -> Turn:
    choice = material.choices[at]
    decision, option = choice.decision, choice.option
    number = material.numbers[decision.id]
    own = next(h for h in choice.happened if h.item == decision.id)
    came_of_it = _came(material, decision.id)
    found, left = choice.before.state, choice.after.state
    return Turn(
        number=number,
        round=decision.round,
        decision=decision.id,
        title=decision.title,
        date=day_of(decision.date),
        by=decision.by,
        own=decision.by in material.sides,
        person=material.game.is_person(decision.by),
        option=option.id,
        label=option.label,
        does="; ".join(move_in_words(option.move, material.course, choice.before, decision.by)),
        kind=own.kind,
        reason=said[decision.id].reason,
        expects=said[decision.id].predicted.expects,
        because=said[decision.id].predicted.because,
        came=came_of_it,
        hung_on=hung_on(material, choice),
        due=own.due or "",
        flags=tuple(FLAGS[flag] for flag in _flags(material, choice, own)),
        why=why(material, choice, own),
        knew=_seen(material, at, decision.by),
        other_knew=_seen(material, at, other(decision.by)),
        other=_other_side(material, at, said),
        changes=tuple(line for line in material.trace if line.turn == number and line.worked),
        events=tuple(_events(material, choice)),
        frustration=(found.home.frustration, left.home.frustration),
        standing=(found.home.standing, left.home.standing),
        historical=option.historical,
        foil=option.foil,
    )


def _came(material: Material, decision: str) -> str:
    """What a prediction of this turn is held against."""
    game = material.game
    turn = next(t for t in game.turns if isinstance(t.chose, Chose) and t.chose.decision == decision)
    return came(turn, game.log) or ""


def _flags(material: Material, choice: Choice, own: Happened) -> Iterator[str]:
    """The flags of this turn's move, of what answered it and of what happened on the way, each once.

    What an answer leads to stands at the offer that it answers.
    """
    answers = [h for _, h in material.log if h.answers == own.item]
    following = [h for c in material.choices if any(h in answers for h in c.happened) for h in c.happened]
    leaks = [h for h in following if "leaked" in h.flags]
    found = [*(h for h in choice.happened if h is not own or own.kind != "answer"), *answers, *leaks]
    yield from dict.fromkeys(flag for h in found for flag in h.flags)


def _events(material: Material, choice: Choice) -> Iterator[EventTold]:
    """What nobody chose, after this choice and before the next."""
    for happened in choice.happened:
        event = told_event(material, happened)
        if event is not None:
            yield event


def told_event(material: Material, happened: Happened) -> EventTold | None:
    """An event that happened, as it was told; None for anything else."""
    if happened.kind == "close" or happened.answers:
        return None
    item = material.course.scenario.play[material.course.scenario.index(happened.item)]
    return told(item, material.course.scenario.common) if isinstance(item, Event) else None


# --- what each side knew -------------------------------------------------------------------------------------


def _seen(material: Material, at: int, capital: str) -> Seen:
    """What a capital had before it at a turn: the facts of its last decision so far, the state, what was hidden."""
    scenario, choice = material.course.scenario, material.choices[at]
    own = [c.decision for c in material.choices[: at + 1] if c.decision.by == capital]
    facts = own[-1].known_then if own else ()
    stood = state_in_words(choice.before.state, scenario.fields)
    return Seen(capital, cited(facts, scenario.common), stood, tuple(_hidden(material, at, capital)))


def _hidden(material: Material, at: int, capital: str) -> Iterator[str]:
    """What a capital could not see: the other's secret acts that had not come out."""
    out = _found_out(material, at)
    for choice in material.choices[:at]:
        move = choice.option.move
        secret = isinstance(move, Act) and move.visibility == "secret"
        if secret and choice.decision.by != capital and choice.decision.id not in out:
            yield f"{choice.option.label} (kept secret until then)"


def _found_out(material: Material, at: int) -> set[str]:
    """The decisions whose secret acts had come out before a turn."""
    play = material.course.scenario.play
    happened = {h.item for choice in material.choices[:at] for h in choice.happened}
    return {item.of for item in play if isinstance(item, Event) and item.of and item.id in happened}


def _other_side(material: Material, at: int, said: dict[str, Said]) -> OtherSide:
    """The other capital at the same turn: what it did about it, and how it stood then."""
    choice = material.choices[at]
    capital = other(choice.decision.by)
    did, decision = _did(material, at, capital)
    state = choice.before.state
    reason = said[decision].reason if decision in said else ""
    aims = aims_at(material.course, state, capital)
    return OtherSide(capital, did, reason, state.home.frustration, state.home.standing, aims)


def _did(material: Material, at: int, capital: str) -> tuple[str, str]:
    """What a capital did in the exchange that a turn belongs to, else what it did before the next turn; and where."""
    choice = material.choices[at]
    own = next(h for h in choice.happened if h.item == choice.decision.id)
    subject = own.answers or own.item
    exchange = [h for _, h in material.log if h.by == capital and subject in (h.item, h.answers)]
    if exchange:
        return _said_of(material, exchange[-1])
    following = material.choices[at + 1 : at + 2]
    if following and following[0].decision.by == capital:
        return following[0].option.label, following[0].decision.id
    return NOT_ASKED, ""


def _said_of(material: Material, happened: Happened) -> tuple[str, str]:
    """An answer by its option, or by what the rules did in its place."""
    if happened.option is None:
        return f"{capped(spoken(happened.how or happened.kind))}, by the rules: nobody was asked", ""
    decision = material.course.scenario.decision(happened.item)
    option = decision.option(happened.option) if decision else None
    return (option.label if option else happened.option), happened.item


# --- the record ----------------------------------------------------------------------------------------------


def taken_back(material: Material) -> tuple[TakenBack, ...]:
    """The choices that were undone, in the order in which they were made."""
    return tuple(_taken_back(material, chose) for chose in material.game.undone())


def _taken_back(material: Material, chose: Chose) -> TakenBack:
    title, label = _names(material, chose.decision, chose.option)
    instead = next((c.option.label for c in material.choices if c.decision.id == chose.decision), "")
    return TakenBack(title, label, chose.reason, (chose.predicted or NO_PREDICTION).expects, instead)


def record(material: Material) -> tuple[Recorded, ...]:
    """Every entry of the game in the order in which it was made, for both sides."""
    return tuple(_recorded(material, entry) for entry in material.game.entries)


def _recorded(material: Material, entry: Entry) -> Recorded:
    match entry:
        case Chose():
            title, label = _names(material, entry.decision, entry.option)
            predicted = entry.predicted or NO_PREDICTION
            return Recorded(entry.by, f"{title} – {label}", entry.reason, predicted.expects, predicted.because)
        case Drew():
            return Recorded(NOBODY, f"Chance: {'it leaked' if entry.leaked else 'nothing leaked'}")
        case WentBack():
            return Recorded(_by(material, entry.to), f"Went back to: {_names(material, entry.to, '')[0]}")
        case HandedOver():
            return Recorded(NOBODY, f"The keyboard passed to {NAMES.get(entry.to, entry.to)}")


def _by(material: Material, decision_id: str) -> str:
    decision = material.course.scenario.decision(decision_id)
    return decision.by if decision else NOBODY


def _names(material: Material, decision_id: str, option_id: str) -> tuple[str, str]:
    """The title of a decision and the label of an option; their ids where the case no longer has them."""
    decision = material.course.scenario.decision(decision_id)
    option = decision.option(option_id) if decision else None
    return (decision.title if decision else decision_id), (option.label if option else option_id)

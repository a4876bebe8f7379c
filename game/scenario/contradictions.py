"""Marks that cannot both be right: the rules would reckon with either, and nobody would notice.

Each check is told at the very mark. All are warnings: the rules can reckon with any marks, so the case can be played.
"""

from game.reading.diagnostics import Faults, quoted
from game.reading.forms import Form
from game.reading.places import Scalar, Table, Value, items_in
from game.rules.moves import Act, Answer, Entry, Offer
from game.rules.words import CAPITALS
from game.scenario.references import options_of

WASHINGTON, MEXICO_CITY = CAPITALS
STANDING_BODY = 2
MARK_OF_CLASS = {"abduction": "soil", "command": "rank", "verdict": "rank"}
"""What an act of a class is by its meaning: whoever is abducted is taken from the other's soil."""
IN_PLAIN_VIEW = ("verdict", "border-closing", "barrier", "aid-condition")
"""Classes of acts that the other capital cannot fail to see."""
OF_WASHINGTON = ("drops_claim", "withdraws", "shares")
"""What only Washington can bring: the accusation, the act that harms, its own part of the trade."""
CONCESSIONS = ("gives", *OF_WASHINGTON)


def check_act(form: Form, act: Act) -> None:
    """The marks of an act, or of an incident, held against one another."""
    secret = act.visibility == "secret"
    if secret and act.warned:
        message = "an act that the other government does not know of has not been announced to it"
        form.faults.warning(form.place_of("warned"), "secret-warned", message, "warned: no, or another visibility")
    if secret and act.mooted:
        message = "what is only proposed is said to somebody, so it is not secret"
        form.faults.warning(form.place_of("mooted"), "secret-proposal", message, "visibility: open or quiet")
    if act.mooted and act.yields:
        message = "what is only proposed brings nothing in"
        form.faults.warning(form.place_of("yields"), "proposal-yields", message, "yields: 0, or mooted: no")
    if secret and act.incident:
        message = "nobody answers a secret, so this incident does nothing"
        expected = "open or quiet; a secret act comes out by a discovery"
        form.faults.warning(form.place_of("visibility"), "secret-incident", message, expected)
    _check_classes(form, act)


def _check_classes(form: Form, act: Act) -> None:
    """What the classes of an act say, held against its marks."""
    place = form.place_of("does")
    for name, mark in MARK_OF_CLASS.items():
        if name in act.does and not getattr(act, mark):
            form.faults.warning(place, "mark-missing", f"{name} is an act that has the mark {mark}", f"{mark}: yes")
    if "unannounced-operation" in act.does and act.warned:
        message = "an unannounced operation has not been announced"
        form.faults.warning(form.place_of("warned"), "warned-unannounced", message, "warned: no, or another class")
    if act.visibility == "secret":
        for name in (name for name in IN_PLAIN_VIEW if name in act.does):
            message = f"{name} is seen by everybody and cannot be secret"
            form.faults.warning(form.place_of("visibility"), "secret-in-view", message, "visibility: open")
    if "barrier" in act.does and act.needs:
        message = "a barrier needs nobody's help, and needs is yes unless no is written"
        form.faults.warning(form.place_of("needs") if "needs" in form else place, "barrier-needs", message, "needs: no")


def check_offer(form: Form, offer: Offer, by: str, entry: Entry | None) -> None:
    """What an offer brings, held against who makes it and what it would sign (``entry``)."""
    if by == MEXICO_CITY:
        for key in (key for key in OF_WASHINGTON if getattr(offer, key)):
            message = f"{key} is for Washington to bring, and it does so in its answer to Mexico City's offer"
            form.faults.warning(form.place_of(key), "of-washington", message, f"{key} in an answer of {WASHINGTON}")
    if not (offer.talks or offer.builds or offer.gives or offer.signs or any(getattr(offer, k) for k in OF_WASHINGTON)):
        expected = "talks, builds, gives, signs, shares, drops_claim or withdraws"
        form.faults.warning(form.place, "empty-offer", "this offer brings nothing", expected)
    if entry and entry.body and offer.builds < STANDING_BODY:
        message = f"{quoted(entry.id)} is a standing body, and the offer does not build one"
        form.faults.warning(form.place_of("signs"), "body-unbuilt", message, f"builds: {STANDING_BODY}")


def check_answer(form: Form, answer: Answer) -> None:
    """A refusal that gives something away."""
    for key in (key for key in CONCESSIONS if not answer.level and getattr(answer, key)):
        message = f"a refusal brings nothing, so {key} has no place in it"
        form.faults.warning(form.place_of(key), "refusal-gives", message, "level: token or level: real")


def check_consents(play: Value | None, faults: Faults) -> None:
    """Consent is for a later act of Washington in the field; without one it is given for nothing."""
    items = items_in(play)
    for position, item in enumerate(items):
        for option in options_of(item):
            field = option.values.get("consent")
            if isinstance(field, Scalar) and field.text not in _fields_of_acts(items[position + 1 :]):
                message = f"no later act of Washington lies in the field {quoted(field.text)}"
                faults.warning(field.place, "idle-consent", message, "an act there, or another option")


def _fields_of_acts(items: tuple[Value, ...]) -> set[str]:
    acts = [option.values.get("act") for item in items for option in options_of(item)]
    fields = [act.values.get("field") for act in acts if isinstance(act, Table)]
    return {field.text for field in fields if isinstance(field, Scalar)}

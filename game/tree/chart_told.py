"""The drawn-together tree as text: a decision a heading, an option a line, history marked with a star."""

from collections.abc import Iterator

from game.debrief import wording
from game.printing.document import Block, Bullets, Document, Heading, Paragraph, Text, bold
from game.rules.words import NOBODY
from game.tree.chart import END, Chart, Choice, Lead, Place
from game.tree.words import not_exhaustive, share

STAR = "★ "
NAMES = {**wording.NAMES, NOBODY: "chance"}
KINDS = {
    "opening": "decides",
    "reply": "replies",
    "answer": "answers",
    "follow": "decides then",
    "chance": "decides",
}


def chart_document(chart: Chart, states: int) -> Document:
    """The tree, decision by decision; ``states`` is how many states were looked at."""
    return Document(
        title=f"{chart.title}: the decision tree",
        subtitle=f"Theory: {chart.theory}",
        running_head=chart.id,
        blocks=tuple(_blocks(chart, states)),
    )


def _blocks(chart: Chart, states: int) -> Iterator[Block]:
    yield Paragraph(
        f"{STAR}marks the path of history. After each option stands how it is received, and what can come next. “Due” "
        "is what the rules expect while the other capital has still to speak. Shares are of games at random.",
        size="small",
    )
    if not chart.whole:
        yield Paragraph(not_exhaustive(states))
    round_ = 0
    for place in chart.places:
        if place.round != round_:
            round_ = place.round
            yield Heading(f"Round {round_}")
        yield Heading(_head(place), level=3)
        yield Bullets(tuple(map(_choice, place.choices)))
    yield Heading("Endings")
    yield Bullets(tuple(f"{ending.name}: {share(ending.share)}" for ending in chart.endings))


def _head(place: Place) -> str:
    star = STAR if place.historical else ""
    often = "" if place.share > 0.9995 else f" ({share(place.share)})"
    title = f". {place.title}" if place.title else ""
    return f"{star}{place.id}: {NAMES[place.by]} {KINDS[place.kind]}{often}{title}"


def _choice(choice: Choice) -> Text:
    label = f" ({choice.label})" if choice.label else ""
    star = STAR if choice.historical else ""
    if not choice.leads:
        return (star, bold(choice.id), f"{label}: can never be chosen")
    return (star, bold(choice.id), f"{label}: {'; or '.join(_lead(lead, choice) for lead in choice.leads)}")


def _lead(lead: Lead, choice: Choice) -> str:
    words = f"{received(lead)}, " if lead.words else ""
    often = f" ({share(lead.share)})" if len(choice.leads) > 1 else ""
    then = "the end" if lead.to == END else lead.to
    star = f" {STAR.strip()}" if lead.historical and len(choice.leads) > 1 else ""
    return f"{words}then {then}{often}{star}"


def received(lead: Lead) -> str:
    """The ways in which an option is received on a lead."""
    words = " or ".join(filter(None, (", ".join(lead.words[:-1]), lead.words[-1]))) if lead.words else ""
    return f"due {words}" if lead.due else words


__all__ = ["NAMES", "STAR", "chart_document", "received"]

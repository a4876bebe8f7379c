"""What nobody could know yet: a text of the play that tells of a later day, or says what the debrief is to reveal."""

import re
from collections.abc import Iterable, Iterator

from game.reading.diagnostics import Faults, quoted
from game.reading.places import Scalar
from game.scenario.names import MONTHS
from game.scenario.texts import IN_PLAY, Text

DATE = re.compile(
    rf"(?<![\d,.$€£@-])(?:(?P<day>\d{{1,2}})\s+)?(?:(?P<month>{'|'.join(MONTHS)})\s+)?(?P<year>1[89]\d\d|20\d\d)"
    r"(?![\d%@-]|[,.]\d)"
)
PLANNED = re.compile(r"\b(?:by|until|till|before)\s+(?:the\s+end\s+of\s+)?$", re.IGNORECASE)
"""Words before a date that make it a plan of the time: a government may well speak of a later year."""
FIGURE = re.compile(r"(?<![\w@.,])[$€£]?\d(?:[\d,.]*\d)?(?:\s*(?:%|per\s+cent|million|billion))?(?![\w@])")
LARGE = 100
"""Smaller numbers stand everywhere; the same twelve need not be the same twelve."""
RUN = 6
"""So many words in a row are the same sentence."""
WORD = re.compile(r"\w+")


def check_knowledge(texts: Iterable[Text], faults: Faults) -> None:
    """Warn of later dates, and of what stands under ``known_now``, in whatever is read before the debrief."""
    told = list(texts)
    later = [text.value for text in told if text.kind == "known_now"]
    for text in told:
        if text.kind in IN_PLAY and text.when:
            _check_dates(text, faults)
        if text.kind in IN_PLAY:
            _check_revealed(text.value, later, faults)


def _check_dates(text: Text, faults: Faults) -> None:
    now = tuple(map(int, re.findall(r"\d+", text.when)))
    source = text.value.source
    for found in DATE.finditer(source):
        then = _when(found)
        if then[: len(now)] > now[: len(then)] and not PLANNED.search(source[: found.start()]):
            message = f"{quoted(' '.join(found[0].split()))} comes after {text.when}, when this is read"
            faults.warning(text.value.place_at(found.start()), "later-date", message, "what was known then")


def _when(match: re.Match[str]) -> tuple[int, ...]:
    """A date as numbers, as far as it goes: year, month, day."""
    if not match["month"]:
        return (int(match["year"]),)
    when = int(match["year"]), MONTHS.index(match["month"]) + 1
    return (*when, int(match["day"])) if match["day"] else when


def _check_revealed(value: Scalar, later: list[Scalar], faults: Faults) -> None:
    for known in later:
        spans: list[tuple[int, int]] = []
        for words in (*_runs(value.text, known.text), *_figures(value.text, known.text)):
            pattern = re.compile(r"(?<!\w)" + r"\W+".join(map(re.escape, WORD.findall(words))) + r"(?!\w)")
            for found in pattern.finditer(value.source):
                if not any(first <= found.start() < last for first, last in spans):
                    spans.append(found.span())
                    said = (
                        f"{quoted(' '.join(found[0].split()))} stands under known_now too, on line {known.place.line}"
                    )
                    place = value.place_at(found.start())
                    faults.warning(place, "known-later", f"{said}: it is for the debrief", "what was known then")


def _figures(text: str, known: str) -> Iterator[str]:
    """Large figures that stand in both; years are told apart by their dates."""
    ours = {_plain(found): found for found in FIGURE.findall(text)}
    theirs = {_plain(found) for found in FIGURE.findall(known)}
    for plain, figure in ours.items():
        digits = re.sub(r"\D", "", plain)
        large = int(digits) >= LARGE and not re.fullmatch(r"1[89]\d\d|20\d\d", plain)
        if plain in theirs and (large or plain != digits):
            yield figure


def _plain(figure: str) -> str:
    return re.sub(r"\s+", " ", figure).replace(",", "").lstrip("$€£")


def _runs(text: str, known: str) -> Iterator[str]:
    """The longest runs of words that stand in both."""
    words = WORD.findall(text)
    theirs = f" {' '.join(WORD.findall(known.casefold()))} "
    at = 0
    while at + RUN <= len(words):
        end = at + RUN
        if f" {' '.join(words[at:end]).casefold()} " not in theirs:
            at += 1
            continue
        while end < len(words) and f" {' '.join(words[at : end + 1]).casefold()} " in theirs:
            end += 1
        yield " ".join(words[at:end])
        at = end

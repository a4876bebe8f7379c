"""Words that blame. Both capitals sit in one classroom, and each must find its own case put fairly."""

import re
from collections.abc import Iterable
from dataclasses import replace

from game.reading.diagnostics import Faults, quoted
from game.reading.places import Scalar
from game.scenario.texts import Text

BLAMING = {
    r"corrupt\s+(?:regime|government|country|state)": "who was charged with what",
    r"puppet(?:s|\s+(?:regime|government))?": "government, and who pressed it",
    r"failed\s+state": "what the state could not do",
    r"narco-?\s?state": "what the state could not do",
    r"cowardl?y?|cowardice": "what was done, and what was not",
    r"bull(?:y|ied|ies|ying)": "press, demand",
    r"blackmail(?:s|ed|ing)?": "press, make conditions",
    r"inva(?:sion|sions|ded|des|ding)": "enter without consent",
    r"aggress(?:ion|or|ors)": "act alone",
    r"meddl(?:e|es|ed|ing)": "act inside the other country",
    r"imperialis[mt]s?": "what was demanded",
    r"arrogan(?:t|tly|ce)": "without asking",
    r"hypocri(?:sy|te|tes|tical)": "said one thing and did another",
    r"humiliat(?:e|es|ed|ing|ion)": "expose in public",
    r"betray(?:s|ed|al|als)?": "did not tell, did not keep its promise",
    r"capitulat(?:e|es|ed|ion)": "give way",
    r"grovel(?:s|led|ling)?": "give way",
    r"shame(?:ful|fully|less|lessly)": "what was said about it at the time",
    r"disgrace(?:ful|fully)?": "what was said about it at the time",
    r"outrageous(?:ly)?": "what was said about it at the time",
    r"incompeten(?:t|ce)": "what went wrong",
    r"lawless(?:ness)?": "which law was not kept",
    r"barbar(?:ic|ous|ity)": "what was done",
    r"backward(?:ness)?": "what was missing",
    r"thug(?:s|gish)?": "who they were",
    r"so-called": "the name alone",
    r"illegals|illegal\s+(?:aliens?|immigrants?)": "people without papers",
}
"""Patterns of words that take a side, and what to write in their place."""

SPOKEN = ("says",)
"""Texts that are somebody's own words already: an adviser may take a side."""
WORDS = re.compile("|".join(rf"(?P<w{n}>\b(?:{pattern})\b)" for n, pattern in enumerate(BLAMING)), re.IGNORECASE)
IN_QUOTES = re.compile(r"“[^”]*”|«[^»]*»|‘[^’\n]*’(?!\w)|\\\"[^\"]*\\\"")
IN_PLAIN_QUOTES = re.compile(r'"[^"]*"')
PROPOSED = tuple(BLAMING.values())


def check_wording(texts: Iterable[Text], faults: Faults) -> None:
    """Warn of words that blame, unless they stand in quotes and so are somebody's own."""
    for text in texts:
        if text.kind not in SPOKEN and WORDS.search(text.value.text):
            for words, place in _unquoted(text.value).places_of(WORDS):
                message = f"{quoted(words)} takes a side, and both capitals read it"
                faults.warning(place, "blaming", message, f"in neutral words: {_neutral(words)}; or in quotes")


def _neutral(words: str) -> str:
    """What to write in place of these words."""
    found = WORDS.fullmatch(words)
    return PROPOSED[int((found.lastgroup or "w0")[1:])] if found else ""


def _unquoted(value: Scalar) -> Scalar:
    """The text with blanks in place of what stands in quotes; YAML's own quotes are none."""
    source = IN_QUOTES.sub(_blank, value.source)
    if not source.startswith('"'):
        source = IN_PLAIN_QUOTES.sub(_blank, source)
    return replace(value, source=source)


def _blank(found: re.Match[str]) -> str:
    return re.sub(r"\S", " ", found[0])

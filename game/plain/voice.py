"""What is said and what is asked: paragraphs, lists, and one question at a time, answered by a line.

It knows no game. Everything it says is text of ours or of a file that was read; what a person typed is made
harmless before it is used or said back.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields, is_dataclass, replace
from shutil import get_terminal_size
from textwrap import wrap
from typing import TextIO, TypeVar, cast
from unicodedata import normalize

from game.debrief.wording import spoken
from game.printing import text
from game.printing.document import Block, Document, WritingLines
from game.reading.characters import clean
from game.reading.diagnostics import nearest
from game.rules.words import OFFER_RECEPTIONS, RECEPTIONS
from game.sitting.signs import marked

WIDEST = 78
NARROWEST = 20
MUCH = 40
"""Empty lines that push what the other saw off the screen."""
HELP = "?"
SIGNED = (*RECEPTIONS, *OFFER_RECEPTIONS)


class NobodyAnswers(EOFError):
    """The input is at its end: the pipe is empty, or the terminal was closed."""


class Leaving(Exception):
    """The player leaves the game for the first question."""


@dataclass(frozen=True, slots=True)
class Question:
    """A question with its answers, each by number or by word; and the keys that do something else."""

    prompt: str
    names: Sequence[str]
    labels: Sequence[str] = ()
    """What is read out for each, where that has not been said yet."""
    default: str = ""
    """What Enter alone means."""
    keys: Mapping[str, str] = field(default_factory=dict)
    """Key and what it does."""
    asking: str = ""
    """The key that takes a word behind it."""
    first: int = 1
    """The number of the first answer."""


class Voice:
    """One person at a keyboard, or a pipe."""

    def __init__(self, source: TextIO | None, target: TextIO | None) -> None:
        """Listen to one stream and speak to another; a program without a console has none."""
        self.source, self.target = source, target
        self.width = WIDEST
        if target is not None and target.isatty():
            self.width = min(max(get_terminal_size().columns - 1, NARROWEST), WIDEST)

    # --- saying ----------------------------------------------------------------------------------------------

    def say(self, *paragraphs: str) -> None:
        """Paragraphs, wrapped; nothing for one that is empty."""
        for paragraph in paragraphs:
            for line in paragraph.strip().split("\n") if paragraph.strip() else ():
                self._write("\n".join(wrap(line, self.width, break_on_hyphens=False)) + "\n")

    def line(self, line: str) -> None:
        """One line as it is: one that ends in a path is there to be copied."""
        self._write(f"{line}\n")

    def head(self, heading: str) -> None:
        """A heading between empty lines."""
        self._write("\n")
        self.say(heading)
        self._write("\n")

    def gap(self) -> None:
        """An empty line."""
        self._write("\n")

    def items(self, items: Iterable[str], sign: str = "-") -> None:
        """A list without order."""
        for item in items:
            self.say(f"{sign} {item}")

    def numbered(self, items: Iterable[str], first: int = 1) -> None:
        """A list with numbers."""
        for number, item in enumerate(items, first):
            self.say(f"{number}. {item}")

    def read_out(self, title: str, blocks: Iterable[Block]) -> None:
        """Blocks as the printout in text sets them, without its room to write."""
        kept = tuple(without_signs(block) for block in blocks if not isinstance(block, WritingLines))
        self._write("\n" + text.render(Document(title, kept)) + "\n")

    def clear(self) -> None:
        """Push what was said out of sight."""
        self._write("\n" * MUCH)

    def _write(self, words: str) -> None:
        if self.target is not None:
            self.target.write(words)

    # --- asking ----------------------------------------------------------------------------------------------

    def ask(self, prompt: str) -> str:
        """One line of answer, harmless and without the blanks around it. Raises NobodyAnswers."""
        self._write(f"{prompt} ")
        if self.target is not None:
            self.target.flush()
        line = self._heard()
        if not line:
            raise NobodyAnswers
        answer = normalize("NFC", clean(line)).strip()
        if self.source is not None and not self.source.isatty():
            self._write(f"{answer}\n")  # nobody has seen it typed
        return answer

    def _heard(self) -> str:
        """The next line; nothing where the input is at its end, or its terminal was closed."""
        try:
            return self.source.readline() if self.source is not None else ""
        except (OSError, ValueError):
            return ""

    def choose(self, question: Question) -> str:
        """One of the names of a question, or one of its keys."""
        self.numbered(question.labels, question.first)
        while True:
            answer = self.ask(_prompted(question))
            if not answer and question.default:
                return question.default
            if is_key(answer, question):
                return answer.lower()
            if found := named(answer, question.names, question.first):
                return found
            self.say(helped(question) if answer == HELP else not_understood(answer, question.names, question.first))


T = TypeVar("T")


def without_signs(value: T) -> T:
    """Any part of a document with its words alone: a screen reader would read their signs out as well."""
    if isinstance(value, str):
        words: str = value
        for word in SIGNED:
            words = words.replace(marked(word), spoken(word))
        return cast("T", words)
    if isinstance(value, tuple):
        return cast("T", tuple(map(without_signs, value)))
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{part.name: without_signs(getattr(value, part.name)) for part in fields(value)})
    return value


def is_key(answer: str, question: Question) -> bool:
    """Is an answer a key, alone or with a word behind it?"""
    key, _, word = answer.lower().partition(" ")
    return key in question.keys and (not word or key == question.asking)


def _prompted(question: Question) -> str:
    count, default = len(question.names), question.default
    if count == 1 and default:
        return f"{question.prompt} (Enter, {HELP} for help):"
    first, last = question.first, question.first + count - 1
    which = str(last) if count == 1 else f"{first} to {last}"
    enter = f", Enter for {spoken(default)}" if default else ""
    return f"{question.prompt} ({which}{enter}, {HELP} for help):"


def helped(question: Question) -> str:
    """What can be answered."""
    keys = "; ".join(f"{key} {does}" for key, does in question.keys.items())
    return f"Answer with a number, or with its word.{f' Or: {keys}.' if keys else ''}"


def named(answer: str, names: Sequence[str], first: int = 1) -> str:
    """The name that a number or a word means; empty if none."""
    if answer.isascii() and answer.isdigit():
        at = int(answer) - first if len(answer) < 4 else -1
        return names[at] if 0 <= at < len(names) else ""
    word = answer.lower().replace("-", " ")
    return next((name for name in names if word and name.lower().replace("-", " ") == word), "")


def not_understood(answer: str, names: Sequence[str], first: int = 1) -> str:
    """What is to be said to an answer that means nothing here."""
    if not answer:
        return "Answer with a number."
    near = nearest(answer, names)
    shown = answer if len(answer) <= 40 else f"{answer[:39]}…"
    hint = f" Did you mean {spoken(near)}?" if near else ""
    return f"“{shown}” is none of these.{hint} Answer with a number from {first} to {first + len(names) - 1}."

"""Where theories lie: those that come with the game, and anybody's own."""

from dataclasses import replace
from functools import cache
from importlib.resources import files
from pathlib import Path

from game.reading.diagnostics import Diagnostic, Faults, Unreadable
from game.reading.files import Document, digest, text_of_file
from game.reading.places import Table, Value, read_text
from game.rules.theory import Theory
from game.theories.names import DEFAULT, RIVALS, SHIPPED
from game.theories.read import Citing, as_written, theory_in

__all__ = ["DEFAULT", "RIVALS", "SHIPPED", "check_theory", "parse", "read_theory", "shipped", "shipped_path"]


def shipped(name: str = DEFAULT) -> Theory:
    """A theory that comes with the game, by name. Raises FileNotFoundError if there is none of that name."""
    return _remembered(name)


@cache
def _remembered(name: str) -> Theory:
    return parse(shipped_text(name), f"{name}.yaml")


def shipped_path(name: str = DEFAULT) -> Path:
    """The file of a shipped theory."""
    return Path(str(files("game.theories"))) / f"{name}.yaml"


def shipped_text(name: str = DEFAULT) -> str:
    """The file of a shipped theory, as it stands. Raises FileNotFoundError if there is none of that name."""
    return shipped_path(name).read_text(encoding="utf-8")


def parse(text: str, file: str = "a theory") -> Theory:
    """A theory from the text of its file, whose name its faults carry. Raises Unreadable for them."""
    faults = Faults()
    root = read_text(text, file, faults)
    theory = None if root is None else theory_in(Document(root, digest(text)), faults, shipped)
    return _sound(theory and replace(theory, text=text), faults)


def read_theory(path: Path, cites: Citing = as_written) -> Theory:
    """The theory of a file. Raises Unreadable for its faults."""
    faults = Faults()
    return _sound(_read(path, faults, cites)[0], faults)


def check_theory(path: Path, cites: Citing = as_written) -> tuple[Theory | None, Value | None, list[Diagnostic]]:
    """The theory of a file, None if it has errors; its values, for further questions of where; all that is wrong."""
    faults = Faults()
    theory, root = _read(path, faults, cites)
    return None if faults.broken else theory, root, faults.listed()


def _read(path: Path, faults: Faults, cites: Citing) -> tuple[Theory | None, Value | None]:
    text = text_of_file(path, faults)
    root = None if text is None else read_text(text, str(path), faults)
    if text is None or root is None:
        return None, None
    theory = replace(theory_in(Document(root, digest(text)), faults, shipped, cites), text=text)
    if not faults.broken:
        _warn_of_taken_id(theory, root, faults)
    return theory, root


def _warn_of_taken_id(theory: Theory, root: Value, faults: Faults) -> None:
    """Games are kept with the id of their theory: under that of a shipped one they are opened under the shipped one."""
    if theory.id in SHIPPED and theory.digest != shipped(theory.id).digest and isinstance(root, Table):
        message = f"{theory.id} is the id of a theory that comes with the game, and this is another"
        faults.warning(root.values["id"].place, "taken-id", message, "an id of its own")


def _sound(theory: Theory | None, faults: Faults) -> Theory:
    if theory is None or faults.broken:
        raise Unreadable(faults.listed())
    return theory

"""Which theory is played, in a word, where it is not the one that everybody takes it to be."""

from game.rules.theory import Theory
from game.theories.load import shipped
from game.theories.names import DEFAULT, SHIPPED


def named_rival(theory: Theory) -> str:
    """The title of a theory that is not the game's own; nothing for that."""
    return "" if theory.id == DEFAULT else theory.title


def told_rival(theory: Theory) -> str:
    """The same as a sentence."""
    name = named_rival(theory)
    return f"The rules are those of another theory: {name}." if name else ""


def begun_under(theory: str, sitting: Theory) -> str:
    """The title of the theory, given by its id, under which a kept game goes on, if the sitting plays another."""
    return shipped(theory).title if theory in SHIPPED and theory != sitting.id else ""

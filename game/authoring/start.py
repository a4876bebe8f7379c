"""A case to start from: small, complete and playable, with a comment wherever a newcomer asks."""

from importlib.resources import files

TEMPLATE = "template.yaml"
TITLE = "The Flower Bridge"


def start_of(case: str, title: str = "") -> str:
    """The text of a new case of that id; its title is the template's unless one is given."""
    text = files("game.authoring").joinpath(TEMPLATE).read_text(encoding="utf-8")
    given = _quoted(title) if title else TITLE
    return text.replace("{id}", case).replace("{title}", given).replace("{file}", f"{case}.yaml")


def _quoted(title: str) -> str:
    """A title as YAML takes it, whatever stands in it."""
    escaped = title.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'

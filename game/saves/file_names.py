"""Names for files, made of words that people chose: every system takes them, and none leads to another folder."""

from unicodedata import category, normalize

LONGEST = 150
"""Bytes. File systems take 255; a number and an ending still have to fit."""
DEVICES = frozenset({"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))})
"""Windows opens a device instead of a file of such a name, whatever its ending."""


def file_name(*words: str) -> str:
    """The words with hyphens between them: letters and digits of all scripts stay, all else becomes a hyphen."""
    text = normalize("NFC", "-".join(words))
    kept = "".join(c if category(c)[0] in "LMN" else " " for c in text)
    name = "-".join(kept.split()).encode()[:LONGEST].decode(errors="ignore").strip("-")
    return f"game-{name}".rstrip("-") if not name or name.lower() in DEVICES else name

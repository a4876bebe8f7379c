"""What is remembered between sittings: the colours, nothing about anybody. Losing it loses nothing."""

from contextlib import suppress
from pathlib import Path

from platformdirs import user_config_path


def _path() -> Path:
    return user_config_path("two-capitals") / "settings"


def known() -> dict[str, str]:
    """What is remembered, by name."""
    try:
        lines = _path().read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return {}
    return {name.strip(): value.strip() for name, _, value in (line.partition(":") for line in lines) if value}


def remember(name: str, value: str) -> None:
    """Remember one thing, if the disk lets us."""
    lines = "".join(f"{key}: {text}\n" for key, text in (known() | {name: value}).items())
    with suppress(OSError):
        _path().parent.mkdir(parents=True, exist_ok=True)
        _path().write_text(lines, encoding="utf-8")

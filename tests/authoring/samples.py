"""For every code a sample that draws it, told by the program itself: what docs/diagnostics.md shows.

A sample is made in a folder of its own and told by the command that a person would type.
"""

import io
import json
import os
import re
import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from typing import NamedTuple
from unittest.mock import patch

from hostile import HOSTILE
from play import made
from small_case import DATA

from game.cli import main
from game.saves.save_file import Header, header_text
from game.theories.load import shipped_text
from game.tree import warnings

BROKEN = Path(__file__).parents[1] / "scenario" / "broken"
FAULT = re.compile(r"^(?P<place>.*?:\d+:\d+): (?P<severity>error|warning): .* \[(?P<code>[a-z0-9-]+)\]$")
COLUMNS = "96"


class Told(NamedTuple):
    """One fault as it is told, with the excerpt below it."""

    code: str
    severity: str
    lines: tuple[str, ...]


class Sample(NamedTuple):
    """A fault that a sample draws, with what the sample is: a file of the tests, or some words about it."""

    told: Told
    link: str = ""
    about: str = ""
    play: str = ""


def told_by(*words: object) -> list[Told]:
    """What a command says of faults."""
    out, err = io.StringIO(), io.StringIO()
    with patch.dict(os.environ, COLUMNS=COLUMNS), redirect_stderr(err), redirect_stdout(out):
        main([*map(str, words)])
    faults: list[list[str]] = []
    for line in err.getvalue().splitlines():
        if FAULT.match(line):
            faults.append([])
        if faults:
            faults[-1].append(line)
    return [_told(lines) for lines in faults]


def _told(lines: list[str]) -> Told:
    found = FAULT.match(lines[0])
    assert found
    first = lines[0].replace(found["place"], found["place"].rpartition("/")[2], 1)
    return Told(found["code"], found["severity"], (first, *lines[1:]))


def broken(folder: Path) -> Iterator[tuple[Path, list[Told]]]:
    """Every broken file with its faults, those with the fewest first: one that shows one fault alone shows it best."""
    shutil.copytree(DATA / "common", folder / "common")
    told = []
    for path in sorted(BROKEN.glob("*.yaml")):
        shutil.copy(path, folder)
        told.append((path, told_by("check", folder / path.name)))
    yield from sorted(told, key=lambda pair: (len(pair[1]), pair[0].stem not in {t.code for t in pair[1]}))


def samples(folder: Path) -> dict[str, Sample]:
    """By code one sample of each kind of fault."""
    found: dict[str, Sample] = {}
    (folder / "broken").mkdir()
    for path, faults in broken(folder / "broken"):
        for told in faults:
            found.setdefault(told.code, Sample(told, f"../tests/scenario/broken/{path.name}"))
    for name, hostile in HOSTILE.items():
        if hostile.code not in found:
            found[hostile.code] = _made(name, hostile.code, hostile.make, folder)
    for code, (about, make) in OTHERS.items():
        found[code] = _made(about, code, make, folder)
    for code, play in PLAYS.items():
        found[code] = _played(code, play, folder)
    return found


def _made(about: str, code: str, make: Callable[[Path], "Path | list[object]"], folder: Path) -> Sample:
    (place := folder / f"made-{code}").mkdir()
    made_ = make(place)
    told = told_by(*(made_ if isinstance(made_, list) else ["check", made_]))
    return Sample(next(t for t in told if t.code == code), about=about)


# --- what is no text of a scenario ----------------------------------------------------------------------------


def _many_faults(folder: Path) -> Path:
    (folder / "case.yaml").write_text('- "\\e"\n' * 207, encoding="utf-8")
    return folder / "case.yaml"


def _link(folder: Path) -> Path:
    (folder / "mine").mkdir()
    (folder / "mine" / "letter.yaml").symlink_to(DATA / "small-case.yaml")
    return folder / "mine"


def _pack(folder: Path) -> Path:
    shutil.copy(DATA / "small-case.yaml", folder)
    text = "format: 1\ntitle: My cases\ncases: [small-case, smal-case]\n"
    (folder / "pack.yaml").write_text(text, encoding="utf-8")
    return folder / "pack.yaml"


def theory(*changes: tuple[str, str]) -> Callable[[Path], list[object]]:
    """A copy of the papers' theory with something changed in it."""

    def make(folder: Path) -> list[object]:
        text = shipped_text()
        for old, new in changes:
            assert old in text, old
            text = text.replace(old, new, 1)
        (folder / "mine.yaml").write_text(text, encoding="utf-8")
        return ["theory", "check", folder / "mine.yaml"]

    return make


def _no_save(folder: Path) -> list[object]:
    (folder / "game.yaml").write_text("Dear diary\n", encoding="utf-8")
    return ["replay", folder / "game.yaml", "--saves", folder]


def _no_scenario(folder: Path) -> list[object]:
    (folder / "game.yaml").write_text(header_text(Header("lost-case", "washington")), encoding="utf-8")
    return ["replay", folder / "game.yaml", "--saves", folder]


def _no_rule(folder: Path) -> Path:
    text = """format: 1
cases:
  - id: aid-held-back
    title: Aid that did not come
    years: 1992
    by: washington
    kind: omission
    orientation: joint
    purpose: operational
    field: police
    state: {interest: 1, coordination: 1, institution: 1, capacity: 1}
    cite: paradox@P28
"""
    (folder / "mine.yaml").write_text(text, encoding="utf-8")
    return folder / "mine.yaml"


def _beyond_limits(folder: Path) -> list[object]:
    theory(MINE, ("frustration: 5", "frustration: 1"))(folder)
    return ["run", DATA / "small-case.yaml", "--theory", folder / "mine.yaml"]


MINE = ("id: paradox", "id: mine")
TWIN = "    - {id: twin, step: 1, if: [soil], says: again, cite: ours}"
OTHERS: Mapping[str, tuple[str, Callable[[Path], "Path | list[object]"]]] = {
    "more-faults": ("two hundred and seven control characters, one a line", _many_faults),
    "leads-out": ("a link to a case elsewhere", _link),
    "no-such-case": ("pack.yaml lists a case that is not in its folder", _pack),
    "no-rule": ("a case file", _no_rule),
    "unknown-question": ("a question misspelt", theory(MINE, ("if: [soil], card", "if: [soill], card"))),
    "unknown-effect": ("an effect misspelt", theory(MINE, ("{relieved: 1}", "{relived: 1}"))),
    "two-effects": (
        "a brace left out",
        theory(MINE, ("{frustration: -1}, {relieved: 1}", "{frustration: -1, relieved: 1}")),
    ),
    "not-given": (
        "an act asked for what only a pressure gives",
        theory(MINE, ("{frustration: -1}", "{frustration: change}")),
    ),
    "no-answer": (
        "the last line of a table given a question",
        theory(MINE, ("  - {then: stand", "  - {if: [harm], then: stand")),
    ),
    "never-holds": ("a rule that rules itself out", theory(MINE, ("if: [soil], card", "if: [soil, not soil], card"))),
    "same-questions": ("a step written twice", theory(MINE, ("    - {id: breach,", f"{TWIN}\n    - {{id: breach,"))),
    "never-tried": ("a copy under another id", theory(MINE)),
    "taken-id": ("another rule under the old id", theory(("step: -1", "step: -2"))),
    "not-a-save": ("a file that is no saved game", _no_save),
    "no-scenario": ("a saved game whose case has gone", _no_scenario),
    "beyond-limits": ("a case run under a theory whose limit is lower than its start", _beyond_limits),
}


# --- what only playing shows ----------------------------------------------------------------------------------

_HOUSE = """
- decision: house
  round: 1
  by: washington
  options:
    - {id: share, turn: police}
    - {id: wait, historical: yes, wait: yes}
"""
_ALONE = """
- decision: alone
  round: 1
  by: washington
  options:
    - {id: act, act: {field: police, face: yes, yields: 2}}
    - {id: wait, historical: yes, wait: yes}
"""
_STUCK = """
- decision: own-house
  round: 1
  by: mexico-city
  options:
    - {id: none, turn: {police: 0}, cite: ours}
    - {id: wait, wait: yes}
- decision: word
  round: 2
  by: washington
  options:
    - {id: wait, wait: yes}
"""
PLAYS = {
    **dict.fromkeys(("ruled", "twins", "hopeless", "policy", "history", "ending", "size"), _HOUSE),
    **dict.fromkeys(("last-act", "unanswered", "claim"), _ALONE),
    "unvisited": _HOUSE.replace("by: washington", "by: washington\n  if: {police.institution: at least 2}"),
    "never-decision": _HOUSE.replace("by: washington", "by: washington\n  if: {police.institution: at least 2}"),
    "never-option": _HOUSE.replace("turn: police", "turn: police, if: {police.institution: at least 2}"),
    "never-event": _HOUSE
    + "- {id: news, event: trouble, round: 1, cause: the news, if: {police.institution: at least 2}}\n",
    "stuck": _STUCK,
    "tied": _HOUSE.replace("turn: police", "wait: yes"),
}


def _played(code: str, play: str, folder: Path) -> Sample:
    (place := folder / f"played-{code}").mkdir()
    path = place / "made.yaml"
    tree = made.filled(made.as_table(f"play:{play.replace(chr(10), chr(10) + '  ')}"))
    path.write_text(json.dumps(made._numbers(tree)), encoding="utf-8")
    size = warnings.SIZE
    with patch.object(warnings, "SIZE", 1 if code == "size" else size):
        told = next(t for t in told_by("check", path, "--paths", "--no-excerpt") if t.code == code)
    lines = tuple(line.replace("more than 1 ", f"more than {size:,} ") for line in told.lines)
    told = told._replace(lines=lines)
    return Sample(told, about="a case with very many decisions") if code == "size" else Sample(told, play=play)

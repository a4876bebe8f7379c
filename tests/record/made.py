"""A small case file, sound as it stands, for tests that spoil it."""

from pathlib import Path

from game.reading.diagnostics import as_text
from game.record.model import Case
from game.record.read import read_cases, read_coding
from game.scenario.shelf import shipped_common

TEXT = """\
format: 1
cases:
  - id: trap
    title: A trap
    years: 1998
    by: washington
    kind: act
    orientation: unilateral
    purpose: operational
    field: police
    marks: {soil: yes, face: yes, warned: no, demands: none, does: [undercover-work]}
    state: {interest: 1, coordination: 1, institution: 2, capacity: 1, open: [face], bound: [abduction]}
    real: {reception: backlash, then: settle, lever: withhold}
    cite: [paradox@P28, coyote@C38]
    inferred: [needs]
    doubtful: [soil, state.open]
    note: A note.
  - id: letter
    title: A letter
    years: [1998, 1999]
    by: both
    kind: joint
    orientation: joint
    purpose: principled
    field: police
    offer: {by: washington, drops_claim: yes, talks: yes, builds: 1, gives: 0, binds: yes, delivered: partly}
    marks: {feels_more: mexico, harm_north: no}
    state: {interest: 2, coordination: 1, institution: 1, capacity: 1, shut: yes}
    real: {reception: cooperation, binding: yes, lasted: no}
    cite: paradox@P32
    inferred: [offer.gives]
  - id: promise
    title: A promise not kept
    years: 2009
    by: washington
    kind: omission
    orientation: unilateral
    purpose: operational
    field: border
    state: {interest: 2, coordination: 1, institution: 1, capacity: 1}
    scored: no
    unscored: Nobody receives what does not come.
    cite: coyote@C43
"""


def read(text: str, folder: Path, *, whole: bool = True) -> tuple[tuple[Case, ...], list[str]]:
    """The cases of a text, and what is said of it: each fault with its line and column."""
    path = folder / "cases.yaml"
    path.write_text(text, encoding="utf-8")
    cases, found = (read_cases if whole else read_coding)(path, shipped_common()[0])
    return cases, [as_text(fault).removeprefix(f"{path}:") for fault in found]


def spoilt(*changes: tuple[str, str]) -> str:
    """The text with some of it changed, each at its first place."""
    text = TEXT
    for right, wrong in changes:
        assert right in text
        text = text.replace(right, wrong, 1)
    return text

"""A tagged PDF, set by typst: the printout to hand in.

typst is an extra (84 MB, and not to be had for every machine), so it is imported when a PDF is asked for and
not before. The document reaches it as one JSON string: its text is never pasted into typst's source, where a
reason such as ``5 * 3 @home`` would be an error and a loop would be obeyed.
"""

import json
import tempfile
from dataclasses import fields, is_dataclass
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

from game.printing.arrange import NoPdf
from game.printing.clean import cleaned
from game.printing.document import (
    Columns,
    Conditions,
    Document,
    Note,
    Paper,
    Quadrant,
    Sum,
    Table,
    Timeline,
    Turn,
)
from game.printing.figures import bands, conditions_table, sum_table

_CLAIM = "PDF/UA-1 error: "
_PAPERS: dict[Paper, str] = {"letter": "us-letter", "a4": "a4"}


class Pdf(NamedTuple):
    """The file, and what the reader should know about it ("" if nothing)."""

    data: bytes
    notice: str


def render(doc: Document, paper: Paper) -> bytes:
    """Set the document as a PDF: the same bytes for the same document."""
    return typeset(doc, paper).data


def typeset(doc: Document, paper: Paper) -> Pdf:
    """Set the document as a PDF and say what there is to say about it.

    It claims PDF/UA-1 where it can. A character that no font here has forbids that claim: then the file is
    tagged all the same, and the notice says so.
    """
    typst = _typst()
    doc = cleaned(doc)
    inputs = {"d": json.dumps(_data(doc), ensure_ascii=False), "paper": _PAPERS[paper]}
    try:
        return Pdf(_compiled(typst, inputs, ["ua-1"]), "")
    except typst.TypstError as error:
        notice = f"The PDF is tagged but does not claim PDF/UA-1: {error.message.removeprefix(_CLAIM)}."
    return Pdf(_compiled(typst, inputs, []), notice)


def _typst() -> ModuleType:
    try:
        import typst
    except ImportError as error:
        raise NoPdf(
            "A PDF needs the extra 'pdf' (in the checkout: pip install -e '.[pdf]'). "
            "Without it, make the HTML and print it from a browser."
        ) from error
    return typst


def _compiled(typst: ModuleType, inputs: dict[str, str], standards: list[str]) -> bytes:
    """One run of the compiler in an empty folder, so that there is nothing it could read."""
    template = (Path(__file__).parent / "printout.typ").read_bytes()
    with tempfile.TemporaryDirectory() as nothing:
        made: bytes = typst.compile(
            template,
            root=nothing,
            ignore_system_fonts=True,
            sys_inputs=inputs,
            pdf_standards=standards,
            format="pdf",
        )
    return made


def _data(value: object) -> Any:
    """Any part of a document as JSON can hold it; figures that are tables arrive as tables."""
    if isinstance(value, tuple):
        return [_data(part) for part in value]
    if not is_dataclass(value):
        return value
    if isinstance(value, Sum):
        return _data(sum_table(value)) | {"look": "sum"}
    if isinstance(value, Conditions):
        return _data(conditions_table(value)) | {"look": "conditions"}
    parts = {part.name: _data(getattr(value, part.name)) for part in fields(value)}
    reckoned = {name: _data(found) for name, found in _reckoned(value).items()}
    return {"kind": type(value).__name__} | parts | reckoned


def _reckoned(value: object) -> dict[str, object]:
    """Reckon what the template needs beyond the fields, so that no renderer reckons it otherwise."""
    match value:
        case Table():
            return {"look": "table", "align": value.aligned()}
        case Columns():
            return {"shares": value.shares()}
        case Timeline():
            return {"alt": value.alt, "bands": bands(value)}
        case Turn():
            return {"agrees": value.agrees}
        case Quadrant():
            return {"alt": value.alt}
        case Note():
            return {"label": value.marked, "kind": "Note"}
    return {}

"""The PDF: tagged, the same bytes twice, as many pages as were promised, honest about what it lacks."""

import hashlib
import os
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pytest
from printing.reading import in_pdf
from printing.sample import debrief
from printing.sample_card import card
from pypdf import PdfReader

from game.printing import pdf
from game.printing.arrange import NoPdf
from game.printing.document import Document, Paper, Paragraph

ROOT = Path(__file__).parents[2]
SIZES: dict[Paper, tuple[int, int]] = {"letter": (612, 792), "a4": (595, 842)}
PRINT_IT = """
import hashlib
from game.printing import pdf
from printing.sample import debrief
print(hashlib.sha256(pdf.render(debrief(), "letter")).hexdigest())
"""


def opened(doc: Document, paper: Paper = "letter") -> PdfReader:
    return PdfReader(BytesIO(pdf.render(doc, paper)))


def in_another_process(source: str) -> str:
    path = os.pathsep.join([str(ROOT), str(ROOT / "tests")])
    environment = {**os.environ, "PYTHONPATH": path, "PYTHONHASHSEED": "random"}
    done = subprocess.run([sys.executable, "-c", source], env=environment, capture_output=True, text=True, check=True)
    return done.stdout.strip()


@pytest.mark.parametrize("paper", ["letter", "a4"])
def test_a_debrief_takes_two_pages_of_its_paper(paper: Paper) -> None:
    sheets = opened(debrief(), paper).pages
    assert [(round(sheet.mediabox.width), round(sheet.mediabox.height)) for sheet in sheets] == [SIZES[paper]] * 2


@pytest.mark.parametrize("paper", ["letter", "a4"])
def test_a_rules_card_takes_one_page_in_nine_points(paper: Paper) -> None:
    sheets = opened(card(), paper).pages
    sizes: list[float] = []
    sheets[0].extract_text(visitor_text=lambda text, cm, tm, font, size: sizes.append(abs(tm[3] * cm[3]) * size))
    assert len(sheets) == 1
    assert min(size for size in sizes if size) >= 8.99


def test_every_page_says_where_it_is_and_what_it_belongs_to() -> None:
    pages = [page.extract_text() for page in opened(debrief()).pages]
    assert "Page 1 of 2" in pages[0]
    assert "Page 2 of 2" in pages[1]
    assert all("Two Capitals · Debrief · Operation Casablanca" in page for page in pages)
    assert all("This is a model, not the world." in page for page in pages)


def test_the_same_debrief_is_the_same_bytes_in_another_process() -> None:
    here = hashlib.sha256(pdf.render(debrief(), "letter")).hexdigest()
    assert in_another_process(PRINT_IT) == here


def test_it_is_tagged_titled_and_claims_pdf_ua() -> None:
    made = pdf.typeset(debrief(), "letter")
    root = PdfReader(BytesIO(made.data)).trailer["/Root"]
    assert made.notice == ""
    assert root["/MarkInfo"]["/Marked"] == True  # noqa: E712 (pypdf's own kind of true)
    assert root["/Lang"] == "en"
    assert b"<pdfuaid:part>1</pdfuaid:part>" in root["/Metadata"].get_data()
    assert b'<rdf:li xml:lang="x-default">Operation Casablanca</rdf:li>' in root["/Metadata"].get_data()


def test_a_sign_that_no_font_has_costs_the_claim_and_not_the_printout() -> None:
    made = pdf.typeset(Document("Title", (Paragraph("glad \U0001f600, 漢字"), Paragraph("and the rest"))), "a4")
    root = PdfReader(BytesIO(made.data)).trailer["/Root"]
    assert "does not claim PDF/UA-1" in made.notice
    assert "/StructTreeRoot" in root
    assert b"pdfuaid" not in root["/Metadata"].get_data()
    assert "and the rest" in in_pdf(made.data)


def test_without_typst_the_sentence_names_the_remedy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    with pytest.raises(NoPdf, match=r"extra 'pdf'.*HTML.*browser"):
        pdf.render(debrief(), "letter")


def test_typst_is_not_loaded_before_a_pdf_is_asked_for() -> None:
    assert in_another_process("import sys, game.printing.pdf; print('typst' in sys.modules)") == "False"

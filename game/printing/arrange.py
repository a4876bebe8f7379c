"""One document in the format that is asked for, as bytes."""

from game.printing import html, markdown, pdf, text
from game.printing.document import Document, Paper


def arranged(document: Document, how: str, paper: Paper = "letter") -> bytes:
    """The document as ``text``, ``md``, ``html`` or ``pdf``. Raises NoPdf where no compiler is installed."""
    if how == "pdf":
        return pdf.render(document, paper)
    if how == "html":
        return html.render(document, paper).encode()
    return (markdown.render(document) if how == "md" else text.render(document)).encode()

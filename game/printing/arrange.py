"""One document in the format that is asked for, as bytes. Only that format is loaded."""

from game.printing.document import Document, Paper


class NoPdf(Exception):
    """No PDF can be made here; the message says what to do instead."""


def arranged(document: Document, how: str, paper: Paper = "letter") -> bytes:
    """The document as ``text``, ``md``, ``html`` or ``pdf``. Raises NoPdf where no compiler is installed."""
    if how == "pdf":
        from game.printing import pdf

        return pdf.render(document, paper)
    if how == "html":
        from game.printing import html

        return html.render(document, paper).encode()
    if how == "md":
        from game.printing import markdown

        return markdown.render(document).encode()
    from game.printing import text

    return text.render(document).encode()

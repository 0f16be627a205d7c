"""The text of a policy in PDF. Reading a file is the one impure thing in lint; the caller passes the text on."""

from pathlib import Path

SCANNED = "This PDF holds pictures of pages and no text, as a scan does. Lint the document it was made from."


class UnableToReadPdf(ValueError):
    """The file gives no text; `str()` is the sentence for whoever asked."""


def read_pdf_text(path: Path | str) -> str:
    """Return the text of a PDF, its pages parted by an empty line.

    Raises UnableToReadPdf for a scan, for a file that is no PDF or is locked by a password, and FileNotFoundError.
    """
    import pypdfium2  # a third of a second to load, and most lint reads plain text

    if not Path(path).is_file():
        raise FileNotFoundError(path)
    try:
        document = pypdfium2.PdfDocument(Path(path))
    except pypdfium2.PdfiumError as problem:
        raise UnableToReadPdf(f"{Path(path).name} cannot be opened as a PDF: {problem}") from problem
    try:
        text = "\n\n".join(page.get_textpage().get_text_bounded() for page in document)
    finally:
        document.close()
    if not text.strip():
        raise UnableToReadPdf(SCANNED)
    return text.replace("\r\n", "\n").replace("\r", "\n")

"""Pdf (版式文件): a pdf with a text layer, read page by page into paragraphs and tables."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace

import pypdfium2 as pdfium
from pypdfium2 import raw

from taizhang.paper.documents.document import Document, Origin
from taizhang.paper.documents.pdf.errors import GarbledPdfError, TooManyPagesError
from taizhang.paper.documents.pdf.flow import flow_of, typography_of
from taizhang.paper.documents.pdf.furniture import without_furniture
from taizhang.paper.documents.pdf.pages import Page, read_page
from taizhang.paper.documents.pdf.paragraphs import read_on
from taizhang.paper.documents.typesetting import typeset
from taizhang.paper.errors import DamagedFileError, PasswordProtectedError, ScannedDocumentError

# The yearly budget of a large city, every table included, has some 300.
MOST_PAGES = 3_000
# Stands at the end of every whole file; what the library mends of a file cut short would pass for all of it.
_END, _END_REACH = b"%%EOF", 4096
# Fewer characters are the stamp or page number on a scan.
_FEWEST_CHARACTERS = 20
_MOST_GARBLED = 0.3


def read_pdf(data: bytes, origin: Origin) -> Document:
    """Read a pdf.

    Raises:
        PaperError: it is locked, damaged or a scan, or its characters cannot be told; the message says what to do.
    """
    with _opened(data, origin.name) as file:
        pages = _pages(file, origin.name)
    _demand_words(pages, origin.name)
    bare = without_furniture(pages)
    typography = typography_of(bare)
    pieces = read_on(flow_of(bare, typography), typography)
    return typeset(pieces, replace(origin, pages=len(pages)))


@contextmanager
def _opened(data: bytes, name: str) -> Iterator[pdfium.PdfDocument]:
    if _END not in data[-_END_REACH:]:
        raise DamagedFileError(name, "pdf")
    try:
        file = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if error.err_code in {raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY}:
            raise PasswordProtectedError(name) from error
        raise DamagedFileError(name, "pdf") from error
    try:
        yield file
    finally:
        file.close()


def _pages(file: pdfium.PdfDocument, name: str) -> list[Page]:
    """All pages, each closed before the next is opened."""
    if len(file) > MOST_PAGES:
        raise TooManyPagesError(name, len(file), MOST_PAGES)
    pages: list[Page] = []
    for index in range(len(file)):
        try:
            page = file[index]
        except pdfium.PdfiumError as error:
            raise DamagedFileError(name, "pdf") from error
        try:
            pages.append(read_page(page, index + 1))
        finally:
            page.close()
    return pages


def _demand_words(pages: Sequence[Page], name: str) -> None:
    """Refuse a pdf of pictures, and one whose words are unreadable signs."""
    letters = sum(page.letters for page in pages)
    if not any(page.letters >= _FEWEST_CHARACTERS for page in pages) and any(page.is_picture for page in pages):
        raise ScannedDocumentError(name)
    if sum(page.garbled for page in pages) > _MOST_GARBLED * letters:
        raise GarbledPdfError(name)

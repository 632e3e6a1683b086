"""Opening (打开文件): finds out what a file is, by its content before its name, and calls the reader for it.

Importing this module costs nothing: a reader, and the library under it, is imported when a file first needs it.
"""

import hashlib
import os
import re
import stat
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

from taizhang.paper.documents.document import Document, Origin
from taizhang.paper.documents.media import Media
from taizhang.paper.documents.signatures import recognise
from taizhang.paper.errors import (
    AccessDeniedError,
    DamagedFileError,
    EmptyFileError,
    FileTooLargeError,
    FolderError,
    MissingFileError,
    NotRegularFileError,
    NoWordsError,
    UnreachableFileError,
)

# Larger than any plan with its pictures; keeps memory bounded.
LARGEST_FILE = 100 * 2**20

Reader = Callable[[bytes, Origin], Document]

_READERS = {
    Media.TXT: ("text.from_text", "read_text"),
    Media.MD: ("text.from_text", "read_text"),
    Media.DOCX: ("word.from_docx", "read_docx"),
    Media.PDF: ("pdf.apart", "read_pdf_apart"),
    Media.HTML: ("web.from_html", "read_html"),
    Media.XLSX: ("sheets.from_workbook", "read_xlsx"),
    Media.XLS: ("sheets.from_workbook", "read_xls"),
    Media.DOC: ("through_office", "read_through_office"),
    Media.RTF: ("through_office", "read_through_office"),
    Media.ODT: ("through_office", "read_through_office"),
    Media.ODS: ("through_office", "read_through_office"),
}
# Anything a person would see; soft hyphens, zero-width signs and byte order marks are not.
_WORDS = re.compile("[^\\s\u00ad\u200b\u2060\ufeff]")
# Spaces of file names, the full-width one among them, which Python does not call printable.
_SPACES = "\u00a0\u3000"


def open_document(path: Path) -> Document:
    """Open a file and read its text and layout.

    Raises:
        PaperError: the file cannot be read; the message says what to do.
    """
    return open_bytes(path.name or str(path), _bytes_of(path))


def open_bytes(name: str, data: bytes) -> Document:
    """Open what was received under a file name, an upload for example.

    Raises:
        PaperError: it cannot be read; the message says what to do.
    """
    name = printable(name)
    if not data:
        raise EmptyFileError(name)
    if len(data) > LARGEST_FILE:
        raise FileTooLargeError(name, LARGEST_FILE)
    media = recognise(name, data)
    origin = Origin(name, str(media), hashlib.sha256(data).hexdigest(), len(data))
    document = _read(media, data, origin)
    if not _WORDS.search(document.text):
        raise NoWordsError(name)
    return document


def printable(name: str) -> str:
    """The name with whatever cannot be printed (undecodable bytes, control characters) replaced."""
    known = name.encode("utf-8", "replace").decode("utf-8")
    return "".join(sign if sign.isprintable() or sign in _SPACES else "�" for sign in known)


def _read(media: Media, data: bytes, origin: Origin) -> Document:
    module, function = _READERS[media]
    reader: Reader = getattr(import_module(f"taizhang.paper.documents.{module}"), function)
    try:
        return reader(data, origin)
    except RecursionError as error:  # nested deeper than any program writes
        raise DamagedFileError(origin.name, origin.media) from error


def _bytes_of(path: Path) -> bytes:
    name = printable(path.name or str(path))
    try:
        status = path.stat()
        _demand_regular(name, status)
        with path.open("rb") as file:
            return file.read(LARGEST_FILE + 1)
    except (FileNotFoundError, NotADirectoryError, ValueError) as error:  # ValueError: a NUL or surrogate in the name
        raise MissingFileError(name) from error
    except PermissionError as error:
        raise AccessDeniedError(name) from error
    except OSError as error:
        raise UnreachableFileError(name) from error


def _demand_regular(name: str, status: os.stat_result) -> None:
    if stat.S_ISDIR(status.st_mode):
        raise FolderError(name)
    if not stat.S_ISREG(status.st_mode):
        raise NotRegularFileError(name)
    if status.st_size > LARGEST_FILE:
        raise FileTooLargeError(name, LARGEST_FILE)

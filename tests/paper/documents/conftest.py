"""Makers of small real files, and a plain view of what was read from them."""

import io
import zipfile
from collections.abc import Callable, Mapping

import pytest

from taizhang.paper.documents.document import Document, Grid, Line
from taizhang.paper.documents.opening import open_bytes

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_NAMESPACES = (
    f'xmlns:w="{W}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)

View = list[str | list[list[str]]]


@pytest.fixture
def make_zip() -> Callable[[Mapping[str, str | bytes]], bytes]:
    def make(members: Mapping[str, str | bytes]) -> bytes:
        file = io.BytesIO()
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, content in members.items():
                archive.writestr(name, content)
        return file.getvalue()

    return make


@pytest.fixture
def make_docx(make_zip: Callable[[Mapping[str, str | bytes]], bytes]) -> Callable[..., bytes]:
    """A docx of raw XML: the body, and further parts by name (styles, numbering, footnotes …)."""

    def make(body: str, **parts: str) -> bytes:
        members = {"[Content_Types].xml": "<Types/>"}
        members["word/document.xml"] = f"<w:document {_NAMESPACES}><w:body>{body}</w:body></w:document>"
        for name, content in parts.items():
            members[f"word/{name}.xml"] = f"<w:{name} {_NAMESPACES}>{content}</w:{name}>"
        return make_zip(members)

    return make


@pytest.fixture
def view() -> Callable[[Document], View]:
    """The pieces of a document: a line as its words, a grid as rows of its cells' words."""

    def look(document: Document) -> View:
        seen: View = []
        for piece in document.pieces:
            if isinstance(piece, Line):
                seen.append(piece.span.quote(document.text))
            else:
                seen.append(_rows(piece, document.text))
        return seen

    return look


def _rows(grid: Grid, text: str) -> list[list[str]]:
    rows: dict[int, list[str]] = {}
    for cell in grid.cells:
        rows.setdefault(cell.row, []).append(cell.span.quote(text))
    return list(rows.values())


@pytest.fixture
def read(view: Callable[[Document], View]) -> Callable[[str, bytes], View]:
    def open_and_look(name: str, data: bytes) -> View:
        return view(open_bytes(name, data))

    return open_and_look

"""Whatever the bytes, a file is read or refused; nothing else happens, and what is read lies where it says."""

import io
import zipfile
from itertools import pairwise

import openpyxl
import xlwt
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from taizhang.paper.documents.document import Document, Grid
from taizhang.paper.documents.opening import open_bytes
from taizhang.paper.errors import PaperError

NAMES = st.sampled_from(["a.txt", "a.md", "a.docx", "a.html", "a.xls", "a.doc", "a", "计\ud800划"])
SIGNATURES = st.sampled_from([
    b"",
    b"PK\x03\x04",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
    b"<html>",
    b"<!DOCTYPE html>",
    b"\xff\xfe",
    b"\xef\xbb\xbf",
    b"<?xml ?>",
])
SLOW = settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.too_slow])
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def demand_sound(name: str, data: bytes) -> Document | None:
    """Open, and look whether all pieces lie in order within the text; None where it is refused."""
    try:
        document = open_bytes(name, data)
    except PaperError as refusal:
        refusal.zh.encode("utf-8")
        return None
    document.text.encode("utf-8")
    spans = [piece.span for piece in document.pieces]
    for span in spans:
        assert 0 <= span.start <= span.end <= len(document.text)
    assert all(before.end <= after.start for before, after in pairwise(spans))
    for piece in document.pieces:
        if isinstance(piece, Grid):
            demand_sound_grid(piece)
    return document


def demand_sound_grid(grid: Grid) -> None:
    assert all(grid.span.contains(cell.span) for cell in grid.cells)
    assert all(before.span.end < after.span.start for before, after in pairwise(grid.cells))
    assert all(cell.row + cell.row_span <= grid.row_count for cell in grid.cells)
    assert all(cell.column + cell.column_span <= grid.column_count for cell in grid.cells)


@SLOW
@given(st.text(min_size=1), NAMES, st.sampled_from(["utf-8", "utf-16", "gb18030"]))
def test_any_text_is_read_as_it_is_or_refused(text: str, name: str, encoding: str) -> None:
    data = text.encode(encoding, "surrogatepass" if encoding != "gb18030" else "replace")
    document = demand_sound(name, data)
    if document is not None and document.origin.media in {"txt", "md"}:
        assert document.text == data.decode(document.origin.encoding or "").removeprefix("\ufeff")


@SLOW
@given(SIGNATURES, st.binary(max_size=2_000), NAMES)
def test_any_bytes_are_read_or_refused(signature: bytes, rest: bytes, name: str) -> None:
    demand_sound(name, signature + rest)


def _docx() -> bytes:
    file = io.BytesIO()
    cell = "<w:tc><w:tcPr><w:gridSpan w:val='2'/></w:tcPr><w:p><w:r><w:t>投资</w:t></w:r></w:p></w:tc>"
    body = f"<w:p><w:r><w:t>增长6%</w:t></w:r></w:p><w:tbl><w:tr>{cell * 3}</w:tr></w:tbl>"
    with zipfile.ZipFile(file, "w") as archive:  # stored, so that changed bytes change the XML
        archive.writestr("word/document.xml", f"<w:document {W}><w:body>{body}</w:body></w:document>")
    return file.getvalue()


def _workbook(book: openpyxl.Workbook | xlwt.Workbook) -> bytes:
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def _xlsx() -> bytes:
    book = openpyxl.Workbook()
    book.active.append(["投资", 0.1, 45_000])
    return _workbook(book)


def _xls() -> bytes:
    book = xlwt.Workbook()
    sheet = book.add_sheet("表")
    sheet.write_merge(0, 0, 0, 2, "投资")
    sheet.write(1, 0, 0.5, xlwt.easyxf(num_format_str="0.0%"))
    return _workbook(book)


PAGE = '<html><meta charset="utf-8"><div class="nav">首页</div><table><tr><td colspan=2>投资<td>1</table><p>增长6%</html>'.encode()
ORIGINALS = [("a.docx", _docx()), ("a.xlsx", _xlsx()), ("a.xls", _xls()), ("a.html", PAGE)]


@SLOW
@given(
    st.sampled_from(ORIGINALS),
    st.lists(st.tuples(st.floats(0, 1), st.binary(min_size=1, max_size=8)), max_size=6),
    st.floats(0, 1),
)
def test_real_files_with_changed_bytes_are_read_or_refused(
    original: tuple[str, bytes], changes: list[tuple[float, bytes]], length: float
) -> None:
    name, data = original
    changed = bytearray(data)
    for place, replacement in changes:
        start = int(place * len(data))
        changed[start : start + len(replacement)] = replacement
    demand_sound(name, bytes(changed[: int(length * len(changed))] if length < 0.5 else changed))


WORD_TAGS = [
    "p",
    "r",
    "t",
    "tbl",
    "tr",
    "tc",
    "tcPr",
    "gridSpan",
    "vMerge",
    "hMerge",
    "pPr",
    "numPr",
    "numId",
    "ilvl",
    "sdt",
    "sdtContent",
    "hyperlink",
    "ins",
    "del",
    "fldChar",
    "br",
    "tab",
    "sym",
    "ruby",
    "rubyBase",
    "drawing",
    "txbxContent",
    "rPr",
    "vanish",
    "outlineLvl",
    "trPr",
    "gridBefore",
    "pStyle",
]
VALUES = ["", "-1", "0", "1", "99999", "restart", "continue", "begin", "separate", "end", "true", "F0B3", "一"]
PAGE_TAGS = [
    "div",
    "p",
    "table",
    "tr",
    "td",
    "th",
    "tbody",
    "span",
    "font",
    "a",
    "br",
    "h1",
    "h7",
    "li",
    "pre",
    "script",
    "style",
    "ul",
    "form",
    "caption",
    "b",
    "header",
]


def _elements(tags: list[str], prefix: str, attributes: list[str]) -> st.SearchStrategy[str]:
    def wrap(children: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
        inside = st.lists(children, max_size=4).map("".join)
        said = st.tuples(st.sampled_from(attributes), st.sampled_from(VALUES)).map(
            lambda pair: f' {pair[0]}="{pair[1]}"'
        )
        return st.builds(
            lambda tag, given, content: f"<{prefix}{tag}{given}>{content}</{prefix}{tag}>",
            st.sampled_from(tags),
            said,
            inside,
        )

    words = st.sampled_from(["增长6%。", "\n ", "投资", "　", "1"])
    return st.recursive(words, wrap, max_leaves=40)


@SLOW
@given(st.lists(_elements(WORD_TAGS, "w:", ["w:val", "w:fldCharType", "w:char", "w:type"]), max_size=5))
def test_word_files_of_elements_in_any_order_are_read_or_refused(elements: list[str]) -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("word/document.xml", f"<w:document {W}><w:body>{''.join(elements)}</w:body></w:document>")
    demand_sound("a.docx", file.getvalue())


@SLOW
@given(st.lists(_elements(PAGE_TAGS, "", ["colspan", "rowspan", "class", "style", "hidden"]), max_size=5))
def test_pages_of_elements_in_any_order_are_read_or_refused(elements: list[str]) -> None:
    demand_sound("a.html", f"<html>{''.join(elements)}</html>".encode())

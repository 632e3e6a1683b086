"""Official documents as published, in every format: none of their text is here, only what must hold of any of them."""

from collections import Counter
from pathlib import Path

import pytest

from taizhang.paper.documents.document import Document, Grid, Line
from taizhang.paper.documents.opening import open_document

FORMATS = Path(__file__).parents[3].parent / "shared" / "plans" / "formats"
FILES = sorted(path for path in FORMATS.glob("*") if path.suffix in {".txt", ".docx", ".html"})
RESIDUE = ("打印", "关闭窗口", "当前位置", "分享到", "扫一扫", "上一篇", "版权所有", "function(", "备案号")


@pytest.fixture(scope="module", params=FILES or [None], ids=lambda path: path.suffix[1:] if path else "absent")
def document(request: pytest.FixtureRequest) -> Document:
    if request.param is None:
        pytest.skip("../shared/plans/formats is not beside the repository")
    return open_document(request.param)


def test_pieces_lie_in_order_and_cover_all_words(document: Document) -> None:
    end = 0
    for piece in document.pieces:
        assert not document.text[end : piece.span.start].strip()
        assert piece.span.start >= end
        end = piece.span.end
    assert not document.text[end:].strip()


def test_no_residue_of_a_web_page_is_left(document: Document) -> None:
    if document.origin.media == "html":
        assert not [word for word in RESIDUE if word in document.text]


def test_paragraphs_are_whole(document: Document) -> None:
    """Nearly every long paragraph, wraps taken back, ends as a paragraph does."""
    paragraphs = _paragraphs(document)
    ended = Counter(
        words.rstrip().endswith(tuple("。！？：；…”）、")) for words in paragraphs if len(words.strip()) > 60
    )
    assert ended[True] >= 0.95 * ended.total()


def _paragraphs(document: Document) -> list[str]:
    paragraphs, words = [], ""
    for piece in document.pieces:
        if isinstance(piece, Line):
            words += piece.span.quote(document.text)
            if not piece.is_wrapped:
                paragraphs.append(words)
                words = ""
    return paragraphs


def test_tables_are_rectangles_of_figures(document: Document) -> None:
    grids = [piece for piece in document.pieces if isinstance(piece, Grid)]
    for grid in grids:
        covered = Counter(
            (row, column)
            for cell in grid.cells
            for row in range(cell.row, cell.row + cell.row_span)
            for column in range(cell.column, cell.column + cell.column_span)
        )
        assert max(covered.values()) == 1
        assert grid.row_count > 1
        assert grid.column_count > 1


@pytest.mark.parametrize(("start", "count"), [("南京", 18), ("承德", 5), ("哈密", 6), ("大庆", 1), ("民政", 4)])
def test_every_table_is_found(start: str, count: int) -> None:
    """A frame of one cell around words is a box, not a table."""
    files = [path for path in FILES if path.name.startswith(start)]
    if not files:
        pytest.skip("../shared/plans/formats is not beside the repository")
    grids = [piece for piece in open_document(files[0]).pieces if isinstance(piece, Grid)]
    assert len(grids) == count

"""Published pdfs beside the repository: the shapes of what is read in them, as counted on the printed pages."""

from collections import Counter
from pathlib import Path

import pytest

from taizhang.paper.documents.document import Grid, Line, LineRole
from taizhang.paper.documents.opening import open_document
from taizhang.paper.errors import ScannedDocumentError

FORMATS = Path(__file__).parents[4].parent / "shared" / "plans" / "formats"

pytestmark = pytest.mark.skipif(not FORMATS.exists(), reason="the published documents are not beside the repository")

SHAPES = {
    "武汉市_*.pdf": [(30, 8)],
    "南昌市_*.pdf": [(40, 4)],
    "焦作市_*.pdf": [(6, 3), (17, 2), (9, 3), (15, 4), (19, 2)],
    "合肥市_*.pdf": [(10, 2), (10, 3), (18, 4), (11, 4), (10, 3), (9, 4)],
    "深圳市_*.pdf": [],
}


def published(pattern: str) -> Path:
    return next(FORMATS.glob(pattern))


@pytest.mark.parametrize("pattern", SHAPES)
def test_tables_have_the_rows_and_columns_that_are_printed(pattern):
    document = open_document(published(pattern))
    grids = [piece for piece in document.pieces if isinstance(piece, Grid)]
    assert [(grid.row_count, grid.column_count) for grid in grids] == SHAPES[pattern]


def test_a_remark_merged_over_two_rows_is_one_cell():
    document = open_document(published("武汉市_*.pdf"))
    (grid,) = [piece for piece in document.pieces if isinstance(piece, Grid)]
    assert [(cell.column, cell.row_span) for cell in grid.cells if cell.row_span > 1] == [(7, 2)]


def test_the_project_list_on_turned_pages_is_one_table_with_numbered_rows():
    document = open_document(published("青岛市_*.pdf"))
    projects = [piece for piece in document.pieces if isinstance(piece, Grid)][-1]
    numbers = [cell.span.quote(document.text) for cell in projects.cells if cell.column == 0 and cell.row > 2]
    assert (projects.page, projects.column_count) == (212, 9)
    assert numbers == [str(number) for number in range(1, 27)]


def test_two_hundred_pages_of_tables_keep_their_sums():
    """On turned pages a row's first figure is the sum of the twelve after it, up to rounding."""
    document = open_document(published("青岛市_*.pdf"))
    grid = next(piece for piece in document.pieces if isinstance(piece, Grid) and piece.column_count == 14)
    rows: dict[int, list[int]] = {}
    for cell in grid.cells:
        if cell.row and cell.column:
            rows.setdefault(cell.row, []).append(int(cell.span.quote(document.text) or 0))
    assert len(rows) == 47
    assert all(abs(first - sum(parts)) <= 2 for first, *parts in rows.values())


def test_the_masthead_and_the_page_numbers_of_a_gazette_are_gone():
    document = open_document(published("深圳市_*.pdf"))
    lines = [piece.span.quote(document.text) for piece in document.pieces if isinstance(piece, Line)]
    assert max(Counter(lines).values()) <= 3
    assert not [line for line in lines if line.strip("— ").isdigit()]


def test_the_notes_at_the_end_of_a_bulletin_are_notes():
    document = open_document(published("合肥市_*.pdf"))
    notes = [piece for piece in document.pieces if isinstance(piece, Line) and piece.role is LineRole.NOTE]
    assert len(notes) == 12


def test_a_scan_is_refused():
    with pytest.raises(ScannedDocumentError):
        open_document(published("张家界市_*.pdf"))

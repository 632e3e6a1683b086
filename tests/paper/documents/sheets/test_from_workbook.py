"""A workbook is read as its sheets show it."""

import datetime
import io
from collections.abc import Callable

import openpyxl
import pytest
import xlwt

from taizhang.paper.documents.document import Document, Grid
from taizhang.paper.documents.opening import open_bytes
from taizhang.paper.errors import NoWordsError, TableTooLargeError, TextTooLongError

View = list[str | list[list[str]]]
Make = Callable[..., bytes]

SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def _saved(book: openpyxl.Workbook | xlwt.Workbook) -> bytes:
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def _xlsx() -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "主要指标"
    sheet["B2"] = "2023年主要指标"
    sheet["B3"], sheet["C3"], sheet["C4"], sheet["D4"], sheet["E3"] = "指标", "2022年", "完成", "增长", "目标"
    for merged in ("B2:E2", "B3:B4", "C3:D3", "E3:E4"):
        sheet.merge_cells(merged)
    sheet.append([None, "投资", 0.1 + 0.2, 0.045, 852.3])
    sheet["D5"].number_format, sheet["E5"].number_format = "0.0%", "#,##0.0"
    sheet.append([None, "日期\t行\n二", datetime.date(2023, 3, 15), True, -6.5])
    sheet["C6"].number_format = 'yyyy"年"m"月"d"日"'
    sheet["B7"], sheet["F5"] = "藏行", "藏列"
    sheet.row_dimensions[7].hidden = True
    sheet.column_dimensions["F"].hidden = True
    book.create_sheet("藏")["A1"] = "不见"
    book["藏"].sheet_state = "hidden"
    book.create_sheet("空")
    return _saved(book)


def _xls() -> bytes:
    book = xlwt.Workbook(encoding="utf-8")
    sheet = book.add_sheet("主要指标")
    for (top, bottom, left, right), text in {
        (1, 1, 1, 4): "2023年主要指标", (2, 3, 1, 1): "指标", (2, 2, 2, 3): "2022年", (2, 3, 4, 4): "目标",
    }.items():  # fmt: skip
        sheet.write_merge(top, bottom, left, right, text)
    sheet.write(3, 2, "完成")
    sheet.write(3, 3, "增长")
    for column, (value, pattern) in enumerate((("投资", ""), (0.1 + 0.2, ""), (0.045, "0.0%"), (852.3, "#,##0.0")), 1):
        sheet.write(4, column, value, xlwt.easyxf(num_format_str=pattern or "General"))
    sheet.write(5, 1, "日期\t行\n二")
    sheet.write(5, 2, datetime.date(2023, 3, 15), xlwt.easyxf(num_format_str='yyyy"年"m"月"d"日"'))
    sheet.write(5, 3, True)
    sheet.write(5, 4, -6.5)
    sheet.write(6, 1, "藏行")
    sheet.row(6).hidden = True
    sheet.write(4, 5, "藏列")
    sheet.col(5).hidden = True
    hidden = book.add_sheet("藏")
    hidden.write(0, 0, "不见")
    hidden.visibility = 1
    book.add_sheet("空")
    return _saved(book)


@pytest.mark.parametrize("name", ["计划.xlsx", "计划.xls"])
def test_a_sheet_is_read_as_it_is_shown(name: str, view: Callable[[Document], View]) -> None:
    document = open_bytes(name, _xlsx() if name.endswith("xlsx") else _xls())
    assert view(document) == [
        [
            ["2023年主要指标"],
            ["指标", "2022年", "目标"],
            ["完成", "增长"],
            ["投资", "0.3", "4.5%", "852.3"],
            ["日期 行\n二", "2023年3月15日", "TRUE", "-6.5"],
        ]
    ]
    (grid,) = document.pieces
    assert isinstance(grid, Grid)
    assert (grid.title, grid.row_count, grid.column_count) == ("主要指标", 5, 4)
    spans = {cell.span.quote(document.text): (cell.row_span, cell.column_span) for cell in grid.cells}
    assert spans["2023年主要指标"] == (1, 4)
    assert spans["目标"] == (2, 1)


def _raw_xlsx(make_zip: Make, cells: str, texts: str = "", after: str = "") -> bytes:
    ties = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="r1" Type="http://x/worksheet" Target="worksheets/sheet1.xml"/></Relationships>'
    )
    ids = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    return make_zip({
        "xl/workbook.xml": f'<workbook xmlns="{SHEET}" xmlns:r="{ids}"><sheets><sheet name="表" r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": ties,
        "xl/sharedStrings.xml": f'<sst xmlns="{SHEET}">{texts}</sst>',
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{SHEET}"><sheetData>{cells}</sheetData>{after}</worksheet>',
    })


def test_every_kind_of_cell_is_read(make_zip: Make, read: Callable[[str, bytes], View]) -> None:
    texts = "<si><r><t>投</t></r><r><t>资</t></r><rPh><t>tóu</t></rPh></si>"
    cells = (
        '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>内_x000D_\n文</t></is></c>'
        '<c r="C1" t="str"><f>1</f><v>式</v></c></row>'
        '<row r="2"><c r="A2" t="b"><v>0</v></c><c r="B2" t="e"><v>#DIV/0!</v></c><c r="C2"><v>0.30000000000000004</v></c></row>'
    )
    assert read("a.xlsx", _raw_xlsx(make_zip, cells, texts)) == [
        [["投资", "内\n\n文", "式"], ["FALSE", "#DIV/0!", "0.3"]],
    ]


def test_cells_without_addresses_stand_in_order(make_zip: Make, read: Callable[[str, bytes], View]) -> None:
    cells = "<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>"
    assert read("a.xlsx", _raw_xlsx(make_zip, cells)) == [[["1", "2"], ["3", ""]]]


def test_nonsense_in_a_sheet_is_passed_over(make_zip: Make, read: Callable[[str, bytes], View]) -> None:
    cells = (
        '<row r="x"><c r="??" t="s"><v>99</v></c><c r="A1" s="77"><v>1</v></c><c r="B1"><v>NaN</v></c>'
        '<c r="C1"><v>1e999</v></c><c r="D1"><v>一</v></c><c r="E1" t="inlineStr"/></row>'
    )
    merged = '<mergeCells><mergeCell ref="A1:B1"/><mergeCell ref="B1:C9"/><mergeCell ref="no"/></mergeCells>'
    assert read("a.xlsx", _raw_xlsx(make_zip, cells, after=merged)) == [[["1", "1E+999", "一"]]]


def test_cells_at_opposite_ends_of_a_sheet_are_refused(make_zip: Make) -> None:
    far = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    with pytest.raises(TableTooLargeError):
        open_bytes("a.xlsx", _raw_xlsx(make_zip, far))
    book = xlwt.Workbook()
    sheet = book.add_sheet("表")
    sheet.write(0, 0, 1)
    sheet.write(65_535, 255, 1)
    with pytest.raises(TableTooLargeError):
        open_bytes("a.xls", _saved(book))


def test_a_large_xls_is_followed_through_its_allocation_tables(read: Callable[[str, bytes], View]) -> None:
    book = xlwt.Workbook(encoding="utf-8")
    hidden = book.add_sheet("底稿")
    hidden.visibility = 1
    for row in range(1_500):
        hidden.write(row, 0, f"{row}" + "长" * 3_000)
    sheet = book.add_sheet("表")
    sheet.write(0, 0, 0.5, xlwt.easyxf(num_format_str="0.0%"))
    book.active_sheet = 1
    data = _saved(book)
    assert len(data) > 109 * 128 * 512  # more than the tables named in the header can tell of
    (rows,) = read("a.xls", data)
    assert rows == [["50.0%"]]


def test_one_long_text_shown_in_very_many_cells_is_refused_before_it_is_written_out(make_zip: Make) -> None:
    cells = '<row r="1">' + '<c t="s"><v>0</v></c>' * 1_000 + "</row>"
    with pytest.raises(TextTooLongError):
        open_bytes("a.xlsx", _raw_xlsx(make_zip, cells, f"<si><t>{'增长，' * 20_000}{'6%' * 1_000}</t></si>"))


def test_forged_ranges_that_overlap_cost_no_more_than_honest_ones(
    make_zip: Make, read: Callable[[str, bytes], View]
) -> None:
    cells = "<row><c><v>1</v></c><c><v>2</v></c></row>" * 2_000
    merged = "<mergeCells>" + '<mergeCell ref="A1:B2000"/>' * 20_000 + "</mergeCells>"
    assert read("a.xlsx", _raw_xlsx(make_zip, cells, after=merged)) == [[["1"]]]
    hidden = "<cols>" + '<col min="1" max="16384" hidden="1"/>' * 5_000 + "</cols>"
    with pytest.raises(NoWordsError):
        open_bytes("a.xlsx", _raw_xlsx(make_zip, cells, after=hidden))

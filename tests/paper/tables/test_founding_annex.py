"""The founding plan's annex (创始计划的附表): the same twelve rows from plain text, Word, web page and PDF.

The plan itself stays outside the repository; where it is absent these tests are skipped.
"""

import json
import shutil
import subprocess
from collections.abc import Iterator
from html import escape
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pytest

from taizhang.paper.blocks.assemble import assemble_blocks
from taizhang.paper.documents.document import Document
from taizhang.paper.documents.opening import open_document
from taizhang.paper.outline.build import build_outline
from taizhang.paper.tables.interpret import interpret_tables
from taizhang.paper.tables.table import Table, TableKind, TableRow

SHARED = Path(__file__).parents[3].parent / "shared"
PLAN = SHARED / "plans" / "zhangdian-2023.txt"
GOLD = SHARED / "reading" / "gold" / "zhangdian-2023.table.json"

pytestmark = pytest.mark.skipif(not PLAN.exists(), reason="the founding plan is not beside the repository")

HEADS = ("指标名称", "单位", "2022年完成", "2023年计划")
SUB_HEADS = ("绝对值", "增长%", "绝对值", "增长%")
Gold = dict[str, Any]


@pytest.fixture(scope="module")
def gold() -> list[Gold]:
    rows: list[Gold] = json.loads(GOLD.read_text(encoding="utf-8"))
    return rows


def annex_of(path: Path) -> tuple[Document, Table]:
    document = open_document(path)
    outline = build_outline(assemble_blocks(document), document.text)
    tables = [table for table in interpret_tables(outline, document.text) if table.kind is TableKind.INDICATORS]
    assert len(tables) == 1
    return document, tables[0]


def expected_cells(row: Gold) -> Iterator[tuple[str, str, str, str]]:
    for side, modality in (("prev", "actual"), ("plan", "target")):
        yield "level", row[f"{side}_year"], modality, row[f"{side}_value"]
        if not row[f"{side}_merged"]:
            yield "growth", row[f"{side}_year"], modality, row[f"{side}_growth"]


def assert_row(row: TableRow, gold: Gold) -> None:
    assert (row.group, row.marker, row.indicator, row.unit) == (
        gold["group"],
        gold["marker"],
        gold["indicator"],
        gold["unit"],
    )
    assert [(cell.role, cell.year, cell.modality, cell.text) for cell in row.cells] == list(expected_cells(gold))


def assert_annex(path: Path, gold: list[Gold]) -> None:
    document, table = annex_of(path)
    assert len(table.rows) == len(gold) == 12
    for row, expected in zip(table.rows, gold, strict=True):
        assert_row(row, expected)
        for cell in row.cells:
            assert cell.span.quote(document.text).strip() == cell.text


def test_plain_text_gives_every_row_cell_and_span(gold: list[Gold]) -> None:
    assert_annex(PLAN, gold)
    _, table = annex_of(PLAN)
    for row, expected in zip(table.rows, gold, strict=True):
        spans = expected["cell_spans"]
        assert row.label == expected["label"]
        assert [row.span.start, row.span.end] == [expected["start"], expected["end"]]
        keys = ("prev_value", "prev_growth", "plan_value", "plan_growth")
        assert [[cell.span.start, cell.span.end] for cell in row.cells] == [spans[key] for key in keys if spans[key]]


def test_every_row_is_an_indicator_of_the_catalogue(gold: list[Gold]) -> None:
    _, table = annex_of(PLAN)
    assert all(row.code for row in table.rows)


def running_text() -> list[str]:
    lines = PLAN.read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line.strip() and not line.startswith("\t")]


def rows_with_groups(gold: list[Gold]) -> Iterator[str | Gold]:
    group = None
    for row in gold:
        if row["group"] != group:
            group = row["group"]
            yield row["group"]
        yield row


def write_docx(path: Path, gold: list[Gold]) -> None:
    document = docx.Document()
    for line in running_text():
        document.add_paragraph(line)
    table = document.add_table(rows=0, cols=6, style="Table Grid")
    for _ in range(2):
        table.add_row()
    for column, text in zip((0, 1), HEADS, strict=False):
        table.cell(0, column).merge(table.cell(1, column)).text = text
    for column, text in zip((2, 4), HEADS[2:], strict=True):
        table.cell(0, column).merge(table.cell(0, column + 1)).text = text
    for column, text in enumerate(SUB_HEADS, 2):
        table.cell(1, column).text = text
    for row in rows_with_groups(gold):
        fill_docx_row(table.add_row().cells, row)
    document.save(str(path))


def fill_docx_row(cells: Any, row: str | Gold) -> None:
    if isinstance(row, str):
        cells[0].text = row
        return
    cells[0].text, cells[1].text = row["label"].strip(), row["unit"]
    for column, side in ((2, "prev"), (4, "plan")):
        if row[f"{side}_merged"]:
            cells[column].merge(cells[column + 1]).text = row[f"{side}_value"]
        else:
            cells[column].text, cells[column + 1].text = row[f"{side}_value"], row[f"{side}_growth"]


def write_xlsx(path: Path, gold: list[Gold]) -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.append(["2023年国民经济和社会发展主要预期目标"])
    sheet.append([*HEADS[:3], None, HEADS[3]])
    sheet.append([None, None, *SUB_HEADS])
    for area in ("A1:F1", "A2:A3", "B2:B3", "C2:D2", "E2:F2"):
        sheet.merge_cells(area)
    for number, row in enumerate(rows_with_groups(gold), 4):
        if isinstance(row, str):
            sheet.append([row])
            continue
        sheet.append([row["label"].strip(), row["unit"]])
        for column, side in ((3, "prev"), (5, "plan")):
            sheet.cell(number, column, row[f"{side}_value"])
            if row[f"{side}_merged"]:
                sheet.merge_cells(start_row=number, end_row=number, start_column=column, end_column=column + 1)
            else:
                sheet.cell(number, column + 1, row[f"{side}_growth"])
    book.save(path)


def write_html(path: Path, gold: list[Gold]) -> None:
    rows = [
        "<tr><td rowspan=2>指标名称</td><td rowspan=2>单位</td><td colspan=2>2022年完成</td><td colspan=2>2023年计划</td></tr>",
        "<tr>" + "".join(f"<td>{text}</td>" for text in SUB_HEADS) + "</tr>",
        *map(html_row, rows_with_groups(gold)),
    ]
    text = "".join(f"<p>{escape(line)}</p>" for line in running_text())
    path.write_text(
        f"<html><head><meta charset=utf-8></head><body>{text}<table>{''.join(rows)}</table></body></html>",
        encoding="utf-8",
    )


def html_row(row: str | Gold) -> str:
    if isinstance(row, str):
        return f"<tr><td colspan=6>{escape(row)}</td></tr>"
    cells = [f"<td>{escape(row['label'].strip())}</td><td>{row['unit']}</td>"]
    for side in ("prev", "plan"):
        if row[f"{side}_merged"]:
            cells.append(f"<td colspan=2>{row[f'{side}_value']}</td>")
        else:
            cells.append(f"<td>{row[f'{side}_value']}</td><td>{row[f'{side}_growth']}</td>")
    return f"<tr>{''.join(cells)}</tr>"


def test_word_file_with_merged_cells(tmp_path: Path, gold: list[Gold]) -> None:
    write_docx(tmp_path / "plan.docx", gold)
    assert_annex(tmp_path / "plan.docx", gold)


def test_web_page_with_merged_cells(tmp_path: Path, gold: list[Gold]) -> None:
    write_html(tmp_path / "plan.html", gold)
    assert_annex(tmp_path / "plan.html", gold)


def test_workbook_with_its_title_in_the_sheet(tmp_path: Path, gold: list[Gold]) -> None:
    write_xlsx(tmp_path / "annex.xlsx", gold)
    assert_annex(tmp_path / "annex.xlsx", gold)


@pytest.mark.soffice
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_pdf_printed_from_the_word_file(tmp_path: Path, gold: list[Gold]) -> None:
    write_docx(tmp_path / "plan.docx", gold)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), "plan.docx"]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, timeout=180)
    assert_annex(tmp_path / "plan.pdf", gold)

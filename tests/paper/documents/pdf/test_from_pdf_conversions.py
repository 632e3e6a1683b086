"""Pdfs made by LibreOffice from Word files: what was written comes back, wherever the page ends fall."""

import shutil
import subprocess
from pathlib import Path

import docx
import pytest
from docx.document import Document as WordDocument
from docx.oxml import OxmlElement
from docx.shared import Pt

from taizhang.paper.documents.document import Document, Grid, Line
from taizhang.paper.documents.opening import open_document

pytestmark = [
    pytest.mark.soffice,
    pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed"),
]

ROWS: tuple[tuple[str | None, ...], ...] = (
    ("一、地区生产总值", "亿元", "1804.1", "5.5", "1902.3", "6左右"),
    ("二、规模以上工业增加值（含新建入库企业）", "亿元", "451.8", "8.3", "490", "8以上"),
    ("三、外经外贸", "", "", "", "", ""),
    ("实际使用外资", "万美元", "9912", "12", "稳中提质", None),
    ("进出口总额", "亿元", "146.9", "-6.5", "154.2", "5左右"),
    ("四、财政金融", "", "", "", "", ""),
    ("一般公共预算收入", "亿元", "64.7", "7.1", "——", "5左右"),
    ("五、节能减排", "", "", "", "", ""),
    ("单位产值能耗降低率", "％", "——", None, "按上级下达任务执行", None),
    ("六、就业和生活", "", "", "", "", ""),
    ("城镇新增就业人数", "万人", "2.5", None, "2", None),
    ("居民人均可支配收入", "元", "51095", "6.3", "54340", "6左右"),
)
Cells = dict[tuple[int, int], tuple[str, int, int]]


def head_and_body() -> Cells:
    cells: Cells = {
        (0, 0): ("指标名称", 2, 1),
        (0, 1): ("单位", 2, 1),
        (0, 2): ("上年完成", 1, 2),
        (0, 4): ("本年计划", 1, 2),
    }
    cells |= {(1, column): (words, 1, 1) for column, words in enumerate(("绝对值", "增长%") * 2, start=2)}
    for row, words in enumerate(ROWS, start=2):
        for column, word in enumerate(words):
            if word is not None:
                cells[row, column] = (word, 1, 2 if column < 5 and words[column + 1] is None else 1)
    return cells


def add_annex(word: WordDocument, repeats_head: bool) -> None:
    table = word.add_table(rows=2 + len(ROWS), cols=6, style="Table Grid")
    for (row, column), (words, rows, columns) in head_and_body().items():
        table.cell(row, column).merge(table.cell(row + rows - 1, column + columns - 1)).text = words
    for row in list(table.rows)[:2] if repeats_head else ():
        row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def paragraphs(count: int) -> list[str]:
    return [
        f"第{number}项工作已经部署，责任单位按月报送进展，确保年底前完成12{number}.5亿元投资。"
        for number in range(count)
    ]


def convert(folder: Path, words: dict[str, WordDocument]) -> dict[str, Document]:
    for name, word in words.items():
        word.save(str(folder / f"{name}.docx"))
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    sources = [str(folder / f"{name}.docx") for name in words]
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), *sources]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    return {name: open_document(folder / f"{name}.pdf") for name in words}


def lines_of(document: Document) -> list[str]:
    return [piece.span.quote(document.text) for piece in document.pieces if isinstance(piece, Line)]


def test_a_table_with_a_merged_head_is_one_grid_wherever_the_page_ends(tmp_path):
    words = {}
    for before in range(8, 20):
        word = docx.Document()
        for words_of_paragraph in paragraphs(before):
            word.add_paragraph(words_of_paragraph)
        add_annex(word, repeats_head=before % 2 == 0)
        words[str(before)] = word
    found = convert(tmp_path, words)
    for document in found.values():
        (grid,) = [piece for piece in document.pieces if isinstance(piece, Grid)]
        cells = {
            (cell.row, cell.column): (cell.span.quote(document.text), cell.row_span, cell.column_span)
            for cell in grid.cells
        }
        assert cells == head_and_body()
    assert {document.origin.pages for document in found.values()} >= {2}


def test_paragraphs_come_back_whole_without_heads_and_page_numbers(tmp_path):
    word = docx.Document()
    word.sections[0].header.paragraphs[0].text = "某区人民政府公报 2029年第3期"
    word.sections[0].footer.paragraphs[0].text = "某区人民政府办公室编印"
    written = [words * 4 for words in paragraphs(40)]
    for words in written:
        word.add_paragraph(words).paragraph_format.first_line_indent = Pt(22)
    document = convert(tmp_path, {"公报": word})["公报"]
    assert (document.origin.pages or 0) > 3
    assert lines_of(document) == written

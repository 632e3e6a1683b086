"""The ledger as an Excel workbook."""

import io
import re
import zipfile
from decimal import Decimal
from urllib.parse import unquote

import openpyxl
import pytest

from taizhang.office.commitments import services
from taizhang.office.commitments.models import Commitment


@pytest.fixture
def download(signed_in, plan):
    def run(**wanted):
        return signed_in.get(f"/plans/{plan.id}/ledger/export/", wanted)

    return run


@pytest.fixture
def workbook(download, version_id, chapters, clerk):
    keys = [each.key for chapter in chapters for each in chapter.suggestions]
    services.adopt_many(version_id=version_id, keys=keys, by=clerk)

    def run(**wanted):
        return openpyxl.load_workbook(io.BytesIO(download(**wanted).content))

    return run


@pytest.fixture
def a_task(workbook):
    return Commitment.objects.get(title="健全梯次培育机制")


def table(sheet):
    heads, *rows = sheet.iter_rows()
    return [{head.value: cell for head, cell in zip(heads, row, strict=True)} for row in rows]


def test_figures_are_numbers_with_the_digits_that_were_printed(workbook):
    row = table(workbook()["台账"])[1]
    assert row["目标值"].value == 127.7
    assert row["目标值"].data_type == "n"
    assert row["目标值"].number_format == "0.0"
    assert (row["单位"].value, row["基数"].value) == ("亿元", 120.5)


def test_the_head_stays_in_sight_and_can_be_filtered(workbook):
    sheet = workbook()["台账"]
    assert sheet.freeze_panes == "D2"
    assert sheet.auto_filter.ref == sheet.dimensions
    assert sheet["A1"].font.bold


def test_the_sentence_is_wrapped_and_leads_to_its_place(workbook, plan):
    row = table(workbook()["台账"])[0]
    assert row["原句"].alignment.wrap_text
    assert row["原句"].value.startswith("主要预期目标为")
    assert row["原文链接"].hyperlink.target.startswith(f"http://testserver/plans/{plan.id}/text/")


def test_words_that_look_like_a_formula_stay_words(workbook, a_task, clerk):
    services.amend(commitment_id=a_task.id, revision=a_task.revision, changes={"title": "=1+1"}, by=clerk)
    cells = [row["事项"] for row in table(workbook()["台账"])]
    (formula_like,) = [cell for cell in cells if cell.value == "=1+1"]
    assert formula_like.data_type == "s"


def test_the_filter_of_the_page_holds_for_the_workbook(workbook):
    assert {row["类别"].value for row in table(workbook(kind="project")["台账"])} == {"项目"}


def test_the_sort_of_the_page_holds_too(workbook):
    numbers = [row["序号"].value for row in table(workbook(sort="-number")["台账"])]
    assert numbers == sorted(numbers, reverse=True)


def test_a_sheet_says_where_it_all_comes_from(workbook, plan, clerk):
    told = {row[0].value: row[1].value for row in workbook()["说明"].iter_rows()}
    assert told["计划"] == plan.title
    assert told["文件指纹"] == f"SHA-256 {plan.versions.get().sha256}"
    assert told["导出人"] == clerk.name
    assert told["导出时间"].year >= 2024
    assert told["范围"].startswith("全部条目")


def test_a_filtered_workbook_says_so(workbook):
    told = {row[0].value: row[1].value for row in workbook(kind="project")["说明"].iter_rows()}
    assert "筛选" in told["范围"]


def test_a_demonstration_says_so_everywhere(workbook, download, settings):
    settings.DEMO = True
    book = workbook()
    assert "演示数据" in book["说明"]["A1"].value
    assert "演示数据" in book["台账"].oddHeader.center.text
    assert "演示数据" in unquote(download()["Content-Disposition"])


def test_a_real_site_does_not_say_demonstration(workbook):
    assert workbook()["说明"]["A1"].value == "计划"


def test_an_empty_ledger_can_be_exported(download):
    book = openpyxl.load_workbook(io.BytesIO(download().content))
    assert book["台账"].max_row == 1


def test_figures_are_written_without_binary_dust(a_task, clerk, download):
    changes = {"value": Decimal("0.30"), "aspect": "level", "unit": "亿元"}
    services.amend(commitment_id=a_task.id, revision=a_task.revision, changes=changes, by=clerk, reason="测试")
    with zipfile.ZipFile(io.BytesIO(download().content)) as archive:
        written = archive.read("xl/worksheets/sheet1.xml").decode()
    assert re.search(r"<v>0\.30?</v>", written)

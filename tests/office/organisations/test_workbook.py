"""The registry goes out to Excel and comes back after a look at what would become of it."""

import io
from datetime import date, datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone, translation
from openpyxl import Workbook, load_workbook

from taizhang.office.organisations.models import Event
from taizhang.office.organisations.selectors.holding import load_registry
from taizhang.office.organisations.services.changes import close, rename
from taizhang.office.organisations.workbook import shelf
from taizhang.office.organisations.workbook.columns import COLUMNS
from taizhang.office.organisations.workbook.examining import examine
from taizhang.office.organisations.workbook.reading import (
    NoHeadError,
    TooLargeWorkbookError,
    UnreadableWorkbookError,
    read_sheet,
)
from taizhang.office.organisations.workbook.writing import Occasion, write_workbook

TODAY = date(2024, 6, 1)
KEYS = [column.key for column in COLUMNS]


def exported(on=TODAY):
    made = Occasion(on=on, by="办事员甲", at=datetime(2024, 6, 1, 9), is_demonstration=False)  # noqa: DTZ001
    return write_workbook(load_registry(), made)


def changed(content, *changes, rows=()):
    """The workbook with cells written over — (row, column key, words) — and rows added below."""
    book = load_workbook(io.BytesIO(content))
    sheet = book.worksheets[0]
    for number, key, words in changes:
        sheet.cell(number, KEYS.index(key) + 1).value = words
    last = max(number for number in range(1, sheet.max_row + 1) if sheet.cell(number, 2).value)
    for number, row in enumerate(rows, start=last + 1):
        for key, words in row.items():
            sheet.cell(number, KEYS.index(key) + 1).value = words
    return saved(book)


def saved(book):
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def row_of(content, name):
    sheet = load_workbook(io.BytesIO(content)).worksheets[0]
    return next(row[0].row for row in sheet.iter_rows() if row[1].value == name)


@pytest.fixture
def look(someone):
    def examine_file(content):
        return examine(read_sheet(content), load_registry(), someone, TODAY)

    return examine_file


def faults(preview):
    return [(fault.cell, fault.message) for row in preview.faulty for fault in row.faults]


def test_a_workbook_tells_the_registry_with_lists_to_choose_from(district):
    sheet = load_workbook(io.BytesIO(exported())).worksheets[0]
    assert [cell.value for cell in sheet[1]] == [str(column.head) for column in COLUMNS]
    assert [cell.value for cell in sheet[3]][1:7] == [
        "张店区发展和改革局",
        "区发改局",
        "部门",
        "张店区人民政府",
        None,
        "发改局",
    ]
    lists = {str(rule.sqref)[0]: rule.formula1 for rule in sheet.data_validations.dataValidation}
    assert lists == {"D": "'可选项'!$A$2:$A$8", "E": "'可选项'!$B$2:$B$7"}


def test_words_that_look_like_formulas_stay_words(make):
    make("=1+1公司", "enterprise")
    assert load_workbook(io.BytesIO(exported())).worksheets[0]["B2"].data_type == "s"


def test_closed_units_stand_on_a_sheet_of_their_own(district, decided):
    close(organisation_id=district.science, decision=decided("2024-03-01"))
    book = load_workbook(io.BytesIO(exported()))
    assert book["已撤销"]["B2"].value == "张店区科学技术局"
    assert "张店区科学技术局" not in [row[1].value for row in book["单位名册"].iter_rows()]


def test_what_comes_back_as_it_went_out_changes_nothing(district, look):
    preview = look(exported())
    assert (len(preview.same), preview.orders, preview.faulty) == (6, (), ())


def test_a_workbook_in_english_is_understood_by_a_chinese_site(district, look):
    with translation.override("en"):
        content = exported()
    preview = look(content)
    assert len(preview.same) == 6


def test_rows_add_rename_move_and_put_right(district, look):
    content = exported()
    science, finance = row_of(content, "张店区科学技术局"), row_of(content, "张店区财政局")
    preview = look(
        changed(
            content,
            (science, "name", "张店区科创局"),
            (science, "short_name", "区科创局"),
            (science, "on", "2024/3/1"),
            (science, "reason", "机构改革"),
            (finance, "aliases", "财政、财政部门"),
            (finance, "position", 77),
            rows=[
                {"name": "张店区统计局", "kind": "部门", "parent": "张店区人民政府", "aliases": "统计局；统计部门"},
                {"name": "统计调查队", "kind": "其他", "parent": "张店区统计局", "since": date(2020, 1, 1)},
            ],
        )
    )
    assert faults(preview) == []
    assert [row.name for row in preview.added] == ["张店区统计局", "统计调查队"]
    told = {(change.label, change.old, change.new) for row in preview.changed for change in row.changes}
    assert ("全称", "张店区科学技术局", "张店区科创局") in told
    assert ("简称", "区科技局", "区科创局") in told
    assert ("别名", "", "财政、财政部门") in told


@pytest.mark.parametrize(
    ("key", "words", "said"),
    [
        ("name", "", "请填写单位的全称"),
        ("name", "区财政局", "已是“张店区财政局”的名称"),
        ("name", "长" * 101, "太长了"),
        ("kind", "处室", "请从这些类别里选一个"),
        ("kind", "", "请从这些类别里选一个"),
        ("parent", "没有的局", "没有找到上级单位"),
        ("region_code", "37030", "六位行政区划代码"),
        ("aliases", "发改局", "已是“张店区发展和改革局”的名称"),
        ("position", "头一个", "1 到 99999"),
        ("since", "2020-13-01", "2024-03-01 的样子"),
        ("since", "2020-01-01", "不能在这里改"),
        ("id", "4242", "没有编号"),
        ("id", "甲", "没有编号"),
    ],
)
def test_a_cell_that_stands_in_the_way_is_named_with_what_to_do(district, look, key, words, said):
    content = exported()
    number = row_of(content, "张店区科学技术局")
    preview = look(changed(content, (number, key, words)))
    letter = "ABCDEFGHIJKL"[KEYS.index(key)]
    assert any(cell == f"{letter}{number}" and said in message for cell, message in faults(preview))
    assert preview.orders == ()


def test_a_change_of_the_institution_needs_a_day_and_a_reason(district, look):
    content = exported()
    number = row_of(content, "张店区科学技术局")
    cells = [cell for cell, _ in faults(look(changed(content, (number, "parent", "张店区财政局"))))]
    assert cells == [f"J{number}", f"L{number}"]


def test_a_day_before_the_last_change_is_refused(district, look, decided):
    rename(organisation_id=district.science, name="张店区科创局", short_name="", decision=decided("2024-03-01"))
    content = exported()
    number = row_of(content, "张店区科创局")
    wrong = [(number, "name", "张店区创新局"), (number, "on", "2024-02-01"), (number, "reason", "改革")]
    assert faults(look(changed(content, *wrong))) == [(f"J{number}", "这个单位在 2024-03-01 已有变更，日期不能更早。")]


def test_a_circle_is_seen_even_when_two_rows_close_it_together(district, look):
    content = exported()
    science, finance = row_of(content, "张店区科学技术局"), row_of(content, "张店区财政局")
    grounds = [
        (row, key, words) for row in (science, finance) for key, words in (("on", "2024-03-01"), ("reason", "改"))
    ]
    preview = look(
        changed(content, *grounds, (finance, "parent", "张店区科学技术局"), (science, "parent", "张店区财政局"))
    )
    assert len(preview.changed) == 1
    assert ["不能作它的上级" in message for _, message in faults(preview)] == [True]


def test_the_same_name_or_unit_twice_is_refused_the_second_time(district, look):
    new = {"name": "张店区统计局", "kind": "部门"}
    known = {"id": district.finance, "name": "张店区财政局", "kind": "部门", "parent": "张店区人民政府"}
    preview = look(changed(exported(), rows=[new, new, known]))
    told = [message for _, message in faults(preview)]
    assert (len(preview.added), len(told)) == (1, 2)
    assert "已是“张店区统计局”" in told[0]
    assert "同一个单位" in told[1]


def test_a_row_below_a_faulty_parent_says_that_the_parent_is_missing(district, look):
    rows = [{"name": "新局", "kind": "处室"}, {"name": "新所", "kind": "其他", "parent": "新局"}]
    preview = look(changed(exported(), rows=rows))
    assert ["没有找到上级单位“新局”" in message for _, message in faults(preview)] == [False, True]


def test_columns_that_are_not_there_leave_things_as_they_are(district, look):
    book = Workbook()
    book.active.append(["单位名册"])
    book.active.append(["单位编号", "全称", "类别"])
    book.active.append([district.finance, "张店区财政局", "部门"])
    preview = look(saved(book))
    assert (len(preview.same), preview.faulty) == (1, ())


def test_a_file_that_is_no_workbook_is_refused_in_a_sentence():
    with pytest.raises(UnreadableWorkbookError):
        read_sheet(b"not a workbook")
    with pytest.raises(NoHeadError, match="全称"):
        read_sheet(saved(Workbook()))
    with pytest.raises(TooLargeWorkbookError):
        read_sheet(b"x" * (5 * 1024 * 1024 + 1))


@pytest.fixture
def upload(signed_in):
    def send(content, name="单位.xlsx"):
        return signed_in.post("/organisations/import/", {"file": SimpleUploadedFile(name, content)})

    return send


def fingerprint_on(page):
    return page.split('name="fingerprint" value="')[1].split('"')[0]


def test_an_import_is_looked_at_then_accepted_in_part(signed_in, district, upload):
    rows = [{"name": "张店区统计局", "kind": "部门", "parent": "张店区人民政府"}, {"name": "新局", "kind": "处室"}]
    path = upload(changed(exported(), rows=rows)).url
    page = signed_in.get(path).content.decode()
    assert "只导入没有问题的 1 行" in page
    assert "请从这些类别里选一个" in page
    assert Event.objects.filter(kind="established").count() == 6
    signed_in.post(f"{path}accept/", {"fingerprint": fingerprint_on(page)})
    assert load_registry().units[max(load_registry().units)].name(TODAY) == "张店区统计局"
    assert Event.objects.filter(kind="established").count() == 7
    assert signed_in.post(f"{path}accept/", {"fingerprint": fingerprint_on(page)}).status_code == 404


def test_what_was_looked_at_is_what_is_carried_out(signed_in, district, upload):
    content = exported()
    science, finance = row_of(content, "张店区科学技术局"), row_of(content, "张店区财政局")
    sent = changed(
        content,
        (science, "name", "张店区科创局"),
        (science, "short_name", ""),
        (science, "on", "2024-03-01"),
        (science, "reason", "机构改革"),
        (science, "parent", "张店区财政局"),
        (science, "aliases", "科创"),
        (finance, "aliases", "财政、区财政局"),
        rows=[
            {"name": "张店区统计局", "kind": "部门", "parent": "张店区人民政府", "region_code": 370303},
            {"name": "统计队", "kind": "其他", "parent": "张店区统计局"},
        ],
    )
    path = upload(sent).url
    page = signed_in.get(path).content.decode()
    answer = signed_in.post(f"{path}accept/", {"fingerprint": fingerprint_on(page)}, follow=True)
    assert "已导入 4 个单位" in answer.content.decode()
    unit = load_registry().units[district.science]
    assert (unit.name(TODAY), unit.short_name(TODAY), unit.parent_id(TODAY)) == (
        "张店区科创局",
        "张店区科创局",
        district.finance,
    )
    assert load_registry().units[district.finance].aliases(timezone.localdate()) == ("财政",)
    assert set(Event.objects.filter(organisation=district.science).values_list("kind", flat=True)) == {
        "established",
        "renamed",
        "moved",
        "adjusted",
    }


def test_a_preview_that_is_out_of_date_is_not_carried_out(signed_in, district, upload, decided):
    path = upload(changed(exported(), rows=[{"name": "新局", "kind": "部门"}])).url
    seen = fingerprint_on(signed_in.get(path).content.decode())
    rename(organisation_id=district.science, name="新局", short_name="", decision=decided("2024-03-01"))
    answer = signed_in.post(f"{path}accept/", {"fingerprint": seen})
    assert (answer.status_code, "预检之后名册有了变动" in answer.content.decode()) == (409, True)


def test_the_faults_come_back_written_into_the_workbook(signed_in, district, upload):
    path = upload(changed(exported(), rows=[{"name": "新局", "kind": "处室"}])).url
    sheet = load_workbook(io.BytesIO(signed_in.get(f"{path}marked/").content)).worksheets[0]
    cell = sheet["D8"]
    assert "请从这些类别里选一个" in cell.comment.text
    assert cell.fill.fgColor.rgb.endswith("F6C9BE")
    assert "D8" in sheet.cell(8, len(COLUMNS) + 1).value
    assert sheet.cell(2, len(COLUMNS) + 1).value == "没有变化"


def test_what_cannot_be_read_is_told_on_the_form(upload, signed_in):
    page = upload(b"hello").content.decode()
    assert "不是能读取的 .xlsx 表格" in page
    assert signed_in.get(f"/organisations/import/{'0' * 64}/").status_code == 404
    assert signed_in.get("/organisations/import/..%2Fsecret/").status_code == 404


def test_forgotten_files_go_after_a_day(own_folder):
    now = timezone.now()
    digest = shelf.put(b"one", now)
    shelf.put(b"two", now + shelf.KEPT_FOR * 2)
    with pytest.raises(shelf.NotOnTheShelfError):
        shelf.get(digest)


def test_a_preview_asks_few_questions_whatever_the_number_of_rows(
    signed_in, district, upload, django_assert_max_num_queries
):
    rows = [{"name": f"示例企业{number}", "kind": "企业", "parent": "张店区人民政府"} for number in range(200)]
    path = upload(changed(exported(), rows=rows)).url
    with django_assert_max_num_queries(12):
        assert signed_in.get(path).status_code == 200

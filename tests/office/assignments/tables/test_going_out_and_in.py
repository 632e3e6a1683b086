"""Tables through the pages: out, changed, looked at, taken in part, undone; and round trips that lose nothing."""

import io
import random
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from docx import Document
from openpyxl import load_workbook
from tests.office.assignments.tables.conftest import as_bytes, place

from taizhang.office.assignments.decomposition.models import Decomposition
from taizhang.office.assignments.intakes import TableIntake
from taizhang.office.assignments.models import Assignment
from taizhang.office.assignments.services import drafting
from taizhang.office.assignments.tables.contents import task_table
from taizhang.office.assignments.tables.task_book import write_task_book
from taizhang.office.assignments.terms import StepTerms, Terms
from taizhang.office.audit.models import AuditEntry
from taizhang.office.commitments.models import Commitment

JOBS = "城镇新增就业10000人以上"
BOOKS = 100
WORDS = ("摸清底数", "开工建设", "=1+1", "‘引号’", "完成50%", "见附件①\n第二行", "12", "（累计）", "  两边有空 ")


def exported(client, plan, layout, media="xlsx"):
    answer = client.get(reverse("assignments:table_export", args=[plan.id, layout, media]))
    assert answer.status_code == 200
    return answer.content


def uploaded(client, plan, content, layout="v9"):
    file = SimpleUploadedFile("填好的表.xlsx", content)
    return client.post(reverse("assignments:table_receive", args=[plan.id]), {"layout": layout, "file": file})


def taken(client, preview_url, rows=None, **said):
    page = client.get(preview_url)
    found = page.context["preview"]
    wanted = [row.number for row in found.changed] if rows is None else rows
    form = {"fingerprint": found.fingerprint, "row": wanted, **said}
    return client.post(f"{preview_url}accept/", form)


@pytest.fixture
def changed(signed_in, plan, assigned):
    """The address of the dry run of a table with two rows changed."""
    book = load_workbook(io.BytesIO(exported(signed_in, plan, "v9")))
    sheet = book["任务分解"]
    place(sheet, "责任领导", JOBS).value = "李四"
    place(sheet, "牵头", "固定资产投资增长9%以上").value = "云岭县商务局"
    return uploaded(signed_in, plan, as_bytes(book)).headers["Location"]


def test_the_right_rows_are_taken_and_the_others_left(signed_in, plan, changed, jobs, ids):
    page = signed_in.get(changed)
    wanted = [row.number for row in page.context["preview"].changed if row.title == JOBS]
    taken(signed_in, changed, wanted)
    assert Assignment.objects.get(commitment=jobs).leader == "李四"
    assert Assignment.objects.count() == 1
    assert AuditEntry.objects.filter(action="assignments.table_taken_in").count() == 1


def test_an_intake_is_undone_together(signed_in, plan, changed, jobs):
    taken(signed_in, changed)
    assert Assignment.objects.count() == 2
    intake = TableIntake.objects.get()
    for _press in range(2):
        signed_in.post(reverse("assignments:table_undo", args=[plan.id, intake.id]))
    assert Assignment.objects.get(commitment=jobs).leader == "张三"
    intake.refresh_from_db()
    assert intake.undone_at is not None
    assert AuditEntry.objects.filter(action="assignments.table_undone").count() == 1


def test_what_was_changed_since_is_not_undone(signed_in, plan, changed, jobs, clerk, units):
    taken(signed_in, changed)
    drafting.draft_many(changes={jobs.id: lambda _before: Terms(leader="王五")}, by=clerk, units=units)
    answer = signed_in.post(reverse("assignments:table_undo", args=[plan.id, TableIntake.objects.get().id]))
    assert answer.status_code == 409
    assert Assignment.objects.get(commitment=jobs).leader == "王五"


def test_a_look_that_is_out_of_date_takes_nothing(signed_in, plan, changed, jobs, clerk, units):
    page = signed_in.get(changed)
    drafting.draft_many(changes={jobs.id: lambda _before: Terms(leader="王五")}, by=clerk, units=units)
    form = {"fingerprint": page.context["preview"].fingerprint, "row": [6]}
    assert signed_in.post(f"{changed}accept/", form).status_code == 409
    assert not TableIntake.objects.exists()


def test_no_row_ticked_takes_nothing(signed_in, changed):
    assert taken(signed_in, changed, []).status_code == 422


def test_faults_stand_in_the_marked_workbook_at_their_cells(signed_in, plan, assigned):
    book = load_workbook(io.BytesIO(exported(signed_in, plan, "v9")))
    cell = place(book["任务分解"], "时限", JOBS)
    cell.value = "尽快"
    address = uploaded(signed_in, plan, as_bytes(book)).headers["Location"]
    assert "没有认出是哪一天" in signed_in.get(address).content.decode()
    marked = load_workbook(io.BytesIO(signed_in.get(f"{address}marked/").content))
    bad = marked["任务分解"][cell.coordinate]
    assert "没有认出是哪一天" in bad.comment.text
    assert bad.fill.fgColor.rgb.endswith("F6C9BE")


def test_figures_come_into_a_draft_and_go_again(signed_in, plan, jobs, ids):
    shares = signed_in.get(reverse("assignments:table_export", args=[plan.id, "v5", "xlsx"]) + f"?target={jobs.id}")
    book = load_workbook(io.BytesIO(shares.content))
    for name, value in (("东河镇", 6000), ("西岭镇", 4000)):
        row = place(book["指标分解"], "单位", name).row
        for column in range(3, 7):
            book["指标分解"].cell(row, column).value = value
    address = uploaded(signed_in, plan, as_bytes(book), "v5").headers["Location"]
    assert "正好相等" in signed_in.get(address).content.decode()
    taken(signed_in, address)
    draft = Decomposition.objects.get()
    assert (draft.state, draft.shares.count()) == ("draft", 8)
    signed_in.post(reverse("assignments:table_undo", args=[plan.id, TableIntake.objects.get().id]))
    draft.refresh_from_db()
    assert draft.state == "discarded"


def test_word_tables_repeat_their_head_and_lie_on_their_side(signed_in, plan, assigned):
    for layout in ("v9", "v5"):
        paper = Document(io.BytesIO(exported(signed_in, plan, layout, "docx")))
        section = paper.sections[0]
        assert section.page_width > section.page_height
        assert paper.element.xpath("//w:tblHeader")
    titles = [paragraph.text for paragraph in paper.paragraphs]
    assert "云岭县2024年国民经济和社会发展计划主要指标分解表" in titles


def test_workbooks_are_guarded_but_for_what_may_be_typed(signed_in, plan, assigned):
    sheet = load_workbook(io.BytesIO(exported(signed_in, plan, "v9")))["任务分解"]
    assert sheet.protection.sheet
    assert place(sheet, "任务", JOBS).protection.locked
    assert not place(sheet, "牵头", JOBS).protection.locked
    assert sheet.column_dimensions["A"].hidden
    assert sheet.freeze_panes == "D6"
    assert place(sheet, "时限", JOBS).is_date


def test_only_the_bureau_takes_tables_in(client, plan, person):
    client.force_login(person("supervision"))
    assert client.get(reverse("assignments:tables", args=[plan.id])).status_code == 200
    file = SimpleUploadedFile("表.xlsx", b"x")
    refused = client.post(reverse("assignments:table_receive", args=[plan.id]), {"layout": "v9", "file": file})
    assert refused.status_code == 403


def test_pages_ask_few_questions(signed_in, changed, plan, django_assert_max_num_queries):
    for address in (reverse("assignments:tables", args=[plan.id]), changed):
        with django_assert_max_num_queries(12):
            assert signed_in.get(address).status_code == 200


def always(terms):
    return lambda _before: terms


def random_terms(draw, ids):
    names = list(ids.values())
    draw.shuffle(names)
    steps = []
    for quarter in range(1, 5):
        words = draw.choice((*WORDS, "")).strip()
        value = draw.choice((None, Decimal(draw.randrange(10**6)).scaleb(-draw.randrange(3))))
        if words or value is not None:
            steps.append(StepTerms(f"2024-Q{quarter}", words, value))
    return Terms(
        lead=draw.choice((None, names[0])),
        supports=tuple(names[1 : draw.randrange(1, len(names))]),
        leader=draw.choice(("", "张三", "欧阳修、王安石")),
        measure=draw.choice(("", *WORDS)).strip(),
        due_on=draw.choice((None, date(2024, 1, 1) + timedelta(draw.randrange(366)))),
        steps=tuple(steps),
    )


def test_a_hundred_random_books_come_back_without_loss(plan, ids, units, clerk, occasion, examined):
    draw = random.Random(2024)
    commitments = list(Commitment.objects.order_by("id").values_list("id", flat=True))
    for _book in range(BOOKS):
        wanted = {each: random_terms(draw, ids) for each in commitments}
        changes = {each: always(terms) for each, terms in wanted.items()}
        drafting.draft_many(changes=changes, by=clerk, units=units)
        book = load_workbook(io.BytesIO(write_task_book(task_table(plan, units), units, occasion)))
        found = examined(book)
        assert {row.action for row in found.preview.rows} == {"same"}
        del book["_taizhang"]  # nor where the workbook forgot what it was
        assert {row.action for row in examined(book).preview.rows} == {"same"}


def test_random_terms_written_into_a_book_are_what_is_taken(plan, ids, units, clerk, occasion, examined):
    draw = random.Random(9)
    commitments = list(Commitment.objects.order_by("id").values_list("id", flat=True))
    for _book in range(10):
        wanted = {each: random_terms(draw, ids) for each in commitments}
        changes = {each: always(terms) for each, terms in wanted.items()}
        full = drafting.draft_many(changes=changes, by=clerk, units=units)
        told = load_workbook(io.BytesIO(write_task_book(task_table(plan, units), units, occasion)))
        drafting.undo(batch=full.batch, by=clerk, units=units)
        del told["_taizhang"]
        for row in told["任务分解"].iter_rows(min_row=6, max_col=1):
            row[0].value = row[0].value.partition(".")[0] + f".{revision_of(row[0].value)}"
        for row in examined(told).preview.rows:
            assert not row.faults
            assert normal(row.terms) == normal(wanted[row.about])


def revision_of(key):
    commitment_id = int(key.removeprefix("c").partition(".")[0])
    return Assignment.objects.get(commitment=commitment_id).revision


def normal(terms):
    """A figure that was typed as words is a figure."""
    steps = [
        replace(step, words="", value=Decimal(12)) if step.words == "12" and step.value is None else step
        for step in terms.steps
    ]
    return replace(terms, steps=tuple(steps))

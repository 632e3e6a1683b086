"""What tests of tables share: a plan in the ledger, a few units, workbooks out and what would become of them."""

import io
from datetime import date
from decimal import Decimal

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from openpyxl import load_workbook

from taizhang.office.assignments.selectors.units import load_units
from taizhang.office.assignments.services import drafting
from taizhang.office.assignments.tables.contents import share_table, task_table
from taizhang.office.assignments.tables.examined import examine
from taizhang.office.assignments.tables.share_book import write_share_book
from taizhang.office.assignments.tables.sheets import Occasion
from taizhang.office.assignments.tables.task_book import write_task_book
from taizhang.office.assignments.terms import StepTerms, Terms
from taizhang.office.commitments import services as ledger
from taizhang.office.commitments.models import Commitment
from taizhang.office.commitments.selectors.readings import chapters_of, current_version_id
from taizhang.office.organisations.models import Kind
from taizhang.office.organisations.services import changes
from taizhang.office.organisations.services.decision import Decision, Draft
from taizhang.office.plans.selectors import get_plan
from taizhang.office.plans.services import take_in

TEXT = """云岭县2024年国民经济和社会发展计划

一、2024年主要预期目标

主要预期目标为：固定资产投资增长9%以上；城镇新增就业10000人以上；新增规上服务业企业8家以上。

二、2024年重点任务和主要措施

（一）增进民生福祉。一是促进就业增收。落实各项补贴政策；办好技能大赛。

二是守住安全底线，推进西岭水厂改造工程。
"""
UNITS = {
    "东河镇": Kind.TOWN,
    "西岭镇": Kind.TOWN,
    "云岭县发展和改革局": Kind.DEPARTMENT,
    "云岭县财政局": Kind.DEPARTMENT,
    "云岭县商务局": Kind.DEPARTMENT,
}
YEAR = 2024


@pytest.fixture
def plan(clerk, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        receipt = take_in(file=SimpleUploadedFile("云岭县计划.txt", TEXT.encode()), by=clerk)
    version_id = current_version_id(receipt.plan_id)
    keys = [each.key for chapter in chapters_of(version_id) for each in chapter.suggestions]
    ledger.adopt_many(version_id=version_id, keys=keys, by=clerk)
    return get_plan(receipt.plan_id)


@pytest.fixture
def ids(db):
    """Name of a unit → its id."""
    made = {}
    for name, kind in UNITS.items():
        draft = Draft(name, kind)
        made[name] = changes.establish(draft=draft, decision=Decision(on=None, by=None)).organisation_id
    return made


@pytest.fixture
def units(ids):
    return load_units(timezone.localdate())


@pytest.fixture
def jobs(plan):
    return Commitment.objects.get(value=10000)


@pytest.fixture
def assigned(plan, jobs, ids, units, clerk):
    """The jobs are led by the bureau, with figures for two quarters."""
    terms = Terms(
        lead=ids["云岭县发展和改革局"],
        supports=(ids["云岭县财政局"],),
        leader="张三",
        due_on=date(YEAR, 12, 31),
        steps=(StepTerms("2024-Q1", "摸清底数"), StepTerms("2024-Q2", "过半", Decimal(5000))),
    )
    return drafting.draft_many(changes={jobs.id: lambda _before: terms}, by=clerk, units=units)


@pytest.fixture
def occasion():
    return Occasion("办事员甲", timezone.localtime(), is_demonstration=False)


@pytest.fixture
def task_book(plan, assigned, units, occasion):
    """The task table as it goes out, to be spoiled."""
    return load_workbook(io.BytesIO(write_task_book(task_table(plan, units), units, occasion)))


@pytest.fixture
def share_book(plan, units, occasion):
    """Writes the share table of these targets."""

    def write(*targets):
        table = share_table(plan, units, [each.id for each in targets])
        return load_workbook(io.BytesIO(write_share_book(table, units, occasion)))

    return write


@pytest.fixture
def examined(plan, units):
    """What would become of a workbook."""

    def look(book, layout="v9", said=None):
        return examine(as_bytes(book), plan, layout, said or {}, units)

    return look


def as_bytes(book):
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def place(sheet, head, title=""):
    """The cell under a head, in the row of a task or unit."""
    column = next(cell.column for row in sheet.iter_rows(max_row=5) for cell in row if cell.value == head)
    if not title:
        return sheet.cell(6, column)
    row = next(cell.row for line in sheet.iter_rows(min_row=6) for cell in line if cell.value == title)
    return sheet.cell(row, column)

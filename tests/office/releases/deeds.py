"""Deeds (办理过程): what made-up people do with a release, so that every table of it has rows worth bringing along.

All of it goes through the services of the newest code, and moves on with them.
"""

from datetime import date

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from huey.contrib.djhuey import HUEY
from tests.office.conftest import SMALL_PLAN

from taizhang.office.accounts.models import User
from taizhang.office.accounts.services import create_user
from taizhang.office.commitments import services as ledger
from taizhang.office.commitments.models import Commitment, Status
from taizhang.office.commitments.selectors.readings import chapters_of, current_version_id
from taizhang.office.demonstration.services import seed
from taizhang.office.findings import services as findings
from taizhang.office.findings.models import Action, FindingRecord, Severity
from taizhang.office.organisations.models import Organisation
from taizhang.office.organisations.services import changes
from taizhang.office.organisations.services.decision import Decision, Draft
from taizhang.office.plans.models import Plan
from taizhang.office.plans.services import take_in

PASSWORD = "a long pass phrase"
SECOND_DRAFT = SMALL_PLAN.replace("投资增长8.6%", "投资增长7.5%")


def live() -> None:
    """Everything that leaves a trace in the database."""
    HUEY.immediate = True
    seed()
    User.objects.create_superuser("root", "管理员甲", PASSWORD)
    clerk = create_user(username="zhangsan", name="办事员甲", password=PASSWORD)
    reviewer = create_user(username="lisi", name="复核人乙", password=PASSWORD)
    change_organisations(clerk)
    keep_ledger(Plan.objects.get().id, clerk)
    deal_with_findings(clerk, reviewer)
    hand_in_drafts(clerk)
    sign_in_and_out()


def change_organisations(by: User) -> None:
    on = {"on": date(2024, 3, 1), "by": by, "document": "云岭编发〔2024〕3号", "reason": "机构改革"}
    made = changes.establish(
        draft=Draft("云岭县大数据中心", "department", "大数据中心", aliases=("数据办",)), decision=Decision(**on)
    )
    later = {**on, "on": date(2024, 9, 1), "document": "云岭编发〔2024〕9号"}
    unit = {"organisation_id": made.organisation_id}
    changes.rename(**unit, name="云岭县数据局", short_name="数据局", decision=Decision(**later))
    district = Organisation.objects.order_by("id")[0]
    changes.move(**unit, parent_id=district.id, decision=Decision(**{**later, "on": date(2024, 10, 1)}))


def keep_ledger(plan_id: int, by: User) -> None:
    """Some adopted, some set aside, one amended, one withdrawn, one restored, one undone; most are open still."""
    version_id = current_version_id(plan_id)
    keys = [each.key for chapter in chapters_of(version_id) for each in chapter.suggestions]
    ledger.adopt_many(version_id=version_id, keys=keys[:40], by=by)
    ledger.set_aside(version_id=version_id, keys=keys[40:44], reason="上级另有部署", by=by)
    undone = ledger.adopt_many(version_id=version_id, keys=keys[44:46], by=by)
    ledger.undo(batch=undone.batch, by=by)
    amended, withdrawn, restored = Commitment.objects.filter(status=Status.ADOPTED).order_by("id")[:3]
    said = {"changes": {"title": "改写过的事项", "period": "2023年"}, "reason": "按印发稿更正"}
    ledger.amend(commitment_id=amended.id, revision=amended.revision, **said, by=by)
    ledger.withdraw(commitment_id=withdrawn.id, reason="重复登记", by=by)
    ledger.withdraw(commitment_id=restored.id, reason="误操作", by=by)
    ledger.restore(commitment_id=restored.id, by=by)


def deal_with_findings(clerk: User, reviewer: User) -> None:
    """On a plan that has errors: one decided and confirmed, one let stand, one taken back."""
    receipt = take_in(file=SimpleUploadedFile("青山县计划.txt", SMALL_PLAN.encode()), by=clerk)
    found = FindingRecord.objects.filter(run__version__plan=receipt.plan_id).order_by("id")
    error = found.filter(severity=Severity.ERROR)[0]
    findings.dispose(finding_id=error.id, action=Action.FIXED, reason="已按附表改正", by=clerk)
    findings.confirm(finding_id=error.id, by=reviewer)
    others = found.exclude(severity=Severity.ERROR)
    findings.dispose(finding_id=others[0].id, action=Action.ACCEPTED, reason="口径不同", by=clerk)
    findings.take_back(finding_id=others[0].id, reason="看错了", by=reviewer)


def hand_in_drafts(by: User) -> None:
    """A second draft of a plan, and a file that cannot be read."""
    plan = Plan.objects.order_by("-id")[0]
    take_in(file=SimpleUploadedFile("二稿.txt", SECOND_DRAFT.encode()), by=by, plan_id=plan.id)
    take_in(file=SimpleUploadedFile("坏文件.docx", b"PK\x03\x04 not a Word file"), by=by)


def sign_in_and_out() -> None:
    visitor = Client(SERVER_NAME="localhost")
    visitor.post("/sign-in/", {"username": "zhangsan", "password": "wrong"})
    visitor.post("/sign-in/", {"username": "zhangsan", "password": PASSWORD})
    visitor.post("/language/", {"language": "en"})
    visitor.post("/sign-out/")

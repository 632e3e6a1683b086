"""What tests of assignments share: a plan of our own that names who answers, units of a district, what was adopted."""

from datetime import UTC, date, datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from taizhang.office.assignments.models import Assignment
from taizhang.office.assignments.selectors.units import load_units
from taizhang.office.assignments.services import drafting, handing_out
from taizhang.office.assignments.services.signing import Side
from taizhang.office.commitments import services as ledger
from taizhang.office.commitments.models import Commitment, Status
from taizhang.office.commitments.selectors.readings import chapters_of, current_version_id
from taizhang.office.organisations.models import Kind, Name
from taizhang.office.organisations.naming import key_of
from taizhang.office.organisations.services import changes
from taizhang.office.organisations.services.decision import Decision, Draft
from taizhang.office.plans.life.models import Resolution, ResolutionState
from taizhang.office.plans.models import Plan
from taizhang.office.plans.services import take_in

PLAN = """柳湾县2024年国民经济和社会发展计划

一、2023年计划执行情况

（一）经济运行平稳。地区生产总值完成120.5亿元，同比增长5.2%；城镇新增就业3200人。

二、2024年主要预期目标

主要预期目标为：地区生产总值增长6%左右；社会消费品零售总额增长8%以上；城镇新增就业3000人以上。

三、2024年重点任务和主要措施

（一）壮大现代产业。新增规上服务业企业8家以上。（牵头单位：区商务局；配合单位：区统计局、区财政局）

（二）增进民生福祉。6月底前建成柳湾养老中心，改造老旧小区12个。（责任单位：区民政局、区灯塔局）

其他各项工作统筹推进，开创新局面。
"""
UNITS = (
    ("张店区人民政府", "区政府", Kind.GOVERNMENT),
    ("张店区发展和改革局", "区发改局", Kind.DEPARTMENT),
    ("张店区商务局", "区商务局", Kind.DEPARTMENT),
    ("张店区统计局", "区统计局", Kind.DEPARTMENT),
    ("张店区财政局", "区财政局", Kind.DEPARTMENT),
    ("张店区民政局", "区民政局", Kind.DEPARTMENT),
    ("张店区人力资源和社会保障局", "区人社局", Kind.DEPARTMENT),
)
TODAY = date(2024, 3, 4)  # a Monday
NOW = datetime(2024, 3, 4, 2, tzinfo=UTC)


@pytest.fixture
def names(db):
    """Units by their short names."""
    parent = None
    for name, short, kind in UNITS:
        draft = Draft(name=name, kind=kind, short_name=short, parent_id=parent, region_code="" if parent else "370303")
        changes.establish(draft=draft, decision=Decision(on=None, by=None))
        parent = parent or unit_id(name)
    return {short: unit_id(name) for name, short, _kind in UNITS}


def unit_id(name):
    return Name.objects.filter(key=key_of(name)).values_list("organisation_id", flat=True).get()


@pytest.fixture
def units(names):
    return load_units(TODAY)


@pytest.fixture
def plan(clerk, django_capture_on_commit_callbacks):
    file = SimpleUploadedFile("柳湾县计划.txt", PLAN.encode())
    with django_capture_on_commit_callbacks(execute=True):
        receipt = take_in(file=file, by=clerk)
    return Plan.objects.get(id=receipt.plan_id)


@pytest.fixture
def adopted(plan, clerk):
    """Everything the plan promises, in the ledger; by title."""
    version_id = current_version_id(plan.id)
    keys = [each.key for chapter in chapters_of(version_id) for each in chapter.suggestions]
    ledger.adopt_many(version_id=version_id, keys=keys, by=clerk)
    return {each.title: each for each in Commitment.objects.filter(status=Status.ADOPTED)}


@pytest.fixture
def retail(adopted):
    """社会消费品零售总额增长8%以上."""
    return next(each for title, each in adopted.items() if "零售" in title)


@pytest.fixture
def firms(adopted):
    """新增规上服务业企业8家以上, whose owners the text names."""
    return next(each for title, each in adopted.items() if "规上服务业" in title)


@pytest.fixture
def approved(plan, clerk, person):
    """The plan's version is in force."""
    return Resolution.objects.create(
        plan=plan,
        version_id=current_version_id(plan.id),
        organ="柳湾县人民代表大会",
        number="柳人发〔2024〕3号",
        decided_on=date(2024, 2, 20),
        state=ResolutionState.CONFIRMED,
        is_in_force=True,
        entered_by=clerk,
        entered_at=NOW,
        confirmed_by=person("planner", username="second", name="复核人乙"),
        confirmed_at=NOW,
    )


@pytest.fixture
def drafted(approved, firms, retail, clerk, units):
    """Both drafted as proposed."""
    drafting.accept_proposals(commitment_ids=[firms.id, retail.id], by=clerk, units=units)
    return Assignment.objects.get(commitment=firms)


@pytest.fixture
def handed_out(drafted, firms, retail, clerk):
    """Both handed out on Monday the fourth of March."""
    handing_out.hand_out(commitment_ids=[firms.id, retail.id], by=clerk, now=NOW)
    drafted.refresh_from_db()
    return drafted


@pytest.fixture
def duty_of(handed_out, names):
    """The duty of a unit in what the text names owners for."""

    def find(short):
        return handed_out.duties.get(organisation=names[short], ended_at=None)

    return find


@pytest.fixture
def merchant(person, names):
    """A reporter of the department of commerce."""
    return person("reporter", names["区商务局"], username="merchant", name="商务填报人")


@pytest.fixture
def side(merchant, names, units):
    """The department of commerce."""
    return Side(merchant, frozenset({names["区商务局"]}), units)

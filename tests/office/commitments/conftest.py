"""What tests of the ledger share: a small plan in our own words, read the way every plan is, and what was made of it."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from taizhang.office.commitments import services
from taizhang.office.commitments.models import Commitment
from taizhang.office.commitments.selectors.readings import chapters_of, current_version_id
from taizhang.office.plans.models import Plan
from taizhang.office.plans.services import take_in

PLAN = """云岭县2024年国民经济和社会发展计划

一、2023年计划执行情况

（一）经济运行平稳。地区生产总值完成120.5亿元，同比增长5.2%；新增规上服务业企业6家；城镇新增就业3200人。

二、2024年主要预期目标

主要预期目标为：地区生产总值增长6%左右；固定资产投资增长9%以上；实际使用外资稳中提质；居民收入与经济增长同步。

三、2024年重点任务和主要措施

（一）壮大现代产业。一是培育经营主体。健全梯次培育机制，新增规上服务业企业8家以上，让企业轻装上阵。加快云岭数据中心、北湖物流园等项目建设，推进西岭水厂改造工程。

二是扩大有效投资，实施县重点项目40个，总投资210亿元，分别增长8%、12.5%。

（二）增进民生福祉。一是促进就业增收。落实各项补贴政策，城镇新增就业3000人以上；办好技能大赛。

二是守住安全底线，确保平稳有序。

其他各项工作统筹推进，开创新局面。

附件：2024年主要指标

指标	单位	2023年完成		2024年计划	
		绝对值	增长%	绝对值	增长%
地区生产总值	亿元	120.5	5.2	127.7	6左右
固定资产投资	亿元	45	7.5	——	10以上
实际使用外资	万美元	1800	12	稳中提质	稳中提质
"""


@pytest.fixture
def plan(clerk, django_capture_on_commit_callbacks):
    """The plan above, taken in and read."""
    file = SimpleUploadedFile("云岭县计划.txt", PLAN.encode())
    with django_capture_on_commit_callbacks(execute=True):
        receipt = take_in(file=file, by=clerk)
    return Plan.objects.get(id=receipt.plan_id)


@pytest.fixture
def version_id(plan):
    return current_version_id(plan.id)


@pytest.fixture
def chapters(version_id):
    return chapters_of(version_id)


@pytest.fixture
def suggestions(chapters):
    """Every suggestion by its title."""
    return {each.title: each for chapter in chapters for each in chapter.suggestions}


@pytest.fixture
def adopted(version_id, suggestions, clerk):
    """The growth target of the regional product, which text and annex promise, as it stands in the ledger."""
    services.adopt(version_id=version_id, key=suggestions["地区生产总值增长6%左右"].key, by=clerk)
    return Commitment.objects.get()

"""Extreme completion is explained (完成率过高过低有说明)."""

from decimal import Decimal

from taizhang.paper.checks.rules.extreme_completion_is_explained import RULE
from taizhang.paper.checks.settings import Settings


def test_a_very_high_rate_is_a_hint(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    一、2023年计划执行情况

    技术改造项目完成投资7.2亿元，投资完成率达到167.3%。
    """
    (finding,) = findings_of(RULE)
    assert finding.severity.value == "hint"
    assert finding.computed["隐含任务数"] == "[4.27, 4.33]亿元"


def test_a_very_low_rate_is_a_hint(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    一、2023年计划执行情况

    到位省外资金30亿元，完成年度任务的68.2%。
    """
    (finding,) = findings_of(RULE)
    assert finding.severity.value == "hint"
    assert "偏低" in finding.message


def test_an_ordinary_rate_is_well(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    一、2023年计划执行情况

    到位省外资金52亿元，完成年度任务的118.2%。
    """
    assert findings_of(RULE) == []


def test_a_table_is_told_of_once(findings_of):
    """
    云河区2023年预算执行情况

    指标名称	单位	2023年预算数	2023年完成数	完成预算%
    教育支出	万元	100	60	60
    卫生支出	万元	50	20	40
    """
    (finding,) = findings_of(RULE)
    assert len(finding.evidence) == 2


def test_a_region_sets_its_own_limits(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    一、2023年计划执行情况

    到位省外资金52亿元，完成年度任务的118.2%。
    """
    assert len(findings_of(RULE, settings=Settings(tolerance={"completion_high": Decimal(110)}))) == 1

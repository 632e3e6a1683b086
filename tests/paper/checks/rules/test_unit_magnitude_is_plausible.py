"""The unit's magnitude is plausible (单位数量级合理)."""

from taizhang.paper.checks.case import build_case
from taizhang.paper.checks.rules.unit_magnitude_is_plausible import RULE


def test_a_magnitude_left_out_is_found(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    一、2023年计划执行情况

    城镇新增就业1.8人。
    """
    (finding,) = findings_of(RULE)
    assert [evidence.quote for evidence in finding.evidence] == ["1.8人"]
    assert finding.severity.value == "warning"


def test_a_unit_too_large_for_any_number_is_found(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    附件：
    2024年主要预期目标

    指标名称	单位	2023年完成	增长%	2024年计划	增长%
    VOCs削减量	万吨	——	——	完成市下达任务目标	——
    地区生产总值	亿元	512.6	5.8	543	6左右
    """
    (finding,) = findings_of(RULE)
    assert [evidence.quote for evidence in finding.evidence] == ["VOCs削减量"]


def test_a_usual_unit_is_not(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    一、2023年计划执行情况

    城镇新增就业1.8万人。

    附件：
    2024年主要预期目标

    指标名称	单位	2023年完成	增长%	2024年计划	增长%
    VOCs削减量	吨	——	——	完成市下达任务目标	——
    地区生产总值	亿元	512.6	5.8	543	6左右
    """
    assert findings_of(RULE) == []


def test_a_province_is_larger_than_a_district(read_plan):
    """
    云河区2024年国民经济和社会发展计划

    一、2023年计划执行情况

    见下面的正文。
    """
    province = read_plan("青原省2024年国民经济和社会发展计划\n\n一、2023年计划执行情况\n\n地区生产总值完成48126亿元。")
    assert list(RULE.check(build_case(province))) == []

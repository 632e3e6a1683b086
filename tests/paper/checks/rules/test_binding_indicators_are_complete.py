"""The annex lists every binding indicator (约束性指标齐全)."""

from taizhang.paper.checks.rules.binding_indicators_are_complete import RULE
from taizhang.paper.checks.settings import Settings


def test_what_the_usual_set_has_and_the_annex_lacks_is_named(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    附件：
    2024年主要预期目标

    指标名称	单位	2023年完成	增长%	2024年计划	增长%
    地区生产总值	亿元	512.6	5.8	543	6左右
    VOCs削减量	吨	——	——	完成市下达任务目标	——
    COD削减量	吨	——	——	完成市下达任务目标	——
    """
    (finding,) = findings_of(RULE)
    assert finding.severity.value == "warning"
    assert "氮氧化物" in finding.computed["缺"]
    assert "挥发性有机物" not in finding.computed["缺"]


def test_the_regions_own_set_comes_first(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    附件：
    2024年主要预期目标

    指标名称	单位	2023年完成	增长%	2024年计划	增长%
    地区生产总值	亿元	512.6	5.8	543	6左右
    VOCs削减量	吨	——	——	完成市下达任务目标	——
    COD削减量	吨	——	——	完成市下达任务目标	——
    """
    assert findings_of(RULE, settings=Settings(expected=("vocs_reduction", "cod_reduction"))) == []
    assert findings_of(RULE, settings=Settings(expected=("grain_output",)))[0].computed == {"缺": "粮食总产量"}


def test_an_annex_about_other_things_is_left_alone(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    附件：
    2024年主要预期目标

    指标名称	单位	2023年完成	增长%	2024年计划	增长%
    地区生产总值	亿元	512.6	5.8	543	6左右
    固定资产投资	亿元	151.2	8.4	166	10以上
    """
    assert findings_of(RULE) == []

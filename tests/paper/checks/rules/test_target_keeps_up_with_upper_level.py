"""A target keeps up with the upper level and the five-year plan (与上级目标和五年规划衔接)."""

from taizhang.paper.checks.rules.target_keeps_up_with_upper_level import RULE
from taizhang.paper.checks.settings import Settings


def test_a_target_below_the_upper_level_is_found(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    二、2024年主要预期目标

    地区生产总值增长5.5%左右。
    """
    (finding,) = findings_of(RULE, settings=Settings(upper_level={"gdp": "6%左右"}))
    assert finding.computed == {"本级": "5.5%左右", "上级": "6%左右"}
    assert findings_of(RULE, settings=Settings(upper_level={"gdp": "5%以上"})) == []


def test_where_less_is_better_more_is_behind(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    二、2024年主要预期目标

    PM2.5年均浓度控制在38微克/立方米以内。
    """
    assert len(findings_of(RULE, settings=Settings(upper_level={"pm25": "36微克/立方米"}))) == 1
    assert findings_of(RULE, settings=Settings(upper_level={"pm25": "40微克/立方米"})) == []


def test_a_year_behind_an_even_pace_is_found(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    附件：
    2024年主要预期目标

    指标名称	单位	2023年完成	2024年计划	2025年目标
    常住人口城镇化率	%	62	62.5	66
    高新技术企业数	家	60	72	86
    """
    (finding,) = findings_of(RULE)
    assert [evidence.quote for evidence in finding.evidence] == ["62.5", "66"]
    assert finding.computed["均衡应到"] == "64.00"


def test_without_an_upper_level_there_is_nothing_to_hold_against(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    二、2024年主要预期目标

    地区生产总值增长5.5%左右。
    """
    assert findings_of(RULE) == []

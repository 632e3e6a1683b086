"""A target is no unexplained jump from last year's result (目标与上年实绩衔接)."""

from decimal import Decimal

from taizhang.paper.checks.rules.target_is_no_jump import RULE
from taizhang.paper.checks.settings import Settings


def test_a_target_many_times_last_year_is_a_hint(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    一、2023年计划执行情况

    改造老旧小区6个。

    二、2024年主要预期目标

    改造老旧小区40个。
    """
    (finding,) = findings_of(RULE)
    assert [evidence.quote for evidence in finding.evidence] == ["40个", "6个"]
    assert finding.severity.value == "hint"


def test_a_turn_from_fall_to_rise_is_a_hint(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    一、2023年计划执行情况

    外贸进出口总额下降7.3%。

    二、2024年主要预期目标

    外贸进出口总额增长5%左右。
    """
    (finding,) = findings_of(RULE)
    assert [evidence.quote for evidence in finding.evidence] == ["5%", "7.3%"]


def test_less_than_last_year_of_a_good_thing_is_a_hint(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    一、2023年计划执行情况

    城镇新增就业1.8万人。

    二、2024年主要预期目标

    城镇新增就业1.2万人以上。
    """
    (finding,) = findings_of(RULE)
    assert [evidence.quote for evidence in finding.evidence] == ["1.2万人", "1.8万人"]


def test_a_usual_step_is_not(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    一、2023年计划执行情况

    地区生产总值增长5.8%，城镇新增就业1.22万人。

    二、2024年主要预期目标

    地区生产总值增长6%左右，城镇新增就业1.2万人以上。
    """
    assert findings_of(RULE) == []


def test_the_region_sets_how_far_is_far(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    一、2023年计划执行情况

    改造老旧小区6个。

    二、2024年主要预期目标

    改造老旧小区40个。
    """
    assert findings_of(RULE, settings=Settings(tolerance={"target_jump": Decimal(10)})) == []

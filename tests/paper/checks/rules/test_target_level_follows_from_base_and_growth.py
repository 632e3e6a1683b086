"""Target level = base × (1 + target growth) (目标数值等于基数乘以目标增速)."""

from taizhang.paper.checks.rules.target_level_follows_from_base_and_growth import RULE


def test_a_level_that_the_growth_does_not_give_is_an_error(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    附件：
    2024年主要预期目标

    指标名称	单位	2023年完成	增长%	2024年计划	增长%
    进出口总额	亿元	146.9	-6.5	164.2	5左右
    """
    (finding,) = findings_of(RULE)
    assert finding.severity.value == "error"
    assert finding.verdict.value == "contradictory"
    assert [evidence.quote for evidence in finding.evidence] == ["164.2", "5左右", "146.9"]
    assert finding.computed["测算区间"] == "[154.19, 154.30]亿元"


def test_dropped_zeros_and_truncation_pass(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    附件：
    2024年主要预期目标

    指标名称	单位	2023年完成	增长%	2024年计划	增长%
    进出口总额	亿元	251.8	18.3	277	10以上
    居民人均可支配收入	元	54095	6.3	57340	6左右
    """
    assert findings_of(RULE) == []


def test_gdp_is_never_called_contradictory(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    附件：
    2024年主要预期目标

    指标名称	单位	2023年完成	增长%	2024年计划	增长%
    地区生产总值	亿元	512.6	5.5	596.2	6左右
    """
    (finding,) = findings_of(RULE)
    assert finding.severity.value == "warning"
    assert finding.verdict.value == "basis_to_be_confirmed"


def test_a_deflator_between_level_and_growth_of_gdp_is_only_a_hint(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    附件：
    2024年主要预期目标

    指标名称	单位	2023年完成	增长%	2024年计划	增长%
    地区生产总值	亿元	500	5.5	540	6左右
    """
    (finding,) = findings_of(RULE)
    assert finding.severity.value == "hint"
    assert finding.verdict.value == "basis_to_be_confirmed"


def test_a_level_within_the_hedge_is_asked_about(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    附件：
    2024年主要预期目标

    指标名称	单位	2023年完成	增长%	2024年计划	增长%
    进出口总额	亿元	200.0	3.0	210.4	5左右
    """
    (finding,) = findings_of(RULE)
    assert finding.severity.value == "warning"
    assert finding.verdict.value == "consistent"


def test_a_level_above_a_floor_is_only_a_hint(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    附件：
    2024年主要预期目标

    指标名称	单位	2023年完成	增长%	2024年计划	增长%
    进出口总额	亿元	97.9	3.0	120	22以上
    """
    (finding,) = findings_of(RULE)
    assert finding.severity.value == "hint"
    assert finding.verdict.value == "consistent"


def test_investment_across_scopes_is_a_basis_to_confirm(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    附件：
    2024年主要预期目标

    指标名称	单位	2023年完成	增长%	2024年计划	增长%
    固定资产投资	亿元	251.8	18.3	297	10左右
    """
    (finding,) = findings_of(RULE)
    assert finding.severity.value == "warning"
    assert finding.verdict.value == "basis_to_be_confirmed"


def test_text_that_gives_both_is_checked_against_the_review(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    一、2023年计划执行情况

    进出口总额完成200.0亿元，增长3.0%。

    二、2024年主要目标和任务

    进出口总额增长5%，达到230.0亿元。
    """
    (finding,) = findings_of(RULE)
    assert finding.severity.value == "error"

"""Level and growth share a price basis (绝对额与增速价格口径一致)."""

from taizhang.paper.checks.rules.level_and_growth_share_a_price_basis import RULE


def test_a_gdp_target_multiplied_across_bases_is_told(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    附件：
    2024年主要预期目标

    指标名称	单位	2023年完成	增长%	2024年计划	增长%
    地区生产总值	亿元	512.6	5.5	543.4	6左右
    """
    (finding,) = findings_of(RULE)
    assert finding.severity.value == "warning"
    assert finding.verdict.value == "basis_to_be_confirmed"
    assert finding.computed == {"绝对额口径": "现价", "增速口径": "不变价"}


def test_investment_is_a_hint(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    附件：
    2024年主要预期目标

    指标名称	单位	2023年完成	增长%	2024年计划	增长%
    固定资产投资	亿元	251.8	18.3	277	10以上
    """
    (finding,) = findings_of(RULE)
    assert finding.severity.value == "hint"


def test_trade_is_nominal_on_both_sides(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    附件：
    2024年主要预期目标

    指标名称	单位	2023年完成	增长%	2024年计划	增长%
    进出口总额	亿元	146.9	-6.5	154.2	5左右
    """
    assert findings_of(RULE) == []


def test_a_gdp_target_that_allows_for_prices_is_well(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    附件：
    2024年主要预期目标

    指标名称	单位	2023年完成	增长%	2024年计划	增长%
    地区生产总值	亿元	512.6	5.5	551	6左右
    """
    assert findings_of(RULE) == []

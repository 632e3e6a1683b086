"""A level target carries the modifier of its growth (数值目标与增速目标用词一致)."""

from taizhang.paper.checks.rules.level_carries_its_growths_modifier import RULE


def test_bare_levels_beside_hedged_growths_are_one_hint(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    附件：
    2024年主要预期目标

    指标名称	单位	2023年完成	增长%	2024年计划	增长%
    地区生产总值	亿元	512.6	5.8	543	6左右
    固定资产投资	亿元	151.2	8.4	166	10以上
    """
    (finding,) = findings_of(RULE)
    assert [evidence.quote for evidence in finding.evidence] == ["543", "6左右", "166", "10以上"]
    assert finding.severity.value == "hint"


def test_a_level_hedged_too_is_not(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    附件：
    2024年主要预期目标

    指标名称	单位	2023年完成	增长%	2024年计划	增长%
    地区生产总值	亿元	512.6	5.8	543左右	6左右
    固定资产投资	亿元	151.2	8.4	166以上	10以上
    """
    assert findings_of(RULE) == []


def test_a_row_without_a_level_target_is_not(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    附件：
    2024年主要预期目标

    指标名称	单位	2023年完成	增长%	2024年计划	增长%
    地区生产总值	亿元	512.6	5.8	——	6左右
    固定资产投资	亿元	151.2	8.4	——	10以上
    """
    assert findings_of(RULE) == []

"""A target level is rounded, not cut off (目标数值按四舍五入取整)."""

from taizhang.paper.checks.rules.target_level_is_rounded_not_cut import RULE


def test_a_level_cut_off_is_a_hint(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    附件：
    2024年主要预期目标

    指标名称	单位	2023年完成	增长%	2024年计划	增长%
    居民人均可支配收入	元	54095	6.3	57340	6左右
    """
    (finding,) = findings_of(RULE)
    assert finding.severity.value == "hint"
    assert finding.verdict.value == "consistent_by_truncation"
    assert finding.computed == {"乘积": "57340.7", "四舍五入": "57341"}


def test_a_rounded_level_is_well(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    附件：
    2024年主要预期目标

    指标名称	单位	2023年完成	增长%	2024年计划	增长%
    居民人均可支配收入	元	54095	6.3	57341	6左右
    进出口总额	亿元	251.8	18.3	277	10以上
    """
    assert findings_of(RULE) == []


def test_a_contradiction_is_no_matter_of_rounding(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    附件：
    2024年主要预期目标

    指标名称	单位	2023年完成	增长%	2024年计划	增长%
    居民人均可支配收入	元	54095	6.3	59340	6左右
    """
    assert findings_of(RULE) == []

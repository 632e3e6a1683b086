"""The annex numbers one kind of thing (附表编号层次一致)."""

from taizhang.paper.checks.rules.numbering_is_of_one_kind import RULE


def test_indicators_and_groups_under_one_numbering_are_a_hint(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    附件：
    2024年主要预期目标

    指标名称	单位	2023年完成	增长%	2024年计划	增长%
    一、地区生产总值	亿元	512.6	5.8	543	6左右
    二、对外经济
    进出口总额	亿元	96.2	-7.3	101	5左右
    实际使用外资	万美元	6120	4.4	6300	3
    """
    (finding,) = findings_of(RULE)
    assert [evidence.quote for evidence in finding.evidence] == ["一、地区生产总值"]
    assert finding.severity.value == "hint"


def test_two_numberings_are_not(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    附件：
    2024年主要预期目标

    指标名称	单位	2023年完成	增长%	2024年计划	增长%
    一、综合经济
    1.地区生产总值	亿元	512.6	5.8	543	6左右
    二、对外经济
    1.进出口总额	亿元	96.2	-7.3	101	5左右
    """
    assert findings_of(RULE) == []


def test_indicators_alone_are_not(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    附件：
    2024年主要预期目标

    指标名称	单位	2023年完成	增长%	2024年计划	增长%
    一、地区生产总值	亿元	512.6	5.8	543	6左右
    二、进出口总额	亿元	96.2	-7.3	101	5左右
    """
    assert findings_of(RULE) == []

"""A fall is signed once (下降只写一次负号)."""

from taizhang.paper.checks.rules.falls_are_signed_once import RULE


def test_a_fall_written_twice_is_found(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    一、2023年计划执行情况

    外贸进出口总额同比下降-7.3%。
    """
    (finding,) = findings_of(RULE)
    assert [evidence.quote for evidence in finding.evidence] == ["-7.3%"]
    assert finding.severity.value == "error"


def test_a_sign_lost_in_the_annex_is_found(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    一、2023年计划执行情况

    外贸进出口总额同比下降7.3%。

    附件：
    2024年主要预期目标

    指标名称	单位	2023年完成	增长%	2024年计划	增长%
    进出口总额	亿元	96.2	7.3	101	5左右
    """
    (finding,) = findings_of(RULE)
    assert [evidence.quote for evidence in finding.evidence] == ["7.3%", "7.3"]
    assert finding.severity.value == "error"


def test_a_fall_and_a_negative_number_agree(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    一、2023年计划执行情况

    外贸进出口总额同比下降7.3%。

    附件：
    2024年主要预期目标

    指标名称	单位	2023年完成	增长%	2024年计划	增长%
    进出口总额	亿元	96.2	-7.3	101	5左右
    """
    assert findings_of(RULE) == []


def test_a_range_is_no_sign(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    二、2024年主要预期目标

    单位地区生产总值能耗下降3%-3.5%。
    """
    assert findings_of(RULE) == []

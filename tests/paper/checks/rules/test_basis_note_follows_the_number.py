"""The note on its basis follows the number (口径注记随数走)."""

from taizhang.paper.checks.rules.basis_note_follows_the_number import RULE


def test_a_note_lost_in_the_annex_is_found(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    一、2023年计划执行情况

    一般公共预算收入42.1亿元，扣除留抵退税因素后增长7.6%。

    附件：
    2024年主要预期目标

    指标名称	单位	2023年完成	增长%	2024年计划	增长%
    一般公共预算收入	亿元	42.1	7.6	43.8	4左右
    固定资产投资	亿元	151.2	8.4	166	10以上
    """
    (finding,) = findings_of(RULE)
    assert [evidence.quote for evidence in finding.evidence] == ["7.6", "扣除留抵退税因素后", "7.6%"]
    assert finding.severity.value == "warning"


def test_a_note_below_the_table_is_enough(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    一、2023年计划执行情况

    一般公共预算收入42.1亿元，扣除留抵退税因素后增长7.6%。

    附件：
    2024年主要预期目标

    指标名称	单位	2023年完成	增长%	2024年计划	增长%
    一般公共预算收入	亿元	42.1	7.6	43.8	4左右
    固定资产投资	亿元	151.2	8.4	166	10以上

    注：一般公共预算收入增速已扣除留抵退税因素。
    """
    assert findings_of(RULE) == []


def test_the_usual_basis_needs_no_note(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    一、2023年计划执行情况

    地区生产总值512.6亿元，按可比价格计算增长5.8%。

    附件：
    2024年主要预期目标

    指标名称	单位	2023年完成	增长%	2024年计划	增长%
    地区生产总值	亿元	512.6	5.8	543	6左右
    固定资产投资	亿元	151.2	8.4	166	10以上
    """
    assert findings_of(RULE) == []

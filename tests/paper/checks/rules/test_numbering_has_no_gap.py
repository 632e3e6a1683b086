"""Numbering has no gap (序号连续)."""

from taizhang.paper.checks.rules.numbering_has_no_gap import RULE


def test_a_number_left_out_is_found(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    一、2023年计划执行情况

    （一）工业稳步增长。产值增加。

    （二）农业丰收。粮食增产。

    （四）服务业恢复。消费回暖。
    """
    (finding,) = findings_of(RULE)
    assert [evidence.quote for evidence in finding.evidence] == ["（四）服务业恢复", "（二）农业丰收"]
    assert finding.severity.value == "error"


def test_a_number_given_twice_is_found(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    一、2023年计划执行情况

    （一）工业稳步增长。一是产值增加。二是效益改善。二是用电量回升。三是投资加快。

    （二）农业丰收。粮食增产。
    """
    (finding,) = findings_of(RULE)
    assert "用了两次" in finding.message


def test_counting_begins_anew_in_every_section(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    一、2023年计划执行情况

    （一）工业稳步增长。一是产值增加。二是效益改善。

    （二）农业丰收。一是粮食增产。二是蔬菜稳供。

    （三）服务业恢复。一是消费回暖。二是旅游升温。
    """
    assert findings_of(RULE) == []

"""What is left beside the parts moves plausibly (扣除其中后的余数变动合理)."""

from taizhang.paper.checks.rules.the_rest_moves_plausibly import RULE


def test_a_rest_that_vanishes_is_a_hint(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    一、2023年计划执行情况

    实施区重点项目100个，同比增长11.1%，其中市重大项目95个，同比增长90%。
    """
    (finding,) = findings_of(RULE)
    assert finding.severity.value == "hint"
    assert finding.verdict.value == "basis_to_be_confirmed"


def test_a_rest_that_moves_a_little_is_well(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    一、2023年计划执行情况

    实施区重点项目95个，同比增长25%，其中市重大项目45个，同比增长21.6%。
    """
    assert findings_of(RULE) == []


def test_without_growth_there_is_nothing_to_reckon(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    一、2023年计划执行情况

    实施区重点项目100个，其中市重大项目95个。
    """
    assert findings_of(RULE) == []

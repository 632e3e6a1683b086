"""Growth of a count has a whole-number base (个数的增速有整数基数)."""

from taizhang.paper.checks.rules.growth_of_a_count_has_a_whole_base import RULE


def test_a_growth_that_no_whole_base_gives_is_an_error(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    一、2023年计划执行情况

    实施区重点项目95个，同比增长27.5%。
    """
    (finding,) = findings_of(RULE)
    assert finding.severity.value == "error"
    assert finding.verdict.value == "contradictory"
    assert finding.evidence[0].quote == "27.5%"


def test_whole_bases_are_found(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    一、2023年计划执行情况

    实施区重点项目95个，同比增长25%。实施市重大项目45个，同比增长21.6%。城建项目32个，增长33.3%。
    """
    assert findings_of(RULE) == []


def test_a_hedged_count_has_no_exact_base(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    一、2023年计划执行情况

    实施区重点项目95个以上，同比增长27.5%。
    """
    assert findings_of(RULE) == []


def test_ten_thousands_are_no_single_things(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    一、2023年计划执行情况

    经营主体达到9.5万户，同比增长27.5%。
    """
    assert findings_of(RULE) == []

"""An actual and its growth imply last year's actual (实绩与增速隐含的基数等于上年实绩)."""

from taizhang.paper.checks.rules.actual_growth_fits_last_years_actual import RULE

LAST_YEAR = """
云河区2023年国民经济和社会发展计划

一、2022年计划执行情况

{words}
"""


def test_two_years_in_one_sentence_contradict(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    一、2023年计划执行情况

    进出口总额由175.1亿元减少至146.9亿元，同比下降6.5%。
    """
    (finding,) = findings_of(RULE)
    assert finding.severity.value == "error"
    assert finding.verdict.value == "contradictory"


def test_last_years_paper_may_have_been_revised(findings_of, read_plan):
    """
    云河区2024年国民经济和社会发展计划

    一、2023年计划执行情况

    进出口总额完成146.9亿元，同比下降6.5%。
    """
    last_year = read_plan(LAST_YEAR.format(words="进出口总额完成157.9亿元。"), "上年计划.txt")
    (finding,) = findings_of(RULE, against=[last_year])
    assert (finding.severity.value, finding.verdict.value) == ("hint", "basis_to_be_confirmed")
    assert finding.evidence[-1].source == "上年计划.txt"


def test_a_base_far_from_last_years_paper_is_a_warning(findings_of, read_plan):
    """
    云河区2024年国民经济和社会发展计划

    一、2023年计划执行情况

    进出口总额完成146.9亿元，同比下降6.5%。
    """
    last_year = read_plan(LAST_YEAR.format(words="进出口总额完成175.1亿元。"), "上年计划.txt")
    (finding,) = findings_of(RULE, against=[last_year])
    assert finding.severity.value == "warning"
    assert finding.computed["隐含基数"] == "[156.97, 157.25]亿元"


def test_a_base_that_fits_is_well(findings_of, read_plan):
    """
    云河区2024年国民经济和社会发展计划

    一、2023年计划执行情况

    进出口总额完成146.9亿元，同比下降6.5%。
    """
    last_year = read_plan(LAST_YEAR.format(words="进出口总额完成157亿元。"), "上年计划.txt")
    assert findings_of(RULE, against=[last_year]) == []


def test_gdp_bases_part_by_prices(findings_of, read_plan):
    """
    云河区2024年国民经济和社会发展计划

    一、2023年计划执行情况

    地区生产总值完成512.6亿元，同比增长5.5%。
    """
    last_year = read_plan(LAST_YEAR.format(words="地区生产总值完成478.2亿元。"), "上年计划.txt")
    assert findings_of(RULE, against=[last_year]) == []


def test_a_row_with_both_years_contradicts_itself(findings_of):
    """
    云河区2023年对外贸易情况

    指标名称	单位	2022年完成	2023年完成	2023年增长%
    进出口总额	亿元	175.1	146.9	-6.5
    出口总额	亿元	100.0	105.0	5.0
    进口总额	亿元	75.1	41.9	-44.2
    """
    (finding,) = findings_of(RULE)
    assert (finding.severity.value, finding.verdict.value) == ("error", "contradictory")
    assert finding.evidence[0].quote == "146.9"

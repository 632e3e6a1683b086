"""Parts sum to the total (分项之和等于合计)."""

from taizhang.paper.checks.rules.parts_sum_to_the_total import RULE


def test_three_industries_must_make_up_gdp(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    一、2023年计划执行情况

    地区生产总值500亿元。其中，第一产业增加值30亿元；第二产业增加值220亿元；第三产业增加值240亿元。
    """
    (finding,) = findings_of(RULE)
    assert finding.severity.value == "error"
    assert finding.verdict.value == "contradictory"
    assert finding.computed["分项之和"] == "[488.50, 491.50]亿元"


def test_rounding_of_the_parts_is_allowed(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    一、2023年计划执行情况

    地区生产总值500.0亿元。其中，第一产业增加值30.3亿元；第二产业增加值220.3亿元；第三产业增加值249.5亿元。
    """
    assert findings_of(RULE) == []


def test_a_list_that_nearly_adds_up_is_asked_about(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    二、2024年主要目标和任务

    安排重点项目105个，其中，工业类3个、城建类28个、农业类21个、商贸类7个、民生类40个。
    """
    (finding,) = findings_of(RULE)
    assert finding.severity.value == "warning"
    assert finding.verdict.value == "basis_to_be_confirmed"


def test_a_list_of_examples_need_not_add_up(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    二、2024年主要目标和任务

    安排重点项目105个，其中，工业类3个、城建类8个、农业类2个。
    """
    assert findings_of(RULE) == []


def test_a_total_row_is_held_to_what_other_columns_show(findings_of):
    """
    云河区2023年预算执行情况

    指标名称	单位	2022年完成	2023年完成	2023年增长%
    一、教育支出	万元	100	110	10
    二、卫生支出	万元	50	60	20
    三、农林水支出	万元	30	40	33.3
    支出合计	万元	180	250	38.9
    """
    (finding,) = findings_of(RULE)
    assert (finding.evidence[0].quote, finding.severity.value) == ("250", "error")


def test_a_total_that_no_column_bears_out_is_of_something_else(findings_of):
    """
    云河区2023年预算执行情况

    指标名称	单位	2022年完成	2023年完成	2023年增长%
    一、教育支出	万元	100	110	10
    二、卫生支出	万元	50	60	20
    支出合计	万元	180	250	38.9
    """
    assert findings_of(RULE) == []

"""The same fact agrees with the other papers (与其他文件同一事项一致)."""

from taizhang.paper.checks.rules.same_fact_agrees_elsewhere import RULE

REPORT = """
云河区2024年政府工作报告

一、2023年工作回顾

地区生产总值完成516.2亿元，增长5.8%。
"""
EARLIER = """
云河区2023年国民经济和社会发展计划

一、2022年计划执行情况

地区生产总值完成484.1亿元。

二、2023年主要预期目标

地区生产总值增长6%左右，高新技术企业达到86家。
"""


def test_another_paper_of_the_year_that_says_another_number_is_an_error(findings_of, read_plan):
    """
    云河区2024年国民经济和社会发展计划

    一、2023年计划执行情况

    地区生产总值完成512.6亿元，增长5.8%。
    """
    report = read_plan(REPORT, "政府工作报告.txt")
    (finding,) = findings_of(RULE, against=[report])
    assert finding.severity.value == "error"
    assert [(evidence.quote, evidence.source) for evidence in finding.evidence] == [
        ("512.6亿元", None),
        ("516.2亿元", "政府工作报告.txt"),
    ]


def test_a_bound_that_holds_agrees(findings_of, read_plan):
    """
    云河区2024年国民经济和社会发展计划

    一、2023年计划执行情况

    地区生产总值突破510亿元，增长5.8%。
    """
    assert findings_of(RULE, against=[read_plan(REPORT, "政府工作报告.txt")]) == []


def test_what_was_promised_and_not_reached_or_not_reported_is_asked_for(findings_of, read_plan):
    """
    云河区2024年国民经济和社会发展计划

    一、2023年计划执行情况

    地区生产总值增长4.1%。
    """
    earlier = read_plan(EARLIER, "上年计划.txt")
    missed, forgotten = findings_of(RULE, against=[earlier])
    assert (missed.severity.value, missed.computed) == ("warning", {"目标": "6%左右", "实绩": "4.1%"})
    assert (forgotten.severity.value, forgotten.computed) == ("hint", {"目标": "86家"})


def test_a_little_less_than_about_is_reached(findings_of, read_plan):
    """
    云河区2024年国民经济和社会发展计划

    一、2023年计划执行情况

    地区生产总值增长5.8%，高新技术企业达到91家。
    """
    assert findings_of(RULE, against=[read_plan(EARLIER, "上年计划.txt")]) == []


def test_the_result_told_is_the_one_nearest_the_target(findings_of, read_plan):
    """
    云河区2024年国民经济和社会发展计划

    一、2023年计划执行情况

    镇级高新技术企业达到12家。全区高新技术企业达到84家。地区生产总值增长5.8%。
    """
    (missed,) = findings_of(RULE, against=[read_plan(EARLIER, "上年计划.txt")])
    assert missed.computed == {"目标": "86家", "实绩": "84家"}


def test_a_figure_of_an_older_paper_may_have_been_revised(findings_of, read_plan):
    """
    云河区2024年国民经济和社会发展计划

    一、2023年计划执行情况

    2022年地区生产总值完成486.3亿元。地区生产总值增长5.8%，高新技术企业达到91家。
    """
    (finding,) = findings_of(RULE, against=[read_plan(EARLIER, "上年计划.txt")])
    assert (finding.severity.value, finding.verdict.value) == ("warning", "basis_to_be_confirmed")


def test_the_paper_of_another_region_is_not_held_against_it(findings_of, read_plan):
    """
    云河区2024年国民经济和社会发展计划

    一、2023年计划执行情况

    地区生产总值完成512.6亿元。
    """
    other = read_plan(REPORT.replace("云河区", "青原县"), "政府工作报告.txt")
    assert findings_of(RULE, against=[other]) == []

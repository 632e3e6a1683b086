"""Overall verdicts rest on figures (总体评价有数据支撑)."""

from taizhang.paper.checks.rules.overall_verdicts_rest_on_figures import RULE


def test_a_verdict_without_plan_figures_is_found_with_what_fell(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    一、2023年计划执行情况

    圆满完成年初确定的各项目标任务。外贸进出口总额同比下降4.2%。
    """
    (finding,) = findings_of(RULE)
    assert "外贸进出口总额-4.2%" in finding.message


def test_a_tally_supports_it(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    一、2023年计划执行情况

    较好完成年初确定的各项目标任务，20项主要指标完成18项。
    """
    assert findings_of(RULE) == []


def test_what_is_to_be_done_is_no_verdict(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    一、2023年计划执行情况

    经济平稳运行。

    二、2024年主要任务

    确保全面完成全年各项目标任务。
    """
    assert findings_of(RULE) == []

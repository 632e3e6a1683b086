"""Every cell of the annex says what it is (附表空格、横线和文字含义明确)."""

from taizhang.paper.checks.rules.every_cell_says_what_it_is import RULE


def test_words_of_a_target_among_the_results_are_found(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    附件：
    2024年主要预期目标

    指标名称	单位	2023年完成	增长%	2024年计划	增长%
    VOCs削减量	吨	完成市下达任务目标	3.1	完成市下达任务目标	3
    固定资产投资	亿元	151.2	8.4	166	10以上
    """
    (finding,) = findings_of(RULE)
    assert [evidence.quote for evidence in finding.evidence] == ["完成市下达任务目标"]
    assert finding.severity.value == "warning"


def test_dashes_without_a_legend_are_found(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    附件：
    2024年主要预期目标

    指标名称	单位	2023年完成	增长%	2024年计划	增长%
    一般公共预算收入	亿元	42.1	3.1	——	4左右
    固定资产投资	亿元	151.2	8.4	166	10以上
    """
    (finding,) = findings_of(RULE)
    assert [evidence.quote for evidence in finding.evidence] == ["——"]
    assert finding.severity.value == "warning"


def test_a_legend_explains_them(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    附件：
    2024年主要预期目标

    指标名称	单位	2023年完成	增长%	2024年计划	增长%
    一般公共预算收入	亿元	42.1	3.1	——	4左右
    固定资产投资	亿元	151.2	8.4	166	10以上

    注：“——”表示不设目标。
    """
    assert findings_of(RULE) == []


def test_a_task_set_from_above_is_a_target(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    附件：
    2024年主要预期目标

    指标名称	单位	2023年完成	增长%	2024年计划	增长%
    VOCs削减量	吨	212	3.1	完成市下达任务目标	3
    固定资产投资	亿元	151.2	8.4	166	10以上
    """
    assert findings_of(RULE) == []

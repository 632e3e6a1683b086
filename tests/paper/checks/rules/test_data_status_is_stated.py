"""The paper says how final its figures are (注明数据性质)."""

from taizhang.paper.checks.rules.data_status_is_stated import RULE


def test_results_without_a_word_on_how_final_they_are_are_found(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    附件：
    2024年主要预期目标

    指标名称	单位	2023年完成	增长%	2024年计划	增长%
    地区生产总值	亿元	512.6	5.8	543	6左右
    固定资产投资	亿元	151.2	8.4	166	10以上
    """
    (finding,) = findings_of(RULE)
    assert [evidence.quote for evidence in finding.evidence] == ["地区生产总值"]
    assert finding.severity.value == "warning"


def test_a_note_says_it(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    附件：
    2024年主要预期目标

    指标名称	单位	2023年完成	增长%	2024年计划	增长%
    地区生产总值	亿元	512.6	5.8	543	6左右
    固定资产投资	亿元	151.2	8.4	166	10以上

    注：2023年为快报数，以统计部门最终核实数为准。
    """
    assert findings_of(RULE) == []


def test_a_paper_without_an_annex_is_not_asked(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    一、2023年计划执行情况

    地区生产总值完成512.6亿元。
    """
    assert findings_of(RULE) == []

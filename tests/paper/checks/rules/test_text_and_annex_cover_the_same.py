"""Text and annex cover the same indicators (正文与附表指标对应)."""

from taizhang.paper.checks.rules.text_and_annex_cover_the_same import RULE


def test_a_target_only_in_the_annex_is_a_hint(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    二、2024年主要预期目标

    地区生产总值增长6%左右。

    附件：
    2024年主要预期目标

    指标名称	单位	2023年完成	增长%	2024年计划	增长%
    地区生产总值	亿元	512.6	5.8	543	6左右
    一般公共预算支出	亿元	61.2	3.1	63	3
    """
    (finding,) = findings_of(RULE)
    assert [evidence.quote for evidence in finding.evidence] == ["一般公共预算支出"]
    assert finding.severity.value == "hint"


def test_a_target_only_in_the_text_is_a_hint(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    二、2024年主要预期目标

    地区生产总值增长6%左右，高新技术企业达到86家。

    附件：
    2024年主要预期目标

    指标名称	单位	2023年完成	增长%	2024年计划	增长%
    地区生产总值	亿元	512.6	5.8	543	6左右
    固定资产投资	亿元	151.2	8.4	——	——
    """
    (finding,) = findings_of(RULE)
    assert [evidence.quote for evidence in finding.evidence] == ["86家"]
    assert finding.severity.value == "hint"


def test_words_without_a_number_cover_a_row(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    二、2024年主要预期目标

    地区生产总值增长6%左右，实际使用外资量稳质升。

    附件：
    2024年主要预期目标

    指标名称	单位	2023年完成	增长%	2024年计划	增长%
    地区生产总值	亿元	512.6	5.8	543	6左右
    实际使用外资	万美元	6120	4.4	6300	3
    """
    assert findings_of(RULE) == []


def test_a_table_beside_other_text_is_no_annex_of_it(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    二、2024年主要预期目标

    高新技术企业达到86家。

    附件：
    2024年主要预期目标

    指标名称	单位	2023年完成	增长%	2024年计划	增长%
    印花税	亿元	1.2	3.1	1.3	4
    房产税	亿元	2.2	3.1	2.3	4
    """
    assert findings_of(RULE) == []

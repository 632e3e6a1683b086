"""Text and annex give the same result (正文与附表实绩一致)."""

from taizhang.paper.checks.finding import Severity
from taizhang.paper.checks.rules.text_and_annex_level_agree import RULE


def test_a_result_that_differs_is_found(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    一、2023年计划执行情况

    地区生产总值完成512.9亿元。

    附件：
    2024年主要预期目标

    指标名称	单位	2023年完成	增长%	2024年计划	增长%
    地区生产总值	亿元	512.6	5.8	540	5以上
    """
    (finding,) = findings_of(RULE)
    assert [evidence.quote for evidence in finding.evidence] == ["512.9亿元", "512.6"]
    assert finding.severity.value == "error"


def test_a_wrong_magnitude_is_found(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    一、2023年计划执行情况

    地区生产总值完成512.6万元。

    附件：
    2024年主要预期目标

    指标名称	单位	2023年完成	增长%	2024年计划	增长%
    地区生产总值	亿元	512.6	5.8	540	5以上
    """
    (finding,) = findings_of(RULE)
    assert [evidence.quote for evidence in finding.evidence] == ["512.6万元", "512.6"]
    assert finding.severity.value == "error"


def test_other_units_and_hedges_of_the_same_amount_agree(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    一、2023年计划执行情况

    地区生产总值突破510亿元，实际使用外资9310万美元。

    附件：
    2024年主要预期目标

    指标名称	单位	2023年完成	增长%	2024年计划	增长%
    地区生产总值	亿元	512.6	5.8	540	5以上
    实际使用外资	亿美元	0.93	4.1	1	5以上
    """
    assert findings_of(RULE) == []


def test_a_part_is_not_the_whole_of_another_size(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    一、2023年计划执行情况

    一般公共预算收入6.9亿元。

    附件：
    2024年主要预期目标

    指标名称	单位	2023年完成	增长%	2024年计划	增长%
    一般公共预算收入	亿元	84.9	3.1	88	4左右
    """
    assert findings_of(RULE) == []


def test_of_several_numbers_only_a_slip_is_found(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    一、2023年计划执行情况

    一般公共预算收入84.9亿元。其中，镇级一般公共预算收入20.3亿元。一般公共预算收入84.7亿元，位居全市第三。

    附件：
    2024年主要预期目标

    指标名称	单位	2023年完成	增长%	2024年计划	增长%
    一般公共预算收入	亿元	84.9	3.1	88	4左右
    """
    (finding,) = findings_of(RULE)
    assert [evidence.quote for evidence in finding.evidence] == ["84.7亿元", "84.9"]


def test_what_the_annexes_print_twice_differently_is_only_asked_about(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    一、2023年计划执行情况

    地区生产总值完成512.9亿元。

    附件：
    2024年主要预期目标

    指标名称	单位	2023年完成	增长%	2024年计划	增长%
    地区生产总值	亿元	512.6	5.8	540	5以上
    地区生产总值	亿元	96.3	4.8	101	5以上
    """
    (finding,) = findings_of(RULE)
    assert finding.severity is Severity.WARNING
    assert [evidence.quote for evidence in finding.evidence] == ["512.9亿元", "512.6"]


def test_a_slip_in_a_name_no_catalogue_knows_is_asked_about(findings_of):
    """
    云河区2023年国民经济和社会发展统计公报

    一、农业

    全年松茸产量58.37万吨，比上年增长2.9%。

    指标名称	单位	2023年	增长%
    松茸产量	万吨	53.37	2.9
    羊肚菌产量	万吨	21.06	3.7
    """
    (finding,) = findings_of(RULE)
    assert finding.severity is Severity.WARNING


def test_another_number_of_a_name_no_catalogue_knows_may_be_about_something_else(findings_of):
    """
    云河区2023年国民经济和社会发展统计公报

    一、农业

    全年松茸产量19.84万吨，比上年增长2.9%。

    指标名称	单位	2023年	增长%
    松茸产量	万吨	53.37	2.9
    羊肚菌产量	万吨	21.06	3.7
    """
    assert findings_of(RULE) == []


def test_numbers_that_changed_places_after_respectively_are_found(findings_of):
    """
    云河区2023年国民经济和社会发展统计公报

    一、农业

    全年松茸产量、羊肚菌产量分别为21.06万吨、53.37万吨。

    指标名称	单位	2023年	增长%
    松茸产量	万吨	53.37	2.9
    羊肚菌产量	万吨	21.06	3.7
    """
    assert len(findings_of(RULE)) == 2


def test_where_the_text_tells_scopes_apart_the_row_may_be_about_any_of_them(findings_of):
    """
    云河市2024年国民经济和社会发展计划

    一、2023年计划执行情况

    全市一般公共预算支出完成560.3亿元。市级一般公共预算支出完成498.1亿元。

    附件：
    2024年主要预期目标

    指标名称	单位	2023年完成	增长%	2024年计划	增长%
    地区生产总值	亿元	512.6	5.8	540	5以上
    一般公共预算支出	亿元	1225.4	5.8	1300	5以上
    """
    assert findings_of(RULE) == []


def test_a_result_of_the_citys_own_level_is_not_held_against_the_whole(findings_of):
    """
    云河市2024年国民经济和社会发展计划

    一、2023年计划执行情况

    市级一般公共预算支出完成498.1亿元。

    附件：
    2024年主要预期目标

    指标名称	单位	2023年完成	增长%	2024年计划	增长%
    地区生产总值	亿元	512.6	5.8	540	5以上
    一般公共预算支出	亿元	530.2	5.8	550	5以上
    """
    assert findings_of(RULE) == []

"""A row fills its columns (附表每行填满各栏)."""

from taizhang.paper.checks.rules.row_fills_its_columns import RULE


def test_a_row_of_fewer_values_pasted_cell_by_cell_is_found(findings_of):
    """
    云河区2024年国民经济和社会发展计划
    附件：
    2024年主要预期目标
    指标名称
    单位
    2023年完成
    2024年计划

    绝对值
    增长%
    绝对值
    增长%

    地区生产总值
    亿元
    512.6
    5.8
    543
    6左右

    固定资产投资
    亿元
    151.2
    8.4
    166
    10以上

    城镇新增就业人数
    万人
    1.8
    1.2
    """
    (finding,) = findings_of(RULE)
    assert [evidence.quote for evidence in finding.evidence] == ["城镇新增就业人数"]
    assert finding.severity.value == "warning"
    assert finding.computed == {"城镇新增就业人数": "2/4"}


def test_a_table_with_columns_of_its_own_is_not(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    附件：
    2024年主要预期目标

    指标名称	单位	2023年完成	增长%	2024年计划	增长%
    地区生产总值	亿元	512.6	5.8	543	6左右
    城镇新增就业人数	万人	1.8		1.2	——
    """
    assert findings_of(RULE) == []


def test_a_table_that_is_full_is_not(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    附件：
    2024年主要预期目标

    指标名称	单位	2023年完成	增长%	2024年计划	增长%
    地区生产总值	亿元	512.6	5.8	543	6左右
    固定资产投资	亿元	151.2	8.4	166	10以上
    """
    assert findings_of(RULE) == []

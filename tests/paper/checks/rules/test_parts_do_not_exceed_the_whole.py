"""Parts do not exceed the whole (其中数不大于总数)."""

from taizhang.paper.checks.rules.parts_do_not_exceed_the_whole import RULE


def test_a_part_above_its_whole_is_an_error(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    一、2023年计划执行情况

    粮食产量302万吨，其中夏粮产量620万吨。
    """
    (finding,) = findings_of(RULE)
    assert finding.severity.value == "error"
    assert finding.verdict.value == "contradictory"
    assert [evidence.quote for evidence in finding.evidence] == ["620万吨", "302万吨"]


def test_magnitudes_are_read(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    一、2023年计划执行情况

    接待游客11亿人次，其中入境游客340万人次。
    """
    assert findings_of(RULE) == []


def test_measure_is_held_against_measure(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    一、2023年计划执行情况

    实施区重点项目95个，总投资845亿元，完成投资153亿元。其中，市重大项目45个，总投资596亿元，完成投资119.7亿元。
    """
    assert findings_of(RULE) == []


def test_last_year_counts_as_well(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    一、2023年计划执行情况

    实施区重点项目95个，同比增长25%，其中市重大项目90个，同比增长9.8%。
    """
    (finding,) = findings_of(RULE)
    assert finding.severity.value == "error"


def test_means_are_no_sums(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    一、2023年计划执行情况

    居民人均可支配收入42000元，其中城镇居民人均可支配收入51000元。
    """
    assert findings_of(RULE) == []


def test_a_mean_per_head_is_no_whole(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    一、2023年计划执行情况

    食品抽检量为每千人6.6批次，其中快检5万批次。
    """
    assert findings_of(RULE) == []


def test_rows_marked_so_are_held_against_the_rows_above(findings_of):
    """
    云河区2023年对外贸易情况

    指标名称	单位	2022年完成	2023年完成	2023年增长%
    出口总额	亿元	100.0	105.0	5.0
    其中：一般贸易	亿元	80.0	840.0	5.0
    其中：机电产品	亿元	60.0	63.0	5.0
    """
    (finding,) = findings_of(RULE)
    assert finding.evidence[0].quote == "840.0"

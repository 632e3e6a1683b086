"""A relative target stays relative (相对目标不写死)."""

from taizhang.paper.checks.rules.relative_target_stays_relative import RULE


def test_a_number_for_what_the_text_ties_to_another_is_found(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    二、2024年主要预期目标

    居民人均可支配收入增速与地区生产总值增速保持同步。

    附件：
    2024年主要预期目标

    指标名称	单位	2023年完成	增长%	2024年计划	增长%
    全体居民人均可支配收入	元	38620	6.1	40900	6左右
    地区生产总值	亿元	512.6	5.8	543	6左右
    """
    (finding,) = findings_of(RULE)
    assert [evidence.quote for evidence in finding.evidence] == [
        "6左右",
        "居民人均可支配收入增速与地区生产总值增速保持同步",
    ]
    assert finding.severity.value == "warning"


def test_the_same_words_in_the_annex_are_not(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    二、2024年主要预期目标

    居民人均可支配收入与经济增长同步。

    附件：
    2024年主要预期目标

    指标名称	单位	2023年完成	增长%	2024年计划	增长%
    全体居民人均可支配收入	元	38620	6.1	——	与经济增长同步
    地区生产总值	亿元	512.6	5.8	543	6左右
    """
    assert findings_of(RULE) == []


def test_building_at_the_same_time_ties_no_figures(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    二、2024年主要预期目标

    管网与道路同步建设，地区生产总值增长6%左右。

    附件：
    2024年主要预期目标

    指标名称	单位	2023年完成	增长%	2024年计划	增长%
    地区生产总值	亿元	512.6	5.8	543	6左右
    固定资产投资	亿元	151.2	8.4	166	10以上
    """
    assert findings_of(RULE) == []

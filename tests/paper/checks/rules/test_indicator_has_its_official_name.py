"""An indicator has its official name (指标用规范名称)."""

from taizhang.paper.checks.rules.indicator_has_its_official_name import RULE


def test_a_name_of_ones_own_in_the_annex_is_a_hint(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    附件：
    2024年主要预期目标

    指标名称	单位	2023年完成	增长%	2024年计划	增长%
    城乡居民人均可支配收入	元	38620	6.1	40900	6左右
    地区生产总值	亿元	512.6	5.8	543	6左右
    """
    (finding,) = findings_of(RULE)
    assert [evidence.quote for evidence in finding.evidence] == ["城乡居民人均可支配收入"]
    assert finding.severity.value == "hint"


def test_each_name_is_told_once_with_all_its_places(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    一、2023年计划执行情况

    新增城镇就业1.8万人。

    二、2024年主要预期目标

    新增城镇就业1.2万人以上。

    附件：
    2024年主要预期目标

    指标名称	单位	2023年完成	增长%	2024年计划	增长%
    地区生产总值	亿元	512.6	5.8	543	6左右
    固定资产投资	亿元	151.2	8.4	166	10以上
    """
    (finding,) = findings_of(RULE)
    assert [evidence.quote for evidence in finding.evidence] == ["新增城镇就业", "新增城镇就业"]


def test_known_short_forms_are_not(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    一、2023年计划执行情况

    规上工业增加值增长5%，GDP增长5.8%。

    附件：
    2024年主要预期目标

    指标名称	单位	2023年完成	增长%	2024年计划	增长%
    地区生产总值	亿元	512.6	5.8	543	6左右
    全区进出口总额	亿元	96.2	7.3	101	5左右
    """
    assert findings_of(RULE) == []


def test_a_paper_without_an_annex_may_speak_freely(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    一、2023年计划执行情况

    新增城镇就业1.8万人。
    """
    assert findings_of(RULE) == []

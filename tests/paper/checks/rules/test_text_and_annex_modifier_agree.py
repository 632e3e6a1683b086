"""Text and annex hedge a target alike (正文与附表目标用词一致)."""

from taizhang.paper.checks.rules.text_and_annex_modifier_agree import RULE


def test_a_hedge_lost_in_the_annex_is_found(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    二、2024年主要预期目标

    城镇新增就业1.2万人以上。

    附件：
    2024年主要预期目标

    指标名称	单位	2023年完成	增长%	2024年计划	增长%
    城镇新增就业人数	万人	1.3	2.1	1.2	——
    """
    (finding,) = findings_of(RULE)
    assert [evidence.quote for evidence in finding.evidence] == ["1.2万人", "1.2"]
    assert finding.severity.value == "warning"


def test_another_hedge_is_found(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    二、2024年主要预期目标

    固定资产投资增长10%以内。

    附件：
    2024年主要预期目标

    指标名称	单位	2023年完成	增长%	2024年计划	增长%
    固定资产投资	亿元	151.2	8.4	166	10以上
    """
    (finding,) = findings_of(RULE)
    assert [evidence.quote for evidence in finding.evidence] == ["10%", "10以上"]


def test_two_words_for_one_hedge_agree(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    二、2024年主要预期目标

    固定资产投资增长不低于10%。

    附件：
    2024年主要预期目标

    指标名称	单位	2023年完成	增长%	2024年计划	增长%
    固定资产投资	亿元	151.2	8.4	166	10以上
    """
    assert findings_of(RULE) == []

"""A thing is counted in the same unit each year (同一事项前后年度单位一致)."""

from taizhang.paper.checks.rules.unit_is_the_same_across_years import RULE


def test_another_counting_word_is_a_hint(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    一、2023年计划执行情况

    新增养老机构6家。

    二、2024年主要预期目标

    新增养老机构4处。
    """
    (finding,) = findings_of(RULE)
    assert [evidence.quote for evidence in finding.evidence] == ["4处", "6家"]
    assert finding.severity.value == "hint"


def test_days_against_a_share_ask_for_a_reason(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    一、2023年计划执行情况

    空气质量优良天数达到262天。

    二、2024年主要预期目标

    空气质量优良天数比例达到72%。
    """
    (finding,) = findings_of(RULE)
    assert [evidence.quote for evidence in finding.evidence] == ["72%", "262天"]
    assert finding.severity.value == "warning"


def test_another_magnitude_is_the_same_unit(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    一、2023年计划执行情况

    城镇新增就业12800人。

    二、2024年主要预期目标

    城镇新增就业1.2万人以上。
    """
    assert findings_of(RULE) == []


def test_a_name_for_anything_is_not_compared(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    一、2023年计划执行情况

    实施项目6个。

    二、2024年主要预期目标

    新建项目4处。
    """
    assert findings_of(RULE) == []

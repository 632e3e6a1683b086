"""Income growth of all lies between town and country (全体居民收入增速在城乡之间)."""

from taizhang.paper.checks.rules.growth_of_all_lies_between_town_and_country import RULE


def test_a_growth_outside_the_two_is_a_hint(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    一、2023年计划执行情况

    居民人均可支配收入增长9.3%，城镇和农村居民人均可支配收入分别增长5.4%和7.3%。
    """
    (finding,) = findings_of(RULE)
    assert finding.severity.value == "hint"
    assert finding.verdict.value == "basis_to_be_confirmed"


def test_a_growth_between_the_two_is_well(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    一、2023年计划执行情况

    居民人均可支配收入增长6.3%，城镇和农村居民人均可支配收入分别增长5.4%和7.3%。
    """
    assert findings_of(RULE) == []


def test_moving_to_town_may_lift_it_a_little(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    一、2023年计划执行情况

    居民人均可支配收入增长7.6%，城镇和农村居民人均可支配收入分别增长5.4%和7.3%。
    """
    assert findings_of(RULE) == []

"""Joint targets say each or total (并列目标写明各自还是合计)."""

from taizhang.paper.checks.rules.joint_targets_say_each_or_total import RULE


def test_a_floor_that_two_things_share_is_found(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    一、2023年计划执行情况

    经济平稳运行。

    二、2024年主要任务

    力争新增瞪羚企业、专精特新企业2家以上。
    """
    (finding,) = findings_of(RULE)
    assert [evidence.quote for evidence in finding.evidence] == ["2家"]


def test_each_is_told(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    一、2023年计划执行情况

    经济平稳运行。

    二、2024年主要任务

    力争新增瞪羚企业、专精特新企业各2家以上。
    """
    assert findings_of(RULE) == []


def test_one_thing_with_two_traits_is_one_thing(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    一、2023年计划执行情况

    经济平稳运行。

    二、2024年主要任务

    举办具有较大国际知名度和影响力赛事活动10项以上。
    """
    assert findings_of(RULE) == []

"""No name in two counted lists (同名不重复计数)."""

from taizhang.paper.checks.rules.no_name_in_two_counted_lists import RULE


def test_a_name_in_two_lists_of_the_same_sort_is_found(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    一、2023年计划执行情况

    经济平稳运行。

    二、2024年主要任务

    推进东湖、南苑等3个试点片区更新。

    实施南苑、西堤等7个片区老旧小区改造。
    """
    (finding,) = findings_of(RULE)
    assert "“南苑”" in finding.message


def test_different_names_are_right(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    一、2023年计划执行情况

    经济平稳运行。

    二、2024年主要任务

    推进东湖、北苑等3个试点片区更新。

    实施南苑、西堤等7个片区老旧小区改造。
    """
    assert findings_of(RULE) == []


def test_a_name_in_lists_of_different_things_is_right(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    一、2023年计划执行情况

    经济平稳运行。

    二、2024年主要任务

    推进东湖、南苑等3个试点片区更新。

    加固南苑、西堤等7座桥梁。
    """
    assert findings_of(RULE) == []


def test_a_list_spoken_of_again_is_no_second_one(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    一、2023年计划执行情况

    经济平稳运行。

    二、2024年主要任务

    推进东湖、南苑、西堤等3个片区更新。

    东湖、南苑等3个片区年内完工。
    """
    assert findings_of(RULE) == []

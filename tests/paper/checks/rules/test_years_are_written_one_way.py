"""Years are written one way (年份写法一致)."""

from taizhang.paper.checks.rules.years_are_written_one_way import RULE


def test_two_ways_make_one_finding(findings_of):
    """
    云河区二〇二四年国民经济和社会发展计划

    一、2023年计划执行情况

    2023年，经济平稳运行。
    """
    (finding,) = findings_of(RULE)
    assert [evidence.quote for evidence in finding.evidence] == ["二〇二四年"]


def test_one_way_is_right(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    一、2023年计划执行情况

    2023年，经济平稳运行。
    """
    assert findings_of(RULE) == []


def test_a_circle_for_a_zero_is_seen(findings_of):
    """
    云河区二○二四年国民经济和社会发展计划

    一、2023年计划执行情况

    2023年，经济平稳运行。
    """
    (finding,) = findings_of(RULE)
    assert [evidence.quote for evidence in finding.evidence] == ["二○二四年"]

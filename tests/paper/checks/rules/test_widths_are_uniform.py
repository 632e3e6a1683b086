"""Full and half width are uniform (全角半角一致)."""

from taizhang.paper.checks.rules.widths_are_uniform import RULE


def test_the_rarer_sign_is_shown_with_both_counts(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    一、2023年计划执行情况

    工业增长6.1％，农业增长5.2%，服务业增长7.3%。
    """
    (finding,) = findings_of(RULE)
    assert [evidence.quote for evidence in finding.evidence] == ["％"]
    assert finding.computed["半角%"] == "2"


def test_half_width_marks_between_characters_are_found(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    一、2023年计划执行情况

    稳中求进,主动作为。
    """
    (finding,) = findings_of(RULE)
    assert [evidence.quote for evidence in finding.evidence] == [","]


def test_one_width_is_right(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    一、2023年计划执行情况

    工业增长6.1%，完成投资1,200万元，对比（2022年）改善。
    """
    assert findings_of(RULE) == []

"""Changes of rates are in percentage points (比率的变动用百分点)."""

from taizhang.paper.checks.rules.changes_of_rates_are_in_points import RULE


def test_a_share_that_rises_by_percent_is_found(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    一、2023年计划执行情况

    高新技术产业产值占比同比提高3.2%。
    """
    (finding,) = findings_of(RULE)
    assert [evidence.quote for evidence in finding.evidence] == ["3.2%"]


def test_a_ratio_that_rises_by_points_is_right(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    一、2023年计划执行情况

    居民医保住院报销比例提高10个百分点。
    """
    assert findings_of(RULE) == []


def test_an_amount_that_grows_by_points_is_found(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    一、2023年计划执行情况

    一般公共预算收入增长5.5个百分点。
    """
    (finding,) = findings_of(RULE)
    assert [evidence.quote for evidence in finding.evidence] == ["5.5个百分点"]


def test_points_by_which_growth_is_pulled_are_right(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    一、2023年计划执行情况

    第二产业拉动地区生产总值增长2.3个百分点。
    """
    assert findings_of(RULE) == []


def test_a_change_right_after_a_rate_is_a_change_of_the_rate(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    一、2023年计划执行情况

    高端装备产值增长8.2%，占规模以上工业产值比重达31.5%，比上年提高1.4%。
    """
    (finding,) = findings_of(RULE)
    assert [evidence.quote for evidence in finding.evidence] == ["1.4%"]


def test_growth_after_an_aside_about_a_share_is_of_the_amount(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    一、2023年计划执行情况

    民生支出42.7亿元，占一般公共预算支出比重81%，增长6.4%。一般公共预算收入31.2亿元，占预算的96%，同比下降3.2%。
    """
    assert findings_of(RULE) == []

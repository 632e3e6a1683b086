"""The congress is named in full (批准机关写全称)."""

from taizhang.paper.checks.rules.congress_is_named_in_full import RULE


def test_a_congress_without_its_region_is_found(findings_of):
    """
    云发改字〔2024〕5号

    关于下达云河区2024年国民经济和社会发展计划的通知

    各镇政府，区直各部门：

    计划已经第五届人民代表大会第三次会议审议通过，现下达给你们。

    云河区发展和改革局

    2024年3月4日

    云河区2024年国民经济和社会发展计划

    一、2023年计划执行情况

    经济平稳运行。
    """
    (finding,) = findings_of(RULE)
    assert [evidence.quote for evidence in finding.evidence] == ["第五届人民代表大会"]


def test_a_congress_with_its_region_is_right(findings_of):
    """
    云发改字〔2024〕5号

    关于下达云河区2024年国民经济和社会发展计划的通知

    各镇政府，区直各部门：

    云河区2024年国民经济和社会发展计划已经云河区第五届人民代表大会第三次会议审议通过，现下达给你们，请认真组织实施。

    云河区发展和改革局

    2024年3月4日

    云河区2024年国民经济和社会发展计划

    一、2023年计划执行情况

    经济平稳运行。
    """
    assert findings_of(RULE) == []


def test_the_short_form_is_not_meant(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    一、2023年计划执行情况

    区五届人大三次会议以来，经济平稳运行。
    """
    assert findings_of(RULE) == []

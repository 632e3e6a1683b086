"""Dates are in order (日期合理)."""

from taizhang.paper.checks.rules.dates_are_in_order import RULE


def test_a_notice_signed_before_the_approval_is_found(findings_of):
    """
    云发改字〔2024〕5号

    关于下达云河区2024年国民经济和社会发展计划的通知

    各镇政府，区直各部门：

    计划已于2024年3月6日经大会审议通过，现下达给你们。

    云河区发展和改革局

    2024年3月4日

    云河区2024年国民经济和社会发展计划

    一、2023年计划执行情况

    经济平稳运行。
    """
    (finding,) = findings_of(RULE)
    assert [evidence.quote for evidence in finding.evidence] == ["2024年3月4日"]
    assert finding.severity.value == "error"


def test_a_weekend_asks_for_a_reason(findings_of):
    """
    云发改字〔2024〕5号

    关于下达云河区2024年国民经济和社会发展计划的通知

    各镇政府，区直各部门：

    云河区2024年国民经济和社会发展计划已经云河区第五届人民代表大会第三次会议审议通过，现下达给你们，请认真组织实施。

    云河区发展和改革局

    2024年3月9日

    云河区2024年国民经济和社会发展计划

    一、2023年计划执行情况

    经济平稳运行。
    """
    (finding,) = findings_of(RULE)
    assert [evidence.quote for evidence in finding.evidence] == ["2024年3月9日"]
    assert finding.severity.value == "warning"


def test_a_public_holiday_asks_for_a_reason(findings_of):
    """
    云发改字〔2024〕5号

    关于下达云河区2024年国民经济和社会发展计划的通知

    各镇政府，区直各部门：

    云河区2024年国民经济和社会发展计划已经云河区第五届人民代表大会第三次会议审议通过，现下达给你们，请认真组织实施。

    云河区发展和改革局

    2024年5月1日

    云河区2024年国民经济和社会发展计划

    一、2023年计划执行情况

    经济平稳运行。
    """
    (finding,) = findings_of(RULE)
    assert [evidence.quote for evidence in finding.evidence] == ["2024年5月1日"]
    assert finding.severity.value == "warning"


def test_a_day_the_calendar_does_not_have_is_found(findings_of):
    """
    云发改字〔2024〕5号

    关于下达云河区2024年国民经济和社会发展计划的通知

    各镇政府，区直各部门：

    云河区2024年国民经济和社会发展计划已经云河区第五届人民代表大会第三次会议审议通过，现下达给你们，请认真组织实施。

    云河区发展和改革局

    2024年2月30日

    云河区2024年国民经济和社会发展计划

    一、2023年计划执行情况

    经济平稳运行。
    """
    (finding,) = findings_of(RULE)
    assert [evidence.quote for evidence in finding.evidence] == ["2024年2月30日"]
    assert finding.severity.value == "error"


def test_a_working_day_after_the_approval_is_right(findings_of):
    """
    云发改字〔2024〕5号

    关于下达云河区2024年国民经济和社会发展计划的通知

    各镇政府，区直各部门：

    计划已于2024年2月6日经大会审议通过，现下达给你们。

    云河区发展和改革局

    2024年3月4日

    云河区2024年国民经济和社会发展计划

    一、2023年计划执行情况

    经济平稳运行。
    """
    assert findings_of(RULE) == []

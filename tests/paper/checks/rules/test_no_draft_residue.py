"""No draft residue in an issued plan (印发稿无草案用语)."""

from taizhang.paper.checks.rules.no_draft_residue import RULE


def test_words_of_a_draft_in_an_issued_plan_are_found(findings_of):
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

    二、2024年预期目标

    2024年主要预期目标建议为：地区生产总值增长5%左右。
    """
    (finding,) = findings_of(RULE)
    assert [evidence.quote for evidence in finding.evidence] == ["建议为"]
    assert finding.severity.value == "error"


def test_the_notice_may_speak_of_the_draft(findings_of):
    """
    云发改字〔2024〕5号

    关于下达云河区2024年国民经济和社会发展计划的通知

    各镇政府，区直各部门：

    云河区2024年国民经济和社会发展计划（草案）已经大会审议通过，现下达给你们。

    云河区发展和改革局

    2024年3月4日

    云河区2024年国民经济和社会发展计划

    一、2023年计划执行情况

    经济平稳运行。

    二、2024年预期目标

    2024年主要预期目标是：地区生产总值增长5%左右。
    """
    assert findings_of(RULE) == []


def test_a_plan_before_the_congress_may_suggest(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    一、2023年计划执行情况

    经济平稳运行。

    二、2024年主要任务

    2024年主要预期目标建议为：地区生产总值增长5%左右。

    请予审议。
    """
    assert findings_of(RULE) == []


def test_a_work_report_speaks_to_the_deputies(findings_of):
    """
    云河区政府工作报告

    各位代表：

    我代表区人民政府，向大会报告工作，请予审议。

    一、2023年计划执行情况

    经济平稳运行。
    """
    assert findings_of(RULE) == []

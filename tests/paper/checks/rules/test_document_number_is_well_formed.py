"""The document number is well formed (发文字号规范)."""

from taizhang.paper.checks.rules.document_number_is_well_formed import RULE


def test_wrong_brackets_an_ordinal_and_a_leading_zero_are_told_together(findings_of):
    """
    云发改字[2024]第05号

    关于下达云河区2024年国民经济和社会发展计划的通知

    各镇政府，区直各部门：

    云河区2024年国民经济和社会发展计划已经云河区第五届人民代表大会第三次会议审议通过，现下达给你们，请认真组织实施。

    云河区发展和改革局

    2024年3月4日

    云河区2024年国民经济和社会发展计划

    一、2023年计划执行情况

    经济平稳运行。
    """
    (finding,) = findings_of(RULE)
    assert [evidence.quote for evidence in finding.evidence] == ["云发改字[2024]第05号"]
    assert finding.severity.value == "error"
    assert all(word in finding.message for word in ("六角括号", "不加“第”", "虚位"))


def test_the_standard_form_is_right(findings_of):
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


def test_a_number_cited_in_a_sentence_is_not_the_documents_own(findings_of):
    """
    云发改字〔2024〕5号

    关于下达云河区2024年国民经济和社会发展计划的通知

    各镇政府，区直各部门：

    根据云政发[2023]08号文件，现下达给你们。

    云河区发展和改革局

    2024年3月4日

    云河区2024年国民经济和社会发展计划

    一、2023年计划执行情况

    经济平稳运行。
    """
    assert findings_of(RULE) == []

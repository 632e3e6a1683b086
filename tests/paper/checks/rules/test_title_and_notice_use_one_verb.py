"""Title and notice use one verb (标题与正文用同一个行文动词)."""

from taizhang.paper.checks.rules.title_and_notice_use_one_verb import RULE


def test_two_verbs_are_found(findings_of):
    """
    云发改字〔2024〕5号

    关于下达云河区2024年国民经济和社会发展计划的通知

    各镇政府，区直各部门：

    计划已经大会审议通过，现印发给你们，请认真组织实施。

    云河区发展和改革局

    2024年3月4日

    云河区2024年国民经济和社会发展计划

    一、2023年计划执行情况

    经济平稳运行。
    """
    (finding,) = findings_of(RULE)
    assert [evidence.quote for evidence in finding.evidence] == ["下达", "印发"]


def test_one_verb_is_right(findings_of):
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


def test_a_plan_without_notice_has_none(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    一、2023年计划执行情况

    关于印发的通知，现下达给你们。
    """
    assert findings_of(RULE) == []

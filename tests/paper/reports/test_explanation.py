"""The page of a rule."""

from tests.paper.reports.conftest import RULE

from taizhang.paper.checks.rules import ALL_RULES
from taizhang.paper.checks.rules.unbuilt import UnbuiltRule
from taizhang.paper.reports.explanation import advice_of, explain_rule, explain_unbuilt


def test_a_page_has_name_severity_and_the_words_of_the_room():
    assert explain_rule(RULE) == (
        "# C05 正文与附表增速一致\n\nText and annex give the same growth. 默认等级：错误。\n\n"
        "**查什么**：两处的数。\n\n**怎么办**：向数据来源部门核实。"
    )


def test_in_english_the_name_and_a_note_that_the_rest_is_chinese():
    page = explain_rule(RULE, "en")
    assert page.startswith("# C05 Text and annex give the same growth\n")
    assert "Usual severity: error. The explanation is in Chinese" in page
    assert "**怎么办**：向数据来源部门核实。" in page


def test_a_rule_documents_cannot_judge_has_its_reason():
    rule = UnbuiltRule("C99", "须查档案", "档案不在文件里。")
    assert explain_unbuilt(rule) == "# C99 须查档案\n\n这一项不由文件判断。档案不在文件里。"
    assert "Documents alone cannot tell." in explain_unbuilt(rule, "en")


def test_every_rule_says_what_to_do():
    assert [rule.code for rule in ALL_RULES if not advice_of(rule)] == []

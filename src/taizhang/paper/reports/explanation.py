"""Explanation (规则说明): a rule's page, the same at the command line and under docs/rules/."""

from taizhang.paper.checks.rule import Rule
from taizhang.paper.checks.rules.unbuilt import UnbuiltRule

SEVERITIES = {"error": "错误", "warning": "警告", "hint": "提示"}


def explain_rule(rule: Rule) -> str:
    """The rule's page in Markdown: its name, its severity, and the room's own words."""
    lines = [line.strip() for line in rule.explanation.strip().splitlines()[1:] if line.strip()]
    body = "\n\n".join(
        f"**{head}**：{words}" if words else head for head, _, words in (line.partition("：") for line in lines)
    )
    return f"# {rule.code} {rule.name}\n\n{rule.name_en}. 默认等级：{SEVERITIES[rule.severity.value]}。\n\n{body}"


def explain_unbuilt(rule: UnbuiltRule) -> str:
    """The page of a rule that documents cannot judge: its name and the reason."""
    return f"# {rule.code} {rule.name}\n\n这一项不由文件判断。{rule.reason}"

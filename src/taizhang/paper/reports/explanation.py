"""Explanation (规则说明): a rule's page, the same at the command line and under docs/rules/."""

from collections.abc import Iterator

from taizhang.paper.checks.rule import Rule
from taizhang.paper.checks.rules.unbuilt import UnbuiltRule

SEVERITIES = {"error": "错误", "warning": "警告", "hint": "提示"}
_ADVICE = "怎么办"
# The explanations quote Chinese official prose line by line; their names are translated, they are not.
_IN_CHINESE = "The explanation is in Chinese, the language of the documents it is about."


def explain_rule(rule: Rule, language: str = "zh") -> str:
    """The rule's page in Markdown: its name, its severity, and the room's own words."""
    body = "\n\n".join(f"**{head}**：{words}" if words else head for head, words in _entries(rule))
    if language == "en":
        head = f"# {rule.code} {rule.name_en}\n\n{rule.name}. Usual severity: {rule.severity.value}. {_IN_CHINESE}"
    else:
        head = f"# {rule.code} {rule.name}\n\n{rule.name_en}. 默认等级：{SEVERITIES[rule.severity.value]}。"
    return f"{head}\n\n{body}"


def explain_unbuilt(rule: UnbuiltRule, language: str = "zh") -> str:
    """The page of a rule that documents cannot judge: its name and the reason."""
    reason = f"这一项不由文件判断。{rule.reason}"
    note = f"Documents alone cannot tell. {_IN_CHINESE}\n\n" if language == "en" else ""
    return f"# {rule.code} {rule.name}\n\n{note}{reason}"


def advice_of(rule: Rule) -> str | None:
    """What to do about a finding of the rule, in its own words."""
    return next((words for head, words in _entries(rule) if head == _ADVICE), None)


def _entries(rule: Rule) -> Iterator[tuple[str, str]]:
    """The lines of the room's door-plate after the first, each as head and words."""
    for line in rule.explanation.strip().splitlines()[1:]:
        if line.strip():
            head, _, words = line.strip().partition("：")
            yield head, words

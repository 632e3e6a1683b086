"""Rule pages (规则说明页): write docs/rules/ from the rules' own rooms; a test holds the two in step.

usage: python docs/rules.py            write the pages
       python docs/rules.py --check    only say whether they are in step (exit status 1 if not)
"""

import sys
from pathlib import Path

from taizhang.paper.checks.rules import ALL_RULES
from taizhang.paper.checks.rules.unbuilt import unbuilt_rules
from taizhang.paper.reports.explanation import SEVERITIES, explain_rule, explain_unbuilt

FOLDER = Path(__file__).parent / "rules"


def pages() -> dict[str, str]:
    """File name → content of every page, the index among them."""
    written = {f"{rule.code}.md": explain_rule(rule) + "\n" for rule in ALL_RULES}
    written |= {f"{rule.code}.md": explain_unbuilt(rule) + "\n" for rule in unbuilt_rules()}
    rows = [(rule.code, rule.name, SEVERITIES[rule.severity.value]) for rule in ALL_RULES]
    rows += [(rule.code, rule.name, "不由文件判断") for rule in unbuilt_rules()]
    table = [f"| [{code}]({code}.md) | {name} | {severity} |" for code, name, severity in sorted(rows)]
    head = "# 核校规则\n\n由 `python docs/rules.py` 从规则源码生成；改说明请改规则模块的文档字符串。\n\n| 代码 | 规则 | 默认等级 |\n| --- | --- | --- |\n"
    return {**written, "README.md": head + "\n".join(table) + "\n"}


def main() -> None:
    """Write the pages, or say what is out of step."""
    wanted = pages()
    if "--check" in sys.argv:
        found = {path.name: path.read_text("utf-8") for path in FOLDER.glob("*.md")}
        stale = sorted(name for name in wanted.keys() | found.keys() if wanted.get(name) != found.get(name))
        print("\n".join(stale))
        sys.exit(bool(stale))
    FOLDER.mkdir(exist_ok=True)
    for path in FOLDER.glob("*.md"):
        path.unlink()
    for name, content in wanted.items():
        (FOLDER / name).write_text(content, "utf-8")


if __name__ == "__main__":
    main()

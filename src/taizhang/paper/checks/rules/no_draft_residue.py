"""No draft residue in an issued plan (印发稿无草案用语).

查什么：已经编号印发的计划正文里，还留着“建议为”“各位代表”“请予审议”“（草案）”“征求意见稿”一类提请审议时的用语。
为什么：人代会批准以后，计划是定数，不再是建议；留着草案用语，说明印的不是定稿。
有问题：（印发通知所附计划）2024年主要预期目标建议为：……
没问题：提请大会审议的报告、草案和政府工作报告里的同样用语；印发通知里“计划（草案）已经大会审议通过”。
怎么办：改为“2024年主要预期目标是：……”，删去提请审议的话，并对照批准文本通读一遍。
"""

from collections.abc import Iterator

from taizhang.paper.checks.case import Case
from taizhang.paper.checks.finding import Finding, Severity
from taizhang.paper.checks.issued import is_issued
from taizhang.paper.checks.rule import Rule, report
from taizhang.paper.checks.word_lists import word_lists
from taizhang.paper.outline.section import Part


def check(case: Case) -> Iterator[Finding]:
    """One finding for each place of an issued plan that still speaks to those who were to approve it."""
    if not is_issued(case):
        return
    for start, end in case.prose.places(*word_lists("no_draft_residue")["words"]):
        if case.prose.part(start) is not Part.NOTICE:
            words = case.prose.text[start:end]
            yield report(
                RULE,
                case,
                (case.prose.span(start, end),),
                (
                    f"已印发的计划里还有“{words}”，是提请审议时的用语。请改为定稿用语，并对照批准文本通读一遍。",
                    f"The plan is issued, yet it still says “{words}” as a draft would. Use the words of the approved text.",
                ),
            )


RULE = Rule(
    code="C45",
    name="印发稿无草案用语",
    name_en="No draft residue in an issued plan",
    severity=Severity.ERROR,
    explanation=__doc__,
    check=check,
)
